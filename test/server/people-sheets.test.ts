/** 汇总表 as units really keep them: read where it is certain, asked about where it is not, never guessed; a second import adds nothing. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { listNominations, readNomination, withdrawNomination } from '#contract/operations/nominations'
import { importPeople, previewPeople } from '#contract/operations/people-sheet'
import { checkDigit } from '#core/nomination/id-number'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { manyEmptyRows } from './many-empty-rows'
import { openOffice, openProvincial, type Office } from './office'

let at: Installation
let o: Office
let campaignId: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers)
})
afterAll(() => at.close())
const clerk = (i = 0) => o.units[i]!.clerk
const number = (seventeen: string) => seventeen + checkDigit(seventeen)
/** Of nobody: a region that is not given out. */
const [ID1, ID2, ID3] = [number('99000019800512001'), number('99000019790101002'), number('99000019850303003')]
const header = ['姓名', '性别', '出生日期', '身份证号', '工作单位', '职务', '联系电话', '主要事迹']
const person = (name: string, id: string, change: Record<number, unknown> = {}) => [name, '女', '1980-05-12', id, '示例医院', '护士长', '13900000000', '守在一线（示例）。'].map((c, i) => (i in change ? change[i] : c))
const book = async (fill: (page: ExcelJS.Worksheet) => void): Promise<Buffer> => {
  const all = new ExcelJS.Workbook()
  fill(all.addWorksheet('汇总表'))
  return Buffer.from(await all.xlsx.writeBuffer())
}
const csv = (...rows: unknown[][]) => Buffer.from([header, ...rows].map((r) => r.join(',')).join('\r\n'))
const body = (bytes: Buffer) => ({ fileName: 'list', base64: bytes.toString('base64') })
const look = (bytes: Buffer, i = 0) => clerk(i).ask(previewPeople, { params: { campaignId }, body: body(bytes) })
type Preview = Awaited<ReturnType<typeof look>>
const told = (p: Preview) => p.rows.map((r) => [r.name, r.effect, ...r.findings.filter((f) => f.strength !== 'note').map((f) => f.code)].join(' '))
const take = async (bytes: Buffer, i = 0) => { const { counts } = await look(bytes, i); return clerk(i).ask(importPeople, { params: { campaignId }, body: { ...body(bytes), createSeen: counts.create, refusedSeen: counts.refused } }) }
const own = async (i = 0) => (await clerk(i).ask(listNominations, { params: { campaignId } })).nominations

test('nothing is taken unless confirmed; then each line is a draft with its fields, numbers sealed; the same sheet again adds nothing', async () => {
  const bytes = await book((page) => { page.addRow(['云川省候选人汇总表（示例）']); page.mergeCells('A1:H1'); page.addRow(header); page.addRow(person('沈若川', ID1)); page.addRow(person('顾长风', ID2, { 2: '1979-01-01' })); page.addRow(['填表人：经办1']) })
  const p = await look(bytes)
  expect([told(p), p.counts, p.rows[0]!.shown['idNumber']]).toEqual([['沈若川 create', '顾长风 create'], { create: 2, same: 0, refused: 0 }, `9900**********${ID1.slice(-4)}`])
  expect(await own()).toEqual([])
  expect(await take(bytes)).toEqual({ created: 2, same: 0, refused: 0 })
  const made = (await own()).find((n) => n.candidateName === '沈若川')!
  const n = await clerk().ask(readNomination, { params: { nominationId: made.id } })
  expect([n.state, n.fields['sex'], n.fields['birthDate'], n.fields['idNumber'], n.fields['deeds']]).toEqual(['draft', 'female', '1980-05-12', ID1, '守在一线（示例）。'])
  expect(JSON.stringify(await at.services.db.rows(`SELECT fields FROM nominations`))).not.toContain(ID1)
  expect(await take(bytes)).toEqual({ created: 0, same: 2, refused: 0 })
  expect((await own()).length).toBe(2)
  const acts = (await o.office.ask(campaignLedger, { params: { campaignId } })).entries.filter((e) => e.act === 'nominations.imported')
  expect([acts.length, JSON.stringify(acts).includes(ID1), JSON.stringify(acts).includes('沈若川')]).toEqual([1, false, false])
})

test('two imports of one sheet at the same moment write it once; another unit has its own', async () => {
  const bytes = csv(person('林知行', ID3, { 2: '1985-03-03' }))
  const { counts } = await look(bytes)
  const request = { params: { campaignId }, body: { ...body(bytes), createSeen: counts.create, refusedSeen: counts.refused } }
  const answers = await Promise.all(Array.from({ length: 4 }, () => clerk().send(importPeople, request)))
  expect([answers.filter((a) => a.status === 200 && a.text.includes('"created":1')).length, (await own()).filter((n) => n.candidateName === '林知行').length]).toEqual([1, 1])
  expect(await take(bytes, 1)).toEqual({ created: 1, same: 0, refused: 0 })
})

test('a line without number or birthday is known again by what it said, however the draft went on; one that was withdrawn may come anew', async () => {
  const few = Buffer.from('姓名,职务\n陆见微,医师')
  expect(await take(few)).toMatchObject({ created: 1 })
  expect(await take(few)).toMatchObject({ created: 0, same: 1 })
  await o.units[0]!.approver.ask(withdrawNomination, { params: { nominationId: (await own()).find((n) => n.candidateName === '陆见微')!.id } })
  expect(await take(few)).toMatchObject({ created: 1, same: 0 })
})

// Hostile input 34.
test.each([['a number cell', Number('990000198005120015')], ['a number as Excel shows it', '1.10105E+17'], ['with its end cut to 000', '990000198005120000']])('an ID number as %s is refused in words that say how to mend it', async (_, id) => {
  const p = await look(await book((page) => { page.addRow(header); page.addRow(person('甲', '', { 3: id })); page.addRow(person('乙', ID1, { 0: '乙' })) }))
  const [row] = p.rows
  expect([row!.effect, row!.findings.map((f) => f.code)]).toEqual(['refused', ['sheet.idAsNumber']])
  expect([row!.findings[0]!.what.zh.includes('已经丢了'), row!.findings[0]!.mend.zh.includes('文本')]).toEqual([true, true])
})

// Hostile input 35.
test('days: those that are certain are read, the others are asked about and left empty', async () => {
  const days: [unknown, string | undefined, string][] = [
    [new Date(Date.UTC(1980, 4, 12)), '1980-05-12', ''], ['1980/5/12', '1980-05-12', ''], ['1980.5.12', '1980-05-12', ''], ['1980年5月12日', '1980-05-12', ''], ['19800512', '1980-05-12', ''], ['１９８０-０５-１２', '1980-05-12', ''],
    [29353, undefined, 'sheet.daySerial'], [44321, undefined, 'sheet.daySerial'], [1980.5, undefined, 'sheet.dayMonth'], ['1980.5', undefined, 'sheet.dayMonth'], ['1980年5月', undefined, 'sheet.dayMonth'], ['198005', undefined, 'sheet.dayMonth'],
    ['80年5月', undefined, 'sheet.dayShort'], ['80.5.12', undefined, 'sheet.dayShort'], ['1980-02-30', undefined, 'sheet.noSuchDay'], ['六十年代', undefined, 'sheet.noDay'],
  ]
  const p = await look(await book((page) => { page.addRow(header); days.forEach(([given], i) => page.addRow(person(`人${i}`, '', { 2: given, 4: `示例单位${i}` }))) }))
  expect(p.rows.map((r) => [r.shown['birthDate'], r.findings.map((f) => f.code).join(), r.effect])).toEqual(days.map(([, read, code]) => [read, code, 'create']))
})

test('what stands in a valid ID number is certain: the birthday is taken from there and told, and a difference is asked about', async () => {
  const p = await look(await book((page) => { page.addRow(header); page.addRow(person('甲', number('99000019800512011'), { 2: '80年5月' })); page.addRow(person('乙', number('99000019800512013'), { 2: '1981-05-12' })) }))
  expect(p.rows.map((r) => [r.shown['birthDate'], r.findings.map((f) => f.code)])).toEqual([['1980-05-12', ['sheet.birthByNumber']], ['1981-05-12', ['sheet.birthDiffers']]])
})

test('titles and two rows of heading are read; a workplace merged over lines holds for each, a number merged over lines is asked about; hidden lines are not taken unseen', async () => {
  const bytes = await book((page) => {
    page.addRow(['候选人汇总表（示例）']); page.mergeCells('A1:F1')
    page.addRow(['姓名', '身份证号', '工作单位', '联系方式', '', '备注']); page.addRow(['', '', '', '手机', '邮箱', ''])
    page.mergeCells('A2:A3'); page.mergeCells('B2:B3'); page.mergeCells('C2:C3'); page.mergeCells('D2:E2')
    page.addRow(['甲', number('99000019800512021'), '示例医院', '13900000001', 'a@example.org', '无']); page.addRow(['乙', number('99000019800512023'), '', '13900000002', 'b@example.org', '']); page.mergeCells('C4:C5')
    page.addRow(['丙', number('99000019800512025'), '示例大学', '13900000003', '', '']); page.addRow(['丁', '', '示例大学', '13900000004', '', '']); page.mergeCells('B6:B7')
    page.addRow(['戊', '', '示例研究所', '', '', '']); page.getRow(8).hidden = true
    page.workbook.addWorksheet('旧名单', { state: 'hidden' }).addRow(['不读'])
  })
  const p = await look(bytes)
  expect(p.columns.map((c) => [c.heading, c.field])).toEqual([['姓名', 'name'], ['身份证号', 'idNumber'], ['工作单位', 'employer'], ['手机', 'phone'], ['邮箱', 'email']])
  expect(p.rows.map((r) => [r.name, r.effect, r.shown['employer'], r.findings.filter((f) => f.strength !== 'note').map((f) => f.code).join()])).toEqual([
    ['甲', 'create', '示例医院', ''], ['乙', 'create', '示例医院', ''], ['丙', 'create', '示例大学', ''], ['丁', 'refused', '示例大学', 'sheet.merged'], ['戊', 'refused', '示例研究所', 'sheet.hiddenRow']])
  expect(p.notes.map((f) => f.code)).toEqual(['sheet.unread', 'sheet.otherPage'])
})

test('two columns for one field, no heading, nothing below it: asked, and nothing is taken', async () => {
  const of = async (text: string) => (await look(Buffer.from(text))).findings.map((f) => f.code)
  expect([await of('姓名,手机,电话\n甲,1,2'), await of('张三,李四\n王五,赵六'), await of('姓名,职务\n')]).toEqual([['sheet.columnTwice'], ['sheet.heading'], ['sheet.nothing']])
  const bytes = Buffer.from('张三,李四\n王五,赵六')
  expect((await clerk().refused(importPeople, { params: { campaignId }, body: { ...body(bytes), createSeen: 0, refusedSeen: 0 } })).codes).toEqual(['sheet.heading'])
})

// Hostile input 33.
test.each(['=HYPERLINK("http://evil")', '@SUM(1)', '+cmd|x', '-cmd'])('the name %s is refused as a formula, in a CSV and in a workbook; the other lines stand', async (name) => {
  const rows = [told(await look(csv(person(`"${name.replaceAll('"', '""')}"`, ''), person('乙', number('99000019800512031'))))), told(await look(await book((page) => { page.addRow(header); page.addRow(person(name, '')); page.addRow(person('乙', number('99000019800512031'))) })))]
  for (const list of rows) expect(list.map((r) => r.split(' ').slice(1).join(' '))).toEqual(['refused sheet.formula', 'create'])
})
test('a formula whose value looks like a name is refused; an error of Excel too; deeds may begin with a dash', async () => {
  const p = await look(await book((page) => { page.addRow(header); page.addRow(person('甲', '')); page.getCell('A2').value = { formula: 'B2&"某"', result: '看着像名字' } as never; page.addRow(person('乙', '', { 4: '#N/A' })); page.addRow(person('丙', '', { 4: '示例学校', 7: '- 第一项（示例）' })) }))
  expect(told(p).map((r) => r.split(' ').slice(1).join(' '))).toEqual(['refused sheet.formula', 'refused sheet.error', 'create'])
})

// Hostile input 36.
test('a million empty rows that only have a format are told as what they are', async () => {
  const p = await look(await manyEmptyRows(await book((page) => { page.addRow(header); page.addRow(person('甲', '')) })))
  expect([p.findings.map((f) => f.code), p.rows]).toEqual([['sheet.bomb'], []])
})

// Hostile input 54.
test('ID numbers: full-width and small x are read as meant; 15 digits, a wrong check digit, a passport are kept as typed and asked about, never changed', async () => {
  const withX = Array.from({ length: 99 }, (_, i) => number(`990000198005124${String(i).padStart(2, '0')}`)).find((n) => n.endsWith('X'))!
  const wide = number('99000019800512061').replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
  const wrong = number('99000019800512063').replace(/.$/, (d) => (d === '1' ? '2' : '1'))
  const given: [string, string, string][] = [[withX.toLowerCase(), '', withX], [wide, '', wide.normalize('NFKC')], ['990000800512001', 'sheet.id15', '990000800512001'], [wrong, 'sheet.id.check', wrong], ['99000019801399001X', 'sheet.id.date', '99000019801399001X'], ['H12345678', 'sheet.id.length', 'H12345678'], ['E12345678', 'sheet.id.length', 'E12345678'], [`${number('99000019800512065').slice(0, 6)} ${number('99000019800512065').slice(6)}`, '', number('99000019800512065')]]
  const bytes = await book((page) => { page.addRow(header); given.forEach(([id], i) => page.addRow(person(`证件${i}`, id, { 2: '', 4: `示例单位${i}` }))) })
  const p = await look(bytes, 1)
  expect(p.rows.map((r) => [r.effect, r.findings.filter((f) => f.strength !== 'note').map((f) => f.code).join()])).toEqual(given.map(([, code]) => ['create', code]))
  await take(bytes, 1)
  const kept = await Promise.all((await own(1)).filter((n) => n.candidateName.startsWith('证件')).toSorted((a, b) => a.candidateName.localeCompare(b.candidateName)).map(async (n) => (await clerk(1).ask(readNomination, { params: { nominationId: n.id } })).fields['idNumber']))
  expect(kept).toEqual(given.map(([, , read]) => read))
})

// Hostile input 53.
test('names are kept as they are, rare ones too; a blank inside two characters is taken out and told; what cannot be seen is refused; nobody is left out by the name alone', async () => {
  const names: [string, string, string][] = [['𬭎㛃', '𬭎㛃', ''], ['阿卜杜拉·买买提', '阿卜杜拉·买买提', ''], ['阿卜杜拉•买买提', '阿卜杜拉•买买提', ''], ['李', '李', ''], ['John Smith', 'John Smith', ''], ['张　三', '张三', 'sheet.nameBlank'], ['王\u200b五', '', 'sheet.nameHidden'], ['赵\u202e六', '', 'sheet.nameHidden'], ['沈若川', '沈若川', 'sheet.knownName']]
  const p = await look(await book((page) => { page.addRow(header); names.forEach(([given], i) => page.addRow(person(given, '', { 2: '', 4: `别的单位${i}` }))) }))
  expect(p.rows.map((r) => [r.name, r.findings.map((f) => f.code).join()])).toEqual(names.map(([, read, code]) => [read, code]))
  expect(p.rows.map((r) => r.effect)).toEqual(names.map(([, , code]) => (code === 'sheet.nameHidden' ? 'refused' : 'create')))
})

test('one person in two lines is refused once, two of one name are asked about; a marking holds its line back', async () => {
  const p = await look(csv(person('钱一', number('99000019800512071')), person('钱一', number('99000019800512071'), { 4: '别的单位' }), person('钱一', number('99000019800512073'), { 4: '第三家' }), person('孙二', '', { 7: '密级：机密' })))
  expect(told(p)).toEqual(['钱一 create', '钱一 refused sheet.twice', '钱一 create sheet.namesake', '孙二 refused secrecy.field'])
})

test('a sheet that changed after the preview writes nothing', async () => {
  expect((await clerk().refused(importPeople, { params: { campaignId }, body: { ...body(csv(person('周三', ''))), createSeen: 0, refusedSeen: 0 } })).codes).toEqual(['import.changed'])
})

// Hostile input 37, by the one reader.
test('UTF-16 and a tab between columns are read', async () => {
  const p = await look(Buffer.from(`\uFEFF${[header, person('吴四', '')].map((r) => r.join('\t')).join('\r\n')}`, 'utf16le'))
  expect([p.encoding, told(p)]).toEqual(['UTF-16LE', ['吴四 create']])
})
