/** What is known of a selection and of what follows it: a round, its jury, a public notice, an objection, a breach, a prize. Part of the case that rules judge. */
import type { CalendarDay } from '../kernel/instant'
import type { BallotToCheck, Count } from '../review/ballot-box'

export interface RoundCase {
  /** Who stands in it, and the rounds that are closed, by the ids of their rules. */
  readonly candidates?: readonly string[]
  /** Candidates by category or group. */
  readonly groups?: Readonly<Record<string, number>>
  readonly closed?: readonly string[]
  readonly jurors?: readonly string[]
  /** Jurors of other rounds, by the ids of their rules. */
  readonly others?: Readonly<Record<string, readonly string[]>>
  readonly ballot?: BallotToCheck
  readonly count?: Count
  /** What of a candidate the jury was shown. */
  readonly shown?: readonly string[]
  /** Who was heard. */
  readonly heard?: readonly string[]
  /** Votes of the public as they came in. */
  readonly votes?: readonly { readonly account: string; readonly day: CalendarDay; readonly candidates: readonly string[] }[]
}

export interface JuryCase {
  readonly members?: readonly string[]
  /** How many are of a part of its structure, by the part's id. */
  readonly parts?: Readonly<Record<string, number>>
  readonly draw?: { readonly pool: number; readonly drawn: boolean }
  /** Ties between a juror and a candidate that were found, and whether the juror stood back. */
  readonly ties?: readonly { readonly relation: string; readonly recused: boolean }[]
  readonly disclosed?: boolean
  /** Stand-ins, and whether the chair gave leave. */
  readonly standIns?: readonly { readonly leave: boolean }[]
}

export interface ObjectionCase {
  readonly way: 'written' | 'email' | 'phone' | 'visit'
  /** What came with it: real name, contact, seal… */
  readonly gives: readonly string[]
  readonly receivedOn?: CalendarDay
  /** null: open still. */
  readonly decidedOn?: CalendarDay | null
  readonly reported?: boolean
  readonly disclosed?: boolean
}

export interface SelectionCase {
  readonly round?: RoundCase
  readonly jury?: JuryCase
  /** A public notice held by the host. */
  readonly notice?: { readonly from: CalendarDay; readonly to: CalendarDay; readonly endsAt?: string }
  readonly objection?: ObjectionCase
  /** Breaches found, by the id of the rule that says what follows. */
  readonly breaches?: readonly { readonly rule: string; readonly on: CalendarDay }[]
  /** A return for correction: when, until when, which time. */
  readonly correction?: { readonly from: CalendarDay; readonly until: CalendarDay; readonly time: number }
  readonly prize?: { readonly yuan: number }
  /** Pieces published, by channel. */
  readonly published?: Readonly<Record<string, number>>
  /** What a campaign asks of its units, for one nomination. */
  readonly asked?: { readonly uploads: number; readonly paperCopies: number; readonly fee: boolean }
}
