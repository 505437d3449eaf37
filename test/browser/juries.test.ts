/** A jury by the pages: a list of experts comes in, a jury is drawn by a seed fixed before, what ties juror and candidate is found, the supervisor claims it, and the juror no longer sees that candidate. */
import { expect, test } from 'vitest'
import { formJury, openRound } from '#contract/operations/jury'
import { readJuries } from '#contract/operations/juries'
import { inviteAccount } from '#contract/operations/organisations'
import { acceptedFrom } from '../server/accepted'
import { twoPapers } from '../server/campaign-plan'
import { openProvincial } from '../server/office'
import { Person } from '../server/person'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shots } from './play'

let campaignId = '', roundId = '', secretaryId = ''
let supervisor: Person
let secretary: Person
const ids: string[] = []
const codes = new Map<string, string>()
const names = ['沈若川', '顾南枝']
const lines = ['姓名,所在单位,上级单位,专业领域,职称,出生年份,任职经历,师生、合作者、亲属,曾任评委', '孟静姝,云川医大附一院（示例）,云川省卫健委（示例）,急诊医学,主任医师,1968,,,2023 年评审', '傅守拙,望海大学（示例）,,急诊医学,教授,1971,,,', '尹素心,栗川学院（示例）,,护理学,主任护师,1975,,,', '唐晚晴,云岭职业学院（示例）,,护理学,教授,1980,,,', '无单位的人,,,护理学,,,,,']
const db = () => at.services.db
play({ units: 2 }, async () => {
  campaignId = await openProvincial(at, o, twoPapers)
  ids.push(...await acceptedFrom(o, campaignId, names))
  await db().rows(`UPDATE nominations SET fields = fields || '{"employer":"云川医科大学附属第一医院（示例）","resume":[{"from":"2015-07","to":"2024-03","what":"望海大学附属医院急诊科，主治医师"},{"from":"2024-03","to":"","what":"云川医科大学附属第一医院急诊科"}],"deeds":"读博期间师从孟静姝教授，与傅守拙合作完成课题。"}' WHERE id = $1`, [ids[0]])
  await db().rows(`UPDATE nominations SET fields = fields || '{"employer":"桐远市中医医院（示例）","resume":[],"deeds":"示例事迹。"}' WHERE id = $1`, [ids[1]])
  const invited = await o.office.ask(inviteAccount, { body: { personName: '苏怀瑾', login: 'su', role: 'jurySecretary' } })
  secretaryId = invited.accountId
  secretary = await new Person(at.origin, 'secretary').activate(invited.code)
  supervisor = await new Person(at.origin, 'supervisor').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
})
const desk = async (who: Person) => (await Visitor.arrive(browser, at.origin, { width: 1440, height: 900 })).holding(who.token)
const look = async (v: Visitor, name: string): Promise<void> => {
  await v.keepsNobodyOut()
  const size = v.page.viewportSize()!
  for (const width of size.width < 500 ? [375, 320] : [1440, 375]) {
    await v.page.setViewportSize({ width, height: 900 })
    await v.fitsPhone()
    if (shots !== undefined) await v.page.screenshot({ path: `${shots}/juries-${name}-${width}.png`, fullPage: true })
  }
  await v.page.setViewportSize(size)
}

test('the office brings a list of experts in, sees line by line what it would do, and finds them by words', async () => {
  const office = await desk(o.office)
  await office.open('/office/experts')
  await office.sees('评委库还是空的')
  await office.giveFiles('选择名单', [{ name: '评委库.csv', bytes: Buffer.from(lines.join('\r\n')) }])
  await office.sees('第 6 行：没有“所在单位”')
  await look(office, 'pool-preview')
  await office.press('导入 4 人，略去 1 行')
  await office.sees('新增 4 人，更新 0 人', '库里 4 人')
  await look(office, 'pool')
  await office.fill('查找', '附一院')
  await office.sees('找到 1 人')
  await office.leave()
})

test('terms and the hash of the seed are fixed first; a word spoken in the room draws; codes are shown once', async () => {
  const office = await desk(o.office)
  await office.open(`/office/c/${campaignId}/jury`)
  await office.press('抽取、各轮评委')
  await office.sees('还没有评委')
  await office.select('为哪一轮', '评委会（各轮）')
  await office.select('专业', '急诊医学（库里 2 人）')
  await office.fillAll({ 抽几人: '2' })
  await office.press('加一个专业')
  await office.page.getByLabel('专业').nth(1).selectOption({ value: '护理学' })
  await office.page.getByLabel('抽几人').nth(1).fill('3')
  await office.press('固定办法和种子')
  await office.sees(/“护理学”共需 3 人，库里按条件至多能抽 2 人/)
  await look(office, 'draw-short')
  await office.page.getByLabel('抽几人').nth(1).fill('1')
  await office.page.getByLabel('候补几人').nth(1).fill('1')
  await office.press('固定办法和种子')
  await office.sees('种子摘要')
  await office.fill('现场报的数', '三百七十一')
  await look(office, 'draw-fixed')
  await office.press('抽取')
  await office.sees('启用码 3 个')
  const table = office.page.getByRole('table', { name: '启用码 3 个' })
  for (const row of (await table.getByRole('row').all()).slice(1)) { const cells = await row.getByRole('cell').allTextContents(); codes.set(cells[0] ?? '', cells.at(-1) ?? '') }
  await office.press('已妥善保存，收起启用码')
  await office.sees('抽中')
  await office.page.getByLabel('孟静姝 职务').selectOption({ label: '主任委员' })
  await office.press('保存职务')
  await office.sees('职务已定')
  await look(office, 'draw-done')
  await office.leave()
})

test('what was found stands before office and supervisor; the juror signs in with hints and sees the dossier until the supervisor claims it', async () => {
  const jurors = (await o.office.ask(readJuries, { params: { campaignId } })).general.map((m) => m.accountId)
  await o.office.ask(formJury, { params: { campaignId }, body: { jurorIds: jurors, secretaryId } })
  roundId = (await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: ids, still: true } })).roundId
  const office = await desk(o.office)
  await office.open(`/office/c/${campaignId}/conflicts`)
  await office.sees('查到了，还没有申报', '现在同一单位', '师生', '合作者或同一项目')
  expect(await office.page.getByRole('button', { name: '提出回避' }).count()).toBe(0)
  await look(office, 'conflicts-office')
  await office.leave()

  const token = (await new Person(at.origin, 'juror').activate(codes.get('孟静姝')!)).token
  const juror = await (await Visitor.arrive(browser, at.origin, PHONE)).holding(token)
  await juror.open(`/jury/rounds/${roundId}`)
  await juror.sees(/^请核对：师生/, /^请核对：现在同一单位/)
  await look(juror, 'juror-hints')
  await juror.press('无须回避，签到')
  await juror.page.getByRole('checkbox', { name: '赞成 沈若川', exact: true }).check({ force: true })
  await juror.press('核对并投票')
  await juror.press('投票', juror.dialog())
  await juror.sees('已投票，请记下回执码')

  const watch = await desk(supervisor)
  await watch.open(`/supervisor/c/${campaignId}`)
  await watch.press('回避')
  const pair = watch.page.getByRole('listitem').filter({ hasText: '孟静姝' }).filter({ hasText: '沈若川' }).first()
  await pair.getByRole('button', { name: '提出回避' }).click()
  await watch.fill('理由', '师生，且现在同一单位（示例）')
  await look(watch, 'claim')
  await watch.press('提出回避', watch.dialog())
  await watch.sees('已提出回避，收回选票 1 张，已通知评委重投')
  await look(watch, 'conflicts-supervisor')
  await watch.leave()

  await juror.lookAgain()
  await juror.sees('您的选票已收回，请重新投票', /已回避（师生，且现在同一单位（示例）/)
  await look(juror, 'juror-again')
  expect(await juror.page.getByRole('checkbox', { name: '赞成 沈若川', exact: true }).count()).toBe(0)
  await juror.open(`/jury/rounds/${roundId}/candidates/${ids[0]}`)
  await juror.sees('没有这一页，或不归本角色查看')
  await juror.open(`/jury/rounds/${roundId}`)
  await juror.page.getByRole('checkbox', { name: '赞成 顾南枝', exact: true }).check({ force: true })
  await juror.press('核对并投票')
  await juror.press('投票', juror.dialog())
  await juror.sees('已投票，请记下回执码')
  await juror.leave()
})

test('at the meeting one candidate stands on the screen, with who leaves and who may come back, in the order that needs fewest goings out', async () => {
  const v = await desk(secretary)
  await v.open(`/jury/rounds/${roundId}/room`)
  await v.press('会议大屏')
  await v.sees('第 1 位，共 2 位', '按这个次序，共须离场 1 人次，已是最少', '应到 3 人　实到 1 人', '无人须回避')
  expect(await v.page.getByRole('heading', { level: 1 }).textContent()).toBe('顾南枝')
  await v.press('下一位')
  await v.sees('请离场')
  expect([await v.page.getByRole('heading', { level: 1 }).textContent(), await v.page.locator('.moves.leave li').allTextContents()]).toEqual(['沈若川', ['孟静姝']])
  await v.press('开始计时')
  await look(v, 'meeting')
  await v.open(`/supervisor/c/${campaignId}/conflicts`)
  await v.sees('已回避')
  await v.leave()
})
