/** 盲评: what a juror is shown of a candidate. Decided here alone, by the round's rule; what is hidden never leaves the server. */
import type { RoundRule } from '#core/rules/round-terms'
import type { Fields } from '#core/nomination/form'

type Rule = Pick<RoundRule, 'blind'>
export const isBlind = ({ blind }: Rule): boolean => blind !== undefined && blind.length > 0
const hides = ({ blind }: Rule, what: 'name' | 'place' | 'unit'): boolean => blind?.includes(what) === true

export const numbered = (ordinal: number): string => `人选 ${String(ordinal).padStart(2, '0')}`

interface Shown { readonly candidateName: string; readonly unitName: string; readonly employer: string }
/** A place is read in a unit's name as well: whoever hides the one hides the other. */
export const shownName = <T extends Shown & { readonly ordinal: number }>(rule: Rule, c: T): T => ({
  ...c, ...(hides(rule, 'name') && { candidateName: numbered(c.ordinal) }), ...((hides(rule, 'unit') || hides(rule, 'place')) && { unitName: '', employer: '' }),
})

/** Keys of the form that say who somebody is, where from, or where at work. */
const fieldsOf = {
  name: ['name', 'formerName', 'birthDate', 'idNumber', 'phone', 'email', 'postalAddress', 'photo'],
  unit: ['employer', 'unit', 'unitName', 'department', 'workplace', 'post', 'resume'],
  place: ['place', 'nativePlace', 'birthPlace', 'region', 'province', 'city', 'county', 'address', 'employer', 'unit', 'unitName', 'workplace', 'resume'],
} as const

const LEAST = 2
/** Fields without what the rule hides; the name, the unit and its short form are struck from every text that is left. */
export const blindFields = (rule: Rule, fields: Fields, who: { readonly name: string; readonly unit: string; readonly ordinal: number }): Fields => {
  if (!isBlind(rule)) return fields
  const gone = new Set<string>((rule.blind ?? []).flatMap((b) => [...fieldsOf[b]]))
  const employer = typeof fields['employer'] === 'string' ? fields['employer'] : ''
  const words: [string, string][] = [
    ...(hides(rule, 'name') ? namesOf(who.name).map((n): [string, string] => [n, numbered(who.ordinal)]) : []),
    ...(hides(rule, 'unit') || hides(rule, 'place') ? [who.unit, employer, ...[who.unit, employer].map((u) => u.replace(/（[^）]*）$/, ''))].map((u): [string, string] => [u, '（单位）']) : []),
  ].filter((w): w is [string, string] => w[0]!.length >= LEAST).sort((a, b) => b[0].length - a[0].length)
  const struck = (text: string): string => words.reduce((t, [from, to]) => t.replaceAll(from, to), text)
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !gone.has(key)).map(([key, value]) => [key, typeof value === 'string' ? struck(value) : value.map((row) => ({ ...row, what: struck(row.what) }))])) as Fields
}

/** The whole name, and of one with a point inside its first part. */
const namesOf = (name: string): string[] => [name, ...name.split(/[·•・]/)].filter((n, i) => i === 0 || n.length >= LEAST)

/** Pictures and films show a face, and their files bear the name: a round that hides either shows none. */
export const showsFiles = (rule: Rule): boolean => !hides(rule, 'name') && !hides(rule, 'unit')
