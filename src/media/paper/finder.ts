/** Whether a page may carry one of our QR codes at all: its corner squares (ISO/IEC 18004, 6.3.3) are looked for, which is far cheaper than reading. */
import type { Gray } from './picture'

/** Dark and light along a line through the middle of a corner square, whatever way it is turned: 1 : 1 : 3 : 1 : 1. */
const proportions = [1, 1, 3, 1, 1] as const
const modules = 7
const black = 128
/** A run off by so much of its length still counts; dots a module at 150 dpi; rows that must cross the same square. Of 60 worn pages none shows fewer than three squares, of 48 pages of text none shows one. */
const accept = { tolerance: 0.6, least: 1.3, most: 6, rows: 3 } as const

interface Hit { readonly x: number; y: number; readonly module: number; rows: number }

/**
 * Whether anything looks like a corner square.
 * @param page at about 150 dpi, its light made even
 */
export const mayCarryCode = ({ data, width, height }: Gray): boolean => {
  const places: Hit[] = []
  const runs = new Int32Array(5)
  for (let y = 0; y < height; y++) {
    let [seen, begun, dark] = [0, 0, data[y * width]! < black]
    for (let x = 1; x <= width; x++) {
      const now = x < width && data[y * width + x]! < black
      if (now === dark && x < width) continue
      runs[0] = runs[1]!; runs[1] = runs[2]!; runs[2] = runs[3]!; runs[3] = runs[4]!; runs[4] = x - begun
      seen++
      // The run that just ended closes five, and is dark.
      if (dark && seen >= 5 && fits(runs)) {
        const module = sumOf(runs) / modules
        const middle = x - runs[4] - runs[3]! - (runs[2]! >> 1) - 1
        if (crosses(data, width, height, middle, y, module) && crossed(places, middle, y, module) >= accept.rows) return true
      }
      begun = x
      dark = now
    }
  }
  return false
}

/** How many rows have crossed this place by now. */
const crossed = (places: Hit[], x: number, y: number, module: number): number => {
  const same = places.findLast((p) => Math.abs(p.x - x) <= module * 1.5 && y - p.y <= module * 2 && Math.abs(p.module - module) <= module * 0.5)
  if (same === undefined) return places.push({ x, y, module, rows: 1 }) && 1
  if (same.y !== y) same.rows++
  same.y = y
  return same.rows
}

const sumOf = (runs: Int32Array): number => runs[0]! + runs[1]! + runs[2]! + runs[3]! + runs[4]!

const fits = (runs: Int32Array): boolean => {
  const module = sumOf(runs) / modules
  if (module < accept.least || module > accept.most) return false
  for (let i = 0; i < 5; i++) if (Math.abs(runs[i]! - proportions[i]! * module) > proportions[i]! * module * accept.tolerance) return false
  return true
}

/** The same up and down through the middle, with modules of about the same size. */
const crosses = (data: Uint8Array, width: number, height: number, x: number, y: number, module: number): boolean => {
  const runs = new Int32Array(5)
  const walk = (step: 1 | -1): boolean => {
    let [at, dark] = [step === 1 ? y : y - 1, true]
    for (const place of step === 1 ? [2, 3, 4] : [2, 1, 0]) {
      const from = at
      while (at >= 0 && at < height && data[at * width + x]! < black === dark) at += step
      runs[place]! += Math.abs(at - from)
      if (Math.abs(at - from) > module * 4) return false
      dark = !dark
    }
    return true
  }
  return data[y * width + x]! < black && walk(1) && walk(-1) && fits(runs) && Math.abs(sumOf(runs) / modules - module) <= module * 0.5
}
