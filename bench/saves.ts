/** Saves by several at once, each in something of its own (a draft, a seat) that nobody else touches meanwhile; beside a bare server that reads and answers as much, in the same run. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openCaller, type Caller } from './caller'
import { callers, cpuOf, cpuOfDatabase, print, type Stage } from './stage'

interface Saves<T> {
  readonly title: string
  /** One for each caller. */
  readonly own: readonly T[]
  readonly calls: number
  /** Milliseconds of server CPU a save, and saves a second. */
  readonly goal: { readonly cpu: number; readonly perSecond: number }
  /** @returns bytes of the answer @throws when it is none */
  readonly save: (caller: Caller, one: T, i: number) => Promise<number>
  /** As large as what is saved. */
  readonly bodyOf: (i: number) => string
}
const [WARM, BARE] = [1500, 10_000]

const each = async <T>(own: readonly T[], n: number, origin: string, ask: (caller: Caller, one: T, i: number) => Promise<unknown>): ReturnType<typeof callers> => {
  const all = await Promise.all(own.map(async (one) => ({ one, caller: await openCaller(origin) })))
  const free = [...all]
  const measured = await callers(n, own.length, async (i) => {
    const mine = free.pop()!
    await ask(mine.caller, mine.one, i)
    free.push(mine)
  })
  for (const { caller } of all) caller.end()
  return measured
}

/** Prints both, takes the stage down, and ends with 1 where the goal was missed. */
export const measureSaves = async <T>(stage: Stage, { title, own, calls, goal, save, bodyOf }: Saves<T>): Promise<void> => {
  let answered = 0
  const product = (n: number) => each(own, n, stage.product.origin, async (caller, one, i) => { answered = await save(caller, one, i) })
  const used = async () => [await cpuOf(stage.product.child.pid!), await cpuOfDatabase(stage.folder)] as const
  print(`${title}, node ${process.version}`)
  await product(WARM)
  const before = await used()
  const took = await product(calls)
  const after = await used()
  const [node, database] = [(after[0] - before[0]) / calls, (after[1] - before[1]) / calls]
  const perSecond = (calls / took.ms) * 1000
  const missed = node > goal.cpu || perSecond < goal.perSecond
  print(`${perSecond.toFixed(0).padStart(5)} saves/s, p50 ${took.each[Math.floor(calls / 2)]!.toFixed(1)} ms, p99 ${took.each[Math.floor(calls * 0.99)]!.toFixed(1)} ms, server CPU ${node.toFixed(2)} ms a save, its database ${database.toFixed(2)} ms (goal: ≥ ${goal.perSecond}/s, server ≤ ${goal.cpu} ms)${missed ? ' MISSED' : ''}`)
  const answer = Buffer.from('x'.repeat(answered))
  const bare = createServer((request, response) => { request.resume().on('end', () => response.writeHead(200, { 'content-length': answer.length }).end(answer)) })
  await new Promise<void>((resolve) => { bare.listen(0, '127.0.0.1', resolve) })
  const limit = await each(own, BARE, `http://127.0.0.1:${String((bare.address() as AddressInfo).port)}`, (caller, _, i) => caller.post('/', {}, bodyOf(i)))
  bare.close()
  const bareSecond = (BARE / limit.ms) * 1000
  print(`limit: a bare server with ${answered} bytes an answer, client in the same process: ${bareSecond.toFixed(0)}/s, p99 ${limit.each[Math.floor(BARE * 0.99)]!.toFixed(1)} ms; a save is ${(perSecond / bareSecond * 100).toFixed(0)}% of it`)
  await stage.close()
  process.exitCode = missed ? 1 : 0
}
