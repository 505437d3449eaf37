import { expect, test } from 'vitest'
import { contrast, toHex, toLch } from './colour'
import { deriveLook, grounds, leastForText, lookCss, presets } from './derive'
import { judgeEmblem, judgeHeader, unusablePicture } from './pictures'

const hex = (r: number, g: number, b: number): string => `#${[r, g, b].map((v) => v.toString(16).padStart(2, '0')).join('')}`
const all = (step: number): string[] => { const v = Array.from({ length: Math.floor(255 / step) + 1 }, (_, i) => i * step); return v.flatMap((r) => v.flatMap((g) => v.map((b) => hex(r, g, b)))) }

test('over the whole space of colours: coloured words on both grounds and white words on the colour never below 4.5 (a mutant that keeps what is picked fails)', () => {
  const bad = all(15).filter((picked) => { const { accent, deep } = deriveLook(picked).tokens; return [accent, deep].some((c) => contrast(c, grounds.paper) < leastForText || contrast(c, grounds.wash) < leastForText) })
  expect(bad).toEqual([])
  expect(all(15).filter((picked) => contrast(picked, grounds.wash) < leastForText).length).toBeGreaterThan(2000)
})
test('a colour that reads is kept to the letter; one that is changed is said to be', () => {
  for (const picked of all(17)) {
    const { tokens, findings } = deriveLook(picked)
    expect([picked, tokens.accent !== picked]).toEqual([picked, findings.some((f) => f.code === 'look.darkened' || f.code === 'look.softened')])
  }
  for (const p of presets) expect([p.id, deriveLook(p.accent).findings, deriveLook(p.accent).tokens.accent]).toEqual([p.id, [], p.accent])
})
test('a changed colour stays of its kind: hue within a few degrees, and yellow goes to brown', () => {
  for (const picked of ['#ff9999', '#99ccff', '#aaddaa', '#ff00ff', '#00ffff']) {
    const [a, b] = [toLch(picked).h, toLch(deriveLook(picked).tokens.accent).h]
    expect(Math.min(Math.abs(a - b), 360 - Math.abs(a - b))).toBeLessThan(8)
  }
  expect(toLch(deriveLook('#ffe600').tokens.accent).h).toBeLessThan(95)
})
test('below a pointer it is seen to change, the pale one carries no words and is pale', () => {
  for (const picked of all(51)) {
    const { accent, deep, tint } = deriveLook(picked).tokens
    expect([picked, accent === deep, contrast(tint, grounds.paper) < 1.7]).toEqual([picked, false, true])
  }
})
test('there and back', () => { for (const picked of all(51)) expect(toHex(toLch(picked))).toBe(picked) })
test('as a style: three colours and nothing else', () => { expect(lookCss('#23508e')).toMatch(/^:root\{--accent:#23508e;--accent-deep:#[0-9a-f]{6};--accent-tint:#[0-9a-f]{6}\}$/u) })
test('pictures: coarse, long, without author, people or consent; a drawing that can run is not taken, and what to do is said', () => {
  const codes = (f: readonly { code: string }[]) => f.map((x) => x.code)
  const rights = { credit: '图：示例', people: 'nobody' as const, consent: '' }
  expect([codes(judgeEmblem({ width: 400, height: 400 })), codes(judgeEmblem({ width: 60, height: 60 })), codes(judgeEmblem({ width: 1200, height: 120 }))]).toEqual([[], ['look.emblemCoarse'], ['look.emblemLong']])
  expect([codes(judgeHeader({ width: 2400, height: 900 }, rights)), codes(judgeHeader({ width: 700, height: 900 }, { credit: '', people: null, consent: '' })), codes(judgeHeader({ width: 2400, height: 900 }, { ...rights, people: 'children' }))]).toEqual([[], ['look.headerCoarse', 'look.headerTall', 'look.headerNoCredit', 'look.headerNoPeople'], ['look.headerUnasked']])
  expect([unusablePicture('徽.svg', 'emblem', true).mend.zh, unusablePicture('a.gif', 'emblem', false).code]).toEqual([expect.stringContaining('PNG'), 'look.unusable'])
})
