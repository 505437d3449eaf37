import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Answer, Job } from './jobs'
import { startChild } from './start-child'

/** What a foreign file gets of this machine. */
export interface Limits {
  readonly children: number
  readonly milliseconds: number
  /** Resident memory of the child, watched where /proc is. */
  readonly residentBytes: number
}
const usual: Limits = { children: 2, milliseconds: 30_000, residentBytes: 512 * 1024 * 1024 }
const watchEvery = 50
const HEAP_MB = 256

/** `killed`: it took more than the limits; `died`: it went down by itself. */
export type Outcome = Answer | { readonly kind: 'killed' } | { readonly kind: 'died' }

/** A few warm children, one job at a time each; whoever exceeds the limits is killed and replaced. */
export class ChildPool {
  readonly #idle: ChildProcess[] = []
  readonly #all = new Set<ChildProcess>()
  readonly #waiting: (() => void)[] = []
  #taken = 0

  constructor(readonly limits: Limits = usual) {}

  async ask(job: Job): Promise<Outcome> {
    while (this.#taken >= this.limits.children) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#taken++
    try {
      const child = this.#idle.find((c) => c.connected) ?? (await this.#start())
      this.#forgetIdle(child)
      const outcome = await this.#run(child, job)
      if (child.connected && outcome.kind !== 'killed' && outcome.kind !== 'died') this.#idle.push(child)
      return outcome
    } finally {
      this.#taken--
      this.#waiting.shift()?.()
    }
  }

  /** Process ids of the living children. */
  get pids(): number[] {
    return [...this.#all].flatMap((child) => child.pid ?? [])
  }

  /** Ends every child; jobs under way come back as `died`, later ones get new children. */
  close(): void {
    // Until its end is told, a killed child still looks connected.
    this.#idle.length = 0
    for (const child of this.#all) child.kill('SIGKILL')
  }

  async #start(): Promise<ChildProcess> {
    const child = await startChild(HEAP_MB)
    this.#all.add(child)
    child.once('exit', () => {
      this.#all.delete(child)
      this.#forgetIdle(child)
    })
    // An idle child does not keep us alive, and goes when our end of the channel closes.
    child.unref()
    child.channel?.unref()
    return child
  }

  #forgetIdle(child: ChildProcess): void {
    const at = this.#idle.indexOf(child)
    if (at >= 0) this.#idle.splice(at, 1)
  }

  #run(child: ChildProcess, job: Job): Promise<Outcome> {
    return new Promise((resolve) => {
      let killed = false
      const kill = () => {
        killed = true
        child.kill('SIGKILL')
      }
      const clock = setTimeout(kill, this.limits.milliseconds)
      const watch = setInterval(() => void residentBytes(child.pid).then((n) => n > this.limits.residentBytes && kill()), watchEvery)
      const finish = (outcome: Outcome) => {
        clearTimeout(clock)
        clearInterval(watch)
        child.off('message', onMessage)
        child.off('exit', onExit)
        resolve(outcome)
      }
      const onMessage = (message: unknown) => finish(message as Answer)
      const onExit = () => finish({ kind: killed ? 'killed' : 'died' })
      child.once('message', onMessage)
      child.once('exit', onExit)
      child.send(job, (error) => {
        if (error) onExit()
      })
    })
  }
}

/** Second field of statm in pages of 4 KB; elsewhere the time limit alone holds. */
const residentBytes = (pid: number | undefined): Promise<number> =>
  readFile(`/proc/${pid}/statm`, 'utf8').then((s) => Number(s.split(' ')[1]) * 4096, () => 0)
