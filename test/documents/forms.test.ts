/** 推荐表的填写: an office's Word form filled in and opened again; long lists as files that no spreadsheet takes for formulas. */
import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import { fillData } from '#core/forms/fill-data'
import { readForm } from '#core/forms/reading'
import type { Fields } from '#core/nomination/form'
import { fillWord, readWordForm } from '#documents/forms/fill-word'
import { listCsv } from '#documents/lists/list-csv'
import { listExcel } from '#documents/lists/list-excel'
import { listWord } from '#documents/lists/list-word'
import type { List } from '#documents/lists/list'
import { officeForm, partsOf, withParts } from './office-form'

const d = resolve(['national-2021', 'liaoning-2021', 'lnma-2021'].map((id) => {
  const parsed = parseDefinition(readFileSync(new URL(`../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), id)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}))
const fields: Fields = {
  name: '阿卜杜拉·买买提', sex: 'male', birthDate: '1984-03-12', ethnicGroup: '维吾尔族', post: '{姓名}', title: '<w:p/>&amp;', honours: '𬭎𠮷䶮\u0007', deeds: `第一段{#简历}不是标记{/简历}\n${'长'.repeat(3000)}`, unitOpinion: '同意推荐{x}。',
  resume: [{ from: '2002-09', to: '2007-07', what: '示例医学院{what}' }, { from: '2007-07', to: '', what: '示例医院' }],
}
const stamp = { picture: Buffer.from('89504e470d0a1a0a', 'hex'), readable: '0B9E 6F1C · 第 3 版' }
const fill = async (file: Uint8Array, marked = true) => {
  const form = readForm(d, await readWordForm(file))
  const made = await fillWord(file, { places: form.places, data: fillData(d, form, { fields, unit: '示例市医学会', campaign: '' }), portrait: null, stamp: marked ? stamp : null })
  return { form, made, cells: Object.fromEntries((await readWordForm(made)).map((s) => [s.id, s.lines.join('\n')])) }
}

test('values stand where they belong; what looks like a tag or markup in them stays text; rare characters stay', async () => {
  const { cells } = await fill(await officeForm([['获奖情况', '']]))
  expect([cells['p0'], cells['t0r0c1'], cells['t0r0c3'], cells['t0r1c1'], cells['t0r2c1'], cells['t0r5c1']]).toEqual(['推荐单位（盖章）：示例市医学会 填表日期：    年   月   日', '阿卜杜拉·买买提', '☑男　□女', '1984年3月', '{姓名}　<w:p/>&amp;', '𬭎𠮷䶮'])
  expect([cells['t0r7c1'], cells['t0r7c2'], cells['t0r8c1'], cells['t0r8c2'], cells['t0r9c1']]).toEqual(['2002.09—2007.07', '示例医学院{what}', '2007.07—至今', '示例医院', ''])
  expect([cells['t0r10c1'], cells['t0r11c1']]).toEqual([fields['deeds'], '同意推荐{x}。\n\n（盖章）\n年　月　日'])
})

test('the office’s own tags are filled in, in its own loops', async () => {
  const { cells, form } = await fill(await officeForm([['特长', '{荣誉}'], ['经历', '{#简历}{起止}在{内容}；{/简历}']]))
  expect([form.findings, cells['t0r5c1'], cells['t0r6c1']]).toEqual([[], '𬭎𠮷䶮', '2002.09—2007.07在示例医学院{what}；2007.07—至今在示例医院；'])
})

test('what looks like a program in the office’s tags is text or nothing: it is never run', async () => {
  Object.assign(globalThis, { ran: 0 })
  const { cells } = await fill(await officeForm([['一', '{constructor.constructor("globalThis.ran++")()}'], ['二', '{#constructor.constructor("globalThis.ran++")()}甲{/}'], ['三', '{{=globalThis.ran++}}'], ['四', '{__proto__.polluted}']]))
  expect([(globalThis as { ran?: number }).ran, ({} as { polluted?: unknown }).polluted, [5, 6, 7, 8].map((row) => /\d/u.test(cells[`t0r${row}c1`] ?? ''))]).toEqual([0, undefined, [false, false, false, false]])
})

test('the code goes into the header that the office has, and its look stays', async () => {
  const before = await partsOf(await officeForm())
  const after = await partsOf((await fill(await officeForm())).made)
  const headers = [...after.keys()].filter((name) => /^word\/header[^/]*\.xml$/u.test(name))
  expect(headers).toEqual([...before.keys()].filter((name) => /^word\/header[^/]*\.xml$/u.test(name)))
  const header = after.get(headers[0]!)!.toString()
  expect([header.includes('附件1'), header.includes(stamp.readable), header.match(/<wp:anchor/gu)?.length]).toEqual([true, true, 2])
  expect(after.get('word/document.xml')!.toString().includes('楷体_GB2312')).toBe(true)
  // A code is no part of an example, which is nobody's.
  expect((await partsOf((await fill(await officeForm(), false)).made)).get(headers[0]!)!.toString().includes('wp:anchor')).toBe(false)
})

test('a row of fixed height that may not break grows over pages with long deeds', async () => {
  const file = await officeForm()
  const document = (await partsOf(file)).get('word/document.xml')!.toString()
  const fixed = await withParts(file, { 'word/document.xml': document.replaceAll('<w:tr>', '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="500" w:hRule="exact"/></w:trPr>') })
  const made = (await partsOf((await fill(fixed)).made)).get('word/document.xml')!.toString()
  const row = made.split('<w:tr>').find((r) => r.includes('长长长'))!
  expect([row.includes('cantSplit'), row.includes('w:hRule="atLeast"'), made.includes('w:hRule="exact"')]).toEqual([false, true, true])
})

const rows = [['1', '=HYPERLINK("http://example.org")', '阿卜杜拉·买买提'], ['2', '+86', '𬭎\u0000<b>&"'], ['3', '@SUM(A1)', '0123456789012345678']]
async function* batches() { yield rows.slice(0, 2); yield rows.slice(2) }
const list = (): List => ({ title: '名单', columns: ['序号', '甲', '乙'].map((name) => ({ name, width: 10 })), batches: batches() })

test('a list as CSV begins with its mark, and no cell is a formula', async () => {
  expect((await buffer(Readable.from(listCsv(list())))).toString('utf8')).toBe('\ufeff序号,甲,乙\r\n1,"\'=HYPERLINK(""http://example.org"")",阿卜杜拉·买买提\r\n2,\'+86,"𬭎<b>&"""\r\n3,\'@SUM(A1),0123456789012345678\r\n')
})

test('a list as Excel and as Word holds the same words, and long numbers to their last digit', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await buffer(Readable.from(listExcel(list())))) as never)
  const read = book.worksheets[0]!.getSheetValues().slice(1).map((r) => (r as unknown[]).slice(1))
  const clean = rows.map((r) => r.map((c) => c.replace('\u0000', '')))
  expect(read).toEqual([['序号', '甲', '乙'], ...clean])
  const spots = await readWordForm(await buffer(Readable.from(listWord(list()))))
  expect(spots.filter((s) => s.cell !== null && s.cell.row > 0).map((s) => s.lines.join(''))).toEqual(clean.flat())
})
