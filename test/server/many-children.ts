/** Thousands of campaigns that forward one, copied by SQL from a real one: each with an organisation and a difference of its own. */
import type { Queries } from '#server/store/database'

/** @param like a forwarded campaign; its copies differ in their name, one in `loosest` closes a day before the rest */
export const copyChildren = async (q: Queries, like: string, count: number): Promise<void> => {
  await q.rows(
    `WITH parent AS (SELECT p.organisation_id AS org, c.parent_campaign_id AS id FROM campaigns c JOIN campaigns p ON p.id = c.parent_campaign_id WHERE c.id = $1),
       made AS (INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), parent.org, parent.org, 'K' || gen_random_uuid(), '示例下级 ' || i, 'office' FROM parent, generate_series(1, $2) i RETURNING id, name)
     INSERT INTO campaigns (id, organisation_id, slug, state, chain, resolved, definition_hash, deadline, contact, created_at, opened_at, parent_campaign_id, parent_hash, overlay)
     SELECT gen_random_uuid(), m.id, 'k-' || substr(m.id::text, 1, 18), 'draft', '[]'::jsonb || jsonb_set(c.overlay, '{name,zh}', to_jsonb(m.name)), c.resolved, c.definition_hash, c.deadline, c.contact, c.created_at, NULL, c.parent_campaign_id, c.parent_hash,
       jsonb_set(c.overlay, '{name,zh}', to_jsonb(m.name)) FROM made m, campaigns c WHERE c.id = $1`, [like, count])
}
