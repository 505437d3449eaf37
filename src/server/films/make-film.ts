/** One conversion, outside of any transaction: what comes of it is for the job's step to write down. Cut off anywhere, it is done again from the original. */
import { mkdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { ruleOf } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { judgeMade, type FilmFailure } from '#core/materials/film-conversion'
import { diskFull } from '../blobs/disk-blobs'
import type { Stored } from '../blobs/blobs'
import { inspectFile } from '../inspection/inspect-file'
import type { Ffmpeg, ProgramEnd } from '../programs/program'
import { runProgram } from '../programs/run-program'
import type { Services } from '../services'
import { definitionOf } from '../store/campaigns'
import { beginFilm, giveTryBack, tellShare, type FilmRow } from '../store/film-conversions'
import { readNominationRow } from '../store/nominations'
import { bytesAreApart } from '../store/quarantine'
import { ffmpegArguments, shareOf } from './ffmpeg-arguments'
import { originalPath, workFolder } from './film-paths'

/** `over`: there is nothing to do any more. */
export type MadeFilm =
  | { readonly kind: 'made'; readonly facts: Facts; readonly stored: Stored }
  | { readonly kind: 'failed'; readonly why: FilmFailure; readonly findings: readonly Finding[] }
  | { readonly kind: 'over' }

/** A film that takes the whole process down with it does so this often and no more. */
const MOST_TRIES = 3
/** Nothing moves for so long: it will not. */
const STILL_MS = 180_000
const LOOK_MS = 1000
/** Behind everything people wait for. */
const NICE = 15
/** Beside the film itself, by what its bit rate comes to. */
const ROOM_FACTOR = 1.5
const ROOM_BYTES = 64_000_000
/** Left to everybody else. */
const SPARE_BYTES = 512_000_000

const failed = (why: FilmFailure, findings: readonly Finding[] = []): MadeFilm => ({ kind: 'failed', why, findings })

/** @param signal stops it: another has the job, or the process ends; what it answers then is not looked at */
export const makeFilm = async (services: Services, id: string, signal: AbortSignal): Promise<MadeFilm> => {
  const row = await beginFilm(services.db, id)
  if (row === undefined) return { kind: 'over' }
  const { ffmpeg } = services.programs
  if (ffmpeg === null) return failed('absent')
  if (row.tries > MOST_TRIES) return failed('unexpected')
  const from = await sourceOf(services, row)
  if (from === null) return failed('gone')
  const folder = workFolder(services, id)
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await convert(services, ffmpeg, { row, from, folder }, signal)
  } catch (error) {
    if (diskFull(error)) return failed('full')
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Null: it is gone, or was set apart meanwhile. */
const sourceOf = async (services: Services, row: FilmRow): Promise<string | null> => {
  if (await bytesAreApart(services.db, row.sha256)) return null
  const path = row.fileId === null ? originalPath(services, row.id) : await services.blobs.local(row.sha256)
  return stat(path).then((s) => (s.size === row.bytes ? path : null), () => null)
}

interface Work { readonly row: FilmRow; readonly from: string; readonly folder: string }

const convert = async (services: Services, ffmpeg: Ffmpeg, { row, from, folder }: Work, signal: AbortSignal): Promise<MadeFilm> => {
  const to = join(folder, 'film.mp4')
  const folderBytes = Math.ceil((row.to.bitsASecond / 8) * row.facts.seconds * ROOM_FACTOR) + ROOM_BYTES
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < folderBytes + SPARE_BYTES) return failed('full')
  const watched = watch(services, row, signal)
  const { milliseconds, residentBytes, threads } = services.programs.films
  const end = await runProgram({
    program: ffmpeg, folder, nice: NICE, limits: { milliseconds, residentBytes, folderBytes },
    args: ffmpegArguments({ from, to, facts: row.facts, film: row.to, threads, mapsTones: ffmpeg.mapsTones }),
  }, watched).finally(watched.stop)
  if (watched.ended()) return { kind: 'over' }
  if (signal.aborted) {
    // It was not the film's doing.
    await giveTryBack(services.db, row).catch(() => undefined)
    throw new Error('the conversion was stopped')
  }
  const why = watched.stoodStill() ? 'heavy' : whyNot(end)
  return why === null ? keep(services, row, to) : failed(why)
}

const whyNot = (end: ProgramEnd): FilmFailure | null => {
  if (end.how === 'over') return 'heavy'
  // Nobody stopped it, and it is gone: the machine took it for its memory, or somebody by hand.
  if (end.how === 'lost' || end.code === null) return 'unexpected'
  if (end.code === 0) return null
  return /No space left on device|Disk quota exceeded/u.test(end.said) ? 'full' : 'broken'
}

/** Read again by the same eyes as everything that comes in, and in the store before a row refers to it. */
const keep = async (services: Services, row: FilmRow, path: string): Promise<MadeFilm> => {
  const n = (await readNominationRow(services.db, row.nominationId))!
  const rule = ruleOf(await definitionOf(services.db, services.definitions, n.campaignId, n.definitionHash), 'material', row.materialId)
  if (rule === undefined) return failed('unfit')
  // Found to be classified meanwhile: nothing made of it is kept.
  if (await bytesAreApart(services.db, row.sha256)) return failed('gone')
  const facts = await inspectFile(path, `${row.name.replace(/\.[^.]*$/u, '')}.mp4`)
  const no = judgeMade(rule, row.facts, facts, row.to)
  return no === null ? { kind: 'made', facts, stored: await services.blobs.adopt(path) } : failed(no.why, no.findings)
}

/** Tells the page how far it is, now and then; hears there whether anybody still wants it, and notices when nothing moves. */
const watch = (services: Services, row: FilmRow, signal: AbortSignal) => {
  const own = new AbortController()
  let [share, told, moved, ended, still] = [0, 0, performance.now(), false, false]
  const timer = setInterval(() => {
    if (performance.now() - moved > STILL_MS) { still = true; own.abort() }
    void tellShare(services.db, row.id, share).then((open) => { if (!open) { ended = true; own.abort() } }, () => undefined)
  }, LOOK_MS)
  return {
    signal: AbortSignal.any([signal, own.signal]),
    hear: (text: string) => {
      share = shareOf(text, row.facts.seconds) ?? share
      if (share > told) { told = share; moved = performance.now() }
    },
    stop: () => clearInterval(timer),
    ended: () => ended,
    stoodStill: () => still,
  }
}
