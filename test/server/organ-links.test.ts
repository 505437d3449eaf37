/** 部门凭链接回复: one link a letter, answered once about all its candidates, sealed; wrong, used, revoked and over look alike, and guessing is held back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { askConsultation, consultationBoard, enterReply, readConsultations } from '#contract/operations/consultations'
import { listNews } from '#contract/operations/news'
import { inviteAccount } from '#contract/operations/organisations'
import { listLetters, lookAtLetter, makeLink, replyByLink, replyScan, revokeLink } from '#contract/operations/organ-links'
import { lookAtOpinion } from '#contract/operations/opinions'
import { addDays, dayOf } from '#core/kernel/instant'
import { verifyRecord } from '#core/ledger/record'
import { buildRecord } from '#server/queries/ledger'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { LinkHolder } from './link-holder'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { putNomination } from './put-nomination'

let at: Installation
let o: Office
let campaignId: string
let supervisor: Person
const ids: string[] = []
const [police, tax] = ['公安部门（示例）', '税务部门（示例）']
const WORDS = '该人选有一件正在核实的信访（示例）'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n')
const scan = { name: '复函.pdf', base64: PDF.toString('base64') }
const db = () => at.services.db
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers)
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  const units = (await db().rows<{ id: string }>(`SELECT id FROM organisations WHERE code LIKE 'U%' ORDER BY code`)).map((u) => u.id)
  for (const [i, name] of ['沈若川', '顾长风', '陆明远'].entries()) ids.push(await putNomination(db(), { campaignId, unitId: units[i % 2]!, name, state: 'submitted', n: i }))
})
afterAll(() => at.close())

const params = () => ({ campaignId })
const ask = async (office: string, days = 5) => (await o.office.ask(askConsultation, { params: params(), body: { offices: [office], answerBy: addDays(dayOf(await at.now()), days), about: { all: 'standing' }, questions: 3 } })).letters[0]!
const holder = (token: string) => new LinkHolder(at.origin, token)
const look = (token: string) => holder(token).ask(lookAtLetter)
const reply = async (token: string, more: object = {}, against: readonly string[] = []) => {
  const { candidates } = await look(token)
  const objections = candidates.filter((c) => against.includes(c.name)).map((c) => ({ item: c.item, words: WORDS }))
  return { body: { handler: '林知行', reply: '云公函〔2026〕8号（示例）', replyDay: dayOf(await at.now()), clear: candidates.filter((c) => !against.includes(c.name)).map((c) => c.item), objections, scan, ...more } }
}
const letters = async (who: Person = o.office) => (await who.ask(listLetters, { params: params() })).letters
const dead = async (token: string) => { const r = await holder(token).send(lookAtLetter); return [r.status, r.text.replace(/"trace":"[^"]*"/, '')] }
let token = ''
let letterId = ''

test('asking makes a link for each letter; it tells whom, of which employer, and nothing that identifies further', async () => {
  ;({ token, letterId } = await ask(police))
  const seen = await look(token)
  expect([seen.office, seen.host, seen.candidates.map((c) => c.name).sort(), Object.keys(seen.candidates[0]!).sort()]).toEqual([police, '云川省医学会（示例）', ['沈若川', '顾长风', '陆明远'].sort(), ['employer', 'item', 'name', 'post', 'unitName']])
  expect(ids.some((id) => JSON.stringify(seen).includes(id))).toBe(false)
  expect((await letters(supervisor)).map((l) => [l.office, l.candidates, l.open, l.link?.standing])).toEqual([[police, 3, 3, 'opened']])
  expect(JSON.stringify(await db().rows(`SELECT * FROM consultation_links`))).not.toContain(token)
})

test('it opens its letter and nothing else; no other link and no person opens it', async () => {
  expect((await holder(token).send(lookAtOpinion)).status).toBe(404)
  expect((await holder(token).send(listLetters, { params: params() })).status).toBe(401)
  for (const who of [o.office, supervisor, o.units[0]!.approver, new Person(at.origin)]) expect((await who.send(lookAtLetter)).status).toBe(404)
  for (const who of [o.units[0]!.clerk, o.units[0]!.approver]) for (const op of [listLetters, makeLink, revokeLink, replyScan]) expect((await who.send(op as typeof makeLink, { params: { campaignId, letterId } })).status).toBe(404)
  for (const op of [makeLink, revokeLink]) expect((await supervisor.send(op, { params: { campaignId, letterId } })).status).toBe(404)
})

test('not whole, of a day to come, marked, without a readable scan: refused with words, and nothing is kept or used up', async () => {
  const whole = await reply(token)
  const codes = async (more: object) => { const r = await holder(token).refused(replyByLink, { body: { ...whole.body, ...more } }); return r.codes.length > 0 ? r.codes : [r.error] }
  expect([await codes({ clear: whole.body.clear.slice(1) }), await codes({ clear: [...whole.body.clear.slice(1), ids[0]!] }), await codes({ clear: [...whole.body.clear, whole.body.clear[0]!] })]).toEqual([['stale'], ['stale'], ['stale']])
  expect([await codes({ replyDay: '2999-01-01' }), await codes({ reply: '密级：机密' }), await codes({ scan: { name: 'a.pdf', base64: '' } }), await codes({ scan: { name: 'a.pdf', base64: Buffer.from('MZ not a paper').toString('base64') } })])
    .toEqual([['consultation.dayAhead'], ['secrecy.field'], ['organ.scanEmpty'], ['evidence.format']])
  expect([(await letters())[0]!.open, await db().rows(`SELECT 1 FROM consultation_links WHERE answered_at IS NOT NULL`)]).toEqual([3, []])
})

test('of eight answers at once one is taken; the matrix, the words and the scan are there for office and supervisor, sealed at rest', async () => {
  const body = await reply(token, {}, ['顾长风'])
  const answers = await Promise.all(Array.from({ length: 8 }, () => holder(token).send(replyByLink, body)))
  expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 404)])
  const given = JSON.parse(answers.find((a) => a.status === 200)!.text) as { code: string; clear: number; objections: number }
  expect([given.clear, given.objections, /^\d+-[0-9a-f]{8}$/.test(given.code)]).toEqual([2, 1, true])
  const board = await o.office.ask(consultationBoard, { params: params(), query: {} })
  const column = board.columns.findIndex((c) => c.key === police)
  expect(Object.fromEntries(board.rows.map((r) => [r.candidateName, r.cells[column]!.state]))).toEqual({ 沈若川: 'clear', 顾长风: 'objection', 陆明远: 'clear' })
  const { asked } = await supervisor.ask(readConsultations, { params: { nominationId: ids[1]! } })
  expect([asked[0]!.answer!.words, asked[0]!.answer!.by, asked[0]!.answer!.letterId]).toEqual([WORDS, '林知行', letterId])
  const { status, text } = await supervisor.send(replyScan, { params: { campaignId, letterId } })
  expect([status, text.startsWith('%PDF')]).toEqual([200, true])
  const rest = JSON.stringify([await db().rows(`SELECT * FROM consultations`), await db().rows(`SELECT * FROM consultation_links`), await db().rows(`SELECT entry FROM ledger_entries`)])
  expect([rest.includes(WORDS), rest.includes(PDF.subarray(0, 40).toString('hex')), rest.includes(Buffer.from(WORDS).toString('hex'))]).toEqual([false, false, false])
  const entry = (await o.office.ask(campaignLedger, { params: params() })).entries.find((e) => e.act === 'consultation.answered')!
  expect([entry.say.zh, JSON.stringify(entry).includes('顾长风')]).toEqual(['一个部门凭链接复函，3 名人选', false])
  expect((await o.office.ask(listNews, {})).news.filter((n) => n.kind === 'organAnswered').map((n) => n.to)).toEqual([`/office/c/${campaignId}/consultations`])
  expect((await o.second.ask(listNews, {})).news.filter((n) => n.kind === 'organAnswered')).toEqual([])
})

test('used, wrong, revoked, replaced, over and settled otherwise: all answered alike', async () => {
  const wrong = await dead('A'.repeat(43))
  expect([wrong[0], await dead(token)]).toEqual([404, wrong])
  const second = await ask(tax)
  const again = await o.office.ask(makeLink, { params: { campaignId, letterId: second.letterId } })
  expect([await dead(second.token), again.text.includes('沈若川'), (await look(again.token)).candidates.length]).toEqual([wrong, true, 3])
  await o.office.ask(revokeLink, { params: { campaignId, letterId: second.letterId } })
  expect([await dead(again.token), (await o.office.refused(revokeLink, { params: { campaignId, letterId: second.letterId } })).status]).toEqual([wrong, 404])
  // What the office entered by hand meanwhile is asked of nobody any more.
  const third = await o.office.ask(makeLink, { params: { campaignId, letterId: second.letterId } })
  await o.office.ask(enterReply, { params: params(), body: { office: tax, reply: '税函（示例）', replyDay: dayOf(await at.now()), objections: [], clear: [ids[0]!] } })
  expect((await look(third.token)).candidates.map((c) => c.name).sort()).toEqual(['陆明远', '顾长风'].sort())
  await at.setClock((await at.now()) + 7 * 86_400_000)
  expect([await dead(third.token), (await o.office.refused(makeLink, { params: { campaignId, letterId: second.letterId } })).codes]).toEqual([wrong, ['organ.letterOver']])
  const body = { handler: '甲', reply: '无', replyDay: '2026-01-01', clear: [ids[0]!], objections: [], scan }
  for (const t of [token, again.token, third.token, 'B'.repeat(43)]) expect((await holder(t).send(replyByLink, { body })).status).toBe(404)
})

test('mutant: a link that forgets that it was used shows itself to the question of these tests', async () => {
  await db().rows(`UPDATE consultation_links SET answered_at = NULL, handler = NULL, code = NULL, media_type = NULL, scan = NULL, until = product_time() + interval '1 day' WHERE letter_id = $1`, [letterId])
  // All of it was answered: even then it opens nothing.
  expect((await dead(token))[0]).toBe(404)
  await db().rows(`UPDATE consultations SET answered_at = NULL, link_id = NULL, objection = NULL, words = NULL, reply = NULL, reply_day = NULL WHERE letter_id = $1`, [letterId])
  expect((await dead(token))[0]).toBe(200)
  expect(await db().rows(`UPDATE consultations SET answered_at = product_time(), objection = false, words = '', reply = 'x', reply_day = '2026-01-01' WHERE letter_id = $1`, [letterId]).then(() => 'done', (e: { constraint?: string }) => e.constraint)).toBe('answered_by_one')
})

test('guessing is held back, and the record verifies', async () => {
  const tries = await Promise.all(Array.from({ length: 90 }, (_, i) => holder(`${i}`.padStart(43, 'C')).send(lookAtLetter)))
  const statuses = tries.map((t) => t.status)
  expect([statuses.includes(429), statuses.every((s) => s === 404 || s === 429)]).toEqual([true, true])
  expect(verifyRecord(await buildRecord(db(), campaignId)).faults).toEqual([])
})
