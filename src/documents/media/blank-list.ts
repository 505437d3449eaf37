/** 媒体清单空表: the columns the product reads, two example lines, and a second page that says what may stand in them. */
import ExcelJS from 'exceljs'
import { channelKinds, channelLevels, kindNames, levelNames } from '#core/publicity/media-plan/channel'
import { exampleLines, listColumns } from '#core/publicity/media-plan/media-list'
import { FIXED_DAY, sameBytes } from '../attachments/same-bytes'

const widths: Partial<Record<keyof typeof listColumns, number>> = { name: 26, kind: 16, contact: 22, title: 30, material: 22, link: 34, reachFrom: 18 }
const LINES = 500

export const blankMediaList = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  book.created = book.modified = FIXED_DAY
  const page = book.addWorksheet('媒体清单', { views: [{ state: 'frozen', ySplit: 1 }] })
  const columns = Object.keys(listColumns) as (keyof typeof listColumns)[]
  page.columns = columns.map((c) => ({ width: widths[c] ?? 13 }))
  const write = (line: number, cells: readonly string[], font: Partial<ExcelJS.Font>) => cells.forEach((value, i) => { Object.assign(page.getCell(line, i + 1), { value: value === '' ? null : value, numFmt: '@', font, alignment: { vertical: 'middle', wrapText: true } }) })
  write(1, columns.map((c) => listColumns[c][0]), { name: '黑体', size: 11 })
  exampleLines.forEach((cells, i) => write(i + 2, cells, { name: '仿宋_GB2312', size: 11, color: { argb: 'FF7F7F7F' } }))
  const choices = (column: 'kind' | 'level' | 'state', names: readonly string[]) => { const i = columns.indexOf(column) + 1; for (let n = 2; n <= LINES; n++) { const cell = page.getCell(n, i); cell.numFmt = '@'; cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${names.join(',')}"`] } } }
  choices('kind', channelKinds.map((k) => kindNames[k].zh))
  choices('level', channelLevels.map((l) => levelNames[l].zh))
  choices('state', ['计划', '备好', '已刊播'])
  for (const column of ['from', 'to'] as const) for (let n = 2; n <= LINES; n++) page.getCell(n, columns.indexOf(column) + 1).numFmt = '@'
  const told = book.addWorksheet('填写说明')
  told.getColumn(1).width = 90
  ;['每行一个渠道；渠道里有投放的，一项一行，渠道名称重复写。', '必填：渠道名称、级别；有投放的还要宣传内容、开始日期（2026-05-20 的样子）。其余没有就空着。', `类别：${channelKinds.map((k) => kindNames[k].zh).join('、')}。`, `级别：${channelLevels.map((l) => levelNames[l].zh).join('、')}。`, '阅读播放量知道才填，填了要写数据来源；不要求。', '灰色两行是示例，填写前请删去。'].forEach((text, i) => { told.getCell(i + 1, 1).value = text; told.getCell(i + 1, 1).alignment = { wrapText: true } })
  return sameBytes(new Uint8Array(await book.xlsx.writeBuffer()))
}
