import { saveScore, submitSheet } from '#contract/operations/rounds'
import { finding, type Finding } from '#core/kernel/finding'
import { checkAnyBallot } from '#core/review/ballot-of-method'
import { cardOf, checkCard, isWhole, missingOf, wrongMethod } from '#core/review/score-card'
import type { RoundRule } from '#core/rules/round-terms'
import { CARD_STEP, seal } from '../ballot-seal'
import { shownName } from '../blind'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { frozenRound } from '../frozen-rounds'
import { closedAlready, notTheirs, openOne } from '../open-rounds'
import { lockSeat, putInBox, type Seat } from '../sealed-box'
import { putCard, readCards } from '../store/score-cards'
import { ownReadings } from '../store/readings'
import { ownUnitOf, readCandidateIds, readRecusals, readRoundCandidates } from '../store/rounds'

const no = (rule: RoundRule, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `ballot.${code}`, strength: 'block', rule, what, mend })
const notPresent = (rule: RoundRule): Finding => no(rule, 'notPresent', ['还没有签到和申报回避', 'You have not checked in and declared conflicts yet'], ['先签到，再评审。', 'Check in first, then give your ballot.'])
const final = (rule: RoundRule): Finding => no(rule, 'final', ['评分表已经提交，看得到别人的打分，不能再改', 'The sheet is in and you see what others gave: it can no longer be changed'], ['确有错误的，请联系评委会秘书。', 'If something is wrong, tell the jury secretary.'])
/** Whoever sees what others gave once the own sheet is in changes nothing after it. */
const isFinal = (rule: RoundRule): boolean => rule.seeOthers === 'afterOwn'

/**
 * Saved as the juror reads, many times a second where a jury sits: one statement beside the permission, sealed to the round's key, and no entry in the ledger, whose chain is one line.
 * What counts is the sheet; its submission is on the ledger (decision 039).
 */
export const saveScoreCommand = command(saveScore, async ({ params, body }, c) => {
  const { roundId, nominationId } = params
  const frozen = await frozenRound(c.tx, roundId)
  if (frozen === undefined) throw absent()
  const at = c.subject.round
  if (at?.state === 'closed') throw closedAlready()
  const card = cardOf(frozen.rule, body)
  const findings = checkCard(frozen.rule, nominationId, card)
  if (stopsAt(findings)) return refusedBy(findings)
  // Nobody else sees a card before the sheet goes in: only where that is final must it be asked whether it is in.
  if (isFinal(frozen.rule) && (await lockSeat(c, roundId))?.voted === true) return refusedBy([final(frozen.rule)])
  const savedAt = await putCard(c.tx, { shared: frozen.rule.assignment !== undefined, roundId, nominationId, accountId: c.actor.accountId, sealed: seal(frozen.publicKey, card, CARD_STEP) })
  return savedAt === undefined ? refusedBy(await why(c, frozen.rule, roundId, nominationId)) : done({ savedAt })
})

/** Nothing was written: which of the conditions it was. */
const why = async (c: CommandContext, rule: RoundRule, roundId: string, nominationId: string): Promise<Finding[]> => {
  const seat = await lockSeat(c, roundId)
  if (seat === undefined) throw absent()
  if (!seat.sits && !seat.dropped) throw closedAlready()
  const one = (await readRoundCandidates(c.tx, roundId)).find((k) => k.nominationId === nominationId)
  if (one === undefined) return [no(rule, 'unknown', ['打分的人选不在本轮', 'This candidate is not in the round'], ['页面可能是旧的，请刷新。', 'The page may be an old one: reload it.'])]
  if (!seat.present && !seat.dropped) return [notPresent(rule)]
  if ((await ownReadings(c.tx, { id: roundId, rule }, c.actor.accountId))?.has(nominationId) === false) return [no(rule, 'notAssigned', ['这名人选没有分给您评', 'This candidate is not among those given to you'], ['分配可能刚有调整，请刷新页面。', 'Who reads whom may just have changed: reload the page.'])]
  const recused = (await readRecusals(c.tx, roundId)).some((r) => r.juror === c.actor.accountId && r.candidate === nominationId)
  if (recused) return [no(rule, 'recused', ['对已回避的人选不能评审', 'You are recused from this candidate'], ['请刷新页面。', 'Reload the page.'])]
  return notTheirs(rule, { dropped: seat.dropped, own: seat.dropped ? [] : [nominationId], named: null, say: () => shownName(rule, one).candidateName })
}

/** The whole sheet goes into the box as one ballot. */
export const submitSheetCommand = command(submitSheet, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const { rule } = round
  const me = c.actor.accountId
  const seat: Seat | undefined = await lockSeat(c, round.id)
  if (seat === undefined) throw absent()
  if (rule.method !== 'score') return refusedBy([wrongMethod(rule)])
  if (isFinal(rule) && seat.voted) return refusedBy([final(rule)])
  const [sorted, recusals, own, cards] = [await readCandidateIds(c.tx, round.id), await readRecusals(c.tx, round.id), await ownUnitOf(c.tx, round.id, me), await readCards(c.tx, c.services.roundKeys, round, me)]
  const recused = recusals.filter((r) => r.juror === me).map((r) => r.candidate)
  const mine = await ownReadings(c.tx, round, me)
  const reads = (id: string): boolean => mine === null || mine.has(id)
  const given = new Map(cards.filter((k) => !recused.includes(k.nominationId) && reads(k.nominationId)).map((k) => [k.nominationId, k.card]))
  const missing = missingOf(sorted.filter(reads), [...recused, ...own], given)
  const whole = [...given].filter(([, card]) => isWhole(card))
  const sheet = rule.grades === undefined ? { scores: Object.fromEntries(whole.map(([id, card]) => [id, card.points as number[]])) } : { grades: Object.fromEntries(whole.map(([id, card]) => [id, card.grade!])) }
  const findings = checkAnyBallot(rule, { approvals: [], ...sheet, candidates: sorted, recused, present: seat.present })
  const names = new Map((await readRoundCandidates(c.tx, round.id)).map((k) => [k.nominationId, shownName(rule, k).candidateName]))
  const scoredOwn = own.filter((id) => given.has(id))
  findings.push(...notTheirs(rule, { dropped: seat.dropped, own: scoredOwn, named: null, say: (id) => names.get(id) ?? '' }))
  if (whole.length === 0 && seat.present && !seat.dropped) findings.push(no(rule, 'emptySheet', ['一名人选也没有打分', 'Nobody is scored yet'], ['请先打分，再提交。', 'Score the candidates first.']))
  else if (missing.length !== body.missingSeen) findings.push(no(rule, 'missing', [`还有 ${missing.length} 人没有打完分：${missing.slice(0, 5).map((id) => names.get(id) ?? '').join('、')}${missing.length > 5 ? ' 等' : ''}`, `${missing.length} candidate(s) are not scored to the end`], ['请补上；确实不打分的，提交时确认人数。', 'Score them; or affirm their number when you submit.']))
  if (stopsAt(findings)) return refusedBy(findings)
  const comments = Object.fromEntries([...given].filter(([, card]) => card.comment !== '').map(([id, card]) => [id, card.comment]))
  return done({ ballotCode: await putInBox(c, round, 'sheet.submitted', { approvals: [], ...sheet }, sorted, seat.voted, comments) })
})
