/** Least squares of x = first[a] + second[b] in fixed point: the machine's numbers propose, whole numbers of 24 decimals measure what is left over, until nothing is. */

/** What a unit of the answer is worth: 10⁻²⁴ of a unit of x; the equations themselves are kept 24 digits finer. */
const FINE = 10n ** 24n
const FINER = 10n ** 48n
/** Reading k: x[k] by first a[k] and second b[k]. */
export interface Readings { readonly a: Int32Array; readonly b: Int32Array; readonly x: Float64Array }
interface Solved { readonly first: bigint[]; readonly second: bigint[] }

/**
 * The side `a` should be the smaller; the answer is one of many that differ by a constant between the sides. Everybody who is read must hang together.
 * @throws RangeError when it does not come to rest
 */
export const solver = (firsts: number, seconds: number, given: Readings): Solved => {
  const { matrix, right, active } = normalEquations(firsts, seconds, given)
  const m = active.length - 1
  const factor = cholesky(active.slice(1).map((a, k) => Float64Array.from({ length: k + 1 }, (_, j) => Number(matrix[a * firsts + active[j + 1]!]!) / Number(FINER))))
  const first = Array.from({ length: firsts }, () => 0n)
  for (let round = 0; round < 60; round++) {
    const left = active.slice(1).map((a) => {
      let sum = right[a]!
      for (const b of active) sum -= (matrix[a * firsts + b]! * first[b]!) / FINER
      return sum
    })
    const greatest = left.reduce((most, v) => (v < 0n ? (-v > most ? -v : most) : v > most ? v : most), 0n)
    // The last digit of an answer moves what is left over by as many as there are readings: nearer than that nobody comes.
    if (greatest <= BigInt(given.x.length + firsts + 4)) return { first, second: seconds === 0 ? [] : secondOf(seconds, given, first) }
    const step = solve(factor, left.map((v) => Number((v * PRECISE) / greatest) / Number(PRECISE)))
    for (let k = 0; k < m; k++) first[active[k + 1]!]! += (BigInt(Math.round(step[k]! * 2 ** 52)) * greatest) / (1n << 52n)
  }
  throw new RangeError('the equations do not come to rest')
}
const PRECISE = 1n << 60n

/** With the second side eliminated: a matrix over the firsts in 48 decimals, its right side in 24, and the firsts that are read at all. */
const normalEquations = (firsts: number, seconds: number, given: Readings): { matrix: bigint[]; right: bigint[]; active: number[] } => {
  const [nA, nB, sumA, sumB] = [new Float64Array(firsts), new Float64Array(seconds), new Float64Array(firsts), new Float64Array(seconds)]
  for (let k = 0; k < given.x.length; k++) {
    const [a, b, x] = [given.a[k]!, given.b[k]!, given.x[k]!]
    nA[a]!++; nB[b]!++; sumA[a]! += x; sumB[b]! += x
  }
  const readers = Array.from({ length: seconds }, (): number[] => [])
  for (let k = 0; k < given.a.length; k++) readers[given.b[k]!]!.push(given.a[k]!)
  const matrix = Array.from({ length: firsts * firsts }, (_, k) => (k % (firsts + 1) === 0 ? BigInt(nA[k % firsts]!) * FINER : 0n))
  const right = Array.from(sumA, (s) => BigInt(s) * FINE)
  // Those with equally many readings are counted together in small numbers, and divided once.
  const sizes = new Map<number, number[]>()
  readers.forEach((of, b) => {
    if (of.length === 0) return
    const same = sizes.get(of.length)
    if (same === undefined) sizes.set(of.length, [b])
    else same.push(b)
  })
  for (const [size, members] of sizes) {
    const [together, sums] = [new Float64Array(firsts * firsts), new Float64Array(firsts)]
    for (const b of members) for (const p of readers[b]!) { sums[p]! += sumB[b]!; for (const q of readers[b]!) together[p * firsts + q]!++ }
    for (let k = 0; k < together.length; k++) if (together[k] !== 0) matrix[k]! -= (BigInt(together[k]!) * FINER) / BigInt(size)
    for (let a = 0; a < firsts; a++) right[a]! -= (BigInt(sums[a]!) * FINE) / BigInt(size)
  }
  return { matrix, right, active: [...nA.keys()].filter((a) => nA[a]! > 0) }
}

/** Each second is the mean of what is left of its readings. */
const secondOf = (seconds: number, { a, b, x }: Readings, first: readonly bigint[]): bigint[] => {
  const [sums, counts] = [Array.from({ length: seconds }, () => 0n), new Float64Array(seconds)]
  const plain = new Float64Array(seconds)
  for (let k = 0; k < x.length; k++) { sums[b[k]!]! -= first[a[k]!]!; plain[b[k]!]! += x[k]!; counts[b[k]!]!++ }
  return sums.map((s, i) => (counts[i] === 0 ? 0n : (BigInt(plain[i]!) * FINE + s) / BigInt(counts[i]!)))
}

/** In place, of the lower half. */
const cholesky = (m: Float64Array[]): Float64Array[] => {
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
