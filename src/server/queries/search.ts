import { searchNominations } from '#contract/operations/search'
import { searchWords } from '#core/text/search-words'
import { query } from '../handler'
import { search } from '../store/search'

/** 即将到期: the unit has so long left, or nothing. */
const SOON_MS = 3 * 86_400_000

export const searchNominationsQuery = query(searchNominations, async ({ params, query: asked }, { q, services, actor }) => {
  const overseer = actor.role === 'office' || actor.role === 'supervisor'
  const now = asked.due === undefined ? null : (await q.row<{ at: number }>('SELECT product_time() AS at'))!.at
  const found = await search(services.db.steady, {
    campaignId: params.campaignId, branch: overseer ? 'sent' : { unitId: actor.organisationId }, words: searchWords(asked.q), unit: asked.unit ?? null, state: asked.state ?? null,
    warned: asked.warned !== undefined, returned: asked.returned !== undefined, dueBefore: now === null ? null : now + SOON_MS, after: asked.after ?? null, limit: asked.limit,
  })
  const rows = found.rows.slice(0, asked.limit)
  return {
    rows: rows.map((n) => ({ ...n, mended: n.state === 'submitted' && n.returns > 0 })), counts: found.counts,
    total: asked.state === undefined ? Object.values(found.counts).reduce((a, b) => a + b, 0) : found.counts[asked.state] ?? 0,
    next: found.rows.length > asked.limit ? rows.at(-1)!.cursor : null,
  }
})
