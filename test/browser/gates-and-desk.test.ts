/** 关口 and the desk's company, by the pages: still fits today, what changed, who looks at what, a letter of its own for each that is returned, and how long it is held. */
import { expect, test } from 'vitest'
import { acceptNomination, readNomination } from '#contract/operations/nominations'
import { campaignLedger } from '#contract/operations/campaigns'
import { castBallot, closeRound, declareConflicts } from '#contract/operations/jury'
import { listAttempts } from '#contract/operations/availability'
import { answerGate } from '#contract/operations/gates'
import { rulesOf } from '#core/campaign/definition'
import { addDays, dayOf } from '#core/kernel/instant'
import { presenceTimes } from '#core/nomination/presence'
import { twoPapers } from '../server/campaign-plan'
import { definitionFor, prepareNomination, sealAndSubmit } from '../server/dossier'
import { inviteJury, openProvincial } from '../server/office'
import { putNomination } from '../server/put-nomination'
import { beginning, PHONE, Visitor } from './people'
import { at, browser, o, play, shot, WIDE } from './play'

let campaignId: string
const ids: string[] = []
const LONG = '阿卜杜拉·买买提·示例姓名很长很长很长很长的一位人选'

play({ units: 3 }, async () => {
  campaignId = await openProvincial(at, o, twoPapers)
  for (const [i, name] of ['沈若川', LONG].entries()) ids.push(await prepareNomination(o.units[i]!.clerk, campaignId, name, i + 1))
})

const arrive = async (token: string, viewport = WIDE) => (await Visitor.arrive(browser, at.origin, viewport)).holding(token)
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  await shot(who, name, !name.includes('dialog'))
}
const heading = (who: Visitor, name: string) => who.page.getByRole('heading', { name, exact: true, level: 2 }).waitFor()
const states = async (of: readonly string[]) => (await at.services.db.rows<{ state: string }>(`SELECT state FROM nominations WHERE id = ANY($1) ORDER BY candidate_name`, [of])).map((r) => r.state)

test('the approver is asked with the day and the clauses, cannot submit before saying so, and may tell what changed; the office decides', async () => {
  const approver = await arrive(o.units[0]!.approver.token, PHONE)
  await approver.open(`/unit/n/${ids[0]}/approve`)
  await approver.sees(/^今天（\d{4}年\d+月\d+日）是否仍然符合$/, '不属于“现役军人”')
  for (const rule of rulesOf(await definitionFor(o.office, campaignId), 'declaration')) if (rule.by === 'approver') await approver.page.getByRole('checkbox', { name: beginning(rule.text.zh) }).check()
  const submit = () => approver.page.getByRole('button', { name: '审签报送', exact: true })
  await approver.sees('先确认今天仍然符合，才能审签报送')
  expect(await submit().isDisabled()).toBe(true)
  await look(approver, 'gate-approver')
  await approver.press('有变化，说明情况')
  await approver.page.getByLabel(/^哪一条有变化/).selectOption({ index: 1 })
  await approver.fill('变化是什么', '本人拟于年底办理退役手续（示例）')
  await look(approver, 'gate-tell')
  await approver.press('报告活动办公室')
  await approver.sees(/沈若川的资格有变化（审核1/)
  expect(await submit().isDisabled()).toBe(true)
  await look(approver, 'gate-told')

  const office = await arrive(o.office.token)
  await putNomination(at.services.db, { campaignId, unitId: (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U3'`))!.id, name: '示例甲', state: 'submitted', n: 0 })
  await office.open(`/office/c/${campaignId}/screening`)
  await office.sees('有情况、等您决定 1 件', '沈若川：示例单位1')
  await office.press('看情况并决定')
  await office.sees('系统不会自行排除。', /本人拟于年底办理退役手续/)
  await office.fill('决定的理由', '退役命令已下达，可以继续（示例）')
  await look(office, 'gate-decide-dialog')
  await office.press('继续', office.dialog())
  await office.text('有情况、等您决定 1 件').waitFor({ state: 'hidden' })
  await office.leave()
  await approver.lookAgain()
  for (const rule of rulesOf(await definitionFor(o.office, campaignId), 'declaration')) if (rule.by === 'approver') await approver.page.getByRole('checkbox', { name: beginning(rule.text.zh) }).check()
  await approver.pressAndConfirm('审签报送')
  await approver.sees('报送已收妥', '人选资格有变化吗')
  // What went through is never told as an attempt without an answer.
  await expect.poll(() => approver.page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('xuanshu.attempts.')).length)).toBe(0)
  expect((await o.units[0]!.approver.ask(listAttempts, { params: { nominationId: ids[0]! } })).attempts.map((a) => a.answer)).toEqual(['done'])
  await look(approver, 'gate-since')
  await approver.leave()
  await sealAndSubmit(o.units[1]!.approver, campaignId, ids[1]!)
}, 180_000)

test('by the keyboard: A leads to the question, Space answers it, A accepts; without it nothing is sent', async () => {
  const office = await arrive(o.office.token)
  await office.open(`/office/c/${campaignId}/screening?n=${ids[0]}`)
  await heading(office, '沈若川')
  await office.sees('先确认今天仍然符合，才能接收')
  await look(office, 'gate-desk')
  const keys = office.page.keyboard
  await keys.press('a')
  await expect.poll(() => office.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type)).toBe('checkbox')
  expect(await states([ids[0]!])).toEqual(['submitted'])
  await keys.press('Space')
  await keys.press('a')
  await office.sees('已接收：沈若川')
  expect(await states([ids[0]!])).toEqual(['accepted'])
  await office.leave()
}, 120_000)

test('who looks at what is shown to colleagues on the row and on the dossier, and to nobody else; it ends by itself within a minute', async () => {
  const [zheng, he] = [await arrive(o.office.token), await arrive(o.second.token)]
  // Time goes on as it does, and faster where a beat is waited for.
  for (const who of [he, zheng]) await who.page.clock.install()
  await he.open(`/office/c/${campaignId}/screening?n=${ids[1]}`)
  await heading(he, LONG)
  await zheng.open(`/office/c/${campaignId}/screening?n=${ids[1]}`)
  await zheng.page.getByRole('status').filter({ hasText: '何青正在看' }).waitFor()
  await zheng.page.getByRole('link', { name: new RegExp(`${LONG}[^]*何青正在看`) }).waitFor()
  await he.page.clock.fastForward(presenceTimes.beat)
  await he.page.getByRole('status').filter({ hasText: '郑一帆正在看' }).waitFor()
  expect(await zheng.page.getByText('郑一帆正在看').count()).toBe(0)
  await look(zheng, 'desk-here')
  const before = (await o.office.ask(campaignLedger, { params: { campaignId }, query: {} })).length
  // As when a machine is switched off: no word of leaving.
  await he.page.context().setOffline(true)
  await he.leave()
  // Its last word grows old as time would make it; the page learns of it with its next beat.
  await at.services.db.rows(`UPDATE desk_presence SET seen_at = seen_at - make_interval(secs => $1) WHERE account_id = (SELECT id FROM accounts WHERE login = 'heqing')`, [presenceTimes.gone / 1000])
  await zheng.page.clock.fastForward(presenceTimes.beat)
  await zheng.page.getByText('何青正在看').first().waitFor({ state: 'hidden' })
  expect([presenceTimes.gone < 60_000, presenceTimes.beat * 2 < presenceTimes.gone, (await o.office.ask(campaignLedger, { params: { campaignId }, query: {} })).length]).toEqual([true, true, before])
  await zheng.leave()
}, 240_000)

test('several are returned, each with its own letter and term: findings ticked, words changed, seen before it is held', async () => {
  const units = await at.services.db.rows<{ id: string }>(`SELECT id FROM organisations WHERE code LIKE 'U%' ORDER BY code`)
  const [a, b] = [await putNomination(at.services.db, { campaignId, unitId: units[2]!.id, name: '退回甲', state: 'submitted', n: 5 }), await putNomination(at.services.db, { campaignId, unitId: units[2]!.id, name: '退回乙', state: 'submitted', n: 6 })]
  const office = await arrive(o.office.token)
  await office.open(`/office/c/${campaignId}/screening?q=${encodeURIComponent('退回')}`)
  for (const name of ['退回甲', '退回乙']) await office.page.getByRole('checkbox', { name: `选上${name}` }).check()
  await office.press('一起审')
  await office.page.getByRole('radio', { name: '退回补正' }).check()
  const box = (name: string) => office.page.getByLabel(`给${name}的退回意见`)
  await box('退回甲').waitFor()
  expect(await box('退回甲').inputValue()).not.toBe('')
  await office.sees('还有 2 件没有写意见或期限')
  const day = addDays(dayOf(await at.now()), 2)
  await office.page.getByLabel('统一的补正期限（下面可逐件改）').fill(day)
  await box('退回甲').fill('第三段的数字请核对\n照片换一张正面的')
  await box('退回乙').fill('缺盖章件')
  await office.page.getByLabel(/^补正期限/).nth(1).fill(addDays(day, 1))
  await look(office, 'bulk-return-dialog')
  const group = office.dialog().getByRole('listitem').filter({ hasText: '退回乙' }).getByRole('checkbox').first()
  await group.check()
  expect((await box('退回乙').inputValue()).split('\n').length).toBe(2)
  await group.uncheck()
  expect(await box('退回乙').inputValue()).toBe('缺盖章件')
  await office.press('退回这 2 件', office.dialog())
  await office.sees('郑一帆定了退回 2 件，离发出还有')
  await office.press('现在就发出')
  await expect.poll(() => states([a, b])).toEqual(['returned', 'returned'])
  const told = await Promise.all([a, b].map(async (nominationId) => (await o.units[2]!.clerk.ask(readNomination, { params: { nominationId } })).screening[0]!))
  expect(told.map((s) => s.points.map((p) => p.what))).toEqual([['第三段的数字请核对', '照片换一张正面的'], ['缺盖章件']])
  expect(told[1]!.until! - told[0]!.until!).not.toBe(0)
  await office.leave()
}, 120_000)

test('how long decisions are held is a field with its limits, and a change of it is on record', async () => {
  const office = await arrive(o.office.token, PHONE)
  await office.open(`/office/c/${campaignId}/deadline`)
  const field = office.page.getByLabel('定下后多少分钟发出')
  const save = office.part('批量结论隔多久发出').getByRole('button', { name: '更改' })
  for (const wrong of ['1441', '-1', '十', '']) {
    await field.fill(wrong)
    expect(await save.isDisabled()).toBe(true)
  }
  await field.fill('25')
  await look(office, 'hold-minutes')
  await save.click()
  await office.sees('已更改，记入台账')
  expect((await o.office.ask(campaignLedger, { params: { campaignId }, query: {} })).entries.map((e) => e.say.zh).at(-1)).toBe('批量结论改为 25 分钟后发出，原为 10 分钟')
  await office.leave()
}, 120_000)

test('round, public notice and honour each ask once for all; who was promoted meanwhile stops the notice until the office decides', async () => {
  await o.office.ask(acceptNomination, { params: { nominationId: ids[1]! }, body: { version: (await o.office.ask(readNomination, { params: { nominationId: ids[1]! } })).version, still: true } })
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 3)
  const office = await arrive(o.office.token)
  await office.open(`/office/c/${campaignId}/jury`)
  await office.press('开启第一轮 无记名投票')
  await office.sees('已核实，这 2 人今天都仍然符合')
  expect(await office.dialog().getByRole('button', { name: '开启第一轮 无记名投票' }).isDisabled()).toBe(true)
  await look(office, 'gate-round-dialog')
  await office.stillFits(office.dialog())
  await office.press('开启第一轮 无记名投票', office.dialog())
  await office.sees('已开启第一轮 无记名投票')
  const { id: roundId } = (await at.services.db.row<{ id: string }>(`SELECT id FROM rounds WHERE campaign_id = $1`, [campaignId]))!
  for (const j of jurors) {
    await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
    await j.ask(castBallot, { params: { roundId }, body: { approvals: ids } })
  }
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  await o.units[1]!.approver.ask(answerGate, { params: { nominationId: ids[1]! }, body: { gate: 'notice', ruleIds: ['exclude-bureau-level'], note: '本月起任省属机构正局级职务，此前为副局级，任职文件已印发（示例）' } })
  await office.open(`/office/c/${campaignId}/announcement`)
  await office.sees('有情况、等您决定 1 件', /本月起任省属机构正局级职务/)
  expect(await office.page.getByRole('button', { name: '开始公示' }).isDisabled()).toBe(true)
  await look(office, 'gate-notice')
  await office.page.setViewportSize({ width: 375, height: 812 })
  await look(office, 'gate-notice')
  await office.page.setViewportSize(WIDE)
  await office.fill('决定的理由', '经核实属实，本次不再列入（示例）')
  await office.press('这一关不再列入')
  await office.sees(`${LONG}：这一关不再列入`, '拟表彰 1 人')
  await office.fill('沈若川的一句话事迹', '在山区急救一线十八年。')
  // The unit is asked, answers on its telephone, and a mistaken press asks first what changed.
  await office.sees('推荐单位的确认', /信里看不出谁入选/)
  await office.press('请推荐单位确认')
  await office.sees('已请 2 家单位确认 2 名人选', '等单位答复')
  await look(office, 'gate-units')
  await office.press('开始公示')
  await office.sees('1 位人选的单位没有答复')
  await office.stillFits(office.dialog())
  expect(await office.dialog().getByRole('button', { name: '开始公示' }).isDisabled()).toBe(true)
  await look(office, 'gate-silent-dialog')
  await office.press('先不公示', office.dialog())
  const approver = await arrive(o.units[0]!.approver.token, PHONE)
  await approver.open(`/unit/c/${campaignId}`)
  await approver.sees('公示之前，请确认本单位人选', '沈若川今天是否仍然符合', '不属于“现役军人”')
  await look(approver, 'gate-asked')
  await approver.press('有变化：沈若川')
  await approver.sees('哪一条有变化')
  await look(approver, 'gate-asked-changed')
  await approver.press('没有变化')
  await approver.press('仍然符合：沈若川')
  await approver.sees('沈若川：已答复“仍然符合”', /审核1：仍然符合$/)
  await approver.leave()
  await office.lookAgain()
  await office.sees('单位：仍然符合')
  await office.fill('沈若川的一句话事迹', '在山区急救一线十八年。')
  await office.pressAndAffirm('开始公示')
  await office.sees('公示已开始')
  const { until } = (await at.services.db.row<{ until: number }>(`SELECT ends_at AS until FROM public_notices WHERE campaign_id = $1`, [campaignId]))!
  await at.setClock(until)
  await office.lookAgain()
  await office.press('授予荣誉')
  await office.sees('已核实，今天仍然符合')
  await look(office, 'gate-honour-dialog')
  await office.stillFits(office.dialog())
  await office.press('授予荣誉', office.dialog())
  await office.sees('已授予荣誉 1 人')
  await office.leave()
}, 180_000)
