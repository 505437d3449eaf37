/** 版头 in Word: marks of secrecy, the issuers' red mark, number and red line. */
import { AlignmentType, BorderStyle, Paragraph, Tab, Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, VerticalAlignTable, WidthType } from 'docx'
import { sayNumber, saySecrecy, type OfficialDocument } from './document'
import { core, lineBelowNumber, markSize, markTop, mmToPoint } from './measure'
import { biaosong, hei, kai } from './word-faces'
import { cellTwips, exactly, pitchTwips, twips } from './word-styles'

const red = 'D7000F'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const borderless = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

export const emptyLine = (keepNext = false): Paragraph => new Paragraph({ style: 'Flush', keepNext })
export const emptyLines = (n: number, keepNext = false): Paragraph[] => Array.from({ length: n }, () => emptyLine(keepNext))

export const wordHead = (doc: OfficialDocument): (Paragraph | Table)[] => [...topMarks(doc), ...mark(doc), ...emptyLines(2), ...numberLine(doc), ...emptyLines(2)]

/** Three lines that are always there, so that the mark stands 35 mm down whatever they say (7.2.1 to 7.2.4). */
const topMarks = (doc: OfficialDocument): Paragraph[] => {
  const said = [
    ...(doc.copyNumber === undefined ? [] : [new TextRun(doc.copyNumber)]),
    ...(doc.secrecy === undefined ? [] : [new TextRun({ text: saySecrecy(doc.secrecy), font: hei })]),
    ...(doc.urgency === undefined ? [] : [new TextRun({ text: doc.urgency, font: hei })]),
  ]
  const rest = new Paragraph({ style: 'Flush', spacing: exactly(twips(markTop) - 3 * pitchTwips) })
  return [...[0, 1, 2].map((i) => new Paragraph({ style: 'Flush', children: said[i] === undefined ? [] : [said[i]] })), rest]
}

const mark = (doc: OfficialDocument): (Paragraph | Table)[] => {
  const { issuers, suffix } = doc.mark
  const { size, narrow } = markSize(issuers, suffix)
  const letters = (text: string) => new TextRun({ text, font: biaosong, size: Math.round(size * 2), color: red, scale: Math.round(narrow * 100), snapToGrid: false })
  const line = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) => new Paragraph({ style: 'Flush', alignment, spacing: exactly(Math.round(size * (issuers.length > 1 ? 24 : 20))), children: [letters(text)] })
  if (issuers.length === 1) return [line(issuers[0] + (suffix ?? ''), AlignmentType.CENTER)]
  const names = issuers.map((name) => line(name, AlignmentType.DISTRIBUTE))
  const widest = Math.max(...issuers.map((name) => [...name].length))
  const nameWidth = Math.ceil(widest * size * narrow * 20) + 240
  const suffixWidth = suffix === null ? 0 : Math.ceil([...suffix].length * size * narrow * 20) + 240
  const cells = [
    new TableCell({ width: { size: nameWidth, type: WidthType.DXA }, borders: borderless, children: names }),
    ...(suffix === null ? [] : [new TableCell({ width: { size: suffixWidth, type: WidthType.DXA }, borders: borderless, verticalAlign: VerticalAlignTable.CENTER, children: [line(suffix, AlignmentType.CENTER)] })]),
  ]
  return [new Table({
    alignment: AlignmentType.CENTER, layout: TableLayoutType.FIXED, borders: borderless, width: { size: nameWidth + suffixWidth, type: WidthType.DXA },
    columnWidths: suffix === null ? [nameWidth] : [nameWidth, suffixWidth], rows: [new TableRow({ children: cells })],
  })]
}

/** The number in the middle; of a document to a higher office at the left, level with the last who signs (7.2.5, 7.2.6). The red line is its border. */
const numberLine = (doc: OfficialDocument): Paragraph[] => {
  const number = doc.number === null ? '' : sayNumber(doc.number)
  const border = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: Math.round(lineBelowNumber * mmToPoint) } }
  const signers = doc.signers ?? []
  if (signers.length === 0) return [new Paragraph({ style: 'Flush', alignment: AlignmentType.CENTER, border, children: [new TextRun(number)] })]
  const rows = Array.from({ length: Math.ceil(signers.length / 2) }, (_, i) => signers.slice(2 * i, 2 * i + 2).join('　'))
  // Names below one another begin where the first begins; the longest row ends one character from the right.
  const width = Math.max(...rows.map((row) => [...row].length))
  const namesAt = twips(core.width) - (width + 1) * cellTwips
  return rows.map((row, i) => new Paragraph({
    style: 'Flush', tabStops: [{ type: TabStopType.LEFT, position: namesAt - 4 * cellTwips }, { type: TabStopType.LEFT, position: namesAt }],
    ...(i === rows.length - 1 ? { border } : {}),
    children: [new TextRun({ children: [`　${i === rows.length - 1 ? number : ''}`, new Tab(), i === 0 ? '签发人：' : new Tab()] }), new TextRun({ text: row, font: kai })],
  }))
}
