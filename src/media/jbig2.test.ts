import { expect, it } from 'vitest'
import { hasFaxRegion } from './jbig2'

const zeros = (length: number) => Array.from({ length }, () => 0)
const int = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
/** @param references which segments it refers to, as they are written */
const segment = (number: number, type: number, data: readonly number[], references: readonly number[] = [0], page: readonly number[] = [1]) => [...int(number), type | (page.length > 1 ? 0x40 : 0), ...references, ...page, ...int(data.length), ...data]
const region = (flags: number) => [...zeros(17), flags, 1, 2, 3]
const page = segment(0, 48, zeros(19))

it.each<[string, boolean, number[]]>([
  ['a region coded as a fax', true, [...page, ...segment(1, 38, region(1))]],
  ['a lossless one', true, [...page, ...segment(1, 39, region(1))]],
  ['one coded arithmetically', false, [...page, ...segment(1, 38, region(0))]],
  ['one behind a dictionary of letters and text that refers to it', true, [...segment(0, 0, [1, 0, 9]), ...page, ...segment(2, 6, region(1), [0x20, 0]), ...segment(3, 38, region(1))]],
  ['behind a segment that refers to more than four, on a page of a long number', true, [...page, ...segment(9, 6, region(1), [0xe0, 0, 0, 5, 0, 1, 2, 3, 4, 5], [0, 0, 0, 1]), ...segment(10, 38, region(1))]],
  ['a halftone coded as a fax is drawn all the same', false, [...page, ...segment(1, 22, region(1))]],
  ['cut off', false, [...page, ...segment(1, 38, region(1)).slice(0, 12)]],
  ['a segment that claims to be longer than the file', false, [...page.slice(0, 7), ...int(0x7fffffff), 38, 0, 1]],
  ['nothing', false, []],
])('%s', (_, is, bytes) => {
  expect(hasFaxRegion(Uint8Array.from(bytes))).toBe(is)
})
