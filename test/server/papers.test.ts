/** 打印、盖章的表: the product's own and the office's, filled in for the unit; the office sees where everything goes, and corrects it. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { replaceAttachment } from '#contract/operations/attachments'
import { correctFormPlaces, exampleForm, listPapers, paper, readFormPlaces } from '#contract/operations/forms'
import { readNomination } from '#contract/operations/nominations'
import { contentHashOf } from '#core/forms/content-hash'
import { readPageCode } from '#core/paper/page-code'
import { readWordForm } from '#documents/forms/fill-word'
import { officeForm, partsOf, withParts } from '../documents/office-form'
import { fieldsFor, definitionFor, prepareNomination } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'
import { word } from './sheets'

let at: Installation
let o: Office
let campaignId: string
let nominationId: string
const FORM = 'nomination-form'
const NAME = '阿卜杜拉·买买提'
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o)
  nominationId = await prepareNomination(o.units[0]!.clerk, campaignId, NAME)
})
afterAll(() => at.close())

const get = async (who: Person, path: string): Promise<{ status: number; bytes: Buffer; name: string }> => {
  const r = await fetch(`${at.origin}${path}`, { headers: { cookie: `xuanshu_session=${who.token}` } })
  return { status: r.status, bytes: Buffer.from(await r.arrayBuffer()), name: decodeURIComponent(/filename\*=UTF-8''(.*)/.exec(r.headers.get('content-disposition') ?? '')?.[1] ?? '') }
}
const fetchPaper = (sheetId: string, as: string) => get(o.units[0]!.clerk, `${paper.path.replace(':nominationId', nominationId).replace(':sheetId', sheetId)}?as=${as}`)
const bring = (bytes: Uint8Array, reason = '换成本单位的推荐表') => o.office.ask(replaceAttachment, { params: { campaignId, attachmentId: FORM }, body: { name: '推荐表.docx', base64: Buffer.from(bytes).toString('base64'), reason } })
const places = () => o.office.ask(readFormPlaces, { params: { campaignId, attachmentId: FORM } })
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer as ArrayBuffer } })
const codesOf = async (png: Buffer) => (await readBarcodes(new Uint8Array(png), { formats: ['QRCode'] })).map((c) => readPageCode(c.text))
const drawn = async (pdf: Buffer): Promise<Buffer[]> => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages: Buffer[] = []
  for (const page of document.pages()) pages.push(Buffer.from((await page.render({ scale: 150 / 72, render: ({ data, width, height }) => sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' }).png().toBuffer() })).data))
  document.destroy()
  library.destroy()
  return pages
}
const cellsOf = async (docx: Uint8Array): Promise<Record<string, string>> => Object.fromEntries((await readWordForm(docx)).map((s) => [s.id, s.lines.join('\n')]))

describe('the product’s own papers', () => {
  test('form, sheets and opinion, each as the unit may hand it in', async () => {
    const { papers } = await o.units[0]!.clerk.ask(listPapers, { params: { nominationId } })
    expect(papers.map((p) => [p.id, p.name.zh, p.formats, p.by])).toEqual([
      [FORM, '推荐表', ['docx', 'pdf'], 'product'], ['summary-sheet', '候选人汇总表', ['xlsx', 'docx', 'pdf'], 'product'], ['activity-report', '学习宣传活动开展情况汇总表', ['docx', 'xlsx', 'pdf'], 'product'], ['integrity-opinion-word', '廉政意见', ['docx', 'pdf'], 'product'],
    ])
    for (const p of papers) for (const format of p.formats) { const got = await fetchPaper(p.id, format); expect([p.id, format, got.status, got.name]).toEqual([p.id, format, 200, `${p.name.zh}-${NAME}.${format}`]) }
  })

  test('every page of a PDF says form, version, content and which page of how many; Word says it in its header', async () => {
    const n = await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })
    const about = (sheet: string) => ({ formId: nominationId, version: n.version, contentHash: contentHashOf(nominationId, n.fields, sheet).slice(0, 20) })
    for (const sheet of [FORM, 'summary-sheet', 'activity-report', 'integrity-opinion-word']) {
      const pages = await drawn((await fetchPaper(sheet, 'pdf')).bytes)
      expect(await Promise.all(pages.map(codesOf))).toEqual(pages.map((_, i) => [{ ...about(sheet), page: { number: i + 1, of: pages.length } }]))
      const parts = await partsOf((await fetchPaper(sheet, 'docx')).bytes)
      const pictures = [...parts].filter(([name]) => name.startsWith('word/media/') && name.endsWith('.png'))
      expect((await Promise.all(pictures.map(async ([, png]) => codesOf(await sharp(png).extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#fff' }).png().toBuffer())))).flat()).toEqual([{ ...about(sheet), page: null }])
    }
  })

  test('the form in Word holds every value in the cell beside its label, and the portrait', async () => {
    const docx = (await fetchPaper(FORM, 'docx')).bytes
    const cells = await cellsOf(docx)
    const definition = await definitionFor(o.office, campaignId)
    const fields = fieldsFor(definition, NAME)
    expect([cells['t0r0c1'], cells['t0r4c1']]).toEqual([NAME, fields['idNumber']])
    expect(Object.values(cells).includes(String(fields['deeds']))).toBe(true)
    expect([...(await partsOf(docx)).keys()].filter((name) => name.endsWith('.jpeg') || name.endsWith('.jpg')).length).toBe(1)
  })

  test('unchanged data gives the same file again; a change of the draft another', async () => {
    const sha = async () => createHash('sha256').update((await fetchPaper(FORM, 'docx')).bytes).digest('hex')
    expect(await sha()).toBe(await sha())
  })
})

describe('the office’s own form', () => {
  test('is read: which cell became which field, what was not recognised, what has no room', async () => {
    await bring(await officeForm())
    const read = await places()
    expect(read.places.map((p) => [p.label, p.keys, p.how])).toEqual([
      ['推荐单位（盖章）', ['nominatingUnit'], 'inline'], ['姓　名', ['name'], 'whole'], ['性 别', ['sex'], 'ticks'], ['照 片', ['portrait'], 'picture'], ['出生年月', ['birthDate'], 'whole'], ['民　族', ['ethnicGroup'], 'whole'],
      ['职务/职称', ['post', 'title'], 'whole'], ['身份证号码：', ['idNumber'], 'whole'], ['学习工作简历', ['resume'], 'rows'], ['主要事迹', ['deeds'], 'whole'], ['推荐单位意见', ['unitOpinion'], 'above'],
    ])
    expect([read.unknown.map((u) => u.text), read.unplaced, read.findings]).toEqual([['服务单位'], ['politicalStatus', 'education', 'degree', 'employer', 'department', 'discipline', 'phone', 'email', 'category', 'honours'], []])
  })

  test('what the office chooses for a cell holds: the unit finds its value there', async () => {
    const read = await places()
    const room = read.unknown[0]!.id
    await o.office.ask(correctFormPlaces, { params: { campaignId, attachmentId: FORM }, body: { sha256: read.sha256, corrections: { [room]: 'employer', [read.places.find((p) => p.keys[0] === 'ethnicGroup')!.id]: '' } } })
    expect((await places()).unplaced).toEqual(['ethnicGroup', 'politicalStatus', 'education', 'degree', 'department', 'discipline', 'phone', 'email', 'category', 'honours'])
    const cells = await cellsOf((await fetchPaper(FORM, 'docx')).bytes)
    const fields = fieldsFor(await definitionFor(o.office, campaignId), NAME)
    expect([cells['t0r0c1'], cells['t0r1c1'], cells['t0r1c3'], cells[room], cells['t0r0c3']]).toEqual([NAME, '1984年3月', '', fields['employer'], '□男　☑女'])
    expect((await o.units[0]!.clerk.ask(listPapers, { params: { nominationId } })).papers[0]).toEqual(expect.objectContaining({ id: FORM, by: 'office', formats: ['docx'], blank: null }))
    const example = await get(o.office, exampleForm.path.replace(':campaignId', campaignId).replace(':attachmentId', FORM))
    expect((await cellsOf(example.bytes))['t0r0c1']).toBe('沈若川')
  })

  test('corrections of a file that was replaced meanwhile are not taken over', async () => {
    expect((await o.office.refused(correctFormPlaces, { params: { campaignId, attachmentId: FORM }, body: { sha256: '0'.repeat(64), corrections: {} } })).status).toBe(409)
  })

  test('a tag that is code of a program is named as no field, runs nowhere, and the unit is not offered the form', async () => {
    await bring(await word('{constructor.constructor("return process")()}'))
    expect((await places()).findings.map((f) => f.code)).toEqual(['form.tagUnknown'])
    expect((await fetchPaper(FORM, 'docx')).status).toBe(422)
    expect((await o.units[0]!.clerk.ask(listPapers, { params: { nominationId } })).papers[0]!.formats).toEqual([])
  })

  test('an empty table and nesting without end end in words, entities that grow are not even taken, and the next form is read', async () => {
    const deep = await withParts(await word('甲'), { 'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(400)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(400)}</w:body></w:document>` })
    const laughs = await withParts(await word('甲'), { 'word/document.xml': `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "${'x'.repeat(1000)}">${'bcdefgh'.replace(/./g, (c) => `<!ENTITY ${c} "${`&${String.fromCharCode(c.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body></w:document>` })
    const empty = await withParts(await word('甲'), { 'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl/><w:p/></w:body></w:document>' })
    const codes: string[][] = []
    for (const bytes of [deep, empty]) { await bring(bytes); codes.push((await places()).findings.map((f) => f.code)) }
    expect(codes).toEqual([['form.large'], ['form.nothingRead']])
    await expect(bring(laughs)).rejects.toThrow('attachment.broken')
    await bring(await officeForm())
    expect((await places()).places.length).toBe(12 - 1)
  })
})
