/** Numbers and addresses that can belong to nobody, and still have the right form. */
import { checkDigit } from '#core/nomination/id-number'

/**
 * 99 begins no province, so the area 990000 was never given out; on permanent residence cards, which begin with 9, the next digits are a
 * province too and never 90. The check character is right, so that forms accept the number.
 */
export const impossibleId = (birthDay: string, sex: 'female' | 'male', n: number): string => {
  const order = (n * 2 + (sex === 'male' ? 1 : 0)) % 1000
  const body = `990000${birthDay.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return body + checkDigit(body)
}

/** Mobile numbers begin with 13 to 19: one that begins with 100 rings nowhere. */
export const impossiblePhone = (n: number): string => `1000000${String(n % 10_000).padStart(4, '0')}`

/** example.org is set aside for examples (RFC 2606). */
export const impossibleMail = (box: string): string => `${box}@example.org`
