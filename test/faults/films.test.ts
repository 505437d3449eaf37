/** A conversion outlives its process: killed in the middle, no program is left behind, the original lies where it lay, and the next process makes the film once. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFilms, takeFilm } from '#contract/operations/films'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { beginUpload } from '#contract/operations/uploads'
import { rulesOf } from '#core/campaign/definition'
import { video } from '#server/demo/samples/video'
import { openDatabase } from '#server/store/database'
import { invariants } from '#server/store/invariants'
import { definitionFor, once } from '../server/dossier'
import { freshDatabase } from '../server/fresh-database'
import { installationOn } from '../server/installation'
import { livingWith } from '../server/living'
import { openOffice, openProvincial } from '../server/office'
import { Person } from '../server/person'
import { standInFfmpeg, type StandIn } from '../server/stand-in-ffmpeg'
import { temporaryFolder } from '../server/temporary-folder'
import { buildProduct, startProduct } from './product'

let program: string
let stand: StandIn
beforeAll(async () => {
  program = await buildProduct('films')
  stand = await standInFfmpeg(await once('video 1', () => video('t', { seconds: 2, frames: 2 })))
}, 120_000)
afterAll(() => stand.remove())

test('killed while a film is converted: nothing is left running, nothing is lost, and it is made once', async () => {
  const [folder, database] = [await temporaryFolder(), await freshDatabase()]
  const at = await installationOn(database.url, folder.path)
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  const materialId = rulesOf(await definitionFor(o.units[0]!.clerk, campaignId), 'material').find((m) => m.file.type === 'video')!.id
  await at.stop()
  const env = { XUANSHU_TEST_PROGRAMS: '1', XUANSHU_FFMPEG: join(stand.folder, 'ffmpeg'), XUANSHU_SOFFICE: 'off' }
  await stand.does('slow')
  let product = await startProduct(program, [folder.path, database.url], undefined, env)
  let clerk = new Person(product.origin, 'clerk').holding(o.units[0]!.clerk.token)
  const big = await once('large film', () => video('t', { seconds: 2, frames: 2, width: 3840, height: 2160, container: 'mov' }))
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
  const params = { nominationId }
  const { url } = await clerk.ask(beginUpload, { params, body: { materialId, name: 'IMG_0420.MOV', bytes: big.byteLength, toConvert: true } })
  await clerk.raw('PATCH', url, big, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
  const films = async () => (await clerk.ask(listFilms, { params })).films
  await expect.poll(async () => (await films())[0]?.share ?? 0, { timeout: 30_000 }).toBeGreaterThan(0)
  const { filmId } = (await films())[0]!
  expect((await livingWith(stand.folder)).length).toBe(2)
  await product.kill()
  await expect.poll(() => livingWith(stand.folder), { timeout: 10_000 }).toEqual([])
  expect((await readFile(join(folder.path, 'films', filmId))).equals(big)).toBe(true)

  await stand.does('good')
  product = await startProduct(program, [folder.path, database.url], undefined, env)
  clerk = new Person(product.origin, 'clerk').holding(o.units[0]!.clerk.token)
  await expect.poll(async () => (await films()).map((f) => f.state), { timeout: 60_000, interval: 200 }).toEqual(['made'])
  await clerk.ask(takeFilm, { params: { ...params, filmId } })
  expect((await clerk.ask(readNomination, { params })).materials.map((m) => m.originalName)).toEqual(['IMG_0420.mp4'])
  await product.kill()
  const db = openDatabase(database.url, 2)
  const acts = await db.rows<{ act: string }>(`SELECT entry->>'act' AS act FROM ledger_entries WHERE entry->>'act' LIKE 'film.%' ORDER BY position`)
  expect(acts.map((e) => e.act)).toEqual(['film.asked', 'film.made', 'film.taken'])
  for (const i of invariants) expect([i.name, await db.rows(i.sql)]).toEqual([i.name, []])
  await db.close()
  await database.drop()
  await folder.remove()
}, 300_000)

// The kill above is the harder end: of the long run (decision 068).
test.runIf(process.env['XUANSHU_LONG'] === '1')('stopped as an operator stops it: the film waits for the next start, and the try is not held against it', async () => {
  const [folder, database] = [await temporaryFolder(), await freshDatabase()]
  await stand.does('slow')
  const at = await installationOn(database.url, folder.path, { programs: stand.programs })
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  const { clerk } = o.units[0]!
  const materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'video')!.id
  const params = { nominationId: (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId }
  const big = await once('large film', () => video('t', { seconds: 2, frames: 2, width: 3840, height: 2160, container: 'mov' }))
  const { url } = await clerk.ask(beginUpload, { params, body: { materialId, name: 'IMG_0420.MOV', bytes: big.byteLength, toConvert: true } })
  await clerk.raw('PATCH', url, big, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
  await expect.poll(async () => (await clerk.ask(listFilms, { params })).films[0]?.share ?? 0, { timeout: 30_000 }).toBeGreaterThan(0)
  await at.stop()
  // What was ended is gone when the system has buried it.
  await expect.poll(() => livingWith(stand.folder), { timeout: 10_000 }).toEqual([])
  const db = openDatabase(database.url, 2)
  expect(await db.row(`SELECT f.tries, f.share, j.state, j.runner FROM film_conversions f JOIN jobs j ON j.id = f.job_id`)).toEqual({ tries: 0, share: 0, state: 'waiting', runner: null })
  await db.close()
  await database.drop()
  await folder.remove()
}, 120_000)
