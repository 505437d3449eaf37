import type { NominationState } from '#core/nomination/state'
import type { Queries } from './database'

/** What one looks for, and in which branch: of a unit its own, whatever state; of the office what was sent. */
export interface Search {
  readonly campaignId: string
  readonly branch: { readonly unitId: string } | 'sent'
  readonly words: readonly string[]
  readonly unit: string | null
  /** Units of a branch, found before: of a list that it knows the planner sees whether the index of units is worth it. */
  readonly within?: readonly string[] | null
  /** What one of the findings at sealing is about. */
  readonly finding?: string | null
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

/** Units of the campaign whose name has the word, asked on their own. */
export const unitsNamed = async (q: Queries, s: Pick<Search, 'campaignId'>, word: string): Promise<string[]> => (await q.rows<{ id: string }>(
  `SELECT u.unit_id AS id FROM organisation_search o JOIN campaign_units u ON u.unit_id = o.organisation_id WHERE u.campaign_id = $1 AND search_keys(o.plain, o.spelling) @@ $2::tsquery`, [s.campaignId, beginning(word)])).map((r) => r.id)

type Value = (v: unknown) => string
interface Parts { readonly branch: string; readonly page: string; readonly limit: string }

/** Units of the campaign whose name has the n-th word, found first: few, and what is looked for in a list of them is not repeated in each nomination. */
const findsUnits = (n: number, word: string): string =>
  `named${n} AS MATERIALIZED (SELECT u.unit_id FROM organisation_search o JOIN campaign_units u ON u.unit_id = o.organisation_id WHERE u.campaign_id = $1 AND search_keys(o.plain, o.spelling) @@ ${word}::tsquery)`

/** Several words, or filters: every word in the name or in the unit's; the first finds by the index, the others are looked for in what it found. */
const conditions = (s: Omit<Search, 'after' | 'limit'>, value: Value): { named: string[]; where: string[] } => {
  const { words } = s
  const named = words.map((word, n) => findsUnits(n, value(beginning(word))))
  const where = words.map((word, n) => (n === 0
    ? `(s.unit_id = ANY(ARRAY(SELECT unit_id FROM named0)) OR ${keys} @@ ${value(beginning(word))}::tsquery)`
    : `((s.unit_id IN (SELECT unit_id FROM named${n})) IS TRUE OR position(${value(word)} IN s.plain) > 0 OR s.spelling ~ ${value(spelledSo(word))})`))
  if (s.unit !== null) where.push(`s.unit_id = ${value(s.unit)}`)
  if (s.within != null) where.push(`s.unit_id = ANY(${value(s.within)}::uuid[])`)
  if (s.finding != null) where.push(`s.nomination_id = ANY(ARRAY(SELECT f.nomination_id FROM nomination_findings f WHERE f.campaign_id = $1 AND f.kind = ${value(s.finding)}))`)
  if (s.warned) where.push('s.warned')
  if (s.returned) where.push('s.returns > 0')
  if (s.dueBefore !== null) where.push(`s.state = 'returned' AND s.return_until < to_timestamp(${value(s.dueBefore)} / 1000.0)`)
  return { named, where }
}
const narrowed = (s: Search, value: Value, { branch, page, limit }: Parts): string => {
  const { named, where } = conditions(s, value)
  return [...named, `hits AS MATERIALIZED (SELECT s.nomination_id, s.state, s.order_at FROM nomination_search s WHERE ${[branch, ...where].join(' AND ')})`,
    'counted AS (SELECT state, count(*)::int AS n FROM hits GROUP BY state)',
    `page AS MATERIALIZED (SELECT s.nomination_id FROM hits s ${page && `WHERE ${page}`} ORDER BY ${order} LIMIT ${limit})`].join(', ')
}

/** From so many on, a page of a list of units is found sooner by reading all in their order than by sorting those of the units. */
const IN_ORDER_FROM = 2000

/** Everything of the office's, or one word: all of the units with such a name, and whoever else is called so. The units' part is never read to be counted: nomination_counts adds up to it. */
const whole = (s: Search, value: Value, { branch, page, limit }: Parts): string => {
  const [word] = s.words
  const first = (from: string, ...where: readonly string[]) => `(SELECT s.nomination_id, s.state, s.order_at FROM ${from} s WHERE ${[...where, ...(page === '' ? [] : [page])].join(' AND ')} ORDER BY ${order} LIMIT ${limit})`
  if (word === undefined) return `counted AS (SELECT c.state, sum(c.n)::int AS n FROM nomination_counts c WHERE c.campaign_id = $1 GROUP BY c.state HAVING sum(c.n) <> 0),
    page AS MATERIALIZED ${first('nomination_search', branch)}`
  const beginsSo = value(beginning(word))
  return `${findsUnits(0, beginsSo)}, held AS MATERIALIZED (SELECT c.state, sum(c.n) AS n FROM nomination_counts c WHERE c.campaign_id = $1 AND c.unit_id = ANY(ARRAY(SELECT unit_id FROM named0)) GROUP BY c.state),
    others AS MATERIALIZED (SELECT s.nomination_id, s.state, s.order_at FROM nomination_search s WHERE ${branch} AND ${keys} @@ ${beginsSo}::tsquery AND s.unit_id NOT IN (SELECT unit_id FROM named0)),
    counted AS (SELECT b.state, sum(b.n)::int AS n FROM (SELECT o.state, count(*) AS n FROM others o GROUP BY o.state UNION ALL SELECT h.state, h.n FROM held h) b GROUP BY b.state HAVING sum(b.n) <> 0),
    page AS MATERIALIZED (SELECT s.nomination_id FROM (${first('others', 'true')}
      UNION ALL ${first('nomination_search', branch, `(SELECT sum(n) FROM held) >= ${IN_ORDER_FROM}`, '(s.unit_id IN (SELECT unit_id FROM named0)) IS TRUE')}
      UNION ALL ${first(`(SELECT s.nomination_id, s.state, s.order_at FROM named0 k JOIN nomination_search s USING (unit_id) WHERE ${branch} AND (SELECT sum(n) FROM held) < ${IN_ORDER_FROM} OFFSET 0)`, 'true')}) s ORDER BY ${order} LIMIT ${limit})`
}

/** The statement and its values; the branch stands before every other condition. */
export const searchStatement = (s: Search): { sql: string; values: unknown[] } => {
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
  const wide = s.branch === 'sent' && s.unit === null && s.within == null && s.finding == null && !s.warned && !s.returned && s.dueBefore === null && s.words.length <= 1
  // Only what is shown is looked up whole, one by one: of some ten thousand the planner would rather read all for a page. Forms and receipts are large, and stay where they are.
  const sql = `WITH ${(wide ? whole : narrowed)(s, value, parts)}
    SELECT (SELECT coalesce(json_object_agg(state, n), '{}') FROM counted) AS counts,
      (SELECT coalesce(json_agg(r ORDER BY r.rank, r.micro, r.id), '[]') FROM (SELECT ${rank} AS rank, ${micro} AS micro, ${rank} || '.' || ${micro} || '.' || n.id AS cursor, n.id, n.candidate_name AS "candidateName", n.unit_id AS "unitId", o.name AS "unitName",
        s.state, n.version, ${ms('n.submitted_at')} AS "submittedAt", ${ms('n.changed_at')} AS "changedAt", ${ms('s.return_until')} AS "returnUntil", s.returns, s.warned, EXISTS (SELECT FROM entries_for_units e WHERE e.nomination_id = n.id) AS entered
        FROM page p CROSS JOIN LATERAL (SELECT x.* FROM nomination_search x WHERE x.nomination_id = p.nomination_id OFFSET 0) s JOIN nominations n ON n.id = p.nomination_id JOIN organisations o ON o.id = n.unit_id) r) AS rows`
  return { sql, values }
}
/** Within JSON an instant would be a text. */
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`

/** An organisation and all below it. */
export const branchOf = async (q: Queries, top: string): Promise<string[]> => [top, ...(await q.rows<{ id: string }>(`SELECT id FROM organisations_below($1)`, [top])).map((r) => r.id)]

/** How many of what is found each kind of finding has, and each unit: counted under every filter but the own one. */
export const facets = async (q: Queries, s: Omit<Search, 'after' | 'limit'>): Promise<{ readonly kinds: { kind: string; n: number }[]; readonly units: { id: string; n: number }[] }> => {
  const count = (without: Partial<Search>, what: string, from: string): { sql: string; values: unknown[] } => {
    const values: unknown[] = [s.campaignId]
    const value: Value = (v) => `$${String(values.push(v))}`
    const { named, where } = conditions({ ...s, ...without }, value)
    const all = [`s.campaign_id = $1 AND ${s.branch === 'sent' ? 's.sent' : `s.unit_id = ${value(s.branch.unitId)}`}`, ...where, ...(s.state === null ? [] : [`s.state = ${value(s.state)}`])]
    return { sql: `${named.length === 0 ? '' : `WITH ${named.join(', ')} `}SELECT ${what}, count(*)::int AS n FROM ${from} WHERE ${all.join(' AND ')} GROUP BY 1 ORDER BY 2 DESC, 1`, values }
  }
  const [kinds, units] = [count({ finding: null }, 'f.kind', 'nomination_findings f JOIN nomination_search s ON s.nomination_id = f.nomination_id AND f.campaign_id = s.campaign_id'), count({ unit: null, within: null }, 's.unit_id AS id', 'nomination_search s')]
  return { kinds: await q.rows(kinds.sql, kinds.values), units: await q.rows(units.sql, units.values) }
}

/** Of several words that with the fewest units finds; asked before, since it only says where to begin. */
const rarestFirst = async (q: Queries, s: Search): Promise<string[]> =>
  (await Promise.all(s.words.map(async (word) => ({ word, units: (await unitsNamed(q, s, word)).length })))).toSorted((a, b) => a.units - b.units).map((w) => w.word)

/** One statement, and so one state of the database: counts and rows fit together whatever is committed meanwhile. */
export const search = async (q: Queries, s: Search): Promise<Found> => {
  const { sql, values } = searchStatement(s.words.length < 2 ? s : { ...s, words: await rarestFirst(q, s) })
  return (await q.row<Found>(sql, values))!
}
