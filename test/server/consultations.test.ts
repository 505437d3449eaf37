/** 联审: many candidates in one letter to each organ, replies entered, objections read by office and supervisor alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { askConsultation, consultationBoard, enterReply, exportConsultations, previewConsultation, readConsultations } from '#contract/operations/consultations'
import { readNomination } from '#contract/operations/nominations'
import { inviteAccount } from '#contract/operations/organisations'
import { addDays, dayOf } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { spellRest } from '#server/search/spelling'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { putNomination } from './put-nomination'

let at: Installation
let o: Office
let campaignId: string
let other: string
let supervisor: Person
const ids: string[] = []
const [police, tax, discipline] = ['公安部门（示例）', '税务部门（示例）', '纪检监察部门（示例）']
const WORDS = '该人选有一件正在核实的信访（示例）'
const db = () => at.services.db
const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-01-01' }
const withOpinions = (rules: StatedRule[]): StatedRule[] => [...twoPapers(rules), { id: 'joint-review', kind: 'opinion', strength: 'block', basis, of: [{ zh: police, en: 'police' }, { zh: tax, en: 'tax' }], before: 'publicNotice' }] as StatedRule[]

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  ;[campaignId, other] = [await openProvincial(at, o, withOpinions), await openProvincial(at, o, withOpinions)]
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  const [a, b] = (await db().rows<{ id: string }>(`SELECT id FROM organisations WHERE code LIKE 'U%' ORDER BY code`)).map((u) => u.id)
  for (const [i, name] of ['沈若川', '顾长风', '陆明远', '阿依努尔'].entries()) ids.push(await putNomination(db(), { campaignId, unitId: i % 2 === 0 ? a! : b!, name, state: i === 3 ? 'accepted' : 'submitted', n: i }))
  await putNomination(db(), { campaignId, unitId: a!, name: '还没报的人', state: 'draft', n: 9 })
  await putNomination(db(), { campaignId, unitId: a!, name: '撤回的人', state: 'withdrawn', n: 10 })
  ids.push(await putNomination(db(), { campaignId: other, unitId: a!, name: '别的活动的人', state: 'submitted', n: 0 }))
  const offline = await putNomination(db(), { campaignId, unitId: b!, name: '线下件 001', state: 'submitted', n: 20 })
  await db().rows(`UPDATE nominations SET track = 'offline', fields = '{}', candidate_name = '线下件 001', answers = '{"exclusions":{},"declarations":{},"reviews":{},"steps":{},"properties":{},"values":{},"honours":{}}' WHERE id = $1`, [offline])
  ids.push(offline)
  while ((await spellRest(db(), 'person')) > 0);
})
afterAll(() => at.close())

const board = (who: Person = o.office, query: object = {}) => who.ask(consultationBoard, { params: { campaignId }, query })
const cell = async (name: string, organ: string) => { const b = await board(); return b.rows.find((r) => r.candidateName === name)!.cells[b.columns.findIndex((c) => c.key === organ)]!.state }
const later = async (days: number) => addDays(dayOf(await at.now()), days)

test('candidates that stand are listed against the organs of the notice; drafts and what was withdrawn are not', async () => {
  const b = await board(supervisor)
  expect([b.columns.filter((c) => c.kind === 'organ').map((c) => c.key), b.rows.map((r) => r.candidateName).sort(), b.total, b.all]).toEqual([[police, tax], ['沈若川', '线下件 001', '阿依努尔', '陆明远', '顾长风'].sort(), 5, 5])
  expect([await cell('沈若川', police), await cell('线下件 001', police)]).toEqual(['notAsked', 'byHand'])
})

test('the preview says how many letters; asking twice asks nobody twice; a preview that no longer holds asks nothing', async () => {
  const body = { offices: [police, tax], answerBy: await later(5), about: { all: 'standing' as const } }
  const seen = await o.office.ask(previewConsultation, { params: { campaignId }, body })
  expect([seen.questions, seen.letters.map((l) => [l.office, l.candidates, l.already, l.byHand])]).toEqual([8, [[police, 4, 0, 1], [tax, 4, 0, 1]]])
  expect((await o.office.refused(askConsultation, { params: { campaignId }, body: { ...body, questions: 7 } })).status).toBe(409)
  const sent = await o.office.ask(askConsultation, { params: { campaignId }, body: { ...body, questions: 8 } })
  expect(sent.letters.map((l) => [l.office, l.candidates, l.text.includes('沈若川'), l.text.includes('线下件')])).toEqual([[police, 4, true, false], [tax, 4, true, false]])
  expect((await o.office.refused(askConsultation, { params: { campaignId }, body: { ...body, questions: 0 } })).codes).toEqual(['consultation.nobody'])
  expect([await cell('沈若川', police), await cell('线下件 001', police)]).toEqual(['asked', 'byHand'])
})

test('one of another campaign, a draft or one that goes by hand cannot be asked about, whoever names them', async () => {
  const body = { offices: [discipline], answerBy: await later(5), about: { nominationIds: [ids[4]!, ids[5]!] } }
  expect((await o.office.ask(previewConsultation, { params: { campaignId }, body })).questions).toBe(0)
  // Mutant: code that forgets it is stopped by the database.
  await expect(db().rows(`INSERT INTO consultations (id, campaign_id, nomination_id, office, letter_id, asked_at, asked_by, until) SELECT gen_random_uuid(), $1, $2, 'x', gen_random_uuid(), product_time(), a.id, product_time() FROM accounts a LIMIT 1`, [campaignId, ids[5]])).rejects.toMatchObject({ constraint: 'online_only' })
})

test('one reply settles all that an organ owes, with objections one by one; without an asking there is no answer', async () => {
  const today = dayOf(await at.now())
  const reply = { office: police, reply: '云公函〔2026〕8号（示例）', replyDay: today, validUntil: addDays(today, 90), objections: [{ nominationId: ids[1]!, words: WORDS }], clear: 'allOpen' as const }
  expect(await o.office.ask(enterReply, { params: { campaignId }, body: reply })).toEqual({ clear: 3, objections: 1 })
  expect([await cell('沈若川', police), await cell('顾长风', police), await cell('沈若川', tax)]).toEqual(['clear', 'objection', 'asked'])
  expect((await o.office.refused(enterReply, { params: { campaignId }, body: { ...reply, office: discipline } })).codes).toEqual(['consultation.neverAsked'])
  expect((await o.office.refused(enterReply, { params: { campaignId }, body: { ...reply, objections: [], clear: [ids[4]!] } })).codes).toEqual(['consultation.neverAsked'])
  expect((await board()).columns[0]!.counts).toEqual({ clear: 3, objection: 1 })
})

test('filters: what is missing, late, against, soon over; found by pinyin; page by page', async () => {
  const names = async (query: object) => (await board(o.office, query)).rows.map((r) => r.candidateName).sort()
  expect([await names({ only: 'objection' }), await names({ only: 'overdue' }), await names({ q: 'sruo' }), await names({ q: 'shenruo' })]).toEqual([['顾长风'], [], [], ['沈若川']])
  const today = dayOf(await at.now())
  await o.office.ask(enterReply, { params: { campaignId }, body: { office: tax, reply: '税函（示例）', replyDay: today, validUntil: addDays(today, 10), objections: [], clear: [ids[0]!] } })
  expect([await names({ only: 'expiring' }), (await names({ only: 'missing' })).includes('沈若川'), (await names({ only: 'missing' })).includes('陆明远')]).toEqual([['沈若川'], false, true])
  await at.setClock((await at.now()) + 12 * 86_400_000)
  expect([await cell('沈若川', tax), await cell('陆明远', tax), (await names({ only: 'overdue' })).length, (await names({ only: 'missing' })).includes('沈若川')]).toEqual(['expired', 'overdue', 3, true])
  const first = await board(o.office, { limit: 2 })
  const second = await board(o.office, { limit: 2, after: first.next! })
  expect([first.rows.length, second.rows.length, new Set([...first.rows, ...second.rows].map((r) => r.nominationId)).size]).toEqual([2, 2, 4])
})

test('what an organ said is read by office and supervisor; unit, ledger, export and database tell none of it', async () => {
  const said = async (who: Person) => (await who.send(readConsultations, { params: { nominationId: ids[1]! } })).text
  expect([(await said(o.office)).includes(WORDS), (await said(supervisor)).includes(WORDS)]).toEqual([true, true])
  const unit = o.units[1]!
  for (const person of [unit.clerk, unit.approver]) {
    expect((await person.send(readConsultations, { params: { nominationId: ids[1]! } })).status).toBe(404)
    const n = JSON.stringify(await person.ask(readNomination, { params: { nominationId: ids[1]! } }))
    expect([n.includes(WORDS), n.includes(police)]).toEqual([false, false])
  }
  const ledger = JSON.stringify(await o.office.ask(campaignLedger, { params: { campaignId }, query: { limit: 500 } }))
  expect([ledger.includes('登记一个部门的复函'), ledger.includes(WORDS)]).toEqual([true, false])
  const entries = JSON.stringify(await db().rows(`SELECT entry->'data' AS data FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' LIKE 'consultation.%'`, [campaignId]))
  expect([entries.includes(WORDS), entries.includes('objection')]).toEqual([false, false])
  const csv = (await supervisor.send(exportConsultations, { params: { campaignId }, query: { as: 'csv' } })).text
  expect([csv.includes('顾长风'), csv.includes('有意见'), csv.includes(WORDS)]).toEqual([true, true, false])
  // Mutant: words written as they are would be found here.
  const stored = async () => JSON.stringify((await db().rows<{ words: Buffer }>(`SELECT words FROM consultations WHERE words IS NOT NULL`)).map((r) => r.words.toString()))
  expect((await stored()).includes(WORDS)).toBe(false)
  await db().rows(`UPDATE consultations SET words = $1 WHERE objection`, [Buffer.from(WORDS)])
  expect((await stored()).includes(WORDS)).toBe(true)
})
