import { blocking, finding, type Finding } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import type { HolidayTable } from '../kernel/working-days'
import { nominationQuota, ruleOf, rulesOf, type ResolvedDefinition } from '../campaign/definition'
import type { Facts } from '../materials/facts'
import { checkValidity, type OpinionFile } from '../appraisal/opinion-validity'
import { appraisalCase, type StoredAppraisal } from '../appraisal/steps'
import { checkPaper } from '../paper/check-paper'
import type { Printed } from '../paper/content'
import type { PaperReading } from '../paper/reading'
import type { Case, Person, Unit } from '../rules/case'
import { kindOf } from '../rules/kinds'
import { isOutside, judgePlaces } from '../rules/quota-judge'
import { checkOffline, offlineDeclaration, type OfflineFacts } from '../secrecy/offline-track'
import { quotaOf } from '../rules/quota-terms'
import { judgeCandidatePart, type CandidatePart } from './candidate-part'
import { judgeTwins, type Twins } from './record'
import { caseOf, personOf } from './case'
import { checkAnswers } from './check-answers'
import { checkFields } from './check-fields'
import { deadlineOf, judgeDeadline } from './deadline'
import type { Answers, Fields } from './form'
import { laterEnds } from './late-files'
import { after, type NominationState } from './state'

export interface Dossier {
  readonly fields: Fields
  readonly answers: Answers
  readonly materials: readonly { readonly materialId: string; readonly name: string; readonly sha256?: string; readonly facts: Facts; readonly reading?: PaperReading | null; readonly opinion?: OpinionFile['opinion'] }[]
  /** Its place in the unit's order; null: none was made. */
  readonly rank?: number | null
  /** What papers are held against; absent: none was read. */
  readonly printed?: Printed
  /** When it was submitted, where it stands so: what holds only for a time is judged by that day. */
  readonly submittedAt?: Instant | null
  /** 考核调研 as it is stored; absent: the definition asks for none, or the asker does not know it. */
  readonly appraisal?: StoredAppraisal
  /** 线下件: nothing but this is known of it here. */
  readonly offline?: OfflineFacts | null
  /** The candidate's own part; absent or null: no code was given out. */
  readonly part?: CandidatePart | null
  /** What is found elsewhere of the same person; absent: nobody looked. */
  readonly twins?: Twins
}

/** Everything wrong with a dossier, all at once: what clerk and approver see, and what the act itself asks again under the lock. */
export const checkDossier = (definition: ResolvedDefinition, dossier: Dossier, now: Instant, by: 'clerk' | 'approver', { end, sealed, ...around }: Around = {}): Finding[] => (dossier.offline ? [
  ...checkOffline(dossier.offline, dossier.answers.declarations[offlineDeclaration] === true, by), ...placeLeft(definition, around),
] : [
  ...checkFields(definition, dossier.fields, now),
  ...checkMaterials(definition, caseOf(dossier, { ...around, now, later: laterEnds(definition, end ?? deadlineOf(definition)), sealed: sealed ?? [] })),
  ...checkPaper(definition, dossier.materials, dossier.printed),
  ...checkValidity(definition, dossier.materials, dossier.submittedAt ?? now),
  ...checkAnswers(definition, { ...caseOf(dossier, { ...around, now }), answers: dossier.answers, ...(dossier.appraisal === undefined ? {} : { appraisal: appraisalCase(definition, dossier, dossier.appraisal) }) }, by),
  ...judgeCandidatePart(dossier.part ?? null),
  ...judgeTwins(dossier.twins),
])

/** Nothing is known of who goes by hand, but that a place is taken. */
const placeLeft = (definition: ResolvedDefinition, around: Around): Finding[] => {
  const quota = nominationQuota(definition)
  return quota === undefined ? [] : judgePlaces(quota, { ...around, person: {} })
}

/** What is known around a dossier: its unit, the seats and people of the unit's other nominations, the end of nominations with extensions, files sealed before they came. */
export type Around = Pick<Case, 'unit' | 'held' | 'poolHeld' | 'list' | 'holidays' | 'end' | 'sealed'>

const checkMaterials = (definition: ResolvedDefinition, of: Case): Finding[] => rulesOf(definition, 'material').flatMap((rule) => kindOf(rule).judge?.(rule, of) ?? [])

export interface Submission {
  readonly definition: ResolvedDefinition
  readonly state: NominationState
  readonly dossier: Dossier
  /** Seats of the unit that other nominations hold now. */
  readonly seatsTaken: readonly number[]
  /** Who the unit's other nominations put forward, where they hold a seat. */
  readonly others?: readonly Person[]
  readonly unit?: Unit
  /** Seats held by those who share the unit's number. */
  readonly poolHeld?: number
  /** Its own seat, when it was returned and still holds one. */
  readonly ownSeat: number | null
  /** Holidays and days worked in exchange. */
  readonly holidays?: HolidayTable
  /** End of nominations with extensions. */
  readonly end: Instant
  /** 封单: files that are still on their way. */
  readonly sealed?: Case['sealed']
  /** Term of a return, which may outlive the deadline. */
  readonly returnUntil: Instant | null
  readonly now: Instant
}
export type SubmitDecision = { readonly ok: true; readonly next: NominationState; readonly seat: number; readonly warnings: readonly Finding[] } | { readonly ok: false; readonly findings: readonly Finding[] }

/** 审签报送: decided on data alone; the caller holds the unit's lock and has read `now` after it. */
export const decideSubmit = (s: Submission): SubmitDecision => {
  const next = after(s.state, 'submit')
  if (next === null) return { ok: false, findings: [wrongState(s.state)] }
  const person = personOf(s.dossier.fields, s.dossier.answers, s.dossier.rank)
  const seat = seatOf(s, person)
  const findings = [...judgeTime(s), ...checkDossier(s.definition, s.dossier, s.now, 'approver', {
    ...(s.unit === undefined ? {} : { unit: s.unit }), ...(s.holidays === undefined ? {} : { holidays: s.holidays }), list: [...(s.others ?? []), person], end: s.end, ...(s.sealed === undefined ? {} : { sealed: s.sealed }),
    // Who holds a seat already keeps it: nothing is counted against it again.
    ...(s.ownSeat === null ? { held: withinQuota(s.seatsTaken), ...(s.poolHeld === undefined ? {} : { poolHeld: s.poolHeld }) } : {}),
  })]
  if (blocking(findings).length > 0 || seat === null) return { ok: false, findings }
  return { ok: true, next, seat, warnings: findings }
}

const judgeTime = (s: Submission): Finding[] => {
  const rule = ruleOf(s.definition, 'deadline')
  if (rule === undefined) return []
  return judgeDeadline(rule, endOf(s), s.now)
}

/** When its time ends: a return may outlive the deadline. */
export const endOf = (s: Pick<Submission, 'state' | 'end' | 'returnUntil'>): Instant => (s.state === 'returned' && s.returnUntil !== null ? Math.max(s.end, s.returnUntil) : s.end)

/** 不占名额: seats from here on are outside the quota and never full. */
export const FIRST_OUTSIDE = 1001
const withinQuota = (taken: readonly number[]): number[] => taken.filter((seat) => seat < FIRST_OUTSIDE)

/** Which seat it would take; null: none is free, or none is given at all. */
export const seatOf = (s: Pick<Submission, 'definition' | 'ownSeat' | 'seatsTaken' | 'unit'>, person: Person): number | null => {
  const quota = nominationQuota(s.definition)
  if (s.ownSeat !== null) return s.ownSeat
  if (quota === undefined) return null
  if (isOutside(quota, person)) return freeSeat(s.seatsTaken, FIRST_OUTSIDE, Number.MAX_SAFE_INTEGER)
  const max = quotaOf(quota, s.unit ?? {}).max ?? 0
  return withinQuota(s.seatsTaken).length >= max ? null : freeSeat(s.seatsTaken, 1, max)
}

const freeSeat = (taken: readonly number[], from: number, to: number): number | null => {
  for (let seat = from; seat <= to; seat++) if (!taken.includes(seat)) return seat
  return null
}

const wrongState = (state: NominationState): Finding => finding({
  code: 'nomination.state', rule: null,
  what: state === 'draft' ? ['经办人还没有送审签', 'The clerk has not sent it to the approver yet'] : ['这件推荐已经报送或办结', 'This nomination is already submitted or closed'],
  mend: state === 'draft' ? ['请经办人先送审签。', 'Ask the clerk to send it first.'] : ['请刷新页面看最新状态。', 'Reload the page to see where it stands.'],
})
