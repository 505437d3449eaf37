/** The sheets as Word files: open tables for units to write in, in the faces offices have. */
import { AlignmentType, BorderStyle, Document, HeightRule, Packer, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, type IFontAttributesProperties, type ISectionOptions } from 'docx'
import { besidePortrait, formLines } from '../forms/form-rows'
import { biaosong, fang, fontTable, hei } from '../official/word-faces'
import { characterStyles } from '../official/word-styles'
import { linesOfTable, type BlankForm, type BlankTable, type FormRow } from './blank-sheets'
import { sameBytes, sealedProperties } from './same-bytes'

const MM = 56.7
const twips = (mm: number): number => Math.round(mm * MM)
/** The code of a printed page stands above the text: 6 mm from the edge, 19 mm high. */
const margin = { top: twips(28), header: twips(10), bottom: twips(18), left: twips(22), right: twips(22) }
const a4 = { width: twips(210), height: twips(297) }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: line, bottom: line, left: line, right: line }

const run = (text: string, size: number, font: IFontAttributesProperties = fang, more: { readonly color?: string } = {}): TextRun => new TextRun({ text, size: size * 2, font, ...more })
const para = (text: string, size: number, font = fang, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT, after = 0): Paragraph => new Paragraph({ alignment, spacing: { after }, children: [run(text, size, font)] })
const head = (title: string, lines: readonly string[]): Paragraph[] => [para(title, 18, biaosong, AlignmentType.CENTER, 240), ...lines.map((l) => para(l, 11, fang, AlignmentType.LEFT, 80))]

interface CellTerms { readonly text: string; readonly width: number; readonly span?: number; readonly label?: boolean; readonly hint?: boolean }
const cell = ({ text, width, span = 1, label = false, hint = false }: CellTerms): TableCell => new TableCell({
  borders, columnSpan: span, width: { size: width, type: WidthType.DXA }, verticalAlign: hint && text.startsWith('（') ? VerticalAlign.TOP : VerticalAlign.CENTER, margins: { left: 90, right: 90, top: 50, bottom: 50 },
  children: [new Paragraph({ alignment: label ? AlignmentType.CENTER : AlignmentType.LEFT, children: [run(text, 11, label ? hei : fang, hint && text.startsWith('（') ? { color: '666666' } : {})] })],
})
const row = (cells: readonly TableCell[], mm: number, header = false): TableRow => new TableRow({ children: [...cells], height: { value: twips(mm), rule: HeightRule.ATLEAST }, cantSplit: true, tableHeader: header })

const file = async (title: string, section: ISectionOptions): Promise<Uint8Array> => sameBytes(new Uint8Array(await Packer.toBuffer(new Document({ title, styles: { characterStyles }, sections: [section] }), undefined, [
  { path: 'word/fontTable.xml', data: fontTable }, { path: 'docProps/core.xml', data: sealedProperties(title) },
])))

/** Label, value, label, value, portrait. */
const labelWidth = twips(23)
const widthsOf = (portrait: BlankForm['portrait']): readonly number[] => {
  const whole = a4.width - margin.left - margin.right
  const beside = portrait === null ? 0 : twips(portrait.width + 3)
  const value = Math.floor((whole - beside) / 2 - labelWidth)
  return [labelWidth, value, labelWidth, value, ...(beside === 0 ? [] : [beside])]
}
const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0)

const labelled = (r: FormRow, width: number, valueWidth: number, span: number): TableCell[] => [cell({ text: r.label, width, label: true }), cell({ text: r.hint, width: valueWidth, span, hint: true })]
/** Short ones beside the portrait or across; a long one under its own heading, so that its lines are as long as the page allows and its pages break. */
const formRows = (form: BlankForm): TableRow[] => {
  const widths = widthsOf(form.portrait)
  const lines = formLines(form.rows)
  const beside = besidePortrait(form, lines)
  return lines.flatMap((l, i): TableRow[] => {
    const [a, b] = l.cells
    const columns = i < beside ? 4 : widths.length
    const across = widths.slice(0, columns)
    const portrait = i === 0 && beside > 0 ? [portraitCell(widths.at(-1)!, beside)] : []
    const height = i < beside ? Math.max(9, ((form.portrait?.height ?? 0) + 2) / beside) : 9
    if (l.kind === 'long') return [row([cell({ text: `${a.label}${a.hint}`, width: sum(widths), span: widths.length, label: true })], 8), openRow(sum(widths), widths.length, a.lines * 7)]
    if (b === undefined) return [row([...labelled(a, widths[0]!, sum(across.slice(1)), columns - 1), ...portrait], height)]
    return [row([...labelled(a, widths[0]!, widths[1]!, 1), ...labelled(b, widths[2]!, sum(across.slice(3)), columns - 3), ...portrait], height)]
  })
}
const portraitCell = (width: number, rows: number): TableCell => new TableCell({ borders, rowSpan: rows, width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 40, right: 40, top: 40, bottom: 40 }, children: [para('照片', 11, fang, AlignmentType.CENTER)] })
/** Room to write in, over several pages where it takes them. */
const openRow = (width: number, span: number, mm: number): TableRow => new TableRow({ height: { value: twips(mm), rule: HeightRule.ATLEAST }, children: [new TableCell({
  borders, columnSpan: span, width: { size: width, type: WidthType.DXA }, margins: { left: 160, right: 160, top: 90, bottom: 90 }, children: [new Paragraph({ indent: { firstLine: 440 }, spacing: { line: 340 }, alignment: AlignmentType.JUSTIFIED, children: [run('', 11)] })],
})] })

const opinionLine = (widths: readonly number[]) => ({ name, hint }: BlankForm['opinions'][number]): TableRow => row([cell({ text: name, width: labelWidth, label: true }), new TableCell({
  borders, columnSpan: widths.length - 1, width: { size: sum(widths) - labelWidth, type: WidthType.DXA }, verticalAlign: VerticalAlign.BOTTOM, margins: { left: 160, right: 160, top: 90, bottom: 120 },
  children: [new Paragraph({ indent: { firstLine: 440 }, spacing: { after: twips(12), line: 340 }, children: hint === '' ? [run('', 11)] : [run(hint, 11, fang, { color: '666666' })] }), para('（盖章）　　　　　　', 11, fang, AlignmentType.RIGHT), para('　　年　　月　　日　　', 11, fang, AlignmentType.RIGHT)],
})], 40)

/** 推荐表, A4 upright. */
export const wordForm = (form: BlankForm): Promise<Uint8Array> => {
  const widths = widthsOf(form.portrait)
  return file(form.title, {
    properties: { page: { size: a4, margin } },
    children: [
      ...head(form.title, form.head),
      new Table({ layout: TableLayoutType.FIXED, columnWidths: [...widths], width: { size: sum(widths), type: WidthType.DXA }, rows: [...formRows(form), ...form.opinions.map(opinionLine(widths))] }),
      para(form.foot, 10, fang, AlignmentType.RIGHT),
    ],
  })
}

/** A table to fill in, A4 lying. */
export const wordTable = (table: BlankTable): Promise<Uint8Array> => {
  const whole = a4.height - margin.left - margin.right
  const shares = table.columns.reduce((n, c) => n + c.width, 0)
  const widths = table.columns.map((c) => Math.floor((whole * c.width) / shares))
  return file(table.title, {
    properties: { page: { size: { ...a4, orientation: PageOrientation.LANDSCAPE }, margin } },
    children: [
      ...head(table.title, table.head),
      new Table({ layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA }, rows: [
        row(table.columns.map((c, i) => cell({ text: c.name, width: widths[i]!, label: true })), 10, true),
        ...linesOfTable(table).map((line) => row(widths.map((width, i) => cell({ text: line[i] ?? '', width, label: i === 0 })), 9)),
      ] }),
      para(table.foot, 10, fang, AlignmentType.RIGHT),
    ],
  })
}
