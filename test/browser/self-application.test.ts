/** 个人申报 by the pages: somebody applies on a phone; it counts for nothing until the unit has put its seal and submits; then the office has it. */
import { describe, expect, test } from 'vitest'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { isCandidateField } from '#core/nomination/candidate-part'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from '../server/campaign-plan'
import { definitionFor } from '../server/dossier'
import { openProvincial } from '../server/office'
import { PASSWORD, PHONE, Visitor } from './people'
import { arrive, at, browser, o, oneStory, play, shot, WIDE } from './play'
import * as unit from './unit-acts'

const NAME = '单雄新'
const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-11-01' }
const channel = { id: 'channel', kind: 'channel', strength: 'block', allowed: ['unit', 'self'], sealed: ['self'], basis } as unknown as StatedRule

// What it guards is held by the server test of the same name; as a story it is played in the long run.
describe.runIf(process.env['XUANSHU_LONG'] === '1')('applying alone', () => {
  let campaignId: string
  let slug: string
  let definition: ResolvedDefinition
  let phone: Visitor
  let nominationId: string

  play({ units: 2 }, async () => {
    campaignId = await openProvincial(at, o, (rules) => [...twoPapers(rules), channel])
    slug = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [campaignId]))!.slug
    definition = await definitionFor(o.units[0]!.clerk, campaignId)
  })
  oneStory()

  const look = async (who: Visitor, name: string): Promise<void> => {
    await who.keepsNobodyOut()
    const size = who.page.viewportSize()!
    for (const wide of size.width < 500 ? [size] : [WIDE, PHONE]) {
      await who.page.setViewportSize(wide)
      await who.fitsPhone()
      await shot(who, `self-${name}`, true)
    }
    await who.page.setViewportSize(size)
  }
  const own = (candidates: boolean): ResolvedDefinition => ({ ...definition, rules: definition.rules.filter((r) => r.kind !== 'formField' || isCandidateField(r) === candidates) })

  test('somebody nobody knows finds it on the campaign’s page, applies on a phone, and hands it to the unit', async () => {
    phone = await Visitor.arrive(browser, at.origin, PHONE)
    await phone.open(`/p/${slug}`)
    await phone.press('个人申报')
    await phone.sees('申报须经所在单位盖章同意才算数')
    await look(phone, 'apply')
    await phone.fillAll({ 您的姓名: NAME, 新密码: PASSWORD, 再输一次新密码: PASSWORD })
    await phone.press('开始申报')
    await phone.sees('请填写姓名、选择单位')
    await phone.select('您所在的单位', '示例单位1')
    await phone.press('开始申报')
    expect(await phone.field('您的申报号').inputValue()).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    await phone.sees('请记下来，这里只显示一次：以后用它作账号、用刚才设的密码登录。')
    await look(phone, 'number')
    await phone.press('记下了，开始填写')
    await phone.sees(/^还差 \d+ 处，3 项同意没有答复$/)
    nominationId = /\/me\/n\/([^/?#]+)/.exec(phone.page.url())![1]!
    expect(await phone.field('姓名').inputValue()).toBe(NAME)
    await unit.fillFields(phone, own(true), NAME, 1)
    await unit.saved(phone)
    for (const what of ['使用个人信息', '单位公示和入选公示', '宣传和采访']) await phone.choose(`是否同意${what}`, '同意')
    await phone.sees('填好了')
    await phone.pressAndConfirm('交回单位')
    await phone.sees('已交给示例单位1，等单位盖章同意')
    await look(phone, 'given')
  })

  test('it does not count yet: the office has nothing, another unit sees nothing, and its own is told that it needs the seal', async () => {
    const office = await arrive(o.office, WIDE)
    await office.open(`/office/c/${campaignId}`)
    await office.sees('2 家单位，已报送 0 家')
    await office.open(`/office/c/${campaignId}/screening`)
    await office.sees('还没有报送的推荐')
    await office.leave()
    const other = await arrive(o.units[1]!.clerk, WIDE)
    await other.open(`/unit/c/${campaignId}`)
    await other.sees('还没有推荐')
    expect(await other.page.getByText(NAME).count()).toBe(0)
    await other.leave()

    const clerk = await arrive(o.units[0]!.clerk, WIDE)
    await clerk.open(`/unit/c/${campaignId}`)
    await clerk.sees('个人申报')
    await look(clerk, 'unit-list')
    await clerk.page.getByRole('link', { name: NAME, exact: true }).click()
    await clerk.sees('本人申报，须本单位盖章同意才算数；同意的，补齐材料、审签报送')
    await clerk.go(`/unit/n/${nominationId}/form`)
    await unit.fillFields(clerk, own(false), NAME, 1)
    await unit.saved(clerk)
    await unit.uploadAll(clerk, definition, nominationId)
    // How it came is known and not asked; whether the seal is there is.
    await unit.answerQuestions(clerk, definition, nominationId, dayOf(await at.now()), true)
    expect(await clerk.page.getByText('这件推荐是否由个人自荐而来').count()).toBe(0)
    await clerk.sees('个人自荐须盖单位公章')
    await look(clerk, 'unsealed')
    await clerk.go(`/unit/n/${nominationId}`)
    await clerk.sees('个人自荐须盖单位公章', '请所在单位盖章后再报。')
    await look(clerk, 'unsealed-list')
    const approver = await arrive(o.units[0]!.approver, WIDE)
    await approver.open(`/unit/n/${nominationId}/approve`)
    await approver.sees('等经办人填报')
    expect(await approver.page.getByRole('button', { name: '审签报送' }).count()).toBe(0)
    await approver.leave()

    // The unit agrees and puts its seal.
    await clerk.go(`/unit/n/${nominationId}/answers`)
    await clerk.choose('人选所在单位是否已加盖公章？', '是')
    await unit.saved(clerk)
    await unit.sendToApprover(clerk, nominationId)
    await clerk.leave()
  })

  test('with the seal the approver submits it: it counts, the office has it as a self-application, and the person reads so', async () => {
    const approver = await arrive(o.units[0]!.approver, WIDE)
    await approver.open(`/unit/n/${nominationId}/approve`)
    await unit.confirmAndSubmit(approver, definition)
    await unit.receiptCode(approver)
    await approver.leave()
    const office = await arrive(o.office, WIDE)
    await office.open(`/office/c/${campaignId}`)
    await office.sees('2 家单位，已报送 1 家')
    await office.open(`/office/c/${campaignId}/screening`)
    await office.page.getByRole('heading', { name: NAME, exact: true, level: 2 }).waitFor()
    await office.sees('个人申报，示例单位1盖章同意')
    await look(office, 'desk')
    await office.leave()
    await phone.open('/me')
    await phone.sees('已报送')
    await look(phone, 'counts')
    await phone.leave()
  })
})
