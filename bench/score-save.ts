/** 评分保存: one candidate's score saved by 8 jurors at once, each in a sheet of its own, beside a bare server that reads and answers as much, in the same run. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadKeys } from '#server/keys'
import { join } from 'node:path'
import { openCaller } from './caller'
import { putRound, type BenchRound } from './jury-stage'
import { callers, cpuOf, cpuOfDatabase, openStage, print } from './stage'

const GOAL = { cpu: 2, perSecond: 920 }
const [AT, WARM, CANDIDATES] = [8, 1500, 300]
const CALLS = 3000 * Number(process.argv[3] ?? 1)

let round: BenchRound | null = null
const stage = await openStage(async (db, one, folder) => {
  round = await putRound(db, await loadKeys(join(folder, 'keys', 'master.key')), one, { candidates: CANDIDATES, jurors: AT })
  await db.rows('VACUUM ANALYZE')
})
const { roundId, candidates, jurors } = round!
const bodyOf = (i: number) => JSON.stringify({ points: [String(i % 101)], comment: i % 5 === 0 ? '事迹扎实，材料清楚（示例）。' : '' })
let answered = 0
const saves = async (n: number, save: (caller: Awaited<ReturnType<typeof openCaller>>, juror: number, i: number) => Promise<void>, origin: string): ReturnType<typeof callers> => {
  const free = await Promise.all(jurors.map(async (_, juror) => ({ juror, caller: await openCaller(origin) })))
  const all = [...free]
  const measured = await callers(n, AT, async (i) => {
    const one = free.pop()!
    await save(one.caller, one.juror, i)
    free.push(one)
  })
  for (const { caller } of all) caller.end()
  return measured
}
const product = (n: number) => saves(n, async (caller, juror, i) => {
  const r = await caller.post(`/api/rounds/${roundId}/candidates/${candidates[i % CANDIDATES]}/score`, { cookie: `xuanshu_session=${jurors[juror]!.token}` }, bodyOf(i))
  if (r.status !== 200) throw new Error(`${r.status} ${r.body}`)
  answered = r.body.length
}, stage.product.origin)

print(`one score saved, ${AT} jurors at once, ${CANDIDATES} candidates, node ${process.version}`)
await product(WARM)
const before = [await cpuOf(stage.product.child.pid!), await cpuOfDatabase(stage.folder)] as const
const own = await product(CALLS)
const after = [await cpuOf(stage.product.child.pid!), await cpuOfDatabase(stage.folder)] as const
const [node, database] = [(after[0] - before[0]) / CALLS, (after[1] - before[1]) / CALLS]
const perSecond = (CALLS / own.ms) * 1000
const missed = node > GOAL.cpu || perSecond < GOAL.perSecond
print(`${perSecond.toFixed(0).padStart(5)} saves/s, p50 ${own.each[Math.floor(CALLS / 2)]!.toFixed(1)} ms, p99 ${own.each[Math.floor(CALLS * 0.99)]!.toFixed(1)} ms, server CPU ${node.toFixed(2)} ms a save, its database ${database.toFixed(2)} ms (goal: ≥ ${GOAL.perSecond}/s, ≤ ${GOAL.cpu} ms)${missed ? ' MISSED' : ''}`)
const answer = Buffer.from('x'.repeat(answered))
const bare = createServer((request, response) => { request.resume().on('end', () => response.writeHead(200, { 'content-length': answer.length }).end(answer)) })
await new Promise<void>((resolve) => { bare.listen(0, '127.0.0.1', resolve) })
const limit = await saves(10_000, async (caller, _, i) => { await caller.post('/', {}, bodyOf(i)) }, `http://127.0.0.1:${String((bare.address() as AddressInfo).port)}`)
bare.close()
const bareSecond = (10_000 / limit.ms) * 1000
print(`limit: a bare server with ${answered} bytes an answer, client in the same process: ${bareSecond.toFixed(0)}/s; a save is ${(perSecond / bareSecond * 100).toFixed(0)}% of it`)
await stage.close()
process.exitCode = missed ? 1 : 0
