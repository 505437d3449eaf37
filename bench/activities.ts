/** 10,000 learning activities of one day, by 500 units on three levels: recorded over HTTP, then the sheet of the top level with its check, the office's list, the public page, and the plans of what they ask. */
import { listActivities, readActivitySheet, recordActivity, releaseActivities } from '#contract/operations/activities'
import { dayOf } from '#core/kernel/instant'
import { setClock } from '#server/demo/actors'
import { newId } from '#server/ids'
import { pageStatement, sumStatement } from '#server/store/activities'
import { beginSession } from '#server/store/sessions'
import { Person } from '../test/server/person'
import { forwardOpen, openNational, openTree } from '../test/server/tree'
import { callers, openGround, print } from './stage'

const [UNITS, EACH, AT_ONCE, ROUNDS] = [500, 20, 8, 12]
const ground = await openGround()
const { db } = ground.at.services
const at = { ...ground.at, setClock: (to: number) => setClock(ground.at.services, to) } as never
const t = await openTree(at)
const national = await openNational(at, t)
const provincial = await forwardOpen(at, national, t.province, 15)
const association = await forwardOpen(at, provincial, t.association, 10)
const levels = [national, provincial, association] as const

const units = Array.from({ length: UNITS }, (_, i) => ({ id: newId(), account: newId(), membership: newId(), campaign: levels[i % levels.length]! }))
await db.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT u.id, c.organisation_id, o.root_id, 'B' || u.n, '示例单位' || u.n, 'hospital' FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY u(id, campaign, n) JOIN campaigns c ON c.id = u.campaign JOIN organisations o ON o.id = c.organisation_id`, [units.map((u) => u.id), units.map((u) => u.campaign)])
await db.rows(`INSERT INTO campaign_units (campaign_id, unit_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])`, [units.map((u) => u.campaign), units.map((u) => u.id)])
await db.rows(`INSERT INTO accounts (id, login, person_name) SELECT k.id, 'bench-' || k.n, '经办' || k.n FROM unnest($1::uuid[]) WITH ORDINALITY k(id, n)`, [units.map((u) => u.account)])
await db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) SELECT k.id, k.account, k.unit, 'unitClerk' FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) k(id, account, unit)`, [units.map((u) => u.membership), units.map((u) => u.account), units.map((u) => u.id)])
const clerks: Person[] = []
for (const u of units) clerks.push(new Person(ground.at.origin, 'clerk').holding(await beginSession(db, u.account, u.membership, true)))
await db.rows('VACUUM ANALYZE')

const today = dayOf(await ground.at.now())
const forms = ['talk', 'study', 'visit'] as const
const kept: string[] = []
const { ms, each } = await callers(UNITS * EACH, AT_ONCE, async (i) => {
  const u = i % UNITS
  const n = Math.floor(i / UNITS)
  const { activityId } = await clerks[u]!.ask(recordActivity, { params: { campaignId: units[u]!.campaign }, body: { activity: { name: `学习先进事迹第${n + 1}场（示例）`, form: forms[i % forms.length]!, otherForm: '', day: today, place: `第${n + 1}会议室`, people: 20 + (i % 90), hosts: '工会', words: '听了三位同志的事迹。', links: i % 5 === 0 ? [`https://news.example.org/${i}`] : [] }, distinct: true } })
  if (units[u]!.campaign === national && kept.length < 200) kept.push(activityId)
})
const sorted = each.toSorted((a, b) => a - b)
const at99 = (all: readonly number[], p: number): string => (all[Math.min(all.length - 1, Math.floor(all.length * p))] ?? 0).toFixed(1)
print(`node ${process.version}: ${(UNITS * EACH).toLocaleString('en')} activities of ${UNITS} units on ${levels.length} levels recorded, ${AT_ONCE} callers: ${(UNITS * EACH / (ms / 1000)).toFixed(0)}/s, p50 ${at99(sorted, 0.5)} ms, p99 ${at99(sorted, 0.99)} ms`)
for (let i = 0; i < kept.length; i += 50) await t.nation.office.ask(releaseActivities, { params: { campaignId: national }, body: { activityIds: kept.slice(i, i + 50), yes: true } }).catch((error: unknown) => print(`  released: ${String(error).slice(0, 160)}`))

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const times: number[] = []
  let answer: T | undefined
  for (let i = 0; i < ROUNDS; i++) { const from = performance.now(); answer = await work(); times.push(performance.now() - from) }
  const all = times.toSorted((a, b) => a - b)
  print(`${what.padEnd(46)} median ${at99(all, 0.5).padStart(7)} ms, worst ${at99(all, 1).padStart(7)} ms`)
  return answer!
}
const sheet = await timed('the sheet of the top level, checked', () => t.nation.office.ask(readActivitySheet, { params: { campaignId: national } }))
const times = Object.values(sheet.total).reduce((sum, f) => sum + (f?.times ?? 0), 0)
print(`  ${times.toLocaleString('en')} times in ${sheet.rows.length} rows; ${sheet.agrees ? 'agrees with each single activity' : 'DOES NOT AGREE'}${times === UNITS * EACH ? '' : ', LOST SOME'}`)
await timed('the office’s list, its first page', () => t.nation.office.ask(listActivities, { params: { campaignId: national } }))
await timed('the public page of activities', async () => { const r = await fetch(`${ground.at.origin}${sheet.publicPath}`); if (r.status !== 200) throw new Error(`${sheet.publicPath} ${r.status}`); return r.text() })

const plan = async (what: string, sql: string, values: readonly unknown[]): Promise<void> => {
  print(`plan of ${what}:`)
  for (const r of await db.rows<Record<string, string>>(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) ${sql}`, values as unknown[])) print(`  ${Object.values(r)[0]}`)
}
await plan('the sums', sumStatement, [levels, null])
const page = pageStatement({ campaignId: national, unitId: null, form: null, show: 'all', after: null, limit: 24 })
await plan('the list', page.sql, page.values)
await ground.close()
