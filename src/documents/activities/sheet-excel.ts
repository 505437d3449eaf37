/** The activity report sheet as a workbook: one sheet for each table, numbers as numbers, words never as formulas. */
import ExcelJS from 'exceljs'
import { printable } from '#core/forms/printable'
import { FIXED_DAY, sameBytes } from '../attachments/same-bytes'
import type { SheetMatter } from './sheet-matter'

const thin = { style: 'thin' as const }
const border = { top: thin, bottom: thin, left: thin, right: thin }

export const activitySheetExcel = async (m: SheetMatter): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  book.title = m.title
  book.created = book.modified = FIXED_DAY
  for (const t of m.tables) {
    const page = book.addWorksheet(t.name, { pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '3:3' }, views: [{ state: 'frozen', ySplit: 3 }] })
    page.columns = t.columns.map((c) => ({ width: c.width * 1.15 }))
    const across = (n: number, text: string, font: Partial<ExcelJS.Font>, height: number, horizontal: 'center' | 'left') => {
      page.mergeCells(n, 1, n, t.columns.length)
      Object.assign(page.getCell(n, 1), { value: printable(text), font, alignment: { horizontal, vertical: 'middle', wrapText: true } })
      page.getRow(n).height = height
    }
    across(1, m.title, { name: '方正小标宋简体', size: 18 }, 40, 'center')
    across(2, m.head, { name: '仿宋_GB2312', size: 11 }, 24, 'left')
    const lines = [t.columns.map((c) => c.name), ...t.rows, ...(t.total === null ? [] : [t.total])]
    lines.forEach((cells, n) => cells.forEach((value, i) => {
      const cell = page.getCell(3 + n, i + 1)
      const heavy = n === 0 || (t.total !== null && n === lines.length - 1)
      if (value !== '') cell.value = typeof value === 'number' ? value : printable(value)
      if (typeof value === 'string') cell.numFmt = '@'
      Object.assign(cell, { border, font: { name: heavy ? '黑体' : '仿宋_GB2312', size: 11 }, alignment: { horizontal: n === 0 ? 'center' : typeof value === 'number' ? 'right' : 'left', vertical: 'middle', wrapText: true } })
    }))
    m.notes.forEach((text, i) => across(3 + lines.length + i, `注 ${i + 1}：${text}`, { name: '仿宋_GB2312', size: 10 }, 20, 'left'))
  }
  return sameBytes(new Uint8Array(await book.xlsx.writeBuffer()))
}
