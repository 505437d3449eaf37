/** In the child: a list that an office brings → rows of text. */
import { parse } from 'csv-parse/sync'
import { finding, type Finding } from '#core/kernel/finding'
import { decodeText, type TextEncoding } from '#media/text/encoding'
import { Unreadable } from '#media/unreadable'
import { readZipDirectory, type ZipEntry } from '#media/zip-directory'

/** A sheet as rows of text, the header first. Numbers stay as they were typed where the file allows it. */
export interface Sheet {
  readonly encoding: TextEncoding | 'Excel'
  readonly rows: readonly (readonly string[])[]
  /** Cells that held a formula or a number where text was wanted: `line:column`. */
  readonly formulas: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  /** Cells that only show what the first of their merged block holds. */
  readonly merged: ReadonlySet<string>
  /** Lines that the file hides, by hand or by a filter. */
  readonly hiddenRows: ReadonlySet<number>
  /** Sheets with something in them that were not read. */
  readonly otherPages: readonly { readonly name: string; readonly hidden: boolean }[]
}
export type ReadSheet = { readonly ok: true; readonly sheet: Sheet } | { readonly ok: false; readonly findings: Finding[] }

const MAX_ROWS = 60_000
/** A list of so many rows unpacks to some twenty megabytes; more are rows that only have a format, to the end of the page. */
const MAX_PAGE = 32_000_000

/** What stands against the whole file. */
export const no = (code: string, what: [string, string], mend: [string, string]): ReadSheet => ({ ok: false, findings: [finding({ code, rule: null, what, mend })] })

/** Reads CSV (UTF-8, GB18030, UTF-16LE, found out by the bytes) or .xlsx; never by the name. */
export const readSheet = async (bytes: Buffer): Promise<ReadSheet> => {
  if (bytes.length === 0) return no('sheet.empty', ['文件是空的，0 字节', 'The file is empty: 0 bytes'], ['请重新导出后再选。', 'Export it again and choose that file.'])
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return readExcel(bytes)
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return no('sheet.oldExcel', ['这是旧版 Excel（.xls）或加密的文件，读不了', 'This is an old Excel file (.xls) or an encrypted one'], ['请在 Excel 或 WPS 里另存为 .xlsx（不加密）或 CSV 再导入。', 'Save it as .xlsx (without a password) or CSV.'])
  return readCsv(bytes)
}

const readExcel = async (bytes: Buffer): Promise<ReadSheet> => {
  // The directory first: a small file may unpack to gigabytes.
  const directory = await directoryOf(bytes)
  if (directory === 'bomb' || (directory !== 'broken' && directory.some((e) => e.name.startsWith('xl/worksheets/') && e.unpacked > MAX_PAGE))) return no('sheet.bomb', ['这个表格展开后大得不像名单，没有读', 'Unpacked, this workbook is far larger than a list; it was not read'], ['请删去空白的格式行，另存一份。', 'Delete empty formatted rows and save again.'])
  if (directory === 'broken' || !directory.some((e) => e.name.startsWith('xl/'))) return no('sheet.notExcel', ['这不是 Excel 工作簿', 'This is not an Excel workbook'], ['请另存为 .xlsx 或 CSV。', 'Save it as .xlsx or CSV.'])
  // Loaded when the first workbook comes: most children never meet one.
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(bytes as never)
  } catch {
    return no('sheet.broken', ['Excel 文件读不出来，可能已损坏', 'The workbook cannot be read; it may be damaged'], ['请在 Excel 或 WPS 里打开，另存一份再导入。', 'Open it in Excel or WPS, save a copy and import that.'])
  }
  const written = book.worksheets.filter((w) => w.actualRowCount > 0)
  // The first that shows; a book all of whose sheets are hidden is read all the same.
  const page = written.find((w) => w.state === 'visible') ?? written[0]
  if (page === undefined || page.actualRowCount === 0) return no('sheet.empty', ['表格里没有内容', 'The workbook has no content'], ['请核对第一张工作表。', 'Check its first sheet.'])
  const formulas = new Set<string>()
  const numbers = new Set<string>()
  const merged = new Set<string>()
  const hiddenRows = new Set<number>()
  const rows: string[][] = []
  page.eachRow({ includeEmpty: false }, (row, line) => {
    if (line > MAX_ROWS) return
    while (rows.length < line - 1) rows.push([])
    if (row.hidden) hiddenRows.add(line)
    const cells: string[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      cells[column - 1] = cell.value instanceof Date ? dayOfDate(cell.value) : cell.text.trim()
      if (cell.isMerged && cell.master.address !== cell.address) merged.add(`${line}:${column}`)
      if (cell.type === ExcelJS.ValueType.Formula) formulas.add(`${line}:${column}`)
      if (cell.type === ExcelJS.ValueType.Number) numbers.add(`${line}:${column}`)
    })
    rows.push(Array.from(cells, (c) => c ?? ''))
  })
  return { ok: true, sheet: { encoding: 'Excel', rows, formulas, numbers, merged, hiddenRows, otherPages: written.filter((w) => w !== page).map((w) => ({ name: w.name, hidden: w.state !== 'visible' })) } }
}

/** A day of Excel has no place on earth: it is the one that is shown. */
const dayOfDate = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10))

const directoryOf = async (bytes: Buffer): Promise<ZipEntry[] | 'bomb' | 'broken'> => {
  try {
    return await readZipDirectory({ name: 'list', size: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) })
  } catch (error) {
    if (error instanceof Unreadable) return error.why === 'bomb' ? 'bomb' : 'broken'
    throw error
  }
}

const readCsv = (bytes: Buffer): ReadSheet => {
  const decoded = decodeText(bytes)
  if (decoded === null) return no('sheet.encoding', ['认不出这个文件的文字编码', 'The text encoding of this file cannot be recognised'], ['请另存为“CSV UTF-8”或 .xlsx。', 'Save it as “CSV UTF-8” or .xlsx.'])
  try {
    const text = decoded.text.replace(/^\uFEFF/, '')
    const delimiter = text.slice(0, text.search(/\r|\n|$/)).includes('\t') ? '\t' : ','
    const rows = (parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, trim: true, delimiter, to: MAX_ROWS }) as string[][])
    const formulas = new Set(rows.flatMap((r, i) => r.flatMap((c, k) => (/^[=@\t\r]|^[+-](?!\d)/.test(c) ? [`${i + 1}:${k + 1}`] : []))))
    return { ok: true, sheet: { encoding: decoded.encoding, rows, formulas, numbers: new Set(), merged: new Set(), hiddenRows: new Set(), otherPages: [] } }
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : null
    return no('sheet.csv', [`CSV 第 ${line ?? '?'} 行的引号没有配对`, `The quotes of line ${line ?? '?'} of the CSV do not match`], ['请改好这一行，或另存为 .xlsx 再导入。', 'Mend that line, or save as .xlsx.'])
  }
}
