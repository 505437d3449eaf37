/** What a unit fills in: values of the form's fields, and its answers to the rules themselves. */
export interface Entry { readonly from: string; readonly to: string; readonly what: string }
export type FieldValue = string | readonly Entry[]
export type Fields = Readonly<Record<string, FieldValue>>

export interface Answers {
  readonly exclusions: Readonly<Record<string, { readonly applies: boolean; readonly reason: string }>>
  readonly declarations: Readonly<Record<string, boolean>>
  /** 保密审查 by the declaration that rests on it: who reviewed the dossier for secrets, and when. Nominations of before have none. */
  readonly reviews?: Readonly<Record<string, Review>>
  readonly steps: Readonly<Record<string, StepAnswer>>
  /** Yes or no to what rules ask of the candidate, whichever rule asks. Nominations of before these questions have none of the three. */
  readonly properties?: Readonly<Record<string, boolean>>
  /** Days and numbers asked likewise. */
  readonly values?: Readonly<Record<string, string>>
  /** Under `candidate`; an empty list says that there are none, no list that nobody has said. */
  readonly honours?: Readonly<Record<string, readonly HonourAnswer[]>>
}
/** 单位程序 as it was written down. Numbers as they were typed; a meeting has the first five of what is optional, a notice inside the unit runs from `day` to `to`. */
export interface StepAnswer {
  readonly day: string; readonly note: string; readonly attended: readonly string[]; readonly absentReason: string
  readonly place?: string | undefined; readonly entitled?: string | undefined; readonly present?: string | undefined
  readonly inFavour?: string | undefined; readonly against?: string | undefined; readonly abstained?: string | undefined
  readonly to?: string | undefined; readonly objected?: 'yes' | 'no' | undefined
}
/** One honour as the unit names it; level and form are words of the rules on honours. */
export interface HonourAnswer { readonly name: string; readonly year: number; readonly level?: string | undefined; readonly as?: 'winner' | 'nominee' | 'candidate' | undefined }
export interface Review { readonly name: string; readonly post: string; readonly day: string }
export const noAnswers: Answers = { exclusions: {}, declarations: {}, reviews: {}, steps: {}, properties: {}, values: {}, honours: {} }

/** Characters as a person counts them: code points, line ends left out; 𬭎 is one. */
export const lengthOf = (text: string): number => [...text.replace(/[\r\n]/g, '')].length

/** Types of field whose values are sealed at rest and masked by default. */
export const secretTypes: ReadonlySet<string> = new Set(['idNumber', 'phone', 'email'])

export const textOf = (fields: Fields, field: string): string => {
  const value = fields[field]
  return typeof value === 'string' ? value : ''
}

/** Masked in the middle: what identifies stays hidden, what lets one recognise one's own stays. */
export const mask = (type: string, value: string): string => {
  const chars = [...value]
  if (type === 'email') return value.replace(/^(.).*(@.*)$/, '$1***$2')
  const [head, tail] = type === 'idNumber' ? [4, 4] : [3, 4]
  if (chars.length <= head + tail) return '*'.repeat(chars.length)
  return chars.slice(0, head).join('') + '*'.repeat(chars.length - head - tail) + chars.slice(-tail).join('')
}
