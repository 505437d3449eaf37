/** 收进来: files from other installations, looked at before anything of them is used; and whose keys they bear. */
import { z } from 'zod'
import { archiveKinds } from '#core/upward/envelope'
import { MOST_BYTES } from '#core/upward/envelope'
import { download, operation } from '../operation'
import { finding, id, instant, sha256, words } from '../shapes'

const installation = z.object({
  id, name: z.string(), fingerprint: z.string(), unitId: id.nullable(), unitName: z.string().nullable(), seenAt: instant, lookedBy: z.string().nullable(), /** The reader looked: another confirms. */ mine: z.boolean(),
  confirmedAt: instant.nullable(), confirmedBy: z.string().nullable(), typed: z.boolean(), endedAt: instant.nullable(),
})
export const readIdentity = operation({
  id: 'installations.list', method: 'GET', path: '/api/upward/installations', who: 'office',
  summary: { zh: '本平台的指纹，来往的平台', en: 'The fingerprint of this installation, and others it deals with' }, answer: z.object({ fingerprint: z.string(), installations: z.array(installation) }),
})
export const fingerprintPdf = download({ id: 'installations.sheet', path: '/api/upward/fingerprint.pdf', who: 'office', summary: { zh: '平台指纹单（PDF）', en: 'Fingerprint sheet (PDF)' }, mediaType: 'application/pdf' })
const installationParams = z.object({ installationId: id })
export const lookAtInstallation = operation({
  id: 'installations.look', method: 'POST', path: '/api/upward/installations/:installationId/look', who: 'office',
  summary: { zh: '已与交接单核对指纹，等第二人', en: 'Compared the fingerprint with the sheet; a second person follows' }, params: installationParams,
})
export const confirmInstallation = operation({
  id: 'installations.confirm', method: 'POST', path: '/api/upward/installations/:installationId/confirm', who: 'office',
  summary: { zh: '确认指纹：第二人核对，或一人照交接单键入', en: 'Confirm the fingerprint: as the second person, or by typing it from the sheet' }, params: installationParams,
  body: z.object({ /** As it stands on paper; absent: one compares by eye, as the second. */ typed: z.string().max(100).optional() }),
})
export const endInstallation = operation({
  id: 'installations.end', method: 'POST', path: '/api/upward/installations/:installationId/end', who: 'office',
  summary: { zh: '停用一个来往的平台', en: 'End dealing with another installation' }, params: installationParams, body: z.object({ reason: z.string().trim().min(5).max(300) }),
})

const row = z.object({ nominationId: id, name: z.string(), employer: z.string(), effect: z.enum(['create', 'update', 'same', 'refused']), files: z.int(), bytes: z.int(), findings: z.array(finding) })
const arrival = z.object({
  id, name: z.string(), bytes: z.int(), received: z.int(), state: z.enum(['receiving', 'reading', 'asksSender', 'asksWords', 'ready', 'taking', 'taken', 'refused', 'dropped']), begunAt: instant, by: z.string(),
  kind: z.enum(archiveKinds).nullable(), from: z.string().nullable(), campaign: words.nullable(), unit: z.string().nullable(), madeAt: instant.nullable(), items: z.int(), sha256: sha256.nullable(), campaignId: id.nullable(),
  installation: installation.nullable(), findings: z.array(finding), takenAt: instant.nullable(), takenBy: z.string().nullable(),
  result: z.object({ created: z.int(), updated: z.int(), same: z.int(), refused: z.int() }).nullable(),
})
export const beginArrival = operation({
  id: 'arrivals.begin', method: 'POST', path: '/api/upward/arrivals', who: 'office',
  summary: { zh: '开始导入一个文件（断点续传）', en: 'Begin to bring a file in (resumable)' }, body: z.object({ name: z.string().min(1).max(400), bytes: z.int().min(0).max(MOST_BYTES + 4_000_000) }), answer: z.object({ arrivalId: id, /** tus address to PATCH. */ url: z.string() }),
})
export const listArrivals = operation({ id: 'arrivals.list', method: 'GET', path: '/api/upward/arrivals', who: 'office', summary: { zh: '导入过的文件', en: 'Files that were brought in' }, answer: z.object({ arrivals: z.array(arrival) }) })
const arrivalParams = z.object({ arrivalId: id })
export const readArrival = operation({
  id: 'arrivals.read', method: 'GET', path: '/api/upward/arrivals/:arrivalId', who: 'office', summary: { zh: '一个文件里有什么，导入会怎样', en: 'What a file holds, and what bringing it in comes to' }, params: arrivalParams,
  answer: z.object({
    arrival, rows: z.array(row),
    /** Of a call file. */
    call: z.object({ name: words, office: z.string(), unit: z.string(), end: instant, granted: z.int().nullable(), templates: z.array(z.string()), known: z.boolean() }).nullable(),
    /** Of a file of results. */
    results: z.array(z.object({ name: z.string(), outcome: z.string(), words, at: instant, note: z.string(), until: instant.nullable(), isNew: z.boolean() })),
  }),
})
export const giveWords = operation({ id: 'arrivals.giveWords', method: 'POST', path: '/api/upward/arrivals/:arrivalId/words', who: 'office', summary: { zh: '输入口令', en: 'Give the passphrase' }, params: arrivalParams, body: z.object({ words: z.string().min(1).max(300) }) })
export const takeArrival = operation({
  id: 'arrivals.take', method: 'POST', path: '/api/upward/arrivals/:arrivalId/take', who: 'office', summary: { zh: '导入', en: 'Take it in' }, params: arrivalParams, body: z.object({ /** As the preview showed. */ newSeen: z.int().min(0), refusedSeen: z.int().min(0) }),
})
export const dropArrival = operation({ id: 'arrivals.drop', method: 'DELETE', path: '/api/upward/arrivals/:arrivalId', who: 'office', summary: { zh: '不导入，删去文件', en: 'Drop the file' }, params: arrivalParams })
