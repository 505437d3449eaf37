import { expect, test } from 'vitest'
import { drawChart, type Shape } from './drawing'
import { LEAST_TOLD, maskSmall } from './masked'
import { assemble, type Draft } from './report'

const words = (zh: string) => ({ zh, en: zh })

test('small classes are not told, and none can be worked out from the whole', () => {
  expect(maskSmall([40, 7, 0])).toEqual([40, 7, 0])
  expect(maskSmall([40, 1, 7])).toEqual([40, null, null])
  expect(maskSmall([40, 1, 2, 9])).toEqual([40, null, null, 9])
  expect(maskSmall([0, 2])).toEqual([null, null])
  expect(maskSmall([0, 1, 1])).toEqual([null, null, null])
  // Whatever the row: of those hidden, more than one way to divide what is left of the whole.
  for (let a = 0; a < 6; a++) for (let b = 0; b < 6; b++) for (let c = 0; c < 6; c++) {
    const counts = [a, b, c]
    const told = maskSmall(counts)
    const hidden = counts.filter((_, i) => told[i] === null)
    expect(told.every((n) => n === null || n === 0 || n >= LEAST_TOLD)).toBe(true)
    if (hidden.length === 0 || told.every((n) => n === null)) continue
    const rest = hidden.reduce((x, y) => x + y, 0)
    const small = hidden.every((n) => n < LEAST_TOLD)
    // All known to be small: as many ones as twos must not be certain.
    if (small) expect([rest > hidden.length, rest < hidden.length * (LEAST_TOLD - 1)], JSON.stringify(counts)).toEqual([true, true])
    else expect(hidden.length, JSON.stringify(counts)).toBeGreaterThan(1)
  }
})

test('a sentence that names a figure nobody put down makes no report', () => {
  const draft = (text: string): Draft => ({ id: 'timeline', title: words('过程'), figures: [{ key: 'units', name: words('单位'), value: 14, from: words('名册') }], says: [words(text), null], tables: [null] })
  expect(assemble(words('报告'), '示例', 0, [draft('面向 {units} 个单位。')]).sections[0]!.says).toEqual([words('面向 14 个单位。')])
  expect(() => assemble(words('报告'), '示例', 0, [draft('报送 {sent} 件。')])).toThrow(TypeError)
})

const DAY = 86_400_000
const inside = (s: Shape, width: number): boolean => (s.kind === 'box' ? s.x >= -0.01 && s.x + s.w <= width + 0.01 : s.anchor === 'start' ? s.x <= width : s.x >= 0 && s.x <= width)
test('at every width a chart stays within it, draws each number it is given, and shows nothing of what is masked but that it is there', () => {
  const bars = { kind: 'bars', rows: [{ name: words('云岭市医学会下属的各单位（示例）'), n: 37, of: 60 }, { name: words('直属'), n: 0, of: 4 }] } as const
  const parts = { kind: 'parts', classes: [{ name: words('女'), look: 'class0' }, { name: words('男'), look: 'class1' }, { name: words('未填'), look: 'rest' }], rows: [{ name: words('已报送'), whole: 45, counts: [12, null, null] }] } as const
  const spans = { kind: 'spans', until: 30 * DAY, rows: [{ name: words('印发通知'), from: DAY, to: DAY }, { name: words('第一轮'), from: 5 * DAY, to: null }] } as const
  for (const width of [288, 343, 620, 860]) {
    for (const chart of [bars, parts, spans]) expect([width, chart.kind, drawChart(chart, width, 'zh').shapes.filter((s) => !inside(s, width))]).toEqual([width, chart.kind, []])
    const said = (chart: typeof bars | typeof parts) => drawChart(chart, width, 'zh').shapes.flatMap((s) => (s.kind === 'words' ? [s.text] : []))
    expect(said(bars)).toEqual(expect.arrayContaining(['37', '/ 60', '0', '/ 4']))
    expect([said(parts).includes('12'), said(parts).includes('33'), said(parts).includes('人数少，不分列')]).toEqual([true, false, true])
  }
})
