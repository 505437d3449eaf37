/** 国家 → 省 → 学会 → 市 → 单位, by the product's pages: forwarded level by level, a loosening refused with both clauses, an amendment above and what it asks of the level below, quotas given down. */
import { expect, test } from 'vitest'
import { readCampaign } from '#contract/operations/campaigns'
import { grantQuota } from '#contract/operations/cascade'
import { ruleOf, rulesOf } from '#core/campaign/definition'
import { addDays, dayOf, sayEnd, startOfDay } from '#core/kernel/instant'
import { invariants } from '#server/store/invariants'
import { openNational, openTree, type Seat, type Tree } from '../server/tree'
import { issueDraft } from './office-acts'
import { PHONE, Visitor } from './people'
import { arrive, at, play, shots } from './play'

let t: Tree
let today: string
let nation: string

play({}, async () => {
  t = await openTree(at)
  today = dayOf(await at.now())
  nation = await openNational(at, t)
})

const day = (n: number): string => addDays(today, n)
const endSaid = (n: number): string => `${day(n).slice(0, 4)}年${sayEnd(startOfDay(day(n + 1))).zh}`
const look = async (v: Visitor, name: string): Promise<void> => {
  // A button that has just come to life is still changing its colour.
  await v.page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
  await v.keepsNobodyOut()
  if (shots === undefined) return
  const size = v.page.viewportSize()!
  for (const width of [1440, 320]) {
    await v.page.setViewportSize({ width, height: 900 })
    await v.page.screenshot({ path: `${shots}/cascade-${name}-${width}.png`, fullPage: true })
  }
  await v.page.setViewportSize(size)
}
/** Nothing on the page is wider than the narrowest phone. */
const fits = async (v: Visitor): Promise<void> => {
  const size = v.page.viewportSize()!
  await v.page.setViewportSize(PHONE)
  await v.fitsPhone()
  await v.page.setViewportSize(size)
}

/** An office takes the campaign of the level above over, on its pages, and its second person issues it. */
const forwardByPages = async (seat: Seat, organisation: string, inDays: number, tooLate?: number, further?: (office: Visitor) => Promise<void>): Promise<string> => {
  const [first, second] = [await arrive(seat.office), await arrive(seat.second)]
  await first.open('/office')
  await first.sees('上级发来的活动')
  await first.page.getByRole('link', { name: /^转发：/ }).click()
  await first.sees('转发上级活动', '本级收紧与增加')
  await first.fillAll({ 活动名称: `${organisation}活动`, 通知标题: `${organisation}转发通知`, 发文日期: today, 主办单位: organisation, 报送截止日期: day(tooLate ?? inDays) })
  if (tooLate !== undefined) {
    await first.sees('放宽了，不能这样转发', /报送截止放宽了/)
    const refused = first.page.locator('.change.loosened')
    // Both clauses, side by side: whose each is, and what it says.
    expect((await refused.locator('.side-of').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([expect.stringContaining('全国学会（示例）'), expect.stringContaining(organisation)])
    expect(await first.page.getByRole('button', { name: '建立转发活动' }).isDisabled()).toBe(true)
    await look(first, 'refused')
    await fits(first)
    await first.fill('报送截止日期', day(inDays))
  }
  await first.fill('本级另加的要求', `${organisation}每周报送进度（示例）`)
  await further?.(first)
  await first.sees('新增', '收紧')
  await look(first, `forward-${inDays}`)
  await first.page.getByRole('button', { name: '建立转发活动', disabled: false }).click()
  await first.sees('活动还是草稿')
  const path = new URL(first.page.url()).pathname
  await second.open(path)
  await issueDraft(second, path)
  await Promise.all([first.leave(), second.leave()])
  return path.split('/').at(-1)!
}

const ids: Record<'province' | 'association' | 'city', string> = { province: '', association: '', city: '' }

test('an organisation below is given an office of its own, from the list of units', async () => {
  const office = await arrive(t.nation.office)
  await office.open('/office/units')
  await office.page.getByRole('link', { name: '给海东省科协（示例）建办公室账号' }).click()
  await office.sees('为海东省科协（示例）建立账号')
  await look(office, 'office-below')
  await office.select('角色', '活动办公室')
  await office.fillAll({ 姓名: '办公室丙', 账号: 'p2-third' })
  await office.press('建立账号')
  await office.sees('启用码 1 个')
  expect(await at.services.db.row(`SELECT o.code FROM memberships m JOIN accounts a ON a.id = m.account_id JOIN organisations o ON o.id = m.organisation_id WHERE a.login = 'p2-third' AND m.role = 'office'`)).toEqual({ code: 'P2' })
  await office.leave()
})

test('forwarded from nation to province, association and city; a later deadline is refused with both clauses; the unit meets the strictest', async () => {
  ids.province = await forwardByPages(t.province, '云川省科协（示例）', 18, 25)
  ids.association = await forwardByPages(t.association, '云川省医学会（示例）', 16, undefined, async (office) => {
    await office.page.getByLabel('新增一条').selectOption({ label: '承诺' })
    await office.select('由谁确认', '审核人')
    await office.fill('文字', '已核对候选人的继续教育学时（示例）')
    await office.page.locator('.change', { hasText: '已核对候选人的继续教育学时（示例）' }).waitFor()
    await look(office, 'forward-more')
    await fits(office)
  })
  ids.city = await forwardByPages(t.city, '云岭市医学会（示例）', 14)
  const unit = await arrive(t.clerk)
  await unit.open(`/unit/c/${ids.city}`)
  await unit.sees(`${endSaid(14)} 前报送，逾期不予受理`)
  await unit.leave()
  const { definition } = await t.clerk.ask(readCampaign, { params: { campaignId: ids.city } })
  expect([definition.chain.slice(-4).map((d) => d.issuer.zh), ruleOf(definition, 'deadline')?.day, rulesOf(definition, 'declaration').filter((r) => r.rests.source?.zh === '云川省医学会（示例）').map((r) => r.text.zh)]).toEqual([['全国学会（示例）', '云川省科协（示例）', '云川省医学会（示例）', '云岭市医学会（示例）'], day(14), ['已核对候选人的继续教育学时（示例）']])
})

test('the nation amends: the province sees what must change, mends it by an amendment of two persons, and is then up to date', async () => {
  const [first, second] = [await arrive(t.nation.office), await arrive(t.nation.second)]
  await first.open(`/office/c/${nation}/cascade`)
  await first.sees('下级转发的活动', '没有修订过')
  await first.press('提请修订')
  await first.fillAll({ 修订理由: '上级要求提前（示例）', 报送截止日期: day(17) })
  await first.sees('修订预览', '收紧', /1 个下级活动将重新核对/)
  await first.page.getByRole('button', { name: '提请修订', disabled: false }).waitFor()
  await look(first, 'amend')
  await fits(first)
  await first.page.getByRole('button', { name: '提请修订', disabled: false }).click()
  await first.sees('等第二人确认', /以外的办公室人员确认$/)
  await second.open(`/office/c/${nation}/cascade`)
  await second.press('确认修订')
  await second.sees('已确认，即时生效', '第 2 版', '须修改')
  await look(second, 'nation')
  const [own, other] = [await arrive(t.province.office), await arrive(t.province.second)]
  await own.open(`/office/c/${ids.province}`)
  await own.sees('上级已修订：全国学会（示例）')
  await look(own, 'banner')
  await fits(own)
  await own.press('去核对')
  await own.sees('上级修订', '本级有 1 处须修改，请提请修订', '本级须修改', /报送截止放宽了/)
  await look(own, 'asked')
  await fits(own)
  await own.press('修改本级方案')
  await own.sees(/报送截止放宽了/)
  await own.fillAll({ 修订理由: '按上级修订（示例）', 报送截止日期: day(16) })
  await own.page.getByRole('button', { name: '提请修订', disabled: false }).click()
  await own.sees('等第二人确认')
  await other.open(`/office/c/${ids.province}/cascade`)
  await other.press('确认修订')
  await other.sees('已确认，即时生效')
  await other.text('上级已修订：全国学会（示例）').waitFor({ state: 'hidden' })
  await second.open(`/office/c/${nation}/cascade`)
  await second.sees('一致')
  for (const v of [first, second, own, other]) await v.leave()
  const { definition } = await t.province.office.ask(readCampaign, { params: { campaignId: ids.province } })
  expect(ruleOf(definition, 'deadline')?.day).toBe(day(16))
})

test('quotas are recorded, granted down and taken back, never beyond what is there', async () => {
  const [top, below] = [await arrive(t.nation.office), await arrive(t.province.office)]
  await top.open(`/office/c/${nation}/quotas`)
  await top.sees('没有分配名额，按方案的规定报送')
  await look(top, 'quotas-none')
  await top.fillAll({ 可分配总数: '10', 依据: '办公会议定（示例）' })
  await top.press('登记总数')
  await top.page.getByLabel('分给云川省科协（示例）').fill('11')
  await top.press('分配名额')
  await top.sees(/要分配 11 个，手上只有 10 个/)
  await top.page.getByLabel('分给云川省科协（示例）').fill('6')
  await top.press('分配名额')
  await top.sees('已分配')
  await below.open(`/office/c/${ids.province}/quotas`)
  await below.page.getByLabel('分给云川省医学会（示例）').fill('4')
  await below.press('分配名额')
  await below.sees('已分配')
  await top.lookAgain()
  const rows = async () => (await top.page.getByRole('table', { name: '逐级名额' }).getByRole('row').all()).slice(1)
  await top.sees('云川省医学会（示例）')
  const cells = await Promise.all((await rows()).map(async (row) => [await row.getByRole('rowheader').innerText(), ...(await row.getByRole('cell').allInnerTexts()).slice(0, 6)]))
  expect(cells).toEqual([['云川省科协（示例）', '6', '0', '4', '0', '0', '2'], ['云川省医学会（示例）', '4', '0', '0', '0', '0', '4']])
  await look(top, 'quotas')
  await fits(top)
  await top.press('收回云川省科协（示例）未用的名额')
  await top.fill('收回几个', '3')
  await top.press('收回', top.dialog())
  await top.sees(/要退回 3 个，可退的只有 2 个/)
  await top.fill('收回几个', '2')
  await top.press('收回', top.dialog())
  await top.sees('已退回')
  // What the city grants its unit, the unit's approver sees at home and returns.
  await t.association.office.ask(grantQuota, { params: { campaignId: ids.association }, body: { grants: [{ organisationId: t.city.organisationId, count: 3 }] } })
  await t.city.office.ask(grantQuota, { params: { campaignId: ids.city }, body: { grants: [{ organisationId: t.unitId, count: 2 }] } })
  const approver = await arrive(t.approver)
  await approver.open(`/unit/c/${ids.city}`)
  await approver.sees('上级下达名额 2 个，已用 0 个，未用 2 个。')
  await approver.press('退回名额')
  await approver.fill('退回几个', '1')
  await look(approver, 'unit-return')
  await approver.press('退回名额', approver.dialog())
  await approver.sees('上级下达名额 1 个，已用 0 个，未用 1 个。')
  for (const v of [top, below, approver]) await v.leave()
  for (const i of invariants) expect([i.name, await at.services.db.rows(i.sql)]).toEqual([i.name, []])
})
