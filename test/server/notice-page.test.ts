/** The notice as a public page: the official document's own words, the days left, the source; always the newest. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAttachment, listAttachments, readOriginal, removeAttachment, replaceAttachment, stateOriginal } from '#contract/operations/attachments'
import { confirmExtension, proposeExtension, readCampaign } from '#contract/operations/campaigns'
import { attachmentsOf } from '#core/campaign/attachments'
import { dayOf, sayEnd } from '#core/kernel/instant'
import { officialDocumentOf } from '#documents/official/from-definition'
import { freshInstallation, type Installation } from './installation'
import { Person } from './person'
import { word } from './sheets'
import { amend, dutyRule, forwardOpen, openNational, openTree, type Tree } from './tree'

let at: Installation
let t: Tree
let nation: string
let province: string
beforeAll(async () => {
  at = await freshInstallation()
  t = await openTree(at)
  nation = await openNational(at, t)
  province = await forwardOpen(at, nation, t.province, 15)
})
afterAll(() => at.close())

const escaped = (s: string) => s.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!)
const page = async (slug: string, lang = ''): Promise<string> => {
  const { status, text } = await new Person(at.origin).raw('GET', `/p/${lang}${slug}/notice`)
  expect([status, text.includes('<script'), Buffer.byteLength(text) <= 60_000]).toEqual([200, false, true])
  return text
}
const read = (seat: Tree['nation'], campaignId: string) => seat.office.ask(readCampaign, { params: { campaignId } })

test('it says every paragraph of the official document, without a script, in less than 60 kB, in both languages', async () => {
  const c = await read(t.nation, nation)
  const text = await page(c.slug)
  const doc = officialDocumentOf(c.definition, c.contact, dayOf(c.openedAt!), attachmentsOf(c.definition))
  const said = doc.body.map((b) => escaped(b.kind === 'paragraph' ? b.text : b.runOn ?? b.text))
  expect(said.filter((s) => !text.includes(s))).toEqual([])
  expect([said.length > 20, text.includes(`${sayEnd(c.deadline!).zh} 止`), text.includes('还剩 21 天'), text.includes(c.contact.phone)]).toEqual([true, true, true, true])
  expect((await page(c.slug, 'en/')).includes('21 days left, today included')).toBe(true)
})

test('a forwarded notice leads to the one above; the office states another source, which must be a web address', async () => {
  const [above, own] = [await read(t.nation, nation), await read(t.province, province)]
  expect((await page(above.slug)).includes('class="source"')).toBe(false)
  expect(await page(own.slug)).toContain(`<dt>转发自</dt><dd><a href="/p/${above.slug}/notice">`)
  const state = (url: string) => ({ params: { campaignId: province }, body: { original: { name: '全国学会网站（示例）', url } } })
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://user:secret@example.org/', 'https://example.org/a b', '//example.org', 'ftp://example.org', 'https://"onmouseover=x'])
    expect([url, (await t.province.office.refused(stateOriginal, state(url))).codes]).toEqual([url, ['original.address']])
  await t.province.office.ask(stateOriginal, state('https://example.org/tz?id=1&x=2'))
  expect(await page(own.slug)).toContain('<a href="https://example.org/tz?id=1&amp;x=2" rel="noopener noreferrer nofollow" class="away">https://example.org/tz?id=1&amp;x=2</a>')
  expect((await t.province.office.ask(readOriginal, { params: { campaignId: province } })).parent?.path).toBe(`/p/${above.slug}/notice`)
  expect((await t.other.office.send(stateOriginal, state('https://example.org/'))).status).toBe(404)
})

test('the own form of the level above is the form of those who forward it, until they give theirs', async () => {
  const form = await word('全国统一的推荐表（示例）')
  const put = (seat: Tree['nation'], campaignId: string, file: Buffer) => seat.office.ask(replaceAttachment, { params: { campaignId, attachmentId: 'nomination-form' }, body: { name: '推荐表.docx', base64: file.toString('base64'), reason: '统一用表（示例）' } })
  const inForce = async () => (await t.province.office.ask(listAttachments, { params: { campaignId: province } })).attachments[0]!.inForce!
  const { slug } = await read(t.province, province)
  const { sha256 } = await put(t.nation, nation, form)
  expect([(await inForce()).by, (await inForce()).from, (await inForce()).sha256, (await page(slug)).includes(sha256.slice(0, 8))]).toEqual(['above', '全国学会（示例）', sha256, true])
  // So is what the level above adds, which is theirs to change and to take away.
  const added = await t.nation.office.ask(addAttachment, { params: { campaignId: nation }, body: { title: '全国日程（示例）', name: 'x.docx', base64: form.toString('base64'), reason: '统一日程（示例）' } })
  const below = async () => (await t.province.office.ask(listAttachments, { params: { campaignId: province } })).attachments.filter((a) => a.added !== null).map((a) => [a.name.zh, a.added, a.inForce?.from])
  expect([await below(), (await page(slug)).includes('全国日程（示例）')]).toEqual([[['全国日程（示例）', 'above', '全国学会（示例）']], true])
  const theirs = { campaignId: province, attachmentId: added.attachmentId }
  expect([(await t.province.office.send(removeAttachment, { params: theirs, body: { reason: '本省不用（示例）' } })).status, (await t.province.office.send(replaceAttachment, { params: theirs, body: { name: 'x.docx', base64: form.toString('base64'), reason: '本省不用（示例）' } })).status]).toEqual([404, 404])
  const own = await put(t.province, province, await word('省里的推荐表（示例）'))
  expect([(await inForce()).by, (await inForce()).sha256]).toEqual(['office', own.sha256])
})

test('an extension and an amendment stand on it at once', async () => {
  const c = await read(t.nation, nation)
  const until = c.deadline! + 2 * 86_400_000
  const { extensionId } = await t.nation.office.ask(proposeExtension, { params: { campaignId: nation }, body: { until, reason: '多家单位反映网络故障（示例）' } })
  await t.nation.second.ask(confirmExtension, { params: { campaignId: nation, extensionId } })
  expect([(await page(c.slug)).includes('还剩 23 天'), (await page(c.slug)).includes('已延长')]).toEqual([true, true])
  await amend(t.nation, nation, [dutyRule('weekly')])
  const text = await page(c.slug)
  expect([text.includes('每周报送进度（示例）'), text.includes('第 2 版，修订于')]).toEqual([true, true])
})

test('the days left count down by themselves, and at the end the page says so', async () => {
  const c = await read(t.nation, nation)
  await at.setClock(c.deadline! - 3_600_000)
  expect(await page(c.slug)).toContain('还剩 1 天（含今天）')
  await at.setClock(c.deadline!)
  expect((await page(c.slug)).includes('还剩 1 天（含今天）')).toBe(false)
})

test('a number of a person in a rule is not published; the contact that the notice states is', async () => {
  await at.setClock(Date.parse('2026-11-22T02:00:00Z'))
  const id = await openNational(at, t, (rules) => [...rules, { id: 'call', kind: 'duty', subject: 'report', text: { zh: '材料问题请打手机13812345678（示例）', en: 'Call 13812345678' }, basis: { kind: 'office decision', reason: { zh: '示例', en: 'sample' }, date: '2026-11-21' }, strength: 'block' } as never])
    .catch(() => null)
  if (id === null) throw new Error('the campaign was not issued')
  const c = await read(t.nation, id)
  const text = await page(c.slug)
  expect([text.includes('13812345678'), text.includes('＊＊＊＊＊＊'), text.includes(c.contact.phone)]).toEqual([false, true, true])
})
