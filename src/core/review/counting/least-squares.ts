/** Least squares of x = first[a] + second[b] in fixed point: the machine's numbers propose, whole numbers of 24 decimals measure what is left over, until nothing is. */

/** What a unit of the answer is worth: 10⁻²⁴ of a unit of x. */
const FINE = 10n ** 24n
interface Reading { readonly a: number; readonly b: number; readonly x: number }

/**
 * The side `a` should be the smaller; the answer is one of many that differ by a constant between the sides. Every first and every second that is read must hang together.
 * @throws RangeError when it does not come to rest
 */
export const solver = (firsts: number, seconds: number, given: readonly Reading[]): { readonly first: bigint[]; readonly second: bigint[] } => {
  const [nA, nB] = [new Float64Array(firsts), new Float64Array(seconds)]
  const [sumA, sumB] = [Array.from({ length: firsts }, () => 0n), Array.from({ length: seconds }, () => 0n)]
  const [exactA, exactB] = [new Float64Array(firsts), new Float64Array(seconds)]
  for (const { a, b, x } of given) { nA[a]!++; nB[b]!++; exactA[a]! += x; exactB[b]! += x }
  for (let a = 0; a < firsts; a++) sumA[a] = BigInt(exactA[a]!) * FINE
  for (let b = 0; b < seconds; b++) sumB[b] = BigInt(exactB[b]!) * FINE
  const active = [...nA.keys()].filter((a) => nA[a]! > 0)
  const factor = cholesky(firsts, seconds, given, nA, nB, active.slice(1))
  const first = Array.from({ length: firsts }, () => 0n)
  const second = Array.from({ length: seconds }, () => 0n)
  for (let round = 0; round < 60; round++) {
    const [ofA, ofB] = [Array.from({ length: firsts }, () => 0n), Array.from({ length: seconds }, () => 0n)]
    for (const { a, b } of given) ofB[b]! += first[a]!
    for (let b = 0; b < seconds; b++) second[b] = nB[b] === 0 ? 0n : (sumB[b]! - ofB[b]!) / BigInt(nB[b]!)
    for (const { a, b } of given) ofA[a]! += second[b]!
    const left = active.map((a) => sumA[a]! - ofA[a]! - BigInt(nA[a]!) * first[a]!)
    const greatest = left.reduce((m, v) => (v < 0n ? (-v > m ? -v : m) : v > m ? v : m), 0n)
    // What dividing leaves over cannot be mended: one unit of the last digit for each reading.
    if (greatest <= BigInt(given.length) * 4n) return { first, second }
    const step = solve(factor, left.slice(1).map((v) => scaled(v, greatest)))
    active.slice(1).forEach((a, k) => void (first[a]! += unscaled(step[k]!, greatest)))
  }
  throw new RangeError('the equations do not come to rest')
}

const PRECISE = 1n << 60n
const scaled = (v: bigint, greatest: bigint): number => Number((v * PRECISE) / greatest) / Number(PRECISE)
const unscaled = (v: number, greatest: bigint): bigint => (BigInt(Math.round(v * 2 ** 52)) * greatest) / (1n << 52n)

/** The normal equations with the second side eliminated and the first of the first side held at 0. */
const cholesky = (firsts: number, seconds: number, given: readonly Reading[], nA: Float64Array, nB: Float64Array, rows: readonly number[]): Float64Array[] => {
  const place = new Int32Array(firsts).fill(-1)
  rows.forEach((a, k) => void (place[a] = k))
  const m = rows.map((a, k) => { const row = new Float64Array(k + 1); row[k] = nA[a]!; return row })
  const readers = Array.from({ length: seconds }, (): number[] => [])
  for (const { a, b } of given) if (place[a]! >= 0) readers[b]!.push(place[a]!)
  readers.forEach((of, b) => { for (const p of of) for (const q of of) if (q <= p) m[p]![q]! -= 1 / nB[b]! })
  for (let k = 0; k < m.length; k++) {
    const row = m[k]!
    for (let j = 0; j <= k; j++) {
      const other = m[j]!
      let v = row[j]!
      for (let i = 0; i < j; i++) v -= row[i]! * other[i]!
      row[j] = j === k ? Math.sqrt(v) : v / other[j]!
    }
  }
  return m
}

const solve = (l: readonly Float64Array[], right: readonly number[]): Float64Array => {
  const y = new Float64Array(right)
  for (let k = 0; k < l.length; k++) {
    for (let i = 0; i < k; i++) y[k]! -= l[k]![i]! * y[i]!
    y[k]! /= l[k]![k]!
  }
  for (let k = l.length - 1; k >= 0; k--) {
    y[k]! /= l[k]![k]!
    for (let i = 0; i < k; i++) y[i]! -= l[k]![i]! * y[k]!
  }
  return y
}
