/** 由服务器转换, whatever the program does: nothing is lost, nothing becomes a material that the rules or a person did not take. A stand-in takes ffmpeg's place; what ffmpeg itself makes is in films-made.test.ts. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { askAgain, issueCode, redeemCode, takeBackPart } from '#contract/operations/candidate'
import { convertMaterial, dropFilm, listFilms, takeFilm, tryFilmAgain, viewFilm } from '#contract/operations/films'
import { createNomination, handBack, readNomination, sendToApprover } from '#contract/operations/nominations'
import { confirmSpill, decideSpill, listQuarantine, reportFile, reportSpill } from '#contract/operations/secrecy'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { MOST_SOURCE_BYTES } from '#core/materials/film-conversion'
import { rulesOf } from '#core/campaign/definition'
import { video } from '#server/demo/samples/video'
import { tidy } from '#server/packages/tidy'
import { invariants } from '#server/store/invariants'
import { definitionFor, once } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { livingWith } from './living'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { standInFfmpeg, type StandIn } from './stand-in-ffmpeg'

let at: Installation
let without: Installation
let stand: StandIn
let o: Office
let clerk: Person
let campaignId: string
let materialId: string
let big: Buffer
let fit: Buffer
beforeAll(async () => {
  big = await once('large film', () => video('t', { seconds: 2, frames: 2, width: 3840, height: 2160, container: 'mov' }))
  fit = await once('video 1', () => video('t', { seconds: 2, frames: 2 }))
  stand = await standInFfmpeg(fit, { residentBytes: 400e6 })
  ;[at, without] = await Promise.all([freshInstallation({ programs: stand.programs }), freshInstallation()])
  o = await openOffice(at, 2)
  clerk = o.units[0]!.clerk
  campaignId = await openProvincial(at, o)
  materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'video')!.id
})
afterAll(async () => { await Promise.all([at.close(), without.close()]); await stand.remove() })
afterEach(() => stand.does('good'))

let n = 0
const nomination = async (who = clerk): Promise<string> => (await who.ask(createNomination, { params: { campaignId }, body: { candidateName: `沈若川${n++}` } })).nominationId
/** Sent to be converted, as the page sends it when the browser cannot. */
const send = async (nominationId: string, film: Buffer, name = 'IMG_0420.MOV', who = clerk) => {
  const params = { nominationId }
  const { url, uploadId } = await who.ask(beginUpload, { params, body: { materialId, name, bytes: film.byteLength, toConvert: true } })
  const sent = await who.raw('PATCH', url, film, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
  expect(sent.status).toBe(204)
  return { ...(await who.ask(uploadState, { params: { ...params, uploadId } })), uploadId }
}
const films = async (nominationId: string) => (await clerk.ask(listFilms, { params: { nominationId } })).films
const only = async (nominationId: string) => { const all = await films(nominationId); expect(all.length).toBe(1); return all[0]! }
const becomes = (nominationId: string, state: string) => expect.poll(async () => (await films(nominationId)).map((f) => f.state), { timeout: 30_000, interval: 50 }).toEqual([state])
const materials = async (nominationId: string) => (await clerk.ask(readNomination, { params: { nominationId } })).materials.filter((m) => m.materialId === materialId)
const acts = (nominationId: string) => at.services.db.rows<{ act: string; data: Record<string, unknown> }>(`SELECT entry->>'act' AS act, entry->'data' AS data FROM ledger_entries WHERE chain_id = $1 AND entry->'subject'->>'id' = $2 AND (entry->>'act' LIKE 'film.%' OR entry->>'act' LIKE 'material.%') ORDER BY position`, [campaignId, nominationId])
const lying = async () => (await readdir(at.services.filmsDir)).sort()
const healthy = async () => { for (const i of invariants) expect([i.name, await at.services.db.rows(i.sql)]).toEqual([i.name, []]) }

test('where there is no program, it is not offered and nothing is taken for it', async () => {
  const alone = await openOffice(without, 1)
  const id = await openProvincial(without, alone)
  const person = alone.units[0]!.clerk
  const { nominationId } = await person.ask(createNomination, { params: { campaignId: id }, body: { candidateName: '沈若川' } })
  const params = { nominationId }
  expect(await person.ask(listFilms, { params })).toEqual({ possible: false, mostBytes: MOST_SOURCE_BYTES, films: [] })
  const { status, codes } = await person.refused(beginUpload, { params, body: { materialId, name: 'IMG_0420.MOV', bytes: big.byteLength, toConvert: true } })
  expect([status, codes]).toEqual([422, ['film.noProgram']])
  // The same film, sent as ever, is refused as ever, with its rule and the way to mend it.
  const { state, findings } = await person.upload(nominationId, materialId, 'IMG_0420.MOV', big)
  expect([state, findings.map((f) => [f.code, f.clause !== null])]).toEqual(['refused', [['video.size', true]]])
})

test('a film is converted, looked at, and becomes a material when the clerk takes it, and not before', async () => {
  const nominationId = await nomination()
  const sent = await send(nominationId, big)
  expect([sent.state, sent.file, sent.findings]).toEqual(['kept', null, []])
  await becomes(nominationId, 'made')
  const film = await only(nominationId)
  expect([film.name, film.to, film.share, film.made?.bytes, film.made?.facts['width'], film.findings]).toEqual(['IMG_0420.MOV', { width: 1920, height: 1080 }, 1, fit.byteLength, 1920, []])
  expect([await materials(nominationId), await lying()]).toEqual([[], [film.filmId]])
  const params = { nominationId, filmId: film.filmId }
  const { address, kind } = await clerk.ask(viewFilm, { params })
  expect([kind, (await clerk.raw('GET', `${address}/film`)).status]).toEqual(['film', 200])
  const { fileId } = await clerk.ask(takeFilm, { params })
  const [file, ...more] = await materials(nominationId)
  expect([file?.fileId, file?.originalName, file?.bytes, file?.findings, more]).toEqual([fileId, 'IMG_0420.mp4', fit.byteLength, [], []])
  expect([await films(nominationId), await lying()]).toEqual([[], []])
  const told = await acts(nominationId)
  expect(told.map((e) => e.act)).toEqual(['film.asked', 'film.made', 'film.taken'])
  expect(told.map((e) => e.data)).toMatchObject([{ film: film.filmId, material: materialId, bytes: big.byteLength }, { film: film.filmId, file: file?.sha256 }, { film: film.filmId, file: file?.sha256, replaced: false }])
  expect((await clerk.refused(takeFilm, { params })).status).toBe(404)
  await healthy()
})

test('a second film waits for the first, and says how many are before it', async () => {
  await stand.does('slow')
  const [first, second] = [await nomination(), await nomination()]
  await send(first, big)
  await becomes(first, 'converting')
  await send(second, big)
  expect(await only(second)).toMatchObject({ state: 'waiting', ahead: 1, share: 0 })
  await expect.poll(async () => (await only(first)).share, { timeout: 10_000 }).toBeGreaterThan(0.01)
  expect((await livingWith(stand.folder)).length).toBe(2)
  for (const nominationId of [second, first]) await clerk.ask(dropFilm, { params: { nominationId, filmId: (await only(nominationId)).filmId } })
  await expect.poll(() => livingWith(stand.folder), { timeout: 10_000 }).toEqual([])
  // The runner has let go of the job, too: nothing of it lies about.
  await expect.poll(lying, { timeout: 10_000 }).toEqual([])
  expect([await films(first), (await acts(first)).map((e) => e.act)]).toEqual([[], ['film.asked', 'film.dropped']])
})

test.each([
  ['hog', 'film.heavy', true], ['flood', 'film.heavy', true], ['broken', 'film.broken', false], ['full', 'film.full', true],
  // The program says that all is well; what it made is read again all the same.
  ['same', 'film.unlike', false],
] as const)('a program that ends as “%s” leaves words and the original', async (manner, code, again) => {
  await stand.does(manner)
  const nominationId = await nomination()
  await send(nominationId, big)
  await becomes(nominationId, 'failed')
  const film = await only(nominationId)
  expect([film.findings.map((f) => f.code), film.mayTryAgain, await materials(nominationId)]).toEqual([[code], again, []])
  expect((await acts(nominationId)).map((e) => [e.act, e.data['why'] ?? null])).toEqual([['film.asked', null], ['film.failed', code.slice('film.'.length)]])
  const original = await readFile(join(at.services.filmsDir, film.filmId))
  expect([original.equals(big), await livingWith(stand.folder)]).toEqual([true, []])
  const params = { nominationId, filmId: film.filmId }
  if (!again) expect((await clerk.refused(tryFilmAgain, { params })).status).toBe(404)
  else {
    await stand.does('good')
    await clerk.ask(tryFilmAgain, { params })
    await becomes(nominationId, 'made')
  }
  await clerk.ask(dropFilm, { params })
  expect(await lying()).toEqual([])
})

test('what only a person can mend, what is right already, and what is too much is never taken on', async () => {
  const nominationId = await nomination()
  const long = await once('long film', () => video('t', { seconds: 200, frames: 2 }))
  const refused = await send(nominationId, long, '长.mp4')
  expect([refused.state, refused.findings.map((f) => f.code)]).toEqual(['refused', ['video.tooLong']])
  const right = await send(nominationId, fit, '合格.mp4')
  expect([right.state, right.file?.originalName]).toEqual(['kept', '合格.mp4'])
  expect([await films(nominationId), await lying()]).toEqual([[], []])
  const begin = (more: object) => clerk.refused(beginUpload, { params: { nominationId }, body: { materialId, name: 'a.mov', bytes: 10, toConvert: true, ...more } })
  expect((await begin({ bytes: MOST_SOURCE_BYTES + 1 })).codes).toEqual(['file.tooLarge'])
  expect((await begin({ name: '机密-某某.mov' })).codes[0]).toMatch(/^secrecy\./u)
  expect((await begin({ materialId: 'portrait' })).codes).toEqual(['film.notFilm'])
})

test('the same film twice is converted once', async () => {
  await stand.does('slow')
  const nominationId = await nomination()
  await send(nominationId, big)
  const again = await send(nominationId, big, '又一次.mov')
  expect([again.state, again.findings.map((f) => f.code), (await lying()).filter((f) => !f.endsWith('.work')).length]).toEqual(['refused', ['film.twice'], 1])
  await clerk.ask(dropFilm, { params: { nominationId, filmId: (await only(nominationId)).filmId } })
})

test('one that stands as a material stands until the made one takes its place', async () => {
  const nominationId = await nomination()
  const { file } = await clerk.upload(nominationId, materialId, '合格.mp4', await once('other film', () => video('other', { seconds: 2, frames: 2 })))
  // As if it had been coded as telephones do: taken, with the note that some computers cannot play it.
  await at.services.db.rows(`UPDATE materials SET facts = facts || '{"codec":"hevc"}' WHERE id = $1`, [file!.fileId])
  const { filmId } = await clerk.ask(convertMaterial, { params: { nominationId, fileId: file!.fileId } })
  await becomes(nominationId, 'made')
  expect((await materials(nominationId)).map((m) => m.fileId)).toEqual([file!.fileId])
  await clerk.ask(takeFilm, { params: { nominationId, filmId } })
  expect((await materials(nominationId)).map((m) => [m.fileId === file!.fileId, m.facts['codec'], m.bytes])).toEqual([[false, 'avc', fit.byteLength]])
  expect((await acts(nominationId)).map((e) => e.act)).toEqual(['material.received', 'film.asked', 'film.made', 'film.taken'])
  await healthy()
})

test('rules that changed meanwhile are asked once more before a film is taken', async () => {
  const nominationId = await nomination()
  await send(nominationId, big)
  await becomes(nominationId, 'made')
  const params = { nominationId, filmId: (await only(nominationId)).filmId }
  await at.services.db.rows(`UPDATE film_conversions SET made_facts = made_facts || '{"width":640,"height":360}' WHERE id = $1`, [params.filmId])
  expect([(await clerk.refused(takeFilm, { params })).codes, await materials(nominationId)]).toEqual([['video.size'], []])
  await clerk.ask(dropFilm, { params })
})

test('whoever moved on takes no film, and has it back when it is handed back', async () => {
  const nominationId = await nomination()
  await send(nominationId, big)
  await becomes(nominationId, 'made')
  const params = { nominationId, filmId: (await only(nominationId)).filmId }
  await clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
  expect([(await clerk.refused(takeFilm, { params })).status, (await only(nominationId)).state]).toEqual([409, 'made'])
  // The approver reads how far it is, and acts on nothing.
  const approver = o.units[0]!.approver
  expect([(await approver.ask(listFilms, { params: { nominationId } })).films.length, (await approver.refused(takeFilm, { params })).status, (await o.units[1]!.clerk.refused(listFilms, { params: { nominationId } })).status]).toEqual([1, 404, 404])
  await approver.ask(handBack, { params: { nominationId }, body: { note: '请采用转好的视频（示例）' } })
  await clerk.ask(takeFilm, { params })
  expect([(await materials(nominationId)).length, await lying()]).toEqual([1, []])
})

test('a candidate has the own film converted and takes it, while the part is with the candidate', async () => {
  const nominationId = await nomination()
  const { code } = await clerk.ask(issueCode, { params: { nominationId } })
  const candidate = new Person(at.origin, 'candidate')
  await candidate.ask(redeemCode, { body: { code, password: 'a long password 1' } })
  await send(nominationId, big, 'IMG_0420.MOV', candidate)
  await becomes(nominationId, 'made')
  const { films: seen } = await candidate.ask(listFilms, { params: { nominationId } })
  const params = { nominationId, filmId: seen[0]!.filmId }
  expect((await candidate.ask(viewFilm, { params })).kind).toBe('film')
  // Given back, it is the unit's to take.
  await clerk.ask(takeBackPart, { params: { nominationId }, body: {} })
  expect([(await candidate.refused(takeFilm, { params })).status, (await candidate.refused(dropFilm, { params })).status]).toEqual([409, 409])
  await clerk.ask(askAgain, { params: { nominationId }, body: { note: '请采用转好的视频（示例）' } })
  await candidate.ask(takeFilm, { params })
  expect((await materials(nominationId)).map((m) => m.originalName)).toEqual(['IMG_0420.mp4'])
})

test('a film that takes the process down with it is given up after three tries', async () => {
  await stand.does('slow')
  const nominationId = await nomination()
  await send(nominationId, big)
  await becomes(nominationId, 'converting')
  const { filmId } = await only(nominationId)
  // As if three processes had died at it.
  await at.services.db.rows(`UPDATE film_conversions SET tries = 3 WHERE id = $1`, [filmId])
  await at.services.db.rows(`UPDATE jobs SET runner = gen_random_uuid(), leased_until = clock_timestamp() WHERE id = (SELECT job_id FROM film_conversions WHERE id = $1)`, [filmId])
  await becomes(nominationId, 'failed')
  expect((await only(nominationId)).findings.map((f) => f.code)).toEqual(['film.unexpected'])
  await expect.poll(() => livingWith(stand.folder), { timeout: 10_000 }).toEqual([])
  await clerk.ask(dropFilm, { params: { nominationId, filmId } })
})

test('what nobody takes for two weeks ends, and what no row speaks of goes', async () => {
  const nominationId = await nomination()
  await send(nominationId, await once('large film 2', () => video('u', { seconds: 2, frames: 2, width: 3840, height: 2160 })))
  await becomes(nominationId, 'made')
  const { filmId } = await only(nominationId)
  await at.services.db.rows(`UPDATE film_conversions SET made_at = made_at - interval '13 days' WHERE id = $1`, [filmId])
  await writeFile(join(at.services.filmsDir, 'left'), 'x')
  await tidy(at.services)
  // What has just been laid there may have its row on the way.
  expect([(await only(nominationId)).state, (await lying()).includes('left')]).toEqual(['made', true])
  await at.services.db.rows(`UPDATE film_conversions SET made_at = made_at - interval '2 days' WHERE id = $1`, [filmId])
  await tidy(at.services)
  expect([await films(nominationId), await lying()]).toEqual([[], ['left']])
  await tidy(at.services, Date.now() + 2 * 3_600_000)
  expect(await lying()).toEqual([])
})

// Last: what it purges is refused everywhere from here on.
test('a film that is found to be classified goes with what it was made of, and is seen by nobody meanwhile', async () => {
  const nominationId = await nomination()
  await send(nominationId, big)
  await becomes(nominationId, 'made')
  const { filmId } = await only(nominationId)
  const { fileId } = await clerk.ask(takeFilm, { params: { nominationId, filmId } })
  // Another unit has the very original waiting.
  await stand.does('slow')
  const other = (await o.units[1]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '罗静' } })).nominationId
  await send(other, big, 'IMG_1.MOV', o.units[1]!.clerk)
  await clerk.ask(reportFile, { params: { nominationId, fileId }, body: { level: null, page: null } })
  expect([await materials(nominationId), (await o.units[1]!.clerk.ask(listFilms, { params: { nominationId: other } })).films]).toEqual([[], []])
  const { items } = await o.office.ask(listQuarantine, { params: { campaignId } })
  const params = { campaignId, quarantineId: items[0]!.id }
  await o.office.ask(reportSpill, { params, body: { to: '云川省保密局（示例）' } })
  await o.office.ask(decideSpill, { params, body: { decision: 'purge', reason: '画面里有涉密设备（示例）' } })
  await o.second.ask(confirmSpill, { params })
  await expect.poll(async () => (await o.office.ask(listQuarantine, { params: { campaignId } })).items[0]!.state, { timeout: 20_000 }).toBe('purged')
  const left = await at.services.db.rows(`SELECT id FROM film_conversions WHERE nomination_id = ANY($1)`, [[nominationId, other]])
  await expect.poll(lying, { timeout: 10_000 }).toEqual([])
  expect([left, await at.services.db.rows(`SELECT sha256 FROM blobs WHERE bytes = $1`, [fit.byteLength])]).toEqual([[], []])
  await healthy()
})
