export type IdNumberCheck =
  | { readonly ok: true; readonly birthDay: string; readonly sex: 'male' | 'female' }
  | { readonly ok: false; readonly why: 'length' | 'digits' | 'date' | 'check' }

/** A number as it is compared: full-width signs and what nobody sees are the same number. */
export const idNumberKey = (typed: string): string => typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '').toUpperCase()

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** The last character of a citizen's ID number from the seventeen before it (GB 11643-1999, ISO 7064 MOD 11-2). */
export const checkDigit = (seventeen: string): string => checks[[...seventeen].reduce((sum, d, i) => sum + Number(d) * (weights[i] ?? 0), 0) % 11] ?? ''

/** 公民身份号码: 18 characters, a real date of birth, the right check digit. Full-width digits and a small x are read as meant. */
export const checkIdNumber = (typed: string): IdNumberCheck => {
  const text = idNumberKey(typed)
  if (text.length !== 18) return { ok: false, why: 'length' }
  if (!/^\d{17}[\dX]$/.test(text)) return { ok: false, why: 'digits' }
  const birthDay = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (!isDate(birthDay)) return { ok: false, why: 'date' }
  if (checkDigit(text.slice(0, 17)) !== text[17]) return { ok: false, why: 'check' }
  return { ok: true, birthDay, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' }
}

const isDate = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day && day >= '1880-01-01'
}
