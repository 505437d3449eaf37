import { describe, expect, it } from 'vitest'
import type { ResolvedRule } from '../campaign/definition'
import { judgeSeals } from './judge-seals'
import type { Box, CodeMark, PageRead, PlacedText, PrintedPlace, SealMark } from './reading'
import { placesOn } from './seal-place'

/** Millimetres on A4 → shares. */
const at = (left: number, top: number, text: string, size = 4): PlacedText => ({ text, left: left / 210, top: top / 297, width: ([...text].length * size) / 210, height: size / 297 })
const a4 = 210 / 297
/** Whether a seal with its middle there, in millimetres, would be at one of the places found. */
const holds = (texts: readonly PlacedText[], words: string, points: readonly (readonly [x: number, y: number])[]): boolean[] =>
  points.map(([x, y]) => placesOn(texts, words, a4).some((b: Box) => x / 210 > b.left && x / 210 < b.left + b.width && y / 297 > b.top && y / 297 < b.top + b.height))

const own = '推荐单位意见'
const stacked = [at(25, 120, '所在单位意见'), at(60, 105, '情况属实，同意推荐。'), at(140, 140, '所在单位（盖章）'), at(150, 147, '年　月　日'), at(25, 178, own), at(60, 160, '经集体研究，同意推荐。'), at(140, 190, '推荐单位（盖章）'), at(150, 197, '年　月　日')]

describe('the cell that a label names', () => {
  const [inUpper, inLower, atItsTop, farBelow] = [[150, 142], [150, 192], [100, 164], [150, 230]] as const
  it('beside it, as high above the label as below it, and no higher than the place for a seal above', () => {
    expect(holds(stacked, own, [inLower, atItsTop, inUpper, farBelow])).toEqual([true, true, false, false])
    expect(holds(stacked, '所在单位意见', [inUpper, inLower])).toEqual([true, false])
  })
  it('below it, beside another cell of the same line', () => {
    const side = [at(25, 100, '所在单位意见'), at(70, 140, '（盖章）'), at(115, 100, own), at(160, 140, '（盖章）')]
    const [left, right] = [[70, 138], [165, 138]] as const
    expect([holds(side, '所在单位意见', [left, right]), holds(side, own, [left, right])]).toEqual([[true, false], [false, true]])
  })
  it('whose characters stand one below the other', () => {
    const down = [...own].map((c, i) => at(25, 150 + i * 6, c))
    expect(holds([...down, at(140, 190, '（公章）')], own, [inLower, farBelow])).toEqual([true, false])
  })
  it('or the line itself, where its words speak of the seal', () => {
    expect(holds([at(22, 60, '推荐单位（盖章）：示例市医学会')], '推荐单位（盖章）', [[60, 62], [60, 120]])).toEqual([true, false])
  })
  it('is the label and not a sentence that holds its words', () => {
    expect(holds([at(60, 60, '上报时请附推荐单位意见和有关证明材料各一份。'), at(140, 80, '填表人（签章）'), ...stacked], own, [inLower, [150, 82]])).toEqual([true, false])
  })
  it('is not known where the page prints no place for a seal, or has no such label', () => {
    expect([placesOn([at(25, 170, own)], own, a4), placesOn(stacked, '主管部门意见', a4), placesOn([], own, a4)]).toEqual([[], [], []])
  })
  it('whatever width brackets and spaces have', () => expect(holds([at(25, 178, '推荐 单位 意见'), at(140, 190, '推荐单位(盖章)')], own, [inLower])).toEqual([true]))
})

const words = { zh: '推荐单位意见', en: 'Opinion' }
const material = (at?: { words: typeof words; page?: 'firstPage' | 'lastPage' }, others: object[] = []) => ({ kind: 'material', id: 'form', name: { zh: '推荐表', en: 'Form' }, strength: 'block', rests: { number: '四', zh: '盖章', en: 'sealed' }, seals: [{ of: { zh: '推荐单位', en: 'the unit' }, ...(at && { at }) }, ...others] }) as unknown as ResolvedRule<'material'>
const seal = (x: number, y: number): SealMark => ({ x: x / 210, y: y / 297, radius: 0.1, share: 0.9, cut: false })
const page = (number: number, more: Partial<PageRead> = {}): PageRead => ({ number, looked: true, codes: [], turns: 0, seals: [], colour: true, hasText: true, ratio: a4, mark: null, ...more })
const judged = (rule: ResolvedRule<'material'>, pages: PageRead[], places: PrintedPlace[] = []) => judgeSeals(rule, 'scan.pdf', { state: 'read', count: pages.length, pages, places }).map((f) => `${f.code} ${f.strength}`)

describe('a seal whose place is named', () => {
  const [right, wrong] = [seal(150, 188), seal(150, 140)]
  it('is there, or is told to be elsewhere; one more elsewhere does no harm', () => {
    expect(judged(material({ words }), [page(1, { texts: stacked, seals: [right] })])).toEqual([])
    expect(judged(material({ words }), [page(1, { texts: stacked, seals: [wrong] })])).toEqual(['paper.sealElsewhere warn'])
    expect(judged(material({ words }), [page(1, { texts: stacked, seals: [wrong, right] })])).toEqual([])
  })
  it('says nothing where the definition names no place, or nobody knows it', () => {
    expect(judged(material(), [page(1, { texts: stacked, seals: [wrong] })])).toEqual([])
    expect(judged(material({ words }), [page(1, { seals: [wrong] })])).toEqual([])
  })
  it('is asked of the page that is named', () => {
    const pages = [page(1, { texts: stacked, seals: [wrong] }), page(2, { texts: stacked, seals: [right] })]
    expect([judged(material({ words, page: 'firstPage' }), pages), judged(material({ words, page: 'lastPage' }), pages), judged(material({ words }), pages)]).toEqual([['paper.sealElsewhere warn'], [], []])
  })
  it('too few of them are told as such, wherever they are', () => expect(judged(material({ words }, [{ of: { zh: '所在单位', en: 'the employer' } }]), [page(1, { texts: stacked, seals: [wrong] })])).toEqual(['paper.fewSeals warn']))

  const code = { formId: 'f', version: 1, contentHash: 'ab', page: { number: 2, of: 2 } }
  const mark: CodeMark = { x: 0.85, y: 0.05, side: 0.09, degrees: 0 }
  const printed: PrintedPlace = { contentHash: 'ab', page: 2, words: words.zh, box: { left: 25 / 210, top: 157 / 297, width: 165 / 210, height: 48 / 297 }, ratio: a4, mark }
  it('is looked for where it was printed, on the page whose code says so', () => {
    const scan = (s: SealMark, more: Partial<PageRead> = {}) => [page(1), page(2, { codes: [code], mark, hasText: false, seals: [s], ...more })]
    expect([judged(material({ words }), scan(right), [printed]), judged(material({ words }), scan(wrong), [printed])]).toEqual([[], ['paper.sealElsewhere warn']])
    expect(judged(material({ words }), scan(wrong), [{ ...printed, contentHash: 'cd' }])).toEqual([])
    expect(judged(material({ words }), scan(wrong), [{ ...printed, page: 1 }])).toEqual([])
  })
  it('is found again by the code on a scan that is smaller, moved and askew', () => {
    // A page photographed at nine tenths of its size, a little to the lower right, leaning by three degrees.
    const [turn, scale] = [(3 * Math.PI) / 180, 0.9]
    const moved = (x: number, y: number): { x: number; y: number } => { const [dx, dy] = [x / 210 - 0.5, (y - 148.5) / 210]; return { x: 0.52 + scale * (Math.cos(turn) * dx - Math.sin(turn) * dy), y: 0.51 + scale * (Math.sin(turn) * dx + Math.cos(turn) * dy) * a4 } }
    const here = { ...moved(0.85 * 210, 0.05 * 297), side: mark.side * scale, degrees: 3 }
    const scan = (x: number, y: number, at: CodeMark | null) => [page(1, { codes: [code], mark: at, hasText: false, seals: [{ ...seal(0, 0), ...moved(x, y) }] })]
    expect([judged(material({ words }), scan(150, 200, here), [printed]), judged(material({ words }), scan(40, 200, here), [printed]), judged(material({ words }), scan(150, 146, here), [printed])]).toEqual([[], [], ['paper.sealElsewhere warn']])
  })
})
