/** 由服务器转换: asked for, taken, tried again, dropped. The conversion itself is a job. */
import { statfs } from 'node:fs/promises'
import { z } from 'zod'
import { convertMaterial, dropFilm, takeFilm, tryFilmAgain } from '#contract/operations/films'
import { operation } from '#contract/operation'
import { ruleOf } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import { judgeSource, mayTryAgain, MOST_FILMS, refusedFilm } from '#core/materials/film-conversion'
import type { Facts, VideoFacts } from '#core/materials/facts'
import { convertedFilm, type ConvertedFilm } from '#core/materials/made-fit'
import { judgeFile } from '#core/materials/judge'
import type { MaterialRule } from '#core/rules/material-terms'
import { storageFull } from '../blobs/storage-full'
import { removeFilm } from '../films/film-paths'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { materialFor, mayBring } from '../own-part'
import type { Services } from '../services'
import { definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { insertFilm, openFilms, readFilm, setAgain, setEnded, stateOfFilm, type FilmRow, type NewFilm } from '../store/film-conversions'
import { enqueue } from '../store/jobs'
import { lockNomination, type NominationRow } from '../store/nominations'
import { isUnsettled, markUpload } from '../store/uploads'
import type { OwnUpload } from './attach-material'
import { inState } from './edit-nomination'
import { placeFile } from './place-file'

/** Left to everybody else when an original has come in. */
const SPARE_BYTES = 1_000_000_000

/** Asked before a byte is sent, and again when the last one is in: what this server cannot convert it does not take. */
export const mayConvert = async (q: Queries, services: Services, nominationId: string, rule: MaterialRule, file: { readonly name: string; readonly bytes: number }): Promise<Finding[]> => {
  if (services.programs.ffmpeg === null) return [refusedFilm.noProgram(rule, file.name)]
  if (rule.file.type !== 'video' || !rule.file.containers.includes('mp4')) return [refusedFilm.notFilm(rule, file.name)]
  if ((await openFilms(q, nominationId)).length >= MOST_FILMS) return [refusedFilm.many(rule, file.name)]
  const { bavail, bsize } = await statfs(services.filmsDir)
  if (bavail * bsize < file.bytes + SPARE_BYTES) throw storageFull()
  return judgeSource(rule, file)
}

type Order = Omit<NewFilm, 'jobId' | 'nominationId'>
/** The caller holds the nomination's lock. */
const begin = async (tx: Queries, row: NominationRow, order: Order): Promise<void> => {
  const jobId = await enqueue(tx, { kind: 'convertFilm', campaignId: row.campaignId, payload: { filmId: order.id }, total: 1 })
  await insertFilm(tx, { ...order, nominationId: row.id, jobId })
}
const ruleFor = async (tx: Queries, services: Services, row: NominationRow, materialId: string): Promise<MaterialRule | undefined> => ruleOf(await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash), 'material', materialId)
/** A film and the rule of its material, for whoever may bring such a file: the clerk, and the candidate in the own part. */
const filmToAct = async ({ tx, services, actor }: CommandContext, nominationId: string, filmId: string): Promise<{ readonly row: NominationRow; readonly film: FilmRow; readonly rule: MaterialRule }> => {
  const row = await lockNomination(tx, nominationId)
  inState(row, 'edit')
  const film = await readFilm(tx, row.id, filmId)
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const rule = film === undefined ? undefined : ruleOf(definition, 'material', film.materialId)
  if (film === undefined || rule === undefined) throw absent()
  mayBring(actor, definition, row, rule.id)
  return { row, film, rule }
}

/** Not on the HTTP surface: how an upload ends that was sent to be converted and breaks the rules. What only a person can mend is refused as ever. */
const takeOnOperation = operation({
  id: 'films.takeOn', method: 'POST', path: '/internal/films', who: 'anyone', summary: { zh: '收下待转换的视频', en: 'Take on a film to be converted' },
  params: z.object({ nominationId: z.string() }), body: z.object({ upload: z.custom<OwnUpload>(), filmId: z.string(), facts: z.custom<Facts>(), original: z.object({ sha256: z.string(), bytes: z.number() }), findings: z.custom<readonly Finding[]>() }), answer: z.object({ taken: z.boolean() }),
})
export const takeOnFilm = command(takeOnOperation, async ({ params, body: { upload, filmId, facts, original, findings } }, { tx, services, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  if (!(await isUnsettled(tx, upload.id))) return done({ taken: false })
  inState(row, 'edit')
  const rule = (await ruleFor(tx, services, row, upload.materialId))!
  const to = convertedFilm(rule, facts)
  if (to === null || facts.kind !== 'video') return refusedBy(findings)
  const no = await whyNotNow(tx, services, row, rule, { name: upload.name, ...original })
  if (stopsAt(no)) return refusedBy(no)
  await begin(tx, row, { id: filmId, materialId: rule.id, uploadId: upload.id, fileId: null, ...original, name: upload.name, facts, to, askedBy: upload.accountId, at: await now() })
  await markUpload(tx, upload.id, 'kept')
  record({ chain: row.campaignId, act: 'film.asked', subject: { kind: 'nomination', id: row.id }, data: { film: filmId, material: rule.id, from: original.sha256, bytes: original.bytes, by: upload.accountId } })
  return done({ taken: true })
})

const whyNotNow = async (tx: Queries, services: Services, row: NominationRow, rule: MaterialRule, file: { readonly name: string; readonly bytes: number; readonly sha256: string }): Promise<Finding[]> => {
  const twice = (await openFilms(tx, row.id)).some((f) => f.sha256 === file.sha256 && f.materialId === rule.id)
  return twice ? [refusedFilm.twice(rule, file.name)] : mayConvert(tx, services, row.id, rule, file)
}

/** One that stands as a material: it was received before the rules were as they are, or plays only on some computers. It stands until the made one is taken. */
export const convertMaterialCommand = command(convertMaterial, async ({ params }, { tx, services, actor, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'edit')
  const file = await materialFor(actor, tx, services.definitions, row.id, params.fileId)
  const rule = await ruleFor(tx, services, row, file.materialId)
  const to: ConvertedFilm | null = rule === undefined ? null : convertedFilm(rule, file.facts)
  if (rule === undefined || to === null) throw absent()
  mayBring(actor, await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash), row, rule.id)
  const no = await whyNotNow(tx, services, row, rule, { name: file.originalName, bytes: file.bytes, sha256: file.sha256 })
  if (stopsAt(no)) return refusedBy(no)
  const filmId = newId()
  await begin(tx, row, { id: filmId, materialId: rule.id, uploadId: null, fileId: file.fileId, sha256: file.sha256, bytes: file.bytes, name: file.originalName, facts: file.facts as VideoFacts, to, askedBy: actor.accountId, at: await now() })
  record({ chain: row.campaignId, act: 'film.asked', subject: { kind: 'nomination', id: row.id }, data: { film: filmId, material: rule.id, from: file.sha256, bytes: file.bytes, by: actor.accountId } })
  return done({ filmId })
})

/** The made film is judged once more, by the rules as they are now, and takes the original's place; the original goes when that stands. */
export const takeFilmCommand = command(takeFilm, async ({ params }, context) => {
  const { tx, services, actor, now, record } = context
  const { row, film, rule } = await filmToAct(context, params.nominationId, params.filmId)
  const { made } = film
  if (made === null) throw absent()
  const findings = judgeFile(rule, made.facts)
  if (stopsAt(findings)) return refusedBy(findings)
  const replaced = film.fileId === null ? undefined : await tx.row<{ sha256: string }>(`DELETE FROM materials WHERE nomination_id = $1 AND id = $2 RETURNING sha256`, [row.id, film.fileId])
  const placed = await placeFile(tx, row, rule, { name: made.facts.name, facts: made.facts, stored: { sha256: made.sha256, bytes: made.bytes }, preview: null, from: { account: actor.accountId } }, await now())
  if (!placed.ok) return refusedBy(placed.findings)
  // By the upload that brought the original: whoever sets the film apart later has to find it.
  await tx.rows(`UPDATE uploads SET file_id = $2 WHERE id = $1 OR file_id = $3`, [film.uploadId, placed.fileId, film.fileId])
  await setEnded(tx, film.id, 'taken')
  const { place } = record({ chain: row.campaignId, act: 'film.taken', subject: { kind: 'nomination', id: row.id }, data: { film: film.id, material: rule.id, file: made.sha256, from: film.sha256, replaced: replaced !== undefined, by: actor.accountId } })
  return done(place.then(async () => { await removeFilm(services, film.id); return { fileId: placed.fileId } }))
})

export const tryFilmAgainCommand = command(tryFilmAgain, async ({ params }, context) => {
  const { tx, actor, record } = context
  const { row, film } = await filmToAct(context, params.nominationId, params.filmId)
  if (stateOfFilm(film) !== 'failed' || !mayTryAgain(film.failure ?? 'unexpected')) throw absent()
  await setAgain(tx, film.id, await enqueue(tx, { kind: 'convertFilm', campaignId: row.campaignId, payload: { filmId: film.id }, total: 1 }))
  record({ chain: row.campaignId, act: 'film.asked', subject: { kind: 'nomination', id: row.id }, data: { film: film.id, material: film.materialId, from: film.sha256, bytes: film.bytes, by: actor.accountId, again: true } })
  return done({})
})

/** A run under way hears of it within a second. */
export const dropFilmCommand = command(dropFilm, async ({ params }, context) => {
  const { tx, services, actor, record } = context
  const { row, film } = await filmToAct(context, params.nominationId, params.filmId)
  await setEnded(tx, film.id, 'dropped')
  const { place } = record({ chain: row.campaignId, act: 'film.dropped', subject: { kind: 'nomination', id: row.id }, data: { film: film.id, material: film.materialId, from: film.sha256, by: actor.accountId } })
  return done(place.then(async () => { await removeFilm(services, film.id); return {} }))
})
