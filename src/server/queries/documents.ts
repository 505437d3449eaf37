import { officialPdf as officialPdfOperation, officialWord as officialWordOperation } from '#contract/operations/campaigns'
import { receiptPdf as receiptOperation } from '#contract/operations/nominations'
import { offlineSheet } from '#contract/operations/offline'
import type { Download } from '#contract/operation'
import { officialDocumentOf } from '#documents/official/from-definition'
import { officialPdf } from '#documents/official/pdf'
import { officialWord } from '#documents/official/word'
import { dayOf, sayEnd } from '#core/kernel/instant'
import { carriageNames, offlineName } from '#core/secrecy/offline-track'
import { offlineSheetPdf } from '#documents/offline-sheet'
import { articles } from '#core/secrecy/say'
import { readList } from '../attachments'
import { absent, query, type QueryContext } from '../handler'
import { submissionReceipt } from '../receipts'
import { definitionOf, definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import { readNominationRow } from '../store/nominations'

const pdf = (content: Uint8Array, fileName: string): Download => ({ content, mediaType: 'application/pdf', fileName, inline: true })

export const receiptPdfQuery = query(receiptOperation, async ({ params }, { q, services }) => {
  const n = await readNominationRow(q, params.nominationId)
  if (n?.receipt == null) throw absent()
  const definition = await definitionOf(q, services.definitions, n.campaignId, n.definitionHash)
  return pdf((await submissionReceipt(definition, n))!, `回执-${n.candidateName}.pdf`)
})

export const offlineSheetQuery = query(offlineSheet, async ({ params }, { q, services }) => {
  const n = await readNominationRow(q, params.nominationId)
  if (n?.offline == null) throw absent()
  const [definition, campaign] = [await definitionOf(q, services.definitions, n.campaignId, n.definitionHash), (await readCampaignRow(q, n.campaignId))!]
  const { at } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  const item = offlineName(n.offline.number)
  return pdf(await offlineSheetPdf({
    campaign: definition.name.zh, unit: n.unitName, office: campaign.organisationName, item, carriedBy: carriageNames[n.offline.carriedBy].zh, officer: `${n.offline.officerName}（${n.offline.officerPost}）`, volumes: n.offline.volumes,
    end: n.end === null ? null : sayEnd(n.end).zh, at, rules: [articles.noNetwork, articles.noSystem].map((a) => `${a.source?.zh ?? ''}${a.number ?? ''}：${a.zh}。`),
  }), `交接单-${item}.pdf`)
})

const officialOf = async ({ q, services, campaignId }: QueryContext) => {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const { contact } = (await readCampaignRow(q, campaignId))!
  const { at } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  return { name: `公文-${definition.name.zh}`, document: officialDocumentOf(definition, contact, dayOf(at), await readList(q, campaignId, definition)) }
}

export const officialPdfQuery = query(officialPdfOperation, async (_, context) => {
  const { name, document } = await officialOf(context)
  return pdf(await officialPdf(document), `${name}.pdf`)
})

export const officialWordQuery = query(officialWordOperation, async (_, context): Promise<Download> => {
  const { name, document } = await officialOf(context)
  return { content: await officialWord(document), mediaType: officialWordOperation.answer, fileName: `${name}.docx`, inline: false }
})
