/** Where a campaign's notice comes from: the campaign above it in this installation, and what the office states. */
import type { Queries } from './store/database'

export interface Original {
  readonly stated: { readonly name: string; readonly url: string | null } | null
  /** Only where its own pages are public. */
  readonly parent: { readonly name: string; readonly path: string } | null
  readonly publicPath: string | null
}

export const readOriginalOf = async (q: Queries, campaignId: string): Promise<Original> => {
  const r = (await q.row<{ name: string | null; url: string | null; state: string; slug: string; parentName: string | null; parentSlug: string | null }>(
    `SELECT c.original_name AS name, c.original_url AS url, c.state, c.slug, o.name || '：' || (p.resolved->'notice'->>'title') AS "parentName", p.slug AS "parentSlug"
     FROM campaigns c LEFT JOIN campaigns p ON p.id = c.parent_campaign_id AND p.state <> 'draft' LEFT JOIN organisations o ON o.id = p.organisation_id WHERE c.id = $1`, [campaignId]))!
  return {
    stated: r.name === null ? null : { name: r.name, url: r.url },
    parent: r.parentName === null || r.parentSlug === null ? null : { name: r.parentName, path: `/p/${r.parentSlug}/notice` },
    publicPath: r.state === 'draft' ? null : `/p/${r.slug}/notice`,
  }
}
