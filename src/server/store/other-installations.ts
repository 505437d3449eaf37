/** 来往的平台: other installations whose keys came with a file, and whether somebody compared them with paper. */
import type { PublicKeys } from '#core/upward/envelope'
import { newId } from '../ids'
import type { Queries } from './database'

export interface OtherInstallation {
  readonly id: string; readonly organisationId: string; readonly name: string; readonly keys: PublicKeys; readonly unitId: string | null; readonly unitName: string | null; readonly seenAt: number
  readonly lookedBy: string | null; readonly lookedByName: string | null; readonly confirmedAt: number | null; readonly confirmedByName: string | null; readonly typed: boolean; readonly endedAt: number | null
}
const columns = `i.id, i.organisation_id AS "organisationId", i.name, json_build_object('sign', i.sign_key, 'box', i.box_key) AS keys, i.unit_id AS "unitId", u.name AS "unitName", i.seen_at AS "seenAt", i.looked_by AS "lookedBy", l.person_name AS "lookedByName",
  i.confirmed_at AS "confirmedAt", c.person_name AS "confirmedByName", i.typed, i.ended_at AS "endedAt"`
const from = `other_installations i LEFT JOIN organisations u ON u.id = i.unit_id LEFT JOIN accounts l ON l.id = i.looked_by LEFT JOIN accounts c ON c.id = i.confirmed_by`

export const listInstallations = (q: Queries, organisationId: string): Promise<OtherInstallation[]> => q.rows<OtherInstallation>(`SELECT ${columns} FROM ${from} WHERE i.organisation_id = $1 ORDER BY i.ended_at NULLS FIRST, i.seen_at DESC LIMIT 200`, [organisationId])
export const readInstallation = (q: Queries, id: string, organisationId: string): Promise<OtherInstallation | undefined> => q.row<OtherInstallation>(`SELECT ${columns} FROM ${from} WHERE i.id = $1 AND i.organisation_id = $2`, [id, organisationId])
export const lockInstallation = (tx: Queries, id: string, organisationId: string): Promise<OtherInstallation | undefined> => tx.row<OtherInstallation>(`SELECT ${columns} FROM ${from} WHERE i.id = $1 AND i.organisation_id = $2 FOR UPDATE OF i`, [id, organisationId])

/** The one in use that speaks for this unit with a key that was confirmed. */
export const confirmedFor = (q: Queries, organisationId: string, unitId: string): Promise<OtherInstallation | undefined> => q.row<OtherInstallation>(`SELECT ${columns} FROM ${from} WHERE i.organisation_id = $1 AND i.unit_id = $2 AND i.confirmed_at IS NOT NULL AND i.ended_at IS NULL`, [organisationId, unitId])

/** Seen now, or known from before under these keys. */
export const noteInstallation = async (tx: Queries, i: { readonly organisationId: string; readonly name: string; readonly keys: PublicKeys; readonly unitId: string | null }): Promise<string> => {
  const [sign, box] = [i.keys.sign, i.keys.box]
  const known = await tx.row<{ id: string }>(`SELECT id FROM other_installations WHERE organisation_id = $1 AND sign_key = $2 AND box_key = $3 AND unit_id IS NOT DISTINCT FROM $4 AND ended_at IS NULL`, [i.organisationId, sign, box, i.unitId])
  if (known !== undefined) return known.id
  const id = newId()
  await tx.rows(`INSERT INTO other_installations (id, organisation_id, name, sign_key, box_key, unit_id, seen_at) VALUES ($1, $2, $3, $4, $5, $6, product_time())`, [id, i.organisationId, i.name, sign, box, i.unitId])
  return id
}
export const setLooked = (tx: Queries, id: string, by: string): Promise<unknown> => tx.rows(`UPDATE other_installations SET looked_by = $2, looked_at = product_time() WHERE id = $1`, [id, by])
export const setConfirmed = (tx: Queries, id: string, by: string, typed: boolean): Promise<unknown> => tx.rows(`UPDATE other_installations SET confirmed_by = $2, confirmed_at = product_time(), typed = $3 WHERE id = $1`, [id, by, typed])
export const setEnded = (tx: Queries, id: string): Promise<unknown> => tx.rows(`UPDATE other_installations SET ended_at = product_time() WHERE id = $1`, [id])
