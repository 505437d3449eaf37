/** A draft can be made anew until it is open: by the office it belongs to, on the state it was read in, and every time with its ledger entry. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger, createCampaign, openCampaign, readCampaign, reviseCampaign, verifyLedger } from '#contract/operations/campaigns'
import { ruleOf } from '#core/campaign/definition'
import { deadlineOf } from '#core/nomination/deadline'
import { addDays, dayOf } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { beginSession } from '#server/store/sessions'
import { newId } from '#server/ids'
import { provincialPlan } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { issue } from './issue'
import { openOffice, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
})
afterAll(() => at.close())

const planned = async (change?: (rules: StatedRule[]) => StatedRule[]) => provincialPlan(o.templates.get('lnma-2021')!, await at.now(), change)
const makeDraft = async (): Promise<string> => (await o.office.ask(createCampaign, { body: await planned() })).campaignId
const read = (campaignId: string) => o.office.ask(readCampaign, { params: { campaignId } })
const quotaOf = (max: number) => (rules: StatedRule[]) => rules.map((r) => (r.kind === 'quota' ? { ...r, max } : r))
/** Everything a revision may change, as it lies in the database. */
const stored = (id: string) => at.services.db.row(`SELECT slug, state, chain, resolved, definition_hash, deadline, contact, source, revision FROM campaigns WHERE id = $1`, [id])
const actsOf = async (campaignId: string) => (await o.office.ask(campaignLedger, { params: { campaignId } })).entries.map((e) => e.act)

test('a revised draft holds the new rules, dates and names, and the ledger says who revised it from what to what', async () => {
  const campaignId = await makeDraft()
  const before = await read(campaignId)
  const day = addDays(dayOf(await at.now()), 9)
  const body = await planned((rules) => quotaOf(2)(rules).map((r) => (r.kind === 'deadline' ? { ...r, day } : r)))
  const { hash } = await o.office.ask(reviseCampaign, { params: { campaignId }, body: { ...body, name: { zh: '改过的名称（示例）', en: 'Another name (sample)' }, contact: { ...body.contact, person: '何青' }, read: before.revision } })
  const after = await read(campaignId)
  expect([after.state, after.name.zh, after.contact.person, after.slug, after.definition.hash]).toEqual(['draft', '改过的名称（示例）', '何青', before.slug, hash])
  expect([ruleOf(after.definition, 'quota')?.max, ruleOf(after.definition, 'deadline')?.day, after.deadline]).toEqual([2, day, deadlineOf(after.definition)])
  expect(hash).not.toBe(before.definition.hash)
  expect(await actsOf(campaignId)).toEqual(['campaign.created', 'campaign.revised'])
  const entry = await at.services.db.row<{ entry: { data: unknown; actor: { role: string } } }>(`SELECT entry FROM ledger_entries WHERE chain_id = $1 AND position = 2`, [campaignId])
  expect([entry?.entry.actor.role, entry?.entry.data]).toEqual(['office', { before: before.definition.hash, definition: hash, chain: after.definition.chain.map((d) => d.hash) }])
  expect((await o.office.ask(verifyLedger, { params: { campaignId } })).whole).toBe(true)
})

test('what is opened is the revised definition', async () => {
  const campaignId = await makeDraft()
  const { revision } = await read(campaignId)
  const { hash } = await o.office.ask(reviseCampaign, { params: { campaignId }, body: { ...(await planned(quotaOf(3))), read: revision } })
  await issue(o.second, campaignId)
  const seen = await o.units[0]!.clerk.ask(readCampaign, { params: { campaignId } })
  expect([seen.definition.hash, ruleOf(seen.definition, 'quota')?.max]).toEqual([hash, 3])
})

test('an open campaign is not revised: the refusal says what to do instead, and nothing changes', async () => {
  const campaignId = await makeDraft()
  const { revision } = await read(campaignId)
  await issue(o.second, campaignId)
  const before = await stored(campaignId)
  const refused = await o.office.refused(reviseCampaign, { params: { campaignId }, body: { ...(await planned(quotaOf(2))), read: revision } })
  expect([refused.status, refused.codes]).toEqual([422, ['campaign.notDraft']])
  expect(refused.problem.findings?.[0]?.mend.zh).toBe('要推迟截止，请在“截止”页提请延长；其他改动请提请修订，由第二人确认。')
  expect(await stored(campaignId)).toEqual(before)
  expect(await actsOf(campaignId)).toEqual(['campaign.created', 'campaign.opened'])
})

test('a plan made on an older state of the draft is stale: the newer one is not overwritten', async () => {
  const campaignId = await makeDraft()
  const { revision } = await read(campaignId)
  await o.second.ask(reviseCampaign, { params: { campaignId }, body: { ...(await planned(quotaOf(2))), read: revision } })
  const before = await stored(campaignId)
  const refused = await o.office.refused(reviseCampaign, { params: { campaignId }, body: { ...(await planned(quotaOf(4))), read: revision } })
  expect([refused.status, refused.problem.error]).toEqual([409, 'stale'])
  expect(await stored(campaignId)).toEqual(before)
  expect(await actsOf(campaignId)).toEqual(['campaign.created', 'campaign.revised'])
})

test('who changed only the contact, or only confirmed a rule beside the notice, is not overwritten either', async () => {
  const campaignId = await makeDraft()
  const body = await planned()
  const first = await read(campaignId)
  const contact = await o.second.ask(reviseCampaign, { params: { campaignId }, body: { ...body, contact: { ...body.contact, person: '何青' }, read: first.revision } })
  expect([contact.hash, contact.revision]).toEqual([first.definition.hash, first.revision + 1])
  const source = { text: '关于示例活动的通知', marks: [] }
  expect((await o.office.refused(reviseCampaign, { params: { campaignId }, body: { ...body, source, read: first.revision } })).problem.error).toBe('stale')
  await o.office.ask(reviseCampaign, { params: { campaignId }, body: { ...body, contact: { ...body.contact, person: '何青' }, source, read: contact.revision } })
  expect((await o.second.refused(reviseCampaign, { params: { campaignId }, body: { ...body, read: contact.revision } })).problem.error).toBe('stale')
  expect((await read(campaignId)).contact.person).toBe('何青')
})

test('of two who revise at once, one is told and nothing of theirs is mixed', async () => {
  const campaignId = await makeDraft()
  const { revision } = await read(campaignId)
  const [two, three] = [await planned(quotaOf(2)), await planned(quotaOf(3))]
  const answers = await Promise.all([o.office.send(reviseCampaign, { params: { campaignId }, body: { ...two, read: revision } }), o.second.send(reviseCampaign, { params: { campaignId }, body: { ...three, read: revision } })])
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
  expect(ruleOf((await read(campaignId)).definition, 'quota')?.max).toBe(answers[0].status === 200 ? 2 : 3)
})

test('a draft may leave a rule undecided; it is not opened so, and the refusal names everything at once', async () => {
  const campaignId = await makeDraft()
  const { revision } = await read(campaignId)
  await o.office.ask(reviseCampaign, { params: { campaignId }, body: { ...(await planned((rules) => rules.filter((r) => r.kind !== 'quota'))), read: revision } })
  expect((await read(campaignId)).definition.open.map((r) => r.kind)).toEqual(['quota'])
  const before = await stored(campaignId)
  const { definition: incomplete } = await read(campaignId)
  const refused = await o.second.refused(openCampaign, { params: { campaignId }, body: { read: incomplete.hash } })
  expect([refused.status, refused.codes.filter((c) => c.startsWith('ready.'))]).toEqual([422, ['ready.open', 'ready.question']])
  expect(await stored(campaignId)).toEqual(before)
})

test('for another organisation’s office the draft is as absent as one that never was', async () => {
  const campaignId = await makeDraft()
  const { revision, definition } = await read(campaignId)
  const [root, account, membership] = [newId(), newId(), newId()]
  const { db } = at.services
  await db.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) VALUES ($1, NULL, $1, 'ROOT', '另一个省（示例）', 'office')`, [root])
  await db.rows(`INSERT INTO accounts (id, login, person_name) VALUES ($1, 'stranger', '外人')`, [account])
  await db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, 'office')`, [membership, account, root])
  const stranger = new Person(at.origin, 'stranger').holding(await beginSession(db, account, membership, true))
  const body = { ...(await planned(quotaOf(2))), read: revision }
  const answers = await Promise.all([campaignId, randomUUID()].map(async (id) => {
    const { status, problem } = await stranger.refused(reviseCampaign, { params: { campaignId: id }, body })
    return [status, problem.error, problem.words]
  }))
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.slice(0, 2)).toEqual([404, 'absent'])
  expect((await read(campaignId)).definition.hash).toBe(definition.hash)
})
