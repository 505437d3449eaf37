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

/** Those that wait come first, the longest wait at the top; then all others. As the index nomination_search_in_order has it. */
const rank = `(s.state <> 'submitted')::int`
const order = `${rank}, s.order_at, s.nomination_id`
const micro = `(extract(epoch FROM s.order_at) * 1000000)::bigint`
const keys = 'search_keys(s.plain, s.spelling)'
/** Letters and digits only, by searchWords: nothing of the query language is left in it. */
export const beginning = (word: string): string => `'${word}':*`
/** The same as a key that begins with the word, read off the row: syllables run together, or their first letters, from the beginning of any. Making a row's keys anew costs a hundred times as much. */
const spelledSo = (word: string): string => `(^| )(${[...word].join(' ?')}|${[...word].map((c) => `${c}[^ ]*`).join(' ')})`

/** Units of the campaign whose name has the word; few, and asked first: a list of them is what the index of nominations can use. */
export const unitsNamed = async (q: Queries, s: Pick<Search, 'campaignId'>, word: string): Promise<string[]> => (await q.rows<{ id: string }>(
  `SELECT u.unit_id AS id FROM organisation_search o JOIN campaign_units u ON u.unit_id = o.organisation_id WHERE u.campaign_id = $1 AND search_keys(o.plain, o.spelling) @@ $2::tsquery`, [s.campaignId, beginning(word)])).map((r) => r.id)

type Value = (v: unknown) => string
interface Parts { readonly branch: string; readonly page: string; readonly limit: string }

/** Few answers, by the index of keys: of several words the one with the fewest units finds, the others are looked for in what it found. */
const fewHits = (s: Search, units: readonly (readonly string[])[], value: Value, { branch, page, limit }: Parts): string => {
  const found = s.words.map((word, i) => ({ word, units: units[i]! })).toSorted((a, b) => a.units.length - b.units.length)
  const where = found.map(({ word, units: named }, i) => {
    const unit = named.length > 0 ? `s.unit_id = ANY(${value(named)}::uuid[]) OR ` : ''
    return i === 0 ? `(${unit}${keys} @@ ${value(beginning(word))}::tsquery)` : `(${unit}position(${value(word)} IN s.plain) > 0 OR s.spelling ~ ${value(spelledSo(word))})`
  })
  if (s.unit !== null) where.push(`s.unit_id = ${value(s.unit)}`)
  if (s.warned) where.push('s.warned')
  if (s.returned) where.push('s.returns > 0')
  if (s.dueBefore !== null) where.push(`s.state = 'returned' AND s.return_until < to_timestamp(${value(s.dueBefore)} / 1000.0)`)
  return `hits AS MATERIALIZED (SELECT s.nomination_id, s.state, s.order_at FROM nomination_search s WHERE ${[branch, ...where].join(' AND ')}),
    counted AS (SELECT state, count(*)::int AS n FROM hits GROUP BY state),
    page AS MATERIALIZED (SELECT s.nomination_id FROM hits s ${page && `WHERE ${page}`} ORDER BY ${order} LIMIT ${limit})`
}

/** Many answers: everything, or all of the units with such a name, and whoever else is called so. The units' part is never fetched, only counted, and read as far as the page goes. */
const manyHits = (s: Search, units: readonly (readonly string[])[], value: Value, { branch, page, limit }: Parts): string => {
  const [word, named] = [s.words[0], units[0]]
  const ofUnits = word === undefined ? branch : `${branch} AND s.unit_id = ANY(${value(named)}::uuid[])`
  const others = word === undefined ? 'false' : `${keys} @@ ${value(beginning(word))}::tsquery AND NOT s.unit_id = ANY(${value(named)}::uuid[])`
  const first = (from: string, where: string) => `(SELECT s.nomination_id, s.state, s.order_at FROM ${from} s WHERE ${page === '' ? where : `${where} AND ${page}`} ORDER BY ${order} LIMIT ${limit})`
  return `others AS MATERIALIZED (SELECT s.nomination_id, s.state, s.order_at FROM nomination_search s WHERE ${branch} AND ${others}),
    counted AS (SELECT state, sum(n)::int AS n FROM (SELECT state, count(*) AS n FROM others GROUP BY state UNION ALL SELECT s.state, count(*) AS n FROM nomination_search s WHERE ${ofUnits} GROUP BY s.state) b GROUP BY state),
    page AS MATERIALIZED (SELECT s.nomination_id FROM (${first('others', 'true')} UNION ALL ${first('nomination_search', ofUnits)}) s ORDER BY ${order} LIMIT ${limit})`
}

/** The statement and its values; the branch stands before every other condition. */
export const searchStatement = (s: Search, units: readonly (readonly string[])[]): { sql: string; values: unknown[] } => {
  const values: unknown[] = [s.campaignId]
  const value: Value = (v) => `$${String(values.push(v))}`
  const page: string[] = []
  if (s.state !== null) page.push(`s.state = ${value(s.state)}`)
  if (s.after !== null) {
    const [r, at, id] = s.after.split('.')
    page.push(`(${order}) > (${value(Number(r))}::int, 'epoch'::timestamptz + ${value(at)}::bigint * interval '1 microsecond', ${value(id)}::uuid)`)
  }
  // The limit stands in the text: of one that is a parameter the planner thinks a tenth of all rows, and joins the page with the whole table.
  const parts: Parts = { branch: `s.campaign_id = $1 AND ${s.branch === 'sent' ? 's.sent' : `s.unit_id = ${value(s.branch.unitId)}`}`, page: page.join(' AND '), limit: String(Math.trunc(s.limit) + 1) }
  const many = s.branch === 'sent' && s.unit === null && !s.warned && !s.returned && s.dueBefore === null && (s.words.length === 0 || (s.words.length === 1 && units[0]!.length > 0))
  // Only what is shown is looked up whole; forms and receipts are large, and stay where they are.
  const sql = `WITH ${(many ? manyHits : fewHits)(s, units, value, parts)}
    SELECT (SELECT coalesce(json_object_agg(state, n), '{}') FROM counted) AS counts,
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
