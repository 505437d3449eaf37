/** 初评 30% + 终评 70% in the product: the earlier round's points are fixed at the opening, the sum orders, and the verifier reaches it from the record alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { countSheet, openRound, readRound } from '#contract/operations/jury'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { close, openAndCheckIn, openJury, scoreAll, type JuryCampaign } from './jury-rounds'
import { freshInstallation, type Installation } from './installation'

let at: Installation
let j: JuryCampaign
const names = ['沈若川', '顾南枝', '韩野'] as const
const words = (zh: string) => ({ zh, en: zh })

beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [
    { id: 'first', name: words('初评'), method: 'score', score: { from: 0, to: 10 }, places: 3 },
    { id: 'last', name: words('终评'), method: 'score', score: { from: 0, to: 100 }, places: 1, weights: [{ of: words('初评'), percent: 30, round: 'first' }, { of: words('终评'), percent: 70 }] },
  ], names, 3)
}, 120_000)
afterAll(() => at.close())

test('nobody stands without a part; the sum orders; what an earlier round brings cannot be altered unseen', async () => {
  const [a, b, c] = j.ids as [string, string, string]
  const open = { params: { campaignId: j.campaignId }, body: { ruleId: 'last', nominationIds: [a, b], still: true } }
  expect((await j.o.office.refused(openRound, open)).codes).toEqual(['round.partOpen'])
  const first = await openAndCheckIn(j, 'first', [a, b])
  for (const p of j.jurors) await scoreAll(p, first, [a, b], [9, 6])
  await close(j, first)
  const absent = await j.o.office.refused(openRound, { ...open, body: { ...open.body, nominationIds: [a, b, c] } })
  expect([absent.codes, absent.problem.findings![0]!.what.zh]).toEqual([['round.partMissing'], '1 名人选没有“初评”的分'])
  const last = await openAndCheckIn(j, 'last', [a, b])
  for (const p of j.jurors) await scoreAll(p, last, [a, b], [80, 90])
  await close(j, last)
  const result = (await j.o.office.ask(readRound, { params: { roundId: last } })).result!
  expect(result.rows.map((r) => [r.candidateName, r.outcome, r.label.zh, r.parts, r.say.zh])).toEqual([
    [names[0], 'selected', '83.000', [0.27, 0.56], '初评 90.000 × 30% + 终评 80.000 × 70% = 83.000（各按百分制）；本轮：3 名评委打分，平均分 80.000'],
    [names[1], 'belowPlaces', '81.000', [0.18, 0.63], '初评 60.000 × 30% + 终评 90.000 × 70% = 81.000（各按百分制）；本轮：3 名评委打分，平均分 90.000'],
  ])
  expect((await j.o.office.send(countSheet, { params: { roundId: last } })).text.slice(0, 5)).toBe('%PDF-')
  const record = JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord
  const own = record.rounds.find((r) => r.id === last)!
  expect(verifyRecord(record).faults).toEqual([])
  const spoilt = (box: object) => verifyRecord({ ...record, rounds: record.rounds.map((r) => (r === own ? { ...r, box: { ...r.box, ...box } } : r)) }).faults.map((f) => f.code)
  expect([spoilt({ parts: { ...own.box.parts, [b]: { first: 100_000_000 } } }), spoilt({ parts: undefined })].map((f) => f.includes('count'))).toEqual([true, true])
}, 60_000)
