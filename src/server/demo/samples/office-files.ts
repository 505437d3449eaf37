/** 电子版: real Word and Excel files, the same bytes for the same content. */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import ExcelJS from 'exceljs'
import { timelessZip } from './timeless-zip'

export interface WordWanted {
  readonly title: string
  /** Label and value, as in a form. */
  readonly rows: readonly (readonly [string, string])[]
}

export const wordDocument = async (seed: string, wanted: WordWanted): Promise<Buffer> => {
  const cell = (words: string, percent: number) => new TableCell({ width: { size: percent, type: WidthType.PERCENTAGE }, children: words.split('\n').map((line) => new Paragraph(line)) })
  const document = new Document({
    creator: '云川省医学会（示例）', title: wanted.title, description: seed,
    sections: [{
      children: [
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(wanted.title)] }),
        new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: wanted.rows.map(([label, value]) => new TableRow({ children: [cell(label, 24), cell(value, 76)] })) }),
        new Paragraph('示例文件：机构和人员均为虚构。'),
      ],
    }],
  })
  return timelessZip(await Packer.toBuffer(document))
}

export interface ExcelWanted {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export const excelDocument = async (seed: string, wanted: ExcelWanted): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  book.creator = '云川省医学会（示例）'
  book.subject = seed
  book.created = book.modified = new Date(Date.UTC(2026, 4, 18))
  const page = book.addWorksheet(wanted.title.slice(0, 31))
  page.addRow([...wanted.header]).font = { bold: true }
  // ID numbers and codes stay what was typed: every text cell is a text cell.
  for (const row of wanted.rows) page.addRow([...row]).numFmt = '@'
  page.columns.forEach((column) => { column.width = 22 })
  return timelessZip(Buffer.from(await book.xlsx.writeBuffer()))
}
