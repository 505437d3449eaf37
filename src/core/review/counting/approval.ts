import type { Round } from '../../rules/round-terms'
import type { BallotBox, Count, CountRow } from '../ballot-box'
import { reaches } from '../share'

/** 赞成票: each ballot names whom it approves. A ballot with too many, twice the same or a recused candidate's foreign id is invalid as a whole. */
export const countApproval = (rule: Round, box: BallotBox): Count => {
  const known = new Set(box.candidates)
  const valid = box.ballots.filter((b) => isValid(rule, known, b.approvals))
  const present = box.jurors.filter((j) => j.present)
  const entitled = box.jurors.length
  const tally = new Map(box.candidates.map((c) => [c, 0]))
  for (const b of valid) for (const c of b.approvals) tally.set(c, (tally.get(c) ?? 0) + 1)
  const counted = box.candidates.map((candidate) => {
    const approvals = tally.get(candidate) ?? 0
    const base = baseOf(rule, box, candidate)
    return { candidate, approvals, base, reached: reaches(approvals, base, rule.threshold.share, rule.threshold.inclusive) }
  })
  return {
    entitled, present: present.length, issued: present.length, returned: box.ballots.length, valid: valid.length, invalid: box.ballots.length - valid.length,
    quorumReached: reaches(present.length, entitled, rule.quorum.share, rule.quorum.inclusive),
    rows: withOutcomes(rule.places, counted),
  }
}

const isValid = (rule: Round, known: ReadonlySet<string>, approvals: readonly string[]): boolean =>
  new Set(approvals).size === approvals.length && approvals.every((c) => known.has(c)) && (rule.maxApprovals === null || approvals.length <= rule.maxApprovals)

const baseOf = (rule: Round, box: BallotBox, candidate: string): number => {
  const inBase = { entitled: () => true, present: (j: BallotBox['jurors'][number]) => j.present, cast: (j: BallotBox['jurors'][number]) => j.voted }[rule.threshold.base]
  const jurors = box.jurors.filter(inBase)
  if (!rule.threshold.recusedLeaveBase) return jurors.length
  const recused = new Set(box.recusals.filter((r) => r.candidate === candidate).map((r) => r.juror))
  return jurors.filter((j) => !recused.has(j.id)).length
}

/** Best first; a group of equals that does not fit into the places left is tied as a whole, for people to decide. */
const withOutcomes = (places: number, counted: readonly Omit<CountRow, 'rank' | 'outcome'>[]): CountRow[] => {
  // Approvals of different bases are compared as shares, crosswise: 9 of 9 stands beside 10 of 10.
  const better = (a: { approvals: number; base: number }, b: { approvals: number; base: number }) => b.approvals * a.base - a.approvals * b.base
  const sorted = [...counted].sort((a, b) => Number(b.reached) - Number(a.reached) || better(a, b) || (a.candidate < b.candidate ? -1 : 1))
  return sorted.map((row) => {
    const ahead = sorted.filter((o) => o.reached === row.reached ? better(o, row) < 0 : o.reached).length
    const equal = sorted.filter((o) => o.reached === row.reached && better(o, row) === 0).length
    const outcome = !row.reached ? 'belowThreshold' : ahead + equal <= places ? 'selected' : ahead < places ? 'tied' : 'belowPlaces'
    return { ...row, rank: ahead + 1, outcome }
  })
}
