import { listExperts } from '#contract/operations/experts'
import { query } from '../handler'
import { searchExperts } from '../store/experts'

export const listExpertsQuery = query(listExperts, async ({ query: asked }, { q, actor }) => {
  const { experts, found } = await searchExperts(q, actor.organisationId, { q: asked.q, field: asked.field, left: asked.left === 'yes' })
  const fields = await q.rows<{ field: string; n: number }>(`SELECT f AS field, count(*)::int AS n FROM experts e, jsonb_array_elements_text(e.fields) f WHERE e.organisation_id = $1 AND e.left_at IS NULL GROUP BY f ORDER BY n DESC, f LIMIT 200`, [actor.organisationId])
  const pool = (await q.row<{ in: number; out: number }>(`SELECT count(*) FILTER (WHERE left_at IS NULL)::int AS in, count(*) FILTER (WHERE left_at IS NOT NULL)::int AS out FROM experts WHERE organisation_id = $1`, [actor.organisationId]))!
  return { experts: experts.map(({ id, ...e }) => ({ ...e, expertId: id, fields: [...e.fields], places: e.places.map((p) => ({ ...p })) })), found, inPool: pool.in, leftPool: pool.out, fields }
})
