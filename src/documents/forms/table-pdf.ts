/** A sheet of many lines as PDF, A4 lying: its head on every page, its code too. */
import { linesOfTable, type BlankTable } from '../attachments/blank-sheets'
import { markedPage, renderMarked, type MarkedPaper } from './marked-page'

const template = `${markedPage('lying', 16)}
#align(center, text(font: serif, weight: "bold", size: 17pt, d.title))
#v(3mm)
#grid(columns: (5fr, 3fr, 3fr, auto), column-gutter: 6mm, ..d.head.map(x => text(size: 10pt, x)))
#v(1.5mm)
#set table(stroke: 0.6pt + rgb("#4a4641"), inset: (x: 1.4mm, y: 1.6mm))
#let tall = box(width: 0pt, height: d.lineHeight * 1mm, baseline: (d.lineHeight / 2 - 1.2) * 1mm)
#table(columns: d.widths.map(w => w * 1fr), align: (x, y) => if x == 0 or y == 0 { center + horizon } else { left + horizon }, fill: (x, y) => if y == 0 { rgb("#f6f4f0") },
  table.header(..d.names.map(n => text(size: 9pt, weight: 600, n))),
  ..d.lines.map(l => l.enumerate().map(((i, t)) => if i == 0 [#tall#text(size: 9pt, t)] else { text(font: serif, size: 9.5pt, t) })).flatten())
`

export const tablePdf = async (kind: string, table: BlankTable, paper: Omit<MarkedPaper, 'foot'>): Promise<Uint8Array> => (await renderMarked(kind, template, { ...paper, foot: table.foot }, {
  title: table.title, head: table.head.flatMap((line) => line.split(/　{4,}(?=[^　]*：)/u)).map((part) => part.replace(/　+$/u, (blank) => '　'.repeat(Math.min(blank.length, 8)))), names: table.columns.map((c) => c.name), widths: table.columns.map((c) => c.width), lines: linesOfTable(table), lineHeight: Math.min(10, Math.max(6, 128 / linesOfTable(table).length - 3.2)),
})).pdf
