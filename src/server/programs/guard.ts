/** In the child: runs a program of the machine in a group of its own, and ends the whole group when it takes more than its limits or when nobody waits for it any more. Arguments are a list; no shell reads them. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import type { ProgramEnd, ProgramNews, ProgramOrder } from './program'

const WATCH_MS = 200
/** Enough of its last words to know a full disk from a broken file. */
const MOST_SAID = 4000
const LAST_WORDS_MS = 500

export const guardProgram = async (order: ProgramOrder, tell: (news: ProgramNews) => void): Promise<ProgramEnd> => {
  // Before it begins: what it starts inherits it, every thread of it too.
  setPriority(order.nice)
  const [file = '', ...args] = [...order.program.alone, order.program.file, ...order.args]
  const child = spawn(file, args, {
    cwd: order.folder, detached: true, shell: false, stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of ours: no secret, no proxy, no home.
    env: { PATH: process.env['PATH'], HOME: order.folder, TMPDIR: order.folder, LANG: 'C.UTF-8', MALLOC_ARENA_MAX: '2' },
  })
  const { pid } = child
  if (pid === undefined) return new Promise((resolve) => child.once('error', () => resolve({ how: 'lost' })))
  const end = () => killGroup(pid)
  // The channel closed, or this process is told to go: what it guards goes with it.
  process.once('exit', end)
  tell({ kind: 'began', group: pid })
  const over = watch(pid, order, end)
  const said = await ended(child, (text) => tell({ kind: 'heard', text }))
  end()
  process.off('exit', end)
  const limit = over()
  return limit === null ? { how: 'ended', ...said } : { how: 'over', limit }
}

export const killGroup = (group: number): void => {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // gone already
  }
}

const ended = (child: ChildProcess, hear: (text: string) => void): Promise<{ code: number | null; said: string }> => {
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', hear)
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-MOST_SAID) })
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: null, said }))
    child.once('close', (code) => resolve({ code, said }))
    // What it left behind may hold its pipes open, and is ended after this.
    child.once('exit', (code) => { setTimeout(() => resolve({ code, said }), LAST_WORDS_MS) })
  })
}

/** Ends it when a limit is passed; the answer, once it ended, is which. */
const watch = (pid: number, { limits, folder }: ProgramOrder, end: () => void): (() => Extract<ProgramEnd, { how: 'over' }>['limit'] | null) => {
  let over: Extract<ProgramEnd, { how: 'over' }>['limit'] | null = null
  const stop = (limit: NonNullable<typeof over>) => { over ??= limit; end() }
  const clock = setTimeout(() => stop('time'), limits.milliseconds)
  let busy = false
  const look = async (): Promise<void> => {
    if (busy) return
    busy = true
    if ((await residentBytes(pid)) > limits.residentBytes) stop('memory')
    else if ((await bytesIn(folder)) > limits.folderBytes) stop('room')
    busy = false
  }
  const timer = setInterval(() => void look(), WATCH_MS)
  return () => { clearTimeout(clock); clearInterval(timer); return over }
}

/** Of a process and all it started, as far as its first thread did. Elsewhere than on Linux the time limit alone holds. */
const residentBytes = async (pid: number): Promise<number> => {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').then((s) => Number(s.split(' ')[1]), () => 0)
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').then((s) => s.split(' ').filter((c) => c !== ''), () => [])
  let bytes = pages * 4096
  for (const child of children) bytes += await residentBytes(Number(child))
  return bytes
}

const bytesIn = async (folder: string): Promise<number> => {
  let bytes = 0
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) bytes += await stat(join(folder, name)).then((s) => (s.isFile() ? s.size : 0), () => 0)
  return bytes
}
