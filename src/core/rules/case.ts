/** What is known of the matter that a rule judges. One shape for every kind of rule, so that whoever asks need not know which kind asks for what; a part that is absent is not known. */
import type { CalendarDay, Instant } from '../kernel/instant'
import type { ClauseRef } from '../kernel/clause'
import type { HolidayTable } from '../kernel/working-days'
import type { Facts } from '../materials/facts'
import type { SealedFile } from '../materials/sealed-file'
import type { Answers, Fields } from '../nomination/form'
import type { AppraisalCase } from '../appraisal/record'
import type { SelectionCase } from './selection-case'

/** A rule that knows its clause, as `resolve` leaves it. */
export type Rested<R> = R & { readonly rests: ClauseRef }

export interface Honour {
  readonly name: string
  readonly year: number
  /** National, provincial… by the ids of levels. */
  readonly level?: string
  /** 获奖, 提名奖, or 推荐过而未获. */
  readonly as?: 'winner' | 'nominee' | 'candidate'
}

/** What is known of one person or team put forward. Properties are answered yes or no under the ids that rules name (`partyMember`, `academician`); one that is absent was not answered. */
export interface Person {
  readonly birthDay?: CalendarDay
  readonly sex?: 'female' | 'male'
  readonly kind?: 'person' | 'team'
  readonly category?: string
  readonly properties?: Readonly<Record<string, boolean>>
  /** Days and numbers answered under the ids that rules name (`workingSince`, `rank`). */
  readonly values?: Readonly<Record<string, string>>
  /** Empty: said to have none; absent: not said. */
  readonly honours?: readonly Honour[]
}

/** What is known of the nominating unit: its type, its own number where a formula counts something (`members`, `staff`), its properties. */
export interface Unit {
  readonly code?: string
  readonly type?: string
  readonly counts?: Readonly<Record<string, number>>
  readonly properties?: Readonly<Record<string, boolean>>
  /** Places granted beyond the rule's own number. */
  readonly granted?: number
}

export interface Case extends SelectionCase {
  /** Product time. */
  readonly now?: Instant
  /** Holidays and days worked in exchange; absent: days follow their weekday. */
  readonly holidays?: HolidayTable
  /** End of nominations, extensions included. */
  readonly end?: Instant
  readonly unit?: Unit
  readonly person?: Person
  readonly fields?: Fields
  readonly answers?: Answers
  /** 考核调研 as it stands; absent: not known here. */
  readonly appraisal?: AppraisalCase
  /** Who is asked: some things only the approver can settle. */
  readonly by?: 'clerk' | 'approver'
  readonly files?: readonly { readonly materialId: string; readonly name: string; readonly facts: Facts }[]
  /** 分开计时: until when a material may come after the form, by the material's id. */
  readonly later?: Readonly<Record<string, Instant>>
  /** 封单: files whose bytes were named before they came. */
  readonly sealed?: readonly SealedFile[]
  /** Seats the unit's other nominations hold, and how many nominations it means to send in all. */
  readonly held?: readonly number[]
  /** Seats held by the others who share the unit's number, where it shares one. */
  readonly poolHeld?: number
  /** The whole list that a share or a limit within a quota is over, in ranked order where there is one. */
  readonly list?: readonly Person[]
  /** How many the list will hold when it is full, where that is known. */
  readonly places?: number
  /** Things done and owed, by the id of the rule that asks for them: the day it was done, or null while it is owed. */
  readonly done?: Readonly<Record<string, CalendarDay | null>>
}
