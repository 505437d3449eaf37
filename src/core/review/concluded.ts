/** A round's result as people leave it: what the count gave, and what the jury decided where the count stopped. */
import { hashOf } from '../kernel/canonical'
import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import type { BallotBox, Count } from './ballot-box'
import { count, countHash, ordered } from './count'
import { countFindings } from './count-findings'
import type { Decision, Waits } from './counting/instant-runoff'
import type { Outcome } from './counting/placement'
import { nameOfGroup } from './groups'
import { nextStep, type NextStep } from './next-step'
import { tally, tallyHash, type Tally } from './tally'
import { tallyFindings } from './tally-findings'

/** 评委会的决定: where a count waits at a stage (IRV, STV), or who of those tied at the line is in. Nobody in: the places stay empty. */
export type RoundDecision = { readonly kind: 'stage'; readonly stage: number; readonly candidate: string } | { readonly kind: 'tie'; readonly selected: readonly string[] }
/** As stored with a round: a round by approval keeps the shape it always had. */
export type RoundResult = Count | Tally

/** Rule, box and decisions in, the result out: the one way for server, page and verifier. */
export const conclude = (rule: RoundRule, box: BallotBox, decisions: readonly RoundDecision[] = []): RoundResult => {
  const stages = decisions.flatMap((d): Decision[] => (d.kind === 'stage' ? [{ stage: d.stage, candidate: d.candidate }] : []))
  const counted: RoundResult = rule.method === 'approval' ? count(rule, box) : tally(rule, box, stages)
  return decisions.reduce((r, d) => (d.kind === 'tie' ? settled(r, d.selected) : r), counted)
}

/** Names a result for ever. Without a decision it is the hash that a count by its method has. */
export const concludedHash = (rule: RoundRule, box: BallotBox, result: RoundResult, decisions: readonly RoundDecision[] = []): string => {
  if (decisions.length > 0) return hashOf({ rule, box: ordered(box), decisions, result })
  return 'method' in result ? tallyHash(rule, box, [], result) : countHash(rule, box, result)
}

interface Placed { readonly candidate: string; readonly outcome: Outcome; readonly group?: string }
/** Those chosen stand before those who were their equals. */
const settled = (r: RoundResult, selected: readonly string[]): RoundResult => {
  const rows: readonly Placed[] = r.rows
  // Within a group, where the round has groups: nobody moves to another's places.
  const decided = new Map<string | undefined, Placed[]>()
  for (const row of rows.filter((r) => r.outcome === 'tied')) decided.set(row.group, [...(decided.get(row.group) ?? []), { ...row, outcome: selected.includes(row.candidate) ? 'selected' : 'belowPlaces', settledBy: 'jury' } as Placed])
  for (const [group, own] of decided) decided.set(group, own.sort((x, y) => Number(y.outcome === 'selected') - Number(x.outcome === 'selected')))
  return { ...r, rows: rows.map((row) => (row.outcome === 'tied' ? decided.get(row.group)!.shift()! : row)) } as unknown as RoundResult
}

/** A round by approval in the shape of all others. */
export const asTally = (r: RoundResult): Tally => ('method' in r ? r : { method: 'approval', ...r, detail: {} })

/** Where a count by stages stops for people. */
export const waitsOf = (t: Tally): Waits | null => (t.method === 'instantRunoff' || t.method === 'singleTransferable' ? t.detail.waits : null)

/** What follows by the round's own rule. */
export const stepAfter = (rule: Parameters<typeof nextStep>[0], r: RoundResult): NextStep => {
  const t = asTally(r)
  return nextStep(rule, { quorumReached: t.quorumReached, rows: t.rows, detail: { waits: waitsOf(t) } })
}

/** What people must look at, whatever the method. */
export const concludedFindings = (rule: RoundRule, r: RoundResult): Finding[] => ('method' in r ? tallyFindings(rule, r) : countFindings(rule, r))

/** Whether a decision answers just what the count left open. */
export const checkDecision = (rule: RoundRule, r: RoundResult, d: RoundDecision): Finding[] => {
  const next = stepAfter({ ...rule, tie: 'jury' }, r)
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `decision.${code}`, strength: 'block', rule, what, mend })
  if (next.kind !== 'people' || next.candidates.length === 0) return [no('nothingOpen', ['这一轮没有要评委会决定的事', 'Nothing in this round waits for a decision'], ['请刷新页面看结果。', 'Reload the page and see the result.'])]
  const waits = waitsOf(asTally(r))
  if (d.kind === 'stage') {
    return waits !== null && waits.stage === d.stage && waits.among.includes(d.candidate) ? [] : [no('notAsked', ['计票等的不是这个决定', 'This is not the decision the count waits for'], ['请按页面上列出的人选决定。', 'Choose among the candidates the page lists.'])]
  }
  if (waits !== null || d.selected.some((c) => !next.candidates.includes(c)) || new Set(d.selected).size !== d.selected.length) return [no('notTied', ['选定的人不在并列的人选里', 'Somebody chosen is not among those tied'], ['只能在并列的人选里选定。', 'Choose among those tied only.'])]
  const groupOf = new Map(asTally(r).rows.map((row: Placed) => [row.candidate, row.group]))
  const over = Object.entries(next.groups ?? {}).find(([g, places]) => d.selected.filter((c) => groupOf.get(c) === g).length > places)
  if (over !== undefined) return [no('tooManyOfGroup', [`“${nameOfGroup(rule, over[0]).zh}”只剩 ${over[1]} 个名额，选多了`, `“${nameOfGroup(rule, over[0]).en}” has ${over[1]} place(s) left: too many chosen`], ['各组的名额不能互相借用。', 'Places of one group are not lent to another.'])]
  return d.selected.length <= next.places ? [] : [no('tooMany', [`只剩 ${next.places} 个名额，选了 ${d.selected.length} 人`, `${next.places} place(s) left, ${d.selected.length} chosen`], ['请减少人数。', 'Choose fewer.'])]
}
