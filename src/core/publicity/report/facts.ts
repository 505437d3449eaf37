/** What the figures for the final report (总结报告) are counted from: sums of one state of the database. No name of a person is in them, and nothing of a round that is open but that it is. */
import type { Count } from '../../campaign/burden/burden'
import type { Figures } from '../../composition/figures'
import type { Words } from '../../kernel/finding'
import type { CalendarDay, Instant } from '../../kernel/instant'
import type { CorrectionOutcome, Outcome } from '../../objections/standing'
import type { ActivitySheet, Tally } from '../activities/totals'

/** Campaigns that were forwarded, by how far below this one they stand; 1: directly. */
export interface LevelBelow { readonly depth: number; readonly campaigns: number; readonly units: number; readonly sent: number; readonly first: Instant; readonly last: Instant }
/** Units of this campaign that are alike in their region and type, and how far they came. */
export interface UnitsAlike { readonly region: string; readonly type: string; readonly units: number; readonly opened: number; readonly acknowledged: number; readonly forwarded: number; readonly begun: number; readonly sent: number }
/** `counted` null: the round is open, or its result is of an old kind. */
export interface RoundFacts {
  readonly id: string; readonly name: Words; readonly secret: boolean; readonly openedAt: Instant; readonly closedAt: Instant | null; readonly candidates: number; readonly places: number
  readonly counted: { readonly entitled: number; readonly present: number; readonly issued: number; readonly returned: number; readonly valid: number; readonly invalid: number; readonly quorumReached: boolean; readonly selected: number; readonly recusals: number; readonly recused: number; readonly dropped: number } | null
}
export interface ObjectionSum { readonly track: 'objection' | 'correction'; readonly outcome: Outcome | CorrectionOutcome | null; readonly n: number }
/** 集中宣传的刊播: the media plan by kind of channel, without what was cancelled; `reach` null: nobody counted it. */
export interface MediaTotals { readonly channels: readonly { readonly name: Words; readonly planned: number; readonly placed: number; readonly reach: number | null }[] }

export interface ReportFacts {
  readonly organisation: string
  readonly campaign: Words
  readonly award: Words
  readonly notice: { readonly title: string; readonly number: string | null; readonly day: CalendarDay | null }
  readonly openedAt: Instant | null
  readonly end: Instant | null
  /** Confirmed ones, in their order. */
  readonly extensions: readonly { readonly at: Instant; readonly until: Instant }[]
  /** Revisions of the rules in force, after the first. */
  readonly amendments: readonly Instant[]
  /** By whom it was issued above; null: it begins here. */
  readonly upper: { readonly organisation: string; readonly openedAt: Instant | null } | null
  readonly below: readonly LevelBelow[]
  readonly units: readonly UnitsAlike[]
  readonly leads: number
  readonly figures: Figures
  readonly screenings: { readonly accept: number; readonly return: number; readonly reject: number; readonly first: Instant | null; readonly last: Instant | null }
  readonly appraisals: number
  readonly rounds: readonly RoundFacts[]
  readonly abandoned: number
  readonly publicNotice: { readonly startsAt: Instant; readonly endsAt: Instant; readonly days: number; readonly people: number; readonly supplements: number } | null
  readonly objections: readonly ObjectionSum[]
  readonly honours: { readonly given: number; readonly standing: number; readonly first: Instant | null }
  readonly stories: { readonly out: number; readonly making: number; readonly withdrawn: number; readonly first: Instant | null; readonly last: Instant | null }
  readonly posters: { readonly out: number; readonly people: number; readonly sizes: number; readonly withdrawn: number }
  /** Null: no plan is kept. */
  readonly media: MediaTotals | null
  readonly activities: { readonly sheet: ActivitySheet; /** Counted once more from every single activity, past the tree. */ readonly counted: Tally; readonly first: CalendarDay | null; readonly last: CalendarDay | null; readonly released: number; readonly photos: number }
  /** What one nomination asks, by the notice. */
  readonly asked: Readonly<Record<Count, number>>
  readonly files: { readonly n: number; readonly bytes: number }
  readonly reminders: number
}
