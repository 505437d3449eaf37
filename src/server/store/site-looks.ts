import type { HeaderPicture, LookPicture, PublicLook } from '../public/look/public-look'
import type { Queries } from './database'

const looks = `SELECT l.organisation_id AS "organisationId", l.accent, l.emblem, l.header, l.set_at AS "setAt", a.person_name AS "setBy" FROM site_looks l JOIN accounts a ON a.id = l.set_by`
/** Null: the house's own. */
export const lookOf = async (q: Queries, organisationId: string): Promise<PublicLook | null> => (await q.row<PublicLook>(`${looks} WHERE l.organisation_id = $1`, [organisationId])) ?? null
/** Of whose installation it is: for pages that belong to no campaign. */
export const hostLook = async (q: Queries): Promise<PublicLook | null> => (await q.row<PublicLook>(`${looks} JOIN installation i ON i.organisation_id = l.organisation_id`)) ?? null

export const putLook = async (tx: Queries, l: { readonly organisationId: string; readonly accent: string | null; readonly emblem: LookPicture | null; readonly header: HeaderPicture | null; readonly at: number; readonly by: string }): Promise<void> => {
  for (const file of [l.emblem, l.header].flatMap((p) => (p === null ? [] : Object.values(p.renditions)))) await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [file.sha256, file.bytes])
  await tx.rows(`INSERT INTO site_looks (organisation_id, accent, emblem, header, set_at, set_by) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0), $6)
    ON CONFLICT (organisation_id) DO UPDATE SET accent = $2, emblem = $3, header = $4, set_at = to_timestamp($5 / 1000.0), set_by = $6`, [l.organisationId, l.accent, l.emblem, l.header, l.at, l.by])
}
export const dropLook = async (tx: Queries, organisationId: string): Promise<boolean> => (await tx.rows(`DELETE FROM site_looks WHERE organisation_id = $1 RETURNING 1`, [organisationId])).length > 0

/** Its pages, and those of no campaign, are rendered anew when somebody next asks for one: an office may have hundreds. */
export const pagesLookAnew = (tx: Queries, organisationId: string): Promise<unknown> => tx.rows(
  `UPDATE public_pages p SET stale_at = product_time() WHERE p.campaign_id IS NULL OR EXISTS (SELECT FROM campaigns c WHERE c.id = p.campaign_id AND c.organisation_id = $1)`, [organisationId])
