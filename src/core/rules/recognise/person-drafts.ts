/** What a candidate must be, have been, or would better be, and by whom candidates come: read where a notice says so in so many words. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { Sentence } from '../../text/sentences'
import type { Channel } from '../channels'
import { onDay } from './age-draft'
import type { RuleDraft } from './draft'
import { propertyOf } from './named'
import { trimWords, type Doubt, type Found, type Page } from './page'
import { levelIn, titlesIn } from './who-draft'

const must = '(?:必须|须|应当|应|需|限|仅限)'
const found = <T>(s: Sentence, m: RegExpExecArray, value: T, doubts: readonly Doubt[] = []): Found<T> => ({ value, from: s.from + m.index, to: s.from + m.index + m[0].length, ...(doubts.length > 0 ? { doubts } : {}) })
const each = <T>(page: Page, pattern: RegExp, read: (m: RegExpExecArray, s: Sentence) => Found<T> | null): Found<T>[] => page.sentences.flatMap((s) => {
  const m = pattern.exec(s.text)
  const one = m === null ? null : read(m, s)
  return one === null ? [] : [one]
})

const member = new RegExp(`${must}(?:为|是|具有|系|持有|拥有)([^,。;]{0,20}?(?:会员|国籍|公民|在职人员|在职职工|正式职工|在编人员|工会会员))`, 'u')
export const recogniseMemberships = (page: Page): Found<RuleDraft<'membership'>>[] => each(page, member, (m, s) => found(s, m, {
  kind: 'membership' as const, ...(/原则上/u.test(s.text) ? { strength: 'warn' as const } : {}), of: propertyOf(trimWords(m[1] ?? '')),
}))

const years = new RegExp(`((?:从事|在|担任|任|加入|入会)[^,。;]{2,20}?)(?:满|已满|不少于|时间|时间满)? ?(${numberPattern}) ?年(?:及)?(?:以上|\\(含\\)以上)?`, 'u')
export const recogniseSeniorities = (page: Page): Found<RuleDraft<'seniority'>>[] => each(page, years, (m, s) => {
  const n = numberOf(m[2] ?? '')
  // 近三年 and 2026年 are no length of service
  if (n === undefined || n > 60 || !/以上|满|不少于/u.test(m[0]) || /近|最近|届/u.test(m[1] ?? '')) return null
  const zh = trimWords((m[1] ?? '').replace(/(?:工作)?(?:时间|年限)$/u, '工作').replace(/满$/u, ''))
  const known = propertyOf(zh)
  const on = onDay(page, s.from, s.to)
  return found(s, m, { kind: 'seniority' as const, years: n, of: known.name, since: `since${known.id.charAt(0).toUpperCase()}${known.id.slice(1)}`, ...(on === undefined ? {} : { on }) },
    page.year === undefined || on !== undefined ? [] : [{ at: 'on', what: { zh: '年限计算到哪一天？', en: 'To which day are the years counted?' }, readings: [`${String(page.year.value)}-01-01`, `${String(page.year.value)}-12-31`] }])
})

const where = new RegExp(`${must}(?:是|为)?在([^,。;]{2,20}?)(工作|从业|生活|居住|就业)`, 'u')
export const recognisePlaces = (page: Page): Found<RuleDraft<'place'>>[] => each(page, where, (m, s) => (/[年月]|岗位|一线|期间/u.test(m[1] ?? '') ? null : found(s, m, {
  kind: 'place' as const, anyOf: (m[1] ?? '').split(/[、或和]/u).map(trimWords).filter((x) => x !== '').map((x) => ({ id: propertyOf(`在${x}${m[2] ?? ''}`).id, name: { zh: `在${x}${m[2] ?? ''}`, en: `在${x}${m[2] ?? ''}` } })),
})))

const earlier = new RegExp(`${must}(?:已|曾|先)*(?:获得?|荣获|具有|取得)(?:过)?([^,。;]{2,24}?)(?:称号|荣誉|表彰|奖励)`, 'u')
export const recogniseRequiredHonours = (page: Page): Found<RuleDraft<'requiredHonour'>>[] => each(page, earlier, (m, s) => {
  const [titles, level] = [titlesIn(m[0]), levelIn(m[0])]
  return titles === undefined && level === undefined ? null : found(s, m, { kind: 'requiredHonour' as const, ...(titles === undefined ? {} : { titles }), ...(level === undefined ? {} : { level }) })
})

const toward = /(?:向|对)([^,。;]{2,30}?)(?:倾斜|予以倾斜|适当倾斜)|(?:优先(?:推荐|考虑)|重点推荐|注重推荐|突出推荐|适当考虑|注重推荐?)([^,。;]{2,24})|(?:兼顾|统筹考虑|综合考虑)([^。;]{2,24}?)(?:的)?(?:分布|平衡|比例|因素|等)?(?=[,。;]|$)/u
/** People named after words of preference; a share with a number is a proportion. */
export const recognisePreferences = (page: Page): Found<RuleDraft<'preference'>>[] => each(page, toward, (m, s) => {
  const said = m[1] ?? m[2] ?? m[3] ?? ''
  // 兼顾不同类别、年龄 is a spread over a list, and no sort of people.
  if (/不同(?:类别|年龄|领域|层次|性别)/u.test(said)) return null
  if (/%|百分之/u.test(s.text) || /工作$|宣传|经费|活动/u.test(said)) return null
  const names = said.replace(/的(?:科技工作者|人选|候选人|人员)$/u, '').split(/[、和]/u).map((x) => trimWords(x.replace(/^(?:不同|推荐)/u, ''))).filter((x) => x.length >= 2)
  return names.length === 0 ? null : found(s, m, { kind: 'preference' as const, strength: 'note' as const, toward: names.map(propertyOf) })
})

const refused = /不(?:接受|受理|接收)(?:任何)?(?:个人(?:申报|自荐|报名)?|自荐)/u
/** 不接受专家推荐、社会征集: channels named there are shut. */
const shut = /不(?:接受|受理|接收)[^,。;]*/gu
const spoken: readonly (readonly [Exclude<Channel, 'unit'>, RegExp])[] = [['self', /(?:可|接受|允许)?(?:个人)?自荐|个人(?:可)?(?:直接|自行|自愿)?(?:申报|报名)/u], ['expert', /专家(?:联名)?(?:推荐|提名)/u], ['public', /社会(?:征集|推荐|公开征集)|公众推荐/u]]
/** One rule of all that is said about who may put somebody forward. */
export const recogniseChannels = (page: Page): Found<RuleDraft<'channel'>>[] => {
  const no = each(page, refused, (m, s) => found(s, m, true))[0]
  const yes = spoken.flatMap(([channel, said]) => (channel === 'self' && no !== undefined ? [] : each(page, said, (m, s) => (!said.test(s.text.replace(shut, '')) ? null : found(s, m, { channel, seal: /盖章|公章|盖.{0,4}章/u.test(s.text) && channel === 'self' }))).slice(0, 1)))
  const at = no ?? yes[0]
  if (at === undefined) return []
  const sealed = yes.filter((y) => y.value.seal).map((y) => y.value.channel)
  return [{ value: { kind: 'channel', id: 'channel', allowed: ['unit', ...yes.map((y) => y.value.channel)], ...(sealed.length > 0 ? { sealed } : {}) }, from: at.from, to: at.to }]
}
