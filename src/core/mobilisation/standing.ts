/** 单位到了哪一步: where a unit stands in a campaign, derived from what it did; nobody enters it. */
import type { Instant } from '../kernel/instant'
import type { Words } from '../kernel/finding'
import type { NominationState } from '../nomination/state'

/** From the furthest behind to what is done; `declined`: all it began was withdrawn or rejected. */
export const standings = ['notOpened', 'opened', 'acknowledged', 'forwarded', 'drafting', 'atApproval', 'submitted', 'returned', 'declined'] as const
export type Standing = (typeof standings)[number]

/** As lists call them. */
export const standingNames: Readonly<Record<Standing, Words>> = {
  notOpened: { zh: '未打开', en: 'Not opened' },
  opened: { zh: '已打开', en: 'Opened' },
  acknowledged: { zh: '已阅知', en: 'Acknowledged' },
  forwarded: { zh: '已转发', en: 'Forwarded' },
  drafting: { zh: '填报中', en: 'Drafting' },
  atApproval: { zh: '待审签', en: 'At approval' },
  submitted: { zh: '已报送', en: 'Submitted' },
  returned: { zh: '退回补正', en: 'Returned' },
  declined: { zh: '撤回或不予受理', en: 'Withdrawn or rejected' },
}

export interface Deeds {
  readonly openedAt: Instant | null
  readonly acknowledgedAt: Instant | null
  /** It runs the campaign for its own units. */
  readonly forwarded: boolean
  /** States of its nominations, in any order. */
  readonly nominations: readonly NominationState[]
}

/** Which of several nominations speaks for the unit: the furthest one; those that came to nothing speak only where there is no other. */
const byNomination: readonly (readonly [NominationState, Standing])[] = [
  ['accepted', 'submitted'], ['submitted', 'submitted'], ['returned', 'returned'], ['atApproval', 'atApproval'], ['draft', 'drafting'],
]

/** Where a unit stands by what it did. */
export const standingOf = ({ openedAt, acknowledgedAt, forwarded, nominations }: Deeds): Standing => {
  const furthest = byNomination.find(([state]) => nominations.includes(state))
  if (furthest !== undefined) return furthest[1]
  if (forwarded) return 'forwarded'
  if (nominations.length > 0) return 'declined'
  if (acknowledgedAt !== null) return 'acknowledged'
  return openedAt === null ? 'notOpened' : 'opened'
}
