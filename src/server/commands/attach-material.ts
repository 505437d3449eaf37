import { z } from 'zod'
import { operation } from '#contract/operation'
import { ruleOf } from '#core/campaign/definition'
import { finding } from '#core/kernel/finding'
import { fileNameFor } from '#core/materials/file-name'
import type { Facts } from '#core/materials/facts'
import { judgeOneMore } from '#core/materials/judge'
import { after } from '#core/nomination/state'
import { mayCarryPages } from '#core/paper/agreement'
import { isWord, isWordFile } from '#core/paper/text-pairs'
import { command, done, refusedBy, stopsAt } from '../handler'
import { newId } from '../ids'
import { markSound } from '../store/blobs'
import { definitionOf } from '../store/campaigns'
import { enqueue } from '../store/jobs'
import { isReadOrWaits } from '../store/paper-readings'
import { isApart } from '../store/quarantine'
import { lockNomination, readMaterials } from '../store/nominations'
import { isUnsettled, markUpload, type UploadRow } from '../store/uploads'

interface Stored { readonly sha256: string; readonly bytes: number }

/** Not on the HTTP surface: the last step of an upload whose permission was asked at its beginning and at every byte. */
const operationOfUpload = operation({
  id: 'materials.attach', method: 'POST', path: '/internal/attach', who: 'anyone', summary: { zh: '收下材料', en: 'Keep a file' },
  params: z.object({ nominationId: z.string() }), body: z.object({ upload: z.custom<UploadRow>(), facts: z.custom<Facts>(), stored: z.custom<Stored>(), preview: z.custom<Stored>().nullable() }),
})

export const attachMaterial = command(operationOfUpload, async ({ params, body }, { tx, services, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  // Settled by another meanwhile: one outcome is enough.
  if (!(await isUnsettled(tx, body.upload.id))) return done({})
  if (after(row.state, 'edit') === null) return refusedBy([finding({ code: 'material.late', rule: null, what: ['推荐已经送出，不能再加材料', 'The nomination has moved on; no file can be added'], mend: ['需要改动的，请审核人先退给经办人。', 'Ask the approver to hand it back first.'] })])
  const rule = ruleOf(await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash), 'material', body.upload.materialId)!
  const present = (await readMaterials(tx, row.id)).filter((m) => m.materialId === rule.id)
  const twin = present.find((m) => m.sha256 === body.stored.sha256)
  if (twin?.facts.kind === 'unreadable' && twin.facts.why === 'damaged') {
    await markSound(tx, twin.sha256)
    await markUpload(tx, body.upload.id, 'kept', [], twin.fileId)
    record({ chain: row.campaignId, act: 'material.received', subject: { kind: 'nomination', id: row.id }, data: { material: rule.id, file: twin.sha256, by: body.upload.accountId } })
    return done({})
  }
  if (twin !== undefined) return refusedBy([finding({ code: 'material.twice', rule, strength: 'block', at: { material: rule.id, file: body.upload.name }, what: [`“${body.upload.name}”与已收下的“${twin.name}”是同一个文件`, `“${body.upload.name}” is the same file as “${twin.name}”`], mend: ['请换一个不同的文件。', 'Choose a different file.'] })])
  const noRoom = judgeOneMore(rule, present.length, body.upload.name)
  if (stopsAt(noRoom)) return refusedBy(noRoom)
  if (rule.max === 1 && present[0] !== undefined) await tx.rows(`DELETE FROM materials WHERE id = $1`, [present[0].fileId])
  // One that is set apart keeps its number, though nobody sees it.
  const { apart } = (await tx.row<{ apart: number }>(`SELECT coalesce(max(m.ordinal), 0)::int AS apart FROM materials m WHERE m.nomination_id = $1 AND m.material_id = $2 AND ${isApart('m')}`, [row.id, rule.id]))!
  const ordinal = Math.max(apart, ...(rule.max === 1 ? [] : present.map((m) => m.ordinal))) + 1
  const fileId = newId()
  const at = await now()
  await tx.rows(`INSERT INTO blobs (sha256, bytes) SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING`, blobsOf(body.stored, body.preview))
  const name = fileNameFor(rule, row.candidateName, ordinal, body.facts)
  await tx.rows(
    `INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), $12)`,
    [fileId, row.id, rule.id, ordinal, body.stored.sha256, body.preview?.sha256 ?? null, body.stored.bytes, name, body.upload.name, body.facts, at, body.upload.accountId])
  await tx.rows(`UPDATE nominations SET version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, at])
  await markUpload(tx, body.upload.id, 'kept', [], fileId)
  if ((mayCarryPages(rule) || (isWord(rule) && isWordFile(body.facts))) && !(await isReadOrWaits(tx, body.stored.sha256))) await enqueue(tx, { kind: 'readPaper', campaignId: row.campaignId, payload: { sha256: body.stored.sha256 }, total: 1 })
  record({ chain: row.campaignId, act: 'material.received', subject: { kind: 'nomination', id: row.id }, data: { material: rule.id, file: body.stored.sha256, by: body.upload.accountId } })
  return done({})
})

const blobsOf = (...stored: readonly (Stored | null)[]): [string[], number[]] => {
  const kept = stored.filter((s) => s !== null)
  return [kept.map((s) => s.sha256), kept.map((s) => s.bytes)]
}
