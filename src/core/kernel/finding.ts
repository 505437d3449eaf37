import type { ClauseRef } from './clause'

/** How hard a rule holds. `block` stops the act, `warn` asks a person for a reason, `note` only informs. */
export type Strength = 'block' | 'warn' | 'note'

/** The same sentence in both languages of the product. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Where the finding sits: a field of the form, a material, one file of it, or the whole. */
export interface Place {
  readonly field?: string
  readonly material?: string
  /** Original name of the file, as the person knows it. */
  readonly file?: string
}

/**
 * A rule says no (or: look here). Many at once, returned and never thrown.
 * Three sentences in fixed order: what is wrong with the measured value, the clause, how to mend it.
 */
export interface Finding {
  /** Stable, dotted: `photo.tooSmall`. */
  readonly code: string
  readonly strength: Strength
  readonly at: Place
  readonly clause: ClauseRef | null
  readonly what: Words
  readonly mend: Words
  /** A machine cannot be sure of it: a person looks. Never on what blocks. */
  readonly asksPerson?: true
}

export const blocking = (findings: readonly Finding[]): Finding[] => findings.filter((f) => f.strength === 'block')

/** Makes a finding on a rule: the clause shown is the one the rule rests on; pairs are [zh, en]. */
export const finding = (f: {
  readonly code: string
  readonly strength?: Strength
  readonly at?: Place
  readonly rule: { readonly rests: ClauseRef; readonly strength: Strength } | null
  readonly what: readonly [zh: string, en: string]
  readonly mend: readonly [zh: string, en: string]
  readonly asksPerson?: true
}): Finding => ({
  code: f.code,
  strength: f.strength ?? f.rule?.strength ?? 'block',
  at: f.at ?? {},
  clause: f.rule?.rests ?? null,
  what: { zh: f.what[0], en: f.what[1] },
  mend: { zh: f.mend[0], en: f.mend[1] },
  ...(f.asksPerson && { asksPerson: f.asksPerson }),
})
