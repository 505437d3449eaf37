/** 谁在看: colleagues of one office see each other, nobody else does, nothing is kept, and who says nothing is gone within a minute. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { inviteAccount } from '#contract/operations/organisations'
import { beHere } from '#contract/operations/presence'
import { presenceTimes } from '#core/nomination/presence'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { putNomination } from './put-nomination'

let at: Installation
let o: Office
let [campaignId, sent, draft] = ['', '', '']
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o)
  const { id: unitId } = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!
  sent = await putNomination(at.services.db, { campaignId, unitId, name: '示例甲', state: 'submitted', n: 0 })
  draft = await putNomination(at.services.db, { campaignId, unitId, name: '示例乙', state: 'draft', n: 1 })
})
afterAll(() => at.close())

const here = async (who: Person, nominationId: string | null, campaign = campaignId) => (await who.ask(beHere, { params: { campaignId: campaign }, body: { nominationId } })).here
const rows = async () => (await at.services.db.rows(`SELECT FROM desk_presence`)).length
const age = (ms: number) => at.services.db.rows(`UPDATE desk_presence SET seen_at = clock_timestamp() - make_interval(secs => $1)`, [ms / 1000])

test('each sees the others and never oneself; leaving is at once', async () => {
  expect(await here(o.office, sent)).toEqual([])
  expect(await here(o.second, sent)).toEqual([{ nominationId: sent, names: ['郑一帆'] }])
  expect(await here(o.office, sent)).toEqual([{ nominationId: sent, names: ['何青'] }])
  expect(await here(o.second, null)).toEqual([{ nominationId: sent, names: ['郑一帆'] }])
  expect([await here(o.office, sent), await rows()]).toEqual([[], 1])
})

test('who says nothing for so long is gone by itself, and the row with it: one a person, and no history', async () => {
  await here(o.office, sent)
  await age(presenceTimes.gone - 5000)
  expect(await here(o.second, sent)).toEqual([{ nominationId: sent, names: ['郑一帆'] }])
  await age(presenceTimes.gone + 1)
  expect(await here(o.second, sent)).toEqual([])
  expect([presenceTimes.gone < 60_000, await rows()]).toEqual([true, 1])
})

test('only what was sent to this office: a draft, another’s and one that never was are looked at by nobody; supervisors and units are not told', async () => {
  const other = await openProvincial(at, o)
  await here(o.office, null)
  for (const [id, campaign] of [[draft, campaignId], [randomUUID(), campaignId], [sent, other]] as const) {
    await here(o.office, id, campaign)
    expect(await here(o.second, sent, campaign)).toEqual([])
  }
  const supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  for (const who of [supervisor, o.units[0]!.clerk, o.units[0]!.approver]) expect((await who.send(beHere, { params: { campaignId }, body: { nominationId: sent } })).status).toBe(404)
})

test('a hundred beats leave no entry and no second row', async () => {
  const entries = async () => (await o.office.ask(campaignLedger, { params: { campaignId }, query: {} })).length
  const before = await entries()
  await Promise.all(Array.from({ length: 100 }, () => here(o.office, sent)))
  expect([await entries(), (await at.services.db.rows(`SELECT FROM desk_presence WHERE account_id = (SELECT id FROM accounts WHERE login = 'zheng') AND campaign_id = $1`, [campaignId])).length]).toEqual([before, 1])
})
