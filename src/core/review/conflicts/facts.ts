/** 回避的发现: what is known of a juror and of a candidate, and what is told of a pair. */
import type { JuryRelation } from '../../rules/jury'
import type { Certainty } from './compare-units'

export interface PlaceOfWork { readonly unit: string; /** Years; null: not known, or still. */ readonly from: number | null; readonly to: number | null }
/** What a juror said of ties before any candidate was known. */
export interface KnownTie { readonly relation: 'relative' | 'teacherStudent' | 'sameProject'; readonly name: string }

export interface JurorFacts {
  readonly id: string
  readonly name: string
  readonly spelling?: string
  readonly unit: string
  readonly parentUnit: string
  /** Where the juror worked before. */
  readonly places: readonly PlaceOfWork[]
  readonly ties: readonly KnownTie[]
}
export interface CandidateFacts {
  readonly id: string
  readonly name: string
  readonly spelling?: string
  readonly employer: string
  readonly nominatingUnit: string
  /** Of the nominating unit, nearest first; without the office's own organisation. */
  readonly unitsAbove: readonly string[]
  readonly resume: readonly { readonly from: string; readonly to: string; readonly what: string }[]
  /** Running words of the form: by field, with what the field is called. */
  readonly texts: readonly { readonly field: string; readonly label: string; readonly text: string }[]
}

/** What met what. */
export const signKinds = ['self', 'sameName', 'sameUnit', 'usedToWork', 'unitAbove', 'underOne', 'nominated', 'referee', 'teacherStudent', 'sameProject', 'relative', 'named'] as const
export type SignKind = (typeof signKinds)[number]
/** The rule's own word for it; null: none of them, people look. */
export const relationOf: Readonly<Record<SignKind, JuryRelation | null>> = {
  self: 'self', sameName: null, sameUnit: 'sameUnit', usedToWork: 'sameUnit', unitAbove: 'sameUnit', underOne: null, nominated: 'referee', referee: 'referee', teacherStudent: 'teacherStudent', sameProject: 'sameProject', relative: 'relative', named: null,
}
export type JurorPlace = 'name' | 'unit' | 'parentUnit' | 'places' | 'ties'
export interface Sign {
  readonly kind: SignKind
  readonly certainty: Certainty
  /** Of the juror: which of what is known, and its words. */
  readonly juror: { readonly at: JurorPlace; readonly words: string }
  /** Of the candidate: the field of the form, `nominatingUnit` or `unitsAbove`, what it is called where the form says, and its words. */
  readonly candidate: { readonly at: string; readonly label: string; readonly words: string }
}
export interface Hit { readonly juror: string; readonly candidate: string; readonly certainty: Certainty; /** The strongest first. */ readonly signs: readonly Sign[] }

/** Where the rule says nothing of years. It only widens what people are asked to look at. */
export const USUAL_YEARS = 5
