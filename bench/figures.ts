/** 数据 of a campaign with 100,000 sent nominations of 1,200 units: one reading of the page, and what each of its questions costs the database. All names are 示例. */
import { createHash, randomBytes } from 'node:crypto'
import { countLetters, readGroups, readHours, readMinutes, readPlaces, readPoints, readSums, readTurns, readUnitGroups } from '#server/store/figures'
import { openCaller } from './caller'
import { callers, cpuOf, cpuOfDatabase, openStage, print } from './stage'

const GOAL_MS = 300
const [ROWS, UNITS, CALLS] = [100_000, 1200, 24]
const token = randomBytes(32).toString('base64url')
const stage = await openStage(async (db, made) => {
  const heads = await db.rows<{ id: string }>(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), c.organisation_id, c.organisation_id, 'H' || i, '示例' || i || '市医学会', 'cityAssociation' FROM campaigns c, generate_series(1, 16) i WHERE c.id = $1 RETURNING id`, [made.campaignId])
  const own = await db.rows<{ id: string }>(`WITH o AS (INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), ($3::uuid[])[1 + i % 16], c.organisation_id, 'B' || i, '示例单位' || i, (ARRAY['hospital','cdc','university','institute'])[1 + i % 4] FROM campaigns c, generate_series(1, $2) i WHERE c.id = $1 RETURNING id) INSERT INTO campaign_units (campaign_id, unit_id) SELECT $1, id FROM o RETURNING unit_id AS id`, [made.campaignId, UNITS, heads.map((h) => h.id)])
  for (let from = 0; from < ROWS; from += 20_000) await db.rows(
    `INSERT INTO nominations (id, campaign_id, unit_id, state, seat, version, candidate_name, fields, answers, created_at, changed_at, submitted_at, definition_hash, typed, worked_ms)
     SELECT gen_random_uuid(), n.campaign_id, ($2::uuid[])[1 + i % $3], (ARRAY['submitted','accepted','accepted','returned'])[1 + (i % 4)], i / $3 + 1, 3, '示例人选',
       n.fields || jsonb_build_object('birthDate', to_char(date '1950-01-01' + (i * 7919) % 18000, 'YYYY-MM-DD'), 'sex', (ARRAY['male','female'])[1 + i % 2]), n.answers, n.created_at, n.created_at + make_interval(secs => i * 3 + (i * 7919) % 90000), n.created_at + make_interval(secs => i * 3), n.definition_hash, '{"asked":20,"known":4,"changed":1,"typed":14}', (i * 7919) % 9000000
     FROM nominations n, generate_series($4::int, $4::int + 19999) i WHERE n.id = $1`, [made.nominationId, own.map((u) => u.id), UNITS, from])
  await db.rows(`INSERT INTO screenings (id, nomination_id, decision, points, decided_by, decided_at) SELECT gen_random_uuid(), n.id, 'return', jsonb_build_array(jsonb_build_object('what', '示例', 'at', '', 'clause', '四、1', 'code', (ARRAY['paper.noSeal','field.tooShort','photo.tooSmall'])[1 + (n.seat % 3)], 'material', '', 'field', ''), '{"what":"示例","at":"","clause":""}'::jsonb), m.account_id, n.changed_at
    FROM nominations n, (SELECT account_id FROM memberships WHERE role = 'office' LIMIT 1) m WHERE n.state = 'returned'`)
  const m = await db.row<{ id: string; accountId: string }>(`SELECT m.id, m.account_id AS "accountId" FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE a.login = 'zheng'`)
  await db.rows(`INSERT INTO sessions (token_hash, account_id, membership_id, second_factor, expires_at) VALUES ($1, $2, $3, true, clock_timestamp() + interval '1 day')`, [createHash('sha256').update(token).digest(), m!.accountId, m!.id])
  // Written twice in one go, which no product does: the room of the first writing is given back.
  await db.rows('VACUUM FULL nomination_figures')
  await db.rows('VACUUM ANALYZE')
})
const cookie = { cookie: `xuanshu_session=${token}` }
const caller = await openCaller(stage.product.origin)
let bytes = 0
const ask = async () => {
  const r = await caller.get(`/api/campaigns/${stage.one.campaignId}/figures`, cookie)
  if (r.status !== 200) throw new Error(`${r.status} ${r.body}`)
  bytes = r.body.length
}
print(`figures of ${ROWS} nominations, ${UNITS} units, one caller, node ${process.version}`)
await callers(8, 1, ask)
const both = async () => [await cpuOf(stage.product.child.pid!), await cpuOfDatabase(stage.folder)] as const
const before = await both()
const { each } = await callers(CALLS, 1, ask)
const after = await both()
const [p50, p90] = [each[Math.floor(each.length * 0.5)]!, each[Math.floor(each.length * 0.9)]!]
print(`page: p50 ${p50.toFixed(0)} ms, p90 ${p90.toFixed(0)} ms, ${bytes} bytes; CPU a call: node ${((after[0] - before[0]) / CALLS).toFixed(0)} ms, database ${((after[1] - before[1]) / CALLS).toFixed(0)} ms; goal p50 ≤ ${GOAL_MS} ms${p50 > GOAL_MS ? ' MISSED' : ''}`)
const of = stage.one.campaignId
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  people: () => readGroups(stage.db, of, ['1961-01-01', '1971-01-01', '1981-01-01', '1991-01-01'], [], () => '1980-01-01'), units: () => readUnitGroups(stage.db, of), places: () => readPlaces(stage.db, of), sums: () => readSums(stage.db, of), minutes: () => readMinutes(stage.db, of),
  hours: () => readHours(stage.db, of, Date.now()), turns: () => readTurns(stage.db, of), points: () => readPoints(stage.db, of), letters: () => countLetters(stage.db, of),
}
for (const [name, question] of Object.entries(questions)) {
  await callers(3, 1, async () => { await question() })
  const once = await callers(9, 1, async () => { await question() })
  print(`  ${name.padEnd(8)} p50 ${once.each[4]!.toFixed(1).padStart(6)} ms`)
}
caller.end()
await stage.close()
process.exitCode = p50 > GOAL_MS ? 1 : 0
