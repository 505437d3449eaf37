/** 边填边存: a part of the form saved by 8 callers, each in a draft of its own, beside a bare server that reads and answers as much, in the same run. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readyToSubmit, type Job } from '../test/server/copies'
import { openCaller } from './caller'
import { callers, cpuOf, cpuOfDatabase, openStage, print } from './stage'

const GOAL = { cpu: 1.9, perSecond: 980 }
const [AT, WARM] = [8, 1500]
const CALLS = 3000 * Number(process.argv[3] ?? 1)

let jobs: Job[] = []
const stage = await openStage(async (db, one) => {
  jobs = await readyToSubmit(db, one, AT)
  await db.rows(`UPDATE memberships SET role = 'unitClerk' WHERE role = 'unitApprover' AND organisation_id = ANY(SELECT unit_id FROM nominations WHERE id = ANY($1))`, [jobs.map((j) => j.nominationId)])
  await db.rows(`UPDATE nominations SET state = 'draft' WHERE id = ANY($1)`, [jobs.map((j) => j.nominationId)])
  await db.rows('VACUUM ANALYZE')
})
const versions = new Map(jobs.map((j) => [j, stage.one.version]))
const bodyOf = (version: number, i: number) => JSON.stringify({ version, fields: { mainDeeds: `第 ${i} 次保存：${'在急诊一线工作，带出一支队伍。'.repeat(20)}`, post: `主任医师 ${i}` } })
let answered = 0
const saves = async (n: number, save: (caller: Awaited<ReturnType<typeof openCaller>>, job: Job, i: number) => Promise<void>, origin: string): ReturnType<typeof callers> => {
  const free = await Promise.all(jobs.map(async (job) => ({ job, caller: await openCaller(origin) })))
  const all = [...free]
  const measured = await callers(n, AT, async (i) => {
    const one = free.pop()!
    await save(one.caller, one.job, i)
    free.push(one)
  })
  for (const { caller } of all) caller.end()
  return measured
}
const product = (n: number) => saves(n, async (caller, job, i) => {
  const r = await caller.patch(`/api/nominations/${job.nominationId}`, { cookie: `xuanshu_session=${job.token}` }, bodyOf(versions.get(job)!, i))
  if (r.status !== 200) throw new Error(`${r.status} ${r.body}`)
  answered = r.body.length
  versions.set(job, (JSON.parse(r.body) as { version: number }).version)
}, stage.product.origin)

print(`autosave of two fields of a complete form, ${AT} callers, node ${process.version}`)
await product(WARM)
const before = [await cpuOf(stage.product.child.pid!), await cpuOfDatabase(stage.folder)] as const
const own = await product(CALLS)
const after = [await cpuOf(stage.product.child.pid!), await cpuOfDatabase(stage.folder)] as const
const [node, database] = [(after[0] - before[0]) / CALLS, (after[1] - before[1]) / CALLS]
const perSecond = (CALLS / own.ms) * 1000
const missed = node > GOAL.cpu || perSecond < GOAL.perSecond
print(`${perSecond.toFixed(0).padStart(5)} saves/s, p50 ${own.each[Math.floor(CALLS / 2)]!.toFixed(1)} ms, p99 ${own.each[Math.floor(CALLS * 0.99)]!.toFixed(1)} ms, server CPU ${node.toFixed(2)} ms a save, its database ${database.toFixed(2)} ms (goal: ≥ ${GOAL.perSecond}/s, server ≤ ${GOAL.cpu} ms)${missed ? ' MISSED' : ''}`)
const answer = Buffer.from('x'.repeat(answered))
const bare = createServer((request, response) => { request.resume().on('end', () => response.writeHead(200, { 'content-length': answer.length }).end(answer)) })
await new Promise<void>((resolve) => { bare.listen(0, '127.0.0.1', resolve) })
const limit = await saves(10_000, async (caller, _, i) => { await caller.post('/', {}, bodyOf(1, i)) }, `http://127.0.0.1:${String((bare.address() as AddressInfo).port)}`)
bare.close()
print(`limit: a bare server with ${answered} bytes an answer, client in the same process: ${((10_000 / limit.ms) * 1000).toFixed(0)}/s, p99 ${limit.each[9900]!.toFixed(1)} ms`)
await stage.close()
process.exitCode = missed ? 1 : 0
