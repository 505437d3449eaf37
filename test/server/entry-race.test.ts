/** 代录 and the unit's first own account at one moment: whichever comes first, no seat of the office is left in a unit that has people of its own. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { beginEntry, listEntries, takeSeat } from '#contract/operations/entries'
import { importOrganisations } from '#contract/operations/organisations'
import { chooseRole, readSession } from '#contract/operations/sign-in'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, unitSheet, type Office } from './office'
import { Person } from './person'

const UNITS = 8
let at: Installation
let o: Office
let campaignId: string
let today: string
let codes: Map<string, string>
let next = 1
/** One unit a test, in which nobody opened an account. */
let unit: { readonly id: string; readonly code: string }
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  const { activations } = await o.office.ask(importOrganisations, { body: { fileName: 'units.csv', base64: Buffer.from(unitSheet(UNITS)).toString('base64'), refusedSeen: 0 } })
  codes = new Map(activations.map((a) => [a.login, a.code]))
  campaignId = await openProvincial(at, o, twoPapers)
  today = new Date(await at.now() + 8 * 3_600_000).toISOString().slice(0, 10)
})
afterAll(() => at.close())
const meet = async () => {
  const { units } = await o.office.ask(listEntries, { params: { campaignId } })
  unit = { id: units.find((u) => u.name === `示例单位${next}`)!.id, code: codes.get(`clerk${next}`)! }
}
beforeEach(async () => {
  await Promise.all([o.office, o.second].map(backToOffice))
  next++
  await meet()
})

const enter = async (who = o.office): Promise<number> => {
  await backToOffice(who)
  return (await who.send(beginEntry, { params: { campaignId }, body: { unitId: unit.id, candidateName: '沈若川', source: 'paper', receivedOn: today, sender: '单位收发室刘某' } })).status
}
const backToOffice = async (who: Person): Promise<void> => {
  const { person } = await who.ask(readSession)
  await who.ask(chooseRole, { body: { membershipId: person!.memberships.find((m) => m.role === 'office')!.membershipId } })
}
const activate = () => new Person(at.origin, 'own').activate(unit.code)
const count = async (sql: string) => (await at.services.db.rows(sql, [unit.id])).length
/** People of the unit itself who opened an account, and seats of the office in its place. */
const there = async () => [await count(`SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND a.password_hash IS NOT NULL AND m.for_office IS NULL`), await count(`SELECT 1 FROM memberships WHERE organisation_id = $1 AND for_office IS NOT NULL`)]
const waiting = async (statement: string): Promise<void> => {
  while ((await at.services.db.rows(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`, [`${statement}%`])).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
}
/** While this is held, who needs it stands still with all that they have locked. */
const holding = (sql: string, params: readonly unknown[], work: () => Promise<void>) => at.services.db.transaction(async (tx) => {
  await tx.rows(sql, params)
  await work()
})
const ENTRIES = `LOCK TABLE entries_for_units IN SHARE MODE`
const ACCOUNT = `SELECT 1 FROM accounts a JOIN memberships m ON m.account_id = a.id WHERE m.organisation_id = $1 AND m.role = 'unitClerk' FOR UPDATE OF a`

test('the office has looked and not sat down yet: the account waits for it, and ends its seat', async () => {
  let entering: Promise<number> | undefined
  let activating: Promise<unknown> | undefined
  await holding(ENTRIES, [], async () => {
    entering = enter()
    await waiting('INSERT INTO entries_for_units')
    activating = activate()
    await waiting('SELECT 1 FROM organisations')
  })
  expect([await entering, await activating !== undefined, await there()]).toEqual([200, true, [1, 0]])
})

test('the account is just being opened: the office waits for it, sees it, and is refused', async () => {
  let entering: Promise<number> | undefined
  let activating: Promise<unknown> | undefined
  await holding(ACCOUNT, [unit.id], async () => {
    activating = activate()
    await waiting('UPDATE accounts')
    entering = enter()
    await waiting('SELECT 1 FROM organisations')
  })
  expect([await activating !== undefined, await entering, await there()]).toEqual([true, 422, [1, 0]])
})

test('mutant: an account that is opened without the unit’s lock leaves the office sitting there', async () => {
  let entering: Promise<number> | undefined
  await holding(ENTRIES, [], async () => {
    entering = enter()
    await waiting('INSERT INTO entries_for_units')
    await at.services.db.rows(`UPDATE accounts SET password_hash = 'x', activation_hash = NULL, activation_expires_at = NULL, opened_at = clock_timestamp() WHERE login = $1`, [`clerk${next}`])
    await at.services.db.rows(`DELETE FROM memberships WHERE organisation_id = $1 AND for_office IS NOT NULL`, [unit.id])
  })
  expect([await entering, await there()]).toEqual([200, [1, 1]])
})

test('many at once, seats of entering and of sealing', async () => {
  const left: number[][] = []
  for (; next <= UNITS; next++) {
    await meet()
    expect(await enter()).toBe(200)
    const { entries } = await o.second.ask(listEntries, { params: { campaignId } })
    await backToOffice(o.second)
    await Promise.all([activate(), o.second.send(takeSeat, { params: { nominationId: entries[0]!.nominationId }, body: { as: 'unitApprover' } })])
    left.push(await there())
  }
  expect(left).toEqual(left.map(() => [1, 0]))
})
