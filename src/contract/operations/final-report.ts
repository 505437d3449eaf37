/** 总结: the figures of a campaign for its final report, and the draft of it in Word. No person is named. */
import { z } from 'zod'
import { partLooks } from '#core/publicity/report/chart'
import { sections } from '#core/publicity/report/report'
import { download, operation } from '../operation'
import { campaignParams, instant, words } from '../shapes'

const count = z.int().min(0)
const chart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bars'), rows: z.array(z.object({ name: words, n: count, of: count.optional() })) }),
  z.object({ kind: z.literal('parts'), classes: z.array(z.object({ name: words, look: z.enum(partLooks) })), rows: z.array(z.object({ name: words, whole: count, counts: z.array(count.nullable()) })) }),
  z.object({ kind: z.literal('spans'), until: instant, rows: z.array(z.object({ name: words, from: instant, to: instant.nullable() })) }),
])
const table = z.object({
  id: z.string(), title: words, columns: z.array(z.object({ name: words, numeric: z.boolean(), width: z.number() })), /** Null: too few to be told. */ rows: z.array(z.array(z.union([count, words]).nullable())),
  from: words, note: words.nullable(), chart: chart.nullable(),
})

export const readFinalReport = operation({
  id: 'finalReport.read', method: 'GET', path: '/api/campaigns/:campaignId/final-report', who: 'overseersOfCampaign', summary: { zh: '总结报告的数字和图表', en: 'Figures and charts of the final report' }, params: campaignParams,
  answer: z.object({
    title: words, organisation: z.string(), at: instant,
    sections: z.array(z.object({ id: z.enum(sections), title: words, says: z.array(words), tables: z.array(table) })),
    /** Every number that stands in a sentence, with where it comes from. */
    figures: z.array(z.object({ key: z.string(), name: words, value: count, from: words })),
  }),
})
export const finalReportWord = download({
  id: 'finalReport.word', path: '/api/campaigns/:campaignId/final-report.docx', who: 'overseersOfCampaign', summary: { zh: '总结报告初稿（Word）', en: 'The draft of the final report (Word)' }, params: campaignParams,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})
