/** Shares of a list: of whom × bound × percent, with the nested or named base in brackets. */
import { numberOf } from '../../text/numerals'
import { clausesOf } from '../../text/sentences'
import { trimWords, type Found, type Page } from './page'

export interface ProportionFact { what: string; bound: 'max' | 'min'; percent: number }

const percent = /(?<![\d.])(\d{1,3}(?:\.\d{1,4})?) ?(?:%|个百分点)|百分之([一二三四五六七八九十]+)|([一二两三四五六七八九])成(?![员立果绩功就为分都])/gu
const most = /不超过|不得超过|不能超过|不高于|不得高于|不大于|控制在|限制在|(?<!不|不得|不能)(?:低于|少于|小于)|不多于|最多|至多|≤|<=/u
const near = (words: RegExp, before: string): boolean => words.test(before.slice(-28).replace(/^.*(?:以上|以下|以内)(?=.*[一-鿿]{2})/u, ''))
const ending = /(?:不超过|不得超过|不高于|不得高于|控制在|限制在|低于|不多于|最多|至多|不少于|不得少于|不低于|不得低于|至少|达到|最少|不小于|不大于|不能超过|超过|≥|≤|>=|<=|要|应(?!届)|须)+$/u
const least = /不少于|不得少于|不低于|不得低于|不小于|至少|达到|最少|≥|>=|(?<!不|不得|不能)(?:超过|高于|大于)/u

const onlyBound = new RegExp(`^(?:所占)?(?:比例|占比)?(?:${ending.source.replace('+$', '')})+(?:[一-鿿]{0,8}(?:总数|总量|人数|名额|总人数)的?|[一-鿿]{2,8}的)?$`, 'u')
const betweenBase = new RegExp(`^(.{2,}?)(?:${ending.source.replace('$', '')})(?:全部|所有|本单位|本地区)?([一-鿿]{2,12}?(?:总数|总人数|总量|人数|名额|单位|会员|职工|教师|学生|党员))的?$`, 'u')
const plainly = (words: string): string => words.replace(/原则上|一般|(?:应当|应|须|要)(?=不|占|控制|达|$)/gu, '').replace(/(?:所占)?(?:的)?(?:比例|比重|占比|人数|数量)/gu, '').replace(/^(?:其中,?|推荐(?:人选|对象|名额)?中,?|候选人中,?)/u, '')
/** Who the share is of: what stands before the bound. */
function whatOf(before: string): { what: string; soft: boolean; base: string } {
  const soft = /原则上/u.test(before)
  const nested = /其中/u.test(before)
  const text = plainly(trimWords(before))
  // 不超过推荐总数的10%: the base stands between bound and number
  const between = betweenBase.exec(trimWords(before).replace(/原则上|一般|\([^()]*\)/gu, ''))
  if (between !== null) return { what: trimWords(plainly(between[1] ?? '').replace(/按照?$/u, '')), soft, base: between[2] ?? '' }
  const bare = text.replace(ending, '')
  const base = /(?:占|按照?|为)(.{2,30}?)(?:的|总数的?|总人数的?)?$/u.exec(bare)
  const what = bare.replace(/(?:占|按|为).{0,32}$/u, '').replace(/(?:占|不|的|在)+$/u, '')
  return { what: trimWords(what), soft, base: nested ? `其中${base?.[1] ?? ''}` : base?.[1] ?? '' }
}

/** 女职工、农民工分别不低于25%和10%: the name that stands where this number stands. */
function respectively(clause: string, at: number): string | undefined {
  const m = /([^,;。]{4,40}?)(?:的)?(?:所占)?(?:比例|占比)?分别/u.exec(clause)
  if (m === null || m.index + m[0].length > at) return undefined
  const names = (m[1] ?? '').split(/[、和及与]/u), place = [...clause.slice(m.index + m[0].length).matchAll(percent)].findIndex((x) => m.index + m[0].length + x.index === at)
  return trimWords(names[place] ?? '') || undefined
}

/** 先进个人中: the kind a share is taken of. */
const amongWhom = /(?:^|[。;,])(?:推荐的)?((?:先进|优秀)?(?:个人|集体|团队|工作者|教师|奖章|奖状|单位))中,/u
/** Every share of the page. */
export function recogniseProportions(page: Page): Found<ProportionFact>[] {
  const out: Found<ProportionFact>[] = []
  let among = '', goesOn = false
  for (const sentence of page.sentences) {
    // 先进个人中,…;…: holds to the end of the sentence
    among = amongWhom.exec(sentence.text)?.[1] ?? (goesOn ? among : '')
    goesOn = sentence.text.endsWith(';')
    for (const clause of clausesOf(sentence)) for (const m of clause.text.matchAll(percent)) {
    const tenths = m[3] === undefined ? undefined : numberOf(m[3])
    const value = tenths === undefined ? numberOf(m[1] ?? m[2] ?? '') : tenths * 10
    const before = clause.text.slice(0, m.index), after = clause.text.slice(m.index + m[0].length)
    const formula = /(?:按|依).*$/u.test(before) && /^(?:的)?(?:比例|左右)?/u.test(after) && /申报|推荐|评选|上报|推选|评出|选出|表彰/u.test(after), ratio = /(?:(?:评选|推荐|上报|申报|表彰|推选|报送)(?:的)?比例|名额)(?:一般|均|原则上)*(?:为|是)[^,;。]{0,20}$/u.test(before)
    const bound = /^(?:以上|及以上)/u.test(after) || near(least, before) ? 'min' as const : near(most, before) || /^(?:以内|以下|之内)/u.test(after) || formula || ratio ? 'max' as const : undefined
    if (value === undefined || bound === undefined || value > 100 || /票|投票|得分|总分|权重|评审占|评分|测评|同比|左右|税|利润|增长|资金|经费|复制比|重复率|查重|检测率/u.test(clause.text) || (formula && out.some((o) => o.from === sentence.from && o.value.percent === value))) continue
    const shared = respectively(clause.text, m.index)
    if (shared !== undefined) { out.push({ value: { what: shared, bound, percent: value }, from: sentence.from, to: sentence.to }); continue }
    // 处级干部从严掌握,原则上不超过推荐总数的20%: whose share is told in the clause before
    const lacking = onlyBound.test(trimWords(before).replace(/原则上|一般/gu, '')) ? trimWords(sentence.text.slice(0, clause.from - sentence.from).split(/[,;。:]/u).filter((x) => x.trim() !== '').at(-1) ?? '').replace(/(?:要|应|须)?(?:从严|严格|适当)(?:掌握|控制|把握|限制)$/u, '').replace(/(?<=.{4})(?:应|须)(?:当)?[^,]{2,}$/u, '') : ''
    const told = whatOf(`${lacking}${before}`), { soft, base } = told
    // 按会员数的2%推选积极分子: the share is of those who are then chosen, or of what stands before the colon
    const what = told.what.length >= 2 || !formula ? told.what : /^(?:的)?(?:比例)?(?:择优)?(?:推选|推荐|评选|申报|评出|选出|上报|表彰)([一-鿿“”]{2,14})/u.exec(after)?.[1] ?? trimWords(sentence.text.slice(0, clause.from - sentence.from).split(/[,;。:]/u).filter((x) => x.trim() !== '').at(-1) ?? '')
    const extra = formula ? [...after.matchAll(/\(([^()]{2,8})\)/gu)].map((x) => x[1] ?? '').filter((x) => /法|入|取整|含|差额|舍|不足/u.test(x)) : []
    const notes = [base === '' ? '' : base.startsWith('其中') ? base : `占${base}`, soft ? '原则上' : '', ...extra].filter((x) => x !== '' && x !== '其中')
    if (what.length < 2 || what.length > 40) continue
    const whole = among === '' || what.includes(among) ? what : `${among}中${what}`
    out.push({ value: { what: notes.length === 0 ? whole : `${whole}(${notes.join(',')})`, bound, percent: value }, from: sentence.from, to: sentence.to })
    }
  }
  return out
}
