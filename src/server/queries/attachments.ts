import { attachmentFile, listAttachments, publicAttachment, readCalendar, readOriginal } from '#contract/operations/attachments'
import type { Download } from '#contract/operation'
import { attachmentFileName } from '#core/campaign/attachments'
import { givenFile, productFile, readAttachments, readList, type AttachmentStanding } from '../attachments'
import type { Blobs } from '../blobs/blobs'
import { absent, query } from '../handler'
import { holidayTable } from '../holidays'
import { readOriginalOf } from '../original'
import { definitionOf, definitionOfCampaign, readCampaignBySlug } from '../store/campaigns'
import type { ResolvedDefinition } from '#core/campaign/definition'

export const listAttachmentsQuery = query(listAttachments, async ({ params }, { q, services, actor, subject }) => {
  const definition = await definitionOfCampaign(q, services.definitions, params.campaignId)
  const list = await readList(q, params.campaignId, definition)
  const overseer = subject.campaign?.organisationId === actor.organisationId && (actor.role === 'office' || actor.role === 'supervisor')
  return {
    attachments: (await readAttachments(q, params.campaignId, definition)).map(({ attachment: a, inForce, rows }) => ({
      id: a.id, name: a.name, clause: a.rests, added: a.added ?? null, inForce, hasTemplate: a.template !== null,
      changes: rows.map((r) => ({ version: r.version, at: r.at, by: overseer ? r.by : '', reason: r.reason, file: givenFile(list, r), takenFrom: r.takenFrom })),
    })),
  }
})

/** Always saved, never shown in the browser: it may be a stranger's file. */
const save = async (blobs: Blobs, d: ResolvedDefinition, standing: AttachmentStanding | undefined): Promise<Download> => {
  if (standing?.inForce == null) throw absent()
  const { by, fileName, sha256, bytes } = standing.inForce
  const content = by !== 'product' ? { path: await blobs.local(sha256), bytes } : (await productFile(d, standing.attachment))!.content
  return { content, mediaType: 'application/octet-stream', fileName, inline: false }
}

const madeWord = async (blobs: Blobs, standing: AttachmentStanding | undefined): Promise<Download> => {
  if (standing?.inForce?.made == null) throw absent()
  const { made, fileName } = standing.inForce
  return { content: { path: await blobs.local(made.sha256), bytes: made.bytes }, mediaType: 'application/octet-stream', fileName: `${fileName}x`, inline: false }
}

export const attachmentFileQuery = query(attachmentFile, async ({ params, query: asked }, { q, services }) => {
  const definition = await definitionOfCampaign(q, services.definitions, params.campaignId)
  if (asked.made === undefined) return save(services.blobs, definition, (await readAttachments(q, params.campaignId, definition, params.attachmentId))[0])
  if (asked.made === 'docx') return madeWord(services.blobs, (await readAttachments(q, params.campaignId, definition, params.attachmentId))[0])
  const list = await readList(q, params.campaignId, definition)
  const attachment = list.find((a) => a.id === params.attachmentId)
  const own = attachment === undefined ? null : await productFile(definition, attachment)
  if (own === null || attachment === undefined) throw absent()
  return { content: own.content, mediaType: 'application/octet-stream', fileName: attachmentFileName(list, attachment.id, attachment.format), inline: false }
})

/** What a public notice brings along is public with it; of a draft there is nothing. */
export const publicAttachmentQuery = query(publicAttachment, async ({ params }, { q, services }) => {
  const campaign = await readCampaignBySlug(q, params.slug)
  if (campaign === undefined || campaign.state === 'draft') throw absent()
  const definition = await definitionOf(q, services.definitions, campaign.id, campaign.definitionHash)
  return save(services.blobs, definition, (await readAttachments(q, campaign.id, definition, params.attachmentId))[0])
})

export const readOriginalQuery = query(readOriginal, async ({ params }, { q }) => readOriginalOf(q, params.campaignId))

export const readCalendarQuery = query(readCalendar, async () => {
  const { holidays, workdays } = holidayTable()
  return { holidays: [...holidays], workdays: [...workdays] }
})
