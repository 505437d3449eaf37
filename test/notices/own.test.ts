/** Notices of our own, written with their facts before they were read; copies changed in the same way as their facts must be read as well. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readNotice } from '#core/notice/read-notice'
import { changes, inSimplified, type Sample } from '../../bench/perturb-notice'
import { scoreNotice, sum, type Figures } from '../../bench/score-notices'

const folder = new URL('own/', import.meta.url)
const samples = readdirSync(folder).filter((n) => n.endsWith('.txt')).map((n): Sample & { name: string } => ({ name: n, text: readFileSync(new URL(n, folder), 'utf8'), facts: JSON.parse(readFileSync(new URL(n.replace('.txt', '.json'), folder), 'utf8')) as Sample['facts'] }))
const figures = (s: Sample): Figures => sum(Object.values(scoreNotice(inSimplified(s.facts) as Sample['facts'], inSimplified(readNotice(s.text).facts) as Sample['facts'])))
const f1 = (f: Figures): number => (2 * f.hit) / (f.gold + f.pred)

describe('notices of other offices, other kinds of award', () => {
  test('are read as they were meant', () => { expect(f1(sum(samples.map(figures)))).toBeGreaterThanOrEqual(0.95) })
  test.each(samples.map((s) => [s.name, s] as const))('%s', (_, s) => { expect(f1(figures(s))).toBeGreaterThanOrEqual(0.85) })
  test.each(changes.map((c) => [c.name, c] as const))('with other %s the facts follow', (_, c) => { expect(f1(sum(samples.map((s) => figures(c.change(s)))))).toBeGreaterThanOrEqual(0.93) })
  test('every change changes something', () => { expect(changes.filter((c) => samples.every((s) => c.change(s).text === s.text)).map((c) => c.name)).toEqual([]) })
})
