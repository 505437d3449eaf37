/** What closes an official document in Word: list of attachments, signature, date, note, imprint. */
import { AlignmentType, BorderStyle, OverlapType, Paragraph, RelativeHorizontalPosition, RelativeVerticalPosition, Tab, Table, TableAnchorType, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, WidthType } from 'docx'
import { sayDay } from '#core/kernel/instant'
import { attachmentLines, sayCopies, type Imprint } from './document'
import { cellsOf, core, imprintLine, mmToPoint, size } from './measure'
import { borderless, emptyLines } from './word-head'
import { cellTwips, exactly, twips } from './word-styles'

/** 7.3.4: two characters in; what turns goes on below the name's first character. */
export const attachmentList = (titles: readonly string[]): Paragraph[] => titles.length === 0 ? [] : [
  ...emptyLines(1, true),
  ...attachmentLines(titles).map(({ number, title }, i) => {
    const hang = (i === 0 ? 3 : 0) + cellsOf(number)
    return new Paragraph({
      style: 'Flush', keepNext: true, keepLines: true, indent: { left: Math.round((5 + cellsOf(number)) * cellTwips), hanging: Math.round(hang * cellTwips) },
      children: [new TextRun(`${i === 0 ? '附件：' : ''}${number}${title}`)],
    })
  }),
]

const fromRight = (text: string, cells: number, keepNext: boolean): Paragraph =>
  new Paragraph({ style: 'Flush', alignment: AlignmentType.RIGHT, keepNext, indent: { right: Math.round(cells * cellTwips) }, children: [new TextRun(text)] })

/** 7.3.5.1: room for the stamp, the date four characters from the right, the (last) issuer centred above it; others in rows of two, a stamp apart. */
export const underSeal = (names: readonly [string, ...string[]], date: string, note: string | undefined): Paragraph[] => {
  const others = names.slice(0, -1)
  const last = names.at(-1)!
  const [n, w] = [cellsOf(last), cellsOf(date)]
  const dateRight = Math.max(4, (n - w) / 2)
  const quarter = Math.round(twips(core.width) / 4)
  const rows = Array.from({ length: Math.ceil(others.length / 2) }, (_, i) => others.slice(2 * i, 2 * i + 2))
  return [
    ...emptyLines(2, true),
    ...rows.flatMap((row) => [
      new Paragraph({ style: 'Flush', keepNext: true, tabStops: [{ type: TabStopType.CENTER, position: quarter }, { type: TabStopType.CENTER, position: 3 * quarter }], children: [new TextRun({ children: row.flatMap((name) => [new Tab(), name]) })] }),
      ...emptyLines(4, true),
    ]),
    fromRight(last, dateRight - (n - w) / 2, true),
    fromRight(date, dateRight, note !== undefined),
    ...noteLine(note),
  ]
}

/** 7.3.5.2: the issuer two characters from the right, the date two further in than the issuer; a longer date takes the right place instead. */
export const unsealed = (names: readonly string[], date: string, note: string | undefined): Paragraph[] => {
  const widest = Math.max(...names.map(cellsOf))
  const w = cellsOf(date)
  const longer = w > widest
  return [
    ...emptyLines(1, true),
    ...names.map((name) => fromRight(name, (longer ? w - widest + 4 : 2) + (widest - cellsOf(name)), true)),
    ...(date === '' ? [] : [fromRight(date, longer ? 2 : widest - w, note !== undefined)]),
    ...noteLine(note),
  ]
}

/** 7.3.6. */
export const noteLine = (note: string | undefined): Paragraph[] => (note === undefined ? [] : [new Paragraph({ style: 'BodyText', children: [new TextRun(`（${note}）`)] })])

const rule = (mm: number) => ({ style: BorderStyle.SINGLE, size: Math.round(mm * mmToPoint * 8), color: '000000' })
const small = size.small * 20

/** 7.4: floats to the lower edge of the 版心 of the page it comes to stand on. */
export const wordImprint = (imprint: Imprint): (Paragraph | Table)[] => {
  const width = twips(core.width)
  const copies = sayCopies(imprint)
  const cell = (paragraph: Paragraph, first: boolean, last: boolean) => new TableRow({ cantSplit: true, children: [new TableCell({
    width: { size: width, type: WidthType.DXA }, margins: { left: 0, right: 0, top: 60, bottom: 60 },
    borders: { ...borderless, top: rule(first ? imprintLine.thick : imprintLine.thin), ...(last ? { bottom: rule(imprintLine.thick) } : {}) }, children: [paragraph],
  })] })
  const copiesRow = new Paragraph({ style: 'Imprint', spacing: exactly(420), indent: { left: 4 * small, hanging: 3 * small, right: small }, children: [new TextRun(`抄送：${copies}`)] })
  const printed = new Paragraph({ style: 'Imprint', spacing: exactly(420), indent: { left: small, right: small }, tabStops: [{ type: TabStopType.RIGHT, position: width - small }], children: [new TextRun({ children: [imprint.printer, new Tab(), `${sayDay(imprint.printed).zh}印发`] })] })
  return [
    new Table({
      layout: TableLayoutType.FIXED, width: { size: width, type: WidthType.DXA }, columnWidths: [width], borders: borderless,
      float: { horizontalAnchor: TableAnchorType.MARGIN, verticalAnchor: TableAnchorType.MARGIN, relativeHorizontalPosition: RelativeHorizontalPosition.CENTER, relativeVerticalPosition: RelativeVerticalPosition.BOTTOM, overlap: OverlapType.NEVER },
      rows: copies === '' ? [cell(printed, true, true)] : [cell(copiesRow, true, false), cell(printed, false, true)],
    }),
    // A floating table hangs on the paragraph after it.
    new Paragraph({ style: 'Flush', spacing: exactly(20) }),
  ]
}
