/** What was put into the store, until a row is known to refer to it. */
import type { Queries } from './database'

/** Before its first byte. Waits while the same bytes are being cleared away. */
export const notePut = (q: Queries, sha256: string): Promise<unknown> =>
  q.rows(`INSERT INTO files_put (sha256) VALUES ($1) ON CONFLICT (sha256) DO UPDATE SET put_at = clock_timestamp()`, [sha256])

/** The oldest first. */
export const putBefore = async (q: Queries, hours: number, most: number): Promise<string[]> =>
  (await q.rows<{ sha256: string }>(`SELECT sha256 FROM files_put WHERE put_at < clock_timestamp() - make_interval(hours => $1) ORDER BY put_at LIMIT $2`, [hours, most])).map((f) => f.sha256)
/** The same of one, for the rest of the transaction; false: it was put again meanwhile. */
export const lockPut = async (tx: Queries, sha256: string, hours: number): Promise<boolean> =>
  (await tx.row(`SELECT 1 FROM files_put WHERE sha256 = $1 AND put_at < clock_timestamp() - make_interval(hours => $2) FOR UPDATE`, [sha256, hours])) !== undefined
export const forgetPut = (tx: Queries, sha256: string): Promise<unknown> => tx.rows(`DELETE FROM files_put WHERE sha256 = $1`, [sha256])
/** It stays, and is looked at after the others. */
export const lookLater = (tx: Queries, sha256: string): Promise<unknown> => tx.rows(`UPDATE files_put SET put_at = clock_timestamp() WHERE sha256 = $1`, [sha256])

/** `row`: some table refers to it, for good; `link`: it waits behind a link that may still be answered. */
export const whoRefers = async (q: Queries, sha256: string): Promise<'row' | 'link' | null> => (await q.row<{ by: 'row' | 'link' | null }>(
  `SELECT CASE WHEN EXISTS (SELECT FROM blobs WHERE sha256 = $1) THEN 'row' WHEN EXISTS (SELECT FROM uploads WHERE ${holds}) THEN 'link' END AS by`, [sha256]))!.by

const holds = `request_id IS NOT NULL AND held IS NOT NULL AND file_id IS NULL AND $1 IN (held->'stored'->>'sha256', held->'preview'->>'sha256')`
/** Files behind links that ended: revoked, over, or answered with another file. Whoever answers at this moment holds the upload's row; then it is not found. */
export const dropHeld = (tx: Queries, sha256: string): Promise<unknown> => tx.rows(
  `UPDATE uploads SET held = NULL WHERE ${holds} AND request_id IN (SELECT r.id FROM opinion_requests r WHERE r.revoked_at IS NOT NULL OR r.answered_at IS NOT NULL OR r.until <= product_time())`, [sha256])
