/** 请外单位出具, as people do it: the clerk makes a link on the materials page, the discipline office opens it on a telephone and hands the paper over. */
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createNomination, readNomination, saveDraft } from '#contract/operations/nominations'
import { rulesOf } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { twoPapers } from '../server/campaign-plan'
import { answersFor, definitionFor, fieldsFor } from '../server/dossier'
import { openProvincial } from '../server/office'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shots } from './play'

let campaignId: string
play({ units: 1 }, async () => {
  campaignId = await openProvincial(at, o, twoPapers)
})

const shoot = async (v: Visitor, name: string, widths: readonly number[]): Promise<void> => {
  if (shots === undefined) return
  const size = v.page.viewportSize()!
  for (const width of widths) {
    await v.page.setViewportSize({ width, height: width > 500 ? 900 : size.height })
    await v.page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
    await v.page.screenshot({ path: join(shots, `opinions-${name}-${width}.png`), fullPage: true })
  }
  await v.page.setViewportSize(size)
}

test('from the clerk’s page to the telephone of the office that was asked, and back', async () => {
  const { clerk: hand } = o.units[0]!
  const definition = await definitionFor(hand, campaignId)
  const rule = rulesOf(definition, 'material').find((m) => m.id === 'integrity-opinion-stamped')!
  const { nominationId } = await hand.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
  const { version } = await hand.ask(readNomination, { params: { nominationId } })
  await hand.ask(saveDraft, { params: { nominationId }, body: { version, fields: { ...fieldsFor(definition, '沈若川'), employer: '青陵市第二人民医院（示例）', department: '急诊医学科', post: '主任医师' }, answers: answersFor(definition) } })
  const clerk = await (await Visitor.arrive(browser, at.origin)).holding(hand.token)

  await clerk.open(`/unit/n/${nominationId}/materials`)
  await clerk.press(`发链接请对方出具：${rule.name.zh}`)
  expect(await clerk.field('出具单位', clerk.dialog()).inputValue()).toBe('青陵市第二人民医院（示例）纪检部门')
  await clerk.keepsNobodyOut()
  await shoot(clerk, 'ask', [1280, 320])
  await clerk.press('生成链接', clerk.dialog())
  const link = await clerk.field('只要链接', clerk.dialog()).inputValue()
  expect(link).toMatch(/\/o#[A-Za-z0-9_-]{43}$/)
  await clerk.keepsNobodyOut()
  await shoot(clerk, 'made', [1280, 320])
  await clerk.press('已发给对方', clerk.dialog())
  await clerk.text('等对方出具', clerk.part(rule.name.zh)).waitFor()
  await shoot(clerk, 'asked', [1280, 320])
  await clerk.go(`/unit/n/${nominationId}`)
  await clerk.sees(/^等青陵市第二人民医院（示例）纪检部门出具，.*24:00 止$/)
  await shoot(clerk, 'checklist', [1280, 320])

  const asked: string[] = []
  const office = await Visitor.arrive(browser, at.origin, PHONE)
  office.page.on('request', (r) => asked.push(`${r.url()} ${r.headers()['referer'] ?? ''}`))
  await office.open(new URL(link).pathname + new URL(link).hash)
  await office.sees(`请出具“${rule.name.zh}”`, '青陵市第二人民医院（示例） 急诊医学科 主任医师', '关于沈若川同志的廉政意见')
  await office.fitsPhone()
  await office.keepsNobodyOut()
  await shoot(office, 'open', [320, 1280])
  await office.press('交给推荐单位')
  await office.sees('请先传上盖章后的材料', '请写经办人姓名', '请选材料上落款的日期')
  await office.keepsNobodyOut()
  await office.giveFiles('选择盖章后的材料', [{ name: '意见.pdf', bytes: Buffer.from('no pdf') }])
  await office.sees('须更换')
  await shoot(office, 'refused', [320])
  // Two pages, photographed: they become the PDF that is asked for.
  const page = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#f4f2ee' } }).jpeg({ quality: 70 }).toBuffer()
  await office.giveFiles('选择盖章后的材料', ['IMG_1.jpg', 'IMG_2.jpg'].map((name) => ({ name, bytes: page })))
  await office.page.getByAltText('第 2 页：IMG_2.jpg').waitFor()
  await office.fitsPhone()
  await shoot(office, 'photos', [320])
  await office.press('合成 2 页并上传', office.dialog())
  await office.sees('合格，待交出')
  await office.fillAll({ 经办人姓名: '林知行', 材料日期: dayOf(await at.now()) })
  await office.fitsPhone()
  await shoot(office, 'ready', [320])
  await office.press('交给推荐单位')
  await office.sees('已收到，谢谢', /^\d+-[0-9a-f]{8}$/)
  await office.keepsNobodyOut()
  await shoot(office, 'received', [320, 1280])
  // The token went out in no address and to no other page.
  expect(asked.filter((line) => line.includes(new URL(link).hash.slice(1)))).toEqual([])

  await clerk.go(`/unit/n/${nominationId}/materials`)
  await clerk.lookAgain()
  await clerk.text('已出具', clerk.part(rule.name.zh)).waitFor()
  await clerk.text('已收 1 件', clerk.part(rule.name.zh)).waitFor()
  await shoot(clerk, 'answered', [1280, 320])
  await clerk.fitsPhone()
  const overview = await (await Visitor.arrive(browser, at.origin)).holding(o.office.token)
  await overview.open(`/office/c/${campaignId}`)
  await overview.sees('推荐单位发链接请纪检等部门出具的材料')
  expect(await overview.page.getByRole('table', { name: '外单位出具材料' }).getByRole('row').allInnerTexts().then((rows) => rows.map((r) => r.replace(/\s+/g, ' ')))).toEqual(['推荐单位 材料 已请 已出具 等待 逾期 最近期限', `示例单位1 ${rule.name.zh} 1 1 0 0 —`])
  await shoot(overview, 'board', [1280, 320])
  await office.open(`/o#${'A'.repeat(43)}`)
  await office.lookAgain()
  await office.sees('这个链接打不开')
  await shoot(office, 'dead', [320])
})
