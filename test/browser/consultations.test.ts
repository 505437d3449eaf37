/** 联审, as the office plays it: a thousand candidates against the organs, one letter each, a reply with one objection, read beside the matrix; the supervisor reads and changes nothing. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { lookAtLetter } from '#contract/operations/organ-links'
import { inviteAccount } from '#contract/operations/organisations'
import { addDays, dayOf } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { inPdf } from '#server/inspection/pdfium'
import { spellRest } from '#server/search/spelling'
import { LinkHolder } from '../server/link-holder'
import { openProvincial } from '../server/office'
import { Person } from '../server/person'
import { putMany } from '../server/put-many'
import { putNomination } from '../server/put-nomination'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shot } from './play'

let campaignId: string
let empty: string
let supervisor: Person
let link = ''
const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-01-01' }
const [police, tax] = ['公安部门（示例）', '税务部门（示例）']
const withOpinions = (rules: StatedRule[]): StatedRule[] => [...rules, { id: 'joint-review', kind: 'opinion', strength: 'block', basis, of: [{ zh: police, en: 'Police (sample)' }, { zh: tax, en: 'Tax office (sample)' }], before: 'publicNotice' }] as StatedRule[]

play({ units: 3 }, async () => {
  ;[campaignId, empty] = [await openProvincial(at, o, withOpinions), await openProvincial(at, o)]
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  const unit = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
  await putNomination(at.services.db, { campaignId, unitId: unit, name: '单雄新', state: 'accepted', n: 5000 })
  await at.services.db.rows(`WITH u AS (INSERT INTO uploads (id, nomination_id, account_id, material_id, name, bytes, state) SELECT gen_random_uuid(), n.id, a.id, 'photo', '示例.pdf', 1, 'quarantined' FROM nominations n, accounts a WHERE n.candidate_name = '单雄新' AND a.login = 'clerk1' RETURNING *)
    INSERT INTO quarantine (id, campaign_id, nomination_id, material_id, sent_by, sha256, bytes, name, markings, found_at) SELECT u.id, $1, u.nomination_id, u.material_id, u.account_id, repeat('1', 64), 1, '示例.pdf', '[]', product_time() FROM u`, [campaignId])
  await putMany(at.services.db, { campaignId, categories: ['a'], count: 1600, seed: 3, days: 5 })
  while ((await spellRest(at.services.db, 'person')) > 0);
})

const arrive = async (token: string, viewport: { width: number; height: number }) => (await Visitor.arrive(browser, at.origin, viewport)).holding(token)
const standing = async () => (await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM nominations WHERE campaign_id = $1 AND state IN ('submitted','returned','accepted')`, [campaignId]))!.n

test('nobody to ask about yet is said in words', async () => {
  const office = await arrive(o.office.token, { width: 1440, height: 900 })
  await office.open(`/office/c/${empty}/consultations`)
  await office.sees('还没有可征求意见的人选')
  await office.keepsNobodyOut()
  await office.leave()
}, 120_000)

test('two letters for a thousand candidates, seen before they are noted; a reply settles what is owed; an objection is read beside', async () => {
  const office = await arrive(o.office.token, { width: 1440, height: 900 })
  await office.open(`/office/c/${campaignId}/consultations`)
  const n = await standing()
  expect(n).toBeGreaterThan(800)
  await office.sees(`已报送、在列的 ${n} 名人选`, `再列出一些（还有 ${n - 50} 名）`)
  await office.keepsNobodyOut()
  await office.press('征求意见')
  await office.fill('请在哪天前回复', addDays(dayOf(await at.now()), 7), office.dialog())
  await office.sees(`一个部门一封，共 2 封信，${2 * n} 人次`, '有材料因涉密标志已隔离、还没有处置完：单雄新')
  // Of one a file is set apart: that was seen, or nothing is asked.
  expect(await office.dialog().getByRole('button', { name: '记下征求，取 2 封信' }).isDisabled()).toBe(true)
  await shot(office, 'consultations-apart')
  await office.dialog().getByRole('checkbox', { name: '已看过，仍然征求' }).check()
  await office.keepsNobodyOut()
  await shot(office, 'consultations-ask')
  await office.press('记下征求，取 2 封信', office.dialog())
  await office.sees('已记下征求，共 2 封信', `给${police}的信`)
  await office.keepsNobodyOut()
  // The tax office has no account: it answers by the link that stands in its letter.
  const letter = await office.dialog().getByLabel(`给${tax}的信`).inputValue()
  expect([letter.includes('只能用一次'), letter.includes(`${n}. `)]).toEqual([true, true])
  link = /http\S+\/organ#\S+/.exec(letter)![0]
  await office.press('好了', office.dialog())
  await office.sees('已征求')
  // Found by initials, asked about, answered.
  await office.page.getByRole('searchbox').fill('sxx')
  await office.sees('符合的有 1 名', '单雄新')
  await office.press('登记复函')
  await office.select('哪个部门', police)
  await office.fill('复函文号或名称', '云公函〔2026〕8号（示例）', office.dialog())
  await office.fill('落款日期', dayOf(await at.now()), office.dialog())
  await office.press('加一名有意见的', office.dialog())
  await office.page.getByLabel('有意见的人选').selectOption({ index: 1 })
  await office.fill('怎么说', '有一件正在核实的信访（示例）', office.dialog())
  await office.keepsNobodyOut()
  await shot(office, 'consultations-reply')
  await office.press('登记', office.dialog())
  await office.sees(`已登记：无不同意见 ${n - 1} 名，有意见 1 名`)
  await office.page.getByRole('button', { name: /^单雄新，公安部门（示例）：\s*有意见/ }).click()
  await office.sees('有一件正在核实的信访（示例）', '云公函〔2026〕8号（示例）')
  await office.keepsNobodyOut()
  await office.page.getByRole('searchbox').fill('')
  await office.sees(`符合的有 ${n} 名`, '无不同意见')
  await shot(office, 'office-consultations')
  await office.press('有意见')
  await office.sees('符合的有 1 名')
  const [file] = await Promise.all([office.page.waitForEvent('download'), office.press('Excel')])
  expect(file.suggestedFilename()).toMatch(/^联审-.*\.xlsx$/)
  await office.leave()
}, 180_000)

test('an organ without an account answers its letter on a telephone: all at once, one of them with words, and the link opens nothing after', async () => {
  const { candidates } = JSON.parse((await new LinkHolder(at.origin, link.slice(link.indexOf('#') + 1)).send(lookAtLetter)).text) as { candidates: { item: string; name: string }[] }
  // A letter of five is what a person reads; the other thousand were answered by the office meanwhile.
  await at.services.db.rows(`DELETE FROM consultations WHERE office = $1 AND id <> ALL($2)`, [tax, candidates.slice(0, 5).map((c) => c.item)])
  const organ = await Visitor.arrive(browser, at.origin, PHONE)
  await organ.open(new URL(link).pathname + new URL(link).hash)
  await organ.sees(`请${tax}回复：5 名人选`, '交出的内容加密保存')
  await organ.keepsNobodyOut()
  await organ.fitsPhone()
  await organ.press('交给活动办公室')
  await organ.sees('还有 5 名没有写明', '请先选盖章的复函')
  await shot(organ, 'organ-missing')
  await organ.press('全部无意见')
  const [first] = candidates
  await organ.page.getByRole('group', { name: `${first!.name}：有无意见` }).first().getByRole('radio', { name: '有意见' }).check()
  await organ.page.getByLabel(new RegExp(`^对${first!.name}的意见`)).first().fill('有一笔欠税正在核实（示例）')
  // Two pages, photographed with the telephone: one PDF, as in every place where a sealed paper is handed in.
  const page = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#f4f2ee' } }).jpeg({ quality: 70 }).toBuffer()
  await organ.giveFiles('拍下盖章后的材料', ['IMG_1.jpg', 'IMG_2.jpg'].map((name) => ({ name, bytes: page })))
  await organ.page.getByAltText('第 2 页：IMG_2.jpg').waitFor()
  await organ.keepsNobodyOut()
  await organ.fitsPhone()
  await shot(organ, 'organ-photos')
  await organ.press('合成 2 页', organ.dialog())
  await organ.sees('盖章的复函.pdf')
  await organ.fillAll({ 经办人姓名: '林知行', 复函文号: '税函〔2026〕3号（示例）', 落款日期: dayOf(await at.now()) })
  await organ.keepsNobodyOut()
  await organ.fitsPhone()
  await shot(organ, 'organ-reply')
  await organ.press('交给活动办公室')
  await organ.sees('已收到，谢谢', /无意见 4 名，有意见 1 名$/, '收件编号')
  await organ.keepsNobodyOut()
  await shot(organ, 'organ-done')
  await organ.lookAgain()
  await organ.sees('这个链接打不开', '已经用过')
  await organ.keepsNobodyOut()
  await organ.leave()
  const office = await arrive(o.office.token, { width: 1440, height: 900 })
  await office.open(`/office/c/${campaignId}/consultations`)
  await office.sees('信和链接', '已凭链接回复', '都已登记复函，链接失效', /^　?林知行/)
  await office.keepsNobodyOut()
  await office.part('信和链接').scrollIntoViewIfNeeded()
  await shot(office, 'consultations-letters')
  const [scan] = await Promise.all([office.page.waitForEvent('download'), office.press('看盖章复函')])
  expect(scan.suggestedFilename()).toBe(`复函-${tax}.pdf`)
  expect(await inPdf(new Uint8Array(await readFile(await scan.path())), (d) => d.getPageCount())).toBe(2)
  await office.leave()
}, 180_000)

test('on a telephone each candidate is a small list and nothing runs over the edge', async () => {
  const office = await arrive(o.office.token, PHONE)
  await office.open(`/office/c/${campaignId}/consultations?q=sxx`)
  await office.sees('单雄新', '有意见')
  await office.fitsPhone()
  await office.keepsNobodyOut()
  await shot(office, 'office-consultations')
  await office.page.getByRole('button', { name: /^单雄新，公安部门（示例）：\s*有意见/ }).click()
  await office.sees('有一件正在核实的信访（示例）')
  await office.fitsPhone()
  await office.leave()
}, 120_000)

test('the supervisor reads it and finds nothing to press that would change it', async () => {
  const person = await arrive(supervisor.token, { width: 1440, height: 900 })
  await person.open(`/supervisor/c/${campaignId}`)
  await person.press('联审')
  await person.sees('联审：部门与人选对照')
  expect([await person.page.getByRole('button', { name: '征求意见', exact: true }).count(), await person.page.getByRole('button', { name: '登记复函', exact: true }).count(), await person.page.getByRole('checkbox').count()]).toEqual([0, 0, 0])
  await person.keepsNobodyOut()
  await person.leave()
}, 120_000)
