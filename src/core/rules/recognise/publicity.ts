/** Publicity with its channels and days, reports that go in with the nomination, and what a notice promises not to ask. */
import { datesOf, isoOf } from '../../text/dates'
import { numberOf, numberPattern } from '../../text/numerals'
import type { Sentence } from '../../text/sentences'
import type { RuleDraft } from './draft'
import { asWritten } from './named'
import { trimWords, type Found, type Page } from './page'

type Publicity = RuleDraft<'publicity'>
type Channel = NonNullable<Publicity['channels']>[number]['by']
const channels: readonly (readonly [Channel, string])[] = [
  ['press', '报刊|报纸|日报'], ['broadcast', '广播电视|电视台|电视|广播'], ['screens', '电子屏|大屏'], ['posters', '海报'], ['newMedia', '新媒体|公众号|客户端'], ['shortVideo', '短视频'], ['website', '网站|官网'],
  ['launch', '发布仪式|发布活动|发布会|集中发布'], ['visits', '走访|慰问'], ['talks', '宣讲|报告会'], ['exhibition', '展览'],
]

/** Channels that a sentence names, without numbers. */
export const channelsIn = (text: string): { by: Channel }[] => channels.filter(([, words]) => new RegExp(words, 'u').test(text)).map(([by]) => ({ by }))

/** 集中宣传获评者(报刊不少于3次、电子屏): what is done, and by what. */
const said = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、])? ?([^,。;:()]{2,40})\(([^()]{2,80})\),?/u

/** Where a number or a day stands with it; the usual sentences without are read as usual demands. */
export const recognisePublicity = (page: Page): Found<Publicity>[] => page.sentences.flatMap((s): Found<Publicity>[] => {
  if (!/宣传|发布|刊播|播发|宣讲|展播|展示/u.test(s.text)) return []
  const own = channels.flatMap(([by, words]): { by: Channel; least?: number }[] => {
    const m = new RegExp(`(?:${words})[^,。;、]{0,10}?(?:不少于|至少) ?(${numberPattern}) ?(?:次|篇|条|期|场|个|部|块)`, 'u').exec(s.text)
    const n = m === null ? undefined : numberOf(m[1] ?? '')
    return n !== undefined ? [{ by, least: n }] : new RegExp(words, 'u').test(s.text) ? [{ by }] : []
  })
  const [date] = datesOf(s.text)
  const day = date === undefined || page.year === undefined ? undefined : isoOf(date.readings[0], page.year.value).slice(0, 10)
  const told = said.exec(s.text)
  // (报刊、电子屏),5月30日: the day stands alone at the end
  const alone = told !== null && date !== undefined && date.from === told[0].length && /^(?:前|,报[一-鿿]{2,20})?[。;]?$/u.test(s.text.slice(date.to))
  const launched = alone || own.some((c) => c.by === 'launch') && day !== undefined && date?.third === undefined
  const until = alone && s.text.slice(date.to).startsWith('前')
  const text = told !== null && own.length > 0 && channelsIn(told[2] ?? '').length > 0 ? told[1] ?? '' : trimWords(s.text).slice(0, 40)
  if (own.length === 0 || (!own.some((c) => c.least !== undefined) && !launched)) return []
  return [{ value: { kind: 'publicity', strength: 'note', text: asWritten(text), channels: own, ...(launched && day !== undefined ? { [until ? 'until' : 'on']: day } : {}) }, from: s.from, to: s.to }]
})

const handed = /(随推荐材料)?((?:20\d\d年)?\d{1,2}月\d{1,2}日)?(?:之?前)?将([^,。;]{2,24}?(?:情况|总结))报(?:送|告)?(?:至|到|给)?([一-鿿]{2,20})(?=[,。;]|$)/u
/** 随推荐材料5月23日前将活动开展情况报省科协; a day alone is a due date. */
const reported = (page: Page, s: Sentence): Found<RuleDraft<'reportBack'>>[] => {
  const m = handed.exec(s.text)
  if (m === null || (m[1] === undefined && m[2] !== undefined)) return []
  const date = m[2] === undefined ? undefined : datesOf(m[2])[0]
  const by = date === undefined || page.year === undefined ? undefined : isoOf(date.readings[0], page.year.value).slice(0, 10)
  return [{ value: { kind: 'reportBack', what: asWritten(m[3] ?? ''), to: asWritten(m[4] ?? ''), ...(by === undefined ? {} : { by }), ...(m[1] === undefined ? {} : { withNomination: true }) }, from: s.from + m.index, to: s.from + m.index + m[0].length }]
}

export const recogniseReportsBack = (page: Page): Found<RuleDraft<'reportBack'>>[] => page.sentences.flatMap((s): Found<RuleDraft<'reportBack'>>[] => {
  const m = /([一-鿿]{0,10}(?:情况|总结)[一-鿿]{0,6}?)(?:,)?(?:请|须|应)?(?:随|与|同)推荐材料(?:一并|一同|同时|一起)(?:上?报送?|报送|提交)(?:至|到|给)?([一-鿿]{2,20})?/u.exec(s.text)
  return m === null ? reported(page, s) : [{ value: { kind: 'reportBack', what: asWritten(trimWords((m[1] ?? '').replace(/^(?:请|将|各单位|并)+/u, ''))), ...(m[2] === undefined ? {} : { to: asWritten(m[2]) }), withNomination: true }, from: s.from + m.index, to: s.from + m.index + m[0].length }]
})

export const recogniseBurdens = (page: Page): Found<RuleDraft<'burden'>>[] => page.sentences.flatMap((s): Found<RuleDraft<'burden'>>[] => {
  const free = /(?:不|严禁|不得)(?:得)?(?:向[^,。;]{2,12})?收取(?:任何)?(?:[一-鿿]{0,4})费用?|不收费/u.test(s.text)
  const paper = /(?:不再?|无需|不用|不要求|不要)(?:要求)?(?:报送|提交|提供|寄送)?纸质(?:版|材料|件)/u.test(s.text)
  const together = /与([^,。;]{4,30}?)(?:活动|评选|推荐|工作)?(?:合并|一并)(?:开展|进行|组织)/u.exec(s.text)
  if (!free && !paper && together === null) return []
  const opening = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、])? ?((?:[^,。;]*(?:形式主义|负担)[^,。;]*,?)+)/u.exec(s.text)?.[1]?.replace(/,$/u, '').replaceAll(',', '，')
  return [{ value: { kind: 'burden', ...(opening === undefined ? {} : { text: asWritten(opening) }), ...(free ? { noFee: true } : {}), ...(paper ? { paperCopies: 0 } : {}), ...(together === null ? {} : { heldWith: asWritten(trimWords(together[1] ?? '')) }) }, from: s.from, to: s.to }]
})
