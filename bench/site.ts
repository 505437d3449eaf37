/** Public pages of a real installation beside a bare server with the same bytes, in the same run; and while drafts are saved. */
import { spawn } from 'node:child_process'
import { readyToSubmit, type Job } from '../test/server/copies'
import { openCaller } from './caller'
import { callers, cpuOf, openStage, print } from './stage'

const [AT, CALLS, WARM] = [8, 12_000, 2000]
const GOAL = { share: 0.4, p99: 1.5 }

// A demo's clock moves: it keeps no page in memory.
process.env['XUANSHU_TEST_REAL'] = '1'
let jobs: Job[] = []
const stage = await openStage(async (db, one) => {
  jobs = await readyToSubmit(db, one, 4)
  await db.rows(`UPDATE memberships SET role = 'unitClerk' WHERE role = 'unitApprover' AND organisation_id = ANY(SELECT unit_id FROM nominations WHERE id = ANY($1))`, [jobs.map((j) => j.nominationId)])
  await db.rows(`UPDATE nominations SET state = 'draft' WHERE id = ANY($1)`, [jobs.map((j) => j.nominationId)])
  await db.rows(`UPDATE installation SET is_demo = false, clock_offset_ms = 0`)
})
const { slug } = (await stage.db.row<{ slug: string }>(`SELECT slug FROM campaigns LIMIT 1`))!
const path = `/p/${slug}`

const run = async (origin: string, n: number): Promise<{ readonly perSecond: number; readonly p99: number }> => {
  const all = await Promise.all(Array.from({ length: AT }, () => openCaller(origin)))
  const free = [...all]
  const { ms, each } = await callers(n, AT, async () => {
    const caller = free.pop()!
    const { status } = await caller.get(path, { 'accept-encoding': 'br' })
    if (status !== 200) throw new Error(String(status))
    free.push(caller)
  })
  for (const c of all) c.end()
  return { perSecond: (n / ms) * 1000, p99: each.toSorted((a, b) => a - b)[Math.floor(n * 0.99)]! }
}

/** In a process of its own, as the product is. */
const bare = async (bytes: number): Promise<{ readonly origin: string; end(): void }> => {
  const child = spawn(process.execPath, ['-e', `const b = Buffer.alloc(${bytes}, 120); const s = require('node:http').createServer((q, r) => r.writeHead(200, { 'content-type': 'text/html', 'content-length': b.length }).end(b)); s.listen(0, '127.0.0.1', () => console.log(s.address().port))`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((told) => child.stdout.once('data', (d: Buffer) => told(String(d).trim())))
  return { origin: `http://127.0.0.1:${port}`, end: () => { child.kill('SIGKILL') } }
}

const size = Number((await fetch(stage.product.origin + path, { headers: { 'accept-encoding': 'br' } })).headers.get('content-length'))
const limit = await bare(size)
let missed = false
for (let round = 1; round <= 3; round++) {
  await run(limit.origin, WARM)
  const hello = await run(limit.origin, CALLS)
  await run(stage.product.origin, WARM)
  const before = await cpuOf(stage.product.child.pid!)
  const page = await run(stage.product.origin, CALLS)
  const cpu = ((await cpuOf(stage.product.child.pid!)) - before) / CALLS
  // Drafts are saved meanwhile, by four.
  let saving = true
  const versions = new Map(jobs.map((j) => [j, 0]))
  for (const j of jobs) versions.set(j, (await stage.db.row<{ version: number }>(`SELECT version FROM nominations WHERE id = $1`, [j.nominationId]))!.version)
  let saves = 0
  const savers = Promise.all(jobs.map(async (job) => {
    const caller = await openCaller(stage.product.origin)
    for (let i = 0; saving; i++) {
      const r = await caller.patch(`/api/nominations/${job.nominationId}`, { cookie: `xuanshu_session=${job.token}` }, JSON.stringify({ version: versions.get(job), fields: { post: `主任医师 ${i}` } }))
      if (r.status !== 200) throw new Error(r.body)
      versions.set(job, (JSON.parse(r.body) as { version: number }).version)
      saves++
      await new Promise((go) => setTimeout(go, 20))
    }
    caller.end()
  }))
  const meanwhile = await run(stage.product.origin, CALLS)
  saving = false
  await savers
  const [share, slower] = [page.perSecond / hello.perSecond, meanwhile.p99 / page.p99]
  missed ||= share < GOAL.share || slower > GOAL.p99
  print(`round ${round}: ${size} bytes (brotli), ${AT} callers: bare ${hello.perSecond.toFixed(0)}/s, p99 ${hello.p99.toFixed(2)} ms; page ${page.perSecond.toFixed(0)}/s, p99 ${page.p99.toFixed(2)} ms, ${cpu.toFixed(3)} ms server CPU: ${share.toFixed(2)} of bare (goal ≥ ${GOAL.share}); while ${saves} drafts were saved: ${meanwhile.perSecond.toFixed(0)}/s, p99 ${meanwhile.p99.toFixed(2)} ms, ${slower.toFixed(2)} × (goal ≤ ${GOAL.p99})`)
}
limit.end()
await stage.close()
process.exitCode = missed ? 1 : 0
