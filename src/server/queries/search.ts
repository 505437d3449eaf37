import type { QueryOf } from '#contract/operation'
import { searchFacets, searchNominations } from '#contract/operations/search'
import type { Actor } from '#core/access/actor'
import { placesOf, type Placed } from '#core/organisations/places'
import { searchWords } from '#core/text/search-words'
import { query } from '../handler'
import type { Queries } from '../store/database'
import { branchOf, facets, search, type Search } from '../store/search'

/** 即将到期: the unit has so long left, or nothing. */
const SOON_MS = 3 * 86_400_000

const searchOf = async (q: Queries, actor: Actor, campaignId: string, asked: QueryOf<typeof searchFacets>): Promise<Omit<Search, 'after' | 'limit'>> => {
  const overseer = actor.role === 'office' || actor.role === 'supervisor'
  const now = asked.due === undefined ? null : (await q.row<{ at: number }>('SELECT product_time() AS at'))!.at
  return {
    campaignId, branch: overseer ? 'sent' : { unitId: actor.organisationId }, words: searchWords(asked.q), unit: asked.unit ?? null, within: asked.within === undefined ? null : await branchOf(q, asked.within), finding: asked.finding ?? null, state: asked.state ?? null,
    warned: asked.warned !== undefined, returned: asked.returned !== undefined, dueBefore: now === null ? null : now + SOON_MS,
  }
}

export const searchNominationsQuery = query(searchNominations, async ({ params, query: asked }, { q, services, actor }) => {
  const found = await search(services.db.steady, { ...(await searchOf(q, actor, params.campaignId, asked)), after: asked.after ?? null, limit: asked.limit })
  const rows = found.rows.slice(0, asked.limit)
  return {
    rows: rows.map((n) => ({ ...n, mended: n.state === 'submitted' && n.returns > 0 })), counts: found.counts,
    total: asked.state === undefined ? Object.values(found.counts).reduce((a, b) => a + b, 0) : found.counts[asked.state] ?? 0,
    next: found.rows.length > asked.limit ? rows.at(-1)!.cursor : null,
  }
})

export const searchFacetsQuery = query(searchFacets, async ({ params, query: asked }, { q, services, actor }) => {
  const { kinds, units } = await facets(services.db.steady, await searchOf(q, actor, params.campaignId, asked))
  // Those that stand between the office and its units are named too, and a unit that left the tree is not lost.
  const tree = await q.rows<Placed>(
    `WITH below AS (SELECT o.id, o.parent_id, o.name, o.code FROM campaigns c, organisations_below(c.organisation_id) o WHERE c.id = $1)
     SELECT id, parent_id AS "parentId", name FROM (SELECT * FROM below UNION SELECT o.id, o.parent_id, o.name, o.code FROM organisations o WHERE o.id = ANY($2::uuid[])) a ORDER BY code`, [params.campaignId, units.map((u) => u.id)])
  return { kinds, places: placesOf(tree, new Map(units.map((u) => [u.id, u.n]))) }
})
