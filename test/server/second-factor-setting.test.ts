/** Which roles sign in with two steps: two persons decide, nobody is stopped in the middle of something, and no setting takes it from those who bind others most. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCampaigns } from '#contract/operations/campaigns'
import { inviteAccount, listOrganisations } from '#contract/operations/organisations'
import { confirmSecondFactorSetting, proposeSecondFactorSetting, readSecondFactorSetting, withdrawSecondFactorSetting } from '#contract/operations/second-factor'
import { activate, lookAtActivation, readSession, signIn } from '#contract/operations/sign-in'
import { alwaysTwice, usualRoles } from '#core/access/second-factor'
import { freshInstallation, type Installation } from './installation'
import { openOffice, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
const password = 'a long password 1'
const reason = '按主管部门要求（示例）'
beforeAll(async () => { at = await freshInstallation({ demo: false }); o = await openOffice(at, 2) })
afterAll(() => at.close())

const propose = (asked: Partial<typeof usualRoles>, read: Partial<typeof usualRoles> = {}) => ({ body: { read: { ...usualRoles, ...read }, asked: { ...usualRoles, ...read, ...asked }, reason } })
const change = async (asked: Partial<typeof usualRoles>, read: Partial<typeof usualRoles> = {}) => {
  const { changeId } = await o.office.ask(proposeSecondFactorSetting, propose(asked, read))
  await o.second.ask(confirmSecondFactorSetting, { params: { changeId } })
}
const nextOf = async (login: string) => (await new Person(at.origin).ask(signIn, { body: { login, password } })).next

test('widened to clerks: who is at work goes on, who signs in next is asked', async () => {
  const { clerk } = o.units[0]!
  await change({ unitClerk: true })
  expect([(await clerk.ask(readSession)).next, (await clerk.send(listCampaigns)).status, await nextOf('clerk1')]).toEqual(['done', 200, 'setUpSecondFactor'])
  const { code } = await o.office.ask(inviteAccount, { body: { personName: '新评委', login: 'newjuror', role: 'juror' } })
  expect((await new Person(at.origin).ask(lookAtActivation, { body: { code } })).needsSecondFactor).toBe(true)
})

test('the proposer does not confirm; until somebody does, nothing changes; it can be withdrawn', async () => {
  const { changeId } = await o.office.ask(proposeSecondFactorSetting, propose({ juror: false }, { unitClerk: true }))
  expect((await o.office.refused(confirmSecondFactorSetting, { params: { changeId } })).codes).toEqual(['secondFactor.samePerson'])
  await expect(at.services.db.rows(`UPDATE second_factor_changes SET confirmed_by = proposed_by, confirmed_at = clock_timestamp() WHERE id = $1`, [changeId])).rejects.toThrow('two_persons')
  expect((await o.second.ask(readSecondFactorSetting)).pending).toMatchObject({ changeId, proposedBy: '郑一帆' })
  expect((await o.second.ask(readSecondFactorSetting)).asked).toEqual({ ...usualRoles, unitClerk: true })
  expect((await o.second.refused(proposeSecondFactorSetting, propose({ juror: false }, { unitClerk: true }))).status).toBe(409)
  await o.second.ask(withdrawSecondFactorSetting, { params: { changeId } })
  expect((await o.second.refused(confirmSecondFactorSetting, { params: { changeId } })).status).toBe(404)
})

test('what was read meanwhile changed by others, or changes nothing, is not proposed', async () => {
  expect([(await o.office.refused(proposeSecondFactorSetting, propose({ juror: false }))).problem.error, (await o.office.refused(proposeSecondFactorSetting, propose({}, { unitClerk: true }))).codes]).toEqual(['stale', ['secondFactor.same']])
})

test('narrowed for jurors, it holds at once; office, secretary and supervisor are never named', async () => {
  const { code } = await o.office.ask(inviteAccount, { body: { personName: '评委', login: 'juror', role: 'juror' } })
  const juror = new Person(at.origin)
  expect((await juror.ask(activate, { body: { code, password } })).next).toBe('setUpSecondFactor')
  await change({ juror: false }, { unitClerk: true })
  expect([(await juror.ask(readSession)).next, await nextOf('zheng')]).toEqual(['done', 'secondFactor'])
  // A row that says otherwise cannot be written at all, nor does a proposal carry another role.
  for (const role of alwaysTwice) await expect(at.services.db.rows(`INSERT INTO second_factor_roles VALUES ($1, false, now())`, [role])).rejects.toThrow('second_factor_roles_role_check')
  const { changeId } = await o.office.ask(proposeSecondFactorSetting, { body: { ...propose({ juror: true }, { unitClerk: true, juror: false }).body, asked: { ...usualRoles, unitClerk: true, office: false } as never } })
  await o.second.ask(confirmSecondFactorSetting, { params: { changeId } })
  expect(await nextOf('zheng')).toBe('secondFactor')
  // Widened again, the juror who came in before it is not stopped.
  expect([(await juror.ask(readSession)).next, await nextOf('juror')]).toEqual(['done', 'setUpSecondFactor'])
})

test('only the office whose installation it is decides; another learns that it does not', async () => {
  const { organisations } = await o.office.ask(listOrganisations)
  const made = await o.office.ask(inviteAccount, { body: { organisationId: organisations[0]!.id, personName: '下级办公室', login: 'below', role: 'office' } })
  const below = await new Person(at.origin).activate(made.code)
  const { changeId } = await o.office.ask(proposeSecondFactorSetting, propose({ unitClerk: false }, { unitClerk: true }))
  expect([await below.ask(readSecondFactorSetting), (await below.refused(proposeSecondFactorSetting, propose({ unitClerk: false }, { unitClerk: true }))).status, (await below.refused(confirmSecondFactorSetting, { params: { changeId } })).status, (await o.units[0]!.clerk.refused(readSecondFactorSetting)).status]).toEqual([{ asked: null, pending: null }, 404, 404, 404])
})

test('each change stands in the ledger of the organisation with its reason', async () => {
  const rows = await at.services.db.rows<{ act: string; data: { roles: string[] } }>(`SELECT entry->>'act' AS act, entry->'data' AS data FROM ledger_entries e JOIN installation i ON i.organisation_id = e.chain_id WHERE entry->>'act' LIKE 'secondFactor.%' ORDER BY position LIMIT 2`)
  expect(rows.map((r) => [r.act, r.data.roles.includes('unitClerk')])).toEqual([['secondFactor.proposed', true], ['secondFactor.set', true]])
})
