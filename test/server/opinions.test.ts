/** 请外单位出具: a link without an account. Looking never uses it up, the answer does; it opens one request and nothing else; what was sealed takes nothing more. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerOpinion, askOpinion, beginOpinionUpload, listOpinions, lookAtOpinion, opinionBoard, opinionModel, opinionUploadState, revokeOpinion } from '#contract/operations/opinions'
import { createNomination, handBack, readNomination, removeMaterial, saveDraft, sendToApprover } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { addDays, dayOf, endOfDay } from '#core/kernel/instant'
import type { LedgerEntry } from '#core/ledger/entry'
import { invariants } from '#server/store/invariants'
import { listQuarantine } from '#contract/operations/secrecy'
import { twoPapers } from './campaign-plan'
import { answersFor, definitionFor, fieldsFor, fileFor, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { LinkHolder } from './link-holder'
import { pdfWithText } from './marked-files'
import { openOffice, openProvincial, type Office } from './office'

const MATERIAL = 'integrity-opinion-stamped'
const OFFICE = '青陵市第二人民医院纪检部门（示例）'
let at: Installation
let o: Office
let campaignId: string
let definition: ResolvedDefinition
let nominationId: string
let rule: ResolvedRule<'material'>
let scan: { name: string; bytes: Buffer }
let today: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers)
  definition = await definitionFor(clerk(), campaignId)
  rule = rulesOf(definition, 'material').find((m) => m.id === MATERIAL)!
  scan = await fileFor(rule)
  today = dayOf(await at.now())
  nominationId = await begin(0)
})
afterAll(() => at.close())

const clerk = (i = 0) => o.units[i]!.clerk
const begin = async (i: number): Promise<string> => (await clerk(i).ask(createNomination, { params: { campaignId }, body: { candidateName: `沈若川${i}` } })).nominationId
const asked = async (change: { materialId?: string; answerBy?: string; nomination?: string; by?: number } = {}) => {
  const made = await clerk(change.by).ask(askOpinion, { params: { nominationId: change.nomination ?? nominationId }, body: { materialId: change.materialId ?? MATERIAL, office: OFFICE, contact: { name: '林知行', phone: '10000000001' }, answerBy: change.answerBy ?? today } })
  return { ...made, link: new LinkHolder(at.origin, made.token) }
}
const standings = async () => (await clerk().ask(listOpinions, { params: { nominationId } })).requests.map((r) => [r.materialId, r.standing])
const files = async () => (await clerk().ask(readNomination, { params: { nominationId } })).materials.filter((m) => m.materialId === MATERIAL)
const entries = async () => (await at.services.db.rows<{ entry: LedgerEntry }>(`SELECT entry FROM ledger_entries WHERE chain_id = $1 ORDER BY position`, [campaignId])).map((r) => r.entry).filter((e) => e.act === 'opinion.answered')
const stranger = () => new LinkHolder(at.origin, randomBytes(32).toString('base64url'))
const absent = async () => (await stranger().refused(lookAtOpinion))

describe('asked, opened, answered', () => {
  test('the link is shown once: in the database stands its hash, and neither token nor telephone number', async () => {
    const { token, until } = await asked({ answerBy: addDays(today, 1) })
    expect(until).toBe(endOfDay(addDays(today, 1)))
    const rows = await at.services.db.rows<{ whole: string }>(`SELECT row_to_json(r)::text AS whole FROM opinion_requests r`)
    const kept = JSON.stringify([rows, await at.services.db.rows(`SELECT entry FROM ledger_entries`), await at.services.db.rows(`SELECT * FROM letters`)])
    expect([rows.length, kept.includes(token), kept.includes(Buffer.from(token, 'base64url').toString('hex')), kept.includes('10000000001'), kept.includes('林知行')]).toEqual([1, false, false, false, false])
    expect((await clerk().ask(listOpinions, { params: { nominationId } })).requests.map((r) => [r.contact.phone, r.standing])).toEqual([['10000000001', 'asked']])
  })

  test('opened twice and by a scanner of mails, it is still open; it tells who asks for what about whom, and nothing else of the form', async () => {
    const { version } = await clerk().ask(readNomination, { params: { nominationId } })
    await clerk().ask(saveDraft, { params: { nominationId }, body: { version, fields: fieldsFor(definition, '沈若川'), answers: answersFor(definition) } })
    const { link } = await asked()
    // What a mail server fetches: the page itself. The token is behind the #, which no browser sends.
    await fetch(`${at.origin}/o`)
    const [first, second] = [await link.ask(lookAtOpinion), await link.ask(lookAtOpinion)]
    expect(second).toEqual(first)
    expect([first.standing, first.unit, first.asked?.office, first.asked?.person.name, first.asked?.rule.rests.number, first.asked?.model?.title]).toEqual(['open', '示例单位1', OFFICE, '沈若川', rule.rests.number, '关于沈若川同志的廉政意见'])
    const whole = JSON.stringify(first)
    expect(['990000', '1984', '10000000000', 'candidate@example.org'].filter((secret) => whole.includes(secret))).toEqual([])
    expect(await standings()).toEqual([[MATERIAL, 'opened'], [MATERIAL, 'revoked']])
    const pdf = await link.send(opinionModel)
    expect([pdf.status, pdf.text.slice(0, 5), pdf.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([200, '%PDF-', true])
  })

  test('a file that the rules refuse is refused with the same words as the unit’s own, and nothing is in the dossier', async () => {
    const { link } = await asked()
    const word = Buffer.from('PK\u0003\u0004 no paper')
    const [theirs, ours] = [await link.upload('意见.pdf', word), await clerk().upload(nominationId, MATERIAL, '意见.pdf', word)]
    expect([theirs.state, theirs.findings]).toEqual(['refused', ours.findings])
    expect(theirs.findings.length).toBeGreaterThan(0)
    const tooLarge = await link.refused(beginOpinionUpload, { body: { name: '意见.pdf', bytes: rule.file.maxBytes + 1 } })
    expect([tooLarge.status, tooLarge.codes]).toEqual([422, ['file.tooLarge']])
    expect(await files()).toEqual([])
  })

  test('uploaded it is not yet given; sent, it is the nomination’s material, inspected and marked; a second answer is refused', async () => {
    const { link } = await asked()
    const up = await link.upload(scan.name, scan.bytes)
    expect([up.state, await files()]).toEqual(['kept', []])
    const early = link.answer(up.uploadId, addDays(today, 1))
    expect(await link.refused(early.operation, early.request)).toMatchObject({ status: 422, codes: ['opinion.dayAhead'] })
    const { operation, request } = link.answer(up.uploadId, addDays(today, -2), addDays(today, 1))
    const said = await link.ask(operation, request)
    const [file] = await files()
    expect([file?.opinion, file?.facts['kind'], file?.findings.filter((f) => f.strength === 'block')]).toEqual([{ office: OFFICE, handler: '林知行', opinionDay: addDays(today, -2), validUntil: addDays(today, 1), code: said.code }, 'document', []])
    expect(said.code).toMatch(/^\d+-[0-9a-f]{8}$/)
    expect(await link.refused(operation, request)).toMatchObject({ status: 409, error: 'conflict' })
    expect(await link.refused(beginOpinionUpload, { body: { name: 'a.pdf', bytes: 10 } })).toMatchObject({ status: 409 })
    // Who holds the link is told that it arrived, and no longer about whom.
    expect(await link.ask(lookAtOpinion)).toEqual({ standing: 'received', unit: '示例单位1', received: { at: said.at, code: said.code }, asked: null })
    expect((await link.send(opinionModel)).status).toBe(404)
    const [newest] = (await clerk().ask(listOpinions, { params: { nominationId } })).requests
    expect([newest?.standing, newest?.answer?.fileId, newest?.answer?.code]).toEqual(['answered', file?.fileId, said.code])
  })

  test('two answers at the same moment leave one file and one entry', async () => {
    const { link } = await asked()
    const { uploadId } = await link.upload('again.pdf', (await fileFor(rule, 2)).bytes)
    const before = (await entries()).length
    const { operation, request } = link.answer(uploadId, today)
    const statuses = (await Promise.all([1, 2, 3].map(() => link.send(operation, request)))).map((r) => r.status)
    expect([statuses.sort(), (await files()).length, (await entries()).length]).toEqual([[200, 409, 409], 1, before + 1])
  })

  test('what came stays the clerk’s to remove; the answer is then shown without its file', async () => {
    await clerk().ask(removeMaterial, { params: { nominationId, fileId: (await files())[0]!.fileId } })
    const [newest] = (await clerk().ask(listOpinions, { params: { nominationId } })).requests
    expect([newest?.standing, newest?.answer?.fileId, await files()]).toEqual(['answered', null, []])
  })
})

describe('what a link does not open', () => {
  test('revoked, over its time, given up for a newer one, never made, cut short: all alike, for everything it opens', async () => {
    const [revoked, replaced, over] = [await asked({ materialId: 'integrity-opinion-word' }), await asked(), await asked({ nomination: await begin(1), by: 1 })]
    await clerk().ask(revokeOpinion, { params: { nominationId, requestId: revoked.requestId } })
    await asked()
    await at.services.db.rows(`UPDATE opinion_requests SET until = product_time() WHERE id = $1`, [over.requestId])
    // Mutant: asked by the hash alone, all three would open.
    const known = await at.services.db.rows(`SELECT 1 FROM opinion_requests WHERE id = ANY($1) AND answered_at IS NULL`, [[revoked, replaced, over].map((r) => r.requestId)])
    const expected = await absent()
    expect([known.length, expected.status, expected.error]).toEqual([3, 404, 'absent'])
    for (const link of [revoked.link, replaced.link, over.link, new LinkHolder(at.origin, ''), new LinkHolder(at.origin, revoked.token.slice(0, 42))]) {
      expect(await link.refused(lookAtOpinion)).toEqual(expected)
      expect(await link.refused(opinionModel)).toEqual(expected)
      expect(await link.refused(beginOpinionUpload, { body: { name: 'a.pdf', bytes: 1 } })).toEqual(expected)
      expect(await link.refused(answerOpinion, link.answer(over.requestId, today).request)).toEqual(expected)
    }
    expect((await clerk(1).ask(listOpinions, { params: { nominationId: (await clerk(1).raw('GET', `/api/campaigns/${campaignId}/nominations`).then((r) => JSON.parse(r.text) as { nominations: { id: string }[] })).nominations[0]!.id } })).requests.map((r) => r.standing)).toEqual(['overdue'])
  })

  test('a link that dies between the upload and the answer takes nothing', async () => {
    const { link, requestId } = await asked()
    const { uploadId } = await link.upload(scan.name, scan.bytes)
    await clerk().ask(revokeOpinion, { params: { nominationId, requestId } })
    expect([await link.refused(answerOpinion, link.answer(uploadId, today).request), await files()]).toEqual([await absent(), []])
  })

  test('the file of another link is not there: not to answer with, not to look at, not to write to', async () => {
    const [mine, theirs] = [await asked(), await asked({ nomination: await begin(1), by: 1 })]
    const begun = await theirs.link.ask(beginOpinionUpload, { body: { name: 'a.pdf', bytes: 10 } })
    const kept = await theirs.link.upload(scan.name, scan.bytes)
    // Mutant: without `request_id` in the question, the file would be given.
    expect(await at.services.db.rows(`SELECT 1 FROM uploads WHERE id = $1 AND state = 'kept' AND held IS NOT NULL`, [kept.uploadId])).toHaveLength(1)
    expect(await mine.link.refused(answerOpinion, mine.link.answer(kept.uploadId, today).request)).toMatchObject({ status: 404 })
    expect(await mine.link.refused(opinionUploadState, { params: { uploadId: begun.uploadId } })).toMatchObject({ status: 404 })
    for (const other of [mine.link, stranger()]) expect([(await other.head(begun.url)).status, (await other.patch(begun.url, new Uint8Array([1]))).status]).toEqual([404, 404])
    // Nor is it the clerk's who asked, signed in as they are.
    expect((await clerk(1).raw('HEAD', begun.url, undefined, { 'tus-resumable': '1.0.0' })).status).toBe(404)
    expect((await theirs.link.head(begun.url)).headers.get('upload-offset')).toBe('0')
  })

  test('who is signed in as well gives nothing in their own name: the entry says that the link did it', async () => {
    const { token } = await asked()
    const link = new LinkHolder(at.origin, token, clerk())
    const { uploadId } = await link.upload(scan.name, scan.bytes)
    await link.ask(answerOpinion, link.answer(uploadId, today).request)
    const last = (await entries()).at(-1)!
    expect([last.actor, Object.keys(last.data).sort()]).toEqual([{ account: '', role: 'system', organisation: '' }, ['file', 'material', 'request']])
  })
})

describe('asking', () => {
  const refused = (body: Partial<Parameters<typeof ask>[0]>) => clerk().refused(askOpinion, { params: { nominationId }, body: ask(body) })
  const ask = (body: { materialId?: string; answerBy?: string }) => ({ materialId: MATERIAL, office: OFFICE, answerBy: today, ...body })
  test('for what another office issues, by a day to come and in time', async () => {
    expect([(await refused({ answerBy: addDays(today, -1) })).codes, (await refused({ answerBy: addDays(today, 4) })).codes, (await refused({ materialId: 'nomination-form-stamped' })).codes, (await refused({ materialId: 'nothing' })).status])
      .toEqual([['opinion.dayPast'], ['opinion.dayTooLate'], ['opinion.notIssuedElsewhere'], 404])
  })

  test('the office sees how many were asked, answered and late by unit and material, and no candidate', async () => {
    const board = async () => {
      const { text } = await o.office.send(opinionBoard, { params: { campaignId } })
      const { rows } = JSON.parse(text) as { rows: { unitName: string; materialId: string; asked: number; answered: number; waiting: number; overdue: number }[] }
      return [rows.map((r) => [r.unitName, r.materialId, r.asked, r.answered, r.waiting, r.overdue]), text.includes('沈若川')]
    }
    const first = ['示例单位1', MATERIAL, 3, 3, 0, 0]
    expect(await board()).toEqual([[['示例单位2', MATERIAL, 2, 0, 1, 1], first], false])
    // Brought by the clerk, it is waited for no longer.
    const late = (await at.services.db.row<{ id: string }>(`SELECT nomination_id AS id FROM opinion_requests WHERE until <= product_time()`))!.id
    await clerk(1).upload(late, MATERIAL, scan.name, scan.bytes)
    expect(await board()).toEqual([[['示例单位2', MATERIAL, 2, 0, 1, 0], first], false])
  })
})

test('a nomination that was sent on takes no answer and says so; handed back, it does; sealed with an opinion that is over, it warns', async () => {
  const form = rulesOf(definition, 'material').find((m) => m.id === 'nomination-form-stamped')!
  const own = await fileFor(form)
  await clerk().upload(nominationId, form.id, own.name, own.bytes)
  const { link } = await asked()
  const { uploadId } = await link.upload('third.pdf', (await fileFor(rule, 3)).bytes)
  await clerk().ask(sendToApprover, { params: { nominationId }, body: {} })
  expect(await link.ask(lookAtOpinion)).toEqual({ standing: 'closed', unit: '示例单位1', received: null, asked: null })
  const request = link.answer(uploadId, addDays(today, -9), addDays(today, -1)).request
  const closed = await link.refused(answerOpinion, request)
  expect([closed.status, closed.codes, (await link.refused(beginOpinionUpload, { body: { name: 'a.pdf', bytes: 5 } })).codes]).toEqual([422, ['opinion.closed'], ['opinion.closed']])
  expect((await clerk().refused(askOpinion, { params: { nominationId }, body: { materialId: MATERIAL, office: OFFICE, answerBy: today } })).status).toBe(409)
  await o.units[0]!.approver.ask(handBack, { params: { nominationId }, body: {} })
  await link.ask(answerOpinion, request)
  const warned = (await clerk().ask(readNomination, { params: { nominationId } }))
  expect([warned.findings.filter((f) => f.code === 'opinion.expired').map((f) => f.strength), warned.materials.find((m) => m.materialId === MATERIAL)!.findings.map((f) => f.code).includes('opinion.expired')]).toEqual([['warn'], true])
  await clerk().ask(sendToApprover, { params: { nominationId }, body: {} })
  await sealAndSubmit(o.units[0]!.approver, campaignId, nominationId)
  // The office reads from whom it came.
  expect((await o.office.ask(readNomination, { params: { nominationId } })).materials.find((m) => m.materialId === MATERIAL)?.opinion?.office).toBe(OFFICE)
  expect(await link.ask(lookAtOpinion)).toMatchObject({ standing: 'received' })
  for (const { name, sql } of invariants) expect([name, await at.services.db.rows(sql)]).toEqual([name, []])
})

test('who asks without end is slowed, with words and a time to wait', async () => {
  const holder = stranger()
  let last = await holder.send(lookAtOpinion)
  for (let n = 0; n < 400 && last.status !== 429; n++) last = await holder.send(lookAtOpinion)
  expect([last.status, (JSON.parse(last.text) as { error: string }).error, Number(last.headers.get('retry-after')) > 0]).toEqual([429, 'limited', true])
})

test('a scan that bears a marking is set apart though it came by a link, told to who sent it, and known to be that office’s', async () => {
  const { link } = await asked({ nomination: await begin(1), by: 1 })
  const sent = await link.upload('意见.pdf', pdfWithText([['机密★10年', '情况说明（示例）']]))
  expect([sent.state, sent.findings.map((f) => f.code)]).toEqual(['quarantined', ['secrecy.marked']])
  expect((await link.refused(answerOpinion, link.answer(sent.uploadId, today).request)).status).toBeGreaterThanOrEqual(400)
  expect((await o.office.ask(listQuarantine, { params: { campaignId } })).items.map((x) => [x.sender, x.unitName])).toEqual([[OFFICE, '示例单位2']])
})
