import type { NominationState } from '#core/nomination/state'
import type { Queries } from './database'

/** What one looks for, and in which branch: of a unit its own, whatever state; of the office what was sent. */
export interface Search {
  readonly campaignId: string
  readonly branch: { readonly unitId: string } | 'sent'
  readonly words: readonly string[]
  readonly unit: string | null
  readonly state: NominationState | null
  readonly warned: boolean
  readonly returned: boolean
  /** Returned, with a term that ends before this instant. */
  readonly dueBefore: number | null
  /** The last row seen: `rank.microseconds.id`. */
  readonly after: string | null
  readonly limit: number
}
export interface FoundRow {
  readonly id: string; readonly candidateName: string; readonly unitId: string; readonly unitName: string; readonly state: NominationState; readonly version: number
  readonly submittedAt: number | null; readonly changedAt: number; readonly returnUntil: number | null; readonly returns: number; readonly warned: boolean; readonly entered: boolean; readonly cursor: string
}
export interface Found { readonly counts: Partial<Record<NominationState, number>>; readonly rows: readonly FoundRow[] }

/** Those that wait come first, the longest wait at the top; then all others. */
const rank = `(s.state <> 'submitted')::int`
const micro = `(extract(epoch FROM s.order_at) * 1000000)::bigint`
/** Letters and digits only, by searchWords: nothing of the query language is left in it. */
const beginning = (word: string): string => `'${word}':*`

/** Units of the campaign whose name has the word; few, and asked first: a list of them is what the index of nominations can use. */
const unitsNamed = async (q: Queries, s: Search, word: string): Promise<string[]> => (await q.rows<{ id: string }>(
  `SELECT u.unit_id AS id FROM organisation_search o JOIN campaign_units u ON u.unit_id = o.organisation_id WHERE u.campaign_id = $1 AND search_keys(o.plain, o.spelling) @@ $2::tsquery`, [s.campaignId, beginning(word)])).map((r) => r.id)

/** The statement and its values; the branch stands before every other condition. */
export const searchStatement = (s: Search, units: readonly (readonly string[])[]): { sql: string; values: unknown[] } => {
  const values: unknown[] = [s.campaignId]
  const value = (v: unknown): string => `$${String(values.push(v))}`
  const where = ['s.campaign_id = $1', s.branch === 'sent' ? 's.sent' : `s.unit_id = ${value(s.branch.unitId)}`]
  s.words.forEach((word, i) => where.push(units[i]!.length > 0 ? `(search_keys(s.plain, s.spelling) @@ ${value(beginning(word))}::tsquery OR s.unit_id = ANY(${value(units[i])}::uuid[]))` : `search_keys(s.plain, s.spelling) @@ ${value(beginning(word))}::tsquery`))
  if (s.unit !== null) where.push(`s.unit_id = ${value(s.unit)}`)
  if (s.warned) where.push('s.warned')
  if (s.returned) where.push('s.returns > 0')
  if (s.dueBefore !== null) where.push(`s.state = 'returned' AND s.return_until < to_timestamp(${value(s.dueBefore)} / 1000.0)`)
  const page: string[] = []
  if (s.state !== null) page.push(`s.state = ${value(s.state)}`)
  if (s.after !== null) {
    const [r, at, id] = s.after.split('.')
    page.push(`(${rank}, ${micro}, s.nomination_id) > (${value(Number(r))}::int, ${value(at)}::bigint, ${value(id)}::uuid)`)
  }
  // Only what is shown is looked up whole; forms and receipts are large, and stay where they are.
  const sql = `WITH hits AS MATERIALIZED (SELECT s.nomination_id, s.state, s.order_at FROM nomination_search s WHERE ${where.join(' AND ')}),
    page AS MATERIALIZED (SELECT s.nomination_id FROM hits s ${page.length > 0 ? `WHERE ${page.join(' AND ')}` : ''} ORDER BY ${rank}, s.order_at, s.nomination_id LIMIT ${value(s.limit + 1)})
    SELECT (SELECT coalesce(json_object_agg(state, n), '{}') FROM (SELECT state, count(*)::int AS n FROM hits GROUP BY state) c) AS counts,
      (SELECT coalesce(json_agg(r ORDER BY r.rank, r.micro, r.id), '[]') FROM (SELECT ${rank} AS rank, ${micro} AS micro, ${rank} || '.' || ${micro} || '.' || n.id AS cursor, n.id, n.candidate_name AS "candidateName", n.unit_id AS "unitId", o.name AS "unitName",
        s.state, n.version, ${ms('n.submitted_at')} AS "submittedAt", ${ms('n.changed_at')} AS "changedAt", ${ms('s.return_until')} AS "returnUntil", s.returns, s.warned, EXISTS (SELECT FROM entries_for_units e WHERE e.nomination_id = n.id) AS entered
        FROM page p JOIN nomination_search s USING (nomination_id) JOIN nominations n ON n.id = p.nomination_id JOIN organisations o ON o.id = n.unit_id) r) AS rows`
  return { sql, values }
}
/** Within JSON an instant would be a text. */
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`

export const search = async (q: Queries, s: Search): Promise<Found> => {
  const units = await Promise.all(s.words.map((word) => unitsNamed(q, s, word)))
  const { sql, values } = searchStatement(s, units)
  return (await q.row<Found>(sql, values))!
}
