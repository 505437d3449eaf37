import { newId } from '../ids'
import type { Services } from '../services'
import type { Transaction } from '../store/database'
import { heavyWorkWaits } from '../store/deadline-mode'
import { append } from '../store/ledger'
import { listen } from '../store/listen'
import type { Claimed, JobKind, LaneName } from './kind'
import { assignReadings } from './assign-readings'
import { convertFilm } from './convert-film'
import { endPublicVote } from './end-public-vote'
import { endQuarantine } from './end-quarantine'
import { makeArchive } from './make-archive'
import { makePackage } from './make-package'
import { makePostersJob } from './make-posters'
import { publishStoryJob } from './publish-story'
import { readArrival } from './read-arrival'
import { readPaperJob } from './read-paper'
import { reaskChildren } from './reask-children'
import { releaseHeldJob } from './release-held'
import { sendAccountLetters, sendLetters } from './send-letters'
import { startNoticeJob } from './start-notice'
import { takeArrival } from './take-arrival'

const all: readonly JobKind<unknown>[] = [
  reaskChildren,
  sendLetters,
  sendAccountLetters,
  readPaperJob,
  makePackage,
  endQuarantine,
  convertFilm,
  releaseHeldJob,
  makeArchive,
  readArrival,
  takeArrival,
  assignReadings,
  endPublicVote,
  publishStoryJob,
  startNoticeJob,
  makePostersJob as JobKind<unknown>,
]
const kinds = new Map(all.map((k) => [k.kind, k]))
interface Lane { readonly name: LaneName; /** How long a runner may be silent before another takes its job over; a step renews it. */ readonly leaseSeconds: number; readonly atOnce: number }
/** However long a step is, its transaction holds the job's row, which others pass over: a lease matters between steps, for the rest after a failure, and for how soon a killed process is followed. */
const lanesFor = ({ programs }: Services): readonly Lane[] => [{ name: 'short', leaseSeconds: 10, atOnce: 1 }, { name: 'files', leaseSeconds: 20, atOnce: 1 }, { name: 'films', leaseSeconds: 20, atOnce: programs.films.atOnce }]
const kindsOf = (lane: LaneName): string[] => all.filter((k) => k.lane === lane).map((k) => k.kind)
const longKinds = all.filter((k) => k.lane !== undefined).map((k) => k.kind)
/** What no program knows goes the short lane, and fails there in words. */
const within = (lane: LaneName): readonly [condition: string, kinds: readonly string[]] => (lane === 'short' ? ['kind <> ALL($2)', longKinds] : ['kind = ANY($2)', kindsOf(lane)])
const heavyKinds = all.filter((k) => k.heavy === true).map((k) => k.kind)
const TRIES = 5
/** Where a notice is lost with its connection, the table is looked at all the same. */
const LOOK_MS = 2000

export interface Jobs { /** Ends after the step under way; what is left is taken up by the next runner. */ stop(): Promise<void> }

/** Does what waits in `jobs`, in each lane one after the other, in any number of processes. A job whose runner died is resumed where its last step ended. */
export const startJobs = (services: Services, failed: (error: unknown) => void): Jobs => {
  const runner = newId()
  let stopping = false
  const ending = new AbortController()
  const sleepers = new Set<() => void>()
  const wake = () => sleepers.forEach((up) => up())
  const listener = listen(services.db, 'xuanshu_jobs', wake)
  const pause = () => new Promise<void>((resolve) => {
    const up = () => { clearTimeout(timer); sleepers.delete(up); resolve() }
    const timer = setTimeout(up, LOOK_MS)
    sleepers.add(up)
  })
  const loop = async (lane: Lane): Promise<void> => {
    while (!stopping) {
      const job = await claim(services, runner, lane).catch(() => null) // the database is away: looked at again after the pause
      if (job === null) await pause()
      else await work(services, runner, job, lane, () => stopping, ending.signal).catch((error: unknown) => { failed(error); return giveUpOrRest(services, runner, job, error) })
    }
  }
  const looping = Promise.all(lanesFor(services).flatMap((lane) => Array.from({ length: lane.atOnce }, () => loop(lane))))
  return {
    stop: async () => {
      stopping = true
      ending.abort()
      wake()
      await looping
      await (await listener)?.end().catch(() => undefined)
    },
  }
}

/** A waiting job of this lane, or one whose lease ran out, for nobody else. */
const claim = async ({ db }: Services, runner: string, lane: Lane): Promise<Claimed | null> => {
  const [condition, ofLane] = within(lane.name)
  const resting = lane.name !== 'short' && (await heavyWorkWaits(db)) !== null ? heavyKinds : []
  return (await db.row<Claimed>(
  `UPDATE jobs SET state = 'running', runner = $1, leased_until = clock_timestamp() + make_interval(secs => ${lane.leaseSeconds}), attempts = attempts + 1
   WHERE id = (SELECT id FROM jobs WHERE ${condition} AND kind <> ALL($3::text[]) AND (state = 'waiting' AND (not_before IS NULL OR not_before <= clock_timestamp()) OR state = 'running' AND leased_until < clock_timestamp()) ORDER BY coalesce(not_before, created_at) FOR UPDATE SKIP LOCKED LIMIT 1)
   RETURNING id, kind, coalesce(campaign_id::text, '') AS "campaignId", payload`, [runner, ofLane, resting])) ?? null
}

const work = async (services: Services, runner: string, job: Claimed, lane: Lane, stopping: () => boolean, ending: AbortSignal): Promise<void> => {
  const kind = kinds.get(job.kind)
  if (kind === undefined) throw new Error(`no program for jobs of kind ${job.kind}`)
  for (;;) {
    if (stopping()) return handBack(services, runner, job)
    const held = await outside(services, runner, job, lane, kind, ending)
    if (held === null) { if (stopping()) await handBack(services, runner, job); return }
    const more = await services.db.transaction(async (tx) => {
      // Whoever lost the lease stops here: another goes on from what was committed.
      const mine = await tx.row(`SELECT 1 FROM jobs WHERE id = $1 AND runner = $2 AND state = 'running' FOR UPDATE`, [job.id, runner])
      if (mine === undefined) return false
      const did = await kind.step(tx, job, services, held.brought)
      if (did > 0) {
        await tx.rows(`UPDATE jobs SET done = done + $2, total = greatest(total, done + $2), attempts = 1, leased_until = clock_timestamp() + make_interval(secs => ${lane.leaseSeconds}) WHERE id = $1`, [job.id, did])
        if (kind.takesTurns === true) await putBack(tx, job, 0)
        return kind.takesTurns !== true
      }
      const seconds = (await kind.rest?.(tx, job)) ?? null
      if (seconds === null) {
        await tx.rows(`UPDATE jobs SET state = 'done', runner = NULL, leased_until = NULL, error = NULL, total = done, finished_at = clock_timestamp() WHERE id = $1`, [job.id])
        const deed = (await kind.deed?.(tx, job, held.brought)) ?? null
        if (deed !== null) append(tx, deed, { account: '', role: 'system', organisation: '' })
      } else await putBack(tx, job, seconds)
      return false
    })
    if (!more) return
  }
}

/** What a kind does before its step, while the lease is renewed; null: the process ends, or another has the job now. */
const outside = async (services: Services, runner: string, job: Claimed, lane: Lane, kind: JobKind<unknown>, ending: AbortSignal): Promise<{ readonly brought: unknown } | null> => {
  if (kind.outside === undefined) return { brought: undefined }
  const lost = new AbortController()
  const signal = AbortSignal.any([ending, lost.signal])
  const renew = () => services.db.row(`UPDATE jobs SET leased_until = clock_timestamp() + make_interval(secs => ${lane.leaseSeconds}) WHERE id = $1 AND runner = $2 AND state = 'running' RETURNING 1`, [job.id, runner])
    // The database is away for everybody: the job is still ours until it says otherwise.
    .then((mine) => { if (mine === undefined) lost.abort() }, () => undefined)
  const timer = setInterval(() => void renew(), (lane.leaseSeconds * 1000) / 4)
  try {
    const brought = await kind.outside(job, services, signal)
    return signal.aborted ? null : { brought }
  } catch (error) {
    if (signal.aborted) return null
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** Waiting again, behind what waits now. */
const putBack = async (tx: Transaction, job: Claimed, seconds: number): Promise<void> => {
  await tx.rows(`UPDATE jobs SET state = 'waiting', runner = NULL, leased_until = NULL, attempts = 0, not_before = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`, [job.id, Math.max(0, seconds)])
}

const handBack = async ({ db }: Services, runner: string, job: Claimed): Promise<void> => {
  await db.rows(`UPDATE jobs SET state = 'waiting', runner = NULL, leased_until = NULL WHERE id = $1 AND runner = $2`, [job.id, runner])
}

/** Its lease is left to run out, which is the rest before the next try. */
const giveUpOrRest = async ({ db }: Services, runner: string, job: Claimed, error: unknown): Promise<void> => {
  await db.rows(
    `UPDATE jobs SET error = $3, state = CASE WHEN attempts >= ${TRIES} THEN 'failed' ELSE state END, finished_at = CASE WHEN attempts >= ${TRIES} THEN clock_timestamp() END,
       leased_until = CASE WHEN attempts < ${TRIES} THEN leased_until END, runner = CASE WHEN attempts < ${TRIES} THEN runner END WHERE id = $1 AND runner = $2`, [job.id, runner, String(error).slice(0, 500)])
    .catch(() => undefined)
}
