/** The sheets as Word files: open tables for units to write in, in the faces offices have. */
import { AlignmentType, BorderStyle, Document, HeightRule, Packer, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, type IFontAttributesProperties, type ISectionOptions } from 'docx'
import { biaosong, fang, fontTable, hei } from '../official/word-faces'
import { characterStyles } from '../official/word-styles'
import type { BlankForm, BlankTable, FormRow } from './blank-sheets'
import { sameBytes, sealedProperties } from './same-bytes'

const MM = 56.7
const twips = (mm: number): number => Math.round(mm * MM)
const margin = { top: twips(22), bottom: twips(20), left: twips(22), right: twips(22) }
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

const formWidths = [twips(26), twips(57), twips(26), twips(57)] as const
const formWhole = formWidths.reduce((a, b) => a + b, 0)

/** Two short rows share a line; one left alone takes the whole. */
const linesOf = (rows: readonly FormRow[]): (readonly [FormRow] | readonly [FormRow, FormRow])[] => {
  const out: (readonly [FormRow] | readonly [FormRow, FormRow])[] = []
  let open: FormRow | null = null
  const close = (): void => { if (open !== null) out.push([open]); open = null }
  for (const r of rows) {
    if (r.wide) { close(); out.push([r]) } else if (open === null) open = r
    else { out.push([open, r]); open = null }
  }
  close()
  return out
}
const formLine = (pair: readonly [FormRow] | readonly [FormRow, FormRow]): TableRow => {
  const [a, b] = pair
  const first = cell({ text: a.label, width: formWidths[0], label: true })
  if (b === undefined) return row([first, cell({ text: a.hint, width: formWhole - formWidths[0], span: 3, hint: true })], a.lines > 1 ? a.lines * 7 : 9)
  return row([first, cell({ text: a.hint, width: formWidths[1], hint: true }), cell({ text: b.label, width: formWidths[2], label: true }), cell({ text: b.hint, width: formWidths[3], hint: true })], 9)
}
const opinionLine = ({ name, hint }: BlankForm['opinions'][number]): TableRow => row([cell({ text: name, width: formWidths[0], label: true }), new TableCell({
  borders, columnSpan: 3, width: { size: formWhole - formWidths[0], type: WidthType.DXA }, verticalAlign: VerticalAlign.BOTTOM, margins: { left: 90, right: 90, top: 50, bottom: 120 },
  children: [...(hint === '' ? [] : [new Paragraph({ spacing: { after: twips(22) }, children: [run(hint, 11, fang, { color: '666666' })] })]), para('（盖章）　　　　　　', 11, fang, AlignmentType.RIGHT), para('　　年　　月　　日　　', 11, fang, AlignmentType.RIGHT)],
})], 42)

/** 推荐表, A4 upright. */
export const wordForm = (form: BlankForm): Promise<Uint8Array> => file(form.title, {
  properties: { page: { size: a4, margin } },
  children: [
    ...head(form.title, form.head),
    new Table({ layout: TableLayoutType.FIXED, columnWidths: [...formWidths], width: { size: formWhole, type: WidthType.DXA }, rows: [
      ...form.sections.flatMap((s) => [row([cell({ text: s.title, width: formWhole, span: 4, label: true })], 8), ...linesOf(s.rows).map(formLine)]), ...form.opinions.map(opinionLine),
    ] }),
    para(form.foot, 10, fang, AlignmentType.RIGHT),
  ],
})

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
        ...Array.from({ length: table.rows }, (_, n) => row(widths.map((width, i) => cell({ text: i === 0 ? String(n + 1) : '', width, label: i === 0 })), 9)),
      ] }),
      para(table.foot, 10, fang, AlignmentType.RIGHT),
    ],
  })
}
