/** A file takes its place among the materials of a nomination, whoever brought it. */
import { finding, type Finding } from '#core/kernel/finding'
import { fileNameFor } from '#core/materials/file-name'
import type { Facts } from '#core/materials/facts'
import { judgeOneMore } from '#core/materials/count'
import { mayCarryPages } from '#core/paper/agreement'
import { isWord, isWordFile } from '#core/paper/text-pairs'
import type { MaterialRule } from '#core/rules/material-terms'
import { stopsAt } from '../handler'
import { newId } from '../ids'
import { markSound } from '../store/blobs'
import type { Queries } from '../store/database'
import { enqueue } from '../store/jobs'
import { isReadOrWaits } from '../store/paper-readings'
import { readMaterials, type NominationRow } from '../store/nominations'
import { isApart } from '../store/quarantine'

export interface Stored { readonly sha256: string; readonly bytes: number }
/** What is in the store and was looked at, and from whom it came: an account, or the request of another office. */
export interface Arrived { readonly name: string; readonly facts: Facts; readonly stored: Stored; readonly preview: Stored | null; readonly from: { readonly account: string } | { readonly request: string }; /** Its bytes were named before: whoever read the dossier has seen it. */ readonly sealed?: boolean }
type Placed = { readonly ok: true; readonly fileId: string } | { readonly ok: false; readonly findings: readonly Finding[] }

/** The caller holds the nomination's lock. Of a single file the newer one takes the older one's place. */
export const placeFile = async (tx: Queries, row: NominationRow, rule: MaterialRule, file: Arrived, at: number): Promise<Placed> => {
  const present = (await readMaterials(tx, row.id)).filter((m) => m.materialId === rule.id)
  const twin = present.find((m) => m.sha256 === file.stored.sha256)
  const request = 'request' in file.from ? file.from.request : null
  if (twin?.facts.kind === 'unreadable' && twin.facts.why === 'damaged') await markSound(tx, twin.sha256)
  // The clerk had it already and the office says the same: it is the office's from here on.
  else if (twin !== undefined && request === null) return { ok: false, findings: [twice(rule, file.name, twin.name)] }
  if (twin !== undefined) {
    if (request !== null) await tx.rows(`UPDATE materials SET request_id = $2 WHERE id = $1`, [twin.fileId, request])
    return { ok: true, fileId: twin.fileId }
  }
  const noRoom = judgeOneMore(rule, present.length, file.name)
  if (stopsAt(noRoom)) return { ok: false, findings: noRoom }
  if (rule.max === 1 && present[0] !== undefined) await tx.rows(`DELETE FROM materials WHERE id = $1`, [present[0].fileId])
  // One that is set apart keeps its number, though nobody sees it.
  const { apart } = (await tx.row<{ apart: number }>(`SELECT coalesce(max(m.ordinal), 0)::int AS apart FROM materials m WHERE m.nomination_id = $1 AND m.material_id = $2 AND ${isApart('m')}`, [row.id, rule.id]))!
  const ordinal = Math.max(apart, ...(rule.max === 1 ? [] : present.map((m) => m.ordinal))) + 1
  const fileId = newId()
  await tx.rows(`INSERT INTO blobs (sha256, bytes) SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING`, blobsOf(file.stored, file.preview))
  if (file.preview !== null) await tx.rows(`INSERT INTO previews_made (sha256, preview_sha256) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [file.stored.sha256, file.preview.sha256])
  const name = fileNameFor(rule, row.candidateName, ordinal, file.facts)
  await tx.rows(
    `INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by, request_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), $12, $13)`,
    [fileId, row.id, rule.id, ordinal, file.stored.sha256, file.preview?.sha256 ?? null, file.stored.bytes, name, file.name, file.facts, at, 'account' in file.from ? file.from.account : null, request])
  if (file.sealed !== true) await tx.rows(`UPDATE nominations SET version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, at])
  if ((mayCarryPages(rule) || (isWord(rule) && isWordFile(file.facts))) && !(await isReadOrWaits(tx, file.stored.sha256))) await enqueue(tx, { kind: 'readPaper', campaignId: row.campaignId, payload: { sha256: file.stored.sha256 }, total: 1 })
  return { ok: true, fileId }
}

const twice = (rule: MaterialRule, name: string, twin: string): Finding => finding({ code: 'material.twice', rule, strength: 'block', at: { material: rule.id, file: name }, what: [`“${name}”与已收下的“${twin}”是同一个文件`, `“${name}” is the same file as “${twin}”`], mend: ['请换一个不同的文件。', 'Choose a different file.'] })

const blobsOf = (...stored: readonly (Stored | null)[]): [string[], number[]] => {
  const kept = stored.filter((s) => s !== null)
  return [kept.map((s) => s.sha256), kept.map((s) => s.bytes)]
}
