/** 推荐码, by the pages: the clerk gives out a code, the candidate fills in on a phone, consents one by one and gives it back; the unit asks again, and sees what was answered. */
import { expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { isCandidateField } from '#core/nomination/candidate-part'
import { twoPapers } from '../server/campaign-plan'
import { definitionFor, fileFor } from '../server/dossier'
import { openProvincial } from '../server/office'
import { Visitor } from './people'
import { arrive, at, browser, o, play, shots } from './play'
import { fillFields, saved } from './unit-acts'

let campaignId: string
let nominationId: string
let definition: ResolvedDefinition
let phone: Visitor

play({ units: 1 }, async () => {
  campaignId = await openProvincial(at, o, twoPapers)
  definition = await definitionFor(o.units[0]!.clerk, campaignId)
  nominationId = (await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})

const look = async (v: Visitor, name: string): Promise<void> => {
  await v.keepsNobodyOut()
  await v.fitsPhone()
  if (shots !== undefined) await v.page.screenshot({ path: `${shots}/candidate-${name}.png`, fullPage: true })
}

let code = ''
test('the clerk gives out a code, and the form leaves the candidate’s fields to the candidate', async () => {
  const clerk = await arrive(o.units[0]!.clerk)
  await clerk.open(`/unit/n/${nominationId}`)
  await clerk.press('发推荐码')
  await clerk.sees('只在这里显示一次')
  code = (await clerk.page.locator('.code-large').textContent())!
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await look(clerk, 'code')
  await clerk.press('已发给人选')
  await clerk.sees(/^推荐码已发出，还没有打开/)
  await clerk.open(`/unit/n/${nominationId}/form`)
  await clerk.sees('人选正在填写其余各栏')
  expect(await clerk.page.getByLabel(/^姓名/).count()).toBe(0)
  await clerk.leave()
})

test('on a phone: who nominates for what, a password, the own fields and portrait, consents one by one, and back to the unit', async () => {
  phone = await Visitor.arrive(browser, at.origin, { width: 375, height: 780 })
  await phone.open(`/join#${code}`)
  await phone.press('下一步')
  await phone.sees('示例单位1', '沈若川')
  await look(phone, 'enter')
  await phone.fill('新密码', 'a long password 1')
  await phone.fill('再输一次新密码', 'a long password 1')
  await phone.press('开始填写')
  await phone.sees(/^还差 \d+ 处，3 项同意没有答复$/)
  await look(phone, 'begin')
  const own = { ...definition, rules: definition.rules.filter((r) => r.kind !== 'formField' || isCandidateField(r)) }
  await fillFields(phone, own, '沈若川', 1)
  await saved(phone)
  const portrait = rulesOf(definition, 'material').find((m) => m.file.type === 'portrait')!
  const file = await fileFor(portrait)
  await phone.giveFiles(`选择文件：${portrait.name.zh}`, [{ name: file.name, bytes: file.bytes }])
  await phone.sees('已收 1 件')
  await phone.choose('是否同意使用个人信息', '同意')
  await phone.choose('是否同意单位公示和入选公示', '同意')
  await phone.choose('是否同意宣传和采访', '不同意')
  await phone.sees('填好了')
  await look(phone, 'filled')
  await phone.press('交回单位')
  await phone.press('交回单位', phone.dialog())
  await phone.sees('已交回，由示例单位1办理')
  await look(phone, 'returned')
})

test('the unit sees it and the answers, asks for a change; the candidate changes it; nothing was typed twice', async () => {
  const clerk = await arrive(o.units[0]!.clerk)
  await clerk.open(`/unit/n/${nominationId}`)
  await clerk.sees(/^人选 .* 交回。$/, '宣传和采访：不同意')
  await look(clerk, 'unit')
  await clerk.press('请人选再改')
  await clerk.fill('请人选改什么', '请补充出生地（示例）', clerk.dialog())
  await clerk.press('请人选再改', clerk.dialog())
  await clerk.sees(/人选的部分由人选改。$/)
  await phone.open('/me')
  await phone.sees('单位请您改', '请补充出生地（示例）')
  await phone.press('交回单位')
  await phone.press('交回单位', phone.dialog())
  await phone.sees('已交回，由示例单位1办理')
  const n = await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })
  const mine = rulesOf(definition, 'formField').filter(isCandidateField).filter((r) => r.required)
  expect(mine.filter((r) => (n.fields[r.field]?.length ?? 0) === 0)).toEqual([])
  await clerk.leave()
})

test('the candidate takes along what is held, withdraws, and has it erased', async () => {
  const [taken] = await Promise.all([phone.page.waitForEvent('download'), phone.press('下载关于我的全部记录')])
  expect(taken.suggestedFilename()).toContain('沈若川')
  await phone.press('退出评选')
  await phone.press('确认退出', phone.dialog())
  await phone.sees('您已退出这次评选')
  await phone.press('删除个人信息')
  await phone.sees('会删除，不能恢复', '会留下，理由如下', '本人的账号')
  await look(phone, 'erase')
  await phone.tick('我知道删除以后不能恢复', phone.dialog())
  await phone.press('删除', phone.dialog())
  await phone.page.waitForURL((url) => url.pathname === '/')
  expect((await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })).candidateName).toBe('（已删除）')
  await phone.leave()
})
