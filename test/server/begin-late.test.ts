/** After the end of nominations none is begun, by whichever way; what was begun in time stays and goes on when the end is moved for all. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmExtension, proposeExtension, readCampaign } from '#contract/operations/campaigns'
import { beginEntry, listEntries } from '#contract/operations/entries'
import { lookAtOwnReporting, openLead, reportLead, takeUpLead } from '#contract/operations/leads'
import { createNomination, listNominations, readNomination, saveDraft } from '#contract/operations/nominations'
import { beginOffline } from '#contract/operations/offline'
import { importOrganisations } from '#contract/operations/organisations'
import { importPeople } from '#contract/operations/people-sheet'
import { dayOf } from '#core/kernel/instant'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, unitSheet, type Office } from './office'

let at: Installation
let o: Office
let campaignId: string
let silent: string
let deadline: number
/** Of somebody nobody has put forward; of the one who is on the way already. */
let leads: readonly [string, string]
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  await o.office.ask(importOrganisations, { body: { fileName: 'units.csv', base64: Buffer.from(unitSheet(2)).toString('base64'), refusedSeen: 0 } })
  campaignId = await openProvincial(at, o, twoPapers)
  silent = (await o.office.ask(listEntries, { params: { campaignId } })).units[0]!.id
  const { units } = await o.units[0]!.clerk.ask(lookAtOwnReporting, { params: { campaignId } })
  const tell = async (candidateName: string) => {
    await o.units[0]!.approver.ask(reportLead, { params: { campaignId }, body: { candidateName, employer: '示例医院', deeds: '二十年守在急诊一线（示例）。', unitId: units.find((u) => u.name === '示例单位1')!.id } })
    return (await at.services.db.row<{ id: string }>(`SELECT id FROM leads WHERE candidate_name = $1`, [candidateName]))!.id
  }
  leads = [await tell('江晚晴'), await tell('沈若川')]
  deadline = (await o.office.ask(readCampaign, { params: { campaignId } })).deadline!
})
afterAll(() => at.close())

const clerk = () => o.units[0]!.clerk
const params = () => ({ campaignId })
const sheet = { fileName: 'list.csv', base64: Buffer.from('姓名,职务\n陆见微,医师').toString('base64'), createSeen: 1, refusedSeen: 0 }
const offline = { carriedBy: 'inPerson' as const, officerName: '秦守密', officerPost: '保密办主任', volumes: 1 }
/** Each way in which one is begun, tried; the codes of what was refused. */
const tryAll = async (): Promise<string[][]> => {
  const receivedOn = dayOf(deadline - 1)
  const takingUp = { params: { campaignId, leadId: leads[0] }, body: { twinsSeen: 0 } }
  return [
    (await clerk().refused(createNomination, { params: params(), body: { candidateName: '顾长风' } })).codes,
    (await clerk().refused(importPeople, { params: params(), body: sheet })).codes,
    (await clerk().refused(beginOffline, { params: params(), body: offline })).codes,
    (await clerk().refused(takeUpLead, takingUp)).codes,
    (await o.office.refused(beginEntry, { params: params(), body: { unitId: silent, candidateName: '林知行', source: 'paper', receivedOn, sender: '单位收发室（示例）' } })).codes,
  ]
}
const begun = async () => (await clerk().ask(listNominations, { params: params() })).nominations.length
let draft: string

test('in the last second before the end one is begun', async () => {
  await at.setClock(deadline - 1000)
  draft = (await clerk().ask(createNomination, { params: params(), body: { candidateName: '沈若川' } })).nominationId
  expect(await begun()).toBe(1)
})

test('from the end on none: not by the unit, by a sheet, by hand, by a lead, or by the office for a unit', async () => {
  await at.setClock(deadline)
  expect(await tryAll()).toEqual(Array.from({ length: 5 }, () => ['nomination.late']))
  expect([await begun(), (await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM nominations`))!.n]).toEqual([1, 1])
})

test('mutant: a clock that stands before the end lets all four in, so it is the time that refuses', async () => {
  const refusals = async () => (await clerk().send(createNomination, { params: params(), body: { candidateName: '示例甲' } })).status
  expect(await refusals()).toBe(422)
  await at.services.db.rows(`UPDATE campaigns SET deadline = deadline + interval '1 minute' WHERE id = $1`, [campaignId])
  expect(await refusals()).toBe(200)
  await at.services.db.rows(`UPDATE campaigns SET deadline = deadline - interval '1 minute' WHERE id = $1`, [campaignId])
  expect(await refusals()).toBe(422)
})

test('a lead says so before it is pressed, in the same words; it waits, and what was begun in time takes it up all the same', async () => {
  const params = { leadId: leads[0] }
  const { into, state } = await clerk().ask(openLead, { params })
  const said = (await clerk().refused(createNomination, { params: { campaignId }, body: { candidateName: '顾长风' } })).problem.findings![0]!
  expect([into.map((c) => c.id), into[0]!.late, state]).toEqual([[campaignId], said, 'seen'])
  const { twins } = await clerk().ask(openLead, { params: { leadId: leads[1] } })
  expect(await clerk().ask(takeUpLead, { params: { campaignId, leadId: leads[1] }, body: { into: twins[0]!.nominationId, twinsSeen: 1 } })).toMatchObject({ nominationId: draft })
  expect((await clerk().refused(takeUpLead, { params: { campaignId: silent, leadId: leads[0] }, body: { twinsSeen: 0 } })).status).toBe(404)
})

test('the draft of before is kept and can be worked on; extended for all, it goes on and new ones are begun', async () => {
  const n = await clerk().ask(readNomination, { params: { nominationId: draft } })
  expect((await clerk().ask(saveDraft, { params: { nominationId: draft }, body: { version: n.version, fields: { name: '沈若川', employer: '示例医院' } } })).version).toBe(n.version + 1)
  const { extensionId } = await o.office.ask(proposeExtension, { params: params(), body: { until: deadline + 3 * 86_400_000, reason: '多家单位反映网络故障（示例）' } })
  expect((await tryAll())[0]).toEqual(['nomination.late'])
  await o.second.ask(confirmExtension, { params: { campaignId, extensionId } })
  const before = await begun()
  await clerk().ask(createNomination, { params: params(), body: { candidateName: '顾长风' } })
  await clerk().ask(importPeople, { params: params(), body: sheet })
  expect((await clerk().ask(openLead, { params: { leadId: leads[0] } })).into.map((c) => c.late)).toEqual([null])
  await clerk().ask(takeUpLead, { params: { campaignId, leadId: leads[0] }, body: { twinsSeen: 0 } })
  expect(await begun()).toBe(before + 3)
})
