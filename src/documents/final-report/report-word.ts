/** 总结报告初稿 as Word: headings, sentences to go on writing, tables, each chart beside its table; at the end where every number comes from. */
import { AlignmentType, BorderStyle, Document, DocumentGridType, HeadingLevel, ImageRun, LineRuleType, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import { printable } from '#core/forms/printable'
import { dayOf, sayDay } from '#core/kernel/instant'
import { cellText, type Report, type ReportSection, type ReportTable } from '#core/publicity/report/report'
import { sameBytes, sealedProperties } from '../attachments/same-bytes'
import { core, titleWidth } from '../official/measure'
import { titleLines } from '../official/title-lines'
import { fang, fontTable, hei, kai } from '../official/word-faces'
import { emptyLine } from '../official/word-head'
import { exactly, footers, pitchTwips, sectionProperties, styles, twips } from '../official/word-styles'

/** px of a drawing; it fills the width of the text. */
export const CHART_WIDTH = 620
export interface Picture { readonly png: Uint8Array; readonly width: number; readonly height: number }

const WIDTH = twips(core.width)
/** Pictures are measured in 96ths of an inch. */
const PICTURE = Math.floor((core.width / 25.4) * 96)
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: line, bottom: line, left: line, right: line }
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

const body = (text: string): Paragraph => new Paragraph({ style: 'BodyText', children: [new TextRun(printable(text))] })
const small = (text: string, after = 120): Paragraph => new Paragraph({ style: 'Flush', spacing: { ...exactly(340), after, before: 60 }, children: [new TextRun({ text: printable(text), size: 21, font: kai, snapToGrid: false })] })
const heading = (level: 1 | 2, text: string): Paragraph => new Paragraph({ heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, keepNext: true, widowControl: false, children: [new TextRun(text)] })

interface Cells { readonly columns: readonly { readonly name: string; readonly numeric: boolean; readonly width: number }[]; readonly rows: readonly (readonly string[])[] }
const tableOf = ({ columns, rows }: Cells): Table => {
  const whole = columns.reduce((n, c) => n + c.width, 0)
  const widths = columns.map((c) => Math.floor((WIDTH * c.width) / whole))
  const row = (cells: readonly string[], head: boolean): TableRow => new TableRow({ cantSplit: true, tableHeader: head, children: cells.map((text, i) => new TableCell({
    borders, width: { size: widths[i]!, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 60, right: 60, top: 30, bottom: 30 },
    children: [new Paragraph({ spacing: exactly(340), alignment: head ? AlignmentType.CENTER : columns[i]!.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text: printable(text), size: 21, font: head ? hei : fang, snapToGrid: false })] })],
  })) })
  return new Table({ layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA }, rows: [row(columns.map((c) => c.name), true), ...rows.map((r) => row(r, false))] })
}
const pictureOf = ({ png, width, height }: Picture, title: string): Paragraph => new Paragraph({
  style: 'Flush', alignment: AlignmentType.CENTER, spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 120, before: 60 },
  children: [new ImageRun({ type: 'png', data: png, transformation: { width: PICTURE, height: Math.round((PICTURE * height) / width) }, altText: { name: title, title, description: `${title}，数字见下表` } })],
})

const partOf = (t: ReportTable, number: number, pictures: ReadonlyMap<string, Picture>): (Paragraph | Table)[] => {
  const picture = pictures.get(t.id)
  return [
    heading(2, `（${numerals[number]}）${t.title.zh}`), ...(picture === undefined ? [] : [pictureOf(picture, t.title.zh)]),
    tableOf({ columns: t.columns.map((c) => ({ ...c, name: c.name.zh })), rows: t.rows.map((r) => r.map((cell) => cellText(cell).zh)) }), small(`数据来源：${t.from.zh}。${t.note === null ? '' : `注：${t.note.zh}${/[。]$/u.test(t.note.zh) ? '' : '。'}`}`, 200),
  ]
}
const sectionOf = (s: ReportSection, i: number, pictures: ReadonlyMap<string, Picture>): (Paragraph | Table)[] => [heading(1, `${numerals[i]}、${s.title.zh}`), body(s.says.map((w) => w.zh).join('')), ...s.tables.flatMap((t, k) => partOf(t, k, pictures))]

/** @param pictures by the id of the table */
export const finalReport = async (r: Report, pictures: ReadonlyMap<string, Picture>): Promise<Uint8Array> => {
  const title = `${r.title.zh}（初稿）`
  const day = sayDay(dayOf(r.at)).zh
  return sameBytes(new Uint8Array(await Packer.toBuffer(new Document({ title, styles, evenAndOddHeaderAndFooters: true, sections: [{
    // Cells of tables are narrower than letters set on a grid would need.
    properties: { ...sectionProperties, grid: { type: DocumentGridType.LINES, linePitch: pitchTwips } }, footers,
    children: [
      new Paragraph({ style: 'Title', children: titleLines(title, titleWidth).map((text, i) => new TextRun({ text, ...(i === 0 ? {} : { break: 1 }) })) }),
      new Paragraph({ style: 'Flush', alignment: AlignmentType.CENTER, children: [new TextRun({ text: `${r.organisation}　${day}`, font: kai })] }), emptyLine(),
      ...r.sections.flatMap((s, i) => sectionOf(s, i, pictures)),
      heading(1, `${numerals[r.sections.length]}、经验、问题和建议`), body('（请主办单位补写。）'),
      heading(1, `附：数字和出处（截至${day}）`),
      tableOf({ columns: [{ name: '数字', numeric: false, width: 36 }, { name: '数', numeric: true, width: 12 }, { name: '出处', numeric: false, width: 40 }], rows: r.figures.map((f) => [f.name.zh, String(f.value), f.from.zh]) }),
    ],
  }] }), undefined, [{ path: 'word/fontTable.xml', data: fontTable }, { path: 'docProps/core.xml', data: sealedProperties(title) }])))
}
