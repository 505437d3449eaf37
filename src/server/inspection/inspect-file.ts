import { stat } from 'node:fs/promises'
import type { Facts } from '#core/materials/facts'
import type { Wanted } from '#media/read-facts'
import { ChildPool, type Outcome } from './child-pool'
import type { Job } from './jobs'
import { formPool } from './form-pool'
import { noticePool } from './notice-pool'
import { posterPool } from './poster-pool'
import { viewPool } from './view-pool'

const shared = new ChildPool()

/**
 * Reads the facts of a file in a child that may be killed: 30 s and 512 MB are all a foreign file gets.
 * @throws when the file cannot be read from our own disk, which says nothing about the file
 */
export const inspectFile = async (path: string, name: string, want: Wanted = {}, pool: ChildPool = shared): Promise<Facts> => {
  const { size } = await stat(path)
  const outcome = await ask(pool, { kind: 'facts', path, name, want })
  if (outcome.kind === 'facts') return outcome.facts
  if (outcome.kind === 'failed') throw new Error(`the file to be inspected could not be read: ${outcome.reason}`)
  return { kind: 'unreadable', name, bytes: size, looksLike: null, why: outcome.kind === 'killed' ? 'bomb' : 'broken' }
}

/** Makes a small WebP at `to`; false where none can be made. */
export const previewFile = async (path: string, to: string): Promise<boolean> => {
  const outcome = await ask(shared, { kind: 'preview', path, to })
  return outcome.kind === 'preview' && outcome.made
}

/** Makes a WebP, or a JPEG, at most so wide at `to`; null where it cannot be made. */
export const renderPicture = async (path: string, to: string, width: number, as?: 'jpeg'): Promise<{ readonly width: number; readonly height: number } | null> => {
  const outcome = await ask(viewPool, { kind: 'rendition', path, to, width, ...(as !== undefined && { as }) })
  return outcome.kind === 'rendition' ? outcome.made : null
}

/** Lets the children go; the server, the command line and tests call it at their end. */
export const closeInspectors = (): void => { shared.close(); noticePool.close(); formPool.close(); viewPool.close(); posterPool.close() }

/** A child that went down by itself may have been down already: the file gets a second, fresh one before it is blamed. */
export const ask = async (pool: ChildPool, job: Job): Promise<Outcome> => {
  const first = await pool.ask(job)
  return first.kind === 'died' ? pool.ask(job) : first
}
