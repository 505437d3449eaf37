/** 总结: figures for the final report, and its draft in Word; both of one state of the database and by one function. */
import { finalReportWord, readFinalReport } from '#contract/operations/final-report'
import type { AnswerOf, Download } from '#contract/operation'
import { reportOf } from '#core/publicity/report/report-of'
import { finalReport } from '#documents/final-report/report-word'
import { drawPictures } from '../final-report/pictures'
import { gatherFacts } from '../final-report/gather'
import { query, snapshotQuery } from '../handler'

export const readFinalReportQuery = snapshotQuery(readFinalReport, async ({ params: { campaignId } }, c) => reportOf(await gatherFacts(c, campaignId)) as unknown as AnswerOf<typeof readFinalReport>)

/** Gathered in one state of the database, which is let go before anything is drawn. */
export const finalReportWordQuery = query(finalReportWord, async ({ params: { campaignId } }, { services }): Promise<Download> => {
  const report = reportOf(await services.db.snapshot((q) => gatherFacts({ q, services }, campaignId)))
  return { content: await finalReport(report, await drawPictures(report)), mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', fileName: `${report.title.zh}（初稿）.docx`, inline: false }
})
