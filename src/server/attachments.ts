/** Which file each attachment of a campaign is at this moment: the office's own where it gave one, else that of a level above that it forwards, else the product's. */
import { createHash } from 'node:crypto'
import { attachmentFileName, wholeList, type Attachment, type FileFormat } from '#core/campaign/attachments'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { templateFile } from '#documents/attachments/template-file'
import { readAdded, readAttachmentRows, readFilesFromAbove, type AttachmentRow, type FileFromAbove, type MadeWord } from './store/attachments'
import type { OldWordFailure } from './forms/old-word'
import type { Queries } from './store/database'

export interface FileInForce { readonly by: 'product' | 'office' | 'above'; /** Whose, of a file from above. */ readonly from: string; readonly fileName: string; readonly format: FileFormat; readonly bytes: number; readonly sha256: string; readonly since: number; /** Of a .doc: the .docx that was made of it; null: none. */ readonly made: MadeWord | null; readonly madeFailure: OldWordFailure | null }
export interface AttachmentStanding { readonly attachment: Attachment; readonly inForce: FileInForce | null; /** Newest first. */ readonly rows: readonly AttachmentRow[] }

interface Made { readonly content: Uint8Array; readonly sha256: string }
const made = new Map<string, Made | null>()
const MOST_MADE = 120

/** The product's own file: made once for a definition, and the same whoever makes it. */
export const productFile = async (d: ResolvedDefinition, a: Attachment): Promise<Made | null> => {
  const key = `${d.hash} ${a.id}`
  const known = made.get(key)
  if (known !== undefined) return known
  const content = await templateFile(d, a)
  const file = content === null ? null : { content, sha256: createHash('sha256').update(content).digest('hex') }
  const [oldest] = made.keys()
  if (made.size >= MOST_MADE && oldest !== undefined) made.delete(oldest)
  made.set(key, file)
  return file
}

/** When the definition came into force, or the draft was made: the product's sheets are as old as that. */
const madeSince = async (q: Queries, campaignId: string, hash: string): Promise<number> => (await q.row<{ at: number }>(
  `SELECT coalesce((SELECT max(since) FROM definition_versions WHERE campaign_id = $1 AND hash = $2), created_at) AS at FROM campaigns WHERE id = $1`, [campaignId, hash]))!.at

/** Every attachment of a campaign: what its definition asks for and what was added. */
export const readList = async (q: Queries, campaignId: string, d: ResolvedDefinition): Promise<Attachment[]> => wholeList(d, await readAdded(q, campaignId))

/** @param only of this attachment alone: the others are not made */
export const readAttachments = async (q: Queries, campaignId: string, d: ResolvedDefinition, only?: string): Promise<AttachmentStanding[]> => {
  const list = await readList(q, campaignId, d)
  const [rows, above, since] = [await readAttachmentRows(q, campaignId), await readFilesFromAbove(q, campaignId), await madeSince(q, campaignId, d.hash)]
  return Promise.all(list.filter((a) => only === undefined || a.id === only).map(async (attachment) => {
    const own = rows.filter((r) => r.attachment === attachment.id)
    return { attachment, rows: own, inForce: await inForce(d, list, attachment, own[0], above.find((f) => f.attachment === attachment.id), since) }
  }))
}

const inForce = async (d: ResolvedDefinition, list: readonly Attachment[], a: Attachment, newest: AttachmentRow | undefined, above: FileFromAbove | undefined, since: number): Promise<FileInForce | null> => {
  const file = givenFile(list, newest)
  if (file !== null && newest !== undefined) return { by: 'office', from: '', since: newest.at, ...file, made: newest.made, madeFailure: newest.madeFailure }
  if (above !== undefined) return { by: 'above', from: above.organisationName, fileName: attachmentFileName(list, a.id, above.format), format: above.format, bytes: above.bytes, sha256: above.sha256, since: above.at, made: above.made, madeFailure: above.madeFailure }
  const own = await productFile(d, a)
  return own === null ? null : { by: 'product', from: '', fileName: attachmentFileName(list, a.id, a.format), format: a.format, bytes: own.content.byteLength, sha256: own.sha256, since: Math.max(since, newest?.at ?? 0), made: null, madeFailure: null }
}

/** The office's own file of a change; null where it took it away again. */
export const givenFile = (list: readonly Attachment[], row: AttachmentRow | undefined): Omit<FileInForce, 'by' | 'from' | 'since' | 'made' | 'madeFailure'> | null =>
  row === undefined || row.sha256 === null || row.bytes === null || row.format === null ? null : { fileName: attachmentFileName(list, row.attachment, row.format), format: row.format, bytes: row.bytes, sha256: row.sha256 }
