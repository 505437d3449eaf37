/** The database goes away and comes back; the disk is full and is emptied: told in words, nothing half written, and all goes on by itself. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, readNomination, saveDraft } from '#contract/operations/nominations'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { startPostgres, type RunningPostgres } from '#server/postgres/start'
import { photo } from '#server/demo/samples/photo'
import { openDatabase } from '#server/store/database'
import { invariants } from '#server/store/invariants'
import { idNumber } from '../server/dossier'
import { installationOn } from '../server/installation'
import { openOffice, openProvincial } from '../server/office'
import { Person } from '../server/person'
import { temporaryFolder, type TemporaryFolder } from '../server/temporary-folder'
import { buildProduct, startProduct, type Product } from './product'

let folder: TemporaryFolder
let postgres: RunningPostgres
let program: string
let campaignId: string
let token: string
beforeAll(async () => {
  program = await buildProduct('outage')
  folder = await temporaryFolder()
  postgres = await startPostgres({ dataDir: `${folder.path}/postgres`, say: () => undefined })
  const at = await installationOn(postgres.url, folder.path)
  const o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o)
  token = o.units[0]!.clerk.token
  await at.stop()
}, 120_000)
afterAll(async () => {
  await postgres.stop()
  await folder.remove()
})
const clerkAt = (product: Product) => new Person(product.origin, 'clerk').holding(token)
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 30_000; !(await holds().catch(() => false)); await pause(100)) if (Date.now() > end) throw new Error('it did not come about in 30 s')
}
const ready = async (product: Product) => (await new Person(product.origin).raw('GET', '/readyz')).status

test('while the database is away every request is told so in words with when to try again; when it is back, all goes on by itself', async () => {
  const product = await startProduct(program, [folder.path, postgres.url])
  const clerk = clerkAt(product)
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
  const { version } = await clerk.ask(readNomination, { params: { nominationId } })
  expect(await ready(product)).toBe(200)
  await postgres.stop()
  const [save, read, page, health, alive] = [
    await clerk.send(saveDraft, { params: { nominationId }, body: { version, fields: { honours: '写在断开时。' } } }), await clerk.send(readNomination, { params: { nominationId } }),
    await clerk.raw('GET', '/p/2026-abcd'), await clerk.raw('GET', '/readyz'), await clerk.raw('GET', '/livez')]
  expect([save, read, page, health, alive].map((a) => a.status)).toEqual([503, 503, 503, 503, 200])
  for (const a of [save, read, page]) expect([Number(a.headers.get('retry-after')) > 0, (JSON.parse(a.text) as { words: { zh: string } }).words.zh.includes('数据库暂时连不上')]).toEqual([true, true])
  expect([save, health].filter((a) => a.text.includes(folder.path) || a.text.includes('postgres://'))).toEqual([])
  postgres = await startPostgres({ dataDir: `${folder.path}/postgres`, say: () => undefined })
  await until(async () => (await ready(product)) === 200)
  const after = await clerk.ask(readNomination, { params: { nominationId } })
  expect([after.version, after.fields['honours']]).toEqual([version, undefined])
  expect((await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: { honours: '写在恢复后。' } } })).version).toBe(version + 1)
  await product.kill()
}, 90_000)

test('on a full disk an upload is refused as such, nothing of it is kept, and with room it goes on from where it stopped', async () => {
  const picture = await photo('t1')
  const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
  let product = await startProduct(program, [folder.path, postgres.url], 1024)
  const clerk = clerkAt(product)
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
  const { url, uploadId } = await clerk.ask(beginUpload, { params: { nominationId }, body: { materialId: 'photos', name: 'a.jpg', bytes: picture.byteLength } })
  const full = await clerk.raw('PATCH', url, picture, headers)
  expect([full.status, full.text.includes('存储空间不足')]).toEqual([507, true])
  expect(await clerk.ask(uploadState, { params: { nominationId, uploadId } })).toMatchObject({ state: 'receiving', file: null })
  expect((await readdir(join(folder.path, 'blobs'), { recursive: true, withFileTypes: true })).filter((f) => f.isFile())).toEqual([])
  // The product itself lives on, and what needs no room still works.
  expect([await ready(product), (await clerk.send(readNomination, { params: { nominationId } })).status]).toEqual([200, 200])
  await product.kill()
  product = await startProduct(program, [folder.path, postgres.url])
  const again = clerkAt(product)
  const offset = Number((await again.raw('HEAD', url, undefined, { 'tus-resumable': '1.0.0' })).headers.get('upload-offset'))
  expect([offset, (await stat(join(folder.path, 'uploads', uploadId))).size]).toEqual([1024 * 1024, 1024 * 1024])
  const rest = await again.raw('PATCH', url, picture.subarray(offset), { ...headers, 'upload-offset': String(offset) })
  expect([rest.status, (await again.ask(uploadState, { params: { nominationId, uploadId } })).state]).toEqual([204, 'kept'])
  const { fileId } = (await again.ask(readNomination, { params: { nominationId } })).materials[0]!
  const back = await fetch(`${product.origin}/api/nominations/${nominationId}/materials/${fileId}/content`, { headers: { cookie: `xuanshu_session=${token}` } })
  expect(Buffer.from(await back.arrayBuffer()).equals(picture)).toBe(true)
  const db = openDatabase(postgres.url)
  expect((await Promise.all(invariants.map((i) => db.rows(i.sql)))).flat()).toEqual([])
  await db.close()
  await product.kill()
}, 90_000)

test('the log says what was asked and never what was written: no number, phone, password or session', async () => {
  process.env['XUANSHU_TEST_LOG'] = 'info'
  const product = await startProduct(program, [folder.path, postgres.url])
  delete process.env['XUANSHU_TEST_LOG']
  const clerk = clerkAt(product)
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '顾青禾' } })
  const { version } = await clerk.ask(readNomination, { params: { nominationId } })
  const secrets = { idNumber: idNumber('1984-03-12', 9), phone: '10000000099', email: 'secret-nine@example.org' }
  await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: secrets } })
  await clerk.raw('PATCH', `/api/nominations/${nominationId}`, { version: 'x', fields: secrets })
  await clerk.raw('POST', '/api/session', { login: 'clerk1', password: 'my secret password' })
  await pause(200)
  const log = product.said()
  expect([log.includes(nominationId), [...Object.values(secrets), 'my secret password', '顾青禾', token].filter((s) => log.includes(s))]).toEqual([true, []])
  await product.kill()
}, 60_000)
