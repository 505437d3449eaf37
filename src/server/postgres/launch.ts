import { spawn, type ChildProcess } from 'node:child_process'
import { open, rename, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries'
import { writeSettings } from './cluster'
import type { Place } from './place'
import { ask, type Postmaster } from './postmaster'
import { asUser } from './server-user'

/** How the server of one cluster is started, kept for starting it again. */
export interface Launch { readonly place: Place; readonly binaries: Binaries; readonly durable: boolean; readonly socketDir: string; readonly database: string; readonly settings: Readonly<Record<string, string>> }

/** What a server just killed leaves for a moment: its last processes still hold the memory. */
const passing = /shared memory block|lock file .* already exists/
const patience = 5_000
const longestLog = 20_000_000

/** Starts the server and waits until it answers, crash recovery included. */
export const launch = async (how: Launch): Promise<Postmaster> => {
  await writeSettings(how)
  for (const end = Date.now() + patience; ; await pause(100)) {
    const logged = await sizeOf(how.place.logFile)
    const child = await spawnServer(how)
    if (await answers(child, how)) return { pid: child.pid!, socketDir: how.socketDir }
    const said = await readFrom(how.place.logFile, logged)
    if (passing.test(said) && Date.now() < end) continue
    throw new Error(`数据库没有启动；日志在 ${how.place.logFile}：\nThe database did not start; its log is ${how.place.logFile}:\n${said.trim().split('\n').slice(-6).join('\n')}`)
  }
}

/** In its own session: a Ctrl-C at the terminal stops the product first, which then stops the database. */
const spawnServer = async ({ place, binaries }: Launch): Promise<ChildProcess> => {
  if ((await sizeOf(place.logFile)) > longestLog) await rename(place.logFile, `${place.logFile}.1`)
  // Our own file, opened by us: the server's user need not be able to write beside the data. It may quote rows, so nobody else reads it.
  const log = await open(place.logFile, 'a', 0o600)
  try {
    const child = spawn(binaries.postgres, ['-D', place.dataDir], { ...asUser(place.user), detached: true, stdio: ['ignore', log.fd, log.fd] })
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

const answers = async (child: ChildProcess, { socketDir, database }: Launch): Promise<boolean> => {
  while (child.exitCode === null && child.signalCode === null) {
    if ((await ask(socketDir, database)) !== null) return true
    await pause(25)
  }
  return false
}

const sizeOf = (file: string): Promise<number> => stat(file).then((s) => s.size, () => 0)

const readFrom = async (path: string, start: number): Promise<string> => {
  const file = await open(path, 'r')
  try {
    const end = (await file.stat()).size
    const from = Math.max(start > end ? 0 : start, end - 10_000)
    return (await file.read(Buffer.alloc(end - from), 0, end - from, from)).buffer.toString()
  } finally {
    await file.close()
  }
}
