/** 代录: the office enters a nomination for a unit without an account; two persons do it, the ledger says who and from what, and the unit takes over when it comes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger, verifyLedger } from '#contract/operations/campaigns'
import { beginEntry, listEntries, takeSeat } from '#contract/operations/entries'
import { readNomination, saveDraft, submitNomination } from '#contract/operations/nominations'
import { searchNominations } from '#contract/operations/search'
import { importOrganisations, inviteAccount, listAccounts, listOrganisations } from '#contract/operations/organisations'
import { chooseRole, readSession } from '#contract/operations/sign-in'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, fillNomination, prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, unitSheet, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let campaignId: string
let silent: string
let other: string
let clerkCode: string
let today: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  // Two more units in which nobody opened an account.
  const { activations } = await o.office.ask(importOrganisations, { body: { fileName: 'units.csv', base64: Buffer.from(unitSheet(3)).toString('base64'), refusedSeen: 0 } })
  clerkCode = activations.find((a) => a.login === 'clerk2')!.code
  campaignId = await openProvincial(at, o, twoPapers)
  const { units } = await o.office.ask(listEntries, { params: { campaignId } })
  expect(units.map((u) => u.name)).toEqual(['示例单位2', '示例单位3'])
  ;[silent, other] = units.map((u) => u.id) as [string, string]
  today = new Date(await at.now() + 8 * 3_600_000).toISOString().slice(0, 10)
})
afterAll(() => at.close())

const params = () => ({ campaignId })
const body = (over: object = {}) => ({ unitId: silent, candidateName: '沈若川', source: 'paper' as const, receivedOn: today, sender: '单位收发室刘某', ...over })
const backToOffice = async (who: Person): Promise<void> => {
  const { person } = await who.ask(readSession)
  await who.ask(chooseRole, { body: { membershipId: person!.memberships.find((m) => m.role === 'office')!.membershipId } })
}
let nominationId: string

test('a unit with people of its own, a unit of nobody and a day to come are refused', async () => {
  const own = (await o.office.ask(listOrganisations)).organisations.find((x) => x.name === '示例单位1')!.id
  expect((await o.office.refused(beginEntry, { params: params(), body: body({ unitId: own }) })).codes).toEqual(['entry.unitHasPeople'])
  expect((await o.office.refused(beginEntry, { params: params(), body: body({ unitId: campaignId }) })).status).toBe(404)
  expect((await o.office.refused(beginEntry, { params: params(), body: body({ receivedOn: '2999-01-01' }) })).codes).toEqual(['entry.receivedLater'])
})

test('one person enters, another seals, by the same rules as a unit; its seat is used', async () => {
  nominationId = (await o.office.ask(beginEntry, { params: params(), body: body() })).nominationId
  expect((await o.office.ask(readSession)).person!.membership).toMatchObject({ role: 'unitClerk', organisationName: '示例单位2' })
  await fillNomination(o.office, campaignId, nominationId, '沈若川')
  await backToOffice(o.office)
  expect((await o.office.refused(takeSeat, { params: { nominationId }, body: { as: 'unitApprover' } })).codes).toEqual(['entry.samePerson'])
  expect((await o.second.ask(listEntries, { params: params() })).entries.map((e) => [e.candidateName, e.source, e.enteredBy, e.seat])).toEqual([['沈若川', 'paper', '郑一帆', 'unitApprover']])
  await o.second.ask(takeSeat, { params: { nominationId }, body: { as: 'unitApprover' } })
  const { code } = await sealAndSubmit(o.second, campaignId, nominationId)
  await backToOffice(o.second)
  expect(code).toMatch(/^XS1-/u)
  expect((await o.office.ask(readNomination, { params: { nominationId } })).state).toBe('submitted')
})

test('the ledger says what it was entered from and for whom each step was done, and verifies', async () => {
  const { entries } = await o.office.ask(campaignLedger, { params: params() })
  const of = entries.filter((e) => e.act === 'nomination.enteredForUnit' || e.act === 'seat.taken' || e.act.startsWith('nomination.s'))
  expect(of.map((e) => [e.act, e.actor, e.organisation, e.office])).toEqual([
    ['nomination.enteredForUnit', '郑一帆', '云川省医学会（示例）', ''], ['nomination.sentToApprover', '郑一帆', '示例单位2', '云川省医学会（示例）'],
    ['seat.taken', '何青', '云川省医学会（示例）', ''], ['nomination.submitted', '何青', '示例单位2', '云川省医学会（示例）'],
  ])
  expect(of[0]!.say.zh).toBe(`代没有账号的单位录入推荐，由来：纸质材料，${today} 收到`)
  expect((await o.office.ask(verifyLedger, { params: params() })).faults).toEqual([])
})

test('mutant: with both seats in one hand the database still says no', async () => {
  const second = (await o.office.ask(listAccounts)).accounts.find((a) => a.login === 'heqing')!.accountId
  await expect(at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role, for_office) SELECT gen_random_uuid(), $1, $2, 'unitClerk', for_office FROM memberships WHERE account_id = $1 AND organisation_id = $2`, [second, silent])).rejects.toThrow('one_seat_in_a_units_place')
})

test('the screening desk says that the office entered it, from what and when; of what a unit sent itself it says nothing', async () => {
  const { clerk, approver } = o.units[0]!
  const own = await prepareNomination(clerk, campaignId, '顾南枝', 2)
  await sealAndSubmit(approver, campaignId, own)
  const { rows } = await o.office.ask(searchNominations, { params: params() })
  expect(rows.map((n) => [n.candidateName, n.entered])).toEqual([['沈若川', true], ['顾南枝', false]])
  expect((await Promise.all([nominationId, own].map((id) => o.second.ask(readNomination, { params: { nominationId: id } })))).map((n) => n.entered)).toEqual([{ source: 'paper', receivedOn: today }, null])
})

test('who sits in for a unit is none of its people: lists of accounts name the unit’s own, and no other office’s campaign opens', async () => {
  const people = (await o.office.ask(listOrganisations)).organisations.find((x) => x.id === silent)!.people
  expect(people.map((p) => [p.personName, p.activated])).toEqual([['审核2', false], ['经办2', false]])
  const foreign = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE id = $1`, [other]))!.id
  // The campaign now belongs to another office: the seat opens nothing of it any more.
  await at.services.db.rows(`UPDATE campaigns SET organisation_id = $2 WHERE id = $1`, [campaignId, foreign])
  await o.office.ask(chooseRole, { body: { membershipId: (await o.office.ask(readSession)).person!.memberships.find((m) => m.role === 'unitClerk')!.membershipId } })
  expect((await o.office.refused(readNomination, { params: { nominationId } })).status).toBe(404)
  await at.services.db.rows(`UPDATE campaigns SET organisation_id = (SELECT organisation_id FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE a.login = 'zheng' AND m.role = 'office') WHERE id = $1`, [campaignId])
  expect((await o.office.ask(readNomination, { params: { nominationId } })).state).toBe('submitted')
  await backToOffice(o.office)
})

test('when somebody of the unit opens an account the office’s seats are gone at once, and the unit goes on with the draft', async () => {
  const draft = (await o.office.ask(beginEntry, { params: params(), body: body({ source: 'disc', candidateName: '凌云舟' }) })).nominationId
  const clerk = await new Person(at.origin, 'clerk2').activate(clerkCode)
  expect((await o.office.refused(saveDraft, { params: { nominationId: draft }, body: { version: 1 } })).status).toBe(404)
  // Who sat there is in the office again, without signing in anew.
  expect((await o.office.ask(readSession)).person!.membership).toMatchObject({ role: 'office' })
  const { version, state } = await clerk.ask(readNomination, { params: { nominationId: draft } })
  expect(state).toBe('draft')
  await clerk.ask(saveDraft, { params: { nominationId: draft }, body: { version, fields: { name: '凌云舟' } } })
  expect((await o.second.ask(listEntries, { params: params() })).entries.map((e) => [e.candidateName, e.seat, e.handedOver])).toEqual([['凌云舟', null, true], ['沈若川', null, true]])
  expect((await o.second.refused(takeSeat, { params: { nominationId: draft }, body: { as: 'unitClerk' } })).codes).toEqual(['entry.unitHasPeople'])
  expect((await o.second.refused(submitNomination, { params: { nominationId: draft }, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(await definitionFor(clerk, campaignId)) } })).status).toBe(404)
})

test('a unit with an office of its own is not in the list, and refused in words by whoever names it all the same', async () => {
  expect((await o.office.ask(listEntries, { params: params() })).units.map((u) => u.id)).toEqual([other])
  const { accountId } = await o.office.ask(inviteAccount, { body: { personName: '祁连山', login: 'qilianshan', role: 'office', organisationId: other } })
  expect((await o.office.ask(listEntries, { params: params() })).units.map((u) => u.name)).toEqual([])
  const { codes, problem } = await o.office.refused(beginEntry, { params: params(), body: body({ unitId: other }) })
  expect([codes, problem.findings![0]!.what.zh, problem.findings![0]!.mend.zh.includes('转发')]).toEqual([['entry.unitHasOffice'], '这家单位有自己的活动办公室，这里不代办', true])
  await at.services.db.rows(`DELETE FROM memberships WHERE account_id = $1`, [accountId])
  // Begun before it had an office: nobody sits down there any more.
  const begun = (await o.office.ask(beginEntry, { params: params(), body: body({ unitId: other }) })).nominationId
  await backToOffice(o.office)
  await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES (gen_random_uuid(), $1, $2, 'office')`, [accountId, other])
  expect((await o.second.refused(takeSeat, { params: { nominationId: begun }, body: { as: 'unitApprover' } })).codes).toEqual(['entry.unitHasOffice'])
  expect((await o.office.ask(listEntries, { params: params() })).entries.filter((e) => e.nominationId === begun).map((e) => [e.seat, e.handedOver])).toEqual([[null, true]])
})
