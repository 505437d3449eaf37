/** 数据: the figures of a campaign, and each of its tables as a file. No person is named in them. */
import { z } from 'zod'
import { dimensions } from '#core/composition/compose'
import { parts } from '#core/composition/tables'
import type { StageId } from '#core/composition/stages'
import { download, operation } from '../operation'
import { campaignParams, clause, day, instant, words } from '../shapes'

const stageId = z.custom<StageId>((v) => typeof v === 'string' && /^(begun|submitted|accepted|announced|honoured|(round|selected):.+)$/.test(v))
const count = z.int().min(0)
const spread = z.object({ n: count, median: count, p90: count, most: count }).nullable()
const bin = z.object({ value: z.int(), n: count })

export const figures = z.object({
  at: instant, end: instant.nullable(), agesOn: day,
  stages: z.array(z.object({ id: stageId, name: words })),
  funnel: z.object({
    steps: z.array(z.object({ id: z.string(), name: words, count, lost: z.array(z.object({ name: words, count })) })),
    loops: z.object({ returns: count, nominations: count, cameBack: count, open: count }),
  }),
  dimensions: z.array(z.object({
    id: z.enum(dimensions), name: words, note: words.nullable(), classes: z.array(z.object({ value: z.string(), name: words, kind: z.enum(['stated', 'notStated', 'offline']) })),
    at: z.array(z.object({ stage: stageId, /** What every share is of. */ whole: count, counts: z.array(count) })),
  })),
  /** Shares that the notice asks for, beside how it stands; nothing follows from them by itself. */
  marks: z.array(z.object({
    ruleId: z.string(), name: words, says: words, clause, bound: z.enum(['max', 'min']), percent: z.int(),
    at: z.array(z.object({ stage: stageId, n: count, /** Of whom it is not known. */ open: count, size: count, limit: count, kept: z.boolean().nullable(), sentence: words })),
  })),
  /** Minutes; sums over what was submitted. */
  burden: z.object({
    sent: count, minutes: z.array(bin), totalMinutes: count, returns: count, counted: count, asked: count, known: count, changed: count, typed: count, filesRefused: count, filesReplaced: count,
    spread, bars: z.array(z.object({ from: count, to: count.nullable(), n: count })), estimated: z.object({ onPages: count, whole: count }),
  }),
  arrivals: z.object({
    all: count, days: z.array(z.object({ day, n: count })), lastDay: z.array(z.object({ hour: count, n: count })), inLastDay: count, inLastHour: count, afterEnd: count,
  }).nullable(),
  turnaround: z.object({ desk: spread, waiting: count, oldestSince: instant.nullable(), mended: spread }),
  reasons: z.object({ letters: count, points: count, rest: count, reasons: z.array(z.object({ key: z.string(), what: words, where: words.nullable(), clause: z.string(), n: count, hint: words.nullable() })) }),
})

export const readFigures = operation({
  id: 'figures.read', method: 'GET', path: '/api/campaigns/:campaignId/figures', who: 'overseersOfCampaign',
  summary: { zh: '数据：推进、构成、比例、负担、及时、退回原因', en: 'Figures: progress, composition, shares, burden, timeliness, reasons of returns' },
  params: campaignParams, answer: figures,
})
export const exportFigures = download({
  id: 'figures.export', path: '/api/campaigns/:campaignId/figures/table', who: 'overseersOfCampaign', summary: { zh: '导出数据中的一张表（Excel、CSV）', en: 'Export a table of the figures (Excel, CSV)' },
  params: campaignParams, query: z.object({ part: z.enum(parts).default('composition'), as: z.enum(['xlsx', 'csv']).default('xlsx') }), mediaType: 'application/octet-stream',
})
