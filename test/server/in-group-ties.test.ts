/** 同票按组内得票排序 and 每组限额 in the product: from the round before, fixed at the opening, found again by the verifier; a ballot above a group's limit is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { castBallot, readRound } from '#contract/operations/jury'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { freshInstallation, type Installation } from './installation'
import { close, openAndCheckIn, openJury, type JuryCampaign } from './jury-rounds'

let at: Installation
let j: JuryCampaign
const names = ['沈若川', '顾南枝', '韩野', '陆明远'] as const
const words = (zh: string) => ({ zh, en: zh })
const groups = [{ id: 'one', name: words('甲组'), places: 2, most: 1, of: ['one'] }, { id: 'two', name: words('乙组'), places: 1, of: ['two'] }]

beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ id: 'first', name: words('小组评审'), method: 'approval', maxApprovals: null, threshold: { share: { numerator: 1, denominator: 5 }, inclusive: true, base: 'present', recusedLeaveBase: true }, places: 3, groups, groupedBy: 'sex', ballot: 'named' }, { id: 'last', name: words('大会投票'), method: 'approval', maxApprovals: null, places: 1, after: 'first', tie: 'withinGroups' }], names, 5)
  for (const [i, id] of j.ids.entries()) await at.services.db.rows(`UPDATE nominations SET fields = fields || $2 WHERE id = $1`, [id, { sex: i < 3 ? 'one' : 'two' }])
}, 120_000)
afterAll(() => at.close())

test('two of a group with a limit of one are refused; equals of the last vote go by what each had in its group', async () => {
  const [a, b, c, d] = j.ids as [string, string, string, string]
  const first = await openAndCheckIn(j, 'first')
  const cast = (roundId: string, i: number, approvals: string[]) => j.jurors[i]!.ask(castBallot, { params: { roundId }, body: { approvals } })
  expect((await j.jurors[0]!.refused(castBallot, { params: { roundId: first }, body: { approvals: [a, b, d] } })).codes).toEqual(['ballot.tooManyInGroup'])
  for (const [i, own] of [[a, d], [a, d], [b, d], [b], [b, d]].entries()) await cast(first, i, own)
  await close(j, first)
  const last = await openAndCheckIn(j, 'last', [a, b, d])
  for (const [i, own] of [[a, b], [a, b], [a, b], [a, b], [d]].entries()) await cast(last, i, own)
  await close(j, last)
  const { result } = await j.o.office.ask(readRound, { params: { roundId: last } })
  expect(result!.rows.map((r) => [r.candidateName, r.outcome, r.settledBy])).toEqual([[names[1], 'selected', 'inGroup'], [names[0], 'belowPlaces', 'inGroup'], [names[3], 'belowThreshold', null]])
  expect(c).not.toBe(a)
  const record = JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord
  expect(verifyRecord(record).faults).toEqual([])
  const own = record.rounds.find((r) => r.id === last)!
  const spoilt = verifyRecord({ ...record, rounds: record.rounds.map((r) => (r === own ? { ...r, box: { ...r.box, inGroup: { ...r.box.inGroup, [a]: { numerator: 1, denominator: 1 } } } } : r)) })
  expect(spoilt.faults.length).toBeGreaterThan(0)
}, 60_000)
