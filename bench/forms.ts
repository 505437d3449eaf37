/** 推荐表和名单: filling an office's Word form against the template library alone, the repeated preview against the first, 100,000 rows against the stream writers alone. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { TemplateHandler } from 'easy-template-x'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { rulesOf } from '#core/campaign/definition'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import { exampleFields } from '#core/forms/example'
import { fillData } from '#core/forms/fill-data'
import { readForm } from '#core/forms/reading'
import { fillWord } from '#documents/forms/fill-word'
import { fileCode, readableMark } from '#documents/forms/page-mark'
import { fillForm, readForm as readSpotsOf } from '#server/forms/form-child'
import { paperFile, type PaperOf } from '#server/forms/sheet-file'
import { formPool } from '#server/inspection/form-pool'
import { COLUMNS, ROWS } from './list-size'
import { print } from './stage'

const FILL_SHARE = 0.8
const REPEAT_SHARE = 1 / 20
const STREAM_RATIO = 1.1
const MOST_MB = 200
const FILLS = 60
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

/** Milliseconds of this process's CPU for one run of each, by turns once all are warm: what else the machine does counts on neither side. */
const cpuByTurns = async (runs: number, ...acts: readonly (() => Promise<unknown>)[]): Promise<number[]> => {
  const each = acts.map(() => 0)
  for (let i = -runs; i < runs; i++) for (const [k, act] of acts.entries()) {
    const before = process.cpuUsage()
    await act()
    const { user, system } = process.cpuUsage(before)
    if (i >= 0) each[k]! += (user + system) / 1000 / runs
  }
  return each
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
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-bench-form-'))
  const path = join(folder, 'form.docx')
  await writeFile(path, plain)
  const filled = async (): Promise<void> => { const done = await fillForm({ path }, order); if (!done.ok) throw new Error(done.why) }
  const [alone, ours, coded] = await cpuByTurns(FILLS, () => new TemplateHandler().process(tagged, words as never), () => fillWord(plain, { ...order, stamp: null }), () => fillWord(plain, order))
  const throughChild = await ms(FILLS, () => filled())
  await rm(folder, { recursive: true })
  judged(`fill an untagged form (${reading.places.length} places, portrait): ${ours!.toFixed(1)} ms of CPU; the library alone on its own tags ${alone!.toFixed(1)} ms; ${(alone! / ours!).toFixed(2)} of its speed (limit ≥ ${FILL_SHARE})`, alone! / ours! >= FILL_SHARE)
  print(`  with the code in its headers ${coded!.toFixed(1)} ms of CPU; asked of a child and waited for ${throughChild.toFixed(1)} ms`)
}

const repeating = async (): Promise<void> => {
  const paper: PaperOf = { definition: d, nominationId: mark.formId, version: 3, unit: '示例市医学会', candidate: '沈若川', fields, listed: [fields], portrait: null, form: null, appraisal: null }
  const sheet = { id: 'nomination-form', kind: 'form', name: { zh: '推荐表', en: '' }, formats: ['pdf'] } as const
  await paperFile(sheet, 'pdf', { ...paper, version: 1 })
  const begun = performance.now()
  await paperFile(sheet, 'pdf', paper)
  const first = performance.now() - begun
  const again = await ms(50, () => paperFile(sheet, 'pdf', paper))
  judged(`the form as PDF again, unchanged: ${again.toFixed(2)} ms after ${first.toFixed(1)} ms the first time; ${(again / first).toFixed(4)} (limit ≤ ${REPEAT_SHARE})`, again / first <= REPEAT_SHARE)
}

/** Each in a process of its own: memory of one is not that of another. */
const inChild = (task: string): Promise<{ ms: number; cpu: number; mb: number }> => new Promise((done, fail) => {
  const child = fork(fileURLToPath(new URL('./forms-list.mjs', import.meta.url)), [task], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.once('message', (m) => done(m as { ms: number; cpu: number; mb: number })).once('error', fail)
})
const streaming = async (): Promise<void> => {
  for (const kind of ['excel', 'word'] as const) {
    const runs: { ours: number; alone: number; mb: number; aloneMb: number }[] = []
    for (let i = 0; i < 3; i++) { const [ours, alone] = [await inChild(kind), await inChild(`${kind}Alone`)]; runs.push({ ours: ours.cpu, alone: alone.cpu, mb: ours.mb, aloneMb: alone.mb }) }
    const best = { ours: Math.min(...runs.map((r) => r.ours)), alone: Math.min(...runs.map((r) => r.alone)), mb: Math.max(...runs.map((r) => r.mb)) }
    const ratio = best.ours / best.alone
    judged(`${ROWS} rows of ${COLUMNS} columns as ${kind}: ${(best.ours / 1000).toFixed(2)} s of CPU, the stream writer alone ${(best.alone / 1000).toFixed(2)} s; ${ratio.toFixed(2)} (limit ≤ ${STREAM_RATIO}), ${best.mb.toFixed(0)} MB resident (limit ≤ ${MOST_MB}); the writer alone ${Math.max(...runs.map((r) => r.aloneMb)).toFixed(0)} MB`, ratio <= STREAM_RATIO && best.mb <= MOST_MB)
  }
}

await filling()
await repeating()
formPool.close()
await streaming()
process.exitCode = missed === 0 ? 0 : 1
