import { readReport, readSamples, reportPdf, reportWord } from '#contract/operations/supervision'
import type { Download } from '#contract/operation'
import { dayOf } from '#core/kernel/instant'
import { sampled } from '#core/supervision/sample'
import type { SealedReport } from '#core/supervision/report'
import type { OfficialDocument } from '#documents/official/document'
import { officialPdf } from '#documents/official/pdf'
import { officialWord } from '#documents/official/word'
import { absent, query, snapshotQuery, type QueryContext } from '../handler'
import { definitionOfCampaign } from '../store/campaigns'
import type { Queries } from '../store/database'
import { poolOf, readSampledItems, readSampleNotes, readSampleRows } from '../store/samples'
import { buildReport, reportDocument } from '../supervision-report'

export const readSamplesQuery = snapshotQuery(readSamples, async ({ params: { campaignId } }, { q }) => {
  const notes = await readSampleNotes(q, campaignId)
  const pools = await Promise.all(sampled.map(async (what) => ({ what, count: (await poolOf(q, campaignId, what)).length })))
  const samples = await Promise.all((await readSampleRows(q, campaignId)).toReversed().map(async (s) => {
    const named = s.drawn === null ? [] : await readSampledItems(q, campaignId, s.what, s.drawn)
    const noteOf = (item: string) => { const n = notes.find((x) => x.sampleId === s.id && x.item === item); return n === undefined ? null : { verdict: n.verdict, words: n.words, by: n.by, at: n.at } }
    return {
      sampleId: s.id, what: s.what, size: s.size, pool: s.pool.length, planHash: s.planHash, commitment: s.commitment, fixedAt: s.fixedAt,
      // In the order of the lots.
      result: s.drawn === null ? null : { drawnAt: s.drawnAt!, secret: s.secret!, word: s.word!, items: s.drawn.map((item) => ({ ...(named.find((n) => n.item === item) ?? { name: '', about: '', path: null, isFile: false }), item, note: noteOf(item) })) },
    }
  }))
  return { pools, samples }
})

interface SealedRow { readonly id: string; readonly content: SealedReport; readonly hash: string; readonly by: string; readonly at: number }
const readSealed = (q: Queries, campaignId: string): Promise<SealedRow[]> => q.rows<SealedRow>(`SELECT r.id, r.content, r.hash, a.person_name AS by, r.sealed_at AS at FROM supervision_reports r JOIN accounts a ON a.id = r.sealed_by WHERE r.campaign_id = $1 ORDER BY r.sealed_at DESC, r.id`, [campaignId])

export const readReportQuery = snapshotQuery(readReport, async ({ params: { campaignId } }, { q, services }) => {
  const draft = await buildReport(q, services, campaignId)
  return { draft: { sections: draft.sections.map((s) => ({ ...s, lines: [...s.lines] })) }, sealed: (await readSealed(q, campaignId)).map((r) => ({ reportId: r.id, hash: r.hash, by: r.by, at: r.at, words: r.content.words })) }
})

const documentOf = async ({ q, services, actor }: QueryContext, campaignId: string, reportId: string | undefined): Promise<{ document: OfficialDocument; fileName: string }> => {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const { at, organisation } = (await q.row<{ at: number; organisation: string }>(`SELECT product_time() AS at, name AS organisation FROM organisations WHERE id = $1`, [actor.organisationId]))!
  const sealed = reportId === undefined ? undefined : (await readSealed(q, campaignId)).find((r) => r.id === reportId)
  if (reportId !== undefined && sealed === undefined) throw absent()
  const about = { campaign: definition.name.zh, organisation, day: dayOf(sealed?.at ?? at), ...(sealed !== undefined && { sealed: { words: sealed.content.words, hash: sealed.hash, by: sealed.by, at: sealed.at } }) }
  return { document: reportDocument(sealed?.content ?? (await buildReport(q, services, campaignId)), about), fileName: `监督报告${sealed === undefined ? '草稿' : ''}-${definition.name.zh}` }
}
export const reportPdfQuery = query(reportPdf, async ({ params, query: { report } }, c): Promise<Download> => {
  const { document, fileName } = await documentOf(c, params.campaignId, report)
  return { content: await officialPdf(document), mediaType: reportPdf.answer, fileName: `${fileName}.pdf`, inline: true }
})
export const reportWordQuery = query(reportWord, async ({ params, query: { report } }, c): Promise<Download> => {
  const { document, fileName } = await documentOf(c, params.campaignId, report)
  return { content: await officialWord(document), mediaType: reportWord.answer, fileName: `${fileName}.docx`, inline: false }
})
