/** How soon news comes by mail, as a person sets it. In the product it always stands at once. */
import { finding, type Finding } from '../kernel/finding'
import { addDays, dayOf, hourOf, startOfDay, type Instant } from '../kernel/instant'
import { groupTerms, newsGroups, type NewsGroup } from './kinds'

export const mailModes = ['atOnce', 'digest', 'none'] as const
export type MailMode = (typeof mailModes)[number]

/** Hours are of the clock in Beijing, 0 to 23. From `quietFrom` to `quietTo` nothing is mailed but what presses; equal: there are no quiet hours. */
export interface NewsSettings {
  readonly modes: Readonly<Record<NewsGroup, MailMode>>
  readonly digestHour: number
  readonly quietFrom: number
  readonly quietTo: number
}

/** What holds where a person sets nothing. */
export const usualSettings: NewsSettings = { modes: { terms: 'atOnce', decisions: 'atOnce', work: 'atOnce', campaign: 'digest', jury: 'atOnce' }, digestHour: 9, quietFrom: 22, quietTo: 7 }

const HOUR = 3_600_000
const isQuietHour = (hour: number, { quietFrom, quietTo }: NewsSettings): boolean =>
  quietFrom === quietTo ? false : quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo

export const isQuiet = (at: Instant, s: NewsSettings): boolean => isQuietHour(hourOf(at), s)

/** When this hour strikes next, strictly after `at`. */
export const nextHour = (at: Instant, hour: number): Instant => {
  const today = startOfDay(dayOf(at)) + hour * HOUR
  return today > at ? today : startOfDay(addDays(dayOf(at), 1)) + hour * HOUR
}
/** The same instant outside the quiet hours, else the end of them. */
export const afterQuiet = (at: Instant, s: NewsSettings): Instant => (isQuiet(at, s) ? nextHour(at, s.quietTo) : at)

const isHour = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= 23

/** Empty: they can be kept. */
export const judgeSettings = (s: NewsSettings): Finding[] => [
  ...newsGroups.flatMap((g): Finding[] => {
    const { must, name } = groupTerms[g]
    return must === null || s.modes[g] !== 'none' ? [] : [finding({ code: 'news.must', rule: null, strength: 'block', at: { field: g }, what: [`“${name.zh}”的邮件不能关`, `“${name.en}” cannot be switched off`], mend: [must.zh, must.en] })]
  }),
  ...([['digestHour', s.digestHour], ['quietFrom', s.quietFrom], ['quietTo', s.quietTo]] as const).filter(([, n]) => !isHour(n)).map(([field]) => finding({ code: 'news.hour', rule: null, strength: 'block', at: { field }, what: ['钟点不对', 'This is no hour of the day'], mend: ['请选 0 点到 23 点之间的整点。', 'Choose a full hour from 0 to 23.'] })),
  ...(isHour(s.digestHour) && isQuietHour(s.digestHour, s) ? [finding({ code: 'news.digestQuiet', rule: null, strength: 'block', at: { field: 'digestHour' }, what: ['每天一次的时间落在免打扰时段里', 'The daily digest falls into the quiet hours'], mend: ['请把每天一次的时间改到免打扰时段之外，或者改短免打扰时段。', 'Choose an hour outside the quiet hours, or make them shorter.'] })] : []),
]
