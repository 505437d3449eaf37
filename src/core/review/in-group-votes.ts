/** 同票按组内得票排序: equals at the line go by what they had in the round before, each within the own group; equals there too are left to people. */
import type { RoundRule } from '../rules/round-terms'
import type { BallotBox } from './ballot-box'
import type { Rung } from './counting/placement'
import { compare, type Ratio } from './counting/ratio'

/** By candidate: approvals of their base, or the mean of the points. */
export type InGroupVotes = Readonly<Record<string, Ratio>>

export const asksInGroup = (rule: Pick<RoundRule, 'tie'>): boolean => rule.tie === 'withinGroups'

const none: Ratio = { numerator: -1, denominator: 1 }
/** After whatever else the rule settles equals by. */
export const inGroupRung = (rule: Pick<RoundRule, 'tie'>, box: Pick<BallotBox, 'inGroup'>): Rung<{ readonly candidate: string }>[] =>
  (asksInGroup(rule) && box.inGroup !== undefined ? [{ id: 'inGroup', better: (a, b) => compare(box.inGroup![b.candidate] ?? none, box.inGroup![a.candidate] ?? none) }] : [])
