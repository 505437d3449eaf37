/** An office gives a notice in and gets a running campaign: what is read is confirmed beside its words, what is unclear is asked, what is missing is decided; nothing is guessed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCampaign } from '#contract/operations/campaigns'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { saysTheSame } from '#core/notice/draft/align'
import { Visitor } from './people'
import { at, browser, o, play } from './play'

const text = (name: string): string => readFileSync(join(import.meta.dirname, '../notices', `restated-${name}.txt`), 'utf8')
const MAY_2021 = Date.parse('2021-05-08T09:00:00+08:00')

let office: Visitor
let second: Visitor
play({ units: 2 }, async () => {
  await at.setClock(MAY_2021)
  office = await (await Visitor.arrive(browser, at.origin, { width: 1440, height: 900 })).holding(o.office.token)
  second = await (await Visitor.arrive(browser, at.origin, { width: 1440, height: 900 })).holding(o.second.token)
})

const desk = {
  tally: () => office.page.locator('.wizard .page-title').innerText(),
  confirmAll: async () => {
    for (const name of [/^确认这 \d+ 条/, /^确认: /]) {
      const waiting = office.page.getByRole('button', { name })
      while ((await waiting.count()) > 0) await waiting.first().click()
    }
  },
  row: (words: string | RegExp) => office.page.getByRole('listitem').filter({ hasText: words }).first(),
  answer: async (question: RegExp, reading: string) => office.page.getByRole('group', { name: question }).getByRole('button', { name: reading, exact: true }).click(),
  edit: async (words: string | RegExp) => { await desk.row(words).getByRole('button', { name: /^修改/ }).click() },
}
/** The office's own decisions where the notice is silent, so that the campaign can be issued. */
const decideRoundAndNotice = async (): Promise<void> => {
  const round = office.part('评审轮')
  await office.page.getByLabel('添加一条').selectOption({ label: '评审轮' })
  await round.getByRole('textbox', { name: /^名称(必填)?$/ }).fill('评审会')
  await round.getByLabel(/^计票办法/).selectOption({ label: '赞成票' })
  await round.getByLabel(/^投票方式/).selectOption({ label: '无记名' })
  for (const field of ['分子', '分母']) for (const input of await round.getByLabel(new RegExp(`^${field}`)).all()) await input.fill(field === '分子' ? '2' : '3')
  for (const tick of await round.getByLabel('恰好等于也算').all()) await tick.check()
  await round.getByLabel(/^计票基数/).selectOption({ label: '实到评委' })
  await round.getByLabel(/^名额(必填)?$/).fill('2')
  expect(await round.getByText(/^更多规定（\d+ 项，可不填）$/).isVisible()).toBe(true)
  expect(await round.getByLabel('每票最多赞成').isVisible()).toBe(false)
  const notice = office.part('公示')
  await office.page.getByLabel('添加一条').selectOption({ label: '公示' })
  await notice.getByLabel(/^天数/).fill('5')
  await notice.getByLabel(/^怎样计/).selectOption({ label: '工作日' })
}
const bring = async (name: string): Promise<void> => {
  await office.open('/office/new')
  await office.press('读一份通知来建')
  await office.giveFiles('通知文件', [{ name: `${name}.txt`, bytes: Buffer.from(text(name)) }])
  await office.sees(/^读出 \d+ 条/)
}
const kept = async (): Promise<{ id: string; definition: ResolvedDefinition }> => {
  await office.press('存为活动草稿')
  await office.page.waitForURL(/\/office\/c\/[0-9a-f-]{36}\/definition/)
  const id = /c\/([0-9a-f-]{36})/.exec(office.page.url())![1]!
  return { id, definition: (await o.office.ask(readCampaign, { params: { campaignId: id } })).definition as ResolvedDefinition }
}
/** What the shipped definition says and the campaign does not, by id; form fields stand in no notice and are taken over. */
/** Papers that an office asks for beside the notice, and that may be left out, are in no notice. */
const besideTheNotice = (r: ResolvedDefinition['rules'][number]): boolean => r.kind === 'material' && r.min === 0 && r.rests.number === null
const unlike = (shipped: ResolvedDefinition, own: ResolvedDefinition): string[] => shipped.rules.filter((r) => !besideTheNotice(r)).filter((r) => !own.rules.some((mine) => {
  const { rests: _rests, ...raw } = mine
  return mine.kind === r.kind && saysTheSame({ ...raw, id: r.id } as never, r)
})).map((r) => r.id)

/** What the campaign takes from the notice and the shipped definition does not say; what the office decided is its own. */
const beyond = (shipped: ResolvedDefinition, own: ResolvedDefinition): string[] => own.rules.filter((mine) => mine.rests.number !== null && !shipped.rules.some((r) => {
  const { rests: _rests, ...raw } = mine
  return mine.kind === r.kind && saysTheSame({ ...raw, id: r.id } as never, r)
})).map((r) => r.id)

/** The second person looks, gives a reason wherever one is asked, and issues. */
const issued = async (id: string): Promise<void> => {
  await second.open(`/office/c/${id}/issuing`)
  await second.sees('核对结果')
  for (const reason of await second.page.getByLabel(/^为什么仍这样发布/).all()) await reason.fill('原通知如此，经办公室会议研究，照原文发布（示例）')
  await second.pressAndConfirm('发布活动')
  await second.page.waitForURL(new RegExp(`/office/c/${id}$`))
}
/** Rules read from the text, and those of them that the office changed. */
const counts = async (): Promise<{ read: number; changed: number; removed: number }> => ({
  read: Number(/读出 (\d+) 条/.exec(await desk.tally())![1]),
  changed: await office.page.locator('.reading-acts .state', { hasText: '已修改' }).count(), removed: await office.page.locator('.reading-acts .state', { hasText: '已删去' }).count(),
})

test('the notice of a learned society: both ways between words and rules, questions before confirming, undo, a draft kept incomplete; issued, it says what the shipped definition says', async () => {
  await bring('cis-2021')
  await desk.row('每个推荐单位限报 1 人').getByRole('button', { name: /^在原文中看/ }).click()
  expect(await office.page.locator('.notice-sheet [aria-current]').innerText()).toMatch(/候选人1名/)
  await office.page.locator('.notice-sheet a', { hasText: '现役军人' }).click()
  expect(await office.page.locator('li.is-chosen').innerText()).toMatch(/现役军人不在推荐范围/)
  await desk.confirmAll()
  await desk.answer(/是否包括2021-06-10当天/, '是')
  await office.press('撤销')
  await office.page.getByRole('group', { name: /是否包括2021-06-10当天/ }).waitFor()
  await office.keepsNobodyOut()
  const { id, definition: incomplete } = await kept()
  expect(incomplete.open.map((r) => r.kind)).toEqual(['deadline'])
  await office.open(`/office/c/${id}/revise`)
  await desk.answer(/是否包括2021-06-10当天/, '是')
  await desk.answer(/可以不交/, '0')
  for (const group of await office.page.getByRole('group', { name: /公务员/ }).all()) await group.getByRole('button').first().click()
  await desk.confirmAll()
  await decideRoundAndNotice()
  await office.page.getByLabel('添加一条').selectOption({ label: '承诺' })
  const secrecy = office.part('承诺').getByRole('listitem').last()
  await secrecy.getByLabel(/^由谁确认/).selectOption({ label: '审核人' })
  await secrecy.getByRole('textbox', { name: /^文字(必填)?$/ }).fill('所填内容和所传材料不涉及国家秘密')
  await secrecy.getByRole('checkbox', { name: /^写明保密审查人/ }).check()
  const { read, changed, removed } = await counts()
  expect([read, changed, removed]).toEqual([41, 1, 0])
  await office.press('保存修改')
  await office.page.waitForURL(/\/office\/c\/[0-9a-f-]{36}$/)
  await issued(id)
  const own = (await o.office.ask(readCampaign, { params: { campaignId: id } })).definition as ResolvedDefinition
  expect([unlike(o.templates.get('cis-2021')!, own), beyond(o.templates.get('cis-2021')!, own), own.open]).toEqual([[], [], []])
})

test('the notice of an association that forwards the provincial one: what the province says already is inherited, only the difference is confirmed; issued, it says what the shipped definition says', async () => {
  await bring('lnma-2021')
  const above = o.templates.get('liaoning-2021')!
  await office.page.getByLabel('转发的上级方案').selectOption({ label: above.name.zh })
  await office.page.getByLabel(/^发文日期/).fill('2021-05-08')
  await desk.answer(/是否包括2021-05-23当天/, '是')
  await desk.answer(/可以不交/, '1')
  for (const group of await office.page.getByRole('group', { name: /公务员/ }).all()) await group.getByRole('button').first().click()
  await desk.confirmAll()
  await desk.edit('证件照：')
  await desk.row('证件照：').getByLabel(/^纸质份数/).fill('1')
  await decideRoundAndNotice()
  await office.page.getByLabel('添加一条').selectOption({ label: '活动环节' })
  const stage = office.part('活动环节')
  await stage.getByRole('textbox', { name: /^名称(必填)?$/ }).fill('组织推荐')
  await stage.getByLabel(/^结束/).fill('2021-05-23')
  expect(await counts()).toEqual({ read: 42, changed: 1, removed: 0 })
  const { id, definition } = await kept()
  expect([unlike(o.templates.get('lnma-2021')!, definition), beyond(o.templates.get('lnma-2021')!, definition), definition.open, definition.chain.map((d) => d.id).slice(0, 2)]).toEqual([[], [], [], ['national-2021', 'liaoning-2021']])
  // What the province says already is not said again.
  expect(definition.rules.filter((r) => r.kind === 'exclusion').map((r) => r.rests.source?.definition)).toEqual(['liaoning-2021', 'liaoning-2021', 'liaoning-2021'])
  await issued(id)
})
