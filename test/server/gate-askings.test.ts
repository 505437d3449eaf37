/** 公示前请推荐单位确认: every accepted nomination is asked about, its approver answers in one press, and without an answer the notice begins by a reason on the ledger alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { campaignLedger } from '#contract/operations/campaigns'
import { answerUnitAsking, askUnits, listUnitAskings, readUnitAskings } from '#contract/operations/gate-askings'
import { decideGate, listRaised } from '#contract/operations/gates'
import { castBallot, closeRound, declareConflicts, openRound } from '#contract/operations/jury'
import { listNews } from '#contract/operations/news'
import { acceptNomination, readNomination } from '#contract/operations/nominations'
import { dayOf, endOfDay } from '#core/kernel/instant'
import { verifyRecord } from '#core/ledger/record'
import { buildRecord } from '#server/queries/ledger'
import { twoPapers } from './campaign-plan'
import { prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { howToObject, names } from './on-notice'
import { inviteJury, openOffice, openProvincial, type Office } from './office'

let at: Installation
let o: Office
let campaignId: string
let roundId: string
let today: string
const ids: string[] = []
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.kind === 'round' ? { ...r, places: 2 } : r)))
  for (const [i, name] of names.entries()) {
    const nominationId = await prepareNomination(o.units[i]!.clerk, campaignId, name, i + 1)
    await sealAndSubmit(o.units[i]!.approver, campaignId, nominationId)
    await o.office.ask(acceptNomination, { params: { nominationId }, body: { version: (await o.office.ask(readNomination, { params: { nominationId } })).version, still: true } })
    ids.push(nominationId)
  }
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 3)
  roundId = (await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: ids, still: true } })).roundId
  for (const j of jurors) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  for (const j of jurors) await j.ask(castBallot, { params: { roundId }, body: { approvals: ids.slice(0, 2) } })
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  today = dayOf(await at.now())
})
afterAll(() => at.close())

const params = () => ({ campaignId })
const starting = async (withoutUnits = '') => {
  const { provisional } = await o.office.ask(readAnnouncement, { params: params() })
  return { params: params(), body: { roundId, summaries: Object.fromEntries(provisional.map((p) => [p.nominationId, '山区急救一线十八年。'])), howToObject, still: true, withoutUnits } }
}
const words = async () => Object.fromEntries((await o.office.ask(readUnitAskings, { params: params() })).people.map((p) => [p.name, p.word]))
const entries = async (act: string) => (await o.office.ask(campaignLedger, { params: params() })).entries.filter((e) => e.act === act)
const own = async (i: number) => (await o.units[i]!.approver.ask(listUnitAskings, { params: params() })).askings

test('never asked: the notice does not begin without a reason; a day that is past asks nobody', async () => {
  expect(await words()).toEqual({ 沈若川: 'notAsked', 顾南枝: 'notAsked' })
  expect((await o.office.refused(startPublicNotice, await starting())).codes).toEqual(['gate.unitSilent'])
  expect((await o.office.refused(askUnits, { params: params(), body: { answerBy: '2020-01-01' } })).codes).toEqual(['consultation.dayPast'])
  expect([await own(0), await entries('gate.asked')]).toEqual([[], []])
})

test('asked: every unit of an accepted nomination alike, so that nobody can tell who was chosen; news with the day', async () => {
  expect(await o.office.ask(askUnits, { params: params(), body: { answerBy: today } })).toEqual({ asked: 3, units: 3 })
  const seen = await Promise.all([0, 1, 2].map(async (i) => ({ asked: (await own(i)).map((a) => [a.candidateName, a.word, a.open]), told: (await o.units[i]!.approver.ask(listNews, {})).news.filter((x) => x.kind === 'stillAsked').map((x) => [x.at > 0, x.say.zh.includes('截止'), x.to]) })))
  expect(seen).toEqual(names.map((name) => ({ asked: [[name, 'waiting', true]], told: [[true, true, `/unit/c/${campaignId}`]] })))
  const [entry] = await entries('gate.asked')
  expect([entry!.say.zh.startsWith('公示前请 3 家单位确认 3 名人选'), JSON.stringify(entry!).includes('沈若川')]).toEqual([true, false])
})

test('the unit’s approver answers, once, and nobody else for it', async () => {
  const still = { params: { nominationId: ids[0]! }, body: { answer: 'still' as const } }
  for (const who of [o.units[0]!.clerk, o.units[1]!.approver, o.office, o.second]) expect((await who.send(answerUnitAsking, still)).status).toBe(404)
  await o.units[0]!.approver.ask(answerUnitAsking, still)
  expect((await o.units[0]!.approver.refused(answerUnitAsking, still)).status).toBe(409)
  expect([await words(), (await own(0)).map((a) => [a.word, a.open, a.by])]).toEqual([{ 沈若川: 'still', 顾南枝: 'waiting' }, [['still', false, '审核1']]])
  expect((await o.office.refused(startPublicNotice, await starting())).problem.findings!.map((f) => [f.code, f.what.zh.includes('顾南枝'), f.what.zh.includes('沈若川')])).toEqual([['gate.unitSilent', true, false]])
})

test('two presses at once make one answer', async () => {
  const { approver } = o.units[2]!
  const answers = await Promise.all(Array.from({ length: 4 }, () => approver.send(answerUnitAsking, { params: { nominationId: ids[2]! }, body: { answer: 'still' } })))
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409])
  expect(await at.services.db.rows(`SELECT 1 AS one FROM ledger_entries WHERE entry->>'act' = 'gate.answered' AND entry->'subject'->>'id' = $1`, [ids[2]])).toHaveLength(1)
  // The unit's word opens no gate: that is the office's to say, on the day it acts.
  expect(await at.services.db.rows(`SELECT 1 FROM gate_answers WHERE gate = 'notice'`)).toEqual([])
})

test('after its day it is overdue and still taken; what changed stops the notice until the office decides', async () => {
  await at.setClock(endOfDay(today) + 1000)
  expect(await words()).toEqual({ 沈若川: 'still', 顾南枝: 'overdue' })
  // Asked again: only about whom nobody has answered.
  expect(await o.office.ask(askUnits, { params: params(), body: { answerBy: dayOf(await at.now()) } })).toEqual({ asked: 1, units: 1 })
  const { approver } = o.units[1]!
  const changed = (ruleIds: string[], note: string) => ({ params: { nominationId: ids[1]! }, body: { answer: 'changed' as const, ruleIds, note } })
  expect((await approver.send(answerUnitAsking, changed(['no-such-rule'], '本月任正局级职务（示例）'))).status).toBe(404)
  expect((await approver.send(answerUnitAsking, changed(['exclude-bureau-level'], '无'))).status).toBe(400)
  await approver.ask(answerUnitAsking, changed(['exclude-bureau-level'], '本月任正局级职务（示例）'))
  expect([await words(), (await o.office.ask(listRaised, { params: params() })).questions.map((q) => [q.candidateName, q.gate])]).toEqual([{ 沈若川: 'still', 顾南枝: 'changed' }, [['顾南枝', 'notice']]])
  expect((await o.office.refused(startPublicNotice, await starting('单位已电话确认（示例）'))).codes).toEqual(['gate.changed'])
  expect((await o.office.ask(listNews, {})).news.filter((x) => x.kind === 'gateChanged').length).toBe(1)
  await o.office.ask(decideGate, { params: { nominationId: ids[1]! }, body: { gate: 'notice', outcome: 'goesOn', reason: '经核实为误报，继续（示例）' } })
})

test('mutant: an answer that is lost leaves the unit silent, and the notice waits or bears the reason on the ledger', async () => {
  await at.services.db.rows(`UPDATE gate_askings SET answer = NULL, answered_by = NULL, answered_at = NULL WHERE nomination_id = $1`, [ids[0]])
  expect([(await o.office.refused(startPublicNotice, await starting())).codes, (await o.office.refused(startPublicNotice, await starting('不等了')) ).codes]).toEqual([['gate.unitSilent'], ['gate.unitSilent']])
  await o.office.ask(startPublicNotice, await starting('单位负责人出差，已电话确认（示例）'))
  const [started] = await entries('publicNotice.started')
  expect(started!.say.zh).toContain('1 人的单位没有答复，理由：单位负责人出差，已电话确认（示例）')
})

test('once the notice has begun nothing is asked and nothing is taken', async () => {
  expect((await o.office.refused(askUnits, { params: params(), body: { answerBy: dayOf(await at.now()) } })).codes).toEqual(['gate.askedOver'])
  expect((await o.units[0]!.approver.refused(answerUnitAsking, { params: { nominationId: ids[0]! }, body: { answer: 'still' } })).codes).toEqual(['gate.askedOver'])
  expect((await own(0)).map((a) => a.open)).toEqual([false])
  expect(verifyRecord(await buildRecord(at.services.db, campaignId)).faults).toEqual([])
})
