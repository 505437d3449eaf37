/** 标准分: each juror's points as distances from that juror's own mean in own standard deviations, (x - mean) / sd (E. Kreyszig, Advanced Engineering Mathematics; of all the juror's points, not of a sample). Rounded to six decimals, half away from zero, before anything is added, so that anybody reaches the same figure. */
import { ratio, type Ratio } from './ratio'

const MILLION = 1_000_000

export interface ZScores { /** Mean of the z-scores of a candidate. */ readonly means: ReadonlyMap<string, Ratio>; readonly flat: number }

/** A juror who gave all the same, or scored one only, puts everybody at 0. */
export const zScores = (sheets: readonly ReadonlyMap<string, number>[]): ZScores => {
  const sums = new Map<string, { micro: number; n: number }>()
  let flat = 0
  for (const sheet of sheets) {
    if (sheet.size === 0) continue
    let [sum, squares] = [0, 0]
    for (const x of sheet.values()) { sum += x; squares += x * x }
    const spread = exactSpread(sheet, sum, squares)
    if (spread === 0n) flat++
    for (const [c, x] of sheet) {
      const own = sums.get(c) ?? { micro: 0, n: 0 }
      own.micro += spread === 0n ? 0 : micro(sheet.size * x - sum, spread)
      own.n++
      sums.set(c, own)
    }
  }
  return { means: new Map([...sums].map(([c, { micro: m, n }]) => [c, ratio(m, n * MILLION)])), flat }
}

/** n Σx² - (Σx)²: the square of n times the standard deviation, whole. */
const exactSpread = (sheet: ReadonlyMap<string, number>, sum: number, squares: number): bigint => {
  const [a, b] = [sheet.size * squares, sum * sum]
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return BigInt(a - b)
  let exact = 0n
  for (const x of sheet.values()) exact += BigInt(x) * BigInt(x)
  return BigInt(sheet.size) * exact - BigInt(sum) * BigInt(sum)
}

/** a / √spread in millionths, rounded half away from zero. The quotient of the machine is trusted only where it is far from a half; else whole numbers decide. */
const micro = (a: number, spread: bigint): number => {
  const near = (Math.abs(a) / Math.sqrt(Number(spread))) * MILLION
  const guess = Math.floor(near + 0.5)
  return Math.sign(a) * (Math.abs(near + 0.5 - Math.round(near + 0.5)) > 0.001 ? guess : exactly(guess, BigInt(a), spread))
}
/** The m with (2m - 1)² · spread ≤ 4 · a² · 10¹² < (2m + 1)² · spread. */
const exactly = (guess: number, a: bigint, spread: bigint): number => {
  const target = 4n * a * a * 1_000_000_000_000n
  let m = BigInt(guess)
  while (m > 0n && (2n * m - 1n) ** 2n * spread > target) m--
  while ((2n * m + 1n) ** 2n * spread <= target) m++
  return Number(m)
}
