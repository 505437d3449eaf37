/** 投票 in a hurry: the same juror many times at once, somebody who is no juror, another round, and whoever comes after the close. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castBallot, closeRound, declareConflicts, openRound, readRound } from '#contract/operations/jury'
import { freshInstallation, type Installation } from './installation'
import { openJury, type JuryCampaign } from './jury-rounds'

const AT_ONCE = 12
let at: Installation
let j: JuryCampaign
beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ id: 'first' }, { id: 'second' }], ['甲一', '乙二', '丙三'], 3)
})
afterAll(() => at.close())
const open = async (ruleId: string): Promise<string> => (await j.o.office.ask(openRound, { params: { campaignId: j.campaignId }, body: { ruleId, nominationIds: [...j.ids], still: true } })).roundId
const ballots = async (roundId: string): Promise<number> => (await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM sealed_ballots WHERE round_id = $1`, [roundId]))!.n

test('one juror at once from many tabs has one ballot in the box, and its code is one of those that were given', async () => {
  const roundId = await open('first')
  for (const p of j.jurors) await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  const given = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => j.jurors[0]!.ask(castBallot, { params: { roundId }, body: { approvals: [j.ids[i % 3]!] } })))
  expect([new Set(given.map((g) => g.ballotCode)).size, await ballots(roundId)]).toEqual([AT_ONCE, 1])
  for (const p of j.jurors.slice(1)) await p.ask(castBallot, { params: { roundId }, body: { approvals: [j.ids[0]!] } })
  // Some race the close: each is in the count, or was told that it came too late.
  const late = Promise.all(j.jurors.map((p) => p.send(castBallot, { params: { roundId }, body: { approvals: [j.ids[1]!] } })))
  await j.secretary.ask(closeRound, { params: { roundId }, body: {} })
  const answers = await late
  const { result } = await j.o.office.ask(readRound, { params: { roundId } })
  expect([result!.returned, answers.every((a) => a.status === 200 || a.status === 409)]).toEqual([3, true])
  const before = new Set(given.map((g) => g.ballotCode))
  const raced = new Set(answers.flatMap((a) => (a.status === 200 ? [(JSON.parse(a.text) as { ballotCode: string }).ballotCode] : [])))
  // Whoever was answered is in the box by the last answer; of the first juror one alone.
  for (const code of raced) expect(result!.ballotCodes).toContain(code)
  expect(result!.ballotCodes.filter((code) => before.has(code)).length).toBe(answers[0]!.status === 200 ? 0 : 1)
})

test('after the close, in another round, by somebody who does not sit: nothing goes in', async () => {
  const closed = (await at.services.db.row<{ id: string }>(`SELECT id FROM rounds WHERE state = 'closed'`))!.id
  const vote = { approvals: [j.ids[0]!] }
  const stored = await at.services.db.rows(`SELECT * FROM ballots WHERE round_id = $1 ORDER BY code`, [closed])
  for (const p of j.jurors) expect((await p.refused(castBallot, { params: { roundId: closed }, body: vote })).status).toBe(409)
  expect(await at.services.db.rows(`SELECT * FROM ballots WHERE round_id = $1 ORDER BY code`, [closed])).toEqual(stored)
  const roundId = await open('second')
  // Not checked in; the office, a clerk and the secretary are no jurors; what is no candidate of the round.
  expect((await j.jurors[0]!.refused(castBallot, { params: { roundId }, body: vote })).status).toBeGreaterThanOrEqual(409)
  for (const p of [j.o.office, j.secretary, j.o.units[0]!.clerk]) expect((await p.refused(castBallot, { params: { roundId }, body: vote })).status).toBe(404)
  await j.jurors[0]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  const bad = async (approvals: unknown[]) => (await j.jurors[0]!.send(castBallot, { params: { roundId }, body: { approvals } as never })).status
  expect([await bad(['01234567-0123-7123-8123-0123456789ab']), await bad(['x']), await bad([101]), await bad([j.ids[0]!, j.ids[0]!])].every((s) => s >= 400 && s < 500)).toBe(true)
  expect(await ballots(roundId)).toBe(0)
})
