import { blocking, finding, type Finding } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import { ruleOf, rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Facts } from '../materials/facts'
import { judgeCount, judgeFile } from '../materials/judge'
import { checkAnswers } from './check-answers'
import { checkFields } from './check-fields'
import { judgeDeadline } from './deadline'
import type { Answers, Fields } from './form'
import { after, type NominationState } from './state'

export interface Dossier {
  readonly fields: Fields
  readonly answers: Answers
  readonly materials: readonly { readonly materialId: string; readonly name: string; readonly facts: Facts }[]
}

/** Everything wrong with a dossier, all at once: what clerk and approver see, and what the act itself asks again under the lock. */
export const checkDossier = (definition: ResolvedDefinition, dossier: Dossier, now: Instant, by: 'clerk' | 'approver'): Finding[] => [
  ...checkFields(definition, dossier.fields, now),
  ...checkMaterials(definition, dossier.materials),
  ...checkAnswers(definition, dossier.answers, by),
]

const checkMaterials = (definition: ResolvedDefinition, files: Dossier['materials']): Finding[] =>
  rulesOf(definition, 'material').flatMap((rule) => {
    const own = files.filter((f) => f.materialId === rule.id)
    return [...judgeCount(rule, own.length), ...own.flatMap((f) => judgeFile(rule, f.facts))]
  })

export interface Submission {
  readonly definition: ResolvedDefinition
  readonly state: NominationState
  readonly dossier: Dossier
  /** Seats of the unit that other nominations hold now. */
  readonly seatsTaken: readonly number[]
  /** Its own seat, when it was returned and still holds one. */
  readonly ownSeat: number | null
  /** End of nominations with extensions. */
  readonly end: Instant
  /** Term of a return, which may outlive the deadline. */
  readonly returnUntil: Instant | null
  readonly now: Instant
}
export type SubmitDecision = { readonly ok: true; readonly next: NominationState; readonly seat: number; readonly warnings: readonly Finding[] } | { readonly ok: false; readonly findings: readonly Finding[] }

/** 审签报送: decided on data alone; the caller holds the unit's lock and has read `now` after it. */
export const decideSubmit = (s: Submission): SubmitDecision => {
  const next = after(s.state, 'submit')
  if (next === null) return { ok: false, findings: [wrongState(s.state)] }
  const quota = ruleOf(s.definition, 'quota')
  const seat = s.ownSeat ?? freeSeat(s.seatsTaken, quota?.max ?? 0)
  const findings = [
    ...judgeTime(s),
    ...(seat === null && quota !== undefined ? [quotaFull(quota, s.seatsTaken.length)] : []),
    ...checkDossier(s.definition, s.dossier, s.now, 'approver'),
  ]
  if (blocking(findings).length > 0 || seat === null) return { ok: false, findings }
  return { ok: true, next, seat, warnings: findings }
}

const judgeTime = (s: Submission): Finding[] => {
  const rule = ruleOf(s.definition, 'deadline')
  if (rule === undefined) return []
  const end = s.state === 'returned' && s.returnUntil !== null ? Math.max(s.end, s.returnUntil) : s.end
  return judgeDeadline(rule, end, s.now)
}

const freeSeat = (taken: readonly number[], max: number): number | null => {
  for (let seat = 1; seat <= max; seat++) if (!taken.includes(seat)) return seat
  return null
}

const quotaFull = (rule: ResolvedRule<'quota'>, held: number): Finding => finding({
  code: 'quota.full', rule, strength: 'block',
  what: [`本单位限报 ${rule.max} 人，已报送 ${held} 人`, `The unit may nominate ${rule.max}, and ${held} nomination(s) are in`],
  mend: ['要换人选，先撤回已报送的一件。', 'To nominate somebody else, withdraw the one that is in first.'],
})

const wrongState = (state: NominationState): Finding => finding({
  code: 'nomination.state', rule: null,
  what: state === 'draft' ? ['经办人还没有送审签', 'The clerk has not sent it to the approver yet'] : ['这件推荐已经报送或办结', 'This nomination is already submitted or closed'],
  mend: state === 'draft' ? ['请经办人先送审签。', 'Ask the clerk to send it first.'] : ['请刷新页面看最新状态。', 'Reload the page to see where it stands.'],
})
