/** 考核调研 as it is kept: its items sealed, one row each. */
import { createHash } from 'node:crypto'
import { canonical } from '#core/kernel/canonical'
import type { AppraisalItem, AppraisalOwner, ItemKind, ItemPlace, SentItem } from '#core/appraisal/record'
import type { Keys } from '../keys'
import { newId } from '../ids'
import type { Queries } from './database'

export interface AppraisalRow { readonly id: string; readonly owner: AppraisalOwner; readonly closedAt: number | null; readonly closedBy: string | null; readonly contentHash: string | null }
export interface ItemRow extends ItemPlace {
  readonly content: Record<string, unknown>
  readonly version: number
  readonly changedAt: number; readonly changedBy: string; readonly changedById: string
  readonly confirmedAt: number | null; readonly confirmedBy: string | null
}
const columns = `a.id, a.owner, a.closed_at AS "closedAt", (SELECT x.person_name FROM accounts x WHERE x.id = a.closed_by) AS "closedBy", a.content_hash AS "contentHash"`

export const readAppraisalRows = (q: Queries, nominationId: string): Promise<AppraisalRow[]> => q.rows(`SELECT ${columns} FROM appraisals a WHERE a.nomination_id = $1 ORDER BY a.owner DESC`, [nominationId])
export const readAppraisalRow = (q: Queries, nominationId: string, owner: AppraisalOwner): Promise<AppraisalRow | undefined> => q.row(`SELECT ${columns} FROM appraisals a WHERE a.nomination_id = $1 AND a.owner = $2`, [nominationId, owner])

/** The one there is, or a new one, under its lock. The caller holds the nomination's. */
export const lockAppraisal = async (tx: Queries, n: { readonly id: string; readonly campaignId: string }, owner: AppraisalOwner, at: number): Promise<AppraisalRow> => {
  await tx.rows(`INSERT INTO appraisals (id, campaign_id, nomination_id, owner, begun_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0)) ON CONFLICT (nomination_id, owner) DO NOTHING`, [newId(), n.campaignId, n.id, owner, at])
  return (await tx.row<AppraisalRow>(`SELECT ${columns} FROM appraisals a WHERE a.nomination_id = $1 AND a.owner = $2 FOR UPDATE OF a`, [n.id, owner]))!
}

/** In the order they were first written. */
export const readItems = async (q: Queries, keys: Keys, appraisalId: string): Promise<ItemRow[]> => (await q.rows<Omit<ItemRow, 'content'> & { sealed: Buffer }>(
  `SELECT i.kind, i.step, i.key, i.content AS sealed, i.version, i.changed_at AS "changedAt", i.changed_by AS "changedById", c.person_name AS "changedBy", i.confirmed_at AS "confirmedAt", (SELECT x.person_name FROM accounts x WHERE x.id = i.confirmed_by) AS "confirmedBy"
   FROM appraisal_items i JOIN accounts c ON c.id = i.changed_by WHERE i.appraisal_id = $1 ORDER BY i.kind, i.step, i.begun_at, i.key`, [appraisalId]))
  .map(({ sealed, ...i }) => ({ ...i, content: JSON.parse(keys.open(sealed).toString()) as Record<string, unknown> }))

/** As rules read them. Their shape was judged when they came in. */
export const asItems = (rows: readonly ItemRow[]): AppraisalItem[] => rows.map((r) => ({ kind: r.kind, step: r.step, key: r.key, content: r.content, confirmed: r.confirmedAt !== null }) as unknown as AppraisalItem)

/** What another says of a post is to be confirmed anew. */
export const writeItem = (tx: Queries, keys: Keys, appraisalId: string, i: SentItem, by: string, at: number): Promise<unknown> => tx.rows(
  `INSERT INTO appraisal_items (appraisal_id, kind, step, key, content, begun_at, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), to_timestamp($6 / 1000.0), $7)
   ON CONFLICT (appraisal_id, kind, step, key) DO UPDATE SET content = excluded.content, version = appraisal_items.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by, confirmed_at = NULL, confirmed_by = NULL`,
  [appraisalId, i.kind, i.step, i.key, keys.seal(Buffer.from(JSON.stringify(i.content))), at, by])
export const removeItem = (tx: Queries, appraisalId: string, { kind, step, key }: ItemPlace): Promise<unknown> => tx.rows(`DELETE FROM appraisal_items WHERE appraisal_id = $1 AND kind = $2 AND step = $3 AND key = $4`, [appraisalId, kind, step, key])

/** @returns whether it stands as it was read */
export const confirmSeat = async (tx: Queries, appraisalId: string, at: { readonly step: string; readonly role: string; readonly version: number }, by: { readonly account: string; readonly now: number } | null): Promise<boolean> => (await tx.row(
  `UPDATE appraisal_items SET confirmed_at = CASE WHEN $5::uuid IS NULL THEN NULL ELSE to_timestamp($6 / 1000.0) END, confirmed_by = $5 WHERE appraisal_id = $1 AND kind = 'seat' AND step = $2 AND key = $3 AND version = $4 RETURNING 1 AS done`,
  [appraisalId, at.step, at.role, at.version, by?.account ?? null, by?.now ?? 0])) !== undefined

export const setClosed = (tx: Queries, appraisalId: string, closed: { readonly by: string; readonly at: number; readonly hash: string } | null): Promise<unknown> => tx.rows(
  `UPDATE appraisals SET closed_at = CASE WHEN $2::uuid IS NULL THEN NULL ELSE to_timestamp($3 / 1000.0) END, closed_by = $2, content_hash = $4 WHERE id = $1`, [appraisalId, closed?.by ?? null, closed?.at ?? 0, closed?.hash ?? null])

/** Proves what was closed and tells nothing: salted by the row's own id. */
export const contentHash = (appraisalId: string, rows: readonly ItemRow[]): string =>
  createHash('sha256').update(canonical({ appraisal: appraisalId, items: rows.map(({ kind, step, key, content }) => ({ kind, step, key, content })) } as never)).digest('hex')

/** When this account last wrote of this part; null: never. One entry of the ledger tells of a sitting, not of every letter. */
export const lastWritten = async (q: Queries, appraisalId: string, kind: ItemKind, account: string): Promise<number | null> =>
  (await q.row<{ at: number | null }>(`SELECT max(changed_at) AS at FROM appraisal_items WHERE appraisal_id = $1 AND kind = $2 AND changed_by = $3`, [appraisalId, kind, account]))?.at ?? null
