/** 分配评阅 in the product: 3,000 candidates with written deeds, 300 jurors, 5 readers each, asked for over HTTP and shared out by the job, while another caller reads a page; then the page that shows it, and one change by hand. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { askAssignment, considerReading, readAssignment } from '#contract/operations/assignments'
import { newId } from '#server/ids'
import { openJury } from '../test/server/jury-rounds'
import { openGround, print } from './stage'

const GOAL_SECONDS = 60
const [CANDIDATES, JURORS, UNITS] = [3000, 300, 300]
let seed = 20261122
const below = (n: number): number => { seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff; return Math.floor((seed / 0x80000000) * n) }
const one = <T>(list: readonly T[]): T => list[below(list.length)]!
const name = (): string => one([...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']) + one([...'安成芳广海建静兰明宁平清然思文晓雅远云志']) + one([...'安成芳广海建静兰明宁平清然思文晓雅远云志'])
const fields = Array.from({ length: 40 }, (_, i) => `示例${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'内外妇儿'[Math.floor(i / 10)]}科`)
const unitName = (i: number): string => `示例${'甲乙丙丁戊己庚辛壬癸'[i % 10]}市第${i}人民医院（示例）`
const deeds = (): string => Array.from({ length: 12 }, () => `${name()}在${unitName(below(UNITS))}参加救治，带出一支队伍，写成规程推广到县里。`).join('')

const ground = await openGround()
const { db } = ground.at.services
const j = await openJury(ground.at as never, [{ id: 'shared', method: 'score', score: { from: 0, to: 100 }, ballot: 'named', places: 100, assignment: { readers: 5, most: 54, least: 40, perUnit: 1 } }], [], 1)
const { office } = (await db.row<{ office: string }>(`SELECT organisation_id AS office FROM campaigns WHERE id = $1`, [j.campaignId]))!
const units = Array.from({ length: UNITS }, () => newId())
await db.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT u.id, $2, $2, 'B' || u.n, u.name, 'hospital' FROM unnest($1::uuid[], $3::text[]) WITH ORDINALITY u(id, name, n)`, [units, office, units.map((_, i) => unitName(i))])
await db.rows(`INSERT INTO campaign_units (campaign_id, unit_id) SELECT $1, k FROM unnest($2::uuid[]) k`, [j.campaignId, units])
const candidates = Array.from({ length: CANDIDATES }, (_, i) => ({ id: newId(), unit: one(units), name: name(), fields: { employer: unitName(below(UNITS)), discipline: one(fields), deeds: deeds(), summary: deeds().slice(0, 300) }, n: i }))
await db.rows(`INSERT INTO nominations (id, campaign_id, unit_id, state, seat, candidate_name, fields, answers, created_at, changed_at, submitted_at) SELECT k.id, $1, k.unit, 'accepted', k.n + 10, k.name, k.fields, '{}', product_time(), product_time(), product_time() FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::jsonb[]) WITH ORDINALITY k(id, unit, name, fields, n)`,
  [j.campaignId, candidates.map((c) => c.id), candidates.map((c) => c.unit), candidates.map((c) => c.name), candidates.map((c) => JSON.stringify(c.fields))])
const jurors = Array.from({ length: JURORS - 1 }, () => ({ id: newId(), name: name(), unit: unitName(below(90)), field: `${one(fields)}、${one(fields)}` }))
await db.rows(`INSERT INTO accounts (id, login, person_name, unit_name, field_of_work) SELECT k.id, 'bench-' || k.n, k.name, k.unit, k.field FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY k(id, name, unit, field, n)`, [jurors.map((x) => x.id), jurors.map((x) => x.name), jurors.map((x) => x.unit), jurors.map((x) => x.field)])
await db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) SELECT gen_random_uuid(), k, $2, 'juror' FROM unnest($1::uuid[]) k`, [jurors.map((x) => x.id), office])
await db.rows(`INSERT INTO jury_members (campaign_id, account_id, seat) SELECT $2, k, 'juror' FROM unnest($1::uuid[]) k`, [jurors.map((x) => x.id), j.campaignId])
await db.rows('VACUUM ANALYZE')

const params = { campaignId: j.campaignId, ruleId: 'shared' }
const loop = monitorEventLoopDelay({ resolution: 5 })
const [cpu, from, rss] = [process.cpuUsage(), performance.now(), process.memoryUsage().rss]
let most = rss
const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss) }, 50)
loop.enable()
await j.secretary.ask(askAssignment, { params, body: {} })
const each: number[] = []
let state = 'asked'
while (state === 'asked') {
  await new Promise((resolve) => setTimeout(resolve, 200))
  const at = performance.now()
  const response = await fetch(`${ground.at.origin}/api/session`, { headers: { cookie: `xuanshu_session=${j.o.office.token}` } })
  await response.arrayBuffer()
  each.push(performance.now() - at)
  state = (await db.row<{ state: string }>(`SELECT state FROM assignments WHERE campaign_id = $1 ORDER BY asked_at DESC LIMIT 1`, [j.campaignId]))!.state
}
loop.disable()
clearInterval(watch)
const [took, used] = [(performance.now() - from) / 1000, process.cpuUsage(cpu)]
each.sort((a, b) => a - b)
const at = (p: number): string => (each[Math.min(each.length - 1, Math.floor(each.length * p))] ?? 0).toFixed(0)
print(`node ${process.version}: ${CANDIDATES} candidates × ${JURORS} jurors × 5 readers, ${candidates[0]!.fields.deeds.length} characters of deeds each: ${state}`)
print(`shared out in ${took.toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} s of processors (goal ≤ ${GOAL_SECONDS} s); memory + ${((most - rss) / 1e6).toFixed(0)} MB`)
print(`meanwhile: event loop p50 ${(loop.percentile(50) / 1e6).toFixed(0)} ms, p99 ${(loop.percentile(99) / 1e6).toFixed(0)} ms, longest ${(loop.max / 1e6).toFixed(0)} ms; another's session p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${each.length} calls`)
const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => { const since = performance.now(); const answer = await work(); print(`${what}: ${(performance.now() - since).toFixed(0)} ms`); return answer }
const shared = await timed('the page of it', () => j.secretary.ask(readAssignment, { params }))
print(`loads ${Math.min(...shared.jurors.map((x) => x.load))} to ${Math.max(...shared.jurors.map((x) => x.load))}, everybody by ${Math.min(...shared.candidates.map((c) => c.readers.length))} at least`)
const first = shared.candidates[0]
if (first !== undefined && first.readers[0] !== undefined) await timed('who could read one instead', () => j.secretary.ask(considerReading, { params, query: { candidate: first.nominationId, out: shared.jurors[first.readers[0]!]!.accountId } }))
await ground.close()
process.exitCode = took > GOAL_SECONDS || state !== 'found' ? 1 : 0
