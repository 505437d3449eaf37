/** 关口: from the submission to the honour nobody goes on of whom no named person has said that day that they still fit; what changed stops until the office decides. A gate that does not ask must be seen. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveHonours, readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { campaignLedger } from '#contract/operations/campaigns'
import { answerGate, decideGate, listRaised, readGate } from '#contract/operations/gates'
import { holdBulk, previewBulk, releaseHeld, listHeld } from '#contract/operations/bulk'
import { castBallot, closeRound, declareConflicts, openRound } from '#contract/operations/jury'
import { acceptNomination, readNomination, submitNomination } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import type { StatedRule } from '#core/rules/rule'
import { verifyRecord } from '#core/ledger/record'
import { applyScreening } from '#server/commands/screen-nomination'
import { command, done, perform, type Handler } from '#server/handler'
import { buildRecord } from '#server/queries/ledger'
import { lockNomination } from '#server/store/nominations'
import { invariants } from '#server/store/invariants'
import type { Session } from '#server/store/sessions'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, prepareNomination } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { putNomination } from './put-nomination'

let at: Installation
let o: Office
let campaignId: string
let definition: ResolvedDefinition
const ids: string[] = []
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  campaignId = await openProvincial(at, o, threePlaces)
  definition = await definitionFor(o.office, campaignId)
  for (const [i, name] of ['沈若川', '顾南枝', '𬭎衡'].entries()) ids.push(await prepareNomination(o.units[i]!.clerk, campaignId, name, i + 1))
})
afterAll(() => at.close())

const threePlaces = (rules: StatedRule[]): StatedRule[] => twoPapers(rules).map((r) => (r.kind === 'round' ? { ...r, places: 3 } : r))
const DAY = 86_400_000
const howToObject = { phone: '0000-8765432', email: 'jiandu@example.org', address: '云岭市示例路 1 号' }
const military = 'exclude-military'
const version = async (nominationId: string) => (await o.office.ask(readNomination, { params: { nominationId } })).version
const submission = async (i: number, still: boolean) => {
  const { approver } = o.units[i]!
  const n = await approver.ask(readNomination, { params: { nominationId: ids[i]! } })
  return { params: { nominationId: ids[i]! }, body: { version: n.version, warningsSeen: 0, still, declarations: approverDeclarations(definition) } }
}
const answers = (gate: string) => at.services.db.rows<{ name: string; by: string }>(`SELECT n.candidate_name AS name, a.person_name AS by FROM gate_answers g JOIN nominations n ON n.id = g.nomination_id JOIN accounts a ON a.id = g.by WHERE g.gate = $1 AND g.answer = 'still' AND n.campaign_id = $2 ORDER BY n.created_at`, [gate, campaignId])
const entries = async (act: string) => (await o.office.ask(campaignLedger, { params: { campaignId }, query: {} })).entries.filter((e) => e.act === act)
const gate = (g: 'acceptance' | 'round' | 'notice' | 'honour' | 'submission', passage = '', nominationId?: string) => o.office.ask(readGate, { params: { campaignId }, query: { gate: g, passage, ...(nominationId === undefined ? {} : { nominationId }) } })

test('报送: the approver says so by name with the act; without it the clause and the way are told, and nothing is written', async () => {
  const { approver } = o.units[0]!
  const asked = await approver.ask(readGate, { params: { campaignId }, query: { gate: 'submission', nominationId: ids[0]! } })
  expect([asked.open, asked.points.map((p) => p.ruleId)]).toEqual([1, rulesOf(definition, 'exclusion').map((r) => r.id)])
  const no = await approver.refused(submitNomination, await submission(0, false))
  const said = no.problem.findings![0]!
  expect([no.status, no.codes, said.clause?.zh.includes('现役军人'), said.what.zh.includes('沈若川')]).toEqual([422, ['gate.unanswered'], true, true])
  expect(await answers('submission')).toEqual([])
  for (const i of [0, 1, 2]) await o.units[i]!.approver.ask(submitNomination, await submission(i, true))
  expect(await answers('submission')).toEqual([{ name: '沈若川', by: '审核1' }, { name: '顾南枝', by: '审核2' }, { name: '𬭎衡', by: '审核3' }])
})

test('接收: the office is asked, one by one and for several in one click; each is on record with its name', async () => {
  const no = await o.office.refused(acceptNomination, { params: { nominationId: ids[0]! }, body: { version: await version(ids[0]!) } })
  expect([no.codes, (await o.office.ask(readNomination, { params: { nominationId: ids[0]! } })).state]).toEqual([['gate.unanswered'], 'submitted'])
  await o.office.ask(acceptNomination, { params: { nominationId: ids[0]! }, body: { version: await version(ids[0]!), still: true } })
  const items = await Promise.all([ids[1]!, ids[2]!].map(async (nominationId) => ({ nominationId, version: await version(nominationId) })))
  const { asks, items: seen } = await o.second.ask(previewBulk, { params: { campaignId }, body: { items, decision: { decision: 'accept' } } })
  expect([asks.map((p) => p.ruleId).includes(military), seen.map((i) => i.against)]).toEqual([true, [null, null]])
  expect((await o.second.refused(holdBulk, { params: { campaignId }, body: { items, decision: { decision: 'accept' } } })).codes).toEqual(['gate.unanswered'])
  const { batchId } = await o.second.ask(holdBulk, { params: { campaignId }, body: { items, decision: { decision: 'accept', still: true } } })
  await o.second.ask(releaseHeld, { params: { campaignId }, body: { batchId } })
  expect(await answers('acceptance')).toEqual([{ name: '沈若川', by: '郑一帆' }, { name: '顾南枝', by: '何青' }, { name: '𬭎衡', by: '何青' }])
})

test('进入评审: asked again for the round, by the day', async () => {
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 3)
  const body = { ruleId: 'round-1', nominationIds: ids }
  expect((await gate('round', 'round-1')).open).toBe(3)
  expect((await o.office.refused(openRound, { params: { campaignId }, body })).codes).toEqual(['gate.unanswered'])
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ...body, still: true } })
  for (const j of jurors) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  for (const j of jurors) await j.ask(castBallot, { params: { roundId }, body: { approvals: ids } })
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  expect((await answers('round')).length).toBe(3)
})

const starting = async (still: boolean) => {
  const { roundId, provisional } = await o.office.ask(readAnnouncement, { params: { campaignId } })
  return { params: { campaignId }, body: { roundId: roundId!, summaries: Object.fromEntries(provisional.map((p) => [p.nominationId, '山区急救一线十八年。'])), howToObject, still, withoutUnits: '单位已电话确认（示例）' } }
}

test('promoted between submission and public notice: told by the unit, it stops the notice until a person decides, and no “still” passes over it', async () => {
  await at.setClock((await at.now()) + 3 * DAY)
  const { approver, clerk } = o.units[0]!
  const told = { params: { nominationId: ids[0]! }, body: { gate: 'notice' as const, ruleIds: ['exclude-bureau-level'], note: '本月任省属机构正局级职务（示例）' } }
  expect((await clerk.send(answerGate, told)).status).toBe(404)
  expect((await o.units[1]!.approver.send(answerGate, told)).status).toBe(404)
  await approver.ask(answerGate, told)
  const no = await o.office.refused(startPublicNotice, await starting(true))
  expect([no.status, no.codes, no.problem.findings![0]!.clause?.zh.includes('司局级'), no.problem.findings![0]!.what.zh.includes('审核1')]).toEqual([422, ['gate.changed'], true, true])
  const { questions } = await o.office.ask(listRaised, { params: { campaignId } })
  expect(questions.map((q) => [q.candidateName, q.gate, q.findings[0]!.code])).toEqual([['沈若川', 'notice', 'gate.changed']])
  // Nobody but the office decides, and it must say why.
  const decision = { params: { nominationId: ids[0]! }, body: { gate: 'notice' as const, outcome: 'stops' as const, reason: '经核实属实，本次不再列入（示例）' } }
  expect((await approver.send(decideGate, decision)).status).toBe(404)
  expect((await o.office.send(decideGate, { ...decision, body: { ...decision.body, reason: '好' } })).status).toBe(400)
  await o.office.ask(decideGate, decision)
  expect((await o.office.ask(readAnnouncement, { params: { campaignId } })).provisional.map((p) => p.name).sort()).toEqual(['顾南枝', '𬭎衡'].sort())
  expect((await gate('notice')).items.map((i) => [i.candidateName, i.standing])).toEqual([['沈若川', 'stopped']])
  expect((await o.office.ask(listRaised, { params: { campaignId } })).questions).toEqual([])
  expect((await o.office.refused(startPublicNotice, await starting(false))).codes).toEqual(['gate.unanswered'])
  const notice = await o.office.ask(startPublicNotice, await starting(true))
  expect((await at.services.db.row<{ people: { name: string }[] }>(`SELECT people FROM public_notices WHERE campaign_id = $1`, [campaignId]))!.people.map((p) => p.name).sort()).toEqual(['顾南枝', '𬭎衡'].sort())
  await at.setClock(notice.endsAt)
})

test('授予: asked once more; who is found to have changed stays out of the honours', async () => {
  expect((await o.office.refused(giveHonours, { params: { campaignId }, body: {} })).codes).toEqual(['gate.unanswered'])
  await o.office.ask(answerGate, { params: { nominationId: ids[1]! }, body: { gate: 'honour', ruleIds: [military], note: '公示期间反映，已核实（示例）' } })
  expect((await o.office.refused(giveHonours, { params: { campaignId }, body: { still: true } })).codes).toEqual(['gate.changed'])
  await o.office.ask(decideGate, { params: { nominationId: ids[1]! }, body: { gate: 'honour', outcome: 'stops', reason: '经核实属实，不再授予（示例）' } })
  const { honours } = await o.office.ask(giveHonours, { params: { campaignId }, body: { still: true } })
  expect(honours.map((h) => h.name)).toEqual(['𬭎衡'])
})

test('what was told and decided is in the ledger without names and words, the record proves itself, and the data hold what must hold', async () => {
  expect([(await entries('gate.answered')).length, (await entries('gate.decided')).map((e) => e.say.zh)]).toEqual([2, ['决定：在“公示”这一关不再列入', '决定：在“授予荣誉”这一关不再列入']])
  const text = JSON.stringify(await at.services.db.rows(`SELECT entry FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' LIKE 'gate.%'`, [campaignId]))
  expect(['沈若川', '正局级', '经核实'].filter((word) => text.includes(word))).toEqual([])
  expect(verifyRecord(await buildRecord(at.services.db, campaignId)).faults).toEqual([])
  expect((await Promise.all(invariants.map(async (i) => ((await at.services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()).toEqual([])
})

const other = async () => {
  const second = await openProvincial(at, o, twoPapers)
  const unitId = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
  return { second, put: (name: string) => putNomination(at.services.db, { campaignId: second, unitId, name, state: 'submitted', n: 0 }) }
}

test('told while several are held: that one drops out, the others go', async () => {
  const { second, put } = await other()
  const [a, b] = [await put('示例甲'), await putNomination(at.services.db, { campaignId: second, unitId: (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U2'`))!.id, name: '示例乙', state: 'submitted', n: 0 })]
  const { batchId } = await o.office.ask(holdBulk, { params: { campaignId: second }, body: { items: [a, b].map((nominationId) => ({ nominationId, version: 1 })), decision: { decision: 'accept', still: true } } })
  await o.units[0]!.approver.ask(answerGate, { params: { nominationId: a }, body: { gate: 'acceptance', ruleIds: [military], note: '刚刚入伍（示例）' } })
  await o.office.ask(releaseHeld, { params: { campaignId: second }, body: { batchId } })
  const { batches } = await o.office.ask(listHeld, { params: { campaignId: second } })
  expect(batches[0]!.items.map((i) => [i.candidateName, i.outcome]).sort()).toEqual([['示例乙', 'released'], ['示例甲', 'dropped']])
})

test('the office that decides to go on gives its reason, which passes this gate and no other', async () => {
  const { second, put } = await other()
  const id = await put('示例丙')
  await o.office.ask(answerGate, { params: { nominationId: id }, body: { gate: 'acceptance', ruleIds: [military], note: '退役手续办理中（示例）' } })
  const accept = { params: { nominationId: id }, body: { version: 1, still: true } }
  expect((await o.office.refused(acceptNomination, accept)).codes).toEqual(['gate.changed'])
  await o.office.ask(decideGate, { params: { nominationId: id }, body: { gate: 'acceptance', outcome: 'goesOn', reason: '退役命令已下达（示例）' } })
  await o.office.ask(acceptNomination, accept)
  expect((await o.office.ask(readGate, { params: { campaignId: second }, query: { gate: 'round', passage: 'round-1' } })).open).toBe(1)
  // Nothing waits any more: there is nothing to decide.
  expect((await o.office.refused(decideGate, { params: { nominationId: id }, body: { gate: 'round', passage: 'round-1', outcome: 'goesOn', reason: '没有问题（示例）' } })).codes).toEqual(['gate.nothingRaised'])
})

test('a draft stays the unit’s alone at its gate; of a change that the unit tells there the office is asked', async () => {
  const { second } = await other()
  const { clerk, approver } = o.units[2]!
  const id = await prepareNomination(clerk, second, '示例丁', 9)
  const decision = { params: { nominationId: id }, body: { gate: 'submission' as const, outcome: 'goesOn' as const, reason: '办公室意见（示例）' } }
  expect([(await o.office.send(readGate, { params: { campaignId: second }, query: { gate: 'submission', nominationId: id } })).status, (await o.office.send(decideGate, decision)).status]).toEqual([404, 404])
  await approver.ask(answerGate, { params: { nominationId: id }, body: { gate: 'submission', ruleIds: [military], note: '拟于年底退役（示例）' } })
  const n = await approver.ask(readNomination, { params: { nominationId: id } })
  const sealing = { params: { nominationId: id }, body: { version: n.version, warningsSeen: 0, still: true, declarations: approverDeclarations(definition) } }
  expect((await approver.refused(submitNomination, sealing)).codes).toEqual(['gate.changed'])
  expect((await o.office.ask(listRaised, { params: { campaignId: second } })).questions.map((q) => q.candidateName)).toEqual(['示例丁'])
  await o.office.ask(decideGate, decision)
  await approver.ask(submitNomination, sealing)
})

test('who will be announced is no unit’s to find out by asking for a gate', async () => {
  for (const query of [{ gate: 'notice' as const }, { gate: 'round' as const, passage: 'round-1' }, { gate: 'notice' as const, nominationId: ids[1]! }]) expect((await o.units[0]!.approver.send(readGate, { params: { campaignId }, query })).status).toBe(404)
})

/** The same command that does not ask, as one would write it by habit. */
const unasked = command(acceptNomination, async ({ params, body }, c) => {
  await applyScreening(c.tx, await lockNomination(c.tx, params.nominationId), { decision: 'accept', note: body.note, points: [], until: null }, c.actor.accountId, await c.now())
  c.record({ chain: c.campaignId, act: 'screening.accepted', subject: { kind: 'nomination', id: params.nominationId }, data: {} })
  return done({})
})
test('mutant: an acceptance that does not ask lets somebody through of whom nobody has said anything; who looks at the answers sees it', async () => {
  const { second, put } = await other()
  const id = await put('示例戊')
  const office = (await at.services.db.row<{ id: string; organisation: string }>(`SELECT a.id, m.organisation_id AS organisation FROM accounts a JOIN memberships m ON m.account_id = a.id WHERE a.login = 'zheng'`))!
  const session: Session = { tokenHash: Buffer.alloc(32), accountId: office.id, next: 'done', membershipId: null, actor: { accountId: office.id, personName: '郑一帆', role: 'office', organisationId: office.organisation } }
  const unsaid = () => at.services.db.rows<{ id: string }>(`SELECT n.id FROM nominations n WHERE n.campaign_id = $1 AND n.state = 'accepted' AND NOT EXISTS (SELECT FROM gate_answers g WHERE g.nomination_id = n.id AND g.gate = 'acceptance') AND NOT EXISTS (SELECT FROM gate_decisions g WHERE g.nomination_id = n.id AND g.gate = 'acceptance')`, [second])
  expect((await o.office.refused(acceptNomination, { params: { nominationId: id }, body: { version: 1 } })).codes).toEqual(['gate.unanswered'])
  expect(await unsaid()).toEqual([])
  await perform(unasked as unknown as Handler, { params: { nominationId: id }, query: {}, body: { version: 1, note: '', still: false } } as never, session, at.services)
  expect(await unsaid()).toEqual([{ id }])
})
