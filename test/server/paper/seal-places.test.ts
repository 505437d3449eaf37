/** The product’s own form, sealed in its cell and in the wrong one, then worn as scans are: where the place is known a misplaced seal is told, a right one never; who ignores the place tells nothing. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ruleOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { judgeSeals } from '#core/paper/judge-seals'
import type { PaperReading, PrintedPlace } from '#core/paper/reading'
import { pageCodeDigits } from '#core/paper/page-code'
import { page } from '#documents/page'
import { renderPdf } from '#documents/render'
import { readPages, rowsOf } from '../../documents/pdf-positions'
import { drawnPages, type Sheet } from '#server/demo/samples/drawn-pages'
import { portrait } from '#server/demo/samples/portrait'
import { wears as everyWear, wornPage, type Wear } from '#server/demo/samples/worn-scan'
import { ChildPool } from '#server/inspection/child-pool'
import { ask, closeInspectors } from '#server/inspection/inspect-file'
import { placesIn } from '#server/paper/printed-places'
import { turnedPortrait } from '../../corpus/turned-portraits'
import { temporaryFolder, type TemporaryFolder } from '../temporary-folder'
import { ownForm, shipped } from './own-form'

const long = process.env['XUANSHU_LONG'] === '1'
/** The short run takes every fourth one. */
const wears = everyWear.filter((_, i) => long || i % 4 === 0)
const id = '01980000-0000-7000-8000-00000000000c'
const unit = '示例市医学会（示例）'
const a4 = { width: 210, height: 297 } as const

let folder: TemporaryFolder
let definition: ResolvedDefinition
let rule: ResolvedRule<'material'>
const pool = new ChildPool()
beforeAll(async () => {
  folder = await temporaryFolder()
  definition = await shipped('lnma-2021')
  rule = ruleOf(definition, 'material', 'nomination-form-stamped')!
})
afterAll(async () => { pool.close(); closeInspectors(); await folder.remove() })

interface Form { readonly sheets: readonly Sheet[]; readonly places: readonly PrintedPlace[]; /** Where 推荐单位（盖章） and 所在单位（盖章） stand, in shares; told by the drawing commands, not by what is tested. */ readonly own: Spot; readonly other: Spot }
interface Spot { readonly page: number; readonly x: number; readonly y: number }

const formOf = async (deeds: number): Promise<Form> => {
  const { pdf, mark } = await ownForm(definition, id, deeds)
  const spot = (words: string): Spot => {
    const rows = readPages(pdf).flatMap((p, i) => rowsOf(p).flatMap((r) => { const at = r.text.indexOf(words); return at < 0 ? [] : [{ page: i + 1, left: r.glyphs[at]!.left, right: r.glyphs[at + words.length - 1]!.right, top: r.glyphs[at]!.top }] }))
    const last = rows.at(-1)!
    return { page: last.page, x: (last.left + last.right) / 2 / a4.width, y: (last.top + 4) / a4.height }
  }
  return { sheets: await drawnPages(pdf, 150), places: await placesIn(pdf, ['推荐单位意见'], mark.contentHash.slice(0, pageCodeDigits)), own: spot('推荐单位（盖章）'), other: spot('所在单位（盖章）') }
}

let n = 0
const read = async (jpeg: Buffer): Promise<PaperReading> => {
  const path = join(folder.path, `${n++}.jpg`)
  await writeFile(path, jpeg)
  const outcome = await ask(pool, { kind: 'paper', path, to: folder.path })
  if (outcome.kind !== 'paper') throw new Error(outcome.kind)
  return outcome.read.reading
}

/** A few millimetres beside the words, as hands do. */
const near = (spot: Spot, i: number): Spot => ({ ...spot, x: spot.x + [0, -9, 6, 3][i % 4]! / a4.width, y: spot.y + [0, 5, -8, 3][i % 4]! / a4.height })
const elsewhere = { page: 0, x: 0.3, y: 0.75 }

interface Case { readonly wear: Wear; readonly at: 'own' | 'other' | 'margin'; readonly known: boolean; readonly seals: number; readonly told: readonly string[]; readonly mutant: readonly string[] }

/** Every wear on the page with the cells, the seal in its own cell, in the neighbour’s, and where no cell is. */
const cases = async (form: Form): Promise<Case[]> => {
  const out: Case[] = []
  for (const [i, wear] of wears.entries()) for (const at of ['own', 'other', 'margin'] as const) {
    const spot = near(at === 'own' ? form.own : at === 'other' ? form.other : elsewhere, i)
    // The two cells may lie on two pages: both are handed in, and one of them bears the seal.
    const pages = []
    for (const page of new Set([form.other.page, form.own.page])) pages.push(...(await read(await wornPage(`${wear} ${at} ${page}`, form.sheets[page - 1]!, { wear: [wear], seals: page === (spot.page || form.own.page) ? [{ unit, x: spot.x, y: spot.y }] : [] }))).pages)
    const reading: PaperReading = { state: 'read', count: pages.length, pages: pages.map((p, k) => ({ ...p, number: k + 1 })) }
    const judge = (material: typeof rule, r: PaperReading) => judgeSeals(material, 'scan.pdf', r).map((f) => f.code)
    const { seals: _, ...placeless } = rule
    out.push({ wear, at, known: reading.pages.at(-1)!.codes.length > 0, seals: reading.pages.flatMap((p) => p.seals).length, told: judge(rule, { ...reading, places: form.places }), mutant: judge(placeless, { ...reading, places: form.places }) })
  }
  return out
}

it('sealed in its cell, in the neighbour’s and beside both, in every wear: a misplaced seal is told, a right one never, and a judge without places tells none', async () => {
  for (const deeds of long ? [0.3, 0.4, 0.7, 1] : [0.4]) {
    const form = await formOf(deeds)
    expect(form.places.map((p) => [p.page, p.mark !== null])).toEqual([[form.own.page, true]])
    const all = await cases(form)
    const looked = all.filter((c) => c.known && c.seals > 0)
    // Where neither code nor colour can be read, nothing is known; that is few.
    expect(looked.length / all.length).toBeGreaterThanOrEqual(0.75)
    expect(looked.filter((c) => c.at === 'own' && c.told.length > 0)).toEqual([])
    expect(looked.filter((c) => c.at !== 'own' && !c.told.includes('paper.sealElsewhere'))).toEqual([])
    expect(all.flatMap((c) => c.mutant).filter((code) => code === 'paper.sealElsewhere')).toEqual([])
    expect(all.filter((c) => !c.known && c.told.includes('paper.sealElsewhere'))).toEqual([])
  }
}, 300_000)

it('where nobody knows the place, it is judged as before: one mark anywhere is enough', async () => {
  const { sheets, other } = await formOf(0.4)
  const reading = await read(await wornPage('unknown', sheets[other.page - 1]!, { wear: [], seals: [{ unit, x: other.x, y: other.y }] }))
  expect(judgeSeals(rule, 'scan.pdf', reading)).toEqual([])
})

it('a portrait on its red ground, printed on the form, is taken for no seal in any wear', async () => {
  const found: string[] = []
  for (const [i, wear] of wears.entries()) {
    const picture = i % 4 === 0 ? await turnedPortrait('a', 40) : await portrait(`sealed ${i}`, { width: 413, height: 531 })
    const [sheet] = await drawnPages((await ownForm(definition, id, 0.4, picture)).pdf, 150)
    const { pages } = await read(await wornPage(`portrait ${wear}`, sheet!, { wear: [wear] }))
    if (pages[0]!.seals.length > 0) found.push(wear)
  }
  expect(found).toEqual([])
}, 120_000)

/** An office's own form as a PDF with its text, sealed electronically: labels one character below the other, rings where asked, in millimetres. */
const officePdf = (rings: readonly { readonly x: number; readonly y: number }[]): Promise<Uint8Array> => renderPdf(`${page}
#let down(t) = align(center + horizon, stack(dir: ttb, spacing: 2mm, ..t.clusters()))
#text(size: 16pt)[示例推荐表] #v(6mm)
#table(columns: (16mm, 1fr), rows: (70mm, 70mm), down("所在单位意见"), align(bottom + right)[（公章） #h(8mm)年　月　日], down("推荐单位意见"), align(bottom + right)[（公章） #h(8mm)年　月　日])
#for r in d.rings { place(top + left, dx: r.x * 1mm - 24mm - 20mm, dy: r.y * 1mm - 24mm - 20mm, circle(radius: 20mm, stroke: 1.6mm + rgb("#d0202a"))) }
`, { foot: '', rings })

it('on a file with its own text the cell is found by its label, without any code', async () => {
  const readPdf = async (pdf: Uint8Array): Promise<PaperReading> => {
    const path = join(folder.path, `${n++}.pdf`)
    await writeFile(path, pdf)
    const outcome = await ask(pool, { kind: 'paper', path, to: folder.path })
    if (outcome.kind !== 'paper') throw new Error(outcome.kind)
    return outcome.read.reading
  }
  const [upper, lower] = [{ x: 150, y: 92 }, { x: 150, y: 162 }]
  const judge = async (rings: readonly { readonly x: number; readonly y: number }[]) => { const reading = await readPdf(await officePdf(rings)); return [reading.pages[0]!.codes.length, reading.pages[0]!.seals.length, judgeSeals(rule, 'form.pdf', reading).map((f) => f.code)] }
  // Drawn on the page, these rings are no part of a scan, which is told wherever they are.
  expect(await judge([lower])).toEqual([0, 1, ['paper.sealLaidOn']])
  expect(await judge([upper])).toEqual([0, 1, ['paper.sealElsewhere', 'paper.sealLaidOn']])
  expect(await judge([upper, lower])).toEqual([0, 2, ['paper.sealLaidOn']])
  expect(await judge([])).toEqual([0, 0, ['paper.noColour']])
})
