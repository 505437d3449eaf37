/** Files in a bucket of a real S3 server: nothing is referred to that was not read back, nothing is handed out that is not what its name says. */
import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { rulesOf } from '#core/campaign/definition'
import { s3Blobs } from '#server/blobs/s3-blobs'
import { scrubSome } from '#server/blobs/scrub'
import { s3Settings, type S3Settings } from '#server/blobs/s3-settings'
import { wordDocument } from '#server/demo/samples/office-files'
import { settleLeft } from '#server/uploads/settle-left'
import { definitionFor } from './dossier'
import { flipOneBit } from './flip-one-bit'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial } from './office'
import type { Person } from './person'

let folder: string
let store: S3rver
let settings: S3Settings
let at: Installation
let clerk: Person
let nominationId: string
let materialId: string
let made = 0

const serve = async (port = 0): Promise<number> => {
  store = new S3rver({ address: '127.0.0.1', port, silent: true, directory: join(folder, 'store'), vhostBuckets: false, configureBuckets: [{ name: 'xuanshu' }] })
  return (await store.run()).port
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xuanshu-s3-'))
  settings = { endpoint: `http://127.0.0.1:${await serve()}`, bucket: 'xuanshu', region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER', prefix: 'one/', cacheBytes: 10_000_000 }
  at = await freshInstallation({ s3: settings })
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  clerk = o.units[0]!.clerk
  materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'document' && m.file.formats.includes('docx') && m.max === 1)!.id
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})
afterAll(async () => {
  await at?.close()
  await store?.close()
  await rm(folder, { recursive: true, force: true })
})

const document = () => wordDocument(`s3 ${made++}`, { title: `表 ${made}`, rows: [['姓名', '示例']] })
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const copies = () => join(at.dataDir, 'copies')
const forgetCopies = () => rm(copies(), { recursive: true, force: true })
const objectOf = (sha256: string) => join(folder, 'store', 'xuanshu', 'one', sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}._S3rver_object`)
const download = async (fileId: string): Promise<{ status: number; bytes: Buffer }> => {
  const answer = await fetch(`${at.origin}/api/nominations/${nominationId}/materials/${fileId}/content`, { headers: { cookie: `xuanshu_session=${clerk.token}` } })
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test('what a unit hands in stands in the bucket and not in the data folder; it is given back byte by byte, also where no copy is left', async () => {
  const bytes = await document()
  const { state, file } = await clerk.upload(nominationId, materialId, '表.docx', bytes)
  expect([state, await readFile(objectOf(sumOf(bytes))), await readdir(join(at.dataDir, 'blobs'))]).toEqual(['kept', bytes, []])
  expect(await download(file!.fileId)).toEqual({ status: 200, bytes })
  await forgetCopies()
  expect(await download(file!.fileId)).toEqual({ status: 200, bytes })
  expect(await scrubSome(at.services, 0)).toEqual([])
})

test('a bit that flips in the bucket is found by the reading at night, never handed out, and mended by the same file', async () => {
  const bytes = await document()
  const { file } = await clerk.upload(nominationId, materialId, '表.docx', bytes)
  await flipOneBit(objectOf(sumOf(bytes)))
  await forgetCopies()
  expect((await download(file!.fileId)).status).toBe(503)
  expect(await scrubSome(at.services, 0)).toEqual([sumOf(bytes)])
  const damaged = async () => (await clerk.ask(readNomination, { params: { nominationId } })).findings.filter((f) => f.code === 'file.damaged').length
  expect(await damaged()).toBe(1)
  await clerk.upload(nominationId, materialId, '表.docx', bytes)
  expect([await damaged(), await scrubSome(at.services, 0), await download(file!.fileId)]).toEqual([0, [], { status: 200, bytes }])
})

test('while the store is away an upload is told so and kept here; when it is back, it is settled by itself', async () => {
  const bytes = await document()
  const port = Number(new URL(settings.endpoint).port)
  const { uploadId, url } = await clerk.ask(beginUpload, { params: { nominationId }, body: { materialId, name: '表.docx', bytes: bytes.byteLength } })
  await store.close()
  const answer = await clerk.raw('PATCH', url, bytes, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
  expect([answer.status, answer.text.includes('文件存储暂时连不上')]).toEqual([503, true])
  await serve(port)
  await at.services.db.rows(`UPDATE uploads SET settling_until = clock_timestamp() - interval '1 second' WHERE id = $1`, [uploadId])
  await settleLeft(at.services, (error) => { throw error })
  expect([(await clerk.ask(uploadState, { params: { nominationId, uploadId } })).state, await readFile(objectOf(sumOf(bytes)))]).toEqual(['kept', bytes])
})

test('a key that the store does not know puts nothing there', async () => {
  const bytes = await document()
  const stranger = s3Blobs({ ...settings, accessKey: 'unknown' }, join(folder, 'stranger'))
  await expect(stranger.put(bytes)).rejects.toMatchObject({ code: 'unavailable', cause: { message: 'S3: 403 InvalidAccessKeyId' } })
  await expect(readFile(objectOf(sumOf(bytes)))).rejects.toThrow('ENOENT')
})

/** Signature Version 4 of a request as it arrived (Amazon S3 API Reference, “Authenticating Requests: Using the Authorization Header”). */
const signatureOf = ({ method, url, headers }: IncomingMessage, secret: string): string => {
  const [, day, region, service] = /Credential=[^/]+\/(\d+)\/([^/]+)\/([^/]+)\//u.exec(headers.authorization!)!
  const signed = /SignedHeaders=([^,]+)/u.exec(headers.authorization!)![1]!
  const canonical = [method, url, '', ...signed.split(';').map((name) => `${name}:${String(headers[name])}`), '', signed, headers['x-amz-content-sha256']].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/${service}/aws4_request`, sumOf(Buffer.from(canonical))].join('\n')
  const key = [day!, region!, service!, 'aws4_request'].reduce<string | Buffer>((k, part) => createHmac('sha256', k).update(part).digest(), `AWS4${secret}`)
  return createHmac('sha256', key).update(toSign).digest('hex')
}

test('mutant: a store that keeps other bytes than it was sent, and says that all is well, is not believed', async () => {
  const bytes = await document()
  const asked: (string | boolean)[] = []
  const liar: Server = createServer((request, answer) => {
    asked.push(request.method!, request.headers.authorization!.endsWith(`Signature=${signatureOf(request, settings.secretKey)}`))
    request.resume().on('end', () => answer.end(request.method === 'GET' ? bytes.subarray(1) : ''))
  })
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve))
  const blobs = s3Blobs({ ...settings, endpoint: `http://127.0.0.1:${(liar.address() as AddressInfo).port}` }, join(folder, 'liar'))
  await expect(blobs.put(bytes)).rejects.toMatchObject({ code: 'unavailable' })
  // The server of the other tests does not compute signatures: here what arrived is signed anew, by the book.
  expect(asked).toEqual(['PUT', true, 'GET', true, 'DELETE', true])
  liar.close()
})

test('a body that breaks off is the store’s fault and not the file’s: told as away, never as damaged, and no half copy stays', async () => {
  const bytes = await document()
  const broken: Server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-length': bytes.byteLength })
    answer.write(bytes.subarray(0, 4000), () => answer.destroy())
  })
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve))
  const blobs = s3Blobs({ ...settings, endpoint: `http://127.0.0.1:${(broken.address() as AddressInfo).port}` }, join(folder, 'broken'))
  await expect(blobs.local(sumOf(bytes))).rejects.toMatchObject({ code: 'unavailable', detail: {} })
  await expect(blobs.sumNow(sumOf(bytes))).rejects.toMatchObject({ code: 'unavailable', detail: {} })
  expect(await readdir(join(folder, 'broken'))).toEqual([])
  broken.close()
})

test('copies take no more room than they may; the longest unread go', async () => {
  const files = await Promise.all(Array.from({ length: 6 }, document))
  const room = files[0]!.byteLength * 4
  const small = s3Blobs({ ...settings, cacheBytes: room }, join(folder, 'small'))
  for (const bytes of files) await small.put(bytes)
  const left = await readdir(join(folder, 'small'))
  expect([left.includes(sumOf(files[5]!)), left.includes(sumOf(files[0]!)), left.length <= 4]).toEqual([true, false, true])
  expect(await readFile(await small.local(sumOf(files[0]!)))).toEqual(files[0])
})

test('settings that are half there are refused by name; none at all is the disk', () => {
  expect(s3Settings({})).toBeNull()
  expect(() => s3Settings({ XUANSHU_S3_ENDPOINT: 'https://s3.example.org', XUANSHU_S3_BUCKET: 'b' })).toThrow(/XUANSHU_S3_ACCESS_KEY.*XUANSHU_S3_SECRET_KEY/)
  expect(s3Settings({ XUANSHU_S3_ENDPOINT: 'https://s3.example.org/', XUANSHU_S3_BUCKET: 'b', XUANSHU_S3_ACCESS_KEY: 'k', XUANSHU_S3_SECRET_KEY: 's' }))
    .toEqual({ endpoint: 'https://s3.example.org', bucket: 'b', accessKey: 'k', secretKey: 's', region: 'us-east-1', prefix: '', cacheBytes: 20_000_000_000 })
})
