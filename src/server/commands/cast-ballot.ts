import { castBallot } from '#contract/operations/jury'
import { finding, type Finding } from '#core/kernel/finding'
import { checkAnyBallot } from '#core/review/ballot-of-method'
import type { Ballot } from '#core/review/ballot-box'
import { wrongMethod } from '#core/review/score-card'
import type { RoundRule } from '#core/rules/round-terms'
import { shownName } from '../blind'
import { absent, command, done, refusedBy, stopsAt, type Input } from '../handler'
import { noKeyYet } from '#core/review/key-share'
import { publicKeysOf, readPrinted } from '../key-shares'
import { notTheirs, openOne } from '../open-rounds'
import { lockSeat, putInBox } from '../sealed-box'
import { ownUnitOf, readCandidateIds, readRecusals, readRoundCandidates } from '../store/rounds'

type Body = Input<typeof castBallot>['body']
type Given = Omit<Ballot, 'code' | 'juror' | 'salt'>

/** What of the body this round's method asks for; null: it is a ballot of another method. */
const givenFor = (rule: RoundRule, { approvals, against, abstained, writeIns, ranking }: Body): Given | null => {
  const marked = approvals.length > 0 || [against, abstained, writeIns].some((m) => m !== undefined)
  if (rule.method === 'rank') return ranking === undefined || marked ? null : { approvals: [], ranking }
  if (rule.method !== 'approval' || ranking !== undefined || (abstained !== undefined && rule.marks === undefined)) return null
  return { approvals, ...(against !== undefined && { against }), ...(abstained !== undefined && { abstained }), ...(writeIns !== undefined && { writeIns }) }
}
const namedOn = (b: Given): string[] => [...b.approvals, ...(b.against ?? []), ...(b.abstained ?? []), ...(b.ranking ?? []).flat()]

/** Sealed before it is written; the last one counts. */
export const castBallotCommand = command(castBallot, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const me = c.actor.accountId
  const seat = await lockSeat(c, round.id)
  if (seat === undefined) throw absent()
  if (round.rule.paper === true) return refusedBy([finding({ code: 'ballot.onPaper', strength: 'block', rule: round.rule, what: ['本轮用纸质选票，不在屏幕上投', 'This round is voted on paper, not on the screen'], mend: ['请向监票人领取选票。', 'Take a ballot from the scrutineers.'] })])
  const given = givenFor(round.rule, body)
  if (given === null) return refusedBy([wrongMethod(round.rule)])
  const sorted = await readCandidateIds(c.tx, round.id)
  const recused = (await readRecusals(c.tx, round.id)).filter((r) => r.juror === me).map((r) => r.candidate)
  const own = await ownUnitOf(c.tx, round.id, me)
  const groups = round.rule.groups?.some((g) => g.most !== undefined) === true ? Object.fromEntries((await readRoundCandidates(c.tx, round.id)).flatMap((k) => (k.group === null ? [] : [[k.nominationId, k.group]]))) : null
  const findings: Finding[] = checkAnyBallot(round.rule, { ...given, candidates: sorted, recused, present: seat.present, ...(groups !== null && { groups }) })
  if (seat.dropped || own.length > 0) {
    const names = new Map((await readRoundCandidates(c.tx, round.id)).map((k) => [k.nominationId, shownName(round.rule, k).candidateName]))
    // A ranking says something of whoever is left out as well.
    findings.push(...notTheirs(round.rule, { dropped: seat.dropped, own, named: round.rule.method === 'rank' ? null : namedOn(given), say: (id) => names.get(id) ?? '' }))
  }
  const shared = round.rule.keyShares === true ? publicKeysOf(await readPrinted(c.tx, round.id)) : null
  if (round.rule.keyShares === true && shared === null) findings.push(noKeyYet(round.rule))
  if (stopsAt(findings)) return refusedBy(findings)
  const ranking = round.rule.method === 'rank' && recused.length > 0 ? { silent: [...recused].sort() } : {}
  return done({ ballotCode: await putInBox(c, round, 'ballot.cast', { ...given, ...ranking }, sorted, seat.voted, undefined, shared) })
})
