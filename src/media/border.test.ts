import { describe, expect, it } from 'vitest'
import { borderColour } from './border'

const picture = (width: number, height: number, at: (x: number, y: number) => readonly [number, number, number]): Uint8Array =>
  Uint8Array.from({ length: width * height * 4 }, (_, i) => (i % 4 === 3 ? 255 : at((i >> 2) % width, Math.floor((i >> 2) / width))[i % 4 as 0 | 1 | 2]))
const plain = (r: number, g: number, b: number) => picture(60, 80, () => [r, g, b])

describe('ground colour of a portrait', () => {
  it.each([
    ['studio red', 'red', 219, 0, 0], ['dark red', 'red', 150, 20, 28], ['certificate blue', 'blue', 67, 142, 219], ['deep blue', 'blue', 0, 90, 190],
    ['white', 'white', 250, 250, 250], ['off white', 'white', 232, 230, 226], ['grey', 'other', 150, 150, 150], ['green', 'other', 40, 160, 70], ['orange', 'other', 240, 140, 20], ['black', 'other', 10, 10, 10],
  ])('%s is %s', (_, colour, r, g, b) => {
    expect(borderColour(plain(r, g, b), 60, 80)).toEqual({ colour, share: 1 })
  })
  it('shoulders in the lower half do not count', () => {
    expect(borderColour(picture(60, 80, (_, y) => (y < 40 ? [219, 0, 0] : [20, 20, 20])), 60, 80)).toEqual({ colour: 'red', share: 1 })
  })
  it('a border of two colours says how much is in the greater one', () => {
    expect(borderColour(picture(60, 80, (x) => (x < 40 ? [219, 0, 0] : [255, 255, 255])), 60, 80)).toEqual({ colour: 'red', share: 0.576 })
  })
})
