import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Facts } from '#core/materials/facts'
import type { Answer, Job } from './jobs'

const LIMIT_MS = 30_000
const LIMIT_BYTES = 512 << 20
const WATCH_MS = 50

interface Worker { readonly child: ChildProcess; busy: boolean }
const workers: Worker[] = []
const waiting: (() => void)[] = []
const POOL = 2

/** Reads the facts of a file in a child that may be killed: 30 s and 512 MB are all a foreign file gets. */
export const inspectFile = async (path: string, name: string, want: { readonly border?: boolean } = {}): Promise<Facts> => {
  const answer = await ask({ kind: 'facts', path, name, border: want.border === true })
  if (answer?.kind === 'facts') return { ...answer.facts, bytes: (await stat(path)).size }
  return { kind: 'unreadable', why: 'bomb', looksLike: null, name, bytes: (await stat(path)).size }
}

/** Makes a small WebP beside; false where none can be made. */
export const previewFile = async (path: string, to: string): Promise<boolean> => {
  const answer = await ask({ kind: 'preview', path, to })
  return answer?.kind === 'preview' && answer.made
}

/** Lets the children go; the command line and tests call it at their end. */
export const closeInspectors = (): void => { for (const w of workers.splice(0)) w.child.kill('SIGKILL') }

const ask = async (job: Job): Promise<Answer | null> => {
  const worker = await free()
  try {
    return await withinLimits(worker.child, job)
  } finally {
    worker.busy = false
    if (worker.child.exitCode !== null || worker.child.killed) workers.splice(workers.indexOf(worker), workers.includes(worker) ? 1 : 0)
    waiting.shift()?.()
  }
}

const free = async (): Promise<Worker> => {
  for (;;) {
    const idle = workers.find((w) => !w.busy && w.child.connected)
    if (idle !== undefined) { idle.busy = true; return idle }
    if (workers.length < POOL) {
      const worker: Worker = { child: null as never, busy: true }
      workers.push(worker)
      const child = fork(await childFile(), [], { execArgv: ['--max-old-space-size=384'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' })
      child.unref()
      child.channel?.unref?.()
      return Object.assign(worker, { child })
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
}

const withinLimits = (child: ChildProcess, job: Job): Promise<Answer | null> => new Promise((resolve) => {
  const finish = (answer: Answer | null) => {
    clearTimeout(clock)
    clearInterval(watch)
    child.off('message', onAnswer)
    child.off('exit', onExit)
    resolve(answer)
  }
  const onAnswer = (answer: Answer) => finish(answer)
  const onExit = () => finish(null)
  const clock = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
  const watch = setInterval(() => { void residentBytes(child.pid).then((n) => { if (n > LIMIT_BYTES) child.kill('SIGKILL') }) }, WATCH_MS)
  child.once('message', onAnswer as never)
  child.once('exit', onExit)
  child.send(job, (error) => { if (error) onExit() })
})

/** Where /proc is: pages × 4096. Elsewhere the time limit alone holds. */
const residentBytes = (pid: number | undefined): Promise<number> =>
  readFile(`/proc/${pid}/statm`, 'utf8').then((s) => Number(s.split(' ')[1]) * 4096, () => 0)

/** The bundle beside ours; run from source (tests), it is bundled once into the cache. */
const childFile = async (): Promise<string> => {
  const beside = fileURLToPath(new URL('./inspection-child.mjs', import.meta.url))
  if (existsSync(beside)) return beside
  return (fromSource ??= bundle())
}
let fromSource: Promise<string> | undefined
const bundle = async (): Promise<string> => {
  const { build } = await import('esbuild')
  const here = dirname(fileURLToPath(import.meta.url))
  const outfile = join(here, '../../../node_modules/.cache/xuanshu', `inspection-child-${process.pid}.mjs`)
  await mkdir(dirname(outfile), { recursive: true })
  await build({ entryPoints: [join(here, 'child.ts')], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', logLevel: 'silent' })
  return outfile
}
