/** 查找 among 100,000 sent nominations by 8 callers, page of 50 with its exact count, beside a bare server that answers as many bytes, in the same run. All names are made up by chance (示例); a mark in each would be found by every search for it. */
import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { spell, spellRest } from '#server/search/spelling'
import { gatherCounts } from '#server/search/gather-counts'
import { searchStatement } from '#server/store/search'
import { searchWords } from '#core/text/search-words'
import { openCaller } from './caller'
import { callers, cpuOf, cpuOfDatabase, openStage, print } from './stage'

const GOAL = { p99: 30, cpu: 4 }
const [ROWS, UNITS, CALLS, AT, WARM] = [100_000, 1200, 2400, 8, 600]
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解仇']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志海波晓宁云飞若川雨青松柏梅竹清泉山河江海天宇浩然子轩梓涵思远怀瑾守一知行致诚安康乐新春夏秋冬东南西北']
const places = [...'云川青陵重岭长乐南浦北原东溪西岚江临海宁安平远新丰永定']
const kinds = ['人民医院', '中医院', '疾病预防控制中心', '医学会', '科学技术协会', '妇幼保健院', '大学附属医院', '职业技术学院', '农业科学研究所', '环境监测站']
let seed = 7
const chance = (n: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n) }
const one = (list: readonly string[]): string => list[chance(list.length)]!
const personName = (): string => one(surnames) + one(given) + (chance(4) > 0 ? one(given) : '')
const people = Array.from({ length: ROWS }, personName)
const unitNames = Array.from({ length: UNITS }, (_, i) => `${one(places)}${one(places)}${i % 3 === 0 ? '市' : '县'}${i % 7 === 0 ? '第二' : ''}${one(kinds)}`)

const token = randomBytes(32).toString('base64url')
const stage = await openStage(async (db, made) => {
  const own = await db.rows<{ id: string }>(`WITH o AS (INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), c.organisation_id, c.organisation_id, 'B' || t.i, t.name, 'hospital' FROM campaigns c, unnest($2::text[]) WITH ORDINALITY t(name, i) WHERE c.id = $1 RETURNING id) INSERT INTO campaign_units (campaign_id, unit_id) SELECT $1, id FROM o RETURNING unit_id AS id`, [made.campaignId, unitNames])
  for (let from = 0; from < ROWS; from += 20_000) await db.rows(
    `INSERT INTO nominations (id, campaign_id, unit_id, state, seat, version, candidate_name, fields, answers, created_at, changed_at, submitted_at, definition_hash, receipt)
     SELECT gen_random_uuid(), n.campaign_id, ($3::uuid[])[1 + (i + $4) % $5], (ARRAY['submitted','submitted','accepted','returned'])[1 + (i % 4)], (i + $4) / $5 + 1, 3, name, n.fields, n.answers, n.created_at, n.changed_at, n.created_at + make_interval(secs => i), n.definition_hash, jsonb_build_object('warnings', i % 3)
     FROM nominations n, unnest($2::text[]) WITH ORDINALITY t(name, i) WHERE n.id = $1`, [made.nominationId, people.slice(from, from + 20_000), own.map((u) => u.id), from, UNITS])
  // The product spells as well; what it holds just now is skipped.
  while ((await spellRest(db, 'person')) + (await spellRest(db, 'unit')) > 0 || (await db.row('SELECT 1 FROM nomination_search WHERE NOT spelled UNION ALL SELECT 1 FROM organisation_search WHERE NOT spelled LIMIT 1')) !== undefined);
  while ((await gatherCounts(db)) > 0);
  const m = await db.row<{ id: string; accountId: string }>(`SELECT m.id, m.account_id AS "accountId" FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE a.login = 'zheng'`)
  await db.rows(`INSERT INTO sessions (token_hash, account_id, membership_id, second_factor, expires_at) VALUES ($1, $2, $3, true, clock_timestamp() + interval '1 day')`, [createHash('sha256').update(token).digest(), m!.accountId, m!.id])
  // Written twice in one go, which no product does: the room of the first writing is given back.
  await db.rows('VACUUM FULL nomination_search')
  await db.rows('VACUUM ANALYZE')
})

const syllables = (name: string, what: 'person' | 'unit' = 'person') => spell(name, what).spelling.split(' ')
const initials = (parts: readonly string[]) => parts.map((p) => p[0]).join('')
const unitTail = (name: string) => [...name]
/** What people type: a whole name, two characters of it, its initials, its pinyin, a unit's place, a unit's kind, and two words. */
const typing: Readonly<Record<string, () => string>> = {
  'whole name': () => people[chance(ROWS)]!, 'two characters': () => [...people[chance(ROWS)]!].slice(0, 2).join(''), 'last two': () => [...people[chance(ROWS)]!].slice(-2).join(''),
  'initials': () => initials(syllables(people[chance(ROWS)]!)), 'pinyin': () => syllables(people[chance(ROWS)]!).join(''), 'surname in pinyin (li, wang)': () => syllables(people[chance(ROWS)]!)[0]!.padEnd(2, 'a'),
  'place of a unit': () => unitTail(unitNames[chance(UNITS)]!).slice(0, 2).join(''), 'whole unit': () => unitTail(unitNames[chance(UNITS)]!).join(''), 'unit initials': () => initials(syllables(unitNames[chance(UNITS)]!, 'unit')).slice(0, 6),
  'kind of unit (a tenth of all)': () => one(kinds), 'name and unit': () => `${[...people[chance(ROWS)]!].slice(0, 2).join('')} ${one(kinds)}`,
}
const cookie = { cookie: `xuanshu_session=${token}` }
const path = (q: string) => `/api/campaigns/${stage.one.campaignId}/search?q=${encodeURIComponent(q)}`
let bytes = 0
const run = async (origin: string, n: number, next: () => string, method: 'GET' | 'POST' = 'GET'): ReturnType<typeof callers> => {
  const free = await Promise.all(Array.from({ length: AT }, () => openCaller(origin)))
  const all = [...free]
  const measured = await callers(n, AT, async () => {
    const caller = free.pop()!
    const r = method === 'GET' ? await caller.get(path(next()), cookie) : await caller.post('/', cookie, '{}')
    if (r.status !== 200) throw new Error(`${r.status} ${r.body}`)
    bytes = Math.max(bytes, r.body.length)
    free.push(caller)
  })
  for (const caller of all) caller.end()
  return measured
}
const at = (each: readonly number[], share: number) => each[Math.floor(each.length * share)]!.toFixed(1).padStart(6)
const kindsOfTyping = Object.values(typing)
const mixed = () => kindsOfTyping[chance(kindsOfTyping.length)]!()

print(`search among ${ROWS} nominations of ${UNITS} units, ${AT} callers, pages of 50 with their exact count, node ${process.version}`)
await run(stage.product.origin, WARM, mixed)
const both = async () => [await cpuOf(stage.product.child.pid!), await cpuOfDatabase(stage.folder)] as const
let missed = 0
for (const [kind, next] of [['all kinds in turn', mixed] as const, ...Object.entries(typing)]) {
  const n = kind === 'all kinds in turn' ? CALLS : 240
  const before = await both()
  const own = await run(stage.product.origin, n, next)
  const after = await both()
  const [node, database] = [(after[0] - before[0]) / n, (after[1] - before[1]) / n]
  const judged = kind === 'all kinds in turn'
  const short = judged && (Number(at(own.each, 0.99)) > GOAL.p99 || node + database > GOAL.cpu)
  if (short) missed++
  print(`${kind.padEnd(30)} ${((n / own.ms) * 1000).toFixed(0).padStart(5)}/s  p50 ${at(own.each, 0.5)}  p99 ${at(own.each, 0.99)} ms  server CPU ${(node + database).toFixed(2)} ms a call (node ${node.toFixed(2)}, database ${database.toFixed(2)})${judged ? `  goal p99 ≤ ${GOAL.p99} ms, CPU ≤ ${GOAL.cpu} ms${short ? ' MISSED' : ''}` : ''}`)
}
const body = Buffer.from('x'.repeat(bytes))
const bare = createServer((request, response) => { request.resume().on('end', () => response.writeHead(200, { 'content-length': body.length }).end(body)) })
await new Promise<void>((resolve) => { bare.listen(0, '127.0.0.1', resolve) })
const limit = await run(`http://127.0.0.1:${String((bare.address() as AddressInfo).port)}`, 20_000, () => '', 'POST')
bare.close()
print(`limit: a bare server with ${bytes} bytes an answer, client in the same process: ${((20_000 / limit.ms) * 1000).toFixed(0)}/s, p99 ${at(limit.each, 0.99)} ms`)
for (const q of ['张伟', 'li', '人民医院']) {
  const s = { campaignId: stage.one.campaignId, branch: 'sent' as const, words: searchWords(q), unit: null, state: null, warned: false, returned: false, dueBefore: null, after: null, limit: 50 }
  const { sql, values } = searchStatement(s)
  print(`plan of ${q}:`)
  for (const line of await stage.db.steady.rows<Record<string, string>>(`EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF) ${sql}`, values)) print(`  ${Object.values(line)[0]!.slice(0, 170)}`)
}
await stage.close()
process.exitCode = missed === 0 ? 0 : 1
