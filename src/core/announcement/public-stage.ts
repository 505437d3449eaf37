import type { Words } from '../kernel/finding'
import { dayOf, sayEnd, type CalendarDay, type Instant } from '../kernel/instant'
import type { DayCount } from '../kernel/working-days'

/** Where a campaign stands, for somebody who only wants to know that. */
export type PublicStage =
  | { readonly kind: 'nominating'; readonly until: Instant | null }
  | { readonly kind: 'selecting' }
  | { readonly kind: 'announcing'; readonly until: Instant; /** Today included. */ readonly daysLeft: number; readonly count: DayCount; readonly people: number }
  /** 公示期满, and the honours are not given yet. */
  | { readonly kind: 'announced'; readonly people: number }
  | { readonly kind: 'honoured'; readonly people: number }

interface Standing {
  /** End of nominations with every extension. */
  readonly end: Instant | null
  /** The term that ends last, supplementary notices included; people: those on any list who are not out. */
  readonly notice: { readonly endsAt: Instant; readonly days: readonly CalendarDay[]; readonly count: DayCount; readonly people: number } | null
  /** Those that stand; null: none was given yet. */
  readonly honours: number | null
}

/** The stage of a campaign that is public; a draft is none. */
export const publicStage = ({ end, notice, honours }: Standing, now: Instant): PublicStage => {
  if (honours !== null) return { kind: 'honoured', people: honours }
  if (notice !== null && now >= notice.endsAt) return { kind: 'announced', people: notice.people }
  if (notice !== null) return { kind: 'announcing', until: notice.endsAt, daysLeft: daysLeft(notice.days, now), count: notice.count, people: notice.people }
  return end !== null && now >= end ? { kind: 'selecting' } : { kind: 'nominating', until: end }
}

/** Days of a public notice that are not over; the running one counts whole. */
export const daysLeft = (days: readonly CalendarDay[], now: Instant): number => days.filter((day) => day >= dayOf(now)).length

/** The instant at which the stage becomes another by itself; null when only an act changes it. */
export const stageEnds = (stage: PublicStage): Instant | null => ('until' in stage ? stage.until : null)

export const stageNames: Readonly<Record<PublicStage['kind'], Words>> = {
  nominating: { zh: '正在推荐', en: 'Nominations open' },
  selecting: { zh: '评审中', en: 'Selection under way' },
  announcing: { zh: '公示中', en: 'Public notice' },
  announced: { zh: '公示期满', en: 'Notice ended' },
  honoured: { zh: '已授予荣誉', en: 'Honours given' },
}

const people = (n: number): Words => ({ zh: `${n} 人`, en: n === 1 ? '1 person' : `${n} persons` })
const days = (n: number, count: DayCount): Words => (count === 'working' ? { zh: `${n} 个工作日`, en: `${n} working ${n === 1 ? 'day' : 'days'}` } : { zh: `${n} 天`, en: `${n} ${n === 1 ? 'day' : 'days'}` })

/** The fact beside the name of the stage: until when, how long still, how many. */
export const sayStage = (s: PublicStage): Words => {
  if (s.kind === 'nominating') return s.until === null ? { zh: '截止时间另行通知', en: 'The deadline will be announced' } : { zh: `推荐至 ${sayEnd(s.until).zh} 止`, en: `Until ${sayEnd(s.until).en}` }
  if (s.kind === 'selecting') return { zh: '推荐已截止，结果将在这里公示', en: 'Nominations are closed; results will be announced here' }
  const who = people(s.people)
  if (s.kind === 'honoured' && s.people === 0) return { zh: '荣誉均已撤销', en: 'Every honour was revoked' }
  if (s.kind === 'honoured') return { zh: `获评 ${who.zh}`, en: `${who.en} honoured` }
  if (s.kind === 'announced') return { zh: `拟表彰 ${who.zh}，等候授予`, en: `${who.en}, honours to be given` }
  const left = days(s.daysLeft, s.count)
  return s.daysLeft === 0 ? { zh: `拟表彰 ${who.zh}，至 ${sayEnd(s.until).zh} 止`, en: `${who.en}, until ${sayEnd(s.until).en}` }
    : { zh: `拟表彰 ${who.zh}，还剩 ${left.zh}（含今天），${sayEnd(s.until).zh} 止`, en: `${who.en}, ${left.en} left (today included), until ${sayEnd(s.until).en}` }
}
