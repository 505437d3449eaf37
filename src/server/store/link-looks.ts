import type { KeptLook, LinkLook, LookKind } from '#core/publicity/links/look'
import { hostOf } from '#core/publicity/activities/links'
import type { Queries } from './database'

/** Whoever writes a link down says so here: it is looked at soon, where looking is on. A link that stood before keeps what is known of it. */
export const noteLinks = async (tx: Queries, campaignId: string, links: readonly string[]): Promise<void> => {
  const known = [...new Set(links)].flatMap((address) => { const host = hostOf(address); return host === null ? [] : [{ address, host }] })
  if (known.length === 0) return
  await tx.rows(`INSERT INTO link_looks (campaign_id, address, host, due_at) SELECT $1, l.address, l.host, product_time() FROM unnest($2::text[], $3::text[]) AS l(address, host) ORDER BY l.address ON CONFLICT DO NOTHING`, [campaignId, known.map((k) => k.address), known.map((k) => k.host)])
}

interface Raw { readonly campaignId: string; readonly address: string; readonly kind: LookKind | null; readonly status: number | null; readonly host: string | null; readonly lookedAt: number | null; readonly failingSince: number | null; readonly asked: boolean }
const columns = `l.campaign_id AS "campaignId", l.address, l.kind, l.status, l.moved_to AS host, l.looked_at AS "lookedAt", l.failing_since AS "failingSince", l.asked`
export interface LinkRow extends KeptLook { readonly campaignId: string; readonly address: string; readonly asked: boolean }
const asRow = ({ kind, status, host, ...r }: Raw): LinkRow => ({ ...r, look: kind === null ? null : { kind, status, host } })

export const looksOf = async (q: Queries, campaignId: string, links: readonly string[]): Promise<LinkRow[]> => (links.length === 0 ? [] : (await q.rows<Raw>(`SELECT ${columns} FROM link_looks l WHERE l.campaign_id = $1 AND l.address = ANY($2)`, [campaignId, links])).map(asRow))

/** 再看一次. False: it waits already. */
export const askAgain = async (tx: Queries, campaignId: string, address: string): Promise<boolean> => {
  await noteLinks(tx, campaignId, [address])
  return (await tx.row(`UPDATE link_looks SET asked = true, due_at = product_time() WHERE campaign_id = $1 AND address = $2 AND NOT asked RETURNING 1`, [campaignId, address])) !== undefined
}

/** Due ones for nobody else, of each host a few at a time. @param leaseSeconds longer than a look can take */
export const takeDue = async (tx: Queries, most: number, ofHost: number, leaseSeconds: number): Promise<LinkRow[]> => {
  // One process takes at a time, so that what is counted of a host stays true.
  if ((await tx.row<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(7466) AS mine`))?.mine !== true) return []
  return (await tx.rows<Raw>(
    `WITH busy AS (SELECT host, count(*) AS n FROM link_looks WHERE leased_until > clock_timestamp() GROUP BY host),
          due AS (SELECT d.campaign_id, d.address, d.due_at, d.host, row_number() OVER (PARTITION BY d.host ORDER BY d.due_at, d.address) AS n FROM link_looks d WHERE d.due_at <= product_time() AND (d.leased_until IS NULL OR d.leased_until <= clock_timestamp())),
          mine AS (SELECT due.campaign_id, due.address FROM due LEFT JOIN busy ON busy.host = due.host WHERE due.n + coalesce(busy.n, 0) <= $2 ORDER BY due.due_at LIMIT $1)
     UPDATE link_looks l SET leased_until = clock_timestamp() + make_interval(secs => $3) FROM mine WHERE l.campaign_id = mine.campaign_id AND l.address = mine.address RETURNING ${columns}`, [most, ofHost, leaseSeconds])).map(asRow)
}
export const lockLook = async (tx: Queries, campaignId: string, address: string): Promise<LinkRow | undefined> => { const r = await tx.row<Raw>(`SELECT ${columns} FROM link_looks l WHERE l.campaign_id = $1 AND l.address = $2 FOR UPDATE`, [campaignId, address]); return r && asRow(r) }
/** Whether anything still holds it; `isPublic`: an activity everybody may read does. */
export const whereItStands = async (q: Queries, campaignId: string, address: string): Promise<{ readonly isUsed: boolean; readonly isPublic: boolean; readonly isOpen: boolean }> => (await q.row<{ isUsed: boolean; isPublic: boolean; isOpen: boolean }>(
  `SELECT coalesce(a.n, 0) > 0 OR EXISTS (SELECT FROM media_items WHERE campaign_id = $1 AND link = $2 AND link <> '') AS "isUsed", coalesce(a.released, false) AS "isPublic", (SELECT state FROM campaigns WHERE id = $1) = 'open' AS "isOpen"
   FROM (SELECT count(*) AS n, bool_or(released_at IS NOT NULL) AS released FROM activities WHERE campaign_id = $1 AND links @> ARRAY[$2::text] AND withdrawn_at IS NULL) a`, [campaignId, address]))!
export const forgetLook = (tx: Queries, campaignId: string, address: string): Promise<unknown> => tx.rows(`DELETE FROM link_looks WHERE campaign_id = $1 AND address = $2`, [campaignId, address])
/** Something outside answered within a day. */
export const hasWay = async (q: Queries): Promise<boolean> => (await q.row(`SELECT 1 FROM link_looks WHERE answered_at > product_time() - interval '1 day' LIMIT 1`)) !== undefined
const at = (n: number): string => `to_timestamp($${n}::double precision / 1000.0)`
export const keepLook = (tx: Queries, campaignId: string, address: string, k: KeptLook & { readonly look: LinkLook }, answeredAt: number | null, dueAt: number | null): Promise<unknown> => tx.rows(
  `UPDATE link_looks SET kind = $3, status = $4, moved_to = $5, looked_at = ${at(6)}, failing_since = ${at(7)}, answered_at = coalesce(${at(8)}, answered_at), due_at = ${at(9)}, asked = false, leased_until = NULL WHERE campaign_id = $1 AND address = $2`,
  [campaignId, address, k.look.kind, k.look.status, k.look.host, k.lookedAt, k.failingSince, answeredAt, dueAt])
