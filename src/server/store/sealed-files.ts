/** 封单: what a nomination has named by SHA-256 before its bytes came. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { SealedFile } from '#core/materials/sealed-file'
import type { Arrival } from '#core/nomination/late-files'
import { trackOf } from '#core/nomination/state'
import type { MaterialRule } from '#core/rules/material-terms'
import type { Queries } from './database'
import { readMaterials, type NominationRow } from './nominations'

export const sealedOf = (q: Queries, nominationId: string): Promise<SealedFile[]> => q.rows<SealedFile>(
  `SELECT material_id AS "materialId", name, bytes, sha256, until, arrived_at AS "arrivedAt" FROM sealed_files WHERE nomination_id = $1 ORDER BY material_id, name, sha256`, [nominationId])

/** What is asked of an arrival but the file and its time; the caller holds the nomination's lock. */
export const arrivalOf = async (tx: Queries, definition: ResolvedDefinition, row: NominationRow, rule: MaterialRule): Promise<Omit<Arrival, 'file' | 'at'>> => {
  const [sealed, materials] = [await sealedOf(tx, row.id), await readMaterials(tx, row.id)]
  return { definition, rule, state: row.state, track: trackOf(row), end: row.end, sealed, held: materials.filter((m) => m.materialId === rule.id).length }
}

/** Those that have not come are replaced by what is named now. */
export const registerSealed = async (tx: Queries, nominationId: string, files: readonly Pick<SealedFile, 'materialId' | 'name' | 'bytes' | 'sha256'>[]): Promise<void> => {
  await tx.rows(`DELETE FROM sealed_files WHERE nomination_id = $1 AND arrived_at IS NULL`, [nominationId])
  for (const f of files) await tx.rows(`INSERT INTO sealed_files (nomination_id, material_id, name, bytes, sha256) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (nomination_id, material_id, sha256) DO UPDATE SET name = excluded.name, until = NULL, arrived_at = NULL`, [nominationId, f.materialId, f.name, f.bytes, f.sha256])
}

export const markArrived = (tx: Queries, nominationId: string, materialId: string, sha256: string, at: number): Promise<unknown> =>
  tx.rows(`UPDATE sealed_files SET arrived_at = to_timestamp($4 / 1000.0) WHERE nomination_id = $1 AND material_id = $2 AND sha256 = $3 AND arrived_at IS NULL`, [nominationId, materialId, sha256, at])
