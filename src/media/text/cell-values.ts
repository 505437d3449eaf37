/** Cells of a workbook that hold a number, a day or the answer of a formula, as a person would read them (ECMA-376, 18.3.1.4, 18.8.30). */

export type IsDay = (style: number) => boolean

/** Formats that come with the program and show a day; 27 to 36 and 50 to 58 are those of East Asia. */
const builtIn = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
/** Quoted words and colours play no part; hours alone are no day. */
const showsDay = (code: string): boolean => /[yd]|年|日/iu.test(code.replaceAll(/&quot;.*?&quot;|"[^"]*"|\[[^\]]*\]|\\./gu, ''))

/** @param styles the part `xl/styles.xml` */
export const daysBy = (styles: string): IsDay => {
  const own = new Map([...styles.matchAll(/<numFmt\s[^>]*>/gu)].map(([tag]) => [Number(/numFmtId="(\d+)"/u.exec(tag)?.[1]), showsDay(/formatCode="([^"]*)"/u.exec(tag)?.[1] ?? '')]))
  const cells = /<cellXfs[\s\S]*?<\/cellXfs>/u.exec(styles)?.[0] ?? ''
  const shown = [...cells.matchAll(/<xf\s[^>]*>/gu)].map(([tag]) => { const id = Number(/numFmtId="(\d+)"/u.exec(tag)?.[1]); return own.get(id) ?? builtIn(id) })
  return (style) => shown[style] === true
}

const DAY = 86_400_000
/** Day 60 is one that never was: later ones count from the last day but one of 1899. */
const dayOf = (serial: number): string => new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY).toISOString().slice(0, 10)
/** A long number is kept as a power of ten. */
const asTyped = (v: string): string => (/E/u.test(v) && Number(v) < 1e20 ? BigInt(Math.round(Number(v))).toString() : v)

/** The sheet with each value as text; a shared string has its place elsewhere. */
export const withValues = (sheet: string, isDay: IsDay): string => sheet.replace(/<c\s([^>]*[^/])>([\s\S]*?)<\/c>/gu, (whole, about: string, inside: string) => {
  const type = /\bt="(\w+)"/u.exec(about)?.[1] ?? 'n'
  if (type === 's' || type === 'inlineStr') return whole
  const style = Number(/\bs="(\d+)"/u.exec(about)?.[1] ?? 0)
  return inside.replace(/<v>([^<]*)<\/v>/u, (_, v: string) => `<si>${type === 'n' ? (isDay(style) && Number(v) > 60 && Number(v) < 80_000 ? dayOf(Number(v)) : asTyped(v)) : v}</si>`)
})
