/** 补正: how long and how often a dossier with faults of form may be put right. */
import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { sayDay } from '../kernel/instant'
import { lastDayAfter } from '../kernel/working-days'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noMore } from './tightness'

export const correction = z.strictObject({ ...ruleBase, kind: z.literal('correction'), /** 0: nothing can be put right. */ times: z.int().min(0).max(20).optional(), days: z.int().min(1).max(90), count: z.enum(['working', 'calendar']) })
export type Correction = z.infer<typeof correction>

const length = (r: Pick<Correction, 'days' | 'count'>): Words => (r.count === 'working' ? { zh: `${r.days} 个工作日`, en: `${r.days} working days` } : { zh: `${r.days} 天`, en: `${r.days} days` })

export const correctionKind: KindOfRule<Correction> = {
  schema: correction,
  name: { zh: '补正', en: 'Correction' },
  say: (r) => ({ zh: `形式审查不合要求的，在 ${length(r).zh}内补正${r.times === undefined ? '' : `，不超过 ${r.times} 次`}`, en: `Faults of form are put right within ${length(r).en}${r.times === undefined ? '' : `, ${r.times} time(s) at most`}` }),
  tightens: (c, p) => [
    // Calendar days end no later than as many working days.
    ...(c.days <= p.days && (c.count === p.count || c.count === 'calendar') ? [] : loosening('days', { zh: '补正的时间', en: 'the time for corrections' }, c, p, length)),
    ...noMore('times', { zh: '补正的次数', en: 'how often' }, c.times, p.times),
  ],
  adding: 'single',
  judge: (rule, { correction: of, holidays = { holidays: [], workdays: [] } }) => {
    if (of === undefined) return []
    const last = lastDayAfter(of.from, rule.days, rule.count, holidays)
    const at = { field: `rule.${rule.id}` }
    return [
      ...(rule.times !== undefined && of.time > rule.times ? [finding({ code: 'correction.times', rule, at, what: [`这是第 ${of.time} 次退回补正，最多 ${rule.times} 次`, `This is correction ${of.time}; at most ${rule.times}`], mend: ['请接收或不予受理。', 'Accept or reject it.'] })] : []),
      ...(of.until > last ? [finding({ code: 'correction.tooLong', rule, at, what: [`补正到${sayDay(of.until).zh}，按规定不晚于${sayDay(last).zh}`, `Corrections until ${sayDay(of.until).en}; ${sayDay(last).en} at the latest`], mend: ['请把期限提前。', 'Set an earlier day.'] })] : []),
    ]
  },
}
