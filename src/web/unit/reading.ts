/** The two answers every page of a nomination reads, and small questions about them. */
import type { AnswerOf } from '#contract/operation'
import type { readCampaign } from '#contract/operations/campaigns'
import type { readNomination } from '#contract/operations/nominations'
import type { Finding } from '#core/kernel/finding'
import type { Instant } from '#core/kernel/instant'
import { ruleOf } from '#core/campaign/definition'
import { judgeDeadline } from '#core/nomination/deadline'

export type Campaign = AnswerOf<typeof readCampaign>
export type Nomination = AnswerOf<typeof readNomination>
export type MaterialFile = Nomination['materials'][number]
export type Return = Nomination['screening'][number]
/** What the frame of a nomination hands to its pages. */
export interface NominationContext { nomination: Nomination; campaign: Campaign }

/** Findings of an answer are the core's own; the contract's schema only widens their optional members. */
export const findingsOf = (findings: readonly unknown[]): readonly Finding[] => findings as readonly Finding[]

export const blocksOf = (findings: readonly Finding[]): readonly Finding[] => findings.filter((f) => f.strength === 'block')

/** The return that is still open: the nomination stands returned, and this says why and until when. */
export const openReturn = (n: Nomination): Return | null => (n.state === 'returned' ? n.screening.find((s) => s.decision === 'return') ?? null : null)

/** When this nomination's time ends: the campaign's deadline, or the term of its return where that is later. */
export const endFor = ({ nomination, campaign }: NominationContext): Instant | null => {
  const until = openReturn(nomination)?.until ?? null
  if (campaign.deadline === null) return until
  return until === null ? campaign.deadline : Math.max(campaign.deadline, until)
}

/** Asked of the same function as the server; the server's answer is the one that counts. */
export const lateFinding = (context: NominationContext, now: Instant): Finding | null => {
  const [rule, end] = [ruleOf(context.campaign.definition, 'deadline'), endFor(context)]
  return rule === undefined || end === null ? null : judgeDeadline(rule, end, now)[0] ?? null
}

const open: readonly Nomination['state'][] = ['draft', 'atApproval', 'returned']
/** Still with the unit: something can be done before it is submitted (again). */
export const withUnit = (n: Pick<Nomination, 'state'>): boolean => open.includes(n.state)
