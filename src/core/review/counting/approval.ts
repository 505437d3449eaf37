/** 赞成票, 计票 by a share of a base: 选举法 (2020) arts 41, 44, 45 for what makes a ballot valid; the share and its base are the campaign's own. */
import type { Words } from '../../kernel/finding'
import type { Round } from '../../rules/round-terms'
import { bases, castBases } from '../../rules/round-say'
import type { Ballot, BallotBox, Count, CountRow } from '../ballot-box'
import { least, reaches } from '../share'
import { withoutVoided } from '../voided'
import { attendance, basesOf, recusedOf } from './attendance'
import { overInGroups } from '../group-limits'
import { placedIn, type Groups } from '../groups'
import { inGroupRung } from '../in-group-votes'
import type { Rung } from './placement'

/** Each ballot names whom it approves. One with too many or too few, twice the same or somebody who does not stand is invalid as a whole. */
export const countApproval = (rule: Round, box: BallotBox): Count => {
  const known = new Set(box.candidates)
  const valid = withoutVoided(rule, box).filter((b) => isValidApproval(rule, known, b, box.groups))
  const recused = recusedOf(box)
  const head = attendance(rule, box, valid.length, recused)
  const baseOf = basesOf(rule, box, head, recused)
  const [approvals, against] = [tallyOf(valid, (b) => b.approvals), tallyOf(valid, (b) => b.against ?? [])]
  const voted = new Set(box.jurors.filter((j) => j.voted).map((j) => j.id))
  const rows = box.candidates.map((candidate): Omit<CountRow, 'rank' | 'outcome'> => {
    const [own, no, base] = [approvals.get(candidate) ?? 0, against.get(candidate) ?? 0, baseOf(candidate)]
    // Who marks nothing abstains; a recused juror cannot mark this one and does not abstain.
    const could = head.valid - [...(recused.byCandidate.get(candidate) ?? [])].filter((j) => voted.has(j)).length
    return { candidate, approvals: own, ...(rule.marks?.against === true && { against: no }), ...(rule.marks !== undefined && { abstained: Math.max(0, could - own - no) }), base, reached: reaches(own, base, rule.threshold.share, rule.threshold.inclusive) }
  })
  return { ...head, rows: placedIn(rule, box.groups, rows, better, rule.tieBy?.includes('fewerAgainst') === true ? [fewerAgainst, ...inGroupRung(rule, box)] : inGroupRung(rule, box)), ...(rule.marks?.writeIn === true && { writeIns: writtenIn(valid) }) }
}

// Approvals of different bases are compared as shares, crosswise: 9 of 9 stands beside 10 of 10.
const better = (a: Omit<CountRow, 'rank' | 'outcome'>, b: Omit<CountRow, 'rank' | 'outcome'>): number => b.approvals * a.base - a.approvals * b.base
const fewerAgainst: Rung<Omit<CountRow, 'rank' | 'outcome'>> = { id: 'fewerAgainst', better: (a, b) => (a.against ?? 0) * b.base - (b.against ?? 0) * a.base }

/** Whether a ballot counts; blank is 弃权 and valid unless the rule says otherwise. */
export const isValidApproval = (rule: Pick<Round, 'maxApprovals' | 'minApprovals' | 'exactApprovals' | 'blankInvalid' | 'marks' | 'groups'>, known: ReadonlySet<string>, b: Omit<Ballot, 'code'>, groups?: Groups): boolean => {
  const named = b.against === undefined && b.abstained === undefined ? b.approvals : [...b.approvals, ...(b.against ?? []), ...(b.abstained ?? [])]
  const chosen = b.approvals.length + (b.writeIns?.length ?? 0)
  if (b.spoilt !== undefined) return false
  if (new Set(named).size !== named.length || !named.every((c) => known.has(c))) return false
  if ((b.against !== undefined && b.against.length > 0 && rule.marks?.against !== true) || (b.writeIns !== undefined && b.writeIns.length > 0 && rule.marks?.writeIn !== true)) return false
  if (new Set(b.writeIns).size !== (b.writeIns?.length ?? 0)) return false
  if (overInGroups(rule, groups, b.approvals).length > 0) return false
  if (chosen === 0 && (b.against?.length ?? 0) === 0) return rule.blankInvalid !== true
  return (rule.maxApprovals === null || chosen <= rule.maxApprovals) && chosen >= (rule.minApprovals ?? 0) && (rule.exactApprovals === undefined || chosen === rule.exactApprovals)
}

const tallyOf = (ballots: readonly Ballot[], of: (b: Ballot) => readonly string[]): Map<string, number> => {
  const tally = new Map<string, number>()
  for (const b of ballots) for (const c of of(b)) tally.set(c, (tally.get(c) ?? 0) + 1)
  return tally
}

const writtenIn = (valid: readonly Ballot[]): NonNullable<Count['writeIns']> =>
  [...tallyOf(valid, (b) => b.writeIns ?? [])].map(([name, votes]) => ({ name, votes })).sort((a, b) => b.votes - a.votes || (a.name < b.name ? -1 : 1))

/** Why a candidate stands where it stands, to be checked by hand. */
export const sayApproval = ({ threshold: t }: Pick<Round, 'threshold'>, row: CountRow): Words => {
  const base = t.base === 'cast' && t.cast !== undefined ? castBases[t.cast] : bases[t.base]
  const n = least(row.base, t.share, t.inclusive)
  return {
    zh: `赞成 ${row.approvals} 票，${base.zh} ${row.base}，至少要 ${n} 票：${row.reached ? '达到' : '未达到'}`,
    en: `${row.approvals} in favour of ${row.base} ${base.en}; ${n} are needed: ${row.reached ? 'reached' : 'not reached'}`,
  }
}
