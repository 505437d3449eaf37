/** 应到、实到、发出、收回、有效、无效: the numbers at the head of every count, and who stands in a base. */
import type { Round } from '../../rules/round-terms'
import type { BallotBox } from '../ballot-box'
import { reaches } from '../share'

export interface Attendance {
  readonly entitled: number
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
  readonly quorumReached: boolean
}
type Juror = BallotBox['jurors'][number]

/** Candidates each juror is recused from, and jurors each candidate loses by it. */
export interface Recused { readonly byJuror: ReadonlyMap<string, ReadonlySet<string>>; readonly byCandidate: ReadonlyMap<string, ReadonlySet<string>> }
export const recusedOf = (box: Pick<BallotBox, 'recusals'>): Recused => {
  const [byJuror, byCandidate] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const add = (map: Map<string, Set<string>>, key: string, value: string) => void (map.get(key)?.add(value) ?? map.set(key, new Set([value])))
  for (const r of box.recusals) { add(byJuror, r.juror, r.candidate); add(byCandidate, r.candidate, r.juror) }
  return { byJuror, byCandidate }
}

/** 法定人数: present against entitled. Where the rule lets the recused leave, a juror recused from every candidate of the round is in neither number. */
export const attendance = (rule: Pick<Round, 'quorum'>, box: BallotBox, valid: number, recused: Recused = recusedOf(box)): Attendance => {
  const present = box.jurors.filter((j) => j.present).length
  const sits = (j: Juror): boolean => rule.quorum.recusedLeaveBase !== true || !box.candidates.every((c) => recused.byJuror.get(j.id)?.has(c) === true)
  const sitting = box.jurors.filter(sits)
  return {
    entitled: box.jurors.length, present, issued: box.paper?.issued ?? present, returned: box.ballots.length, valid, invalid: box.ballots.length - valid,
    quorumReached: reaches(sitting.filter((j) => j.present).length, sitting.length, rule.quorum.share, rule.quorum.inclusive),
  }
}

/** For each candidate, against how many the share is taken. Of ballots taken out of a secret box nobody knows whose was invalid: where that matters the larger base holds, so that nobody passes by a doubt. */
export const basesOf = ({ threshold }: Pick<Round, 'threshold'>, box: BallotBox, counts: Attendance, recused: Recused): ((candidate: string) => number) => {
  const inBase = { entitled: () => true, present: (j: Juror) => j.present, cast: (j: Juror) => (threshold.cast === 'issued' ? j.present : j.voted) }[threshold.base]
  const jurors = new Map(box.jurors.map((j) => [j.id, inBase(j)]))
  const ballots = threshold.base === 'cast' ? threshold.cast : undefined
  const whole = ballots === undefined ? box.jurors.filter(inBase).length : counts[ballots]
  if (!threshold.recusedLeaveBase) return () => whole
  return (candidate) => {
    let gone = 0
    for (const j of recused.byCandidate.get(candidate) ?? []) if (jurors.get(j) === true) gone++
    return whole - (ballots === 'valid' ? Math.max(0, gone - counts.invalid) : gone)
  }
}
