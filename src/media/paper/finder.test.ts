import QRCode from 'qrcode'
import { describe, expect, it } from 'vitest'
import { mayCarryCode } from './finder'
import type { Gray } from './picture'

const side = 400
const white = (): Gray => ({ data: new Uint8Array(side * side).fill(255), width: side, height: side })

/** A real code, turned around the middle of the page, with so many dots a module. */
const coded = (module: number, degrees: number): Gray => {
  const { modules } = QRCode.create('https://awards.example.org/p/0190-示例', { errorCorrectionLevel: 'M' })
  const page = white()
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) {
    const [dx, dy] = [x - side / 2, y - side / 2]
    const [column, row] = [Math.floor((dx * cos + dy * sin) / module + modules.size / 2), Math.floor((dy * cos - dx * sin) / module + modules.size / 2)]
    if (column >= 0 && row >= 0 && column < modules.size && row < modules.size && modules.get(row, column)) page.data[y * side + x] = 0
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
