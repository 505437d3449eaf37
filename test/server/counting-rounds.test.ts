/** Every way of counting through the server: ballots in, sealed, closed, told, and counted again from the exported record. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { castBallot, countSheet, readRound } from '#contract/operations/jury'
import { confirmDecision, proposeDecision, saveScore, submitSheet } from '#contract/operations/rounds'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { close, openAndCheckIn, openJury, type JuryCampaign } from './jury-rounds'
import { freshInstallation, type Installation } from './installation'

let at: Installation
let j: JuryCampaign
const list = ['优', '良', '中', '差'].map((zh, i) => ({ id: `g${i}`, name: { zh, en: zh } }))
const rank = (by: string, more: object = {}) => ({ method: 'rank', ranking: { by, ...more } })

beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [
    { id: 'grades', method: 'score', grades: { list, order: 'mostBest' }, places: 1 }, { id: 'borda', ...rank('borda', { equals: true }) }, { id: 'schulze', ...rank('schulze') }, { id: 'irv', ...rank('instantRunoff'), places: 1 }, { id: 'stv', ...rank('singleTransferable') },
    { id: 'marks', marks: { against: true, writeIn: true }, maxApprovals: 2, tieBy: ['fewerAgainst'] }, { id: 'z', method: 'score', score: { from: 0, to: 100, adjust: 'zScore' } }, { id: 'named-vote', ballot: 'named' },
  ], ['甲一', '乙二', '丙三'])
}, 120_000)
afterAll(() => at.close())

const resultOf = async (roundId: string) => (await j.o.office.ask(readRound, { params: { roundId } })).result!
const recordOf = async (): Promise<CampaignRecord> => JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord
const outcomes = async (roundId: string) => (await resultOf(roundId)).rows.map((r) => [r.candidateName, r.rank, r.outcome])

test('grades, kept as they are pressed', async () => {
  const roundId = await openAndCheckIn(j, 'grades')
  for (const [i, p] of j.jurors.entries()) {
    for (const [k, id] of j.ids.entries()) await p.ask(saveScore, { params: { roundId, nominationId: id }, body: { grade: k === 0 ? (i < 3 ? 0 : 1) : k === 1 ? (i < 2 ? 0 : 1) : 2 } })
    await p.ask(submitSheet, { params: { roundId }, body: {} })
  }
  expect((await j.jurors[0]!.refused(saveScore, { params: { roundId, nominationId: j.ids[0]! }, body: { grade: 4 } })).codes).toEqual(['ballot.noSuchGrade'])
  await close(j, roundId)
  expect([await outcomes(roundId), (await resultOf(roundId)).rows[0]!.label.zh]).toEqual([[['甲一', 1, 'selected'], ['乙二', 2, 'belowPlaces'], ['丙三', 3, 'belowPlaces']], '优 3　良 2　中 0　差 0'])
})

test('rankings by Borda and by Schulze; a ballot of another kind, twice the same or shared where nobody may share is refused', async () => {
  for (const ruleId of ['borda', 'schulze']) {
    const roundId = await openAndCheckIn(j, ruleId)
    const [a, b, c] = j.ids as [string, string, string]
    const p = j.jurors[0]!
    expect((await p.refused(castBallot, { params: { roundId }, body: { approvals: [a] } })).codes).toEqual(['ballot.wrongMethod'])
    expect((await p.refused(castBallot, { params: { roundId }, body: { ranking: [[a], [a]] } })).codes).toEqual(['ballot.twice'])
    if (ruleId === 'schulze') expect((await p.refused(castBallot, { params: { roundId }, body: { ranking: [[a, b]] } })).codes).toEqual(['ballot.equals'])
    for (const [i, q] of j.jurors.entries()) await q.ask(castBallot, { params: { roundId }, body: { ranking: i < 3 ? [[a], [b], [c]] : [[b], [a], [c]] } })
    await close(j, roundId)
    expect(await outcomes(roundId)).toEqual([['甲一', 1, 'selected'], ['乙二', 2, 'selected'], ['丙三', 3, 'belowPlaces']])
  }
})

test('an instant runoff waits where the fewest are equal, and goes on with the jury’s decision; a transferable vote is told stage by stage', async () => {
  const irv = await openAndCheckIn(j, 'irv')
  const [a, b, c] = j.ids as [string, string, string]
  const orders = [[a], [a], [b], [c, b], [b]]
  for (const [i, p] of j.jurors.entries()) await p.ask(castBallot, { params: { roundId: irv }, body: { ranking: (i === 4 ? [c, a] : orders[i]!).map((id) => [id]) } })
  await close(j, irv)
  // Two, one, two: the second goes out by itself; what is left is two and two of four, and nobody is ahead.
  const waiting = await resultOf(irv)
  expect([waiting.waitsAt, waiting.next.kind, waiting.rows.map((r) => r.outcome).sort()]).toEqual([2, 'people', ['belowPlaces', 'open', 'open']])
  const { decisionId } = await j.secretary.ask(proposeDecision, { params: { roundId: irv }, body: { decision: { kind: 'stage', stage: 2, candidate: c }, reason: '当众抽签（示例）' } })
  await j.o.second.ask(confirmDecision, { params: { roundId: irv, decisionId } })
  expect([(await outcomes(irv))[0], (await resultOf(irv)).decisions.map((d) => [d.proposedBy, d.confirmedBy])]).toEqual([['甲一', 1, 'selected'], [['苏怀瑾', '何青']]])

  const stv = await openAndCheckIn(j, 'stv')
  for (const [i, p] of j.jurors.entries()) await p.ask(castBallot, { params: { roundId: stv }, body: { ranking: (i < 3 ? [a, b] : [c]).map((id) => [id]) } })
  await close(j, stv)
  const told = await resultOf(stv)
  expect([told.rows.filter((r) => r.outcome === 'selected').map((r) => r.candidateName).sort(), told.stages.length > 0]).toEqual([['丙三', '甲一'], true])
})

test('for, against, abstained and written in: names written in are told to the room and stand in no record', async () => {
  const roundId = await openAndCheckIn(j, 'marks')
  const [a, b, c] = j.ids as [string, string, string]
  expect((await j.jurors[0]!.refused(castBallot, { params: { roundId }, body: { approvals: [a, b], writeIns: ['丁四'] } })).codes).toEqual(['ballot.tooMany'])
  for (const [i, p] of j.jurors.entries()) await p.ask(castBallot, { params: { roundId }, body: { approvals: i < 4 ? [a] : [b], against: [c], ...(i < 2 && { writeIns: ['丁四'] }) } })
  await close(j, roundId)
  const result = await resultOf(roundId)
  expect([result.rows.map((r) => [r.candidateName, r.approvals, r.against, r.outcome]), result.writeIns]).toEqual([[['甲一', 4, 0, 'selected'], ['乙二', 1, 0, 'belowThreshold'], ['丙三', 0, 5, 'belowThreshold']], [{ name: '丁四', votes: 2 }]])
  expect(JSON.stringify(await recordOf()).includes('丁四')).toBe(false)
})

test('strict and mild jurors on one measure: the raw rank stands beside the adjusted one', async () => {
  const roundId = await openAndCheckIn(j, 'z')
  const given = [[90, 80, 70], [60, 50, 40], [95, 94, 10], [70, 69, 68], [50, 52, 51]]
  for (const [i, p] of j.jurors.entries()) {
    for (const [k, id] of j.ids.entries()) await p.ask(saveScore, { params: { roundId, nominationId: id }, body: { points: [String(given[i]![k])] } })
    await p.ask(submitSheet, { params: { roundId }, body: {} })
  }
  await close(j, roundId)
  const row = (await resultOf(roundId)).rows[0]!
  expect([row.rawRank, row.say.zh.includes('原为第 1 名')]).toEqual([1, true])
  const sheet = await j.o.office.send(countSheet, { params: { roundId } })
  expect([sheet.status, sheet.text.startsWith('%PDF')]).toEqual([200, true])
})

test('a named vote keeps who gave which ballot; a secret one nobody; and every round is counted again from the record, any change found', async () => {
  const roundId = await openAndCheckIn(j, 'named-vote')
  for (const p of j.jurors) await p.ask(castBallot, { params: { roundId }, body: { approvals: [j.ids[0]!] } })
  await close(j, roundId)
  const record = await recordOf()
  expect([verifyRecord(record).faults, verifyRecord(record).counts]).toEqual([[], 8])
  for (const r of record.rounds) expect([r.rule.id, r.box.ballots.every((b) => (b.juror !== undefined) === (r.rule.id === 'named-vote'))]).toEqual([r.rule.id, true])
  for (const [i, r] of record.rounds.entries()) {
    const fewer = record.rounds.map((x, k) => (k === i ? { ...x, box: { ...x.box, ballots: x.box.ballots.slice(1) } } : x))
    expect([r.rule.id, verifyRecord({ ...record, rounds: fewer }).faults.length > 0]).toEqual([r.rule.id, true])
  }
})
