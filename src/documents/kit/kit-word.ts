/** The texts of a press kit as Word, and the table of its pictures and films: plain documents that any newsroom opens and copies from. */
import { AlignmentType, BorderStyle, Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, type IFontAttributesProperties, type ISectionOptions } from 'docx'
import { printable } from '#core/forms/printable'
import type { WholePart } from '#core/publicity/kit/sentences'
import { sameBytes, sealedProperties } from '../attachments/same-bytes'
import { biaosong, fang, fontTable, hei, kai } from '../official/word-faces'
import { characterStyles } from '../official/word-styles'

interface Look { readonly points: number; readonly font: IFontAttributesProperties; readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]; readonly after?: number; readonly indent?: boolean }
const para = (text: string, { points, font, alignment = AlignmentType.LEFT, after = 0, indent = false }: Look): Paragraph => new Paragraph({ alignment, spacing: { after, line: 400 }, ...(indent && { indent: { firstLine: points * 40 } }), children: [new TextRun({ text: printable(text), size: points * 2, font })] })
const written = async (title: string, section: ISectionOptions): Promise<Uint8Array> => sameBytes(new Uint8Array(await Packer.toBuffer(new Document({ title, styles: { characterStyles }, sections: [section] }), undefined, [{ path: 'word/fontTable.xml', data: fontTable }, { path: 'docProps/core.xml', data: sealedProperties(title) }])))
const upright = { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1440, right: 1587, bottom: 1440, left: 1587 } } }

/** @param under who it is about @param last whom to call */
export const kitTextWord = (title: string, under: string, parts: readonly WholePart[], last: string): Promise<Uint8Array> => written(title, { properties: upright, children: [
  para(title, { points: 20, font: biaosong, alignment: AlignmentType.CENTER, after: 120 }), para(under, { points: 12, font: kai, alignment: AlignmentType.CENTER, after: 320 }),
  ...parts.map((p) => para(p.text, p.kind === 'heading' ? { points: 16, font: hei, after: 80 } : { points: 15, font: p.kind === 'quote' ? kai : fang, after: 80, indent: true })),
  para(last, { points: 11, font: fang, after: 0 }),
] })

export const captionColumns = ['文件', '说明', '作者和来源', '画面里的人', '大小'] as const
const widths = [3000, 5000, 2600, 2600, 1800]
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: line, bottom: line, left: line, right: line }
export const captionsWord = (title: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> => {
  const row = (cells: readonly string[], head: boolean): TableRow => new TableRow({ cantSplit: true, tableHeader: head, children: cells.map((text, i) => new TableCell({ borders, width: { size: widths[i]!, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 80, right: 80, top: 50, bottom: 50 }, children: [para(text, { points: 10.5, font: head ? hei : fang })] })) })
  return written(title, { properties: { page: { size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE }, margin: { top: 1134, right: 900, bottom: 1134, left: 900 } } }, children: [
    para(title, { points: 18, font: biaosong, alignment: AlignmentType.CENTER, after: 240 }), new Table({ layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA }, rows: [row(captionColumns, true), ...rows.map((r) => row(r, false))] }),
  ] })
}
