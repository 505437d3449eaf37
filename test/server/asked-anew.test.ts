/** 补充公示前再请单位确认: whoever stands anew is asked anew, whoever answered a short while ago is not, and no other unit gets a letter. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { answerUnitAsking, askNext, askUnits, listUnitAskings, readUnitAskings } from '#contract/operations/gate-askings'
import { confirmOutcome, fileObjection, leaveEmpty, nameHandler, proposeOutcome, readPlaces, startSupplement, triageObjection } from '#contract/operations/objections'
import { listNews } from '#contract/operations/news'
import { hostNotice } from '#core/campaign/definition'
import { dayOf, endOfDay } from '#core/kernel/instant'
import { lastDayAfter } from '#core/kernel/working-days'
import { verifyRecord } from '#core/ledger/record'
import { holidayTable } from '#server/holidays'
import { buildRecord } from '#server/queries/ledger'
import { definitionFor } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { putOnNotice, type OnNotice } from './on-notice'
import { Person } from './person'

let at: Installation
let n: OnNotice
let objectionId: string
const day = async () => dayOf(await at.now())
/** The third unit has answered before the public notice; the others were silent. */
const askedBefore = async (o: OnNotice['o'], campaignId: string, ids: readonly string[]) => {
  await o.office.ask(askUnits, { params: { campaignId }, body: { answerBy: await day() } })
  await o.units[2]!.approver.ask(answerUnitAsking, { params: { nominationId: ids[2]! }, body: { answer: 'still' } })
}
const account = async (login: string) => (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = $1`, [login]))!.id
const upheld = async (): Promise<string> => {
  await new Person(at.origin, 'anybody').ask(fileObjection, { params: { slug: n.slug }, body: { nominationId: n.ids[0], said: '材料里的例数与医院年报不符，请核对。', from: { name: '周明远', contact: '13900000077' }, files: 0 } })
  const { id } = (await at.services.db.row<{ id: string }>(`SELECT id FROM objections WHERE campaign_id = $1`, [n.campaignId]))!
  const params = { objectionId: id }
  await n.o.office.ask(nameHandler, { params, body: { accountId: await account('zheng'), reason: '按分工办理（示例）' } })
  await n.o.office.ask(triageObjection, { params, body: { serious: true, reason: '数字直接影响评选（示例）' } })
  await n.o.office.ask(proposeOutcome, { params, body: { outcome: 'upheld', findings: '病案首页与材料不符（示例）。', answer: '经核查属实，该人选不再列入（示例）。' } })
  await n.o.second.ask(confirmOutcome, { params, body: { agree: true } })
  return id
}
beforeAll(async () => {
  at = await freshInstallation()
  n = await putOnNotice(at, undefined, askedBefore)
  objectionId = await upheld()
})
afterAll(() => at.close())

const asking = async () => ({ params: { objectionId }, body: { answerBy: await day() } })
const starting = (withoutUnits = '') => ({ params: { objectionId }, body: { nominationId: n.ids[2], summary: '骑马巡诊的边境医生。', still: true, withoutUnits } })
const nextWords = async () => (await n.o.office.ask(readPlaces, { params: { campaignId: n.campaignId } })).out.flatMap((p) => p.next.map((x) => [x.name, x.unit!.word]))
const open = (i: number) => n.o.units[i]!.approver.ask(listUnitAskings, { params: { campaignId: n.campaignId } }).then((l) => l.askings.filter((a) => a.open).map((a) => [a.candidateName, a.word]))
const told = async (i: number) => (await n.o.units[i]!.approver.ask(listNews, {})).news.filter((x) => x.kind === 'stillAsked').length
const rows = async () => (await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM gate_askings WHERE nomination_id = $1`, [n.ids[2]]))!.n
const answer = { params: { nominationId: '' }, body: { answer: 'still' as const } }

test('who answered a short while ago is not asked again: the word counts, and nobody is bothered', async () => {
  expect(await nextWords()).toEqual([['𬭎衡', 'still']])
  expect((await n.o.office.refused(askNext, await asking())).codes).toEqual(['gate.nobodyToAsk'])
  expect([await told(0), await told(1), await told(2), await rows()]).toEqual([1, 1, 1, 1])
})

test('as long as a public notice lasts, to its last instant; then it is too old, and the supplementary notice does not begin by it', async () => {
  const rule = hostNotice(await definitionFor(n.o.office, n.campaignId))!
  const end = endOfDay(lastDayAfter(await day(), rule.days, rule.count, holidayTable()))
  await at.setClock(end - 60_000)
  expect(await nextWords()).toEqual([['𬭎衡', 'still']])
  await at.setClock(end)
  expect(await nextWords()).toEqual([['𬭎衡', 'lapsed']])
  expect((await n.o.office.refused(startSupplement, starting())).codes).toEqual(['gate.unitSilent'])
})

test('asked anew: the unit of the next in line and no other, once while it has time, again when its day is over', async () => {
  expect((await n.o.office.refused(askNext, { params: { objectionId }, body: { answerBy: '2020-01-01' } })).codes).toEqual(['consultation.dayPast'])
  for (const who of [n.o.units[2]!.approver, n.o.units[2]!.clerk, n.supervisor, n.secretary]) expect((await who.send(askNext, await asking())).status).toBe(404)
  expect(await n.o.office.ask(askNext, await asking())).toEqual({ asked: 1, units: 1 })
  expect([await nextWords(), await open(0), await open(1), await open(2), await told(0), await told(1), await told(2)]).toEqual([[['𬭎衡', 'waiting']], [], [], [['𬭎衡', 'waiting']], 1, 1, 2])
  expect((await n.o.office.refused(askNext, await asking())).codes).toEqual(['gate.nobodyToAsk'])
  await at.setClock(endOfDay(await day()) + 1000)
  expect([await nextWords(), await open(2)]).toEqual([[['𬭎衡', 'overdue']], [['𬭎衡', 'overdue']]])
  expect([await n.o.office.ask(askNext, await asking()), await nextWords(), await told(2)]).toEqual([{ asked: 1, units: 1 }, [['𬭎衡', 'waiting']], 3])
  // What was said before the public notice stays as it was said, and is what its page counts.
  expect([await rows(), (await n.o.office.ask(readUnitAskings, { params: { campaignId: n.campaignId } })).answered]).toEqual([2, 1])
  const said = (await n.o.office.ask(campaignLedger, { params: { campaignId: n.campaignId } })).entries.filter((e) => e.act === 'gate.asked').map((e) => e.say.zh.split('，')[0])
  expect(said.sort()).toEqual(['公示前请 3 家单位确认 3 名人选', '补充公示前请 1 家单位确认 1 名人选', '补充公示前请 1 家单位确认 1 名人选'])
})

test('two askings at once ask once', async () => {
  await at.services.db.rows(`UPDATE gate_askings SET due_at = asked_at WHERE nomination_id = $1 AND supplement`, [n.ids[2]])
  const before = await told(2)
  const tries = await Promise.all(Array.from({ length: 4 }, async () => (await n.o.office.send(askNext, await asking())).status))
  expect([tries.sort(), await rows(), await told(2)]).toEqual([[200, 422, 422, 422], 2, before + 1])
})

test('answered once, by the approver of that unit; mutant: a word that is made old again lets nothing begin', async () => {
  const still = { ...answer, params: { nominationId: n.ids[2] } }
  for (const who of [n.o.units[2]!.clerk, n.o.units[0]!.approver, n.o.office]) expect((await who.send(answerUnitAsking, still)).status).toBe(404)
  // Who stood on the first notice is asked nothing any more.
  expect((await n.o.units[0]!.approver.refused(answerUnitAsking, { ...still, params: { nominationId: n.ids[0] } })).codes).toEqual(['gate.askedOver'])
  await n.o.units[2]!.approver.ask(answerUnitAsking, still)
  expect([(await n.o.units[2]!.approver.refused(answerUnitAsking, still)).status, await nextWords(), await open(2)]).toEqual([409, [['𬭎衡', 'still']], []])
  const age = (days: number) => at.services.db.rows(`UPDATE gate_askings SET answered_at = answered_at + make_interval(days => $2) WHERE nomination_id = $1 AND supplement`, [n.ids[2], days])
  await age(-60)
  expect((await n.o.office.refused(startSupplement, starting())).codes).toEqual(['gate.unitSilent'])
  expect((await n.o.office.refused(startSupplement, starting('不等'))).codes).toEqual(['gate.unitSilent'])
  await age(60)
})

test('with the unit’s word the supplementary notice begins and needs no reason; nothing is asked or taken after', async () => {
  await n.o.office.ask(startSupplement, starting())
  const [entry] = (await n.o.office.ask(campaignLedger, { params: { campaignId: n.campaignId } })).entries.filter((e) => e.act === 'publicNotice.supplemented')
  expect(entry!.say.zh.includes('没有答复')).toBe(false)
  expect((await n.o.office.refused(askNext, await asking())).status).toBe(409)
  expect((await n.o.office.refused(leaveEmpty, { params: { objectionId }, body: { reason: '已经递补还想空着' } })).status).toBe(409)
  await at.services.db.rows(`UPDATE gate_askings SET answer = NULL, answered_by = NULL, answered_at = NULL WHERE nomination_id = $1 AND supplement`, [n.ids[2]])
  expect((await n.o.units[2]!.approver.refused(answerUnitAsking, { ...answer, params: { nominationId: n.ids[2] } })).codes).toEqual(['gate.askedOver'])
  expect(verifyRecord(await buildRecord(at.services.db, n.campaignId)).faults).toEqual([])
})
