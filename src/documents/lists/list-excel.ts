/**
 * A long list as an Excel workbook, written while it is read: words only, no formula can come of them, no number loses a digit.
 * Written by ourselves (ISO/IEC 29500-1, 18): the package that makes our other workbooks fills the memory where the reader is slow.
 */
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { printable } from '#core/forms/printable'
import { isPlainRow, type List } from './list'

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const P = 'http://schemas.openxmlformats.org/package/2006'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const xml = (text: string): string => (/[&<>"]/u.test(text) ? text.replace(/[&<>"]/gu, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c) : text)
/** What a sheet may be called: 31 characters, without those that addresses use. */
const sheetName = (title: string): string => xml(printable(title).replace(/[\\/*?:[\]']/gu, '').slice(0, 31)) || '名单'

/** Cell formats: 0 words as they are typed, 1 the head. */
const parts = (title: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${head}<Types xmlns="${P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${P}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${P}/relationships"><Relationship Id="rId1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${R}/styles" Target="styles.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${S}" xmlns:r="${R}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheetName(title)}'!$1:$1</definedName></definedNames></workbook>`,
  'xl/styles.xml': `${head}<styleSheet xmlns="${S}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="黑体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
})

export const listExcel = (list: List): AsyncIterable<Uint8Array> => {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const sheet = Readable.from(sheetOf(list), { objectMode: false, highWaterMark: 1 << 18 })
  sheet.on('error', (error) => out.destroy(error))
  for (const [name, content] of Object.entries(parts(list.title))) zip.addBuffer(Buffer.from(content), name)
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  zip.end()
  return out
}

/** A, B … Z, AA: addresses that older readers look for. */
const letters = (n: number): string => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))
const row = (given: readonly string[], n: number, columns: readonly string[], format = ''): string => {
  const cells = isPlainRow(given) ? given : given.map((text) => xml(printable(text)))
  return `<row r="${n}">${cells.map((text, i) => (text === '' ? '' : `<c r="${columns[i]}${n}"${format} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`)).join('')}</row>`
}

async function* sheetOf(list: List): AsyncGenerator<Buffer> {
  const columns = list.columns.map((_, i) => letters(i))
  let n = 1
  yield Buffer.from(`${head}<worksheet xmlns="${S}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${list.columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"/>`).join('')}</cols><sheetData>${row(list.columns.map((c) => c.name), n, columns, ' s="1"')}`)
  for await (const rows of list.batches) yield Buffer.from(rows.map((r) => row(r, ++n, columns)).join(''))
  yield Buffer.from('</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>')
}
