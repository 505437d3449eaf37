/** Requests as no browser of ours makes them: the upload protocol misused, uploads begun by the thousand, odd content types, forged hosts. */
import { stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination } from '#contract/operations/nominations'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { signIn } from '#contract/operations/sign-in'
import { rulesOf } from '#core/campaign/definition'
import { definitionFor } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial } from './office'
import type { Person } from './person'

let at: Installation
let clerk: Person
let nominationId: string
let materialId: string
beforeAll(async () => {
  at = await freshInstallation()
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  clerk = o.units[0]!.clerk
  materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'document')!.id
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})
afterAll(() => at.close())

const begin = (bytes = 1000) => clerk.ask(beginUpload, { params: { nominationId }, body: { materialId, name: '表.docx', bytes } })
const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' }
const offsetOf = async (uploadId: string) => (await clerk.ask(uploadState, { params: { nominationId, uploadId } })).offset

test('the upload protocol misused: a wrong, negative or absent offset, no version, a foreign method; nothing is written', async () => {
  const { url, uploadId } = await begin()
  const bytes = Buffer.alloc(1000)
  const said = []
  for (const headers of [{ ...tus, 'upload-offset': '500' }, { ...tus, 'upload-offset': '-1' }, { ...tus, 'upload-offset': '1e3' }, tus, { ...tus, 'upload-offset': '0', 'tus-resumable': '0.2.2' }, { ...tus, 'upload-offset': '0', 'content-type': 'application/json' }])
    said.push((await clerk.raw('PATCH', url, bytes, headers)).status)
  expect(said.every((status) => status >= 400 && status < 500)).toBe(true)
  for (const method of ['POST', 'DELETE', 'PUT']) expect((await clerk.raw(method, url, bytes, { ...tus, 'upload-offset': '0' })).status).toBe(404)
  // Opening and joining uploads by the protocol itself is shut: only the product's own operation opens one.
  for (const headers of [{ 'upload-length': '-5' }, { 'upload-length': '99999999999999999999' }, { 'upload-length': '5', 'upload-concat': 'final;/api/uploads/../../etc/passwd' }, { 'upload-length': '5', 'upload-metadata': 'filename Li4vLi4vZXRjL3Bhc3N3ZA==' }])
    expect((await clerk.raw('POST', '/api/uploads', undefined, { 'tus-resumable': '1.0.0', ...headers } as Record<string, string>)).status).toBe(404)
  expect([await offsetOf(uploadId), (await stat(join(at.services.stagingDir, uploadId))).size]).toEqual([0, 0])
})

test('a length below nothing or beyond every number is refused with words', async () => {
  for (const bytes of [-1, 1.5, Number.MAX_VALUE]) expect((await clerk.send(beginUpload, { params: { nominationId }, body: { materialId, name: '表.docx', bytes } })).status, String(bytes)).toSatisfy((s: number) => s === 400 || s === 422)
})

test('a forged host is in no answer, no address and no cookie', async () => {
  const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7', forwarded: 'host=evil.example;proto=https' }
  const { url } = await begin()
  const answers = [await clerk.raw('HEAD', url, undefined, { ...tus, ...forged }), await clerk.raw('GET', '/', undefined, forged), await clerk.raw('GET', '/api/openapi.json', undefined, forged), await clerk.raw('POST', signIn.path, { login: 'clerk1', password: 'wrong' }, forged)]
  expect(answers.filter((a) => /evil\.example|203\.0\.113/u.test(a.text + JSON.stringify([...a.headers])))).toEqual([])
})

test('a content type that only begins like JSON is not read as JSON', async () => {
  const { port } = new URL(at.origin)
  const ask = (type: string): Promise<number> => new Promise((resolve, reject) => {
    const body = JSON.stringify({ login: 'clerk1', password: 'a long password 1' })
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`POST ${signIn.path} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type:${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`))
    let heard = ''
    socket.on('data', (d) => { heard += d.toString('latin1') }).on('end', () => resolve(Number(heard.slice(9, 12)))).on('error', reject)
  })
  expect(await ask(' application/json')).toBe(200)
  for (const type of [' application/json\ta', ' application/jsonx', ' text/plain', ' application/x-www-form-urlencoded', '']) expect([type, await ask(type)]).toEqual([type, expect.toSatisfy((s: number) => s >= 400 && s < 500)])
})

test('uploads begun and never finished come to an end: the 201st of a nomination is refused, others are not disturbed, and one finished makes room', async () => {
  await at.services.db.rows(`INSERT INTO uploads (id, nomination_id, account_id, material_id, name, bytes, state) SELECT gen_random_uuid(), nomination_id, account_id, material_id, name, bytes, 'receiving' FROM uploads, generate_series(1, 300) LIMIT 200 - (SELECT count(*) FROM uploads WHERE state = 'receiving')`)
  const refused = await clerk.refused(beginUpload, { params: { nominationId }, body: { materialId, name: '表.docx', bytes: 10 } })
  expect([refused.status, refused.problem.words.zh.includes('200 个上传只开了头')]).toEqual([429, true])
  await at.services.db.rows(`UPDATE uploads SET state = 'refused' WHERE id = (SELECT id FROM uploads WHERE state = 'receiving' LIMIT 1)`)
  expect((await begin()).url).toMatch(/^\/api\/uploads\//u)
})
