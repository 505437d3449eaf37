/** 异议 during a public notice: taken until the last instant, known by name to two persons alone, handled by a named one, closed by two; the candidate waits or is out, and the next in line is people's to choose. */
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord, giveHonours, readAnnouncement } from '#contract/operations/announcement'
import { campaignLedger, listPublicCampaigns } from '#contract/operations/campaigns'
import { readFigures } from '#contract/operations/figures'
import { listNews } from '#contract/operations/news'
import { exportNominations } from '#contract/operations/nominations'
import { searchNominations } from '#contract/operations/search'
import { operations } from '#contract/operations'
import { addEvidence, answerLetter, askCorrection, askStatement, confirmOutcome, fileObjection, giveStatement, leaveEmpty, listObjections, listStatements, lookAtObjecting, nameHandler, noteOnObjection, objectionStanding, proposeOutcome, readObjection, readObjector, readPlaces, recordStep, settleCorrection, startSupplement, takeEvidence, triageObjection } from '#contract/operations/objections'
import { MOST_A_DAY } from '#core/objections/terms'
import { addDays, dayOf } from '#core/kernel/instant'
import { verifyRecord } from '#core/ledger/record'
import { objectionStates, outcomes, correctionOutcomes, takesOut, tracks } from '#core/objections/standing'
import { fileObjectionCommand } from '#server/commands/object'
import { perform } from '#server/handler'
import { buildRecord } from '#server/queries/ledger'
import { invariants } from '#server/store/invariants'
import { takesOutIn } from '#server/store/standing-list'
import { freshInstallation, type Installation } from './installation'
import { putOnNotice, type OnNotice } from './on-notice'
import { Person } from './person'

let at: Installation
let n: OnNotice
const WHO = { name: '周明远', contact: '13900000077' }
const SAID = '材料里的“三千例”与医院年报不符，请核对病案首页。'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n')
beforeAll(async () => {
  at = await freshInstallation()
  n = await putOnNotice(at)
})
afterAll(() => at.close())
const anybody = () => new Person(at.origin, 'anybody')
const filing = (more: object = {}) => ({ params: { slug: n.slug }, body: { nominationId: n.ids[0], said: SAID, from: WHO, files: 0, ...more } })
/** As from a network of its own: addresses are told apart by nothing else. */
const fileFrom = (address: string, more: object = {}) => perform(fileObjectionCommand, { query: {}, ...filing(more) } as never, { token: null, address }, at.services)
const listed = async (who: Person) => (await who.ask(listObjections, { params: { campaignId: n.campaignId } })).objections
const idOf = async (number: number) => (await at.services.db.row<{ id: string }>(`SELECT id FROM objections WHERE campaign_id = $1 AND number = $2`, [n.campaignId, number]))!.id
const office = async () => ({ me: (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'zheng'`))!.id, second: (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'heqing'`))!.id })
/** Where the campaign stands for the public and how many the figures count as announced: after every act the same as the page of the public notice. */
const counted = async () => ({ stage: (await anybody().ask(listPublicCampaigns)).campaigns.find((c) => c.path === `/p/${n.slug}`)!.stage, announced: (await n.o.office.ask(readFigures, { params: { campaignId: n.campaignId } })).funnel.steps.find((s) => s.id === 'announced')!.count })
const acts = async () => (await at.services.db.rows<{ act: string }>(`SELECT entry->>'act' AS act FROM ledger_entries WHERE chain_id = $1 AND (entry->>'act' LIKE 'objection.%' OR entry->>'act' LIKE 'correction.%') ORDER BY position`, [n.campaignId])).map((r) => r.act)
let first = { number: 0, code: '' }
let id = ''

test('the public page leads to the form; who is on it can be objected to, and nobody else is there', async () => {
  const page = (await anybody().raw('GET', n.path)).text
  expect([page.includes(`/object/${n.slug}"`), page.includes('涉密材料不得上网'), page.includes('<script')]).toEqual([true, true, false])
  const seen = await anybody().ask(lookAtObjecting, { params: { slug: n.slug } })
  expect([seen.people.map((p) => p.nominationId).sort(), seen.findings, seen.days, seen.anonymous]).toEqual([[n.ids[0], n.ids[1]].sort(), [], 15, 'lead'])
  // The third stands next in line and on no list; forged ids are as absent.
  for (const nominationId of [n.ids[2], '00000000-0000-4000-8000-000000000000']) expect((await anybody().refused(fileObjection, filing({ nominationId }))).status).toBe(404)
  expect((await anybody().refused(fileObjection, { ...filing(), params: { slug: 'none' } })).status).toBe(404)
})

test('a name in the text, a marking, too little: refused with words, nothing kept', async () => {
  const codes = async (more: object) => (await anybody().refused(fileObjection, filing(more))).codes
  expect([await codes({ said: `我是周 明远，${SAID}` }), await codes({ said: '密级：机密，附件里写着' })]).toEqual([['objection.tellsWho'], ['secrecy.field']])
  expect((await anybody().refused(fileObjection, filing({ said: '短' }))).status).toBe(400)
  expect(await at.services.db.rows(`SELECT 1 FROM objections`)).toEqual([])
})

test('taken: a number, a code shown once; at rest neither name, contact nor evidence can be read', async () => {
  first = await anybody().ask(fileObjection, filing({ files: 1 }))
  expect([first.number, first.code.length]).toEqual([1, 14])
  id = await idOf(1)
  expect(await anybody().ask(addEvidence, { body: { code: first.code, name: '周明远的证据.pdf', base64: PDF.toString('base64') } })).toEqual({ files: 1 })
  const rows = JSON.stringify(await at.services.db.rows(`SELECT row_to_json(o) AS a, (SELECT json_agg(e) FROM objection_evidence e) AS b FROM objections o`))
  expect(['周明远', WHO.contact, Buffer.from('周明远').toString('hex'), Buffer.from('%PDF').toString('hex'), first.code].filter((w) => rows.includes(w))).toEqual([])
  const s = await anybody().ask(objectionStanding, { body: { code: first.code.toLowerCase() } })
  expect([s.state, s.files, s.answer, s.mayAdd, JSON.stringify(s).includes('周明远')]).toEqual(['received', 1, '', true, false])
  expect((await anybody().refused(objectionStanding, { body: { code: 'AAAA-BBBB-CCCC' } })).status).toBe(404)
})

test('200 MB are refused before they are sent; what is no PDF or picture, too large or a sixth is told', async () => {
  const status = await new Promise<number>((resolve, reject) => {
    const r = request(`${at.origin}${addEvidence.path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 200_000_000 } }, (answer) => { resolve(answer.statusCode ?? 0); r.destroy() })
    r.on('error', (e) => { if ((e as { code?: string }).code !== 'ECONNRESET') reject(e) })
    r.write('{')
  })
  expect(status).toBe(413)
  const give = async (bytes: Buffer) => (await anybody().refused(addEvidence, { body: { code: first.code, name: 'a.pdf', base64: bytes.toString('base64') } })).codes
  expect([await give(Buffer.alloc(20_000_001)), await give(Buffer.from('MZ not a pdf'))]).toEqual([['evidence.tooLarge'], ['evidence.format']])
  for (let i = 2; i <= 5; i++) await anybody().ask(addEvidence, { body: { code: first.code, name: 'a.pdf', base64: PDF.toString('base64') } })
  expect(await give(PDF)).toEqual(['evidence.tooMany'])
})

const THOUSANDS = process.env['XUANSHU_LONG'] === '1' ? 10_000 : 200
test(`one network that sends ${THOUSANDS}, sixteen at once, is held back at the same number, and nobody else is`, async () => {
  const sent: string[] = []
  let next = 0
  await Promise.all(Array.from({ length: 16 }, async () => {
    // Half of them from one address, half from all over its network.
    for (let i = next++; i < THOUSANDS; i = next++) sent.push(await fileFrom(`2001:db8:9:9::${i % 2 === 0 ? 'a' : (i + 1).toString(16)}`, { from: null }).then(() => 'taken', (e: { code: string }) => e.code))
  }))
  expect([sent.filter((s) => s === 'taken').length, sent.filter((s) => s === 'limited').length]).toEqual([MOST_A_DAY, THOUSANDS - MOST_A_DAY])
  expect((await fileFrom('2001:db8:9:a::1', { from: null, nominationId: n.ids[1] })).ok).toBe(true)
  const kept = JSON.stringify(await at.services.db.rows(`SELECT * FROM objection_senders`))
  expect(kept.includes('2001')).toBe(false)
  // Without a name it freezes nobody, however many there are.
  const { frozen } = await n.o.office.ask(readPlaces, { params: { campaignId: n.campaignId } })
  expect(frozen.map((f) => f.name)).toEqual(['沈若川'])
}, 300_000)

test('only the named handler and the supervisor read who objected, and each look is on the ledger', async () => {
  const [mine, params] = [(await listed(n.o.office)).find((o) => o.number === 1)!, { objectionId: id }]
  expect([mine.named, mine.freezes, mine.handler]).toEqual([true, true, null])
  for (const who of [n.o.office, n.o.second, n.o.units[0]!.approver, n.o.units[1]!.clerk, n.secretary]) expect([(await who.send(readObjector, { params })).status, (await who.send(takeEvidence, { params: { ...params, evidenceId: (await n.supervisor.ask(readObjection, { params })).evidence[0]!.id } })).status]).toEqual([404, 404])
  const { me, second } = await office()
  await n.o.office.ask(nameHandler, { params, body: { accountId: me, reason: '按分工办理（示例）' } })
  expect(await n.o.office.ask(readObjector, { params })).toEqual(WHO)
  expect(await n.supervisor.ask(readObjector, { params })).toEqual(WHO)
  expect((await n.o.second.send(readObjector, { params })).status).toBe(404)
  // Nobody takes it for a look: a named one hands it over himself.
  expect((await n.o.second.refused(nameHandler, { params, body: { accountId: second, reason: '我来看看' } })).status).toBe(403)
  const taken = await n.o.office.send(takeEvidence, { params: { ...params, evidenceId: (await n.o.office.ask(readObjection, { params })).evidence[0]!.id } })
  expect([taken.status, taken.text.startsWith('%PDF'), taken.headers.get('content-disposition')!.includes('attachment')]).toEqual([200, true, true])
  expect((await acts()).filter((a) => a.endsWith('Read'))).toEqual(['objection.objectorRead', 'objection.objectorRead', 'objection.evidenceRead'])
})

/** Everything that anybody but those two can read, of every kind there is. */
const readable = async (): Promise<Record<string, string>> => {
  const campaign = { params: { campaignId: n.campaignId } }
  const texts: Record<string, string> = {}
  const everybody = { office: n.o.office, second: n.o.second, clerk: n.o.units[0]!.clerk, approver: n.o.units[0]!.approver, other: n.o.units[1]!.approver, secretary: n.secretary, supervisor: n.supervisor }
  const exporting = operations.filter((op) => ['figures.read', 'campaigns.overview', 'announcement.read', 'campaigns.read'].includes(op.id))
  for (const [name, who] of Object.entries(everybody)) {
    const reads = { list: await who.send(listObjections, campaign), one: await who.send(readObjection, { params: { objectionId: id } }), places: await who.send(readPlaces, campaign), ledger: await who.send(campaignLedger, { ...campaign, query: {} }), record: await who.send(exportRecord, campaign), search: await who.send(searchNominations, { ...campaign, query: { q: '周明远' } }), news: await who.send(listNews, {}), export: await who.send(exportNominations, { ...campaign, query: { as: 'csv' } }), statements: await who.send(listStatements, { params: { nominationId: n.ids[0] } }) }
    for (const [what, { text }] of Object.entries(reads)) texts[`${name} ${what}`] = text
    for (const op of exporting) texts[`${name} ${op.id}`] = (await who.send(op, campaign)).text
  }
  texts['public page'] = (await anybody().raw('GET', n.path)).text
  texts['news'] = JSON.stringify(await at.services.db.rows(`SELECT * FROM news`)) + JSON.stringify(await at.services.db.rows(`SELECT subject, body FROM letters`))
  texts['ledger'] = JSON.stringify(await at.services.db.rows(`SELECT entry FROM ledger_entries`))
  texts['dossiers'] = JSON.stringify(await at.services.db.rows(`SELECT fields, answers, candidate_name FROM nominations`)) + JSON.stringify(await at.services.db.rows(`SELECT name FROM materials`))
  return texts
}
const leaks = async () => Object.entries(await readable()).filter(([, text]) => text.replace(/\s/g, '').includes('"q":"周明远"') ? false : text.includes('周明远') || text.includes(WHO.contact)).map(([where]) => where).sort()

test('by list, search, export, ledger, record, news and pages nobody learns who objected, and no unit what was said', async () => {
  expect(await leaks()).toEqual([])
  const all = await readable()
  expect(Object.entries(all).filter(([where, text]) => /^(clerk|approver|other|secretary|public|news|ledger|dossiers)/.test(where) && text.includes('三千例')).map(([where]) => where)).toEqual([])
})
test('mutants: a step, an entry, a message or a dossier that names whoever objected shows itself', async () => {
  const { db } = at.services
  const plant = async (sql: string, undo: string, params: unknown[] = []) => { await db.rows(sql, params); const found = await leaks(); await db.rows(undo, params); return found }
  const { me } = await office()
  expect((await plant(`INSERT INTO objection_steps (id, objection_id, kind, said, by, at) VALUES ('00000000-0000-4000-8000-000000000001', $1, 'note', '已联系周明远', '${me}', product_time())`, `DELETE FROM objection_steps WHERE objection_id = $1 AND said LIKE '%周明远%'`, [id])).sort()).toEqual(['office one', 'second one', 'supervisor one'])
  expect(await plant(`UPDATE news SET detail = '{"what":"周明远"}' WHERE kind = 'objectionCame'`, `UPDATE news SET detail = '{}' WHERE kind = 'objectionCame'`)).toContain('news')
  expect(await plant(`UPDATE nominations SET candidate_name = '周明远' WHERE id = $1`, `UPDATE nominations SET candidate_name = '沈若川' WHERE id = $1`, [n.ids[0]])).toEqual(expect.arrayContaining(['dossiers', 'office list', 'office search', 'office export']))
  expect(await leaks()).toEqual([])
})

test('handled: nothing before it is weighed; what others read may not name whoever objected; the unit is asked in other words and answers', async () => {
  const params = { objectionId: id }
  expect((await n.o.office.refused(recordStep, { params, body: { kind: 'asked', said: '向医院病案室了解' } })).status).toBe(409)
  expect((await n.o.office.refused(triageObjection, { params, body: { serious: true, reason: '周明远说得具体' } })).codes).toEqual(['objection.tellsWho'])
  expect((await n.o.second.send(triageObjection, { params, body: { serious: false, reason: '不是我办的也想定' } })).status).toBe(404)
  await n.o.office.ask(triageObjection, { params, body: { serious: true, reason: '数字直接影响评选（示例）' } })
  expect((await n.o.office.refused(triageObjection, { params, body: { serious: false, reason: '后来觉得不要紧' } })).codes).toEqual(['objection.staysSerious'])
  await n.o.office.ask(recordStep, { params, body: { kind: 'asked', said: '向医院病案室了解（示例）' } })
  const dueOn = addDays(dayOf(await at.now()), 3)
  expect((await n.o.office.refused(askStatement, { params, body: { question: '请说明年度例数的出处', dueOn: '2020-01-01' } })).codes).toEqual(['objection.duePast'])
  await n.o.office.ask(askStatement, { params, body: { question: '请说明材料中年度例数的出处，并附病案统计（示例）。', dueOn } })
  const own = { params: { nominationId: n.ids[0] } }
  const [asked] = (await n.o.units[0]!.clerk.ask(listStatements, own)).statements
  expect([asked!.open, Object.keys(asked!).sort()]).toEqual([true, ['askedAt', 'dueAt', 'id', 'open', 'question', 'said', 'saidAt']])
  const answer = { params: { nominationId: n.ids[0], statementId: asked!.id }, body: { said: '例数为三年合计，材料写成了一年（示例）。' } }
  for (const who of [n.o.units[1]!.approver, n.o.units[0]!.clerk, n.o.office]) expect((await who.send(giveStatement, answer)).status).toBe(404)
  // Of another's nomination there is no such question.
  expect((await n.o.units[1]!.approver.send(giveStatement, { ...answer, params: { nominationId: n.ids[1], statementId: asked!.id } })).status).toBe(404)
  await n.o.units[0]!.approver.ask(giveStatement, answer)
  expect((await n.o.units[0]!.approver.refused(giveStatement, answer)).status).toBe(409)
  expect((await n.o.office.ask(readObjection, { params })).statements.map((s) => s.said)).toEqual([answer.body.said])
  const kinds = async (who: Person) => (await who.ask(listNews, {})).news.map((x) => x.kind)
  expect([(await kinds(n.o.units[0]!.approver)).includes('statementAsked'), (await kinds(n.o.units[1]!.approver)).includes('statementAsked'), (await kinds(n.supervisor)).includes('objectionCame')]).toEqual([true, false, true])
})

test('corrections run on a track of their own: no name asked, nobody waits, the page reads as corrected', async () => {
  const asked = await anybody().ask(askCorrection, { params: { slug: n.slug }, body: { nominationId: n.ids[1], part: 'employer', reads: '示例第二医院', said: '单位去年更名（示例）' } })
  expect((await anybody().refused(askCorrection, { params: { slug: n.slug }, body: { nominationId: n.ids[1], part: 'post', reads: '电话 13912345678', said: '示例' } })).codes).toEqual(['privacy.phone'])
  const params = { objectionId: await idOf(asked.number) }
  expect((await n.o.office.send(triageObjection, { params, body: { serious: true, reason: '不是异议也想定' } })).status).toBe(404)
  await n.o.office.ask(settleCorrection, { params, body: { outcome: 'corrected', reads: '示例第二医院', answer: '已按单位公章证明更正（示例）。' } })
  expect((await anybody().raw('GET', n.path)).text.includes('示例第二医院')).toBe(true)
  const s = await anybody().ask(objectionStanding, { body: { code: asked.code } })
  expect([s.track, s.outcome, s.answer, s.mayAdd]).toEqual(['correction', 'corrected', '已按单位公章证明更正（示例）。', false])
})

test('at the last second: what the clock of the database had before the end is taken, what came after is told where to turn, and no honour passes between', async () => {
  await at.setClock(n.endsAt - 40)
  const tries = await Promise.all(Array.from({ length: 60 }, async (_, i) => {
    await new Promise((resolve) => setTimeout(resolve, i * 2))
    return fileFrom(`198.51.100.${i + 1}`, { nominationId: n.ids[1], from: null })
  }))
  const taken = tries.filter((t) => t.ok).length
  const rows = await at.services.db.rows<{ at: number }>(`SELECT received_at AS at FROM objections WHERE track = 'objection'`)
  expect([rows.every((r) => r.at < n.endsAt), tries.length > taken, rows.length]).toEqual([true, true, taken + 2 + MOST_A_DAY])
  expect([...new Set(tries.flatMap((t) => (t.ok ? [] : t.findings.map((f) => f.code))))]).toEqual(['objection.ended'])
  await at.setClock(n.endsAt)
  const late = await anybody().refused(fileObjection, filing())
  expect([late.status, late.codes, late.problem.findings![0]!.mend.zh.includes('0000-8765432')]).toEqual([422, ['objection.ended'], true])
  expect((await anybody().ask(lookAtObjecting, { params: { slug: n.slug } })).findings.map((f) => f.code)).toEqual(['objection.ended'])
})

test('frozen: the others are honoured, this one waits, by the finding', async () => {
  const campaign = { params: { campaignId: n.campaignId } }
  expect(await counted()).toEqual({ stage: { kind: 'announced', people: 2 }, announced: 2 })
  const { honours, waiting } = await n.o.office.ask(giveHonours, { ...campaign, body: { still: true } })
  expect([honours.map((h) => h.name), waiting.map((w) => [w.name, w.finding.code])]).toEqual([['顾南枝'], [['沈若川', 'objection.open']]])
  expect((await n.o.office.refused(giveHonours, { ...campaign, body: { still: true } })).codes).toEqual(['objection.open'])
  expect((await n.o.office.ask(readAnnouncement, campaign)).may).toEqual([])
})

test('upheld by two: the handler alone closes nothing serious; the candidate is out, the unit and the objector hear of it as far as each may', async () => {
  const params = { objectionId: id }
  const outcome = { outcome: 'upheld' as const, findings: '病案首页与材料不符，差两千例（示例）。', answer: '经核查，您反映的情况属实，该人选不再列入（示例）。' }
  expect((await n.o.office.refused(proposeOutcome, { params, body: { ...outcome, answer: '周明远同志：属实' } })).codes).toEqual(['objection.tellsWho'])
  expect(await n.o.office.ask(proposeOutcome, { params, body: outcome })).toEqual({ state: 'proposed' })
  expect((await anybody().ask(objectionStanding, { body: { code: first.code } })).outcome).toBe(null)
  expect((await n.o.office.refused(confirmOutcome, { params, body: { agree: true } })).codes).toEqual(['objection.samePerson'])
  await n.o.second.ask(confirmOutcome, { params, body: { agree: false, reason: '请补上病案统计的日期（示例）' } })
  await n.o.office.ask(proposeOutcome, { params, body: outcome })
  await n.o.second.ask(confirmOutcome, { params, body: { agree: true } })
  const s = await anybody().ask(objectionStanding, { body: { code: first.code } })
  expect([s.state, s.outcome, s.answer]).toEqual(['decided', 'upheld', outcome.answer])
  expect((await n.o.office.ask(answerLetter, { params })).to).toBe('周明远')
  expect((await n.o.second.send(answerLetter, { params })).status).toBe(404)
  expect((await anybody().raw('GET', n.path)).text.includes('沈若川')).toBe(false)
  expect((await n.o.office.refused(giveHonours, { params: { campaignId: n.campaignId }, body: { still: true } })).codes).toEqual(['honours.already'])
  expect((await n.o.units[0]!.approver.ask(listNews, {})).news.some((x) => x.kind === 'statementSettled')).toBe(true)
  // Who is out is counted nowhere, though the row of the public notice still names them.
  expect(await counted()).toEqual({ stage: { kind: 'honoured', people: 1 }, announced: 1 })
  expect(await leaks()).toEqual([])
})

test('the next in line is shown by the frozen count, chosen by people, and has a notice and an honour of the own', async () => {
  const campaign = { params: { campaignId: n.campaignId } }
  const { out } = await n.o.office.ask(readPlaces, campaign)
  expect(out.map((p) => [p.name, p.place, p.next.map((x) => x.name)])).toEqual([['沈若川', null, ['𬭎衡']]])
  const params = { objectionId: id }
  const [summary, withoutUnits] = ['骑马巡诊的边境医生。', '单位已电话确认（示例）']
  expect((await n.o.office.refused(startSupplement, { params, body: { nominationId: n.ids[0], summary, still: true } })).status).toBe(404)
  expect((await n.o.office.refused(startSupplement, { params, body: { nominationId: n.ids[2], summary: '', still: true, withoutUnits } })).codes).toEqual(['summary.missing'])
  expect((await n.o.office.refused(startSupplement, { params, body: { nominationId: n.ids[2], summary, still: false, withoutUnits } })).codes).toEqual(['gate.unanswered'])
  const { endsAt } = await n.o.office.ask(startSupplement, { params, body: { nominationId: n.ids[2], summary, still: true, withoutUnits } })
  expect((await n.o.office.refused(leaveEmpty, { params, body: { reason: '已经递补还想空着' } })).status).toBe(409)
  expect((await counted()).announced).toBe(2)
  const page = (await anybody().raw('GET', n.path)).text
  expect([page.includes('补充公示'), page.includes('𬭎衡'), page.includes(`/object/${n.slug}"`)]).toEqual([true, true, true])
  // It may be objected to as the first ones could; a light one is closed by the handler alone and holds nothing up.
  const light = await fileFrom('203.0.113.5', { nominationId: n.ids[2], said: '照片像是几年前的，请核对。' })
  const params2 = { objectionId: await idOf(light.ok ? light.value.number : 0) }
  const { second } = await office()
  await n.o.office.ask(nameHandler, { params: params2, body: { accountId: second, reason: '由何青办理（示例）' } })
  expect((await n.o.office.refused(giveHonours, { ...campaign, body: { still: true } })).codes).toEqual(['objection.open'])
  await n.o.second.ask(triageObjection, { params: params2, body: { serious: false, reason: '照片不影响评选（示例）' } })
  expect((await n.o.office.refused(giveHonours, { ...campaign, body: { still: true } })).codes).toEqual(['publicNotice.running'])
  expect(await n.o.second.ask(proposeOutcome, { params: params2, body: { outcome: 'notUpheld', findings: '照片为今年拍摄（示例）。', answer: '经核对，照片为今年所摄（示例）。' } })).toEqual({ state: 'decided' })
  await at.setClock(endsAt)
  const { honours, waiting } = await n.o.office.ask(giveHonours, { ...campaign, body: { still: true } })
  expect([honours.map((h) => h.name), waiting, (await n.o.office.ask(readAnnouncement, campaign)).honours.map((h) => h.number.slice(-3))]).toEqual([['𬭎衡'], [], ['001', '002']])
  expect(await counted()).toEqual({ stage: { kind: 'honoured', people: 2 }, announced: 2 })
})

test('the lists count by the core’s own rule of who is out; mutant: a count that forgets one part of it differs', async () => {
  const all = tracks.flatMap((track) => objectionStates.flatMap((state) => [null, ...outcomes, ...correctionOutcomes].map((outcome) => ({ track, named: true, state, serious: null, outcome }))))
  const bySql = async (rule: string) => (await at.services.db.rows<{ out: boolean | null }>(`SELECT ${rule} AS out FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY b(track, state, outcome, i) ORDER BY b.i`, [all.map((o) => o.track), all.map((o) => o.state), all.map((o) => o.outcome)])).map((r) => r.out === true)
  expect(await bySql(takesOutIn('b'))).toEqual(all.map(takesOut))
  for (const part of ["b.track = 'objection' AND ", "b.state = 'decided' AND ", " AND b.outcome = 'upheld'"]) expect(await bySql(takesOutIn('b').replace(part, ''))).not.toEqual(all.map(takesOut))
})

test('only the supervisor’s note opens it again; nothing else of the supervisor’s changes anything', async () => {
  const params = { objectionId: id }
  for (const who of [n.o.office, n.o.second]) expect((await who.send(noteOnObjection, { params, body: { what: 'reopen', note: '我觉得还要再查' } })).status).toBe(404)
  expect((await n.supervisor.send(triageObjection, { params, body: { serious: true, reason: '监督也想来定' } })).status).toBe(404)
  await n.supervisor.ask(noteOnObjection, { params, body: { what: 'reopen', note: '请补充第三方意见（示例）' } })
  await n.supervisor.ask(noteOnObjection, { params, body: { what: 'release', note: '请换人办理（示例）' } })
  const o = await n.o.office.ask(readObjection, { params })
  expect([o.state, o.serious, o.handler, o.steps.slice(-2).map((s) => s.kind)]).toEqual(['investigating', true, null, ['reopened', 'released']])
  expect((await n.o.office.send(readObjector, { params })).status).toBe(404)
})

test('the record proves itself, and the data hold what must hold', async () => {
  expect(verifyRecord(await buildRecord(at.services.db, n.campaignId)).faults).toEqual([])
  const broken = async () => (await Promise.all(invariants.map(async (i) => ((await at.services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()
  expect(await broken()).toEqual([])
  // Mutant: an honour given although it was upheld.
  await at.services.db.rows(`UPDATE objections SET state = 'decided', outcome = 'upheld', proposed_by = $2, confirmed_by = $3, decided_at = (SELECT min(given_at) - interval '1 hour' FROM honours), nomination_id = (SELECT nomination_id FROM honours LIMIT 1) WHERE id = $1`, [id, (await office()).me, (await office()).second])
  expect(await broken()).toEqual(['异议成立的不授予 no honour after an objection upheld'])
})
