import { describe, expect, it } from 'vitest'
import { mayCarryCode } from './finder'
import type { Gray } from './picture'

const side = 400
const white = (): Gray => ({ data: new Uint8Array(side * side).fill(255), width: side, height: side })

/** The outline of a code of version 4 (ISO/IEC 18004, figure 1): three corner squares around modules that say nothing. */
const size = 33
const cornerSquare = (row: number, column: number): boolean => Math.max(Math.abs(row - 3), Math.abs(column - 3)) !== 2
const isDark = (row: number, column: number): boolean => {
  const near = (n: number) => (n < 8 ? n : n >= size - 8 ? size - 1 - n : null)
  const [r, c] = [near(row), near(column)]
  if (r === null || c === null || (row >= size - 8 && column >= size - 8)) return (row * 7 + column * 13 + row * column) % 3 === 0
  return r < 7 && c < 7 && cornerSquare(r, c)
}

/** Turned around the middle of the page, with so many dots a module. */
const coded = (module: number, degrees: number): Gray => {
  const page = white()
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) {
    const [dx, dy] = [x - side / 2, y - side / 2]
    const [column, row] = [Math.floor((dx * cos + dy * sin) / module + size / 2), Math.floor((dy * cos - dx * sin) / module + size / 2)]
    if (column >= 0 && row >= 0 && column < size && row < size && isDark(row, column)) page.data[y * side + x] = 0
  }
  return page
}

describe('corner squares', () => {
  it.each([[2.4, 0], [3, 0], [3, 90], [3, 180], [4, 8], [3, 30]])('are seen with %d dots a module, turned by %d degrees', (module, degrees) => {
    expect(mayCarryCode(coded(module, degrees))).toBe(true)
  })

  it('are not seen on an empty page, in ruled lines or in a table of boxes', () => {
    const ruled = white()
    const boxes = white()
    for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) {
      if (y % 12 < 2) ruled.data[y * side + x] = 0
      if (y % 24 < 2 || x % 24 < 2) boxes.data[y * side + x] = 0
    }
    expect([white(), ruled, boxes].map(mayCarryCode)).toEqual([false, false, false])
  })
})
