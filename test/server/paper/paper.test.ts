/** The paper twin against a real installation: what was printed, sealed and scanned is held against what was filled in, and so is what arrives by post. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { handBack, readNomination, saveDraft, sendToApprover, submitNomination } from '#contract/operations/nominations'
import { compareTexts, earlierSeals, lookUpPaper, paperOfNomination, paperPicture, paperReceiptPdf, paperRegister, receivePaper, undoArrival } from '#contract/operations/paper'
import { contentHashOf } from '#core/forms/content-hash'
import { writePageCode } from '#core/paper/page-code'
import type { StatedRule } from '#core/rules/rule'
import { drawnPages, type Sheet } from '#server/demo/samples/drawn-pages'
import { pdfOfPhotos } from '#media/paper/photo-pdf'
import { wornPage, type Wear } from '#server/demo/samples/worn-scan'
import { approverDeclarations, definitionFor, prepareNomination } from '../dossier'
import { freshInstallation, type Installation } from '../installation'
import { openOffice, openProvincial, type Office } from '../office'
import { putNomination } from '../put-nomination'
import { printedForm } from './printed-form'

let at: Installation
let o: Office
let campaignId = ''
let nominationId = ''
let clerk: Office['units'][0]['clerk']
let approver: Office['units'][0]['approver']
const stamped = 'nomination-form-stamped'

const reason = { zh: '示例', en: 'sample' }
const agree = { id: 'declare-paper-equals-electronic', kind: 'declaration', strength: 'block', by: 'approver', text: { zh: '纸质推荐表与电子版一致', en: 'Paper and file are the same' }, paperMatches: true, basis: { kind: 'office decision', reason, date: '2026-01-01' } } as unknown as StatedRule
/** The pages printed here are laid out by the test: where the product’s own form has its places is told elsewhere. */
const anywhere = (r: StatedRule): StatedRule => { if (r.kind !== 'material') return r; const { seals: _, ...rest } = r; return rest }
const onDisc = (r: StatedRule): StatedRule => (r.kind === 'material' && r.id === 'photos' ? { ...r, paper: { by: ['disc', 'usb'] } } : r)

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o, (rules) => [...rules.map(onDisc).map(anywhere), agree])
  ;({ clerk, approver } = o.units[0]!)
  nominationId = await prepareNomination(clerk, campaignId, '沈若川')
  await approver.ask(handBack, { params: { nominationId }, body: { note: '先打印盖章' } })
})
afterAll(() => at.close())

const read = () => clerk.ask(readNomination, { params: { nominationId } })
const standing = async () => {
  for (;;) {
    const paper = await clerk.ask(paperOfNomination, { params: { nominationId } })
    if (paper.files.every((f) => f.state !== 'waiting')) return paper
    await pause(100)
  }
}
/** Printed from what holds now. */
const print = async (pages = 2) => {
  const { version, fields } = await read()
  return { version, contentHash: contentHashOf(nominationId, fields), sheets: await drawnPages(await printedForm({ formId: nominationId, version, contentHash: contentHashOf(nominationId, fields), pages }), 150) }
}
const scan = async (sheets: readonly Sheet[], wear: readonly Wear[] = []): Promise<Buffer> => Buffer.from(pdfOfPhotos(await Promise.all(sheets.map(async (s, i) => ({ jpeg: await wornPage(`scan ${i}`, s, { wear, seals: i === sheets.length - 1 ? [{ unit: '示例单位1', x: 0.78, y: 0.8 }] : [] }), width: s.width, height: s.height })))))
const upload = async (bytes: Buffer, name: string) => { const sent = await clerk.upload(nominationId, stamped, name, bytes); expect(sent.state).toBe('kept') }
const codesOf = async () => (await standing()).files.find((f) => f.materialId === stamped)!
const change = async (name: string) => { const { version } = await read(); await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: { name } } }) }
const papersSay = async () => (await read()).findings.filter((f) => f.code.startsWith('paper.') && f.at.material === stamped).map((f) => [f.code, f.strength])

test('a scan of what was printed is matched page by page, upside down too, though the upload itself made a new version', async () => {
  const { sheets } = await print()
  await upload(await scan(sheets, ['upsideDown']), '推荐表.pdf')
  const file = await codesOf()
  expect(file.pages.map((p) => p.codes.map((c) => [c.of, c.page?.number]))).toEqual([[['current', 1]], [['current', 2]]])
  expect([file.whole, file.findings, file.pages.map((p) => p.seals.length)]).toEqual([true, [], [0, 1]])
  expect(await papersSay()).toEqual([])
  const picture = await clerk.send(paperPicture, { params: { nominationId, fileId: file.fileId, picture: '2-1' } })
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
})

test('the form is changed after printing: sealing is refused by the rule that paper is the electronic version, until it is changed back or printed anew', async () => {
  const old = await print()
  await change('沈若川川')
  expect(await papersSay()).toEqual([['paper.oldVersion', 'block']])
  await clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
  const { version } = await read()
  const submit = { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(await definitionFor(approver, campaignId)) } }
  const refused = await approver.refused(submitNomination, submit)
  expect([refused.status, refused.codes.filter((c) => c.startsWith('paper.'))]).toEqual([422, ['paper.oldVersion']])
  expect(refused.problem.findings?.find((f) => f.code === 'paper.oldVersion')?.clause?.zh).toContain('示例')
  await approver.ask(handBack, { params: { nominationId }, body: { note: '纸质与电子版不一致' } })
  const now = await print()
  await upload(await scan([now.sheets[0]!, old.sheets[1]!]), '混装.pdf')
  expect([(await codesOf()).findings.map((f) => f.code)]).toEqual([['paper.oldVersion']])
  const foreign = await drawnPages(await printedForm({ formId: '01980000-0000-7000-8000-00000000000b', version: 2, contentHash: 'ab'.repeat(32), pages: 1 }), 150)
  await upload(await scan([now.sheets[0]!, foreign[0]!]), '夹带.pdf')
  const file = await codesOf()
  expect(file.findings.map((f) => [f.code, f.strength])).toEqual([['paper.foreignPage', 'block'], ['paper.missingPage', 'block']])
  expect([JSON.stringify(file).includes('01980000-0000-7000-8000-00000000000b'), file.pages[1]!.codes]).toEqual([false, [{ of: 'other', version: null, page: null }]])
})

test('a paper without a code, without a seal, without colour asks a person and blocks nothing', async () => {
  const blank = await sheetsWithoutCode()
  await upload(await scan(blank, ['gray']), '外面打印.pdf')
  await standing()
  expect(await papersSay()).toEqual([['paper.noCode', 'warn'], ['paper.noColour', 'warn']])
})
const sheetsWithoutCode = async (): Promise<Sheet[]> => [{ data: Buffer.alloc(1240 * 1754 * 3, 0xfb), width: 1240, height: 1754 }]

test('the Word file is held against the text of the PDF where it has one; a picture of paper is matched by its code alone', async () => {
  const ofForm = async () => {
    for (;;) {
      const form = (await clerk.ask(compareTexts, { params: { nominationId } })).pairs.find((p) => p.name.zh.includes('推荐表'))!
      if (form.state !== 'waiting') return form
      await pause(100)
    }
  }
  const form = await ofForm()
  expect([form.state, form.pieces, form.notInWord.length > 0]).toEqual(['noTextLayer', [], true])
  const { version, fields } = await read()
  await upload(Buffer.from(await printedForm({ formId: nominationId, version, contentHash: contentHashOf(nominationId, fields), pages: 1 })), '电子打印.pdf')
  const again = await ofForm()
  expect([again.state, again.differences > 0]).toEqual(['different', true])
})

test('paper arrives: found by its code or short number, entered once for each material, old versions refused, mistakes undone with a reason, and the unit sees what is missing', async () => {
  const held = await print()
  await upload(await scan(held.sheets), '推荐表.pdf')
  await standing()
  await clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
  const sealed = await read()
  await approver.ask(submitNomination, { params: { nominationId }, body: { version: sealed.version, warningsSeen: 0, still: true, declarations: approverDeclarations(await definitionFor(approver, campaignId)) } })
  const code = writePageCode({ formId: nominationId, version: held.version, contentHash: held.contentHash.slice(0, 20), page: { number: 1, of: 2 } })
  const look = (text: string) => o.office.ask(lookUpPaper, { params: { campaignId }, body: { text } })
  const found = await look(code.toLowerCase())
  expect([found.standing, found.rows.map((r) => r.nominationId), found.rows[0]!.register.papers.map((p) => [p.materialId, p.due, p.missing])[0]]).toEqual(['current', [nominationId], [stamped, 2, 2]])
  expect([(await look(nominationId.slice(0, 8))).standing, (await look(`${nominationId.slice(0, 13)} ${held.contentHash.slice(0, 6)}`)).standing, (await look('zzz')).findings[0]?.code]).toEqual(['unknown', 'current', 'paper.notACode'])
  const photo = await o.office.ask(lookUpPaper, { params: { campaignId }, body: { photo: (await wornPage('phone', held.sheets[0]!, { wear: ['phone'] })).toString('base64') } })
  expect([photo.standing, photo.rows[0]?.nominationId]).toEqual(['current', nominationId])
  const old = code.replace(held.contentHash.slice(0, 20).toUpperCase(), 'A'.repeat(20))
  expect((await look(old)).standing).toBe('old')
  const receive = (items: { carrier: 'paper' | 'disc' | 'usb'; materialId: string | null; copies: number }[], by: string | null = code) => ({ params: { campaignId }, body: { nominationId, code: by, items } })
  const form = { carrier: 'paper' as const, materialId: stamped, copies: 2 }
  expect((await o.office.refused(receivePaper, receive([form], old))).codes).toEqual(['paper.oldVersion'])
  expect((await o.office.refused(receivePaper, receive([form], null))).codes).toEqual(['paper.notCompared'])
  await o.office.ask(receivePaper, receive([form, { carrier: 'usb', materialId: null, copies: 1 }]))
  const { register } = await clerk.ask(paperOfNomination, { params: { nominationId } })
  expect([register.papers[0]!.missing, register.carrier?.received, register.whole, register.papers.filter((p) => p.missing > 0).length > 0]).toEqual([0, true, false, true])
  const usb = register.arrivals.find((a) => a.carrier === 'usb')!
  await o.office.ask(undoArrival, { params: { campaignId, arrivalId: usb.id }, body: { reason: 'U盘打不开，已退回' } })
  expect((await o.office.refused(undoArrival, { params: { campaignId, arrivalId: usb.id }, body: { reason: '再撤一次' } })).status).toBe(404)
  const after = (await o.office.ask(paperRegister, { params: { campaignId } })).rows[0]!.register
  expect([after.carrier?.received, after.arrivals.find((a) => a.id === usb.id)?.undone?.reason]).toEqual([false, 'U盘打不开，已退回'])
  const acts = (await o.office.ask(campaignLedger, { params: { campaignId } })).entries.map((e) => e.act).filter((a) => a.startsWith('paper.'))
  expect(acts.toSorted()).toEqual(['paper.received', 'paper.undone'])
  expect((await clerk.send(paperReceiptPdf, { params: { nominationId } })).text.slice(0, 5)).toBe('%PDF-')
})

test('beside the seals of a scan the office sees those of what the same unit sent before, of another unit and of a draft none; the unit is not asked to compare', async () => {
  const db = at.services.db
  const { unit_id: unitId } = (await db.row<{ unit_id: string }>(`SELECT unit_id FROM nominations WHERE id = $1`, [nominationId]))!
  const other = (await db.row<{ id: string }>(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), parent_id, root_id, 'U9', '另一单位（示例）', type FROM organisations WHERE id = $1 RETURNING id`, [unitId]))!.id
  await db.rows(`INSERT INTO campaign_units (campaign_id, unit_id) VALUES ($1, $2)`, [campaignId, other])
  const [later, draft, foreign] = [
    await putNomination(db, { campaignId, unitId, name: '后来人', state: 'accepted', n: 4 }), await putNomination(db, { campaignId, unitId, name: '未报人', state: 'draft', n: 5 }), await putNomination(db, { campaignId, unitId: other, name: '外单位', state: 'submitted', n: 0 }),
  ]
  const file = (await codesOf()).fileId
  for (const id of [draft, foreign]) await db.rows(`INSERT INTO materials SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'nomination_id', $2::uuid))).* FROM materials m WHERE m.id = $1`, [file, id])
  const { seals } = await o.office.ask(earlierSeals, { params: { nominationId: later } })
  expect(seals.every((s) => s.nominationId === nominationId)).toBe(true)
  const [same, ...more] = seals.filter((s) => s.materialId === stamped)
  expect([same?.fileId, same?.picture, more]).toEqual([file, '2-1', []])
  expect((await o.office.send(paperPicture, { params: same! })).status).toBe(200)
  expect((await o.office.ask(earlierSeals, { params: { nominationId } })).seals).toEqual([])
  expect([(await clerk.send(earlierSeals, { params: { nominationId: later } })).status, (await o.office.send(earlierSeals, { params: { nominationId: draft } })).status]).toEqual([404, 404])
})
