import { createHash } from 'node:crypto'
import { z } from 'zod'
import { replaceAttachment, restoreAttachment, stateOriginal } from '#contract/operations/attachments'
import { operation } from '#contract/operation'
import { FORM_ID } from '#core/campaign/attachments'
import { isPassable } from '#core/announcement/file-pass'
import { judgeAttachment, judgeChange, unchangedAttachment } from '#core/campaign/attachment-file'
import { judgeOriginal } from '#core/campaign/original'
import { readAttachments, type AttachmentStanding } from '../attachments'
import { absent, command, done, perform, refusedBy, stopsAt, type Handler, type Outcome } from '../handler'
import { newWordOf } from '../forms/old-word'
import { inspectBytes } from '../inspection/inspect-bytes'
import { publishCampaign } from '../public/publish'
import type { Services } from '../services'
import { addAttachmentRow, renewPagesBelow, type GivenFile } from '../store/attachments'
import { definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { filePassOf } from '../store/file-passes'

type State = 'draft' | 'open' | 'closed'
/** Nobody else changes the campaign until the transaction is through. */
export const lock = async (tx: Queries, campaignId: string): Promise<State> => (await tx.row<{ state: State }>(`SELECT state FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId]))!.state
/** One of the list that this campaign's office may give a file for; what a level above added is theirs. */
const askedFor = async (q: Queries, services: Services, campaignId: string, id: string): Promise<AttachmentStanding> => {
  const [found] = await readAttachments(q, campaignId, await definitionOfCampaign(q, services.definitions, campaignId), id)
  if (found === undefined || found.attachment.added === 'above') throw absent()
  return found
}
/** What stands on public pages says so at once, here and on those of the levels below. */
export const spread = async (tx: Queries, services: Services, campaignId: string, state: State): Promise<void> => {
  if (state !== 'open') return
  await publishCampaign(tx, services, campaignId)
  await renewPagesBelow(tx, campaignId)
}

/** Not on the HTTP surface: the last step of a replacement, after the file was read and kept. Who may is asked again, in its own transaction. */
const keepOperation = operation({
  id: 'attachments.keep', method: 'PUT', path: '/internal/attachments', who: 'officeOfCampaign', summary: { zh: '收下附件', en: 'Keep an attachment' },
  params: z.object({ campaignId: z.string(), attachmentId: z.string() }), body: z.object({ file: z.custom<GivenFile>(), reason: z.string() }), answer: z.object({ version: z.int(), sha256: z.string() }),
})
const keepAttachment = command(keepOperation, async ({ params, body: { file, reason } }, { tx, services, actor, now, record }) => {
  const state = await lock(tx, params.campaignId)
  const { attachment: { id }, inForce: before } = await askedFor(tx, services, params.campaignId, params.attachmentId)
  // The same .doc once more is something new where it can be filled in from now on.
  const findings = before?.sha256 === file.sha256 && (file.made == null || before.made !== null) ? [unchangedAttachment()] : judgeChange(state, reason)
  if (stopsAt(findings)) return refusedBy(findings)
  const version = await addAttachmentRow(tx, { campaignId: params.campaignId, attachment: id, file, reason, by: actor.accountId, at: await now() })
  await spread(tx, services, params.campaignId, state)
  record({ chain: params.campaignId, act: 'attachment.replaced', subject: { kind: 'campaign', id: params.campaignId }, data: { attachment: id, version, file: file.sha256, before: before?.sha256 ?? null, ...(file.made == null ? {} : { made: file.made.sha256 }), ...(file.pass !== undefined && { passes: [file.pass] }), reason } })
  return done({ version, sha256: file.sha256 })
})

/** The file is read in a child that may be killed, and is in the store, before a transaction begins; a row that is then refused leaves an unreferenced file, which is harmless. */
export const takeFile = async ({ q, services, campaignId }: { readonly q: Queries; readonly services: Services; readonly campaignId: string }, sent: { readonly name: string; readonly base64: string }, form = false): Promise<Outcome<GivenFile>> => {
  const { bytes, facts, findings } = await inspectGiven(q, campaignId, sent)
  // These very bytes, by the word of two persons; whatever else is wrong with the file stops it all the same.
  const pass = isPassable(findings) ? await filePassOf(q, campaignId, createHash('sha256').update(bytes).digest('hex')) : undefined
  if (facts.kind !== 'document' || (stopsAt(findings) && pass === undefined)) return refusedBy(findings)
  const made = form && facts.format === 'doc' ? await inNewWord(services, bytes) : {}
  return { ok: true, value: { ...(await services.blobs.put(bytes)), format: facts.format, name: sent.name, ...made, ...(pass !== undefined && { pass }) } }
}
/** What the file is, and what stands against it as an attachment of this campaign. */
export const inspectGiven = async (q: Queries, campaignId: string, sent: { readonly name: string; readonly base64: string }) => {
  const bytes = Buffer.from(sent.base64, 'base64')
  const { contact } = (await readCampaignRow(q, campaignId))!
  const facts = await inspectBytes(bytes, sent.name, { personal: { stated: [contact.phone, contact.email, contact.address] } })
  return { bytes, facts, findings: judgeAttachment(facts) }
}

/** 推荐表 in old Word: what the product can fill in stands beside it, where this machine can make it. */
const inNewWord = async ({ programs, blobs }: Services, doc: Uint8Array): Promise<Pick<GivenFile, 'made' | 'madeFailure'>> => {
  if (programs.soffice === null) return {}
  const word = await newWordOf(programs.soffice, doc)
  return word.ok ? { made: await blobs.put(word.docx) } : { madeFailure: word.why }
}

export const replaceAttachmentCommand: Handler<typeof replaceAttachment> = {
  kind: 'query', operation: replaceAttachment,
  run: async ({ params, body }, { q, services, session }) => {
    await askedFor(q, services, params.campaignId, params.attachmentId)
    const kept = await takeFile({ q, services, campaignId: params.campaignId }, body, params.attachmentId === FORM_ID)
    if (!kept.ok) return kept
    return perform(keepAttachment, { params, query: {}, body: { file: kept.value, reason: body.reason } }, session, services)
  },
}

export const restoreAttachmentCommand = command(restoreAttachment, async ({ params, body }, { tx, services, actor, now, record }) => {
  const state = await lock(tx, params.campaignId)
  const { attachment, inForce: before } = await askedFor(tx, services, params.campaignId, params.attachmentId)
  if (attachment.template === null) throw absent()
  const findings = before?.by !== 'office' ? [unchangedAttachment()] : judgeChange(state, body.reason)
  if (stopsAt(findings)) return refusedBy(findings)
  const version = await addAttachmentRow(tx, { campaignId: params.campaignId, attachment: attachment.id, file: null, reason: body.reason, by: actor.accountId, at: await now() })
  await spread(tx, services, params.campaignId, state)
  record({ chain: params.campaignId, act: 'attachment.restored', subject: { kind: 'campaign', id: params.campaignId }, data: { attachment: attachment.id, version, before: before?.sha256 ?? null, reason: body.reason } })
  return done({ version })
})

/** 转载: whose notice it is, stated on its public page. */
export const stateOriginalCommand = command(stateOriginal, async ({ params, body: { original } }, { tx, services, record }) => {
  const state = await lock(tx, params.campaignId)
  const url = original?.url === '' ? null : original?.url ?? null
  const findings = judgeOriginal(url)
  if (stopsAt(findings)) return refusedBy(findings)
  await tx.rows(`UPDATE campaigns SET original_name = $2, original_url = $3 WHERE id = $1`, [params.campaignId, original?.name ?? null, url])
  if (state !== 'draft') await publishCampaign(tx, services, params.campaignId)
  record({ chain: params.campaignId, act: 'original.stated', subject: { kind: 'campaign', id: params.campaignId }, data: { name: original?.name ?? '', url: url ?? '' } })
  return done({})
})
