import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ruleOf } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { judgeFile } from '#core/materials/judge'
import type { Facts } from '#core/materials/facts'
import { inspectFile } from '../inspection/inspect-file'
import { makePreview } from '../inspection/preview'
import { hashFile, onFullDisk } from '../blobs/disk-blobs'
import { attachMaterial, type OwnUpload } from '../commands/attach-material'
import { takeOnFilm } from '../commands/films'
import { keepOriginal, removeFilm } from '../films/film-paths'
import { newId } from '../ids'
import { perform, stopsAt } from '../handler'
import type { Services } from '../services'
import { definitionOf } from '../store/campaigns'
import { readNominationRow } from '../store/nominations'
import { HELD_SECONDS, holdFile, holdOn, holdUpload, markUpload, readUpload, type UploadRow } from '../store/uploads'
import { guarded } from './guard'

/** The last byte is in: read the facts, judge them by the definition, keep the file or say why not. The server believes its own eyes only. */
export const settleUpload = async (services: Services, uploadId: string): Promise<void> => {
  const upload = await readUpload(services.db, uploadId)
  if (upload === undefined || !(await holdUpload(services.db, uploadId))) return
  const staged = join(services.stagingDir, uploadId)
  const holding = setInterval(() => void holdOn(services.db, uploadId).catch(() => undefined), (HELD_SECONDS * 1000) / 3)
  try {
    const { facts, findings, outcome } = await inspect(services, upload, staged)
    if (outcome === 'over') return await forget(services, uploadId)
    if (stopsAt(findings) && upload.toConvert && isOwn(upload)) await toConversion(services, upload, staged, facts, findings)
    else if (stopsAt(findings)) await markUpload(services.db, uploadId, 'refused', findings)
    else await keep(services, upload, staged, facts, findings)
    await forget(services, uploadId)
  } catch (error) {
    // Without the database nobody can be told; the bytes stay, and it is settled when the database is back.
    if (error instanceof Refusal && error.code === 'unavailable') throw error
    await refuseUpload(services, uploadId, error)
    throw error
  } finally {
    clearInterval(holding)
  }
}

/** Ours to answer for, not the file's: nothing is kept of it, and the sender is told to send it again. */
export const refuseUpload = async (services: Services, uploadId: string, why: unknown): Promise<void> => {
  const told = await markUpload(services.db, uploadId, 'refused', [notKept(why)]).then(() => true, () => false)
  if (told) await forget(services, uploadId)
}

const forget = async (services: Services, uploadId: string): Promise<void> => {
  const staged = join(services.stagingDir, uploadId)
  for (const left of [staged, `${staged}.json`]) await unlink(left).catch(() => undefined)
}

const notKept = (error: unknown): Finding => {
  const words = error instanceof Refusal ? error.words : { zh: '服务器没有处理完这个文件', en: 'The server could not finish with this file' }
  return finding({ code: 'upload.notKept', strength: 'block', rule: null, what: [words.zh, words.en], mend: ['请稍后再传一次。', 'Send it again in a while.'] })
}

interface Inspected { readonly facts: Facts; readonly findings: Finding[]; /** It was set apart, or known from before: nothing more is done with it. */ readonly outcome: 'open' | 'over' }

const inspect = async (services: Services, upload: UploadRow, staged: string): Promise<Inspected> => {
  const n = (await readNominationRow(services.db, upload.nominationId))!
  const rule = ruleOf(await definitionOf(services.db, services.definitions, n.campaignId, n.definitionHash), 'material', upload.materialId)
  const isPortrait = rule?.file.type === 'portrait'
  const facts = await inspectFile(staged, upload.name, { border: isPortrait, faces: isPortrait })
  const open = await guarded(services, upload, n.campaignId, staged, facts)
  if (open === null) return { facts, findings: [], outcome: 'over' }
  return { facts: open, findings: rule === undefined ? [noSuchMaterial()] : judgeFile(rule, open), outcome: 'open' }
}

const noSuchMaterial = (): Finding => finding({ code: 'material.unknown', rule: null, what: ['活动方案里没有这种材料', 'The definition knows no such material'], mend: ['请刷新页面再传。', 'Reload the page and upload again.'] })

/** The file is in the store before a row refers to it; a row that is then refused leaves an unreferenced file, which is harmless. */
const keep = async (services: Services, upload: UploadRow, staged: string, facts: Facts, findings: readonly Finding[]): Promise<void> => {
  const preview = await makePreview(staged, facts)
  const stored = await services.blobs.adopt(staged)
  const storedPreview = preview === null ? null : await services.blobs.put(preview)
  // By a link: it becomes a material when the office sends its answer, and not before.
  if (!isOwn(upload)) return void (await holdFile(services.db, upload.id, { facts, stored, preview: storedPreview }, findings))
  const outcome = await perform(attachMaterial, { params: { nominationId: upload.nominationId }, query: {}, body: { upload, facts, stored, preview: storedPreview } }, null, services)
  if (!outcome.ok) await markUpload(services.db, upload.id, 'refused', outcome.findings)
}

/** Its bytes go where conversions are made of them, and to the store not at all. */
const toConversion = async (services: Services, upload: OwnUpload, staged: string, facts: Facts, findings: readonly Finding[]): Promise<void> => {
  const filmId = newId()
  const original = await hashFile(staged)
  await onFullDisk(() => keepOriginal(services, staged, filmId))
  const outcome = await perform(takeOnFilm, { params: { nominationId: upload.nominationId }, query: {}, body: { upload, filmId, facts, original, findings } }, null, services)
  if (outcome.ok && outcome.value.taken) return
  await removeFilm(services, filmId)
  if (!outcome.ok) await markUpload(services.db, upload.id, 'refused', outcome.findings)
}

const isOwn = (upload: UploadRow): upload is OwnUpload => upload.accountId !== null
