/** 名额 under race: many submissions at one instant, each round on a fresh quota of one. Naive builds of the same command must be caught. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitNomination } from '#contract/operations/nominations'
import { Refusal } from '#core/kernel/refusal'
import { decideSubmit } from '#core/nomination/submit'
import { submitNominationCommand, withdrawNominationCommand } from '#server/commands/submit-nomination'
import { command, done, perform, refusedBy, type Handler } from '#server/handler'
import { wholeFields } from '#server/secret-fields'
import type { Services } from '#server/services'
import { definitionOf } from '#server/store/campaigns'
import { violates } from '#server/store/database'
import { invariants } from '#server/store/invariants'
import { lockNomination, readGuarded } from '#server/store/nominations'
import { twoPapers } from './campaign-plan'
import { approverOf, completeOne, manyUnits, type CompleteOne } from './copies'
import { prepare, type Prepared } from './prepared'

const long = process.env['XUANSHU_LONG'] === '1'
const [ROUNDS, RACERS] = long ? [200, 50] : [12, 20]

let prepared: Prepared<CompleteOne>
beforeAll(async () => { prepared = await prepare((at) => completeOne(at, twoPapers)) })
afterAll(() => prepared.remove())

/** The same command without the unit's lock: it looks, then writes, as one would by habit. */
const checkThenInsert = command(submitNomination, async ({ params, body }, { tx, services, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  const { seatsTaken, materials, now } = await readGuarded(tx, params.nominationId)
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const answers = { ...row.answers, declarations: { ...row.answers.declarations, ...body.declarations } }
  const decision = decideSubmit({ definition, state: row.state, dossier: { fields: wholeFields(services.keys, row), answers, materials }, seatsTaken, ownSeat: row.seat, end: row.end, returnUntil: null, now })
  if (!decision.ok) return refusedBy(decision.findings)
  await tx.rows(`UPDATE nominations SET state = 'submitted', seat = $2, version = version + 1, submitted_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [row.id, decision.seat, now])
    .catch((e: unknown) => { throw violates(e, 'one_nomination_a_seat') ? new Refusal('conflict', { zh: '名额刚被占用', en: 'just taken' }) : e })
  const { place } = record({ chain: row.campaignId, act: 'nomination.submitted', subject: { kind: 'nomination', id: row.id }, data: { unit: row.unitId, seat: decision.seat, submittedAt: now } })
  return done(place.then((sealed) => ({ submittedAt: now, ...sealed, code: '' })))
})

const submit = async (handler: Handler<typeof submitNomination>, services: Services, unitId: string, nominationId: string, version = prepared.made.version): Promise<string> => {
  try {
    const outcome = await perform(handler, { params: { nominationId }, query: {}, body: { version, warningsSeen: 0, still: true, declarations: prepared.made.declarations } }, approverOf(unitId, prepared.made.approverId), services)
    return outcome.ok ? 'in' : outcome.findings.filter((f) => f.strength === 'block').map((f) => f.code).join('+')
  } catch (error) {
    return error instanceof Refusal ? `refused: ${error.code}` : `failed: ${String(error)}`
  }
}

/** Every racer of a round starts at one instant, all connections open; the answers of all rounds, and how many seats each unit then holds. */
const race = async (handler: Handler<typeof submitNomination>, services: Services): Promise<{ answers: Map<string, number>; winners: number[] }> => {
  const units = await manyUnits(services.db, prepared.made, ROUNDS, RACERS)
  await Promise.all(Array.from({ length: RACERS }, () => services.db.rows('SELECT pg_sleep(0.02)')))
  const answers = new Map<string, number>()
  for (const { unitId, nominationIds } of units)
    for (const a of await Promise.all(nominationIds.map((id) => submit(handler, services, unitId, id)))) answers.set(a, (answers.get(a) ?? 0) + 1)
  const held = await services.db.rows<{ n: number }>(`SELECT (SELECT count(*)::int FROM nominations n WHERE n.unit_id = u AND n.seat IS NOT NULL) AS n FROM unnest($1::uuid[]) u`, [units.map((u) => u.unitId)])
  return { answers, winners: held.map((h) => h.n) }
}
const oneEach = Array.from({ length: ROUNDS }, () => 1)
const broken = async (services: Services) => (await Promise.all(invariants.map(async (i) => ((await services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()

test(`of ${RACERS} submissions at one instant on a quota of one, exactly one gets in, ${ROUNDS} rounds`, async () => {
  const copy = await prepared.copy(RACERS)
  const { answers, winners } = await race(submitNominationCommand, copy.services)
  expect(winners).toEqual(oneEach)
  expect(Object.fromEntries(answers)).toEqual({ in: ROUNDS, 'quota.full': ROUNDS * (RACERS - 1) })
  expect(await broken(copy.services)).toEqual([])
  await copy.close()
}, 600_000)

test('mutant: without the lock and without the index, the same race breaks the quota', async () => {
  const copy = await prepared.copy(RACERS)
  await copy.services.db.rows(`DROP INDEX one_nomination_a_seat`)
  const { winners } = await race(checkThenInsert, copy.services)
  const broke = winners.filter((n) => n > 1).length
  process.stdout.write(`check-then-insert broke ${broke} of ${ROUNDS} quotas, ${winners.reduce((a, b) => a + b)} seats given\n`)
  expect(broke).toBeGreaterThan(ROUNDS / 2)
  expect(await broken(copy.services)).toContain('名额 seats within the quota')
  await copy.close()
}, 600_000)

test('mutant: without the lock alone, the unique index still lets one in and nobody else', async () => {
  const copy = await prepared.copy(RACERS)
  const { answers, winners } = await race(checkThenInsert, copy.services)
  expect([...answers.keys()].filter((a) => !['in', 'quota.full', 'refused: conflict'].includes(a))).toEqual([])
  expect(winners).toEqual(oneEach)
  await copy.close()
}, 600_000)

test('submitting, withdrawing and submitting again at once never holds two seats, read from the ledger in its order', async () => {
  const copy = await prepared.copy(RACERS)
  const { services } = copy
  const units = await manyUnits(services.db, prepared.made, Math.ceil(ROUNDS / 4), 6)
  for (const { unitId, nominationIds } of units) {
    const withdraw = async (nominationId: string) => perform(withdrawNominationCommand, { params: { nominationId }, query: {}, body: { note: '' } }, approverOf(unitId, prepared.made.approverId), services).then(() => 'out', (e: unknown) => { if (!(e instanceof Refusal)) throw e; return e.code })
    const said = await Promise.all(nominationIds.flatMap((id) => [submit(submitNominationCommand, services, unitId, id), withdraw(id), submit(submitNominationCommand, services, unitId, id), withdraw(id)]))
    expect(said.filter((s) => s.startsWith('failed'))).toEqual([])
  }
  const acts = await services.db.rows<{ act: string; unit: string }>(
    `SELECT entry->>'act' AS act, entry->'data'->>'unit' AS unit FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' IN ('nomination.submitted', 'nomination.withdrawn') ORDER BY position`, [prepared.made.campaignId])
  const held = new Map<string, number>()
  const most = acts.map(({ act, unit }) => { held.set(unit, (held.get(unit) ?? 0) + (act === 'nomination.submitted' ? 1 : -1)); return held.get(unit)! })
  // Somebody must have come in after somebody else went out, or nothing was raced.
  expect(acts.filter((a) => a.act === 'nomination.submitted').length).toBeGreaterThan(units.length)
  expect([Math.max(...most), await broken(services)]).toEqual([1, []])
  await copy.close()
}, 600_000)
