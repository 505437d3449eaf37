import { setTimeout as pause } from 'node:timers/promises'
import { launch, type Launch } from './launch'
import { dropSocketDir } from './place'
import { dropStrangersLock, stopPostmaster, type Postmaster } from './postmaster'
import { isAlive } from './process-identity'

export interface Supervisor {
  /** Changes when the server died and was started again; its address does not. */
  readonly pid: number
  stop(): Promise<void>
  /** Looks away without stopping: another supervisor of this process takes over. */
  release(): Promise<void>
}

const glance = 250
const longestPause = 10_000

/** Keeps a server running: one that dies is started again on the same socket, so that the product recovers by itself. */
export const supervise = (first: Postmaster, how: Launch, say: (text: string) => void): Supervisor => {
  let server = first
  let watching = true
  let restart: Promise<void> | null = null
  const again = async (): Promise<void> => {
    for (let wait = 100; watching; wait = Math.min(wait * 2, longestPause)) {
      try {
        await dropStrangersLock(how.place.dataDir)
        server = await launch(how)
        return
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
        await pause(wait)
      }
    }
  }
  const timer = setInterval(() => {
    if (restart !== null || isAlive(server.pid)) return
    say(`数据库停了，正在重新启动。 The database went away; starting it again.`)
    restart = again().finally(() => { restart = null })
  }, glance).unref()
  const atExit = (): void => {
    try { process.kill(server.pid, 'SIGINT') } catch { /* gone already */ }
  }
  process.once('exit', atExit)
  const release = async (): Promise<void> => {
    watching = false
    clearInterval(timer)
    process.removeListener('exit', atExit)
    await restart
  }
  return {
    get pid() { return server.pid },
    release,
    async stop() {
      await release()
      await stopPostmaster(server.pid, how.place.dataDir)
      await dropSocketDir(how.socketDir)
    },
  }
}
