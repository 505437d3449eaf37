import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export interface Running { readonly pid: number; readonly socketDir: string }

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
export const gone = (pid: number): boolean => !alive(pid)

/** Whether this process really is the postmaster of this cluster, and not somebody who inherited its number. */
const isOurs = async (pid: number, dataDir: string): Promise<boolean> => {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  return line === null ? process.platform !== 'linux' : line.includes(dataDir)
}

/** The postmaster that a killed parent left behind, by postmaster.pid (PostgreSQL docs, "postmaster.pid": pid, data, start, port, socket folder …). */
export const findRunning = async (dataDir: string): Promise<Running | null> => {
  const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  const socketDir = lines[4]?.trim() ?? ''
  if (!Number.isInteger(pid) || pid <= 1 || socketDir === '' || gone(pid)) return null
  return (await isOurs(pid, dataDir)) ? { pid, socketDir } : null
}

/** Tries until the server takes connections; PostgreSQL may first have to recover what a crash left. */
export const waitUntilReady = async (url: string, failed: () => Promise<string | null>, limitMs = 60_000): Promise<void> => {
  const end = Date.now() + limitMs
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      const why = await failed()
      if (why !== null) throw new Error(why)
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}

/** Fast shutdown (SIGINT: cut connections, write everything), after 20 s immediate (SIGQUIT: recovery at the next start). */
export const shutDown = async (pid: number): Promise<void> => {
  const signal = (s: NodeJS.Signals) => { try { process.kill(pid, s) } catch { /* it is gone, which is what we want */ } }
  signal('SIGINT')
  for (let waited = 0; !gone(pid); waited += 25) {
    if (waited === 20_000) signal('SIGQUIT')
    if (waited > 30_000) signal('SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
