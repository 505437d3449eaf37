/** A table to fill in as an Excel workbook: one sheet that prints on A4 lying, its header on every page. */
import ExcelJS from 'exceljs'
import { linesOfTable, type BlankTable } from './blank-sheets'
import { FIXED_DAY, sameBytes } from './same-bytes'

const thin = { style: 'thin' as const }
const border = { top: thin, bottom: thin, left: thin, right: thin }

/** The code at the upper right of the first page, and its line below each. */
export interface SheetMark { readonly picture: Uint8Array; readonly side: number; readonly readable: string }
const POINTS_PER_MM = 72 / 25.4
const PIXELS_PER_MM = 96 / 25.4

export const excelTable = async (table: BlankTable, mark?: SheetMark): Promise<Uint8Array> => {
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
  across(1, table.title, 18, mark === undefined ? 40 : (mark.side + 3) * POINTS_PER_MM)
  if (mark !== undefined) setMark(book, page, mark, table.columns.length)
  table.head.forEach((text, i) => across(2 + i, text, 11, 24))
  const lines = [table.columns.map((c) => c.name), ...linesOfTable(table)]
  lines.forEach((cells, n) => cells.forEach((text, i) => {
    const cell = page.getCell(first + n, i + 1)
    if (text !== '') cell.value = i === 0 && n > 0 ? Number(text) : text
    cell.border = border
    cell.font = { name: n === 0 ? '黑体' : '仿宋_GB2312', size: 11 }
    cell.alignment = { horizontal: n === 0 || i === 0 ? 'center' : 'left', vertical: 'middle', wrapText: true }
    // What is typed stays as it is typed: no phone number loses its zero.
    if (n > 0 && i > 0) cell.numFmt = '@'
  }))
  for (let line = first; line < first + lines.length; line++) page.getRow(line).height = 28
  across(first + lines.length, table.foot, 10, 22)
  return sameBytes(new Uint8Array(await book.xlsx.writeBuffer()))
}

const setMark = (book: ExcelJS.Workbook, page: ExcelJS.Worksheet, mark: SheetMark, columns: number): void => {
  const side = mark.side * PIXELS_PER_MM
  const last = (page.getColumn(columns).width ?? 9) * 7
  // Its right edge stands with that of the table, whatever the last columns measure.
  page.addImage(book.addImage({ buffer: Buffer.from(mark.picture) as never, extension: 'png' }), { tl: { col: columns - Math.min(0.98, side / last), row: 0.06 } as never, ext: { width: side, height: side }, editAs: 'oneCell' })
  page.headerFooter.oddFooter = `&L${mark.readable}&R&P / &N`
}
