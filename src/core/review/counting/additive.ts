/** 加性评委模型: points = candidate + juror + chance, by least squares over whatever was read (M. Roos, J. Rothe and B. Scheuermann, How to calibrate the scores of biased reviewers by quadratic programming, AAAI 2011, the additive case). The right measure where not everybody reads everything, as long as the readings hang together. */
import { ratio, type Ratio } from './ratio'
import { solver } from './least-squares'

type Sheet = ReadonlyMap<string, number>
export interface Additive {
  /** In points, the mildness of the jurors (0 on the mean of all jurors) taken off; six decimals. Empty unless the readings hang together. */
  readonly candidates: ReadonlyMap<string, Ratio>
  /** By the place of the sheet: how mild, in points; six decimals. Nobody's where the readings do not hang together. */
  readonly mildness: (sheet: number) => Ratio
  /** Parts that share neither juror nor candidate; more than one: nobody can compare across them. */
  readonly parts: number
}
/** Above this many on the smaller side (jurors or candidates) the equations are not solved. */
export const MOST_FOR_ADDITIVE = 1000

/** @param scale units in a point @throws RangeError where jurors and candidates are both above 1 000 */
export const additive = (candidates: readonly string[], sheets: readonly Sheet[], scale: number): Additive => {
  const at = new Map(candidates.map((c, i) => [c, i]))
  const n = sheets.reduce((sum, sheet) => sum + sheet.size, 0)
  const given = { i: new Int32Array(n), j: new Int32Array(n), x: new Float64Array(n) }
  let k = 0
  sheets.forEach((sheet, j) => { for (const [c, x] of sheet) { given.i[k] = at.get(c)!; given.j[k] = j; given.x[k++] = x } })
  const parts = partsOf(candidates.length, sheets.length, given)
  if (parts !== 1) return { candidates: new Map(), mildness: () => ratio(0, 1), parts }
  // Whichever are fewer are solved for; the others follow from them one by one.
  const few = Math.min(candidates.length, sheets.length)
  if (few > MOST_FOR_ADDITIVE) throw new RangeError(`${sheets.length} jurors and ${candidates.length} candidates; one of them at most ${MOST_FOR_ADDITIVE}`)
  const byJuror = sheets.length <= candidates.length
  const { first, second } = solver(byJuror ? sheets.length : candidates.length, byJuror ? candidates.length : sheets.length, byJuror ? { a: given.j, b: given.i, x: given.x } : { a: given.i, b: given.j, x: given.x })
  const [jurors, people] = byJuror ? [first, second] : [second, first]
  const read = sheets.map((s) => s.size > 0)
  const active = BigInt(read.filter(Boolean).length)
  const middle = jurors.reduce((sum, v, j) => (read[j] === true ? sum + v : sum), 0n)
  const readers = new Set(given.i)
  return {
    candidates: new Map(candidates.flatMap((c, i) => (readers.has(i) ? [[c, sixDecimals(people[i]! * active + middle, active, scale)] as const] : []))),
    mildness: (j) => (read[j] === true ? sixDecimals(jurors[j]! * active - middle, active, scale) : ratio(0, 1)), parts,
  }
}

/** Fixed point of `least-squares` to millionths of a point; what is a half but for the last digits carried counts as a half, so that equals stay equal. */
const sixDecimals = (value: bigint, over: bigint, scale: number): Ratio => {
  const whole = over * BigInt(scale) * 10n ** 18n
  const size = value < 0n ? -value : value
  const micro = (2n * size + whole + whole / 10n ** 9n) / (2n * whole)
  return ratio(Number(value < 0n ? -micro : micro), 1_000_000)
}

/** Connected parts among those who scored and were scored. */
const partsOf = (candidates: number, sheets: number, given: { readonly i: Int32Array; readonly j: Int32Array }): number => {
  const up = Array.from({ length: candidates + sheets }, (_, k) => k)
  const top = (k: number): number => {
    let t = k
    while (up[t] !== t) { up[t] = up[up[t]!]!; t = up[t]! }
    return t
  }
  for (let k = 0; k < given.i.length; k++) up[top(given.i[k]!)] = top(candidates + given.j[k]!)
  return new Set(Array.from(new Set(given.i), top)).size
}
