/** 分配评阅 in the product: shared out by a job, changed and confirmed by the secretary, frozen with the round; whoever was not given a candidate neither sees nor scores it; a conflict afterwards moves as little as can be. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { askAssignment, changeReading, confirmAssignment, considerReading, readAssignment } from '#contract/operations/assignments'
import { decideConflict } from '#contract/operations/conflicts'
import { declareConflicts, openRound, readBallot, readCandidate, readRound } from '#contract/operations/jury'
import { saveScore, submitSheet } from '#contract/operations/rounds'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { putCard } from '#server/store/score-cards'
import { invariants } from '#server/store/invariants'
import { close, openJury, score, type JuryCampaign } from './jury-rounds'
import { freshInstallation, type Installation } from './installation'
import type { Person } from './person'

let at: Installation
let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔', '韩野', '林知夏', '周望舒'] as const
const words = { zh: '示例初评', en: 'Sample first reading' }
const base = { method: 'score', score: { from: 0, to: 100 }, ballot: 'named', places: 2, name: words, quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true } }

beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ ...base, id: 'shared', assignment: { readers: 2, most: 4, least: 2 } }, { ...base, id: 'too-much', assignment: { readers: 3, most: 2 } }, { ...base, id: 'plain' }], names)
}, 120_000)
afterAll(() => at.close())

const params = (ruleId = 'shared') => ({ campaignId: j.campaignId, ruleId })
const seen = (ruleId = 'shared') => j.secretary.ask(readAssignment, { params: params(ruleId) })
const settled = async (ruleId = 'shared') => {
  for (;;) {
    const a = await seen(ruleId)
    if (a.state !== 'asked') return a
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const share = async (ruleId = 'shared') => { await j.secretary.ask(askAssignment, { params: params(ruleId), body: {} }); return settled(ruleId) }
type Shared = Awaited<ReturnType<typeof seen>>
const readersOf = (a: Shared, i: number) => a.candidates.find((k) => k.nominationId === j.ids[i])!.readers.map((n) => a.jurors[n]!.accountId)
const who = (id: string): Person => j.jurors[j.jurorIds.indexOf(id)]!
const open = (ruleId = 'shared') => ({ params: { campaignId: j.campaignId }, body: { ruleId, nominationIds: [...j.ids], still: true } })
const recordOf = async (): Promise<CampaignRecord> => JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord
const broken = async () => (await Promise.all(invariants.filter((i) => !i.name.startsWith('报送都在台账')).map(async (i) => ((await at.services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()
const scoring = (roundId: string, nominationId: string) => ({ params: { roundId, nominationId }, body: { points: ['50'] } })

test('where it cannot be, it says how many readings are missing, of whom, and what would help', async () => {
  const a = await share('too-much')
  expect([a.state, a.why!.needed, a.why!.have, a.why!.say.zh]).toEqual(['impossible', 18, 10, expect.stringMatching(/^6 名人选每人要 3 名评委评，共 18 份；全部 5 名评委至多能评 10 份，差 8 份。请加请评委，或提高每人份数$/)])
  expect((await j.o.office.refused(openRound, open('too-much'))).codes).toContain('round.notShared')
  // A round that everybody reads has none, and stands beside those that are shared out.
  const { roundId } = await j.o.office.ask(openRound, open('plain'))
  await j.jurors[0]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  await score(j.jurors[0]!, roundId, j.ids[5]!, ['50'])
  expect((await j.jurors[0]!.ask(readBallot, { params: { roundId } })).candidates.length).toBe(6)
  expect((await j.secretary.refused(readAssignment, { params: params('plain') })).status).toBe(404)
}, 60_000)

test('from the question to the verified record', async () => {
  expect((await j.o.office.refused(openRound, open())).codes).toEqual(['round.notShared'])
  // What was decided before is kept to: this juror never reads this candidate.
  await j.secretary.ask(decideConflict, { params: { campaignId: j.campaignId }, body: { accountId: j.jurorIds[0]!, nominationId: j.ids[0]!, decision: 'standsBack', reason: '曾同科室（示例）' } })
  for (const other of [j.o.office, j.jurors[0]!]) expect((await other.refused(askAssignment, { params: params(), body: {} })).status).toBe(404)
  let a = await share()
  expect([a.state, a.candidates.map((k) => k.readers.length), a.jurors.reduce((n, x) => n + x.load, 0), a.jurors.every((x) => x.load >= 2 && x.load <= 4), readersOf(a, 0).includes(j.jurorIds[0]!), a.findings]).toEqual(['found', [2, 2, 2, 2, 2, 2], 12, true, false, []])
  expect((await j.o.office.refused(openRound, open())).codes).toEqual(['round.notShared'])

  // One by hand: who could read instead, with what it brings; whoever stands back is refused.
  const out = readersOf(a, 0)[0]!
  const instead = await j.secretary.ask(considerReading, { params: params(), query: { candidate: j.ids[0]!, out } })
  expect(instead.jurors.find((x) => x.accountId === j.jurorIds[0])!.findings.map((f) => f.code)).toContain('assignment.conflict')
  const into = instead.jurors.find((x) => x.findings.every((f) => f.strength !== 'block'))!.accountId
  const change = (to: string, version = a.version) => ({ params: params(), body: { version, candidate: j.ids[0]!, out, in: to } })
  expect((await j.secretary.refused(changeReading, change(j.jurorIds[0]!))).codes).toContain('assignment.conflict')
  await j.secretary.ask(changeReading, change(into))
  expect((await j.secretary.refused(changeReading, change(into))).status).toBe(409)
  a = await seen()
  expect([readersOf(a, 0).includes(into), readersOf(a, 0).includes(out), a.state]).toEqual([true, false, 'found'])
  const { hash } = await j.secretary.ask(confirmAssignment, { params: params(), body: { version: a.version } })
  expect((await j.o.office.refused(openRound, { ...open(), body: { ...open().body, nominationIds: j.ids.slice(0, 5) } })).codes).toEqual(['assignment.otherCandidates'])

  const { roundId } = await j.o.office.ask(openRound, open())
  const mine = (id: string) => j.ids.filter((_, i) => readersOf(a, i).includes(id))
  for (const id of j.jurorIds) await who(id).ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  for (const id of j.jurorIds) {
    const ballot = await who(id).ask(readBallot, { params: { roundId } })
    expect(ballot.candidates.map((k) => k.nominationId).sort()).toEqual(mine(id).sort())
  }
  // Not given: neither the dossier nor a score, by no way.
  const stranger = who(out)
  expect((await stranger.refused(readCandidate, { params: { roundId, nominationId: j.ids[0]! } })).status).toBe(404)
  expect((await stranger.refused(saveScore, scoring(roundId, j.ids[0]!))).codes).toEqual(['ballot.notAssigned'])
  expect((await stranger.refused(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: j.ids[0]!, reason: '同单位（示例）' }] } })).status).toBe(404)
  expect((await at.services.db.rows(`SELECT 1 FROM score_cards WHERE account_id = $1 AND nomination_id = $2`, [out, j.ids[0]])).length).toBe(0)
  // Mutant: the same statement, told that nothing is shared out, writes the card; the invariant tells of it.
  const card = { roundId, accountId: out, nominationId: j.ids[0]!, sealed: Buffer.alloc(1) }
  expect([await putCard(at.services.db, { ...card, shared: true }), typeof (await putCard(at.services.db, { ...card, shared: false }))]).toEqual([undefined, 'number'])
  expect(await broken()).toEqual(['只评分给的人选 cards by assigned readers alone'])
  await at.services.db.rows(`DELETE FROM score_cards WHERE account_id = $1 AND nomination_id = $2`, [out, j.ids[0]])

  // A conflict afterwards: one reading moves, it is shown before, and nothing else changes.
  const left = readersOf(a, 1)[0]!
  await who(left).ask(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: j.ids[1]!, reason: '同门师兄弟（示例）' }] } })
  expect((await seen()).findings.map((f) => f.code)).toContain('assignment.lacking')
  const again = await share()
  expect([again.moved.map((m) => [m.nominationId, m.out.length, m.in.length]), readersOf(again, 1).includes(left)]).toEqual([[[j.ids[1], 1, 1]], false])
  const newcomer = readersOf(again, 1).find((id) => !readersOf(a, 1).includes(id))!
  expect((await who(newcomer).refused(readCandidate, { params: { roundId, nominationId: j.ids[1]! } })).status).toBe(404)
  const moved = await j.secretary.ask(confirmAssignment, { params: params(), body: { version: again.version } })
  expect((await who(newcomer).ask(readBallot, { params: { roundId } })).candidates.map((k) => k.nominationId)).toContain(j.ids[1])
  expect(moved.hash).not.toBe(hash)

  // Everybody scores what was given: 90 for the first, 80 for the second, and so on.
  for (const id of j.jurorIds) {
    const own = (await who(id).ask(readBallot, { params: { roundId } })).candidates.filter((k) => !k.recused).map((k) => k.nominationId)
    for (const c of own) await score(who(id), roundId, c, [String(90 - 10 * j.ids.indexOf(c))])
    await who(id).ask(submitSheet, { params: { roundId }, body: {} })
  }
  expect((await j.secretary.ask(readRound, { params: { roundId } })).closing).toEqual([])
  // A claim once the sheets are in: that score alone no longer counts, the close says who is short, and the verifier agrees below.
  await j.secretary.ask(decideConflict, { params: { campaignId: j.campaignId }, body: { accountId: readersOf(await seen(), 5)[0]!, nominationId: j.ids[5]!, decision: 'standsBack', reason: '事后查明同科室（示例）' } })
  expect((await j.secretary.ask(readRound, { params: { roundId } })).closing.map((f) => f.code)).toEqual(['round.notReadYet'])
  await close(j, roundId)
  const result = (await j.o.office.ask(readRound, { params: { roundId } })).result!
  expect([result.rows.map((r) => [r.nominationId, r.label.zh]), result.rows.map((r) => r.say.zh.slice(0, 6)), result.findings.map((f) => f.code)]).toEqual([j.ids.map((id, i) => [id, `${90 - 10 * i}.000`]), ['2 名评委打', '2 名评委打', '2 名评委打', '2 名评委打', '2 名评委打', '1 名评委打'], ['round.fewerReaders']])

  const record = await recordOf()
  const own = record.rounds[0]!
  expect([verifyRecord(record).faults, own.box.readings![j.ids[1]!]]).toEqual([[], [...readersOf(again, 1)].sort()])
  const spoilt = (change: object) => verifyRecord({ ...record, rounds: [{ ...own, ...change }] }).faults.map((f) => f.code)
  const { readings: _, ...without } = own.box
  expect([spoilt({ box: without }), spoilt({ box: { ...own.box, readings: { ...own.box.readings, [j.ids[0]!]: [...j.jurorIds].slice(0, 2) } } })].every((f) => f.includes('count'))).toBe(true)
  // Who reads whom is settled with the round.
  for (const refused of [await j.secretary.refused(askAssignment, { params: params(), body: {} }), await j.secretary.refused(confirmAssignment, { params: params(), body: { version: again.version } })]) expect(refused.status).toBe(409)
  expect(await broken()).toEqual([])
}, 120_000)
