/** 视频转换: originals that wait, what became of them, and what was done with it. */
import type { Finding } from '#core/kernel/finding'
import type { Facts, VideoFacts } from '#core/materials/facts'
import type { FilmFailure } from '#core/materials/film-conversion'
import type { ConvertedFilm } from '#core/materials/made-fit'
import type { Queries } from './database'
import { isApart } from './quarantine'

export interface FilmRow {
  readonly id: string; readonly nominationId: string; readonly materialId: string
  /** A material that stands, in whose place the made one comes; null: it was sent for this alone. */
  readonly fileId: string | null; readonly uploadId: string | null
  readonly sha256: string; readonly bytes: number; readonly name: string; readonly facts: VideoFacts; readonly to: ConvertedFilm
  readonly tries: number; readonly askedAt: number; readonly share: number; /** Of the run under way, by what was done in how long. */ readonly secondsLeft: number | null
  readonly made: { readonly at: number; readonly sha256: string; readonly bytes: number; readonly facts: Facts } | null
  readonly failure: FilmFailure | null; readonly failedAt: number | null; readonly findings: readonly Finding[]
  readonly jobState: 'waiting' | 'running' | 'done' | 'failed'
  /** Conversions that are done before it. */
  readonly ahead: number
}
export type FilmState = 'waiting' | 'converting' | 'made' | 'failed'

const ms = (column: string): string => `floor(extract(epoch FROM ${column}) * 1000)::bigint`
const columns = `f.id, f.nomination_id AS "nominationId", f.material_id AS "materialId", f.file_id AS "fileId", f.upload_id AS "uploadId", f.sha256, f.bytes, f.name, f.facts,
  json_build_object('width', f.width, 'height', f.height, 'bitsASecond', f.bits_a_second) AS "to", f.tries, f.asked_at AS "askedAt", f.share,
  CASE WHEN f.share > 0.02 AND f.begun_at IS NOT NULL THEN extract(epoch FROM clock_timestamp() - f.begun_at)::float8 * (1 - f.share) / f.share END AS "secondsLeft",
  CASE WHEN f.made_at IS NULL THEN NULL ELSE json_build_object('at', ${ms('f.made_at')}, 'sha256', f.made_sha256, 'bytes', f.made_bytes, 'facts', f.made_facts) END AS made,
  f.failure, f.failed_at AS "failedAt", f.findings, j.state AS "jobState",
  (SELECT count(*)::int FROM jobs o WHERE o.kind = 'convertFilm' AND o.state IN ('waiting','running') AND o.created_at < j.created_at) AS ahead`
const from = `film_conversions f JOIN jobs j ON j.id = f.job_id`
/** Of bytes that were set apart nothing is shown, neither what they were made into nor what was made of them. */
const open = `f.ended IS NULL AND NOT ${isApart('f')} AND NOT EXISTS (SELECT FROM (SELECT f.made_sha256 AS sha256) m WHERE ${isApart('m')})`

export const stateOfFilm = (f: Pick<FilmRow, 'made' | 'failure' | 'jobState' | 'tries'>): FilmState => {
  if (f.made !== null) return 'made'
  if (f.failure !== null || f.jobState === 'failed') return 'failed'
  return f.jobState === 'running' ? 'converting' : 'waiting'
}

export const listFilms = (q: Queries, nominationId: string): Promise<FilmRow[]> => q.rows<FilmRow>(`SELECT ${columns} FROM ${from} WHERE f.nomination_id = $1 AND ${open} ORDER BY f.asked_at, f.id`, [nominationId])
export const readFilm = (q: Queries, nominationId: string, id: string): Promise<FilmRow | undefined> => q.row<FilmRow>(`SELECT ${columns} FROM ${from} WHERE f.nomination_id = $1 AND f.id = $2 AND ${open}`, [nominationId, id])
/** Whatever became of it; for the job. */
export const filmOfJob = (q: Queries, id: string): Promise<FilmRow | undefined> => q.row<FilmRow>(`SELECT ${columns} FROM ${from} WHERE f.id = $1`, [id])
/** Under the lock of the nomination, which all that change it hold. */
export const openFilms = async (q: Queries, nominationId: string): Promise<{ sha256: string; materialId: string }[]> => q.rows(`SELECT sha256, material_id AS "materialId" FROM film_conversions WHERE nomination_id = $1 AND ended IS NULL`, [nominationId])

export interface NewFilm extends Pick<FilmRow, 'id' | 'nominationId' | 'materialId' | 'fileId' | 'uploadId' | 'sha256' | 'bytes' | 'name' | 'facts' | 'to'> { readonly askedBy: string; readonly at: number; readonly jobId: string }
export const insertFilm = (tx: Queries, f: NewFilm): Promise<unknown> => tx.rows(
  `INSERT INTO film_conversions (id, nomination_id, material_id, file_id, upload_id, sha256, bytes, name, facts, asked_by, asked_at, job_id, width, height, bits_a_second) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), $12, $13, $14, $15)`,
  [f.id, f.nominationId, f.materialId, f.fileId, f.uploadId, f.sha256, f.bytes, f.name, f.facts, f.askedBy, f.at, f.jobId, f.to.width, f.to.height, f.to.bitsASecond])

/** Counts the try before it begins, on the disk: who is taken down by a film knows it when it comes back. Undefined: nobody waits for it any more. */
export const beginFilm = async (q: Queries, id: string): Promise<FilmRow | undefined> => {
  const begun = await q.row(`UPDATE film_conversions SET tries = tries + 1, begun_at = clock_timestamp(), share = 0 WHERE id = $1 AND ended IS NULL AND made_at IS NULL AND failure IS NULL RETURNING 1`, [id])
  return begun === undefined ? undefined : filmOfJob(q, id)
}
/** Unless another began meanwhile. */
export const giveTryBack = (q: Queries, { id, tries }: Pick<FilmRow, 'id' | 'tries'>): Promise<unknown> => q.rows(`UPDATE film_conversions SET tries = tries - 1, begun_at = NULL, share = 0 WHERE id = $1 AND tries = $2`, [id, tries])
/** Whether it is still wanted. */
export const tellShare = async (q: Queries, id: string, share: number): Promise<boolean> => (await q.row(`UPDATE film_conversions SET share = greatest(share, $2) WHERE id = $1 AND ended IS NULL RETURNING 1`, [id, share])) !== undefined

/** Of one that was ended or purged meanwhile no row comes to refer to the bytes, and they leave the store. */
export const setMade = async (tx: Queries, id: string, stored: { readonly sha256: string; readonly bytes: number }, facts: Facts): Promise<void> => {
  if ((await tx.row(`SELECT 1 FROM film_conversions WHERE id = $1 AND ended IS NULL AND failure IS NULL FOR UPDATE`, [id])) === undefined) return
  await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [stored.sha256, stored.bytes])
  await tx.rows(`UPDATE film_conversions SET share = 1, made_at = product_time(), made_sha256 = $2, made_bytes = $3, made_facts = $4 WHERE id = $1`, [id, stored.sha256, stored.bytes, facts])
}
export const setFailed = (tx: Queries, id: string, why: FilmFailure, findings: readonly Finding[]): Promise<unknown> => tx.rows(`UPDATE film_conversions SET failure = $2, findings = $3, failed_at = product_time() WHERE id = $1 AND ended IS NULL AND made_at IS NULL`, [id, why, JSON.stringify(findings)])
/** From the beginning, by another job. */
export const setAgain = (tx: Queries, id: string, jobId: string): Promise<unknown> => tx.rows(`UPDATE film_conversions SET job_id = $2, failure = NULL, failed_at = NULL, findings = '[]', tries = 0, begun_at = NULL, share = 0 WHERE id = $1`, [id, jobId])
export const setEnded = (tx: Queries, id: string, ended: 'taken' | 'dropped' | 'expired'): Promise<unknown> => tx.rows(`UPDATE film_conversions SET ended = $2, ended_at = product_time() WHERE id = $1 AND ended IS NULL`, [id, ended])

/** Nobody did anything about them for so many days. */
export const filmsToEnd = (q: Queries, days: number): Promise<{ id: string }[]> => q.rows(
  `SELECT f.id FROM ${from} WHERE f.ended IS NULL AND (coalesce(f.made_at, f.failed_at) < product_time() - make_interval(days => $1) OR j.state = 'failed' AND j.finished_at < clock_timestamp() - make_interval(days => $1))`, [days])
export const openFilmIds = async (q: Queries): Promise<string[]> => (await q.rows<{ id: string }>(`SELECT id FROM film_conversions WHERE ended IS NULL`)).map((f) => f.id)
