/** The office says how its rounds are judged: scores by weighted criteria first, then a vote on the shortlist; and finds it again when the draft is opened. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCampaign } from '#contract/operations/campaigns'
import { rulesOf } from '#core/campaign/definition'
import { cannotRun } from '#core/review/runnable'
import { addDays, dayOf } from '#core/kernel/instant'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shots } from './play'

play({ units: 1 })

test('scores by criteria, blind, then a vote on the shortlist; each is a rule that runs, and stands in the draft as it was said', async () => {
  const office = await (await Visitor.arrive(browser, at.origin, { width: 1440, height: 900 })).holding(o.office.token)
  const look = async (name: string) => {
    await office.keepsNobodyOut()
    for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
      await office.page.setViewportSize(viewport)
      await office.fitsPhone()
      if (shots !== undefined) await office.part('活动办公室决定').or(office.page.locator('section.section').filter({ has: office.page.getByRole('group', { name: '评审办法' }) })).first().screenshot({ path: join(shots, `${name}-${viewport.width}.png`) })
    }
    await office.page.setViewportSize({ width: 1440, height: 900 })
  }
  const today = dayOf(await at.now())
  await office.open('/office/new')
  await office.press('选这份作蓝本: 2021年“辽宁最美科技工作者”选树和学习宣传活动')
  await office.choose('怎么用这份方案', '转发上级活动')
  await office.fillAll({
    活动名称: '示例活动', 荣誉名称: '示例荣誉', 通知标题: '关于开展示例活动的通知', 文号: '示例〔2026〕1号', 发文日期: today, 主办单位: '云川省医学会（示例）', 联系人: '郑一帆', 电话: '0000-1111111', 邮箱: 'office@example.org', 地址: '云岭市示例路 1 号', 报送截止日期: addDays(today, 3),
    每个单位限报人数: '1', 公示天数: '5',
  })
  await office.choose('怎么计', '工作日')
  const rounds = () => office.page.locator('.decision').filter({ has: office.page.getByRole('group', { name: /^评审办法/ }) })
  const inRound = async (i: number, terms: { name: string; places: string; method: RegExp }) => {
    const round = rounds().nth(i)
    await round.getByRole('radio', { name: terms.method }).check()
    await round.getByLabel(/^轮次名称|^本轮名称|^名称/).first().fill(terms.name)
    await round.getByLabel(/^获奖名额/).fill(terms.places)
    const votes = terms.method.test('投赞成票')
    for (const label of votes ? ['法定人数', '通过票'] : ['法定人数']) {
      await round.getByRole('textbox', { name: new RegExp(`^${label}.*分子`) }).fill('2')
      await round.getByRole('textbox', { name: new RegExp(`^${label}.*分母`) }).fill('3')
    }
    if (votes) await round.getByRole('radio', { name: '实到评委' }).check()
    await round.getByRole('radio', { name: '无记名', exact: true }).check()
    return round
  }
  const first = await inRound(0, { name: '初评', places: '5', method: /^打分/ })
  await first.getByRole('button', { name: '加评分细则' }).click()
  for (const [n, [name, percent]] of [['事迹', '60'], ['品德', '40']].entries()) {
    await first.getByLabel(new RegExp(`^评分细则第 ${n + 1} 项`)).fill(name!)
    await first.getByLabel('权重 %').nth(n).fill(percent!)
  }
  await first.getByRole('checkbox', { name: /隐去姓名/ }).check()
  await office.press('再加一轮')
  const second = await inRound(1, { name: '终评', places: '2', method: /^投赞成票/ })
  await second.getByRole('radio', { name: '就并列的人再投' }).check()
  await second.getByRole('checkbox', { name: '选票上可以反对' }).check()
  // Paper and a split key are one or the other.
  await second.getByRole('checkbox', { name: /^用纸质选票/ }).check()
  expect(await second.getByRole('checkbox', { name: /^开箱钥匙由三方分持/ }).count()).toBe(0)
  await second.getByRole('checkbox', { name: /^用纸质选票/ }).uncheck()
  await second.getByRole('checkbox', { name: /^开箱钥匙由三方分持/ }).check()
  await second.getByRole('button', { name: '加一条结构比例' }).click()
  await second.getByText('填全以后，这里写出它的意思').waitFor()
  await second.getByRole('group', { name: '第 1 条结构比例' }).getByLabel(/^多少/).fill('20')
  await second.getByText('女性不少于 20%，名额 2 个都选满时至少 1 人').waitFor()
  await first.getByRole('checkbox', { name: /^公众投票计入结果/ }).check()
  await first.getByLabel(/^公众占百分之几/).fill('20')
  await look('round-terms')
  // Off again, and nothing of it is left.
  await first.getByRole('checkbox', { name: /^公众投票计入结果/ }).uncheck()
  await office.select('一并采用', '辽宁省医学会2021年“辽宁最美科技工作者”推荐')
  await office.press('建立活动')
  await office.sees('活动还是草稿')
  const campaignId = /\/office\/c\/([^/?#]+)/.exec(office.page.url())![1]!
  const { definition } = await o.office.ask(readCampaign, { params: { campaignId } })
  const [a, b] = rulesOf(definition, 'round')
  expect([a!.name.zh, a!.method, a!.score!.criteria!.map((c) => [c.name.zh, c.percent]), a!.blind, cannotRun(a!)]).toEqual(['初评', 'score', [['事迹', 60], ['品德', 40]], ['name'], []])
  expect([b!.name.zh, b!.method, b!.after, b!.tie, b!.marks, b!.keyShares, b!.paper, cannotRun(b!)]).toEqual(['终评', 'approval', a!.id, 'again', { against: true, writeIn: false }, true, undefined, []])
  expect([a!.publicPart, a!.publicVote, b!.balance]).toEqual([undefined, undefined, [{ id: 'balance-1', name: { zh: '女性', en: 'Women' }, of: 'balance-1', who: { sex: 'female' }, bound: 'least', share: { numerator: 20, denominator: 100 } }]])
  await office.press('修改草稿')
  await office.sees('没有改动')
  expect(await rounds().count()).toBe(2)
  expect([await rounds().nth(0).getByRole('radio', { name: /^打分/ }).isChecked(), await rounds().nth(0).getByLabel('权重 %').first().inputValue(), await rounds().nth(1).getByRole('radio', { name: '就并列的人再投' }).isChecked(), await rounds().nth(1).getByRole('checkbox', { name: /^开箱钥匙由三方分持/ }).isChecked()]).toEqual([true, '60', true, true])
}, 120_000)
