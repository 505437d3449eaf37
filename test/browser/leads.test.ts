/** 典型线索 by the pages: reported on a phone by somebody nobody knows, passed on by the office, made a nomination with its fields filled; the receipt code tells how far it is. */
import { expect, test } from 'vitest'
import { reportLead } from '#contract/operations/leads'
import { createNomination, readNomination } from '#contract/operations/nominations'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from '../server/campaign-plan'
import { openProvincial } from '../server/office'
import { PHONE, Visitor } from './people'
import { arrive, at, browser, o, play, shot } from './play'

const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-11-01' }
const channel = { id: 'channel', kind: 'channel', strength: 'block', allowed: ['unit', 'public'], basis } as unknown as StatedRule
let campaignId: string
let slug: string
let code = ''
play({ units: 3 }, async () => {
  campaignId = await openProvincial(at, o, (rules) => [...twoPapers(rules), channel])
  slug = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [campaignId]))!.slug
})
/** At the width it has, and where that is a desk's, at a phone's too. */
const look = async (v: Visitor, name: string): Promise<void> => {
  await v.keepsNobodyOut()
  const size = v.page.viewportSize()!
  for (const width of size.width < 500 ? [size.width] : [1440, PHONE.width]) {
    await v.page.setViewportSize({ width, height: 900 })
    await v.fitsPhone()
    await shot(v, `leads-${name}`, true)
  }
  await v.page.setViewportSize(size)
}

test('somebody nobody knows reports on a phone; a marking is told at its field and holds it back; a code is shown once', async () => {
  const phone = await Visitor.arrive(browser, at.origin, PHONE)
  await phone.open(`/p/${slug}`)
  await phone.press('推荐线索')
  await phone.sees('两分钟，知道多少写多少。')
  await look(phone, 'form')
  await phone.press('报告线索')
  await phone.sees('请多写几个字')
  await phone.fillAll({ '他（她）叫什么': '沈若川', '在哪里工作': '示例医院', '什么打动了您': '密级：机密', '您的姓名': '热心人（示例）', '您的电话或邮箱': '13900000001', '从哪里知道的（知道就写）': '晚报 https://news.example.org/1' })
  await phone.select('报给哪个单位', '不清楚，请活动办公室转交')
  await phone.press('报告线索')
  await phone.sees(/里有密级标志/)
  await look(phone, 'marked')
  expect(await at.services.db.rows(`SELECT 1 FROM leads`)).toEqual([])
  await phone.fill('什么打动了您', '二十年守在急诊一线，从未请过一天假（示例）。')
  await phone.fill('怎么联系到他（她）（知道就写）', '13900000002')
  await phone.press('报告线索')
  await phone.sees('收到了')
  code = await phone.field('回执码').inputValue()
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await look(phone, 'sent')
  await phone.press('查看办理')
  await phone.sees('新报，还没有看')
  await look(phone, 'standing')
  await phone.leave()
})

test('the office passes it on; the unit has it on its list', async () => {
  const office = await arrive(o.office)
  await office.open('/office/leads')
  await office.sees('沈若川')
  await look(office, 'office')
  await office.press('查看线索：沈若川')
  await office.sees('二十年守在急诊一线，从未请过一天假（示例）。')
  await office.select('转交给', '示例单位1')
  await look(office, 'office-one')
  await office.press('转交')
  await office.sees('已转交，等对方看')
  await office.leave()
})

test('the clerk takes it up in one press: the fields of the form are there, nothing is typed again, and whoever reported sees it', async () => {
  const clerk = await arrive(o.units[0]!.clerk)
  await clerk.open('/unit')
  await clerk.go('/unit/leads')
  await look(clerk, 'unit')
  await clerk.press('查看线索：沈若川')
  await clerk.sees('晚报')
  await look(clerk, 'unit-one')
  await clerk.press('采用，开始推荐')
  await clerk.page.waitForURL(/\/unit\/n\/[^/]+\/form$/)
  for (const [label, value] of [['姓名', '沈若川'], ['工作单位', '示例医院'], ['联系电话', '13900000002'], ['主要事迹', '二十年守在急诊一线，从未请过一天假（示例）。']] as const) {
    const field = clerk.page.getByLabel(new RegExp(`^${label}`)).first()
    await field.waitFor()
    expect([label, await field.inputValue()]).toEqual([label, value])
  }
  const nominationId = /\/unit\/n\/([^/]+)/.exec(clerk.page.url())![1]!
  await clerk.open(`/unit/n/${nominationId}`)
  await clerk.sees('来自线索', /由人选档案或线索带入，核对即可。$/)
  await look(clerk, 'nomination')
  const n = await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })
  expect([...n.prefilled].sort()).toEqual(['deeds', 'employer', 'name', 'phone'])
  await clerk.open(`/lead#${code}`)
  await clerk.sees('已采用，正在推荐')
  await clerk.leave()
})

test('somebody on the way already is asked about before anything happens, and may be joined', async () => {
  const { nominationId } = await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '顾长风' } })
  const unitId = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
  await o.units[1]!.clerk.ask(reportLead, { params: { campaignId }, body: { candidateName: '顾长风', employer: '示例医院', post: '主任', deeds: '带出一支队伍（示例）。', unitId } })
  const clerk = await arrive(o.units[0]!.clerk)
  await clerk.open('/unit/leads')
  await clerk.press('查看线索：顾长风')
  await clerk.sees('本单位已有 1 件同名人选的推荐')
  await look(clerk, 'twins')
  await clerk.press('并入这件推荐：顾长风，填报中')
  await clerk.page.waitForURL(new RegExp(`/unit/n/${nominationId}/form$`))
  await clerk.page.getByLabel(/^工作单位/).first().waitFor()
  expect(await clerk.page.getByLabel(/^工作单位/).first().inputValue()).toBe('示例医院')
  await clerk.leave()
})

test('who types a name that a lead told of is shown the lead; declined, the reason is told by the code; empty lists say what they are for', async () => {
  const clerk = await arrive(o.units[1]!.clerk)
  await clerk.open('/unit/leads')
  await clerk.sees('还没有线索')
  await look(clerk, 'empty')
  await clerk.press('报告线索')
  await clerk.sees('他（她）叫什么')
  expect(await clerk.field('您的姓名').count()).toBe(0)
  await clerk.fillAll({ '他（她）叫什么': '林知行', '在哪里工作': '示例医院', '什么打动了您': '一个人守一座山（示例）。' })
  await clerk.select('报给哪个单位', '示例单位2')
  await clerk.press('报告线索')
  const own = await clerk.field('回执码').inputValue()
  await clerk.open(`/unit/c/${campaignId}`)
  await clerk.press('新建推荐')
  await clerk.fill('人选姓名', '林知行', clerk.dialog())
  await clerk.sees('线索里有同名的人')
  await clerk.press('看线索', clerk.dialog())
  await clerk.press('不采用')
  await clerk.fill('理由（报告的人凭回执码会看到）', '已经退休（示例）', clerk.dialog())
  await clerk.press('不采用', clerk.dialog())
  await clerk.sees('没有采用', '已经退休（示例）')
  await clerk.open(`/lead#${own}`)
  await clerk.sees('没有采用的理由', '已经退休（示例）')
  await clerk.leave()
})

test('after the end of nominations the lead’s page says why before anything can be pressed, in the words of every other way; what was begun in time may still take it up', async () => {
  const unitId = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
  const tell = (candidateName: string) => o.units[1]!.clerk.ask(reportLead, { params: { campaignId }, body: { candidateName, employer: '示例医院', post: '', deeds: '一个人守一座山（示例）。', unitId } })
  await tell('江晚晴')
  await tell('顾长风')
  await at.setClock((await at.services.db.row<{ end: number }>(`SELECT deadline AS end FROM campaigns WHERE id = $1`, [campaignId]))!.end)
  const clerk = await arrive(o.units[0]!.clerk)
  await clerk.open('/unit/leads')
  await clerk.press('查看线索：江晚晴')
  await clerk.sees(/报送已于 .+ 截止，不能再新建推荐/, '推荐截止以后线索留着，下一次活动开始时在这里采用。')
  expect(await clerk.page.getByRole('button', { name: '采用，开始推荐' }).count()).toBe(0)
  await look(clerk, 'late')
  await clerk.open('/unit/leads')
  await clerk.press('查看线索：顾长风')
  await clerk.sees(/报送已于 .+ 截止，不能再新建推荐/)
  await clerk.press('并入这件推荐：顾长风，填报中')
  await clerk.page.waitForURL(/\/unit\/n\/[^/]+\/form$/)
  await clerk.leave()
})
