/** Tables of a file as somebody who opens it finds them: rows of cells, as words. */
import ExcelJS from 'exceljs'
import { unzip } from './unzip'

const plain = (xml: string): string => xml.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&apos;/gu, "'").replace(/&amp;/gu, '&')
const texts = (xml: string): string => plain([...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map((m) => m[1]).join(''))

/** Of a Word file, table by table, and what stands outside them. */
export const tablesOfWord = async (bytes: Uint8Array): Promise<{ readonly tables: string[][][]; readonly words: string }> => {
  const xml = Buffer.from((await unzip(Buffer.from(bytes))).get('word/document.xml')!).toString()
  const tables = [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/gu)].map(([t]) => [...t.matchAll(/<w:tr[ >][\s\S]*?<\/w:tr>/gu)].map(([r]) => [...r.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/gu)].map(([c]) => texts(c))))
  return { tables, words: texts(xml.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/gu, '')) }
}

/** Of a workbook, by the name of the sheet; cells as they are held, numbers as numbers. */
export const sheetsOfExcel = async (bytes: Uint8Array): Promise<Map<string, (string | number)[][]>> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  return new Map(book.worksheets.map((s) => [s.name, Array.from({ length: s.rowCount }, (_, i) => { const row = s.getRow(i + 1); return Array.from({ length: s.columnCount }, (__, k) => (row.getCell(k + 1).value ?? '') as string | number) })]))
}
