/** 动员 by the product's pages: a unit acknowledges, the office sees who is behind, looks at each letter, and sends what it has seen. */
import { expect, test } from 'vitest'
import { createCampaign } from '#contract/operations/campaigns'
import { createNomination } from '#contract/operations/nominations'
import { listOrganisations, setEmail } from '#contract/operations/organisations'
import { provincialPlan } from '../server/campaign-plan'
import { issueDraft } from './office-acts'
import { PHONE, Visitor } from './people'
import { arrive, at, o, play, shots } from './play'

let campaignId: string
let began: number
const HOUR = 3_600_000

play({ units: 4 }, async () => {
  began = await at.now()
  const { organisations } = await o.office.ask(listOrganisations)
  for (const unit of organisations.filter((u) => u.code !== 'U4')) await o.office.ask(setEmail, { body: { organisationId: unit.id, email: `${unit.code.toLowerCase()}@units.example.org` } })
  campaignId = (await o.office.ask(createCampaign, { body: provincialPlan(o.templates.get('lnma-2021')!, began) })).campaignId
})

/** Keeps nobody out, and fits the narrowest phone. */
const looks = async (v: Visitor, name: string): Promise<void> => {
  await v.page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
  await v.keepsNobodyOut()
  const size = v.page.viewportSize()!
  if (shots !== undefined) await v.page.screenshot({ path: `${shots}/mobilisation-${name}.png`, fullPage: true })
  await v.page.setViewportSize(PHONE)
  await v.fitsPhone()
  await v.page.setViewportSize(size)
}
const cells = async (v: Visitor, table: string): Promise<string[][]> =>
  Promise.all((await v.page.getByRole('table', { name: table }).getByRole('row').all()).slice(1).map(async (row) => [...(await row.getByRole('rowheader').allInnerTexts()), ...(await row.getByRole('cell').allInnerTexts())].map((c) => c.trim())))

test('the one who issues sees the letter first; then it has left', async () => {
  const second = await arrive(o.second)
  await second.open(`/office/c/${campaignId}/issuing`)
  await second.sees('发布时发出的信', '3 封，1 家单位没有邮箱', 'u1@units.example.org', /请打开通知，看过后点“已阅知”/)
  await issueDraft(second, `/office/c/${campaignId}`)
  await second.open(`/office/c/${campaignId}/mobilisation`)
  await second.sees('各单位都跟上了', '已发出 3')
  await second.leave()
})

test('a unit opens the campaign and acknowledges it: the time stands there afterwards', async () => {
  const clerk = await arrive(o.units[0]!.clerk)
  await clerk.open(`/unit/c/${campaignId}`)
  await clerk.press('已阅知')
  await clerk.sees(/经办1已阅知$/)
  await looks(clerk, 'unit')
  await clerk.lookAgain()
  await clerk.sees(/经办1已阅知$/)
  expect(await clerk.page.getByRole('button', { name: '已阅知', exact: true }).count()).toBe(0)
  const other = await arrive(o.units[1]!.clerk)
  await other.open(`/unit/c/${campaignId}`)
  await other.page.getByRole('button', { name: '已阅知', exact: true }).waitFor()
  await looks(other, 'unit-before')
  await Promise.all([clerk.leave(), other.leave()])
})

test('the office sees who is behind as map and table, looks at each letter, and sends only what it has seen', async () => {
  await at.setClock(began + 30 * HOUR)
  const office = await arrive(o.office)
  await office.open(`/office/c/${campaignId}/mobilisation`)
  await office.sees('提醒没有跟上的 4 家单位', '4 家单位，已报送 0 家', '没有邮箱的单位 1 家')
  expect((await cells(office, '单位名单')).map((c) => c.slice(0, 3))).toEqual([['示例单位1', '已阅知', '没有开始填报，没有报送'], ['示例单位2', '已打开', '没有确认已阅知，没有报送'], ['示例单位3', '未打开', '没有打开通知，没有报送'], ['示例单位4', '未打开', '没有打开通知，没有报送']])
  await looks(office, 'page')
  await office.page.getByRole('button', { name: /^直属 0\/4 直属：未打开 2，已打开 1，已阅知 1。/ }).waitFor()
  await office.press('看表')
  expect(await cells(office, '各级单位的进度')).toEqual([['全部', '4', '2', '1', '1', '4'], ['直属', '4', '2', '1', '1', '4']])
  await office.press('看提醒内容')
  await office.sees('发出 3 封提醒，3 家单位', 'u1@units.example.org', /还差：没有开始填报/)
  await looks(office, 'round')
  await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
  await office.press('发出这 3 封')
  await office.sees('预览之后情况有变，一封也没有发出', /还差：没有报送$/m)
  await office.press('发出这 3 封')
  await office.sees('已放进发件箱 3 封', '已发出 6')
  await office.open(`/office/c/${campaignId}/mobilisation/round`)
  await office.sees('现在没有要发的提醒', '刚提醒过，这次不发 3 封')
  await office.press('填写邮箱：示例单位4')
  await office.fill('联系邮箱', 'u4 at units')
  await office.press('填写邮箱', office.dialog())
  await office.sees(/不是一个邮箱地址/)
  await office.fill('联系邮箱', 'u4@units.example.org')
  await office.press('填写邮箱', office.dialog())
  await office.sees('发出 1 封提醒，1 家单位', 'u4@units.example.org')
  await office.leave()
})
