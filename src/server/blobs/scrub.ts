import { hourOf, type Instant } from '#core/kernel/instant'
import type { Services } from '../services'
import { heavyWorkWaits } from '../store/deadline-mode'
import { markDamaged, markSound, blobsToRead } from '../store/blobs'

const LOOK_MS = 60_000
/** A file is read again at night when this many hours have passed, and by day only when the machine slept through nights. */
const HOURS_AT_NIGHT = 20, HOURS_BY_DAY = 72
const NIGHT = { from: 1, until: 6 }
/** Few enough that the disk stays free for people, and a stop is not waited for. */
const AT_ONCE = 50

export interface Scrub { stop(): Promise<void> }

/** Reads stored files again, the longest unread first, and says which are no longer what their name says: a bit that flips on a disk flips silently. */
export const startScrub = (services: Pick<Services, 'db' | 'blobs'>, damaged: (sha256: string) => void): Scrub => {
  let ended = false
  let reading: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    reading = reading.then(() => (ended ? [] : scrubIfFree(services))).then((found) => found.forEach(damaged)).catch(() => undefined)
  }, LOOK_MS)
  return { stop: async () => { ended = true; clearInterval(timer); await reading } }
}

/** 截止模式: reading again can wait. */
export const scrubIfFree = async (services: Pick<Services, 'db' | 'blobs'>): Promise<string[]> => ((await heavyWorkWaits(services.db)) === null ? scrubSome(services, hoursDue(Date.now())) : [])

export const hoursDue = (now: Instant): number => (hourOf(now) >= NIGHT.from && hourOf(now) < NIGHT.until ? HOURS_AT_NIGHT : HOURS_BY_DAY)

/** The next few that were not read for so many hours; answers those found damaged for the first time. */
export const scrubSome = async ({ db, blobs }: Pick<Services, 'db' | 'blobs'>, hours: number): Promise<string[]> => {
  const found: string[] = []
  for (const { sha256, damaged } of await blobsToRead(db, hours, AT_ONCE)) {
    const sound = await isSound(blobs, sha256)
    if (sound) await markSound(db, sha256)
    else await markDamaged(db, sha256)
    if (!sound && !damaged) found.push(sha256)
  }
  return found
}

/** Read to the end, it is what its name says. A file that is gone or cannot be read is not. */
export const isSound = async (blobs: Pick<Services['blobs'], 'sumNow'>, sha256: string): Promise<boolean> => (await blobs.sumNow(sha256)) === sha256
