/** What is to be done next on a nomination, and by whom: read from its state, its findings and what this reader may do. */
import type { Finding } from '#core/kernel/finding'
import type { Instant } from '#core/kernel/instant'
import { rulesOf } from '#core/campaign/definition'
import { isCandidateField } from '#core/nomination/candidate-part'
import { checklistRows, firstOpen, type Row } from './checklist'
import { blocksOf, findingsOf, lateFinding, openReturn, withUnit, type NominationContext } from './reading'

export type NextAct =
  /** The time is over before it was submitted. */
  | { kind: 'late'; finding: Finding }
  /** The clerk mends the first open row. */
  | { kind: 'row'; row: Row; finding: Finding; blocks: number }
  /** What is registered of a 线下件 is not whole. */
  | { kind: 'register'; finding: Finding }
  /** The papers of a 线下件 are still to be brought. */
  | { kind: 'carry'; since: Instant }
  | { kind: 'send' }
  | { kind: 'submit'; again: boolean }
  /** Returned, and nothing was done about it since. */
  | { kind: 'mend'; points: number; until: Instant | null }
  | { kind: 'waitClerk'; since: Instant }
  /** All that is open is in the candidate's hands. */
  | { kind: 'waitCandidate'; opened: Instant | null }
  | { kind: 'waitApprover'; since: Instant }
  /** It is submitted, and some of its files may still come. */
  | { kind: 'supplement' }
  | { kind: 'waitOffice'; since: Instant }
  | { kind: 'done' }
  | { kind: 'ended'; state: 'rejected' | 'withdrawn' }

export const nextActOf = (context: NominationContext, now: Instant): NextAct => {
  const { nomination: n, campaign } = context
  if (n.state === 'submitted' && n.offline !== null && n.offline.received === null) return { kind: 'carry', since: n.submittedAt ?? n.changedAt }
  if ((n.state === 'submitted' || n.state === 'accepted') && n.may.includes('supplement')) return { kind: 'supplement' }
  if (n.state === 'submitted') return { kind: 'waitOffice', since: n.submittedAt ?? n.changedAt }
  if (n.state === 'accepted') return { kind: 'done' }
  if (n.state === 'rejected' || n.state === 'withdrawn') return { kind: 'ended', state: n.state }
  const late = lateFinding(context, now)
  if (late !== null && withUnit(n)) return { kind: 'late', finding: late }
  if (n.may.includes('register')) return nextOfRegister(n)
  if (n.may.includes('edit')) return nextOfClerk(context, campaign.definition)
  // An approver's own declarations are still open there and are ticked on the page of approval.
  if (n.may.includes('submit') && !waitsForClerk(context)) return { kind: 'submit', again: n.state === 'returned' }
  return n.state === 'atApproval' ? { kind: 'waitApprover', since: n.changedAt } : { kind: 'waitClerk', since: openReturn(n)?.at ?? n.changedAt }
}

const nextOfRegister = (n: NominationContext['nomination']): NextAct => {
  const finding = blocksOf(findingsOf(n.findings))[0]
  return finding !== undefined ? { kind: 'register', finding } : n.may.includes('sendToApprover') ? { kind: 'send' } : { kind: 'waitApprover', since: n.changedAt }
}

const nextOfClerk = ({ nomination: n }: NominationContext, definition: NominationContext['campaign']['definition']): NextAct => {
  const rows = checklistRows(definition, n)
  const out = n.part !== null && n.part.hands === 'candidate' && n.part.withdrewAt === null
  const theirs = new Set(out ? rulesOf(definition, 'formField').filter(isCandidateField).map((r) => r.field) : [])
  const row = firstOpen(rows.map((r) => (out && r.kind === 'form' ? { ...r, untouched: false, findings: r.findings.filter((f) => !theirs.has(f.at.field ?? '')) } : r)))
  const finding = row === undefined ? undefined : blocksOf(row.findings)[0]
  if (row === undefined && out) return { kind: 'waitCandidate', opened: n.part?.openedAt ?? null }
  if (row !== undefined && finding !== undefined) return { kind: 'row', row, finding, blocks: blocksOf(row.findings).length }
  const back = openReturn(n)
  if (back !== null && n.changedAt <= back.at) return { kind: 'mend', points: back.points.length, until: back.until }
  return n.may.includes('sendToApprover') ? { kind: 'send' } : { kind: 'waitApprover', since: n.changedAt }
}

const waitsForClerk = ({ nomination: n, campaign }: NominationContext): boolean =>
  n.offline === null && n.state === 'returned' && firstOpen(checklistRows(campaign.definition, n)) !== undefined
