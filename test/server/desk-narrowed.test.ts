/** The desk narrowed to a finding, a unit or a branch, among 10,000: numbers exact under every other filter, found by an index and not by reading all. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importOrganisations } from '#contract/operations/organisations'
import { searchFacets, searchNominations } from '#contract/operations/search'
import { branchOf, facets, searchStatement, type Search } from '#server/store/search'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { putNomination } from './put-nomination'

const ROWS = 10_000
let at: Installation
let o: Office
let campaignId: string
const units: Record<string, string> = {}
const db = () => at.services.db

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  const sheet = ['单位代码,单位名称,类型,上级代码,经办人姓名,经办人账号,审核人姓名,审核人账号', 'B1,示例分院一,hospital,U2,,,,', 'B2,示例分院二,hospital,B1,,,,'].join('\n')
  await o.office.ask(importOrganisations, { body: { fileName: 'a.csv', base64: Buffer.from(sheet).toString('base64'), refusedSeen: 0 } })
  campaignId = await openProvincial(at, o)
  for (const u of await db().rows<{ id: string; code: string }>(`SELECT id, code FROM organisations`)) units[u.code] = u.id
  const one = await putNomination(db(), { campaignId, unitId: units['U1']!, name: '示例人选', state: 'submitted', n: 0 })
  // Nearly all are of one unit; every second lacks something, one in a hundred has seals, one in two hundred the portrait too; a few lie in the branch below U2.
  await db().rows(`INSERT INTO nominations (id, campaign_id, unit_id, state, seat, version, candidate_name, fields, answers, created_at, changed_at, submitted_at, receipt)
    SELECT gen_random_uuid(), n.campaign_id, CASE i % 500 WHEN 1 THEN $4::uuid WHEN 2 THEN $5::uuid WHEN 3 THEN $6::uuid ELSE n.unit_id END, (ARRAY['submitted','accepted','returned'])[1 + i % 3], i + 1, 1, '示例' || i, n.fields, n.answers, n.created_at, n.changed_at, n.created_at + make_interval(secs => i),
      jsonb_build_object('at', 0, 'warnings', CASE WHEN i % 100 = 1 THEN 2 ELSE 0 END, 'manifest', '[]'::jsonb, 'kinds', CASE WHEN i % 200 = 1 THEN '["portrait","seal"]'::jsonb WHEN i % 100 = 1 THEN '["seal"]'::jsonb WHEN i % 2 = 0 THEN '["missing"]'::jsonb ELSE '[]'::jsonb END)
    FROM nominations n, generate_series(1, $2) i WHERE n.id = $1 AND n.campaign_id = $3`, [one, ROWS - 1, campaignId, units['U2'], units['B1'], units['B2']])
  await db().rows('VACUUM ANALYZE')
}, 300_000)
afterAll(() => at.close())

interface Node { readonly 'Node Type': string; readonly 'Index Name'?: string; readonly 'Relation Name'?: string; readonly 'Actual Rows': number; readonly 'Actual Loops': number; readonly 'Rows Removed by Filter'?: number; readonly Plans?: readonly Node[] }
const all = (n: Node): Node[] => [n, ...(n.Plans ?? []).flatMap(all)]
const usual: Search = { campaignId: '', branch: 'sent', words: [], unit: null, state: null, warned: false, returned: false, dueBefore: null, after: null, limit: 50 }
const planOf = async (change: Partial<Search>): Promise<Node[]> => {
  const { sql, values } = searchStatement({ ...usual, campaignId, ...change })
  const [row] = await db().steady.rows<{ 'QUERY PLAN': readonly [{ Plan: Node }] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values)
  return all(row!['QUERY PLAN'][0].Plan)
}
const indexes = (nodes: readonly Node[]) => nodes.flatMap((n) => n['Index Name'] ?? [])
/** Rows of the list that were met at all, kept or not. */
const met = (nodes: readonly Node[]): number => Math.max(...nodes.filter((n) => n['Relation Name'] === 'nomination_search').map((n) => (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)) * n['Actual Loops']))
const naive = async (where: string, ...more: unknown[]) => (await db().row<{ n: number }>(`SELECT count(*)::int AS n FROM nominations n WHERE campaign_id = $1 AND ${where}`, [campaignId, ...more]))!.n
const ask = (query: object) => o.office.ask(searchNominations, { params: { campaignId }, query: query as never })
const narrowedBy = (query: object = {}) => o.office.ask(searchFacets, { params: { campaignId }, query: query as never })

test('a finding is found by its own index, and no row is read that does not have it', async () => {
  const nodes = await planOf({ finding: 'seal' })
  expect(indexes(nodes)).toContain('nomination_findings_pkey')
  expect(nodes.filter((n) => n['Node Type'] === 'Seq Scan' && n['Relation Name'] === 'nomination_search')).toEqual([])
  expect(met(nodes)).toBeLessThanOrEqual(100)
})

test('a small branch is found by its units', async () => {
  const nodes = await planOf({ within: await branchOf(db(), units['U2']!) })
  expect(indexes(nodes)).toContain('nomination_search_by_unit')
  expect(met(nodes)).toBeLessThanOrEqual(60)
})

test('numbers are exact, each under all filters but its own', async () => {
  const seal = await naive(`receipt->'kinds' ? 'seal'`)
  expect([(await ask({ finding: 'seal' })).total, (await ask({ finding: 'portrait' })).total, (await ask({ finding: 'photo' })).total]).toEqual([seal, await naive(`receipt->'kinds' ? 'portrait'`), 0])
  expect(await narrowedBy()).toEqual({ kinds: [{ kind: 'missing', n: 4999 }, { kind: 'seal', n: 100 }, { kind: 'portrait', n: 50 }], places: [
    { id: units['U1'], name: '示例单位1', depth: 0, n: ROWS - 60, branch: false }, { id: units['U2'], name: '示例单位2', depth: 0, n: 60, branch: true }, { id: units['B1'], name: '示例分院一', depth: 1, n: 40, branch: true }, { id: units['B2'], name: '示例分院二', depth: 2, n: 20, branch: false }] })
  expect([(await ask({ within: units['U2'] })).total, (await ask({ unit: units['U2'] })).total, (await ask({ within: units['B1'] })).total]).toEqual([60, 20, 40])
  const both = await narrowedBy({ finding: 'seal', within: units['U2'], state: 'accepted' })
  expect(both.kinds.filter((k) => k.kind !== 'missing')).toEqual([{ kind: 'seal', n: await naive(`receipt->'kinds' ? 'seal' AND unit_id = ANY($2) AND state = 'accepted'`, [units['U2'], units['B1'], units['B2']]) }, { kind: 'portrait', n: await naive(`receipt->'kinds' ? 'portrait' AND unit_id = ANY($2) AND state = 'accepted'`, [units['U2'], units['B1'], units['B2']]) }].filter((k) => k.n > 0))
  expect(both.places.filter((p) => p.depth === 0).reduce((n, p) => n + p.n, 0)).toBe(await naive(`receipt->'kinds' ? 'seal' AND state = 'accepted'`))
  const { rows, total } = await ask({ finding: 'seal', q: '示例101' })
  expect([total, rows.map((r) => r.candidateName)]).toEqual([1, ['示例101']])
})

test('a receipt that is given anew is counted anew; what is gone is counted no more', async () => {
  const { rows } = await ask({ finding: 'portrait', limit: 1 })
  await db().rows(`UPDATE nominations SET receipt = jsonb_set(receipt, '{kinds}', '["photo"]') WHERE id = $1`, [rows[0]!.id])
  expect([(await ask({ finding: 'portrait' })).total, (await ask({ finding: 'seal' })).total, (await ask({ finding: 'photo' })).total]).toEqual([49, 99, 1])
  expect((await narrowedBy()).kinds.map((k) => [k.kind, k.n])).toEqual([['missing', 4999], ['seal', 99], ['portrait', 49], ['photo', 1]])
})

test('what a unit sees is its own, whatever it asks for; foreign places hold nothing', async () => {
  const own = await o.units[2]!.clerk.ask(searchNominations, { params: { campaignId }, query: { within: units['U2']!, finding: 'seal' } })
  expect(own.total).toBe(0)
  expect((await o.units[2]!.clerk.refused(searchFacets, { params: { campaignId } })).status).toBe(404)
  expect((await facets(db(), { ...usual, campaignId, within: [campaignId] })).kinds).toEqual([])
})
