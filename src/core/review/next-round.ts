/** The rule of a round that follows from a count: the same rule for fewer places, under an id and name of its own. */
import type { RoundRule } from '../rules/round-terms'
import type { NextStep } from './next-step'

/** @param n which round of its family this is: 2 for the first that follows */
export const nextRule = (rule: RoundRule, step: Pick<Extract<NextStep, { kind: 'revote' | 'anotherBallot' | 'people' }>, 'kind' | 'places' | 'candidates' | 'groups'>, n: number): RoundRule => {
  // How many candidates stand follows from the count itself; a surplus was asked of the first ballot.
  // The few who are left are read by the whole jury; the public voted once, on all of them.
  const { surplus: _surplus, after: _after, assignment: _assignment, publicPart: _part, publicVote: _vote, exactApprovals, minApprovals, ...rest } = rule
  const places = Math.min(step.places, step.candidates.length)
  const name = step.kind === 'anotherBallot' ? { zh: `${rootName(rule.name.zh)}（另投，第 ${n} 次）`, en: `${rootName(rule.name.en)} (another ballot, ${n})` } : { zh: `${rootName(rule.name.zh)}（并列再投，第 ${n} 次）`, en: `${rootName(rule.name.en)} (vote again, ${n})` }
  return {
    ...rest, ...(rule.tie === 'withinGroups' && { tie: 'jury' as const }), id: `${rootId(rule.id)}-again-${n}`, name, places, maxApprovals: rule.maxApprovals === null && exactApprovals === undefined ? null : Math.min(exactApprovals ?? rule.maxApprovals ?? places, places),
    ...(rule.groups !== undefined && step.groups !== undefined && { groups: rule.groups.flatMap((g) => (step.groups![g.id] === undefined ? [] : [{ ...g, places: step.groups![g.id]!, ...(g.most !== undefined && { most: Math.min(g.most, step.groups![g.id]!) }) }])) }),
    ...(minApprovals !== undefined && { minApprovals: Math.min(minApprovals, places) }),
    ...(rule.ranking?.least !== undefined && { ranking: { ...rule.ranking, least: Math.min(rule.ranking.least, step.candidates.length), ...(rule.ranking.most !== undefined && { most: Math.min(rule.ranking.most, step.candidates.length) }) } }),
  }
}

/** `round-1-again-2` belongs to `round-1`. */
export const rootId = (ruleId: string): string => ruleId.replace(/-again-\d+$/, '')
const rootName = (name: string): string => name.replace(/（(?:另投|并列再投)，第 \d+ 次）$| \((?:another ballot|vote again), \d+\)$/, '')
