/** 从汇总表导入 by the pages: a workbook is looked at line by line; what is certain is taken, the rest is told with how to mend it; again, it adds nothing. */
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { listNominations } from '#contract/operations/nominations'
import { checkDigit } from '#core/nomination/id-number'
import { twoPapers } from '../server/campaign-plan'
import { openProvincial } from '../server/office'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shots } from './play'

let campaignId: string
play({ units: 1 }, async () => {
  campaignId = await openProvincial(at, o, twoPapers)
})
const number = (seventeen: string) => seventeen + checkDigit(seventeen)

test('looked at, then taken; what is asked about says how to mend it; a second time nothing is added', async () => {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('汇总表')
  page.addRow(['候选人汇总表（示例）'])
  page.mergeCells('A1:F1')
  page.addRow(['序号', '姓名', '出生年月', '身份证号', '单位', '职务'])
  page.addRow([1, '沈若川', '1980年5月', number('99000019800512001'), '示例医院', '护士长'])
  page.addRow([2, '顾长风', '80年5月', '', '示例大学', '教授'])
  page.addRow([3, '林知行', '1985-03-03', Number('990000198503030123'), '示例研究所', '研究员'])
  const file = { name: '汇总表.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) }
  const clerk = await (await Visitor.arrive(browser, at.origin, { width: 1440, height: 900 })).holding(o.units[0]!.clerk.token)
  await clerk.open(`/unit/c/${campaignId}`)
  await clerk.press('从汇总表导入')
  await clerk.giveFiles('选择汇总表', [file])
  await clerk.sees('出生日期按身份证号写成 1980-05-12', /年份只有两位/, /存成了数值.*已经丢了/, /没有读的列：序号/)
  await clerk.keepsNobodyOut()
  for (const width of [1440, PHONE.width]) {
    await clerk.page.setViewportSize({ width, height: 900 })
    await clerk.fitsPhone()
    if (shots !== undefined) await clerk.page.screenshot({ path: `${shots}/people-sheet-${width}.png`, fullPage: true })
  }
  await clerk.page.setViewportSize({ width: 1440, height: 900 })
  const own = async () => (await o.units[0]!.clerk.ask(listNominations, { params: { campaignId } })).nominations.map((n) => n.candidateName).toSorted()
  expect(await own()).toEqual([])
  await clerk.press('导入 2 人，另 1 行不导入')
  await clerk.page.getByRole('link', { name: '顾长风', exact: true }).waitFor()
  expect(await own()).toEqual(['沈若川', '顾长风'])
  await clerk.press('从汇总表导入')
  await clerk.giveFiles('选择汇总表', [file])
  await clerk.page.getByRole('button', { name: '没有可以导入的', disabled: true }).waitFor()
  await clerk.leave()
})
