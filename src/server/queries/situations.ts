/** 有关情况 as their parties and the supervisor read them; advisories as everybody of a campaign does. */
import { beginSituation, listAdvisories, listSituations, readSituation, situationFile } from '#contract/operations/situations'
import { allows } from '#core/access/permission'
import { addresseeOf, owedTo } from '#core/publicity/situations/addressee'
import { absent, query } from '../handler'
import { definitionOfCampaign } from '../store/campaigns'
import { bytesAreApart } from '../store/quarantine'
import { countUnopened, filesOf, listSituationRows, officesAbove, readSituationRow, standingAdvisories, threadOf, type SituationRow } from '../store/situations'

const headOf = (own: string) => ({ id, campaignId, campaign, sender, addressee, title, urgency, sentAt, openedAt, closedAt, answers, files, senderId }: SituationRow) => ({ id, campaignId, campaign, sender, addressee, title, urgency, sentAt, openedAt, closedAt, answers, files, mine: senderId === own })

export const beginSituationQuery = query(beginSituation, async ({ params: { campaignId } }, { q, services, actor }) => {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const offices = (await officesAbove(q, campaignId)).filter((o) => o.organisationId !== actor.organisationId)
  return { offices: offices.map(({ organisationId, name }) => ({ organisationId, name })), usual: addresseeOf(definition, offices)?.organisationId ?? null, owedTo: owedTo(definition) }
})

export const listSituationsQuery = query(listSituations, async ({ query: { campaignId, before, limit } }, { q, actor }) => {
  const reader = { organisationId: actor.organisationId, supervisor: actor.role === 'supervisor', forOffice: actor.forOffice ?? null }
  const rows = await listSituationRows(q, reader, campaignId ?? null, before ?? null, limit + 1)
  return { reports: rows.slice(0, limit).map(headOf(actor.organisationId)), more: rows.length > limit, unopened: actor.role === 'office' ? await countUnopened(q, actor.organisationId) : 0 }
})

export const readSituationQuery = query(readSituation, async ({ params: { situationId } }, { q, actor, subject }) => {
  const row = (await readSituationRow(q, situationId))!
  const open = row.closedAt === null
  return {
    ...headOf(actor.organisationId)(row), words: row.words, sentBy: row.sentBy, openedBy: row.openedBy, closedBy: row.closedBy, attached: (await filesOf(q, situationId)).map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes })),
    thread: (await threadOf(q, situationId)).map(({ organisationId, ...a }) => ({ ...a, mine: organisationId === actor.organisationId })), received: allows('addresseeOfSituation', actor, subject),
    mayAnswer: open && allows('writersOfSituation', actor, subject), mayClose: open && allows('addresseeOfSituation', actor, subject), mayAttach: open && allows('senderOfSituation', actor, subject),
  }
})

export const situationFileQuery = query(situationFile, async ({ params: { situationId, fileId } }, { q, services }) => {
  const file = (await filesOf(q, situationId)).find((f) => f.id === fileId)
  if (file === undefined || (await bytesAreApart(q, file.sha256))) throw absent()
  return { content: { path: await services.blobs.local(file.sha256), bytes: file.bytes }, mediaType: file.mediaType, fileName: file.name, inline: false, tag: file.sha256.slice(0, 22) }
})

export const listAdvisoriesQuery = query(listAdvisories, async ({ params: { campaignId } }, { q }) => ({ advisories: (await standingAdvisories(q, campaignId)).map(({ campaignId: of, ...a }) => ({ ...a, own: of === campaignId })) }))
