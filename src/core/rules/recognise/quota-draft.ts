/** Numbers with their who → quotas by role: one of what a unit may nominate, one each of what goes up, is shortlisted, is chosen. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { Quota, QuotaRole } from '../quota-terms'
import type { RuleDraft } from './draft'
import { asWritten, propertyOf, subsetOf } from './named'
import { trimWords, type Found, type Page } from './page'
import { recogniseQuotas, type QuotaFact } from './quota'

type Draft = RuleDraft<'quota'>
type Change = Partial<Omit<Quota, 'kind' | 'id' | 'strength' | 'clause' | 'basis' | 'decided'>>

const upward = /推荐至|推荐到|上报|报送|向上级|校.{0,4}择优推荐|省.{0,6}择优推荐/u
const chosen = /获奖|获评|评选|表彰|授予|选树|命名|产生|评出|选出|奖章|奖状|[一二三]等奖|特等奖|提名奖|特别奖|模范|标兵|红旗手/u
const shortlisted = /入围|初选|入选|提名奖|候选人$/u
const perUnit = /^(?:每个?|各|所有|全体).{0,12}(?:单位|部门|支部|学院|学会|协会|分会|省|市|县|区|高校|学校|医院|机构|组织|处室|团队)|^(?:单位|本单位)$/u
const generic = /^(?:每个?|各)(?:推荐)?(?:单位|部门|机构|组织|有关单位)$/u

/** How many pass a vote is said of the round. */
const ofRound = /(?:无记名|记名)(?:投|排序|打分)|赞成票|方可(?:投票|评分|评)|公众投票/u
/** Whose number it is; only words that name a role are trusted, and a body that nominates does. */
const roleOfFact = ({ who }: QuotaFact): QuotaRole => {
  if (upward.test(who)) return 'upward'
  if (perUnit.test(who)) return 'nominate'
  if (shortlisted.test(who)) return 'shortlist'
  return chosen.test(who) ? 'winners' : 'nominate'
}

export const recogniseQuotaRules = (page: Page): Found<Draft>[] => {
  const facts = recogniseQuotas(page)
  const extra = extrasIn(page)
  const roles = (['nominate', 'upward', 'shortlist', 'winners'] as const).flatMap((role): Found<Draft>[] => {
    const own = facts.filter((f) => roleOfFact(f.value) === role && !/上浮|增报|^(?:可)?(?:增加|追加)$/u.test(f.value.who) && !ofRound.test(page.prepared.text.slice(f.from, f.to)))
    const first = own[0]
    if (first === undefined) return []
    const change: Change = role === 'nominate' ? { ...ofUnits(own.map((f) => f.value)), ...extra.change } : ofList(role, own.map((f) => f.value))
    const doubts = role !== 'nominate' || own.every((f) => perUnit.test(f.value.who)) ? [] : own.flatMap((f) => f.doubts ?? [])
    return [{ value: { kind: 'quota', id: role === 'nominate' ? 'quota' : `quota-${role}`, ...change }, from: first.from, to: first.to, ...(doubts.length > 0 ? { doubts } : {}) }]
  })
  // What is said of nominations without a number of their own: a formula, an order.
  if (roles.some((r) => r.value.role === undefined) || extra.at === undefined) return roles
  return [{ value: { kind: 'quota', id: 'quota', ...extra.change }, ...extra.at }, ...roles]
}

const ofList = (role: QuotaRole, facts: readonly QuotaFact[]): Change => ({ role, max: Math.max(...facts.map((f) => f.max)) })

/** 其中…, 每类, persons and teams, channels, types of unit, and the units' own number, each where it belongs. */
const ofUnits = (facts: readonly QuotaFact[]): Change => {
  const within: NonNullable<Quota['within']> = [], split: NonNullable<Quota['split']> = [], byChannel: NonNullable<Quota['byChannel']> = [], pools: NonNullable<Quota['pools']> = [], plain: QuotaFact[] = []
  let kinds: Quota['kinds'], eachCategory: number | undefined, bonus: Quota['bonus'], joint: Quota['joint']
  for (const f of facts) {
    const who = trimWords(f.who)
    const inner = /^其中(.+)$/u.exec(who)
    const object = /^(.*?)\((.*)\)$/u.exec(who)
    const channel = who.startsWith('专家') ? 'expert' as const : /自荐/u.test(who) ? 'self' as const : /社会(?:征集|推荐)|公众/u.test(who) ? 'public' as const : undefined
    if (inner !== null) within.push({ of: subsetOf(inner[1] ?? ''), max: f.max })
    else if (/每[类项]$/u.test(who)) eachCategory = f.max
    else if (/集体或个人|个人或(?:集体|团队)|团队或个人/u.test(who)) { kinds = { person: f.max, team: f.max, either: true }; plain.push({ who: object?.[1] ?? '', max: f.max }) }
    else if (object !== null && /个人|人选|工作者/u.test(object[2] ?? '')) kinds = { team: kinds?.team ?? 0, either: false, person: f.max }
    else if (object !== null && /集体|团队|单位/u.test(object[2] ?? '')) kinds = { person: kinds?.person ?? 0, either: false, team: f.max }
    else if (channel !== undefined) byChannel.push({ channel, max: f.max })
    else if (/^已(?:建|成立|设立|有)/u.test(who)) bonus = [{ property: propertyOf(who), extra: f.max }]
    else if (/共同(?:推荐|提名)?$/u.test(who)) { joint = jointOf(who); plain.push({ who: '', max: f.max }) }
    else if (/联合|合计|共$/u.test(who) && facts.length > 1) pools.push({ name: asWritten(trimWords(who.replace(/联合|合计|共/gu, ''))), types: [typeOf(who)], max: f.max })
    else if (plain.length > 0 && /^(?:教(?:职)?工|学生|教师|干部|职工|科研人员|管理人员|医生|护士)$/u.test(who)) split.push({ of: subsetOf(who), max: f.max })
    else plain.push({ who, max: f.max })
  }
  const rest = { ...(within.length > 0 ? { within } : {}), ...(split.length > 1 ? { split } : {}), ...(byChannel.length > 0 ? { byChannel } : {}), ...(pools.length > 0 ? { pools } : {}),
    ...(eachCategory === undefined ? {} : { eachCategory }), ...(bonus === undefined ? {} : { bonus }), ...(joint === undefined ? {} : { joint }), ...(kinds === undefined ? {} : { kinds }) }
  return { ...numberOfUnits(plain, kinds), ...rest }
}

/** One number for all; different ones by type of unit, with the general one for the others. */
const numberOfUnits = (plain: readonly QuotaFact[], kinds: Quota['kinds']): Change => {
  if (plain[0] === undefined) return kinds === undefined ? {} : { max: kinds.person + kinds.team }
  if (plain.every((f) => f.max === plain[0]?.max)) return { max: plain[0].max }
  const general = plain.find((f) => generic.test(f.who) || /^其(?:他|余)/u.test(f.who))
  return { max: general?.max ?? null, byType: plain.filter((f) => f !== general).map((f) => ({ type: typeOf(f.who), max: f.max })) }
}
const typeOf = (who: string): string => trimWords(who.replace(/^(?:每个?|各)/u, '').replace(/联合|合计|共同|共$/gu, ''))
const jointOf = (who: string): NonNullable<Quota['joint']> => trimWords(who.replace(/^由/u, '').replace(/共同.*$/u, '')).split(/[、,和]|会同|联合/u).map(trimWords).filter((x) => x !== '').map((zh) => ({ id: propertyOf(zh).id, name: asWritten(zh) }))

const consulted = /(?:征求|听取)([^,。;]{2,20}?)(?:的)?意见(?:建议)?后/u
/** 须与市委宣传部共同推荐. */
const withOthers = /(?:须|应|需)与([^,。;]{2,20}?)(?:共同|联合)(?:推荐|提名|申报)/u
/** 个人或团队任选其一. */
const eitherKind = /(?:个人|人选)[^,。;]{0,2}(?:或|和|与|、)(?:团队|集体)[^,。;]{0,4}(?:任选其一|只能(?:选|报)[一其]|二选一|择一)/u
const eachUnit = new RegExp(`(?:限报|推荐|申报)(?:不超过)? ?(${numberPattern}) ?[名人个]`, 'u')
const n = (words: string | undefined): number => numberOf(words ?? '') ?? 0
const least = new RegExp(`(?<!其中[^,。;]{0,10})(?:至少|不少于|最少)(?:须|应|要|可)?(?:推荐|报送|申报|提名)?(?:人选|候选人)? ?(${numberPattern}) ?[名人个]`, 'u')
const range = new RegExp(`(?:推荐|报送|申报|提名|可报|限报)[^,。;\\d]{0,6}?(${numberPattern}) ?[-~至到—]+ ?(${numberPattern}) ?[名人个]`, 'u')
const innerLeast = new RegExp(`其中,?([^,。;]{2,14}?)(?:至少|不少于|不得少于)(?:有)? ?(${numberPattern}) ?[名人个]`, 'u')
const formula = new RegExp(`按(?:照)?([^,。;]{2,14}?)(?:的|总数的)? ?(${numberPattern}) ?%`, 'u')
const more = new RegExp(`(?:名额|人数)?(?:可|可以|适当)(?:适当)?(?:上浮|增加|追加|增报)(?:不超过|最多|至多)? ?(?:(${numberPattern}) ?[名人个])?`, 'u')
const outside = /([^,。;]{2,16}?)(?:可)?不占(?:用)?(?:本单位|推荐|单位)*名额/u
const ranked = new RegExp(`(?:推荐|报送)?(${numberPattern}) ?[名人个](?:及)?以上[^。]{0,12}(?:先后|排序|排名|顺序)`, 'u')

/** What sentences say beside the number. `at` is where a formula or an order stands. */
const extrasIn = (page: Page): { change: Change; at?: { from: number; to: number } } => {
  const change: Change = {}
  let at: { from: number; to: number } | undefined
  for (const s of page.sentences) {
    if (!/推荐|名额|提名|申报|报送|限报|选举/u.test(s.text)) continue
    const here = { from: s.from, to: s.to }
    const floor = least.exec(s.text), span = range.exec(s.text), inner = innerLeast.exec(s.text), f = formula.exec(s.text), out = outside.exec(s.text), order = ranked.exec(s.text)
    if (change.min === undefined && floor !== null) change.min = n(floor[1])
    if (change.min === undefined && span !== null && n(span[1]) < n(span[2])) change.min = n(span[1])
    if (/可以?不(?:予)?推荐|宁缺[毋勿]滥|可以?空缺|不搞平衡/u.test(s.text)) change.min = 0
    if (inner !== null) change.within = [...(change.within ?? []), { of: subsetOf(trimWords(inner[1] ?? '')), min: n(inner[2]) }]
    if (f !== null && /进一法|四舍五入|舍尾|取整|向上|差额/u.test(s.text)) {
      const of = trimWords((f[1] ?? '').replace(/(?:人数|总数|总人数)$/u, ''))
      change.formula = { share: { numerator: n(f[2]), denominator: 100 }, of: { ...propertyOf(of), id: /党员/u.test(of) ? 'partyMembers' : propertyOf(of).id }, rounding: /舍尾|向下/u.test(s.text) ? 'down' : /四舍五入/u.test(s.text) ? 'nearest' : 'up', ...(/含差额/u.test(s.text) ? { surplus: { share: { numerator: 0, denominator: 1 }, included: true } } : {}) }
      if (change.max === undefined) change.max = null
      at ??= here
    }
    if (/经.{0,8}(?:批准|同意)|审批/u.test(s.text) && more.test(s.text)) { const m = more.exec(s.text); change.extra = { max: m?.[1] === undefined ? null : n(m[1]) } }
    if (out !== null) change.outside = [propertyOf(trimWords(out[1] ?? ''))]
    const asked = consulted.exec(s.text)?.[1]
    if (asked !== undefined) change.joint = jointOf(asked)
    const together = withOthers.exec(s.text)?.[1]
    if (together !== undefined) change.joint = jointOf(together)
    const either = eitherKind.test(s.text) ? eachUnit.exec(s.text)?.[1] : undefined
    if (either !== undefined) change.kinds = { person: n(either), team: n(either), either: true }
    if (order !== null) { change.rankedFrom = n(order[1]); at ??= here }
  }
  return at === undefined ? { change } : { change, at }
}
