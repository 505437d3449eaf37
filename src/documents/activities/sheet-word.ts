/** The activity report sheet as Word, A4 lying, the head of each table on every page. */
import { AlignmentType, BorderStyle, Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, type IFontAttributesProperties } from 'docx'
import { printable } from '#core/forms/printable'
import { sameBytes, sealedProperties } from '../attachments/same-bytes'
import { biaosong, fang, fontTable, hei } from '../official/word-faces'
import { characterStyles } from '../official/word-styles'
import type { SheetMatter, SheetTable } from './sheet-matter'

const WIDTH = 14_600
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: line, bottom: line, left: line, right: line }
const para = (text: string, points: number, font: IFontAttributesProperties, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT, after = 0): Paragraph => new Paragraph({ alignment, spacing: { after }, children: [new TextRun({ text: printable(text), size: points * 2, font })] })

const tableOf = (t: SheetTable): Table => {
  const whole = t.columns.reduce((n, c) => n + c.width, 0)
  const widths = t.columns.map((c) => Math.floor((WIDTH * c.width) / whole))
  const row = (cells: readonly (string | number)[], look: 'head' | 'row' | 'total'): TableRow => new TableRow({ cantSplit: true, tableHeader: look === 'head', children: cells.map((text, i) => new TableCell({
    borders, width: { size: widths[i]!, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 70, right: 70, top: 40, bottom: 40 },
    children: [para(String(text), 10.5, look === 'row' ? fang : hei, look === 'head' ? AlignmentType.CENTER : t.columns[i]!.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT)],
  })) })
  return new Table({ layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA }, rows: [row(t.columns.map((c) => c.name), 'head'), ...t.rows.map((r) => row(r, 'row')), ...(t.total === null ? [] : [row(t.total, 'total')])] })
}
const numerals = ['一', '二', '三']

export const activitySheetWord = async (m: SheetMatter): Promise<Uint8Array> => sameBytes(new Uint8Array(await Packer.toBuffer(new Document({ title: m.title, styles: { characterStyles }, sections: [{
  properties: { page: { size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE }, margin: { top: 1134, right: 1119, bottom: 1134, left: 1119 } } },
  children: [para(m.title, 18, biaosong, AlignmentType.CENTER, 240), para(m.head, 11, fang, AlignmentType.LEFT, 120), ...m.tables.flatMap((t, i) => [para(`${numerals[i]}、${t.name}`, 12, hei, AlignmentType.LEFT, 80), tableOf(t), para('', 8, fang, AlignmentType.LEFT, 120)]), ...m.notes.map((n, i) => para(`注 ${i + 1}：${n}`, 10, fang))],
}] }), undefined, [{ path: 'word/fontTable.xml', data: fontTable }, { path: 'docProps/core.xml', data: sealedProperties(m.title) }])))
