/** 推荐表和名单: filling an office's Word form against the template library alone, the repeated preview against the first, 100,000 rows against the stream writers alone. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { TemplateHandler } from 'easy-template-x'
import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { ZipFile } from 'yazl'
import { rulesOf } from '#core/campaign/definition'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import { exampleFields } from '#core/forms/example'
import { fillData } from '#core/forms/fill-data'
import { readForm } from '#core/forms/reading'
import type { List } from '#documents/lists/list'
import { listExcel } from '#documents/lists/list-excel'
import { listWord } from '#documents/lists/list-word'
import { fileCode, readableMark } from '#documents/forms/page-mark'
import { fillForm, readForm as readSpotsOf } from '#server/forms/form-child'
import { paperFile, type PaperOf } from '#server/forms/sheet-file'
import { formPool } from '#server/inspection/form-pool'
import { print } from './stage'

const FILL_SHARE = 0.8
const REPEAT_SHARE = 1 / 20
const STREAM_RATIO = 1.1
const MOST_MB = 200
const ROWS = 100_000
const FILLS = 30
let missed = 0
const judged = (text: string, fine: boolean): void => { if (!fine) missed++; print(`${text}${fine ? '' : ' MISSED'}`) }

const d = resolve(['national-2021', 'liaoning-2021', 'lnma-2021'].map((id) => {
  const parsed = parseDefinition(readFileSync(new URL(`../campaigns/${id}.yaml`, import.meta.url), 'utf8'), id)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}))
const fields = exampleFields(d)
const mark = { formId: '0b9e6f1c-3a52-4f7e-9d10-5b8c2f7a6e41', version: 3, contentHash: 'a1b2c3d4e5f60718293a' }

/** The same form twice: with nothing but labels, and with the library's own tags. */
const form = async (tagged: boolean): Promise<Buffer> => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const own = rulesOf(d, 'formField').filter((f) => f.section !== 'opinion')
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('推荐表（示例）'), new Table({ rows: [
    new TableRow({ children: [cell('照片'), cell(tagged ? '{portrait}' : '')] }),
    ...own.map((f) => new TableRow({ children: [cell(f.label.zh), cell(tagged ? `{${f.field}}` : '')] })),
  ] })] }] }))
}
const ms = async (runs: number, act: () => Promise<unknown>): Promise<number> => {
  const each: number[] = []
  for (let i = -5; i < runs; i++) { const begun = performance.now(); await act(); if (i >= 0) each.push(performance.now() - begun) }
  return each.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

const filling = async (): Promise<void> => {
  const portrait = await sharp({ create: { width: 413, height: 531, channels: 3, background: '#b33' } }).jpeg().toBuffer()
  const [plain, tagged] = [await form(false), await form(true)]
  const spots = await readSpotsOf({ content: plain })
  if (!spots.ok) throw new Error(spots.why)
  const reading = readForm(d, spots.value)
  const data = fillData(d, reading, { fields, unit: '示例市医学会', campaign: d.name.zh })
  const order = { places: reading.places, data, portrait: { picture: portrait, width: 35, height: 45 }, stamp: { picture: await fileCode(mark), readable: readableMark(mark) } }
  const words = Object.fromEntries(reading.places.map((p) => { const v = data.places[p.id]; return [p.keys[0]!, v === undefined ? { _type: 'image', source: portrait, format: 'image/jpeg', width: 132, height: 170 } : 'text' in v ? v.text : 'lines' in v ? v.lines.join('\n') : ''] }))
  const alone = await ms(FILLS, () => new TemplateHandler().process(tagged, words as never))
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-bench-form-'))
  const path = join(folder, 'form.docx')
  await writeFile(path, plain)
  const ours = await ms(FILLS, async () => { const done = await fillForm({ path }, order); if (!done.ok) throw new Error(done.why) })
  await rm(folder, { recursive: true })
  judged(`fill an untagged form (${reading.places.length} places, portrait, page code, in a child): ${ours.toFixed(1)} ms; the library alone on its own tags ${alone.toFixed(1)} ms; ${(alone / ours).toFixed(2)} of its speed (limit ≥ ${FILL_SHARE})`, alone / ours >= FILL_SHARE)
}

const repeating = async (): Promise<void> => {
  const paper: PaperOf = { definition: d, nominationId: mark.formId, version: 3, unit: '示例市医学会', candidate: '沈若川', fields, listed: [fields], portrait: null, form: null }
  const sheet = { id: 'nomination-form', kind: 'form', name: { zh: '推荐表', en: '' }, formats: ['pdf'] } as const
  await paperFile(sheet, 'pdf', { ...paper, version: 1 })
  const begun = performance.now()
  await paperFile(sheet, 'pdf', paper)
  const first = performance.now() - begun
  const again = await ms(50, () => paperFile(sheet, 'pdf', paper))
  judged(`the form as PDF again, unchanged: ${again.toFixed(2)} ms after ${first.toFixed(1)} ms the first time; ${(again / first).toFixed(4)} (limit ≤ ${REPEAT_SHARE})`, again / first <= REPEAT_SHARE)
}

const columns = Array.from({ length: 18 }, (_, i) => ({ name: `栏目${i + 1}`, width: 12 }))
const row = (n: number): string[] => columns.map((_, i) => (i === 0 ? String(n) : `示例单位第${n}行第${i}栏`))
async function* batches(): AsyncGenerator<string[][]> { for (let n = 0; n < ROWS; n += 500) yield Array.from({ length: 500 }, (_, i) => row(n + i)) }
const list = (): List => ({ title: '推荐名单', columns, batches: batches() })
const drained = async (from: AsyncIterable<Uint8Array>): Promise<number> => { let bytes = 0; for await (const piece of from) bytes += piece.length; return bytes }

/** What the stream writers take with nothing of ours around them. */
const excelAlone = async (): Promise<number> => {
  const out = new PassThrough()
  const read = drained(out)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const page = book.addWorksheet('推荐名单')
  for await (const rows of batches()) { for (const r of rows) page.addRow(r).commit(); await new Promise(setImmediate) }
  page.commit()
  await book.commit()
  return read
}
async function* bare(): AsyncGenerator<Buffer> { for await (const rows of batches()) yield Buffer.from(rows.map((r) => `<w:tr>${r.map((t) => `<w:tc><w:tcPr><w:tcW w:w="811" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">${t}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`).join('')) }
const wordAlone = (): Promise<number> => {
  const zip = new ZipFile()
  zip.addReadStream(Readable.from(bare(), { objectMode: false }), 'word/document.xml')
  zip.end()
  return drained(zip.outputStream as Readable)
}
const tasks: Record<string, () => Promise<number>> = { excel: () => drained(listExcel(list())), word: () => drained(listWord(list())), excelAlone, wordAlone }

/** Each in a process of its own: memory of one is not that of another. */
const inChild = (task: string): Promise<{ ms: number; mb: number }> => new Promise((done, fail) => {
  const child = fork(fileURLToPath(import.meta.url), [process.argv[2] ?? '', 'task', task], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.once('message', (m) => done(m as { ms: number; mb: number })).once('error', fail)
})
const runTask = async (task: string): Promise<void> => {
  let most = 0
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, 20)
  const begun = performance.now()
  await tasks[task]!()
  clearInterval(watch)
  process.send!({ ms: performance.now() - begun, mb: Math.max(most, process.memoryUsage.rss()) / 1e6 })
}

const streaming = async (): Promise<void> => {
  for (const kind of ['excel', 'word'] as const) {
    const runs: { ours: number; alone: number; mb: number }[] = []
    for (let i = 0; i < 3; i++) { const [ours, alone] = [await inChild(kind), await inChild(`${kind}Alone`)]; runs.push({ ours: ours.ms, alone: alone.ms, mb: ours.mb }) }
    const best = { ours: Math.min(...runs.map((r) => r.ours)), alone: Math.min(...runs.map((r) => r.alone)), mb: Math.max(...runs.map((r) => r.mb)) }
    const ratio = best.ours / best.alone
    judged(`${ROWS} rows of ${columns.length} columns as ${kind}: ${(best.ours / 1000).toFixed(2)} s, the stream writer alone ${(best.alone / 1000).toFixed(2)} s; ${ratio.toFixed(2)} (limit ≤ ${STREAM_RATIO}), ${best.mb.toFixed(0)} MB resident (limit ≤ ${MOST_MB})`, ratio <= STREAM_RATIO && best.mb <= MOST_MB)
  }
}

if (process.argv[3] === 'task') await runTask(process.argv[4] ?? '')
else {
  await filling()
  await repeating()
  formPool.close()
  await streaming()
  process.exitCode = missed === 0 ? 0 : 1
}
