import { expect, test } from 'vitest'
import { clockParts } from './clock-parts'

const HOUR = 3_600_000
const said = (left: number) => {
  const { tone, figures } = clockParts(left)
  return [tone, ...figures.map((f) => `${f.value}${f.unit}`)].join(' ')
}

test('more than 72 hours: calm, days, hours and minutes', () => {
  expect(said(72 * HOUR + 1)).toBe('calm 3day 00hour 00minute')
})
test('72 hours exactly: soon', () => {
  expect(said(72 * HOUR)).toBe('soon 3day 00hour 00minute')
})
test('within 24 hours: hours, minutes and seconds', () => {
  expect(said(24 * HOUR + 1)).toBe('soon 1day 00hour 00minute')
  expect(said(5 * HOUR + 12 * 60_000 + 48_900)).toBe('now 05hour 12minute 48second')
})
test('the end belongs to what has ended, and nothing is ever negative', () => {
  expect(said(0)).toBe('ended')
  expect(said(-HOUR)).toBe('ended')
})
