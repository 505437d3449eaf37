/** 名额分配 on a real database: down the tree, back up, used; and many who grant at once never give out more than there is. A naive build must. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '#contract/operations/campaigns'
import { grantQuota, readQuotas, receiveQuota, returnQuota } from '#contract/operations/cascade'
import { distribute } from '#core/cascade/distribute'
import { Refusal } from '#core/kernel/refusal'
import { grantQuotaCommand, returnQuotaCommand } from '#server/commands/distribute-quotas'
import { command, done, perform, refusedBy, type Handler } from '#server/handler'
import type { Services } from '#server/services'
import { invariants } from '#server/store/invariants'
import { poolStanding, readPool } from '#server/store/quotas'
import { twoPapers } from './campaign-plan'
import { prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import type { Person } from './person'
import { prepare, type Prepared } from './prepared'
import { forwardOpen, openNational, openTree, type Seat, type Tree } from './tree'

const long = process.env['XUANSHU_LONG'] === '1'
const [ROUNDS, RACERS] = long ? [100, 40] : [10, 20]

const openFour = async (at: Pick<Installation, 'now'>, t: Tree): Promise<string[]> => {
  const nation = await openNational(at, t, twoPapers)
  const province = await forwardOpen(at, nation, t.province, 18)
  const association = await forwardOpen(at, province, t.association, 16)
  return [nation, province, association, await forwardOpen(at, association, t.city, 14)]
}
const broken = async (services: Services) => (await Promise.all(invariants.map(async (i) => ((await services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()
const grant = (who: Person, campaignId: string, organisationId: string, count: number) => who.ask(grantQuota, { params: { campaignId }, body: { grants: [{ organisationId, count }] } })

test('down four levels and back: sums hold at every level, a unit submits within what it was granted, and every step is in the ledger', async () => {
  const at = await freshInstallation()
  const t = await openTree(at)
  const [nation, province, association, city] = (await openFour(at, t)) as [string, string, string, string]
  const nodes = async (seat: Seat, campaignId: string) => (await seat.office.ask(readQuotas, { params: { campaignId } })).nodes.map((n) => [n.name.slice(0, 4), n.granted, n.returned, n.givenOn, n.used, n.free])
  // Nothing to grant yet, anywhere.
  expect((await t.nation.office.refused(grantQuota, { params: { campaignId: nation }, body: { grants: [{ organisationId: t.province.organisationId, count: 1 }] } })).codes).toEqual(['quota.noPool'])
  await t.nation.office.ask(receiveQuota, { params: { campaignId: nation }, body: { total: 10, ground: '办公会议定（示例）' } })
  expect((await t.province.office.refused(receiveQuota, { params: { campaignId: province }, body: { total: 99, ground: '自定（示例）' } })).codes).toEqual(['quota.fromAbove'])
  const tooMany = await t.nation.office.refused(grantQuota, { params: { campaignId: nation }, body: { grants: [{ organisationId: t.province.organisationId, count: 8 }, { organisationId: t.other.organisationId, count: 3 }] } })
  expect([tooMany.status, tooMany.codes]).toEqual([422, ['quota.exceeds']])
  await grant(t.nation.office, nation, t.province.organisationId, 6)
  await grant(t.province.office, province, t.association.organisationId, 5)
  await grant(t.association.office, association, t.city.organisationId, 3)
  expect((await t.city.office.refused(grantQuota, { params: { campaignId: city }, body: { grants: [{ organisationId: t.unitId, count: 4 }] } })).codes).toEqual(['quota.exceeds'])
  await grant(t.city.office, city, t.unitId, 2)
  expect(await nodes(t.nation, nation)).toEqual([['云川省科', 6, 0, 5, 0, 1], ['云川省医', 5, 0, 3, 0, 2], ['云岭市医', 3, 0, 2, 0, 1], ['云岭市第', 2, 0, 0, 0, 2]])
  // What was given on cannot go back; what is free can, and is granted anew elsewhere.
  expect((await t.association.office.refused(returnQuota, { params: { campaignId: province }, body: { count: 3 } })).codes).toEqual(['quota.notFree'])
  await t.association.office.ask(returnQuota, { params: { campaignId: province }, body: { count: 2 } })
  await t.province.office.ask(returnQuota, { params: { campaignId: nation }, body: { count: 3 } })
  await grant(t.nation.office, nation, t.other.organisationId, 7)
  expect((await t.nation.office.ask(readQuotas, { params: { campaignId: nation } })).pool).toEqual({ total: 10, given: 10, fromAbove: false })
  // The unit's seat is counted where it was granted, and seen from the top.
  const sent = await prepareNomination(t.clerk, city, '沈若川')
  await sealAndSubmit(t.approver, city, sent)
  expect((await t.city.office.refused(returnQuota, { params: { campaignId: city }, body: { organisationId: t.unitId, count: 2 } })).codes).toEqual(['quota.notFree'])
  await t.approver.ask(returnQuota, { params: { campaignId: city }, body: { count: 1 } })
  expect((await t.nation.office.ask(readQuotas, { params: { campaignId: nation } })).nodes.map((n) => [n.name.slice(0, 4), n.granted, n.returned, n.used, n.usedBelow])).toEqual([['云川省科', 6, 3, 0, 1], ['海东省科', 7, 0, 0, 0], ['云川省医', 5, 2, 0, 1], ['云岭市医', 3, 0, 0, 1], ['云岭市第', 2, 1, 1, 1]])
  expect((await t.clerk.ask(readQuotas, { params: { campaignId: city } }))).toMatchObject({ pool: null, nodes: [{ organisationId: t.unitId, granted: 2, returned: 1, used: 1, free: 0 }] })
  expect((await t.nation.office.ask(verifyLedger, { params: { campaignId: nation } })).faults).toEqual([])
  expect(await broken(at.services)).toEqual([])
  await at.close()
}, 180_000)

test('a unit that was granted nothing is refused, with whom to ask', async () => {
  const at = await freshInstallation()
  const t = await openTree(at)
  const city = (await openFour(at, t))[3]!
  const sent = await prepareNomination(t.clerk, city, '沈若川')
  await at.services.db.rows(`INSERT INTO quota_pools (campaign_id, total) VALUES ($1, 5)`, [city])
  await expect(sealAndSubmit(t.approver, city, sent)).rejects.toThrow('quota.beyondGrant')
  await at.close()
}, 180_000)

interface Raced { readonly campaignId: string; readonly officeId: string; readonly accountId: string; readonly units: readonly string[] }
let prepared: Prepared<Raced>
beforeAll(async () => {
  prepared = await prepare(async (at) => {
    const t = await openTree(at)
    const campaignId = await openNational(at, t)
    const accountId = (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'zheng'`))!.id
    const units = (await at.services.db.rows<{ id: string }>(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), $1, $1, 'R' || i, '示例单位', 'hospital' FROM generate_series(1, $2) i RETURNING id`, [t.nation.organisationId, RACERS])).map((u) => u.id)
    await at.services.db.rows(`INSERT INTO campaign_units (campaign_id, unit_id) SELECT $1, unnest($2::uuid[])`, [campaignId, units])
    return { campaignId, officeId: t.nation.organisationId, accountId, units }
  })
}, 180_000)
afterAll(() => prepared.remove())

/** As one would by habit: look, decide, write. */
const checkThenInsert = command(grantQuota, async ({ params, body }, { tx, record }) => {
  const pool = (await readPool(tx, params.campaignId))!
  const asked = body.grants.map((g) => ({ to: g.organisationId, count: g.count }))
  const decision = distribute(poolStanding(pool), asked, new Set(asked.map((g) => g.to)))
  if (!decision.ok) return refusedBy(decision.findings)
  await tx.rows(`INSERT INTO quota_grants (campaign_id, organisation_id, granted) SELECT $1, g.o, g.n FROM unnest($2::uuid[], $3::int[]) g(o, n) ON CONFLICT (campaign_id, organisation_id) DO UPDATE SET granted = quota_grants.granted + excluded.granted`, [params.campaignId, asked.map((g) => g.to), asked.map((g) => g.count)])
  record({ chain: params.campaignId, act: 'quota.granted', subject: { kind: 'campaign', id: params.campaignId }, data: {} })
  return done({ left: decision.left })
})
const office = () => ({ tokenHash: Buffer.alloc(32), accountId: prepared.made.accountId, next: 'done' as const, membershipId: null, actor: { accountId: prepared.made.accountId, personName: '办公室', role: 'office' as const, organisationId: prepared.made.officeId } })
const attempt = async (handler: Handler<typeof grantQuota>, services: Services, organisationId: string): Promise<string> => {
  try {
    const outcome = await perform(handler, { params: { campaignId: prepared.made.campaignId }, query: {}, body: { grants: [{ organisationId, count: 1 }] } }, office(), services)
    return outcome.ok ? 'in' : outcome.findings.map((f) => f.code).join('+')
  } catch (error) {
    return error instanceof Refusal ? error.code : `failed: ${String(error)}`
  }
}

/** Every round: a pool of half as many as racers, all of whom ask for one at the same instant. How much was out after each. */
const race = async (handler: Handler<typeof grantQuota>, services: Services): Promise<{ out: number[]; answers: Record<string, number> }> => {
  const [out, answers]: [number[], Record<string, number>] = [[], {}]
  for (let i = 0; i < ROUNDS; i++) {
    await services.db.rows(`DELETE FROM quota_grants`)
    await services.db.rows(`DELETE FROM quota_pools`)
    await services.db.rows(`INSERT INTO quota_pools (campaign_id, total) VALUES ($1, $2)`, [prepared.made.campaignId, RACERS / 2])
    await Promise.all(prepared.made.units.map(() => services.db.rows('SELECT pg_sleep(0.01)')))
    for (const a of await Promise.all(prepared.made.units.map((id) => attempt(handler, services, id)))) answers[a] = (answers[a] ?? 0) + 1
    out.push((await services.db.row<{ n: number }>(`SELECT coalesce(sum(granted - returned), 0)::int AS n FROM quota_grants`))!.n)
  }
  return { out, answers }
}
const half = Array.from({ length: ROUNDS }, () => RACERS / 2)

test(`of ${RACERS} grants at one instant from a pool of ${RACERS / 2}, exactly ${RACERS / 2} get through, ${ROUNDS} rounds`, async () => {
  const copy = await prepared.copy(RACERS)
  expect(await race(grantQuotaCommand, copy.services)).toEqual({ out: half, answers: { in: ROUNDS * RACERS / 2, 'quota.exceeds': ROUNDS * RACERS / 2 } })
  expect(await broken(copy.services)).toEqual([])
  await copy.close()
}, 600_000)

test('mutant: without the lock and without the constraint, the same race gives out more than there is', async () => {
  const copy = await prepared.copy(RACERS)
  await copy.services.db.rows(`ALTER TABLE quota_pools DROP CONSTRAINT never_beyond_the_pool`)
  await copy.services.db.rows(`DROP TRIGGER quota_grant_changed ON quota_grants`)
  const { out } = await race(checkThenInsert, copy.services)
  expect(out.filter((n) => n > RACERS / 2).length).toBeGreaterThan(ROUNDS / 2)
  expect(await broken(copy.services)).toContain('分出的名额合计 grants add up to what is given')
  await copy.close()
}, 600_000)

test('mutant: without the lock alone, the constraint still keeps everybody within the pool', async () => {
  const copy = await prepared.copy(RACERS)
  const { out } = await race(checkThenInsert, copy.services)
  expect(out.every((n) => n <= RACERS / 2)).toBe(true)
  await copy.close()
}, 600_000)

test('granting, returning and granting again at once never leaves more out than there is', async () => {
  const copy = await prepared.copy(RACERS)
  const { services } = copy
  await services.db.rows(`INSERT INTO quota_pools (campaign_id, total) VALUES ($1, $2)`, [prepared.made.campaignId, RACERS / 2])
  const give = (organisationId: string) => perform(returnQuotaCommand, { params: { campaignId: prepared.made.campaignId }, query: {}, body: { organisationId, count: 1 } }, office(), services).then((r) => (r.ok ? 'out' : 'none'), (e: unknown) => String(e))
  const said = await Promise.all(prepared.made.units.flatMap((id) => [attempt(grantQuotaCommand, services, id), give(id), attempt(grantQuotaCommand, services, id), give(id)]))
  expect(said.filter((s) => !['in', 'out', 'none', 'quota.exceeds'].includes(s))).toEqual([])
  const pool = (await readPool(services.db, prepared.made.campaignId))!
  expect([pool.given <= pool.total, await broken(services)]).toEqual([true, []])
  await copy.close()
}, 600_000)
