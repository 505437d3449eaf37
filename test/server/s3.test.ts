/** Files in a bucket of a real S3 server: nothing is referred to that was not read back, nothing is handed out that is not what its name says. */
import { AwsClient } from 'aws4fetch'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { confirmSpill, decideSpill, listQuarantine, reportFile, reportSpill } from '#contract/operations/secrecy'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { viewMaterial } from '#contract/operations/views'
import { rulesOf } from '#core/campaign/definition'
import { s3Client } from '#server/blobs/s3-client'
import { s3Blobs } from '#server/blobs/s3-blobs'
import { scrubSome } from '#server/blobs/scrub'
import { s3Settings } from '#server/blobs/s3-settings'
import { wordDocument } from '#server/demo/samples/office-files'
import { settleLeft } from '#server/uploads/settle-left'
import { definitionFor, fileFor } from './dossier'
import { flipOneBit } from './flip-one-bit'
import { freshInstallation, type Installation } from './installation'
import { keptIn, s3rverStore, settingsAt, sumOf, type ObjectStore } from './object-stores'
import { openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'
import { swiftInstalled, swiftPackages, swiftStore } from './swift-store'

const long = process.env['XUANSHU_LONG'] === '1'
if (long && !swiftInstalled) process.stdout.write(`OpenStack Swift is not installed here; files are tried against the S3 server of npm alone (${swiftPackages})\n`)
/** One list of questions, two stores; the second in the long run, where it is installed. */
const stores: readonly (readonly [string, () => Promise<ObjectStore>, { readonly checksSignatures: boolean }])[] = [
  ['s3rver', s3rverStore, { checksSignatures: false }],
  ...(long && swiftInstalled ? [['OpenStack Swift', swiftStore, { checksSignatures: true }] as const] : []),
]

/** More than there is room for copies. */
const FILM_BYTES = long ? 64 << 20 : 11 << 20

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'xuanshu-s3-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

let made = 0
const document = () => wordDocument(`s3 ${made++}`, { title: `表 ${made}`, rows: [['姓名', '示例']] })

describe.each(stores)('%s', (name, open, { checksSignatures }) => {
  let store: ObjectStore
  let at: Installation
  let o: Office
  let clerk: Person
  let campaignId: string
  let nominationId: string
  let materialId: string
  beforeAll(async () => {
    store = await open()
    at = await freshInstallation({ s3: store.settings })
    o = await openOffice(at, 1)
    campaignId = await openProvincial(at, o)
    clerk = o.units[0]!.clerk
    materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'document' && m.file.formats.includes('docx') && m.max === 1)!.id
    nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
  })
  afterAll(async () => {
    await at?.close()
    await store?.close()
  })

  const copies = () => join(at.dataDir, 'copies')
  const forgetCopies = () => rm(copies(), { recursive: true, force: true })
  const keyOf = (sum: string) => `one/${sum.slice(0, 2)}/${sum.slice(2, 4)}/${sum}`
  /** By another program's way of asking. */
  const bucket = async (method: string, path: string) => {
    const { settings: { accessKey, secretKey, region, endpoint } } = store
    return new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: 0 }).fetch(`${endpoint}/xuanshu${path}`, { method })
  }
  const keys = async (): Promise<string[]> => [...(await (await bucket('GET', '?list-type=2&prefix=one%2F')).text()).matchAll(/<Key>([^<]+)<\/Key>/gu)].map((m) => m[1]!)
  const fetched = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${at.origin}${path}`, { headers: { cookie: `xuanshu_session=${clerk.token}`, ...headers } })
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const download = (fileId: string) => fetched(`/api/nominations/${nominationId}/materials/${fileId}/content`)

  test('what a unit hands in stands in the bucket and not in the data folder; it is given back byte by byte, also where no copy is left', async () => {
    const bytes = await document()
    const { state, file } = await clerk.upload(nominationId, materialId, '表.docx', bytes)
    expect([state, await keptIn(store, bytes) === null, await readdir(join(at.dataDir, 'blobs'))]).toEqual(['kept', false, []])
    const head = await bucket('HEAD', `/${keyOf(sumOf(bytes))}`)
    expect([await keys(), head.status, head.headers.get('content-length')]).toEqual([[keyOf(sumOf(bytes))], 200, String(bytes.byteLength)])
    expect(await download(file!.fileId)).toEqual({ status: 200, bytes })
    await forgetCopies()
    expect(await download(file!.fileId)).toEqual({ status: 200, bytes })
    expect(await scrubSome(at.services, 0)).toEqual([])
  })

  test('a film larger than all the room for copies goes there and comes back, whole and by its parts, also where no copy is left', async () => {
    const rule = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'video')!
    const box = Buffer.from('\0\0\0\0free', 'latin1')
    box.writeUInt32BE(FILM_BYTES + 8)
    const film = Buffer.concat([(await fileFor(rule)).bytes, box, randomBytes(FILM_BYTES)])
    const { state, file } = await clerk.upload(nominationId, rule.id, '门诊.mp4', film)
    await forgetCopies()
    const { address } = await clerk.ask(viewMaterial, { params: { nominationId, fileId: file!.fileId } })
    const part = await fetched(`${address}/film`, { range: `bytes=${film.length - 1000}-${film.length - 901}` })
    expect([state, part.status, part.bytes.equals(film.subarray(-1000, -900))]).toEqual(['kept', 206, true])
    await forgetCopies()
    const whole = await download(file!.fileId)
    expect([whole.status, sumOf(whole.bytes), await at.services.blobs.sumNow(sumOf(film))]).toEqual([200, sumOf(film), sumOf(film)])
  })

  test('a bit that flips in the bucket is found by the reading at night, never handed out, and mended by the same file', async () => {
    const bytes = await document()
    const { file } = await clerk.upload(nominationId, materialId, '表.docx', bytes)
    await flipOneBit((await keptIn(store, bytes))!)
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
    const { uploadId, url } = await clerk.ask(beginUpload, { params: { nominationId }, body: { materialId, name: '表.docx', bytes: bytes.byteLength } })
    await store.stop()
    const answer = await clerk.raw('PATCH', url, bytes, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
    expect([answer.status, answer.text.includes('文件存储暂时连不上')]).toEqual([503, true])
    await store.start()
    await at.services.db.rows(`UPDATE uploads SET settling_until = clock_timestamp() - interval '1 second' WHERE id = $1`, [uploadId])
    await settleLeft(at.services, (error) => { throw error })
    expect([(await clerk.ask(uploadState, { params: { nominationId, uploadId } })).state, await keptIn(store, bytes) === null]).toEqual(['kept', false])
  })

  test('a key that the store does not know, or a wrong secret where it looks at it, puts nothing there and takes nothing out', async () => {
    const [bytes, there] = [await document(), await document()]
    const own = s3Blobs(store.settings, join(folder, name, 'own'))
    await own.put(there)
    for (const wrong of [{ accessKey: 'unknown' }, ...(checksSignatures ? [{ secretKey: 'a wrong secret' }] : [])]) {
      const stranger = s3Blobs({ ...store.settings, ...wrong }, join(folder, name, `stranger ${Object.keys(wrong)[0]!}`))
      const refused = { code: 'unavailable', cause: { message: expect.stringMatching(/^S3: 403 (InvalidAccessKeyId|SignatureDoesNotMatch)$/u) } }
      await expect(stranger.put(bytes)).rejects.toMatchObject(refused)
      await expect(stranger.local(sumOf(there))).rejects.toMatchObject(refused)
      await expect(stranger.discard(sumOf(there))).rejects.toMatchObject(refused)
    }
    expect([await keptIn(store, bytes), await keptIn(store, there) === null]).toEqual([null, false])
  })

  // The other server keeps what it is sent; there the reading back finds it.
  if (checksSignatures) test('bytes that are not those that were signed are refused, and nothing of them is kept', async () => {
    const [signed, sent] = [await document(), await document()]
    await expect(s3Client(store.settings).put({ sha256: sumOf(signed), bytes: sent.byteLength }, Readable.from([sent]))).rejects.toMatchObject({ code: 'unavailable', cause: { message: expect.stringMatching(/^S3: 400 /u) } })
    expect([await keptIn(store, sent), (await keys()).includes(keyOf(sumOf(signed)))]).toEqual([null, false])
  })

  test('what is discarded is in the bucket no more, nor in a copy; what is beside it stays, and discarding it again is nothing', async () => {
    const [gone, stays] = [await document(), await document()]
    const own = s3Blobs(store.settings, join(folder, name, 'discarding'))
    for (const bytes of [gone, stays]) await own.put(bytes)
    await own.discard(sumOf(gone))
    expect([await keptIn(store, gone), await keptIn(store, stays) === null, (await bucket('HEAD', `/${keyOf(sumOf(gone))}`)).status]).toEqual([null, false, 404])
    expect([(await keys()).filter((k) => k === keyOf(sumOf(gone)) || k === keyOf(sumOf(stays))), await readdir(join(folder, name, 'discarding'))]).toEqual([[keyOf(sumOf(stays))], [sumOf(stays)]])
    expect(await own.sumNow(sumOf(gone))).toBe(null)
    await expect(own.local(sumOf(gone))).rejects.toMatchObject({ detail: { spoilt: true } })
    await own.discard(sumOf(gone))
    expect(await readFile(await own.local(sumOf(stays)))).toEqual(stays)
  })

  test('a file that two persons purge leaves the bucket, and its copies here', async () => {
    const bytes = await document()
    const { file } = await clerk.upload(nominationId, materialId, '表.docx', bytes)
    await clerk.ask(reportFile, { params: { nominationId, fileId: file!.fileId }, body: { level: '机密', page: null } })
    const items = async () => (await o.office.ask(listQuarantine, { params: { campaignId } })).items
    const params = { campaignId, quarantineId: (await items())[0]!.id }
    await o.office.ask(reportSpill, { params, body: { to: '云川省保密局（示例）' } })
    await o.office.ask(decideSpill, { params, body: { decision: 'purge', reason: '单位保密办确认涉密（示例）' } })
    await o.second.ask(confirmSpill, { params })
    while ((await items())[0]!.doneAt === null) await new Promise((resolve) => setTimeout(resolve, 50))
    expect([await keptIn(store, bytes), (await keys()).includes(keyOf(sumOf(bytes))), (await readdir(copies())).includes(sumOf(bytes))]).toEqual([null, false, false])
  })
})

const settings = settingsAt(1, { accessKey: 'key', secretKey: 'secret' })

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
  const store = await s3rverStore()
  const files = await Promise.all(Array.from({ length: 6 }, document))
  const room = files[0]!.byteLength * 4
  const small = s3Blobs({ ...store.settings, cacheBytes: room }, join(folder, 'small'))
  for (const bytes of files) await small.put(bytes)
  const left = await readdir(join(folder, 'small'))
  expect([left.includes(sumOf(files[5]!)), left.includes(sumOf(files[0]!)), left.length <= 4]).toEqual([true, false, true])
  expect(await readFile(await small.local(sumOf(files[0]!)))).toEqual(files[0])
  await store.close()
})

test('settings that are half there are refused by name; none at all is the disk', () => {
  expect(s3Settings({})).toBeNull()
  expect(() => s3Settings({ XUANSHU_S3_ENDPOINT: 'https://s3.example.org', XUANSHU_S3_BUCKET: 'b' })).toThrow(/XUANSHU_S3_ACCESS_KEY.*XUANSHU_S3_SECRET_KEY/)
  expect(s3Settings({ XUANSHU_S3_ENDPOINT: 'https://s3.example.org/', XUANSHU_S3_BUCKET: 'b', XUANSHU_S3_ACCESS_KEY: 'k', XUANSHU_S3_SECRET_KEY: 's' }))
    .toEqual({ endpoint: 'https://s3.example.org', bucket: 'b', accessKey: 'k', secretKey: 's', region: 'us-east-1', prefix: '', cacheBytes: 20_000_000_000 })
})
