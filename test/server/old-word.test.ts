/** 推荐表 in .doc: filled in where this machine has LibreOffice, the office's file itself untouched; where it has none, the words that ask for a .docx. test/documents/office-form.doc is the office's form of the other tests, saved by LibreOffice as Word 97. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachmentFile, listAttachments, replaceAttachment } from '#contract/operations/attachments'
import { createCampaign } from '#contract/operations/campaigns'
import { correctFormPlaces, exampleForm, listPapers, paper, readFormPlaces } from '#contract/operations/forms'
import { createNomination, readNomination, saveDraft } from '#contract/operations/nominations'
import { FORM_ID } from '#core/campaign/attachments'
import { readWordForm } from '#documents/forms/fill-word'
import { newWordOf, oldWordArguments, oldWordLimits } from '#server/forms/old-word'
import { findSoffice } from '#server/programs/find-programs'
import { noPrograms, type Program } from '#server/programs/program'
import { runProgram } from '#server/programs/run-program'
import { invariants } from '#server/store/invariants'
import { officeForm } from '../documents/office-form'
import { provincialPlan } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { issue } from './issue'
import { livingWith } from './living'
import { openOffice, type Office } from './office'
import type { Person } from './person'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

const found = await findSoffice(process.env)
const soffice: Program | null = found.program
if (soffice === null) console.warn('old-word: no LibreOffice on this machine, so what it makes of a .doc is not tried (Debian: apt-get install --no-install-recommends libreoffice-writer-nogui)')
const doc = await readFile(new URL('../documents/office-form.doc', import.meta.url))
let folder: TemporaryFolder
beforeAll(async () => { folder = await temporaryFolder() })
afterAll(() => folder.remove())

interface Begun { readonly at: Installation; readonly o: Office; readonly campaignId: string }
const begin = async (program: Program | null): Promise<Begun> => {
  const at = await freshInstallation({ programs: { ...noPrograms, soffice: program } })
  const o = await openOffice(at, 1)
  const { campaignId } = await o.office.ask(createCampaign, { body: provincialPlan(o.templates.get('lnma-2021')!, await at.now()) })
  return { at, o, campaignId }
}
const params = ({ campaignId }: Begun) => ({ campaignId, attachmentId: FORM_ID })
const bring = (b: Begun, bytes: Uint8Array = doc) => ({ params: params(b), body: { name: '推荐表', base64: Buffer.from(bytes).toString('base64'), reason: '' } })
const places = (b: Begun) => b.o.office.ask(readFormPlaces, { params: params(b) })
const form = async (b: Begun) => (await b.o.office.ask(listAttachments, { params: { campaignId: b.campaignId } })).attachments.find((a) => a.id === FORM_ID)!.inForce!
const fetched = async (b: Begun, who: Person, path: string): Promise<Buffer> => Buffer.from(await (await fetch(`${b.at.origin}${path}`, { headers: { cookie: `xuanshu_session=${who.token}` } })).arrayBuffer())
const fileAt = (b: Begun, more = '') => `${attachmentFile.path.replace(':campaignId', b.campaignId).replace(':attachmentId', FORM_ID)}${more}`
const stand = async (name: string, script: string): Promise<Program> => {
  const file = join(folder.path, name)
  await writeFile(file, `#!${process.execPath}\nconst folder = ${JSON.stringify(folder.path)}\n${script}\n`, { mode: 0o755 })
  return { file, alone: [] }
}

test('without a program the .doc is taken as it is, and the words ask for a .docx', async () => {
  const b = await begin(null)
  await b.o.office.ask(replaceAttachment, bring(b))
  const { findings, spots } = await places(b)
  expect([spots, findings.map((f) => [f.code, f.mend.zh])]).toEqual([null, [['form.oldWord', '请在 Word 或 WPS 里打开，另存为 .docx，再更换一次。']]])
  expect([(await form(b)).made, (await fetched(b, b.o.office, fileAt(b))).equals(doc)]).toEqual([null, true])
  await b.at.close()
})

describe('a program that does not do it', () => {
  test('leaves the .doc as it is, with words; the reader of forms never sees what came out', async () => {
    const b = await begin(await stand('soffice', `const { writeFileSync, mkdirSync } = require('node:fs'); const to = process.argv[process.argv.indexOf('--outdir') + 1]; mkdirSync(to); writeFileSync(to + '/form.docx', 'no Word at all')`))
    await b.o.office.ask(replaceAttachment, bring(b))
    const { findings, spots } = await places(b)
    expect([spots, findings.map((f) => f.code), (await fetched(b, b.o.office, fileAt(b))).equals(doc)]).toEqual([null, ['form.oldWordBroken'], true])
    expect((await b.o.office.raw('GET', fileAt(b, '?made=docx'))).status).toBe(404)
    await b.at.close()
  })
  test.each([
    ['time', `setInterval(() => {}, 1000)`, { milliseconds: 700 }], ['memory', `const held = []; setInterval(() => held.push(Buffer.alloc(20e6, 1)), 20)`, { residentBytes: 200e6 }], ['room', `setInterval(() => require('node:fs').appendFileSync(process.env.HOME + '/a', Buffer.alloc(5e6)), 20)`, { folderBytes: 20e6 }],
  ] as const)('is ended when it takes too much %s, and nothing of it stays', async (what, script, limits) => {
    const program = await stand(`takes-${what}`, script)
    const before = (await readdir(tmpdir())).filter((f) => f.startsWith('xuanshu-old-word-'))
    expect(await newWordOf(program, doc, { ...oldWordLimits, ...limits })).toEqual({ ok: false, why: 'heavy' })
    await expect.poll(() => livingWith(program.file)).toEqual([])
    expect((await readdir(tmpdir())).filter((f) => f.startsWith('xuanshu-old-word-') && !before.includes(f))).toEqual([])
  })
})

// Needs LibreOffice, an optional extra.
describe.skipIf(soffice === null)('with LibreOffice', () => {
  let b: Begun
  beforeAll(async () => { b = await begin(soffice) })
  afterAll(() => b?.at.close())

  test('the office’s .doc is read and filled in as its .docx would be; the .doc that goes out is the office’s, byte by byte', async () => {
    await b.o.office.ask(replaceAttachment, bring(b))
    const inForce = await form(b)
    expect([inForce.format, inForce.bytes, (await fetched(b, b.o.office, fileAt(b))).equals(doc)]).toEqual(['doc', doc.byteLength, true])
    const made = await fetched(b, b.o.office, fileAt(b, '?made=docx'))
    expect(made.byteLength).toBe(inForce.made!.bytes)
    const read = (await places(b)).places
    // The very form that was saved as .doc, as .docx.
    const { campaignId } = await b.o.office.ask(createCampaign, { body: provincialPlan(b.o.templates.get('lnma-2021')!, await b.at.now()) })
    await b.o.office.ask(replaceAttachment, bring({ ...b, campaignId }, await officeForm()))
    const told = ({ places: of, unknown, unplaced, findings }: Awaited<ReturnType<typeof places>>) => ({ places: of.map((p) => [p.label.replace(/\s/gu, ''), p.keys, p.how, p.rows?.count ?? 0]), unknown: unknown.map((u) => u.text.replace(/\s/gu, '')), unplaced, findings: findings.map((f) => f.code) })
    expect(told(await places(b))).toEqual(told(await places({ ...b, campaignId })))
    expect(read.length).toBeGreaterThan(9)
    const example = await fetched(b, b.o.office, exampleForm.path.replace(':campaignId', b.campaignId).replace(':attachmentId', FORM_ID))
    expect((await readWordForm(example)).length).toBeGreaterThan(20)
    expect((await b.o.office.refused(replaceAttachment, bring(b))).codes).toEqual(['attachment.same'])
    // What the office corrects holds for the file it looked at.
    const { sha256 } = await places(b)
    await b.o.office.ask(correctFormPlaces, { params: params(b), body: { sha256, corrections: { [read[0]!.id]: '' } } })
    expect((await places(b)).corrections).toEqual({ [read[0]!.id]: '' })
    await b.o.office.ask(correctFormPlaces, { params: params(b), body: { sha256, corrections: {} } })
  })

  test('a unit prints its form in the office’s own shape', async () => {
    await issue(b.o.second, b.campaignId)
    const clerk = b.o.units[0]!.clerk
    const { nominationId } = await clerk.ask(createNomination, { params: { campaignId: b.campaignId }, body: { candidateName: '沈若川' } })
    const { version } = await clerk.ask(readNomination, { params: { nominationId } })
    await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: { name: '沈若川', post: '急诊科主任（示例）' } } })
    const own = (await clerk.ask(listPapers, { params: { nominationId } })).papers.find((p) => p.id === FORM_ID)!
    expect([own.by, own.formats]).toEqual(['office', ['docx']])
    const filled = await fetched(b, clerk, `${paper.path.replace(':nominationId', nominationId).replace(':sheetId', FORM_ID)}?as=docx`)
    const text = (await readWordForm(filled)).flatMap((s) => s.lines).join('\n')
    expect([text.includes('沈若川'), text.includes('急诊科主任（示例）'), text.includes('学习工作简历')]).toEqual([true, true, true])
    for (const i of invariants) expect([i.name, await b.at.services.db.rows(i.sql)]).toEqual([i.name, []])
  })

  test('one that was given before the program was there is converted when it is given again', async () => {
    const { campaignId } = await b.o.office.ask(createCampaign, { body: provincialPlan(b.o.templates.get('lnma-2021')!, await b.at.now()) })
    const other = { ...b, campaignId }
    await b.o.office.ask(replaceAttachment, bring(other))
    await b.at.services.db.rows(`UPDATE attachments SET made_sha256 = NULL, made_bytes = NULL WHERE campaign_id = $1`, [campaignId])
    expect((await places(other)).findings.map((f) => [f.code, f.mend.zh])).toEqual([['form.oldWord', '请再更换一次（选同一个文件就行），这次由服务器转成 .docx。']])
    await b.o.office.ask(replaceAttachment, bring(other))
    expect((await places(other)).spots).not.toBe(null)
  })

  test('a web page under the name of a form is not opened, and reaches nobody', async () => {
    const asked: string[] = []
    const server = createServer((request, answer) => { asked.push(request.url ?? ''); answer.end() }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const page = Buffer.from(`<html><body><p>推荐表</p><img src="http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png"></body></html>`)
    // With a network: the switches alone have to hold.
    const open: Program = { ...soffice!, alone: [] }
    await newWordOf(open, page)
    expect(asked).toEqual([])
    // The mutant: told neither what it is nor to leave links alone, it does ask.
    const work = join(folder.path, 'naive')
    await mkdir(work)
    await writeFile(join(work, 'form.doc'), page)
    await runProgram({ program: open, folder: work, nice: 0, limits: oldWordLimits, args: oldWordArguments(work).filter((a) => !a.startsWith('--infilter')) })
    server.close()
    expect(asked.length).toBeGreaterThan(0)
  })
})
