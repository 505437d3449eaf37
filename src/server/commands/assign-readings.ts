/** 分配评阅, by the secretary: asked for, changed one by one, confirmed. While the round is open a confirmed change holds at once. */
import { askAssignment, changeReading, confirmAssignment } from '#contract/operations/assignments'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { changed, standing, weighChange } from '#core/review/assignment/by-hand'
import type { Readings } from '#core/review/assignment/problem'
import { movesBetween, readingsHash, readingsIn } from '#core/review/assignment/readings'
import { openTies, peopleOf, questionOf, ruleForAssignment, settledConflicts } from '../assignment-people'
import { command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { closedAlready } from '../open-rounds'
import { assignmentFailed, lastAssignment, putAssignment, setChanged, setConfirmed, type AssignmentRow } from '../store/assignments'
import { enqueue } from '../store/jobs'
import { putReadings, roundReadings } from '../store/readings'
import { lockRound } from '../store/rounds'

/** Under the campaign's lock and the round's: an opening, a conflict and a change come one after the other. */
const begin = async (c: CommandContext, campaignId: string, ruleId: string) => {
  await c.tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const { rule, round } = await ruleForAssignment(c.tx, c.services, campaignId, ruleId)
  if (round !== null && (await lockRound(c.tx, round.id)).state !== 'open') throw closedAlready()
  return { rule, roundId: round?.id ?? null, row: await lastAssignment(c.tx, campaignId, ruleId) }
}
const stale = (): Refusal => new Refusal('stale', { zh: '分配刚有改动，请刷新，看过最新内容再办。', en: 'The assignment was just changed: reload and look at the newest first.' })
const found = (row: AssignmentRow | undefined, version: number): AssignmentRow & { readonly readings: Readings } => {
  if (row?.readings == null || row.version !== version) throw stale()
  return { ...row, readings: row.readings }
}
const subjectOf = (campaignId: string, roundId: string | null) => (roundId === null ? { kind: 'campaign', id: campaignId } : { kind: 'round', id: roundId })

export const askAssignmentCommand = command(askAssignment, async ({ params: { campaignId, ruleId }, body }, c) => {
  const { rule, roundId, row } = await begin(c, campaignId, ruleId)
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]) => refusedBy([finding({ code: `assignment.${code}`, strength: 'block', rule, what, mend })])
  if (row?.state === 'asked' && !(await assignmentFailed(c.tx, row.id))) return no('running', ['正在分配', 'The readings are being shared out'], ['请稍候，页面会自己更新。', 'Wait a moment: the page renews itself.'])
  const people = await peopleOf(c.tx, campaignId, rule, roundId)
  if (people.jurors.length === 0 || people.candidates.length === 0) return no('nobody', [people.jurors.length === 0 ? '这一轮还没有评委' : '这一轮还没有人选', people.jurors.length === 0 ? 'This round has no jurors yet' : 'Nobody stands in this round yet'], ['请活动办公室先办好，再分配。', 'The office arranges that first.'])
  // What holds in an open round is what moves as little as can be; before that, what was found last.
  const before = roundId !== null ? await roundReadings(c.tx, roundId) : body.afresh ? null : row?.readings ?? null
  const [id, at] = [newId(), await c.now()]
  await putAssignment(c.tx, { id, campaignId, ruleId, roundId, total: people.candidates.length, before: before ?? {}, by: c.actor.accountId, at })
  await enqueue(c.tx, { kind: 'assignReadings', campaignId, payload: { assignmentId: id }, total: people.candidates.length })
  c.record({ chain: campaignId, act: 'assignment.asked', subject: subjectOf(campaignId, roundId), data: { rule: ruleId } })
  return done({})
})

export const changeReadingCommand = command(changeReading, async ({ params: { campaignId, ruleId }, body }, c) => {
  const { rule, roundId, row } = await begin(c, campaignId, ruleId)
  const { id, readings } = found(row, body.version)
  const people = await peopleOf(c.tx, campaignId, rule, roundId)
  const conflicts = await settledConflicts(c.tx, campaignId, people, roundId)
  for await (const ties of openTies(c.tx, c.services, campaignId, people, body.candidate)) conflicts.push(...ties)
  const findings = weighChange(rule, questionOf(rule.assignment, people, conflicts), readings, body, (j) => people.jurors.find((x) => x.id === j)?.unit ?? '')
  if (stopsAt(findings)) return refusedBy(findings)
  await setChanged(c.tx, id, changed(readings, body))
  c.record({ chain: campaignId, act: 'assignment.changed', subject: subjectOf(campaignId, roundId), data: { rule: ruleId, candidate: body.candidate, out: body.out, in: body.in } })
  return done({})
})

export const confirmAssignmentCommand = command(confirmAssignment, async ({ params: { campaignId, ruleId }, body }, c) => {
  const { rule, roundId, row } = await begin(c, campaignId, ruleId)
  const { id, state, readings } = found(row, body.version)
  if (state === 'confirmed') throw stale()
  const people = await peopleOf(c.tx, campaignId, rule, roundId)
  const findings = standing(rule, questionOf(rule.assignment, people, await settledConflicts(c.tx, campaignId, people, roundId)), readings)
  if (stopsAt(findings)) return refusedBy(findings)
  const [hash, at] = [readingsHash(readings), await c.now()]
  await setConfirmed(c.tx, id, { hash, by: c.actor.accountId, at })
  const moves = roundId === null ? [] : await move(c, roundId, readings)
  const gained = [...new Set(moves.flatMap((m) => m.in))].sort()
  c.record({ chain: campaignId, act: 'assignment.confirmed', subject: subjectOf(campaignId, roundId), data: { rule: ruleId, assignment: hash, readings: readingsIn(readings), moved: moves.reduce((n, m) => n + m.in.length, 0), ...(gained.length > 0 && { gained }) } })
  return done({ hash })
})

/** In an open round: cards of candidates that are taken from somebody go; a sheet that is in stays, and what it says of them no longer counts. */
const move = async (c: CommandContext, roundId: string, readings: Readings) => {
  await c.tx.rows(`SELECT 1 FROM round_jurors WHERE round_id = $1 ORDER BY account_id FOR UPDATE`, [roundId])
  const moves = movesBetween((await roundReadings(c.tx, roundId)) ?? {}, readings)
  await putReadings(c.tx, roundId, readings)
  await c.tx.rows(`DELETE FROM score_cards k WHERE k.round_id = $1 AND NOT EXISTS (SELECT FROM round_readings g WHERE g.round_id = $1 AND g.account_id = k.account_id AND g.nomination_id = k.nomination_id)`, [roundId])
  return moves
}
