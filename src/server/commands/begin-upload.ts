import { FileStore } from '@tus/file-store'
import { Upload } from '@tus/server'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BodyOf } from '#contract/operation'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import type { Actor } from '#core/access/actor'
import { ruleOf } from '#core/campaign/definition'
import { decideArrival } from '#core/nomination/late-files'
import { after, trackOf } from '#core/nomination/state'
import { Refusal } from '#core/kernel/refusal'
import { judgeSize } from '#core/materials/judge'
import { absent, command, done, query, refusedBy, stopsAt, type CommandContext, type Outcome } from '../handler'
import { opaqueId } from '../ids'
import { definitionOf } from '../store/campaigns'
import { arrivalOf } from '../store/sealed-files'
import { judgedUnder, lockNomination, readMaterial } from '../store/nominations'
import type { Transaction } from '../store/database'
import type { Services } from '../services'
import { readUpload, type UploadRow } from '../store/uploads'
import { showFile } from '../queries/nominations'
import { mayBring } from '../own-part'
import { inState } from './edit-nomination'
import { mayConvert } from './films'

/** No dossier has so many files at once; whoever begins more fills the disk with beginnings. */
const MOST_OPEN = 200

type Beginning = Pick<UploadRow, 'nominationId' | 'accountId' | 'requestId' | 'passId' | 'materialId' | 'name' | 'bytes'> & { readonly toConvert?: boolean }
/** A place for the bytes, and the row that says whose they are. */
export const openUpload = async (tx: Transaction, services: Services, u: Beginning): Promise<{ url: string; uploadId: string }> => {
  const uploadId = opaqueId()
  await tx.rows(`INSERT INTO uploads (id, nomination_id, account_id, request_id, pass_id, material_id, name, bytes, to_convert, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'receiving')`, [uploadId, u.nominationId, u.accountId, u.requestId, u.passId, u.materialId, u.name, u.bytes, u.toConvert ?? false])
  await new FileStore({ directory: services.stagingDir }).create(new Upload({ id: uploadId, size: u.bytes, offset: 0 }))
  return { url: `/api/uploads/${uploadId}`, uploadId }
}
/** How much of it has come in. */
export const offsetOf = (services: Services, upload: Pick<UploadRow, 'id' | 'bytes'>): Promise<number> => stat(join(services.stagingDir, upload.id)).then((s) => s.size, () => upload.bytes)

/** What cannot be right is refused before a byte is sent: a state that takes no files, an unknown material, a size over the limit. */
export const beginUploadFor = async ({ tx, services, now }: Pick<CommandContext, 'tx' | 'services' | 'now'>, actor: Actor, nominationId: string, body: BodyOf<typeof beginUpload>, passId: string | null): Promise<Outcome<{ url: string; uploadId: string } | Promise<{ url: string; uploadId: string }>>> => {
  const row = await lockNomination(tx, nominationId)
  // Nothing of it may come any more, whatever the file is.
  if (after(row.state, 'supplement', trackOf(row)) === null) inState(row, 'edit')
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const rule = ruleOf(definition, 'material', body.materialId)
  if (rule === undefined) throw absent()
  mayBring(actor, definition, row, rule.id)
  const arrival = decideArrival({ ...(await arrivalOf(tx, definition, row, rule)), file: { name: body.name, bytes: body.bytes, sha256: null }, at: await now() })
  if (!arrival.ok && arrival.findings.some((f) => f.code === 'material.late')) inState(row, 'edit')
  if (!arrival.ok) return refusedBy(arrival.findings)
  const findings = body.toConvert ? await mayConvert(tx, services, row.id, rule, body) : judgeSize(rule, { name: body.name, bytes: body.bytes })
  if (stopsAt(findings)) return refusedBy(findings)
  const { open } = (await tx.row<{ open: number }>(`SELECT count(*)::int AS open FROM uploads WHERE nomination_id = $1 AND state = 'receiving'`, [row.id]))!
  if (open >= MOST_OPEN) throw new Refusal('limited', { zh: `这个推荐有 ${open} 个上传只开了头没有传完，暂不再收新的。请先把它们接着传完或取消；7 天没有动静的会自动清掉。`, en: `This nomination has ${open} uploads that were begun and not finished; no more are opened. Finish or drop them first; those nobody goes on with for 7 days are cleared away.` })
  return done(await openUpload(tx, services, { nominationId: row.id, accountId: actor.accountId, requestId: null, passId, materialId: rule.id, name: body.name, bytes: body.bytes, toConvert: body.toConvert }))
}
export const beginUploadCommand = command(beginUpload, async ({ params, body }, c) => beginUploadFor(c, c.actor, params.nominationId, body, null))

export const uploadStateQuery = query(uploadState, async ({ params }, { q, services, actor }) => {
  const upload = await readUpload(q, params.uploadId)
  if (upload === undefined || upload.nominationId !== params.nominationId || (actor.role === 'candidate' && upload.accountId !== actor.accountId)) throw absent()
  const n = (await q.row<{ campaign: string; hash: string }>(`SELECT n.campaign_id AS campaign, ${judgedUnder} AS hash FROM nominations n JOIN campaigns c ON c.id = n.campaign_id WHERE n.id = $1`, [params.nominationId]))!
  const file = upload.fileId === null ? undefined : await readMaterial(q, params.nominationId, upload.fileId)
  const offset = await offsetOf(services, upload)
  return { state: upload.state, offset, findings: upload.findings as never, file: file === undefined ? null : showFile(await definitionOf(q, services.definitions, n.campaign, n.hash), file) }
})
