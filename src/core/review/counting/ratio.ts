/** Exact numbers: a whole number over a whole number. What stands at a line is compared crosswise and never as a decimal (14 of 21 is two thirds). */
export interface Ratio { readonly numerator: number; readonly denominator: number }

/** Lowest terms, denominator above 0. @throws RangeError for parts that are no safe whole numbers */
export const ratio = (numerator: number, denominator: number): Ratio => {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) throw new RangeError(`no exact share: ${numerator}/${denominator}`)
  const g = gcd(Math.abs(numerator), Math.abs(denominator)) * Math.sign(denominator)
  return { numerator: numerator / g || 0, denominator: denominator / g }
}

/** Below 0: a is less than b. Crosswise; in big whole numbers where the products leave the safe ones. */
export const compare = (a: Ratio, b: Ratio): number => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right
  const [exactLeft, exactRight] = [BigInt(a.numerator) * BigInt(b.denominator), BigInt(b.numerator) * BigInt(a.denominator)]
  return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0
}

/** The sum, in lowest terms. @throws RangeError when it leaves the safe whole numbers */
export const plus = (a: Ratio, b: Ratio): Ratio => {
  const g = gcd(a.denominator, b.denominator)
  const [x, y] = [BigInt(b.denominator / g), BigInt(a.denominator / g)]
  return lowest(BigInt(a.numerator) * x + BigInt(b.numerator) * y, BigInt(a.denominator) * x)
}

/** The product, in lowest terms. @throws RangeError when it leaves the safe whole numbers */
export const times = (a: Ratio, b: Ratio): Ratio => lowest(BigInt(a.numerator) * BigInt(b.numerator), BigInt(a.denominator) * BigInt(b.denominator))

const lowest = (top: bigint, bottom: bigint): Ratio => {
  let [a, b] = [top < 0n ? -top : top, bottom]
  while (b !== 0n) [a, b] = [b, a % b]
  return ratio(Number(top / (a === 0n ? 1n : a)), Number(bottom / (a === 0n ? 1n : a)))
}

/** With so many places after the point, half away from zero; for people's eyes, never for a decision. */
export const decimal = (r: Ratio, places: number): string => {
  const [top, bottom] = [BigInt(Math.abs(r.numerator)) * 10n ** BigInt(places), BigInt(r.denominator)]
  const digits = ((2n * top + bottom) / (2n * bottom)).toString().padStart(places + 1, '0')
  const sign = r.numerator < 0 && /[1-9]/.test(digits) ? '-' : ''
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

export const gcd = (a: number, b: number): number => {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
