/** Numbers that say of themselves what they are for: 前3名报市参评, 增加的1名专门用于…, 只接受6个科室申请; and those that are only told of. */
import type { Count } from '../../text/counts'
import { trimWords } from './page'

const asking = /^([一-鿿]{2,10}?(?:申请|申报|报名|参评))(?=$|[,;。、])/u
const destined = /^(?:名额)?(?:专门|专项|定向|全部|优先)?(?:用于|面向|安排给|分配给|须为|应为|必须是|必须为)(?:推荐|表彰|评选)?([^,。;]{2,30})/u
const sentOn = /^(?:的)?(?:[一-鿿]{0,6}?)?(?:将|可|直接|作为)*((?:优先)?(?:推荐|报|上报|参加|参评|进入|晋级)[^,。;]{2,24})/u
/** 授予20个单位“先进集体”称号: who gets which title. */
const titled = /^(?:单位|同志|个人|集体|团队|职工|家庭|项目|人员|人|者)?(?:为|以)?(“[^“”]{2,20}”)(?:荣誉)?称号/u
const ranked = /(?:[一-鿿]{0,10}?(?:打分|评分|得分|评议|投票|测评|排序|排名|高到低))(?=[^一-鿿]*$|取$|的?$)/u

/** Who a number is for, where its own words say it; the clauses before give the measure of a rank. */
export function specialWho(before: string, after: string, clausesBefore: readonly string[]): string | undefined {
  if (/(?:接受|受理|限|只收)$/u.test(trimWords(before))) {
    const m = asking.exec(after)
    if (m !== null) return m[1]
  }
  if (/(?:增加|新增|增设|预留|另有)的?$/u.test(before)) {
    const m = destined.exec(after)
    if (m !== null) return trimWords(m[1] ?? '')
  }
  const title = /(?:授予|命名|表彰|[、和及与])$/u.test(before) ? titled.exec(after)?.[1] : undefined
  if (title !== undefined) return title
  if (!before.endsWith('前') || /^(?:入围|当选|入选|获奖|获评)/u.test(after)) return undefined
  const on = sentOn.exec(after)
  if (on !== null) return trimWords(on[1] ?? '')
  const measure = [before.replace(/(?:择优)?(?:录)?取?前$/u, ''), ...[...clausesBefore].reverse()].map((c) => ranked.exec(trimWords(c))?.[0] ?? '').filter((x) => x !== '')
  const said = measure.find((x) => !/高到低|排序|排名/u.test(x)) ?? measure[0]
  return said === undefined ? undefined : `${trimWords(said)}取前`
}

/** 由原来的2名增加为3名: what the number was. */
const was = /^(?:\([^()]{1,4}\))?(?:增加|增至|增为|减少|减至|调整|扩大|改为|提高|压缩)/u
/** 不满50人的单位, 超过80人的学院: the size of those who nominate. */
const sized = /^(?:\([^()]{1,4}\))?(?:以[上下内]|及以[上下])?(?:\(含[^()]{0,4}\))?的(?=[一-鿿])/u
const bySize = /(?:不满|不足|未满|不到|超过|多于|少于|达到?|满|在|为)$/u
const unitAfter = /^(?:\([^()]{1,4}\))?(?:及?以[上下内])?(?:\(含[^()]{0,4}\))?的[一-鿿、()]{0,14}?(?:单位|学院|部门|支部|企业|公司|学校|医院|科室|工会|分会|协会|学会|机构|团体|市|县|区)/u

/** Whether a number tells a condition, a former number or the first of a ranking. */
export const onlyTold = (before: string, after: string, count: Count): boolean =>
  /不足 ?[\d一]+ ?[名人个]的?,?(?:均|可)?按$/u.test(trimWords(before)) || (was.test(after) && /(?:由|从|原来?的?|原为)$/u.test(before)) || /(?:最高|最多|靠前|得票居前)的$/u.test(before)
  || (/(?:推荐|申报|报送)$/u.test(before) && /^的,?$/u.test(after)) || /(?:须|应|需)至少(?:推荐|申报|报送)$/u.test(before) || /(?:凑够|凑满|凑足)$/u.test(before) || (/(?:共|共有|现有|下设|下辖)$/u.test(trimWords(before)) && /^(?:党支部|支部|分会|部门|班级|科室)(?!推荐)/u.test(after))
  || (sized.test(after) && (bySize.test(trimWords(before)) || ((count.bound !== 'exactly' || /^(?:\([^()]{1,4}\))?及?以[上下]/u.test(after)) && unitAfter.test(after))))

/** What stood before a changed number: 各市名额由原来的2名增加为. */
export const withoutFormer = (before: string): string => before.replace(/(?:由|从)?(?:原来?的?)?\d{1,4} ?[名人个项](?:\([^()]{1,4}\))?(?:统一)?(?:增加|增|减少|减|调整|扩大|改|提高|压缩)(?:为|至|到)$/u, '')

/** In a text that tells a result, how many came in is history. */
export const cameIn = (title: string, before: string): boolean => /(?:公示|公告|结果|揭晓|名单)(?:\([^()]*\))?$/u.test(title) && /共?(?:推荐|申报|收到|报送|征集|受理|提名|报名|征得)(?:了)?(?:有效|合格|参评)*[一-鿿]{0,6}$/u.test(trimWords(before)) && /共|收到|征得|受理/u.test(before)
