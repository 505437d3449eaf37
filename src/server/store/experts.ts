import type { KnownExpert } from '#core/review/jury/expert'
import { searchable, searchWords } from '#core/text/search-words'
import type { Queries } from './database'

export interface ExpertRow extends KnownExpert { readonly left: boolean; readonly accountId: string | null; readonly login: string | null; readonly opened: boolean }
const columns = `e.id, e.person_name AS "personName", e.unit_name AS "unitName", e.parent_unit AS "parentUnit", e.title, e.fields, e.birth_year AS "birthYear", e.places, e.ties, e.service, e.left_at IS NOT NULL AS left, e.account_id AS "accountId", a.login, a.opened_at IS NOT NULL AS opened`
export const readExperts = (q: Queries, organisationId: string, ids?: readonly string[]): Promise<ExpertRow[]> =>
  q.rows<ExpertRow>(`SELECT ${columns} FROM experts e LEFT JOIN accounts a ON a.id = e.account_id WHERE e.organisation_id = $1 AND ($2::uuid[] IS NULL OR e.id = ANY($2)) ORDER BY e.person_name, e.id`, [organisationId, ids ?? null])

/** What the search looks through, folded. */
export const searchedOf = (e: Pick<KnownExpert, 'personName' | 'unitName' | 'parentUnit' | 'title' | 'fields'>): string => [e.personName, e.unitName, e.parentUnit, e.title, ...e.fields].map(searchable).join(' ')

export const MOST_SHOWN = 200
export const searchExperts = async (q: Queries, organisationId: string, asked: { readonly q: string; readonly field: string; readonly left: boolean }): Promise<{ experts: ExpertRow[]; found: number }> => {
  const rows = await q.rows<ExpertRow & { found: number }>(
    `SELECT ${columns}, count(*) OVER ()::int AS found FROM experts e LEFT JOIN accounts a ON a.id = e.account_id
     WHERE e.organisation_id = $1 AND (e.left_at IS NOT NULL) = $2 AND ($3 = '' OR e.fields ? $3) AND NOT EXISTS (SELECT FROM unnest($4::text[]) w WHERE position(w IN e.searched) = 0) ORDER BY e.person_name, e.id LIMIT ${MOST_SHOWN}`,
    [organisationId, asked.left, asked.field, searchWords(asked.q)])
  return { experts: rows, found: rows[0]?.found ?? 0 }
}
