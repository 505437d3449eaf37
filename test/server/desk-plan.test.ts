/** The desk without a search, among many: its page reads no more rows than it shows, its counts are added up and not counted; a later page begins where the one before ended. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchNominations } from '#contract/operations/search'
import { searchStatement, type Search } from '#server/store/search'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { putNomination } from './put-nomination'

const ROWS = Number(process.env['XUANSHU_DESK_ROWS'] ?? 6000)
let at: Installation
let o: Office
let campaignId: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o)
  const { id: unitId } = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!
  const one = await putNomination(at.services.db, { campaignId, unitId, name: '示例人选', state: 'submitted', n: 0 })
  // Other campaigns lie in the same table, as they do.
  const other = await openProvincial(at, o)
  for (const [campaign, rows] of [[campaignId, ROWS], [other, Math.min(ROWS * 3, 30_000)]] as const) await at.services.db.rows(`INSERT INTO nominations (id, campaign_id, unit_id, state, seat, version, candidate_name, fields, answers, created_at, changed_at, submitted_at, definition_hash, receipt)
    SELECT gen_random_uuid(), $3, n.unit_id, (ARRAY['submitted','accepted','returned'])[1 + i % 3], i + 1, 1, '示例' || i, n.fields, n.answers, n.created_at, n.changed_at, n.created_at + make_interval(secs => i), n.definition_hash, n.receipt FROM nominations n, generate_series(1, $2) i WHERE n.id = $1`, [one, rows, campaign])
  await at.services.db.rows('VACUUM ANALYZE')
}, 300_000)
afterAll(() => at.close())

interface Node { readonly 'Node Type': string; readonly 'Index Name'?: string; readonly 'Relation Name'?: string; readonly 'Subplan Name'?: string; readonly 'Actual Rows': number; readonly 'Actual Loops': number; readonly Plans?: readonly Node[] }
const all = (n: Node): Node[] => [n, ...(n.Plans ?? []).flatMap(all)]
const search: Search = { campaignId: '', branch: 'sent', words: [], unit: null, state: null, warned: false, returned: false, dueBefore: null, after: null, limit: 50 }
const planOf = async (change: Partial<Search> = {}): Promise<{ nodes: Node[]; ms: number }> => {
  const { sql, values } = searchStatement({ ...search, campaignId, ...change })
  const [row] = await at.services.db.steady.rows<{ 'QUERY PLAN': readonly [{ Plan: Node; 'Execution Time': number }] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values)
  return { nodes: all(row!['QUERY PLAN'][0].Plan), ms: row!['QUERY PLAN'][0]['Execution Time'] }
}
/** Rows that came from a table or an index of it, whichever way. */
const readOf = (nodes: readonly Node[], index: RegExp) => nodes.filter((n) => index.test(n['Index Name'] ?? '')).map((n) => [n['Node Type'], n['Actual Rows'] * n['Actual Loops']])

test('the first page comes in the order of its index and reads what it shows; forms are looked up for these alone', async () => {
  const { nodes, ms } = await planOf()
  if (process.env['XUANSHU_DESK_ROWS'] !== undefined) process.stdout.write(`${ROWS} rows: ${ms.toFixed(1)} ms\n`)
  expect(readOf(nodes, /in_order$/).filter(([type]) => type === 'Index Scan' || type === 'Index Only Scan').some(([, rows]) => rows === 51)).toBe(true)
  expect(nodes.filter((n) => n['Relation Name'] === 'nominations').map((n) => n['Actual Rows'] * n['Actual Loops']).every((rows) => rows <= 51)).toBe(true)
  // Nothing more is read, not even to count.
  expect(nodes.filter((n) => n['Relation Name'] === 'nomination_search' && n['Actual Rows'] * n['Actual Loops'] > 51).length).toBe(0)
})

test('the page far down, and the page of one state, read no more', async () => {
  const first = await o.office.ask(searchNominations, { params: { campaignId }, query: { limit: 200 } })
  let after = first.next!
  for (let page = 0; page < 8; page++) after = (await o.office.ask(searchNominations, { params: { campaignId }, query: { limit: 200, after } })).next!
  const far = (await planOf({ after })).nodes
  expect([readOf(far, /in_order$/).some(([, rows]) => rows === 51), far.filter((n) => n['Relation Name'] === 'nomination_search' && n['Actual Rows'] * n['Actual Loops'] > 51).length]).toEqual([true, 0])
  const ofState = (await planOf({ state: 'returned' })).nodes.filter((n) => n['Relation Name'] === 'nominations')
  expect(ofState.every((n) => n['Actual Rows'] * n['Actual Loops'] <= 51)).toBe(true)
})

test('page after page holds each once, in the order of the desk, with the count of all', async () => {
  const seen = new Set<string>()
  const ranks: boolean[] = []
  for (let after: string | undefined; ;) {
    const page = await o.office.ask(searchNominations, { params: { campaignId }, query: { limit: 200, ...(after !== undefined && { after }) } })
    expect(page.total).toBe(ROWS + 1)
    for (const r of page.rows) { seen.add(r.id); ranks.push(r.state === 'submitted') }
    if (page.next === null) break
    after = page.next
  }
  expect([seen.size, ranks.length, ranks.lastIndexOf(true) < ranks.indexOf(false)]).toEqual([ROWS + 1, ROWS + 1, true])
})
