/** 公示: how long provisional results can be objected to, in what circle, at which level; and how much is said of each person. The first day is the day it starts, counted. */
import { z } from 'zod'
import { finding, type Finding, type Words } from '../kernel/finding'
import { addDays, sayDay, sayDays, termEnd, type CalendarDay, type Instant } from '../kernel/instant'
import { countedDays, isWorkingDay, type HolidayTable } from '../kernel/working-days'
import type { Case, Rested } from './case'
import { answerId } from './condition'
import { unanswered, type Ask } from './property'
import { calendarDay, clockTime, ruleBase, slug, words } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import { loosening, noMore, same, sameWords, type Say } from './tightness'

export const publicNotice = z.strictObject({
  ...ruleBase,
  kind: z.literal('publicNotice'),
  /** Where it is held: at the candidate's workplace, at the nominating unit, by the host (also when nothing is said), whose notice the product runs itself. */
  at: z.enum(['unit', 'nominator', 'host']).optional(),
  days: z.int().min(1).max(60),
  count: z.enum(['working', 'calendar']),
  /** Its days, where they are named; they hold at least `days`. */
  from: calendarDay.optional(),
  to: calendarDay.optional(),
  /** The clock time at which the last day ends; absent: the whole day. */
  endsAt: clockTime.optional(),
  /** 一定范围. */
  scope: words.optional(),
  /** The step of procedure that records it, where a unit holds it: its days are taken from there and asked for nowhere else. */
  step: slug.optional(),
  /** 一句话事迹: what the page says of each person; absent: of any length. */
  summary: z.strictObject({ maxLength: z.int().min(1).max(2000) }).optional(),
  /** 结果、通知和公示由第二人确认、一并发布; absent: one person of the office may begin it, and may still choose two. */
  release: z.literal('twoPersons').optional(),
})
export type PublicNotice = z.infer<typeof publicNotice>

/** A notice is held once at each level. */
export const noticeLevel = (p: { readonly at?: unknown }): string => (typeof p.at === 'string' ? p.at : 'host')

const levels = { unit: { zh: '人选所在单位', en: 'the candidate’s workplace' }, nominator: { zh: '推荐单位', en: 'the nominating unit' } } as const
const length = (p: Pick<PublicNotice, 'days' | 'count'>): Words => (p.count === 'working' ? { zh: `${p.days} 个工作日`, en: `${p.days} working days` } : { zh: `${p.days} 天`, en: `${p.days} days` })
const characters: Say<number> = (n) => ({ zh: `${n} 字`, en: `${n} characters` })
/** 24:00 where no hour is said, so that hours compare. */
const hour = (p: PublicNotice): number => Number((p.endsAt ?? '24:00').replace(':', ''))

const asksOf = (r: PublicNotice): readonly [Ask, Ask] | null => {
  if ((r.at !== 'unit' && r.at !== 'nominator') || r.step !== undefined) return null
  const where = levels[r.at]
  return [{ id: answerId(r.id, 'From'), type: 'day', question: { zh: `${where.zh}从哪一天起公示？`, en: `From which day did ${where.en} hold its public notice?` } }, { id: answerId(r.id, 'To'), type: 'day', question: { zh: `${where.zh}公示到哪一天？`, en: `Until which day did ${where.en} hold its public notice?` } }]
}

/** The days of a notice that starts on a day, and when it ends. */
export const noticeTerm = (rule: PublicNotice, start: CalendarDay, table: HolidayTable): { readonly days: CalendarDay[]; readonly end: Instant } => {
  const counted = countedDays(start, rule.days, rule.count, table)
  const last = counted.at(-1) ?? addDays(start, -1)
  // Days that the notice names may go on beyond its least length.
  const more = rule.to !== undefined && rule.to > last ? countedUntil(addDays(last, 1), rule.to, rule, table) : []
  return { days: [...counted, ...more], end: termEnd(more.length > 0 ? rule.to! : last, rule.endsAt ?? null) }
}
const countedUntil = (from: CalendarDay, to: CalendarDay, { count }: Pick<PublicNotice, 'count'>, table: HolidayTable): CalendarDay[] => {
  const found: CalendarDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (count === 'calendar' || isWorkingDay(day, table)) found.push(day)
  return found
}

export const publicNoticeKind: KindOfRule<PublicNotice> = {
  schema: publicNotice,
  name: { zh: '公示', en: 'Public notice' },
  say: (p) => {
    const most = p.summary === undefined ? null : characters(p.summary.maxLength)
    const where = p.at === undefined || p.at === 'host' ? { zh: '', en: '' } : { zh: `${levels[p.at].zh}`, en: ` at ${levels[p.at].en}` }
    const [scope, days] = [p.scope === undefined ? { zh: '', en: '' } : { zh: `在${p.scope.zh}`, en: ` in ${p.scope.en}` }, p.from === undefined || p.to === undefined ? null : sayDays(p.from, p.to)]
    const two = p.release === undefined ? { zh: '', en: '' } : { zh: '；由两人一并发布结果和公示', en: '; two persons release it together with the outcome' }
    return {
      zh: `${where.zh}${scope.zh}公示 ${length(p).zh}${days === null ? '' : `（${days.zh}）`}${p.endsAt === undefined ? '' : `，最后一天 ${p.endsAt} 止`}${most === null ? '' : `，一句话事迹每人不超过 ${most.zh}`}${two.zh}`,
      en: `The public notice${where.en}${scope.en} lasts ${length(p).en}${days === null ? '' : ` (${days.en})`}${p.endsAt === undefined ? '' : `, until ${p.endsAt} of the last day`}${most === null ? '' : `; the summary of each person has at most ${most.en}`}${two.en}`,
    }
  },
  tightens: (child, parent) => [
    // Working days are never fewer than as many calendar days; calendar days for working ones depend on holidays and are refused.
    ...(child.days >= parent.days && (child.count === parent.count || child.count === 'working') ? [] : loosening('days', { zh: '公示时长', en: 'the length of the public notice' }, child, parent, length)),
    ...(noticeLevel(child) === noticeLevel(parent) ? [] : loosening('at', { zh: '公示的层级', en: 'where the notice is held' }, noticeLevel(child), noticeLevel(parent), (l) => (l === 'unit' || l === 'nominator' ? levels[l] : { zh: '主办单位', en: 'the host' }))),
    ...(hour(child) >= hour(parent) ? [] : loosening('endsAt', { zh: '最后一天的截止时间', en: 'the hour at which it ends' }, child.endsAt, parent.endsAt ?? '24:00', (t) => ({ zh: t, en: t }))),
    ...(parent.to === undefined || (child.to !== undefined && child.to >= parent.to) ? [] : loosening('to', { zh: '公示的最后一天', en: 'its last day' }, child.to, parent.to, sayDay)),
    ...sameWords('scope', { zh: '公示范围', en: 'the circle' }, child.scope, parent.scope),
    ...(parent.step === undefined ? [] : same('step', { zh: '记录公示的程序', en: 'the step that records it' }, child.step, parent.step)),
    ...(parent.release === undefined || child.release === parent.release ? [] : loosening('release', { zh: '由两人发布', en: 'release by two persons' }, child.release, parent.release, () => ({ zh: '由两人发布', en: 'by two persons' }))),
    ...noMore('summary.maxLength', { zh: '一句话事迹的字数', en: 'the length of a summary' }, child.summary?.maxLength, parent.summary?.maxLength, characters),
  ],
  adding: 'single',
  onePer: (r) => noticeLevel(r),
  judge: (rule, of) => judge(rule, of),
  asks: (r) => asksOf(r) ?? [],
  check: (p): Fault[] => [...(p.release !== undefined && noticeLevel(p) !== 'host' ? [{
    path: ['release'], expected: { zh: '由主办单位公示的才有 release', en: 'release only where the host holds it' }, got: p.release, writeInstead: { zh: '去掉 release', en: 'leave release out' },
  }] : []), ...(p.step !== undefined && noticeLevel(p) === 'host' ? [{
    path: ['step'], expected: { zh: '由单位公示的才有 step', en: 'a step only where a unit holds it' }, got: p.step, writeInstead: { zh: '去掉 step，或写明 at: unit', en: 'leave step out, or say at: unit' },
  }] : []), ...(p.from !== undefined && p.to !== undefined && p.from > p.to ? [{
    path: ['to'], expected: { zh: `不早于 ${p.from} 的日期`, en: `a day not before ${p.from}` }, got: p.to, writeInstead: { zh: `把 to 改为 ${p.from} 或以后，或改正 from`, en: `set to to ${p.from} or later, or mend from` },
  }] : [])],
}

const isDay = /^\d{4}-\d{2}-\d{2}$/
const none: HolidayTable = { holidays: [], workdays: [] }

/** The days of a unit's own notice that count as this rule counts them. */
export const daysHeld = (rule: Pick<PublicNotice, 'count'>, { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay }, table: HolidayTable): number => (isDay.test(from) && isDay.test(to) ? countedUntil(from, to, rule, table).length : 0)

/** Held by a unit: its days are answered, or told by a step. Held by the host: known as `notice`. */
const judge = (rule: Rested<PublicNotice>, { person, notice, answers, holidays = none }: Case): Finding[] => {
  if (rule.step !== undefined) {
    const [from, to] = [answers?.steps[rule.step]?.day ?? '', answers?.steps[rule.step]?.to ?? '']
    // What is not there yet is missed by the step itself.
    return isDay.test(from) && isDay.test(to) ? short(rule, { from, to }, `step.${rule.step}`, holidays) : []
  }
  const asks = asksOf(rule)
  if (asks === null) return notice === undefined ? [] : [...early(rule, notice), ...short(rule, notice, `rule.${rule.id}`, holidays)]
  if (person === undefined) return []
  const open = asks.filter((a) => !isDay.test(person.values?.[a.id] ?? ''))
  if (open.length > 0) return open.map((a) => unanswered(rule, a))
  return short(rule, { from: person.values![asks[0].id]!, to: person.values![asks[1].id]! }, `property.${asks[1].id}`, holidays)
}

const short = (rule: Rested<PublicNotice>, { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay }, field: string, table: HolidayTable): Finding[] => {
  const n = countedUntil(from, to, rule, table).length
  if (n >= rule.days) return []
  const [span, must, unit] = [sayDays(from, to), length(rule), rule.count === 'working' ? { zh: '个工作日', en: 'working day(s)' } : { zh: '天', en: 'day(s)' }]
  return [finding({ code: 'publicNotice.short', rule, at: { field }, what: [`${from > to ? `公示的起止日期颠倒（${from}、${to}）` : `公示${span.zh}只有 ${n} ${unit.zh}`}，应为 ${must.zh}`, `The public notice from ${from} to ${to} holds ${n} ${unit.en}; ${must.en} are asked`], mend: ['请补足公示时间；填错的，改正日期。', 'Hold it longer, or correct the days.'] })]
}

const early = (rule: Rested<PublicNotice>, notice: NonNullable<Case['notice']>): Finding[] => (rule.from !== undefined && notice.from < rule.from ? [finding({ code: 'publicNotice.early', rule, at: { field: `rule.${rule.id}` }, what: [`方案定在${sayDay(rule.from).zh}开始公示，现在是${sayDay(notice.from).zh}`, `The notice begins on ${sayDay(rule.from).en} by its rule; this is ${sayDay(notice.from).en}`], mend: ['请到那一天再开始。', 'Begin it on that day.'] })] : [])
