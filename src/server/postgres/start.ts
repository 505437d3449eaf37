import { setTimeout as pause } from 'node:timers/promises'
import { binariesFor, type Binaries } from './binaries'
import { ensureCluster } from './cluster'
import { launch, type Launch } from './launch'
import { giveUpOwnership, livingOwner, takeOwnership } from './owner'
import { dropSocketDir, makeSocketDir, placeFor, type Place } from './place'
import { ask, createDatabase, dropStrangersLock, livingPostmaster, stopPostmaster, urlOf, type Postmaster } from './postmaster'
import { supervise, type Supervisor } from './supervise'

export interface PostgresOptions {
  /** The cluster's own folder; log and owner file lie beside it. Made when missing. */
  readonly dataDir: string
  /** false only for databases that may be lost: nothing is forced to the disk. */
  readonly durable?: boolean
  /** More lines of postgresql.conf, for benches and control runs: `{ synchronous_commit: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>
  /** Look in on a server that another program supervises, at once; otherwise such a program is waited for and then respected. */
  readonly share?: boolean
  /** Told what an operator should know; by default on stderr. */
  readonly say?: (text: string) => void
}

export interface RunningPostgres {
  /** `postgres://` over a unix socket, to the product's database. */
  readonly url: string
  readonly pid: number
  /** Where the cluster really lies. */
  readonly dataDir: string
  /** It was running already: left by a program that was killed and taken over, or shared with one that lives. */
  readonly adopted: boolean
  /** Fast shutdown, then immediate. Leaves no process; a shared server is left to its supervisor. */
  stop(): Promise<void>
}

const database = 'xuanshu'
/** How long a running server may take to answer before it is stopped instead of adopted. */
const patience = 2_000
const ofThisProcess = new Map<string, Supervisor>()

/**
 * Starts the embedded PostgreSQL, or adopts the one that a killed program left. Refused: while another program supervises this folder; a folder of somebody
 * else, of other files, or of another PostgreSQL.
 */
export const startPostgres = async ({ dataDir, durable = true, settings = {}, share = false, say = toStderr }: PostgresOptions): Promise<RunningPostgres> => {
  const place = await placeFor(dataDir, say)
  const shared = share ? await sharedServer(place) : null
  if (shared !== null) return shared
  await takeOwnership(place.ownerFile, place.dataDir)
  await ofThisProcess.get(place.dataDir)?.release()
  ofThisProcess.delete(place.dataDir)
  try {
    const binaries = await binariesFor(place.user, place.dataDir)
    await ensureCluster(place, binaries, durable)
    const orphan = await adoptable(place, binaries, durable)
    const how: Launch = { place, binaries, durable, settings, database, socketDir: orphan?.socketDir ?? (await makeSocketDir(place)) }
    const supervisor = supervise(orphan ?? (await launch(how)), how, say)
    ofThisProcess.set(place.dataDir, supervisor)
    if (!(await ask(how.socketDir, database))?.hasDatabase) await createDatabase(how.socketDir, database)
    return handle(place, supervisor, urlOf(how.socketDir, database), orphan !== null)
  } catch (error) {
    await ofThisProcess.get(place.dataDir)?.stop()
    await giveUpOwnership(place.ownerFile)
    throw error
  }
}

const handle = (place: Place, supervisor: Supervisor, url: string, adopted: boolean): RunningPostgres => ({
  url,
  dataDir: place.dataDir,
  adopted,
  get pid() { return supervisor.pid },
  async stop() {
    await supervisor.stop()
    ofThisProcess.delete(place.dataDir)
    await giveUpOwnership(place.ownerFile)
  },
})

const sharedServer = async (place: Place): Promise<RunningPostgres | null> => {
  const running = (await livingOwner(place.ownerFile)) === null ? null : await livingPostmaster(place.dataDir)
  if (running === null || !(await ask(running.socketDir, database))?.hasDatabase) return null
  return { url: urlOf(running.socketDir, database), pid: running.pid, dataDir: place.dataDir, adopted: true, stop: async () => undefined }
}

/** The running server of this folder if it answers, is of our version and is as durable as asked; any other server of this folder is stopped. */
const adoptable = async (place: Place, binaries: Binaries, durable: boolean): Promise<Postmaster | null> => {
  const running = await livingPostmaster(place.dataDir)
  if (running === null) {
    const stale = await dropStrangersLock(place.dataDir)
    if (stale !== null) await dropSocketDir(stale.socketDir)
    return null
  }
  for (const end = Date.now() + patience; Date.now() < end; await pause(25)) {
    const answer = await ask(running.socketDir, database)
    if (answer === null) continue
    if (answer.dataDir === place.dataDir && answer.version === binaries.version && answer.durable === durable) return running
    break
  }
  await stopPostmaster(running.pid, place.dataDir)
  return null
}

const toStderr = (text: string): void => { process.stderr.write(`${text}\n`) }
