import { describe, expect, it } from 'vitest'
import { adjustedRows, type AdjustedRow } from './adjusted-rows'

const row = (id: string, rawRank: number, rank: number): AdjustedRow => ({ id, name: id, rawRank, rank })

describe('the picture of an adjustment', () => {
  it('draws all of a short list, each in its two orders, and says who crossed the line', () => {
    const { rows, above } = adjustedRows([row('a', 1, 2), row('b', 2, 3), row('c', 3, 1)], 2)
    expect(rows.map((r) => [r.id, r.from, r.to, r.crossed])).toEqual([['a', 0, 1, null], ['b', 1, 2, 'out'], ['c', 2, 0, 'in']])
    expect(above).toEqual({ from: 2, to: 2 })
  })
  it('keeps of a long list those near the line and everybody who crossed it, however far they came', () => {
    const all = Array.from({ length: 300 }, (_, i) => row(`n${i + 1}`, i + 1, i + 1)).map((r) => (r.rank === 250 ? { ...r, rank: 3 } : r.rank === 3 ? { ...r, rank: 250 } : r))
    const { rows } = adjustedRows(all, 10)
    expect(rows.length).toBeLessThan(20)
    expect(rows.filter((r) => r.crossed !== null).map((r) => [r.id, r.crossed])).toEqual([['n3', 'out'], ['n250', 'in']])
  })
  it('puts those who share a rank in one order on both sides', () => {
    const { rows } = adjustedRows([row('b', 1, 1), row('a', 1, 1)], 1)
    expect(rows.every((r) => r.from === r.to)).toBe(true)
  })
})
