/** 分组名额 in the product: groups by the form, fixed at the opening and on the ledger; each its own line, ties settled within; what stood in which group is verified. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { castBallot, countSheet, declareConflicts, openRound, readBallot, readJury, readRound } from '#contract/operations/jury'
import { confirmDecision, openNext, proposeDecision, resultSheet } from '#contract/operations/rounds'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { readFamily } from '#server/round-family'
import { close, openAndCheckIn, openJury, type JuryCampaign } from './jury-rounds'
import { freshInstallation, type Installation } from './installation'

let at: Installation
let j: JuryCampaign
const names = ['沈若川', '顾南枝', '韩野', '林知夏', '周望舒'] as const
const groups = [{ id: 'doctors', name: { zh: '医疗组', en: 'Doctors' }, places: 1, of: ['innovation'] }, { id: 'nurses', name: { zh: '护理组', en: 'Nurses' }, places: 1, of: ['service'] }]

beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ id: 'grouped', places: 2, groups, tie: 'jury' }, { id: 'again', places: 2, groups, tie: 'again' }, { id: 'ratio', places: 2, groups, surplus: { kind: 'more', atLeast: 2 } }], names)
  for (const [i, id] of j.ids.entries()) await at.services.db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('category', $2::text) WHERE id = $1`, [id, i < 3 ? 'innovation' : 'service'])
}, 120_000)
afterAll(() => at.close())
const [a, b, c, x, y] = [0, 1, 2, 3, 4] as const
const vote = async (roundId: string, ballots: readonly (readonly number[])[]) => { for (const [i, approvals] of ballots.entries()) await j.jurors[i]!.ask(castBallot, { params: { roundId }, body: { approvals: approvals.map((n) => j.ids[n]!) } }) }
const resultOf = async (roundId: string) => (await j.o.office.ask(readRound, { params: { roundId } })).result!
const recordOf = async (): Promise<CampaignRecord> => JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord

test('who belongs to no group, and a group without its surplus, is told before the round opens', async () => {
  const open = (ruleId: string) => ({ params: { campaignId: j.campaignId }, body: { ruleId, nominationIds: [...j.ids], still: true } })
  await at.services.db.rows(`UPDATE nominations SET fields = fields || '{"category":"else"}' WHERE id = $1`, [j.ids[y]])
  const refused = await j.o.office.refused(openRound, open('grouped'))
  expect([refused.codes.includes('round.noGroup'), refused.problem.findings!.some((f) => f.what.zh === '1 名人选不属于本轮的任何一组：周望舒')]).toEqual([true, true])
  await at.services.db.rows(`UPDATE nominations SET fields = fields || '{"category":"service"}' WHERE id = $1`, [j.ids[y]])
  expect((await j.o.office.refused(openRound, open('ratio'))).codes).toEqual(['round.groupNoSurplus'])
})

test('each group has its own line; a tie is settled within its group; sheets, family and verifier agree', async () => {
  const roundId = await openAndCheckIn(j, 'grouped')
  // The form may change afterwards: the group does not.
  await at.services.db.rows(`UPDATE nominations SET fields = fields || '{"category":"service"}' WHERE id = $1`, [j.ids[a]])
  expect((await j.jurors[0]!.ask(readBallot, { params: { roundId } })).candidates.map((k) => k.group!.zh)).toEqual(['医疗组', '医疗组', '医疗组', '护理组', '护理组'])
  await vote(roundId, [[a, x, y], [a, x, y], [a, b, x, y], [a, b, x, y], [a, b, c, x, y]])
  await close(j, roundId)
  const result = await resultOf(roundId)
  expect(result.rows.filter((r) => r.outcome !== 'belowThreshold').map((r) => [r.candidateName, r.group, r.rank, r.outcome])).toEqual([[names[a], 'doctors', 1, 'selected'], ...[x, y].map((n) => [n, names[n]] as const).sort((p, q) => (j.ids[p[0]]! < j.ids[q[0]]! ? -1 : 1)).map(([, name]) => [name, 'nurses', 1, 'tied'])])
  expect([result.groups, result.next.places, result.findings.map((f) => f.what.zh)]).toEqual([[{ id: 'doctors', name: groups[0]!.name, places: 1, candidates: 3, selected: 1 }, { id: 'nurses', name: groups[1]!.name, places: 1, candidates: 2, selected: 0 }], 1, ['“护理组”2 人并列，只剩 1 个名额']])
  const decide = (selected: readonly number[]) => ({ params: { roundId }, body: { decision: { kind: 'tie' as const, selected: selected.map((n) => j.ids[n]!) }, reason: '评委会会议表决（示例）' } })
  expect((await j.secretary.refused(proposeDecision, decide([x, y]))).codes).toEqual(['decision.tooManyOfGroup'])
  const { decisionId } = await j.secretary.ask(proposeDecision, decide([y]))
  await j.o.office.ask(confirmDecision, { params: { roundId, decisionId } })
  const family = (await readFamily(at.services.db, j.campaignId, 'grouped'))!
  expect(family.rows.filter((r) => r.outcome === 'selected').map((r) => [r.candidate, r.group])).toEqual([[j.ids[a], 'doctors'], [j.ids[y], 'nurses']])
  for (const sheet of [countSheet, resultSheet]) expect((await j.o.office.send(sheet, { params: { roundId } })).text.slice(0, 5)).toBe('%PDF-')

  const record = await recordOf()
  const own = record.rounds[0]!
  const spoilt = (box: object) => verifyRecord({ ...record, rounds: [{ ...own, box: { ...own.box, ...box } }] }).faults.map((f) => f.code)
  expect([verifyRecord(record).faults, own.box.groups![j.ids[a]!]]).toEqual([[], 'doctors'])
  // Mutants: somebody moved to another group, or no groups at all.
  expect([spoilt({ groups: { ...own.box.groups, [j.ids[b]!]: 'nurses' } }), spoilt({ groups: undefined })].map((f) => f.includes('count'))).toEqual([true, true])
}, 60_000)

test('only the group that is tied votes again, for its own places', async () => {
  await at.services.db.rows(`UPDATE nominations SET fields = fields || '{"category":"innovation"}' WHERE id = $1`, [j.ids[a]])
  const roundId = await openAndCheckIn(j, 'again')
  await vote(roundId, [[a, x, y], [a, x, y], [a, x, y], [a, x, y], [a, x, y]])
  await close(j, roundId)
  const next = await j.o.office.ask(openNext, { params: { roundId }, body: { still: true } })
  const follow = await j.o.office.ask(readRound, { params: { roundId: next.roundId } })
  expect([follow.candidates.map((k) => k.candidateName).sort(), follow.rule.groups!.map((g) => [g.id, g.places]), follow.rule.places]).toEqual([[names[x], names[y]].sort(), [['nurses', 1]], 1])
  for (const p of j.jurors) await p.ask(declareConflicts, { params: { roundId: next.roundId }, body: { conflicts: [] } })
  await vote(next.roundId, [[x], [x], [x], [x], [y]])
  await close(j, next.roundId)
  const family = (await readFamily(at.services.db, j.campaignId, 'again'))!
  expect([family.isOver, family.rows.filter((r) => r.outcome === 'selected').map((r) => r.candidate).sort()]).toEqual([true, [j.ids[a], j.ids[x]].sort()])
  expect(verifyRecord(await recordOf()).faults).toEqual([])
  expect((await j.o.office.ask(readJury, { params: { campaignId: j.campaignId } })).rounds.length).toBe(3)
}, 60_000)
