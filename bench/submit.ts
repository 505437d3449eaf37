/** 审签报送 of a complete nomination over HTTP, beside raw transactions in the manner of `pgbench -N` on the same database in the same run. Goal: at least a tenth of them. */
import pg from 'pg'
import { readyToSubmit, type Job } from '../test/server/copies'
import { openCaller, type Caller } from './caller'
import { callers, cpuOf, openStage, print } from './stage'

const GOAL = 0.1
const AT = [1, 8, 32] as const
const scale = Number(process.argv[3] ?? 1)
const CALLS = { 1: 250 * scale, 8: 700 * scale, 32: 1000 * scale }
// Until the compiler has settled: a product that is up for days is measured, not its first second.
const WARM = 1500
const ROWS = 100_000

let jobs: Job[] = []
const stage = await openStage(async (db, one) => {
  jobs = await readyToSubmit(db, one, WARM + CALLS[1] + CALLS[8] + CALLS[32])
  await db.rows(`CREATE TABLE bench_accounts (id int PRIMARY KEY, balance int NOT NULL, filler text)`)
  await db.rows(`CREATE TABLE bench_history (account int NOT NULL, delta int NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())`)
  await db.rows(`INSERT INTO bench_accounts SELECT i, 0, repeat('x', 84) FROM generate_series(1, ${ROWS}) i`)
  await db.rows('VACUUM ANALYZE')
})

const submit = async (caller: Caller): Promise<void> => {
  const job = jobs.pop()!
  const r = await caller.post(`/api/nominations/${job.nominationId}/submit`, { cookie: `xuanshu_session=${job.token}` },
    JSON.stringify({ version: stage.one.version, warningsSeen: 0, still: true, declarations: stage.one.declarations }))
  if (r.status !== 200) throw new Error(`${r.status} ${r.body}`)
}
/** One update, one select, one insert in a transaction, prepared, by a connection of its own. */
const raw = async (client: pg.Client): Promise<void> => {
  const id = 1 + Math.floor(Math.random() * ROWS)
  await client.query('BEGIN')
  await client.query({ name: 'u', text: 'UPDATE bench_accounts SET balance = balance + $1 WHERE id = $2', values: [1, id] })
  await client.query({ name: 's', text: 'SELECT balance FROM bench_accounts WHERE id = $1', values: [id] })
  await client.query({ name: 'i', text: 'INSERT INTO bench_history (account, delta) VALUES ($1, $2)', values: [id, 1] })
  await client.query('COMMIT')
}

print(`submit of a complete nomination (${(await stage.db.row<{ n: number }>('SELECT count(*)::int AS n FROM materials WHERE nomination_id = $1', [stage.one.nominationId]))!.n} files, all up), node ${process.version}`)
const submits = async (n: number, at: number): ReturnType<typeof callers> => {
  const free = await Promise.all(Array.from({ length: at }, () => openCaller(stage.product.origin)))
  const all = [...free]
  const measured = await callers(n, at, async () => {
    const caller = free.pop()!
    await submit(caller)
    free.push(caller)
  })
  for (const caller of all) caller.end()
  return measured
}
await submits(WARM, 8)
let missed = 0
for (const at of AT) {
  const before = await cpuOf(stage.product.child.pid!)
  const own = await submits(CALLS[at], at)
  const cpu = (await cpuOf(stage.product.child.pid!)) - before
  const clients = await Promise.all(Array.from({ length: at }, async () => { const c = new pg.Client(stage.url); await c.connect(); return c }))
  const free = [...clients]
  const base = await callers(CALLS[at] * 4, at, async () => {
    const c = free.pop()!
    await raw(c)
    free.push(c)
  })
  await Promise.all(clients.map((c) => c.end()))
  const [perSecond, rawPerSecond] = [(CALLS[at] / own.ms) * 1000, ((CALLS[at] * 4) / base.ms) * 1000]
  const ratio = perSecond / rawPerSecond
  if (ratio < GOAL) missed++
  print(`${String(at).padStart(2)} callers: ${perSecond.toFixed(0).padStart(5)} submits/s, ${(cpu / CALLS[at]).toFixed(2)} ms server CPU a call, p50 ${own.each[Math.floor(own.each.length / 2)]!.toFixed(1)} ms, p99 ${own.each[Math.floor(own.each.length * 0.99)]!.toFixed(1)} ms | ${rawPerSecond.toFixed(0).padStart(5)} raw tx/s | ratio ${(ratio * 100).toFixed(1)} % (goal ≥ ${GOAL * 100} %)${ratio < GOAL ? ' MISSED' : ''}`)
}
await stage.close()
process.exitCode = missed === 0 ? 0 : 1
