/** 逾期不予受理: whoever holds the unit's lock after the end is late, whenever the transaction began. A build that asks `now()` must be caught. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '#core/kernel/refusal'
import { submitNominationCommand, withdrawNominationCommand } from '#server/commands/submit-nomination'
import { perform } from '#server/handler'
import type { Services } from '#server/services'
import { invariants } from '#server/store/invariants'
import { twoPapers } from './campaign-plan'
import { approverOf, completeOne, manyUnits, type CompleteOne } from './copies'
import { prepare, type Prepared } from './prepared'

const long = process.env['XUANSHU_LONG'] === '1'
const [ROUNDS, RACERS] = long ? [200, 20] : [6, 12]

let prepared: Prepared<CompleteOne>
beforeAll(async () => { prepared = await prepare((at) => completeOne(at, twoPapers)) })
afterAll(() => prepared.remove())

interface Try { readonly answer: string; readonly releasedAt: number; readonly finishedAt: number; readonly end: number }
/** The referee's own watch, which no mutant can stop: nobody has moved the demo clock here, so it is the product's time too. */
const watch = 'SELECT clock_timestamp() AS at'
const clock = async (s: Services): Promise<number> => (await s.db.row<{ at: number }>(watch))!.at

const submit = async (services: Services, unitId: string, nominationId: string): Promise<string> => {
  const outcome = await perform(submitNominationCommand, { params: { nominationId }, query: {}, body: { version: prepared.made.version, warningsSeen: 0, still: true, declarations: prepared.made.declarations } }, approverOf(unitId, prepared.made.approverId), services)
  return outcome.ok ? 'in' : outcome.findings.filter((f) => f.strength === 'block').map((f) => f.code).join('+')
}

/** One deadline, a racer for each unit. Each begins in time, waits for its unit's lock, and gets it a little before or after the end. */
const round = async (services: Services): Promise<Try[]> => {
  const units = await manyUnits(services.db, prepared.made, RACERS, 1)
  const end = (await clock(services)) + 350
  await services.db.rows(`UPDATE campaigns SET deadline = to_timestamp($2 / 1000.0) WHERE id = $1`, [prepared.made.campaignId, end])
  return Promise.all(units.map(async ({ unitId, nominationIds }, i) => {
    const holder = await services.db.pool.connect()
    await holder.query('BEGIN')
    await holder.query(`SELECT 1 FROM campaign_units WHERE campaign_id = $1 AND unit_id = $2 FOR UPDATE`, [prepared.made.campaignId, unitId])
    const racing = submit(services, unitId, nominationIds[0]!)
    // From well before the end to well after it; the middle ones a few milliseconds around it.
    const around = end + (i - RACERS / 2) * (i % 3 === 0 ? 20 : 4)
    await pause(Math.max(0, around - (await clock(services))))
    const releasedAt = (await holder.query<{ at: number }>(watch)).rows[0]!.at
    await holder.query('COMMIT')
    holder.release()
    const answer = await racing
    return { answer, releasedAt, finishedAt: await clock(services), end }
  }))
}
/** In although the lock came after the end; or refused although all was over before it. */
const wrong = (tries: readonly Try[]): number => tries.filter((t) => (t.answer === 'in' ? t.releasedAt >= t.end : t.finishedAt < t.end)).length
const rounds = async (services: Services, n: number): Promise<Try[]> => {
  const all: Try[] = []
  for (let i = 0; i < n; i++) all.push(...(await round(services)))
  return all
}

test('a submission counts by the time after the lock, whenever its transaction began', async () => {
  const copy = await prepared.copy(2 * RACERS + 2)
  const tries = await rounds(copy.services, ROUNDS)
  expect([...new Set(tries.map((t) => t.answer))].sort()).toEqual(['deadline.passed', 'in'])
  expect(wrong(tries)).toBe(0)
  const recorded = await copy.services.db.rows<{ late: boolean }>(
    `SELECT submitted_at >= (SELECT deadline FROM campaigns c WHERE c.id = n.campaign_id) AS late FROM nominations n WHERE seat IS NOT NULL AND submitted_at > (SELECT deadline - interval '360 ms' FROM campaigns c WHERE c.id = n.campaign_id)`)
  expect(recorded.filter((r) => r.late)).toEqual([])
  await copy.close()
}, 600_000)

test('mutant: a clock that stands still from the beginning of the transaction lets late ones in', async () => {
  const copy = await prepared.copy(2 * RACERS + 2)
  await copy.services.db.rows(`CREATE OR REPLACE FUNCTION product_time() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT now() + make_interval(secs => clock_offset_ms / 1000.0) FROM installation $$`)
  const tries = await rounds(copy.services, Math.min(ROUNDS, 6))
  process.stdout.write(`now() let ${wrong(tries)} of ${tries.length} in after the end\n`)
  expect(wrong(tries)).toBeGreaterThan(0)
  await copy.close()
}, 600_000)

test('after the end a unit can neither submit nor withdraw, and an extension lets it in again', async () => {
  const copy = await prepared.copy()
  const { services } = copy
  const [unit] = await manyUnits(services.db, prepared.made, 1, 2)
  const { unitId, nominationIds: [first, second] } = unit!
  const end = (await clock(services)) + 60_000
  const at = (n: number) => services.db.rows(`UPDATE campaigns SET deadline = to_timestamp($2 / 1000.0), extended_to = NULL WHERE id = $1`, [prepared.made.campaignId, n])
  await at(end)
  expect(await submit(services, unitId, first!)).toBe('in')
  await at((await clock(services)) - 1)
  expect(await submit(services, unitId, second!)).toBe('deadline.passed+quota.full')
  const late = await perform(withdrawNominationCommand, { params: { nominationId: first! }, query: {}, body: { note: '' } }, approverOf(unitId, prepared.made.approverId), services)
  expect(late.ok ? 'out' : late.findings.map((f) => f.code)).toEqual(['withdraw.late'])
  await services.db.rows(`UPDATE campaigns SET extended_to = to_timestamp($2 / 1000.0) WHERE id = $1`, [prepared.made.campaignId, end])
  const out = await perform(withdrawNominationCommand, { params: { nominationId: first! }, query: {}, body: { note: '' } }, approverOf(unitId, prepared.made.approverId), services)
  expect([out.ok, await submit(services, unitId, second!)]).toEqual([true, 'in'])
  await copy.close()
})

test('a withdrawn nomination does not come back by a second submission', async () => {
  const copy = await prepared.copy()
  const [unit] = await manyUnits(copy.services.db, prepared.made, 1, 1)
  const id = unit!.nominationIds[0]!
  expect(await submit(copy.services, unit!.unitId, id)).toBe('in')
  await perform(withdrawNominationCommand, { params: { nominationId: id }, query: {}, body: { note: '' } }, approverOf(unit!.unitId, prepared.made.approverId), copy.services)
  const again = await submit(copy.services, unit!.unitId, id).catch((e: unknown) => (e instanceof Refusal ? e.code : String(e)))
  expect(again).toBe('stale')
  expect((await Promise.all(invariants.map((i) => copy.services.db.rows(i.sql)))).flat()).toEqual([])
  await copy.close()
})
