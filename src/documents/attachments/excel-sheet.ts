/** A table to fill in as an Excel workbook: one sheet that prints on A4 lying, its header on every page. */
import ExcelJS from 'exceljs'
import type { BlankTable } from './blank-sheets'
import { FIXED_DAY, sameBytes } from './same-bytes'

const thin = { style: 'thin' as const }
const border = { top: thin, bottom: thin, left: thin, right: thin }

export const excelTable = async (table: BlankTable): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  book.title = table.title
  book.created = book.modified = FIXED_DAY
  const first = 2 + table.head.length
  const page = book.addWorksheet('汇总表', { pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${first}:${first}` }, views: [{ state: 'frozen', ySplit: first }] })
  page.columns = table.columns.map((c) => ({ width: c.width * 1.15 }))
  const across = (line: number, text: string, size: number, height: number): void => {
    page.mergeCells(line, 1, line, table.columns.length)
    const cell = page.getCell(line, 1)
    cell.value = text
    cell.font = { name: size > 12 ? '方正小标宋简体' : '仿宋_GB2312', size }
    cell.alignment = { horizontal: size > 12 ? 'center' : 'left', vertical: 'middle', wrapText: true }
    page.getRow(line).height = height
  }
  across(1, table.title, 18, 40)
  table.head.forEach((text, i) => across(2 + i, text, 11, 24))
  table.columns.forEach((c, i) => {
    for (let line = first; line <= first + table.rows; line++) {
      const cell = page.getCell(line, i + 1)
      if (line === first) cell.value = c.name
      else if (i === 0) cell.value = line - first
      cell.border = border
      cell.font = { name: line === first ? '黑体' : '仿宋_GB2312', size: 11 }
      cell.alignment = { horizontal: line === first || i === 0 ? 'center' : 'left', vertical: 'middle', wrapText: true }
      // What is typed stays as it is typed: no phone number loses its zero.
      if (line > first && i > 0) cell.numFmt = '@'
    }
  })
  for (let line = first; line <= first + table.rows; line++) page.getRow(line).height = 28
  across(first + table.rows + 1, table.foot, 10, 22)
  return sameBytes(new Uint8Array(await book.xlsx.writeBuffer()))
}
