/** From pieces of a career to an account of one person. */
import type { Chance } from '../samples/chance'

export interface Particulars {
  readonly years: number
  readonly since: number
  readonly unit: string
  readonly city: string
  readonly she: '她' | '他'
}

/** Chooses wordings, then fills in figures and names; numbers are drawn afresh in every place. */
export const say = (c: Chance, piece: string, p: Particulars): string =>
  piece
    .replace(/\[([^[\]]*)\]/g, (_, wordings: string) => c.pick(wordings.split('|')))
    // Nobody did anything for longer than they have been in the work.
    .replace(/\{(\d{1,2})-(\d{1,2})\}年/g, (_, least: string, most: string) => `${Math.min(c.int(Number(least), Number(most)), Math.max(2, p.years - 1))}年`)
    .replace(/\{(\d+)-(\d+)\}/g, (_, least: string, most: string) => String(figure(c, Number(least), Number(most), p)))
    .replace(/\{(years|since|unit|city|she)\}/g, (_, key: keyof Particulars) => String(p[key]))

/** A year lies within the person's working life; a large count is round, as people remember it. */
const figure = (c: Chance, least: number, most: number, p: Particulars): number => {
  if (least >= 1990 && most <= 2030) return Math.max(p.since + 2, c.int(least, most))
  const n = c.int(least, most)
  return most >= 1000 ? Math.round(n / 10) * 10 : n
}

/** @param pieces of the middle, in an order of their own
 * @param extra habits that close the account */
export const account = (c: Chance, career: { readonly openings: readonly string[]; readonly middles: readonly string[]; readonly closings: readonly string[] }, p: Particulars, pieces: number, extra: readonly string[]): string => {
  const middles = c.shuffled(career.middles).slice(0, pieces)
  const paragraphs = [[c.pick(career.openings), middles[0] ?? ''], middles.slice(1), [...extra, c.pick(career.closings)]]
  return paragraphs.map((pieces) => pieces.map((piece) => say(c, piece, p)).join('')).join('\n')
}
