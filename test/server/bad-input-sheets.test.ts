/** Lists of units as offices really send them: encodings, formulas, gaps; told row by row, before anything is written. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importOrganisations, previewImport } from '#contract/operations/organisations'
import { freshInstallation, type Installation } from './installation'
import { manyEmptyRows } from './many-empty-rows'
import { openOffice, type Office } from './office'

let at: Installation
let o: Office
beforeAll(async () => { at = await freshInstallation(); o = await openOffice(at, 1) })
afterAll(() => at.close())

const header = ['单位代码', '单位名称', '类型', '上级代码', '经办人姓名', '经办人账号', '审核人姓名', '审核人账号']
const unit = (n: number, change: Record<number, string> = {}) => [`N${n}`, `示例新单位${n}`, 'hospital', '', `经办${n}`, `newclerk${n}`, `审核${n}`, `newapprover${n}`].map((c, i) => change[i] ?? c)
const csv = (...rows: string[][]) => [header, ...rows].map((r) => r.join(',')).join('\r\n')
const preview = (bytes: Buffer) => o.office.ask(previewImport, { body: { fileName: 'list.csv', base64: bytes.toString('base64') } })
const codes = (p: Awaited<ReturnType<typeof preview>>) => ({ all: p.findings.map((f) => f.code), rows: p.rows.map((r) => [r.effect, ...r.findings.filter((f) => f.strength === 'block').map((f) => f.code)].join(' ')) })
/** GB18030 of the few characters used here, by the platform's own decoder turned round. */
const gb18030 = (text: string): Buffer => {
  const known = new Map<string, Buffer>()
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) {
    const pair = Buffer.from([a, b])
    known.set(new TextDecoder('gb18030').decode(pair), pair)
  }
  return Buffer.concat([...text].map((c) => (c.codePointAt(0)! < 128 ? Buffer.from(c) : known.get(c)!)))
}
const workbook = async (fill: (page: ExcelJS.Worksheet) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('名单'))
  return Buffer.from(await book.xlsx.writeBuffer())
}

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)], ['UTF-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')], ['GB18030', gb18030],
] as const)('a CSV in %s is read as it was written', async (encoding, encode) => {
  const p = await preview(encode(csv(unit(1), unit(2))))
  expect([p.encoding, p.rows.map((r) => r.name), codes(p)]).toEqual([encoding, ['示例新单位1', '示例新单位2'], { all: [], rows: ['create', 'create'] }])
})

test('broken quotes are told with their line or kept as text, and never swallow the rows after them', async () => {
  const p = await preview(Buffer.from(`${csv(unit(1))}\r\n"N2,示例\r\n${unit(3).join(',')}`))
  expect([p.findings.map((f) => f.code), p.rows.filter((r) => r.effect === 'create').length <= 1]).toEqual([['sheet.csv'], true])
})

test.each(['=HYPERLINK("http://evil")', '@SUM(1)', '+cmd|x', '-cmd'])('the name %s is refused as a formula, the other rows stand', async (name) => {
  const quoted = `"${name.replaceAll('"', '""')}"`
  expect(codes(await preview(Buffer.from(csv(unit(1, { 1: quoted }), unit(2)))))).toEqual({ all: [], rows: ['refused import.formula', 'create'] })
})

test('a formula in a workbook is refused too, and its cached value is not taken', async () => {
  const bytes = await workbook((page) => { page.addRow(header); page.addRow(unit(1)); page.getCell('B2').value = { formula: 'A2&"医院"', result: '看着像名称' } as never })
  expect(codes(await preview(bytes)).rows).toEqual(['refused import.formula'])
})

test('columns that would become an object’s own parts, merged cells and a hidden sheet change nothing; what is no list of ours is asked for', async () => {
  const bytes = await workbook((page) => { page.addRow([...header, '__proto__', 'constructor']); page.addRow([...unit(1), 'polluted', 'polluted']); page.addRow(unit(2)); page.mergeCells('C2:C3'); page.workbook.addWorksheet('旧名单', { state: 'hidden' }).addRow(['不读']) })
  const p = await preview(bytes)
  expect([p.rows.map((r) => r.name), p.rows[0]!.effect, ({} as Record<string, unknown>)['polluted'], Object.prototype.hasOwnProperty.call(Object.prototype, 'polluted')]).toEqual([['示例新单位1', '示例新单位2'], 'create', undefined, false])
})

test('a million empty rows that only have a format are told as what they are, and the server goes on', async () => {
  const small = await workbook((page) => { page.addRow(header); page.addRow(unit(1)) })
  const p = await preview(await manyEmptyRows(small))
  expect(p.findings.map((f) => f.code)).toEqual(['sheet.bomb'])
  expect(codes(await preview(Buffer.from(csv(unit(1))))).rows).toEqual(['create'])
})

test('codes twice, logins twice, an unknown parent, an unusable login, no name: each row for its own point', async () => {
  const p = await preview(Buffer.from(csv(unit(1), unit(2, { 0: 'N1' }), unit(3, { 5: 'newclerk1' }), unit(4, { 3: 'NOWHERE' }), unit(5, { 5: '张 三' }), unit(6, { 1: '' }), unit(7, { 3: 'N7' }))))
  expect(codes(p).rows).toEqual(['create', 'refused import.codeTwice', 'refused import.loginTwice', 'refused import.parent', 'refused import.login', 'refused import.name', 'refused import.ownParent'])
  expect(p.counts).toEqual({ create: 1, update: 0, same: 0, refused: 6 })
})

test('a missing column is named together with what the sheet offers', async () => {
  const p = await preview(Buffer.from(csv(unit(1)).replace('审核人账号', '审核人电话')))
  expect([codes(p), p.findings[0]!.what.zh, p.findings[0]!.mend.zh.includes('审核人电话')]).toEqual([{ all: ['import.column'], rows: [] }, '缺少“审核人账号”一列', true])
})

test.each([
  ['an old .xls', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'sheet.oldExcel'], ['an empty file', Buffer.alloc(0), 'sheet.empty'],
  ['a zip that is no workbook', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'sheet.encoding'],
  ['a cut workbook', Buffer.from('504b03041400000008000000', 'hex'), 'sheet.notExcel'], ['bytes of no encoding', Buffer.from([0xff, 0xff, 0x00, 0x80, 0x81]), 'sheet.encoding'],
])('%s is refused in words', async (_, bytes, code) => {
  const p = await preview(bytes)
  expect([p.findings.map((f) => f.code), p.rows]).toEqual([[code], []])
})

test('an import writes what was shown, in one piece; a sheet that changed in between is refused and writes nothing', async () => {
  const sheet = Buffer.from(csv(unit(1), unit(2, { 0: 'N1' }))).toString('base64')
  const count = async () => (await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM organisations`))!.n
  const before = await count()
  const stale = await o.office.refused(importOrganisations, { body: { fileName: 'a.csv', base64: sheet, refusedSeen: 0 } })
  expect([stale.status, stale.codes, await count()]).toEqual([422, ['import.changed'], before])
  const done = await o.office.ask(importOrganisations, { body: { fileName: 'a.csv', base64: sheet, refusedSeen: 1 } })
  expect([done.created, done.activations.length, await count()]).toEqual([1, 2, before + 1])
})
