/** 线下件: a classified nomination takes its place of the quota under a number; nothing of the candidate can be typed in, uploaded, asked for or published. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPublicNotice, readAnnouncement } from '#contract/operations/announcement'
import { campaignLedger, verifyLedger } from '#contract/operations/campaigns'
import { castBallot, closeRound, declareConflicts, openRound, readCandidate } from '#contract/operations/jury'
import { acceptNomination, readNomination, saveDraft, sendToApprover, submitNomination, withdrawNomination } from '#contract/operations/nominations'
import { searchNominations } from '#contract/operations/search'
import { beginOffline, offlineSheet, receiveOffline, registerOffline } from '#contract/operations/offline'
import { askOpinion } from '#contract/operations/opinions'
import { beginUpload } from '#contract/operations/uploads'
import { offlineDeclaration } from '#core/secrecy/offline-track'
import { cookieName } from '#server/http/session'
import { pdfText } from '../browser/pdf-text'
import { twoPapers } from './campaign-plan'
import { prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'

let at: Installation
let o: Office
let campaignId: string
let today: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  campaignId = await openProvincial(at, o, twoPapers)
  today = new Date(await at.now() + 8 * 3_600_000).toISOString().slice(0, 10)
})
afterAll(() => at.close())

const body = (over: Partial<{ carriedBy: 'inPerson' | 'confidentialPost'; officerName: string; officerPost: string; volumes: number }> = {}) => ({ carriedBy: 'inPerson' as const, officerName: '秦守密', officerPost: '保密办主任', volumes: 2, ...over })
const unit = (i: number) => o.units[i] as Office['units'][0]
const read = (who: Office['units'][0]['clerk'], nominationId: string) => who.ask(readNomination, { params: { nominationId } })
const sealing = async (i: number, nominationId: string, declared = true) => {
  const { version } = await read(unit(i).approver, nominationId)
  return { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations: { [offlineDeclaration]: declared } } }
}
const begin = async (i: number) => (await unit(i).clerk.ask(beginOffline, { params: { campaignId }, body: body() })).nominationId

let first: string
let takenBack: string
test('it is registered under a number, without a name, a form or a file', async () => {
  first = await begin(0)
  const n = await read(unit(0).clerk, first)
  expect([n.candidateName, n.fields, n.materials, n.offline?.volumes, n.findings]).toEqual(['线下件 001', {}, [], 2, []])
  expect(n.may).toEqual(['register', 'sendToApprover'])
})

test('nothing is typed in, uploaded or asked for by a link, whoever tries', async () => {
  const params = { nominationId: first }, { version } = await read(unit(0).clerk, first)
  const tried = [
    await unit(0).clerk.refused(saveDraft, { params, body: { version, fields: { name: '沈若川' } } }),
    await unit(0).clerk.refused(beginUpload, { params, body: { materialId: 'portrait', name: '照片.jpg', bytes: 1000 } }),
    await unit(0).clerk.refused(askOpinion, { params, body: { materialId: 'integrity-opinion-stamped', office: '示例纪检部门', answerBy: today } }),
  ]
  expect(tried.map((r) => [r.status, r.problem.words.zh.includes('线下件')])).toEqual([[409, true], [409, true], [409, true]])
})

test('mutant: code that forgets all of it is stopped by the database', async () => {
  const sql = (text: string, values: unknown[]) => at.services.db.transaction((tx) => tx.rows(text, values)).then(() => 'done', (e: { constraint?: string }) => e.constraint)
  expect(await sql(`UPDATE nominations SET fields = '{"name":"沈若川"}' WHERE id = $1`, [first])).toBe('nothing_typed_offline')
  expect(await sql(`UPDATE nominations SET candidate_name = '沈若川' WHERE id = $1`, [first])).toBe('nothing_typed_offline')
  expect(await sql(`UPDATE nominations SET answers = jsonb_set(answers, '{steps}', '{"a":{"note":"某型号"}}') WHERE id = $1`, [first])).toBe('nothing_typed_offline')
  expect(await sql(`INSERT INTO uploads (id, nomination_id, account_id, material_id, name, bytes, state) SELECT gen_random_uuid(), $1, (SELECT id FROM accounts LIMIT 1), 'portrait', 'a.jpg', 1, 'receiving'`, [first])).toBe('online_only')
  expect(await sql(`INSERT INTO blobs (sha256, bytes) VALUES (repeat('a', 64), 1)`, [])).toBe('done')
  expect(await sql(`INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, bytes, name, original_name, facts, received_at, received_by) SELECT gen_random_uuid(), $1, 'portrait', 1, repeat('a', 64), 1, 'a', 'a', '{}', now(), (SELECT id FROM accounts LIMIT 1)`, [first])).toBe('online_only')
  await sql(`DELETE FROM blobs WHERE sha256 = repeat('a', 64)`, [])
})

test('what is registered bears no marking either, and can be changed until it is sealed', async () => {
  const params = { nominationId: first }
  const { version } = await read(unit(0).clerk, first)
  const no = await unit(0).clerk.refused(registerOffline, { params, body: { version, ...body({ officerPost: '机密★10年 项目负责人' }) } })
  expect([no.status, no.codes]).toEqual([422, ['secrecy.field']])
  await unit(0).clerk.ask(registerOffline, { params, body: { version, ...body({ carriedBy: 'confidentialPost', volumes: 3 }) } })
  expect((await read(unit(0).clerk, first)).offline).toMatchObject({ carriedBy: 'confidentialPost', volumes: 3, received: null })
  expect((await unit(0).clerk.refused(registerOffline, { params, body: { version, ...body() } })).status).toBe(409)
})

test('the hand-over sheet says the number and nothing of anybody', async () => {
  const response = await fetch(`${at.origin}${offlineSheet.path.replace(':nominationId', first)}`, { headers: { cookie: `${cookieName}=${unit(0).clerk.token}` } })
  const text = (await pdfText(new Uint8Array(await response.arrayBuffer()))).replace(/\s/gu, '')
  expect(['线下件001', '示例单位1', '秦守密', '机要交通', '3卷', '不写人选姓名'].filter((w) => !text.includes(w))).toEqual([])
})

test('sealed by the approver’s own declaration, it takes the unit’s seat like any other', async () => {
  const params = { nominationId: first }
  await unit(0).clerk.ask(sendToApprover, { params, body: {} })
  const no = await unit(0).approver.refused(submitNomination, await sealing(0, first, false))
  expect(no.problem.findings!.map((f) => [f.code, f.at.field])).toEqual([['declaration.missing', `declaration.${offlineDeclaration}`]])
  await unit(0).approver.ask(submitNomination, await sealing(0, first))
  const second = await begin(0)
  await unit(0).clerk.ask(sendToApprover, { params: { nominationId: second }, body: {} })
  expect((await unit(0).approver.refused(submitNomination, await sealing(0, second))).codes).toEqual(['quota.full'])
  expect((await read(unit(0).clerk, second)).candidateName).toBe('线下件 002')
})

test('two at once never get one number', async () => {
  const made = await Promise.all([begin(1), begin(1), begin(2), begin(2)])
  const names = await Promise.all(made.map(async (id, i) => (await read(unit(i < 2 ? 1 : 2).clerk, id)).candidateName))
  expect(new Set(names).size).toBe(4)
  await unit(1).approver.ask(withdrawNomination, { params: { nominationId: takenBack = made[0]! }, body: {} })
})

test('a draft that its unit took back was never the office’s to see', async () => {
  expect((await o.office.refused(readNomination, { params: { nominationId: takenBack } })).status).toBe(404)
  expect((await o.office.ask(searchNominations, { params: { campaignId } })).rows.map((n) => n.candidateName)).toEqual(['线下件 001'])
})

test('the office accepts it once the papers are there, and is told when volumes differ', async () => {
  const params = { nominationId: first }
  const queue = await o.office.ask(searchNominations, { params: { campaignId } })
  expect(queue.rows.map((n) => n.candidateName)).toEqual(['线下件 001'])
  const before = await o.office.ask(readNomination, { params })
  const early = await o.office.refused(acceptNomination, { params, body: { version: before.version, still: true } })
  expect(early.codes).toEqual(['offline.notReceived'])
  const ahead = await o.office.refused(receiveOffline, { params, body: { version: before.version, on: '2099-01-01', volumes: 3 } })
  expect(ahead.codes).toEqual(['offline.receivedLater'])
  await o.office.ask(receiveOffline, { params, body: { version: before.version, on: today, volumes: 2 } })
  const short = await o.office.ask(readNomination, { params })
  expect(short.findings.map((f) => [f.code, f.strength])).toEqual([['offline.volumesDiffer', 'warn']])
  await o.office.ask(receiveOffline, { params, body: { version: short.version, on: today, volumes: 3 } })
  const whole = await o.office.ask(readNomination, { params })
  expect([whole.findings, whole.may.includes('take')]).toEqual([[], false])
  await o.office.ask(acceptNomination, { params, body: { version: whole.version, still: true } })
})

test('the jury sees a number; what is published never holds it', async () => {
  const other = await prepareNomination(unit(1).clerk, campaignId, '沈若川')
  await sealAndSubmit(unit(1).approver, campaignId, other)
  await o.office.ask(acceptNomination, { params: { nominationId: other }, body: { version: (await o.office.ask(readNomination, { params: { nominationId: other } })).version, still: true } })
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 3)
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [first, other], still: true } })
  for (const j of jurors) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  const shown = await jurors[0]!.ask(readCandidate, { params: { roundId, nominationId: first } })
  expect([shown.candidateName, shown.offline, shown.fields, shown.materials]).toEqual(['线下件 001', true, {}, []])
  for (const j of jurors) await j.ask(castBallot, { params: { roundId }, body: { approvals: [first, other] } })
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  const a = await o.office.ask(readAnnouncement, { params: { campaignId } })
  expect([a.provisional.map((p) => p.name), a.offline]).toEqual([['沈若川'], 1])
  await o.office.ask(startPublicNotice, { params: { campaignId }, body: { still: true, withoutUnits: '单位已电话确认（示例）', roundId, summaries: { [other]: '长期在一线救治病人（示例）。' }, howToObject: { phone: '000-0000', email: 'office@example.cn', address: '示例路1号' } } })
  const page = await (await fetch(`${at.origin}${(await o.office.ask(readAnnouncement, { params: { campaignId } })).publicNotice!.path}`)).text()
  expect([page.includes('沈若川'), page.includes('线下件')]).toEqual([true, false])
})

test('the ledger tells every step and still verifies', async () => {
  const { entries } = await o.office.ask(campaignLedger, { params: { campaignId }, query: {} })
  const own = entries.map((e) => e.act).filter((a) => a.startsWith('offline.'))
  expect(own.filter((a) => a === 'offline.received').length).toBe(2)
  expect(own).toContain('offline.begun')
  expect((await o.office.ask(verifyLedger, { params: { campaignId } })).faults).toEqual([])
})
