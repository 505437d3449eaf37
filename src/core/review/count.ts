import { hashOf } from '../kernel/canonical'
import type { RoundRule } from '../rules/round-terms'
import type { BallotBox, Count } from './ballot-box'
import { inOrder } from './assignment/readings'
import { countApproval } from './counting/approval'

const methods: Readonly<Partial<Record<RoundRule['method'], typeof countApproval>>> = { approval: countApproval }

/**
 * Counts a round by its declared rule. The same function serves the server's tally, the count sheet and `xuanshu verify`.
 * @throws TypeError for a method that cannot be counted; a campaign with such a round never opens
 */
export const count = (rule: RoundRule, box: BallotBox): Count => {
  const counted = methods[rule.method]
  if (counted === undefined) throw new TypeError(`no count for the method ${rule.method}`)
  return counted(rule, box)
}

/** Names a count for ever: rule, box and result together. */
export const countHash = (rule: RoundRule, box: BallotBox, result: Count): string => hashOf({ rule, box: ordered(box), result })

/** The box in one order whatever the database gave, so that the hash depends on its content alone. */
export const ordered = (box: BallotBox): BallotBox => ({
  ...(box.paper && { paper: box.paper }), candidates: [...box.candidates].sort(),
  ...(box.groups !== undefined && { groups: box.groups }), ...(box.parts !== undefined && { parts: box.parts }),
  ...(box.publicVote !== undefined && { publicVote: box.publicVote }),
  ...(box.inGroup !== undefined && { inGroup: box.inGroup }),
  ...(box.readings !== undefined && { readings: inOrder(box.readings) }),
  jurors: [...box.jurors].sort((a, b) => (a.id < b.id ? -1 : 1)),
  recusals: [...box.recusals].sort((a, b) => (`${a.juror}${a.candidate}` < `${b.juror}${b.candidate}` ? -1 : 1)),
  ballots: [...box.ballots].map((b) => ({
    ...b, approvals: [...b.approvals].sort(), ...(b.against && { against: [...b.against].sort() }), ...(b.abstained && { abstained: [...b.abstained].sort() }), ...(b.writeIns && { writeIns: [...b.writeIns].sort() }),
    ...(b.ranking && { ranking: b.ranking.map((group) => [...group].sort()) }), ...(b.silent && { silent: [...b.silent].sort() }),
  })).sort((a, b) => (a.code < b.code ? -1 : 1)),
})
