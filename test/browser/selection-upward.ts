/** 向上推荐 by the pages of two installations that share nothing but a stick and paper: the call file down, the archive up, the answer down again. */
import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { readNomination, returnNomination } from '#contract/operations/nominations'
import { readUpward } from '#contract/operations/upward'
import type { Person } from '../server/person'
import { backToOffice, complete, fingerprint, type Side } from '../server/two-installations'
import { PHONE, Visitor, type ChosenFile } from './people'
import { browser, shot, WIDE } from './play'
import { HONOURED, NEXT, OUT, type Stage } from './selection-stage'

const arriveAt = async (side: Side, who: Person, viewport = WIDE) => (await Visitor.arrive(browser, side.at.origin, viewport)).holding(who.token)
/** As it stands, wide and on a phone. */
const look = async (who: Visitor, name: string): Promise<void> => {
  await who.keepsNobodyOut()
  await glance(who, name)
}
/** Of a page that was examined in another state: whether it fits. */
const glance = async (who: Visitor, name: string): Promise<void> => {
  const wide = who.page.viewportSize()!
  for (const size of [wide, PHONE]) {
    await who.page.setViewportSize(size)
    if (size !== wide) await who.fitsPhone()
    await shot(who, `upward-${name}`, !name.includes('dialog'))
  }
  await who.page.setViewportSize(wide)
}
const downloaded = async (who: Visitor, press: () => Promise<void>): Promise<ChosenFile> => {
  const [file] = await Promise.all([who.page.waitForEvent('download'), press()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}
const bring = async (who: Visitor, file: ChosenFile): Promise<void> => {
  await who.open('/office/incoming')
  await who.sees('收到的文件')
  await who.giveFiles('选择文件', [file])
}
const compare = async (who: Visitor, sheet: string): Promise<void> => {
  await who.sees('第一次收这个平台的文件，请核对指纹')
  await who.fill('照交接单键入指纹', '0000-0000-0000-0000-0000-0000')
  await who.press('核对无误，确认')
  await who.sees('键入的指纹与文件的不同')
  await who.fill('照交接单键入指纹', sheet.toLowerCase())
  await who.press('核对无误，确认')
}

export const recommendUpwards = async (two: Stage): Promise<void> => {
  const [above, ours] = [await arriveAt(two.above, two.above.o.office), await arriveAt(two.ours, two.ours.o.office)]
  await above.open(`/office/c/${two.above.campaignId}/upward`)
  await above.sees('用别的平台的单位', '还没有可以报送的上级活动')
  await above.press('看 1 家单位')
  const call = await downloaded(above, () => above.press('下载给示例单位1的征集文件'))
  expect(call.name).toMatch(/^征集文件_.*_示例单位1\.xuanshu$/u)

  await ours.open(`/office/c/${two.ours.campaignId}/upward`)
  await ours.sees('还没有可以报送的上级活动')
  await look(ours, 'none')
  await bring(ours, call)
  await ours.sees('第一次收这个平台的文件，请核对指纹')
  await look(ours, 'ask-sender')
  await compare(ours, await fingerprint(two.above.o.office))
  await ours.sees('上级的要求', '示例单位1')
  await glance(ours, 'call')
  await ours.press('导入征集文件')
  await ours.sees('征集文件已生效')

  await ours.open(`/office/c/${two.ours.campaignId}/upward`)
  await ours.sees('距上级报送截止', HONOURED, NEXT, /还缺 \d+ 项/)
  expect((await ours.page.locator('main').innerText()).includes(OUT)).toBe(false)
  await ours.press('看对应：顾南枝')
  await ours.sees('证件照', '重新盖章')
  await look(ours, 'choose')
  await ours.tick('选中顾南枝')
  await ours.stillFits()
  await ours.press('推荐 1 人到上级')
  await ours.sees('补齐上级多要的', '填报中')
  await glance(ours, 'fill')
  const { candidates } = await two.ours.o.office.ask(readUpward, { params: { campaignId: two.ours.campaignId }, query: { to: two.above.campaignId } })
  const nominationId = candidates.find((c) => c.above !== null)!.above!.nominationId
  // By the unit's own pages, which have tests of their own: one fills it in, another seals.
  await ours.page.getByRole('button', { name: /^去补齐 \d+ 处：顾南枝$/ }).click()
  await ours.page.waitForURL(new RegExp(`/unit/n/${nominationId}`))
  await backToOffice(two.ours.o.office)
  await complete(two.ours.o.office, two.ours.o.second, two.above.campaignId, nominationId)

  await ours.open(`/office/c/${two.ours.campaignId}/upward`)
  await ours.sees('导出报送包', '已报送')
  await ours.press('导出已审签的 1 件')
  await ours.sees('做好了', '等上级审查')
  await glance(ours, 'exported')
  const archive = await downloaded(ours, () => ours.press('下载报送包'))
  expect([archive.name.endsWith('.xuanshu'), archive.bytes.includes(Buffer.from(HONOURED))]).toEqual([true, false])

  await bring(above, archive)
  await compare(above, await fingerprint(two.ours.o.office))
  await above.sees('里面的推荐', '新收', HONOURED)
  await look(above, 'preview')
  await above.press('收下 1 件')
  await above.sees('收下 1 件，已有 0 件，没有收 0 件')
  await above.press('去形式审查')
  await above.sees(HONOURED)
  await bring(above, archive)
  await above.sees('没有新的内容')
  await glance(above, 'same')

  const params = { nominationId }
  const { version } = await two.above.o.office.ask(readNomination, { params })
  await two.above.o.office.ask(returnNomination, { params, body: { version, note: '', until: (await two.ours.at.now()) + 10 * 86_400_000, points: [{ what: '证件照背景不是红色（示例）', at: '证件照', clause: '四、3' }] } })
  await above.open(`/office/c/${two.above.campaignId}/upward`)
  const answer = await downloaded(above, () => above.press('下载给示例单位1的结果文件（1 条）'))
  await glance(above, 'below')
  await bring(ours, answer)
  await ours.sees('上级退回', '证件照背景不是红色（示例）')
  await glance(ours, 'answer')
  await ours.press('导入 1 条结果')
  await ours.sees('新结果 1 条')
  await ours.open(`/office/c/${two.ours.campaignId}/upward`)
  await ours.sees('上级退回，请补正', '证件照背景不是红色（示例）')
  await look(ours, 'returned')
  await ours.press('补正：顾南枝')
  await ours.page.waitForURL(new RegExp(`/unit/n/${nominationId}`))

  const [second, phone] = [await arriveAt(two.above, two.above.o.second), await arriveAt(two.above, two.above.o.second, PHONE)]
  const changed = Buffer.from(archive.bytes)
  changed[2000]! ^= 1
  await bring(second, { name: archive.name, bytes: changed })
  await second.sees('没有收，没有留下')
  await look(second, 'refused')
  await phone.open('/office/incoming')
  await phone.sees('来往的平台', '没有收，没有留下')
  await phone.fitsPhone()
  await second.open('/office/incoming')
  await second.sees('来往的平台', '本平台的指纹')
  await look(second, 'incoming')
  await Promise.all([above, ours, second, phone].map((v) => v.leave()))
}
