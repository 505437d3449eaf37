/** 附件: the sheets a notice brings along; the office's own file in their place, and back; what units and the public get. */
import ExcelJS from 'exceljs'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachmentFile, listAttachments, replaceAttachment, restoreAttachment } from '#contract/operations/attachments'
import { proposeFilePass } from '#contract/operations/file-passes'
import { campaignLedger, createCampaign, readCampaign, verifyLedger } from '#contract/operations/campaigns'
import { oleFile } from '#media/sample-ole'
import { stampedPdf } from '#server/demo/samples/scan'
import { provincialPlan } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { issue } from './issue'
import { pdfWithText } from './marked-files'
import { openOffice, type Office } from './office'
import { Person } from './person'
import { pdf } from './notice-files'
import * as sample from './notice-files'
import { withMacros, word } from './sheets'
import { unzip } from '../documents/unzip'

let at: Installation
let o: Office
let campaignId: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = (await o.office.ask(createCampaign, { body: provincialPlan(o.templates.get('lnma-2021')!, await at.now()) })).campaignId
})
afterAll(() => at.close())

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const FORM = 'nomination-form'
const params = { get list() { return { campaignId } }, of: (attachmentId: string) => ({ campaignId, attachmentId }) }
const list = (who: Person) => who.ask(listAttachments, { params: params.list }).then((r) => r.attachments)
const one = async (who: Person, id = FORM) => (await list(who)).find((a) => a.id === id)!
const fetched = async (who: Person, id = FORM, more = ''): Promise<{ status: number; bytes: Uint8Array; name: string; type: string | null }> => {
  const r = await fetch(`${at.origin}${attachmentFile.path.replace(':campaignId', campaignId).replace(':attachmentId', id)}${more}`, { headers: { cookie: `xuanshu_session=${who.token}` } })
  return { status: r.status, bytes: new Uint8Array(await r.arrayBuffer()), name: decodeURIComponent(/filename\*=UTF-8''(.*)/.exec(r.headers.get('content-disposition') ?? '')?.[1] ?? ''), type: r.headers.get('content-type') }
}
const bring = (bytes: Uint8Array, name = '推荐表.docx', reason = '') => ({ params: params.of(FORM), body: { name, base64: Buffer.from(bytes).toString('base64'), reason } })
const acts = async () => (await o.office.ask(campaignLedger, { params: { campaignId } })).entries.map((e) => e.act)

test('form, summary and report come from the definition; the product makes each, the same file every time', async () => {
  expect((await list(o.office)).map((a) => [a.id, a.name.zh, a.inForce?.by, a.inForce?.fileName])).toEqual([
    [FORM, '推荐表', 'product', '附件1 推荐表.docx'], ['summary-sheet', '候选人汇总表', 'product', '附件2 候选人汇总表.xlsx'], ['activity-report', '学习宣传活动开展情况汇总表', 'product', '附件3 学习宣传活动开展情况汇总表.docx'],
  ])
  for (const { id, inForce } of await list(o.office)) {
    const got = await fetched(o.office, id)
    expect([id, got.status, sha(got.bytes), got.bytes.byteLength, got.type]).toEqual([id, 200, inForce!.sha256, inForce!.bytes, 'application/octet-stream'])
  }
  // What the product makes would itself pass: it is only nothing new.
  expect((await o.office.refused(replaceAttachment, bring((await fetched(o.office)).bytes))).codes).toEqual(['attachment.same'])
  const { definition } = await o.office.ask(readCampaign, { params: { campaignId } })
  const text = Buffer.from((await unzip((await fetched(o.office)).bytes)).get('word/document.xml')!).toString('utf8')
  expect(definition.rules.filter((r) => r.kind === 'formField' && !text.includes(r.label.zh)).map((r) => r.id)).toEqual([])
})

test('what is no plain Word, Excel or PDF is refused with its reason, whatever its name says', async () => {
  const locked = sample.ole({ EncryptedPackage: Buffer.from('x'), EncryptionInfo: Buffer.from('y') })
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  for (const [what, bytes, code] of [
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'attachment.kind'], ['words', Buffer.from('推荐表'), 'attachment.kind'], ['macros', await withMacros('推荐表'), 'attachment.active'],
    ['a password', locked, 'attachment.encrypted'], ['half a file', (await word('推荐表')).subarray(0, 900), 'attachment.broken'], ['a picture', png, 'attachment.broken'], ['too large', Buffer.alloc(5_000_001, 1), 'attachment.tooLarge'],
  ] as const) expect([what, (await o.office.refused(replaceAttachment, bring(bytes))).codes]).toEqual([what, [code]])
  expect(await acts()).toEqual(['campaign.created'])
})

test('the office puts its own form in its place; a draft needs no reason; the name follows what the file really is', async () => {
  const own = Buffer.from(await pdf(['推荐表（示例）']))
  const { sha256, version } = await o.office.ask(replaceAttachment, bring(own, '推荐表.docx'))
  expect([sha256, version]).toEqual([sha(own), 1])
  expect((await one(o.office)).inForce).toEqual(expect.objectContaining({ by: 'office', fileName: '附件1 推荐表.pdf', format: 'pdf', bytes: own.byteLength, sha256 }))
  expect(Buffer.from((await fetched(o.office)).bytes).equals(own)).toBe(true)
  expect((await fetched(o.office, FORM, '?made=product')).name).toBe('附件1 推荐表.docx')
  expect((await o.office.refused(replaceAttachment, bring(own))).codes).toEqual(['attachment.same'])
})

test('it goes back to the product’s own, once', async () => {
  await o.office.ask(restoreAttachment, { params: params.of(FORM), body: {} })
  const form = await one(o.office)
  expect([form.inForce?.by, form.changes.map((c) => [c.version, c.by, c.file === null])]).toEqual(['product', [[2, '郑一帆', true], [1, '郑一帆', false]]])
  expect((await o.office.refused(restoreAttachment, { params: params.of(FORM), body: {} })).codes).toEqual(['attachment.same'])
})

test('units see nothing of a draft; once it is open a change needs a reason, which they read, and nobody’s name', async () => {
  const { clerk } = o.units[0]!
  expect((await clerk.send(listAttachments, { params: params.list })).status).toBe(404)
  await issue(o.second, campaignId)
  const own = await word('推荐表，第二稿（示例）')
  expect((await o.office.refused(replaceAttachment, bring(own))).codes).toEqual(['attachment.reason'])
  await o.office.ask(replaceAttachment, bring(own, '推荐表.docx', '栏目有误，更正（示例）'))
  const seen = await one(clerk)
  expect([seen.inForce?.sha256, seen.changes.map((c) => [c.version, c.by, c.reason])]).toEqual([sha(own), [[3, '', '栏目有误，更正（示例）'], [2, '', ''], [1, '', '']]])
  expect(sha((await fetched(clerk)).bytes)).toBe(sha(own))
  expect((await clerk.send(replaceAttachment, bring(await word('单位自己的表')))).status).toBe(404)
  expect((await acts()).filter((a) => a.startsWith('attachment.'))).toEqual(['attachment.replaced', 'attachment.restored', 'attachment.replaced'])
  expect((await o.office.ask(verifyLedger, { params: { campaignId } })).whole).toBe(true)
})

test('the public notice leads to each, with its version; a foreign or absent one is not there', async () => {
  const { slug } = await o.office.ask(readCampaign, { params: { campaignId } })
  const { text } = await new Person(at.origin).raw('GET', `/p/${slug}/notice`)
  const links = [...text.matchAll(/href="(\/api\/public[^"]+)"[\s\S]*?SHA-256 <code>(\w+)<\/code>/g)].map((m) => [m[1]!, m[2]!] as const)
  expect(links).toHaveLength(3)
  for (const [href, hash] of links) expect(sha(new Uint8Array(await (await fetch(`${at.origin}${href}`)).arrayBuffer())).slice(0, 8)).toBe(hash)
  expect(text).toContain('更换：栏目有误，更正（示例）')
  expect([(await fetched(o.office, 'no-such-sheet')).status, (await fetch(`${at.origin}/api/public/campaigns/${slug}/attachments/no-such-sheet`)).status, (await fetch(`${at.origin}/api/public/campaigns/none/attachments/${FORM}`)).status]).toEqual([404, 404, 404])
})

test('two changes at once are two versions, one after the other', async () => {
  const files = await Promise.all(['甲', '乙'].map((x) => word(`推荐表 ${x}（示例）`)))
  await Promise.all(files.map((f) => o.office.ask(replaceAttachment, bring(f, '推荐表.docx', '同时更换（示例）'))))
  const { changes } = await one(o.office)
  expect([changes.map((c) => c.version), changes.slice(0, 2).map((c) => c.file?.sha256).sort()]).toEqual([[5, 4, 3, 2, 1], files.map(sha).sort()])
})

test('what names persons by number is refused, wherever in the file it stands; what the notice itself makes known is not', async () => {
  const sheet = async (fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('名单').addRow(['姓名', '单位'])
    fill(book)
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const { contact } = (await at.services.db.row<{ contact: { phone: string } }>(`SELECT contact FROM campaigns WHERE id = $1`, [campaignId]))!
  const kinds = async (bytes: Uint8Array): Promise<string[]> => { const { status, text } = await o.office.send(replaceAttachment, bring(bytes, '推荐表.docx', '改了填写说明')); return status === 200 ? ['kept'] : (JSON.parse(text) as { findings: { code: string; what: { zh: string } }[] }).findings.map((f) => `${f.code} ${f.what.zh.replace(/^文件里有|，附件.*$/g, '')}`) }
  const hidden = await sheet((book) => { book.addWorksheet('底稿', { state: 'veryHidden' }).addRow(['凌云舟', '99000019840312123X']) })
  const comment = await sheet((book) => { book.worksheets[0]!.getCell('A2').note = '家庭电话 024-23891234' })
  const asNumber = await sheet((book) => { book.worksheets[0]!.addRow(['凌云舟', Number('990000198403121230')]); book.worksheets[0]!.addRow(['卫衡', 13912345678]) })
  const column = await sheet((book) => { book.worksheets[0]!.addRows([['姓名', '出生年月日'], ['凌云舟', '1984-03-12'], ['卫衡', '1990年5月4日']]) })
  expect([await kinds(hidden), await kinds(comment), await kinds(asNumber), await kinds(column), await kinds(await word('报名请写：家庭住址：云川省青陵市和平路3号'))]).toEqual([
    ['attachment.personal 身份证号 1 处（如 9900…）'], ['attachment.personal 电话号码 1 处（如 家庭电话…）'], ['attachment.personal 身份证号 1 处（如 9900…）', 'attachment.personal 电话号码 1 处（如 1391…）'], ['attachment.personal 出生日期 2 处（如 1984…）'], ['attachment.personal 住址 1 处（如 家庭住址…）'],
  ])
  expect(await kinds(await word(`身份证号：210102********1234　出生年月：1984年3月　联系电话：${contact.phone}　家庭住址：________`))).toEqual(['kept'])
  // What a machine cannot look through does not go out unseen: a scan, a page among others, an old workbook.
  const scan = await stampedPdf('attachment', { title: '公示名单', lines: ['凌云舟 99000019840312123X'], unit: '示例单位' })
  expect([await kinds(scan), await kinds(pdfWithText([['名单见第二页'], []])), await kinds(oleFile(['Root Entry', 'Workbook'], Buffer.of(9, 8, 2, 0, 0, 6)))]).toEqual([
    ['attachment.unseen 第 1 页没有机器能读的文字（扫描件或图片），有没有个人信息查不出来'], ['attachment.unseen 第 2 页没有机器能读的文字（扫描件或图片），有没有个人信息查不出来'], ['attachment.unseen 旧格式 .xls 里的内容机器看不全，里面有没有个人信息查不出来'],
  ])
  expect(await kinds(pdfWithText([['List of hosts'], ['2026']]))).toEqual(['kept'])
  // Two persons may let it pass, who look through it.
  expect((await o.office.ask(proposeFilePass, { params: { campaignId }, body: { name: '公示名单.pdf', base64: Buffer.from(scan).toString('base64'), reason: '只有盖章的扫描件，已逐页看过（示例）' } })).passId).toMatch(/-/u)
})
