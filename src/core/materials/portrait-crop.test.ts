import { describe, expect, test } from 'vitest'
import { portraitCut, withPrintSize } from './portrait-crop'

const small2 = { millimetres: { width: 35, height: 45 } }

describe('a portrait cut out of a picture', () => {
  test('at 300 dpi 35 × 45 mm are 413 × 531 pixels', () => { expect(portraitCut(small2, 413)).toEqual({ width: 413, height: 531, dpi: 300, coarse: false }) })
  test('keeps the pixels it has, up to what only weighs', () => {
    expect([portraitCut(small2, 900), portraitCut(small2, 6000)]).toEqual([{ width: 900, height: 1157, dpi: 653, coarse: false }, { width: 1654, height: 2127, dpi: 1200, coarse: false }])
  })
  test('never makes up pixels, and says when there are too few', () => { expect(portraitCut(small2, 300)).toEqual({ width: 300, height: 386, dpi: 218, coarse: true }) })
  test('a rule that wants more than print gets it', () => { expect([portraitCut({ ...small2, minWidth: 600 }, 599).coarse, portraitCut({ ...small2, minWidth: 600 }, 600).coarse, portraitCut({ ...small2, minWidth: 2000 }, 2500).width]).toEqual([true, false, 2000]) })
})

describe('the size in print', () => {
  const head = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
  test('stands in the header afterwards, and the given bytes are left alone', () => {
    expect([[...withPrintSize(head, 653).subarray(13, 18)], [...head.subarray(13, 18)]]).toEqual([[1, 2, 141, 2, 141], [0, 0, 1, 0, 1]])
  })
  test('what has no such header stays as it is', () => { expect(withPrintSize(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 300)).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47])) })
})
