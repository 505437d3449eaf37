import type { Fraction } from '../rules/rule-base'

/** Whether `part` of `whole` reaches a share, in whole numbers: 14 of 21 is two thirds, `14 / 21 >= 0.667` is not. Nothing of nothing reaches nothing. */
export const reaches = (part: number, whole: number, share: Fraction, inclusive: boolean): boolean => {
  if (whole <= 0) return false
  const left = part * share.denominator
  const right = whole * share.numerator
  return inclusive ? left >= right : left > right
}

/** The smallest part of `whole` that reaches the share; for the words 至少 n 票. */
export const least = (whole: number, share: Fraction, inclusive: boolean): number => {
  const rest = (whole * share.numerator) % share.denominator
  const floor = (whole * share.numerator - rest) / share.denominator
  return rest > 0 || !inclusive ? floor + 1 : floor
}
