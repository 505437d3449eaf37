/** Every refusal of a file, told by a file that differs in that one point and goes straight to the server, past any browser. Nothing of it is kept. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { buffer } from 'node:stream/consumers'
import { createNomination, readNomination, saveDraft } from '#contract/operations/nominations'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { scriptPdf } from '#server/demo/samples/broken-files'
import { playSlower } from '#server/demo/samples/film-header'
import { wordDocument } from '#server/demo/samples/office-files'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { video } from '#server/demo/samples/video'
import { definitionFor, once } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial } from './office'
import type { Person } from './person'

let at: Installation
let clerk: Person
let definition: ResolvedDefinition
let nominationId: string
beforeAll(async () => {
  at = await freshInstallation()
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  clerk = o.units[0]!.clerk
  definition = await definitionFor(clerk, campaignId)
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})
afterAll(() => at.close())

const rule = (which: (m: ReturnType<typeof materials>[number]) => boolean) => materials().find(which)!
const materials = () => rulesOf(definition, 'material')
const scan = () => rule((m) => m.file.type === 'document' && m.file.stamped)
const word = () => rule((m) => m.file.type === 'document' && m.file.formats.includes('docx'))
const goodPhoto = () => once('photo 1', () => photo('t1'))
const goodPortrait = () => once('portrait red 1', () => portrait('p1'))
const goodVideo = () => once('video 1', () => video('t', { seconds: 2, frames: 2 }))
const goodWord = () => wordDocument('t', { title: '表', rows: [['姓名', '示例']] })
const zipOf = async (files: Record<string, Buffer>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name)
  zip.end()
  return buffer(zip.outputStream as never)
}
const bombOf = async (docx: Buffer): Promise<Buffer> => zipOf({ '[Content_Types].xml': Buffer.from('<Types/>'), 'word/document.xml': Buffer.alloc(160 << 20), 'x': docx.subarray(0, 10) })

interface Case { readonly what: string; readonly to: () => string; readonly name: string; readonly bytes: () => Promise<Buffer>; readonly codes: readonly string[] }
const cases: readonly Case[] = [
  { what: 'a PNG named .jpg', to: () => 'photos', name: '照片1.jpg', bytes: async () => sharp(await goodPhoto()).resize(1600).png({ compressionLevel: 1 }).toBuffer(), codes: ['file.renamed'] },
  { what: 'a truncated JPEG', to: () => 'photos', name: '照片1.jpg', bytes: async () => { const heavy = await sharp(await goodPhoto()).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer(); return heavy.subarray(0, heavy.length - 300_000) }, codes: ['file.broken'] },
  { what: 'a photo of 1.4 MB', to: () => 'photos', name: '照片1.jpg', bytes: async () => lighter(await goodPhoto(), 1_400_000), codes: ['photo.tooSmall'] },
  { what: 'a portrait on white', to: () => 'portrait', name: '证件照.jpg', bytes: () => portrait('p1', { background: 'white' }), codes: ['portrait.ground'] },
  { what: 'a portrait of the wrong ratio', to: () => 'portrait', name: '证件照.jpg', bytes: () => portrait('p1', { width: 826, height: 826 }), codes: ['portrait.ratio'] },
  { what: 'a film longer than three minutes', to: () => 'video', name: '视频.mp4', bytes: async () => playSlower(await goodVideo(), 95), codes: ['video.tooLong'] },
  { what: 'a film of 1280 × 720', to: () => 'video', name: '视频.mp4', bytes: () => video('t', { seconds: 2, frames: 2, width: 1280, height: 720 }), codes: ['video.size'] },
  { what: 'a truncated MP4', to: () => 'video', name: '视频.mp4', bytes: async () => { const whole = await goodVideo(); return whole.subarray(0, Math.floor(whole.length * 0.8)) }, codes: ['file.broken'] },
  { what: 'a PDF with a script', to: () => scan().id, name: '扫描.pdf', bytes: scriptPdf, codes: ['document.active'] },
  { what: 'a Word file where a stamped scan is due', to: () => scan().id, name: '扫描.docx', bytes: () => goodWord(), codes: ['file.format'] },
  { what: 'text named .pdf', to: () => scan().id, name: '扫描.pdf', bytes: async () => Buffer.from('这不是 PDF，只是改了名字的文字。'.repeat(20)), codes: ['file.unknown'] },
  { what: 'a Word file that unpacks to 160 MB', to: () => word().id, name: '表.docx', bytes: async () => bombOf(await goodWord()), codes: ['file.bomb'] },
]

/** The same picture, encoded down to about so many bytes. */
const lighter = async (jpeg: Buffer, bytes: number): Promise<Buffer> => {
  for (let quality = 90; quality > 10; quality -= 4) {
    const smaller = await sharp(jpeg).jpeg({ quality }).toBuffer()
    if (smaller.length <= bytes) return smaller
  }
  throw new Error('cannot be made so small')
}
const kept = async () => ({
  materials: (await at.services.db.rows(`SELECT 1 FROM materials`)).length, blobs: (await at.services.db.rows(`SELECT 1 FROM blobs`)).length,
  staged: await readdir(at.services.stagingDir), files: (await readdir(join(at.dataDir, 'blobs'), { recursive: true, withFileTypes: true })).filter((f) => f.isFile()).length,
})

describe('a file that differs from a right one in one point is refused for that point, and nothing of it is kept', () => {
  test.each(cases)('$what', async ({ to, name, bytes, codes }) => {
    const before = await kept()
    const answer = await clerk.upload(nominationId, to(), name, await bytes())
    expect([answer.state, answer.findings.filter((f) => f.strength === 'block').map((f) => f.code)]).toEqual(['refused', codes])
    const said = answer.findings[0]!
    expect([said.what.zh, said.what.en, said.mend.zh, said.mend.en].filter((text) => text === '')).toEqual([])
    expect(await kept()).toEqual(before)
  })

  test('an empty file, and one over the limit, before a byte is sent', async () => {
    const before = await kept()
    const empty = await clerk.refused(beginUpload, { params: { nominationId }, body: { materialId: 'photos', name: 'a.jpg', bytes: 0 } })
    const huge = await clerk.refused(beginUpload, { params: { nominationId }, body: { materialId: 'photos', name: 'a.jpg', bytes: 200_000_000 } })
    expect([empty.status, empty.codes, huge.status, huge.codes, huge.problem.findings![0]!.clause !== null]).toEqual([422, ['file.empty'], 422, ['file.tooLarge'], true])
    expect(await kept()).toEqual(before)
  })

  test('a file larger than it said it would be: what is over is not taken', async () => {
    const before = await kept()
    const { url, uploadId } = await clerk.ask(beginUpload, { params: { nominationId }, body: { materialId: 'photos', name: 'a.jpg', bytes: 1000 } })
    const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
    const sent = await clerk.raw('PATCH', url, new Uint8Array(30_000_000), headers)
    expect([sent.status >= 400, (await clerk.ask(uploadState, { params: { nominationId, uploadId } })).state]).not.toEqual([false, 'kept'])
    expect([(await kept()).materials, (await kept()).files]).toEqual([before.materials, before.files])
    const wrongOffset = await clerk.raw('PATCH', url, new Uint8Array(10), { ...headers, 'upload-offset': '5000' })
    expect([404, 409, 410]).toContain(wrongOffset.status)
  })

  test('no material of that name, and a name that would walk through folders', async () => {
    expect((await clerk.refused(beginUpload, { params: { nominationId }, body: { materialId: 'nothing', name: 'a.jpg', bytes: 10 } })).status).toBe(404)
    const answer = await clerk.upload(nominationId, 'portrait', '../../../etc/证件照\u202Egpj.exe\r\nx: y"', await goodPortrait())
    expect([answer.state, answer.file!.name]).toEqual(['kept', '沈若川_证件照.jpg'])
    const content = await clerk.raw('GET', `/api/nominations/${nominationId}/materials/${answer.file!.fileId}/content`)
    expect([content.headers.get('content-disposition'), content.headers.get('x-content-type-options'), content.headers.get('content-security-policy')]).toEqual(
      [`attachment; filename="file"; filename*=UTF-8''${encodeURIComponent('沈若川_证件照.jpg')}`, 'nosniff', "default-src 'none'; sandbox"])
  })

  test('the same photo twice, and a sixth where five are allowed', async () => {
    const first = await clerk.upload(nominationId, 'photos', 'a.jpg', await goodPhoto())
    const twin = await clerk.upload(nominationId, 'photos', 'b.jpg', await goodPhoto())
    expect([first.state, twin.state, twin.findings.map((f) => f.code)]).toEqual(['kept', 'refused', ['material.twice']])
    // Filled up to the size: honest phones do append data, so people are shown it and decide.
    const padded = await clerk.upload(nominationId, 'photos', 'c.jpg', Buffer.concat([await lighter(await goodPhoto(), 900_000), Buffer.alloc(1_600_000)]))
    expect([padded.state, padded.file!.findings.map((f) => [f.code, f.strength])]).toEqual(['kept', [['photo.padded', 'warn']]])
    for (let n = 3; n <= 5; n++) expect((await clerk.upload(nominationId, 'photos', `${n}.jpg`, await sharp(await goodPhoto()).modulate({ brightness: 1 - n / 50 }).jpeg({ quality: 97, chromaSubsampling: '4:4:4' }).toBuffer())).state).toBe('kept')
    const sixth = await clerk.upload(nominationId, 'photos', '6.jpg', await sharp(await goodPhoto()).flop().jpeg({ quality: 97, chromaSubsampling: '4:4:4' }).toBuffer())
    expect([sixth.state, sixth.findings.map((f) => f.code)]).toEqual(['refused', ['material.tooMany']])
    expect((await clerk.ask(readNomination, { params: { nominationId } })).materials.filter((m) => m.materialId === 'photos').map((m) => m.ordinal)).toEqual([1, 2, 3, 4, 5])
  })
})

describe('text that cannot be kept is refused in words, and the draft stays as it was', () => {
  test.each([['a NUL character', { name: '沈\u0000川' }], ['half a character', { name: '沈\ud840川' }]])('%s', async (_, fields) => {
    const { version, fields: before } = await clerk.ask(readNomination, { params: { nominationId } })
    const answer = await clerk.refused(saveDraft, { params: { nominationId }, body: { version, fields } })
    expect([answer.status, answer.problem.error]).toEqual([400, 'invalid'])
    const after = await clerk.ask(readNomination, { params: { nominationId } })
    expect([after.version, after.fields]).toEqual([version, before])
  })

  test('JSON that is none, the wrong type, a body over the limit, an unknown path', async () => {
    const path = `/api/nominations/${nominationId}`
    const tries = await Promise.all([
      clerk.raw('PATCH', path, Buffer.from('{"version":'), { 'content-type': 'application/json' }), clerk.raw('PATCH', path, Buffer.from('a=b'), { 'content-type': 'application/x-www-form-urlencoded' }),
      clerk.raw('PATCH', path, Buffer.from('{"version":1}'), { 'content-type': 'application/json\ta' }), clerk.raw('PATCH', path, { version: '1' }),
      clerk.raw('PATCH', path, { version: 1, fields: { name: 'x'.repeat(2 << 20) } }), clerk.raw('GET', '/api/nothing/here'), clerk.raw('GET', '/p/%E0%A4%A'), clerk.raw('GET', '/p/nobody/here'),
    ])
    expect(tries.map((t) => t.status)).toEqual([400, 400, 400, 400, 413, 404, 400, 404])
    expect(tries.map((t) => typeof (JSON.parse(t.text) as { words: { zh: string } }).words.zh)).toEqual(tries.map(() => 'string'))
  })
})
