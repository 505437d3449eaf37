/** Reads the body of a Word file into the spots that people see: cells and lines, with the nodes they stand in. */
import type { XmlGeneralNode, XmlNode, XmlTextNode } from 'easy-template-x'
import type { Spot } from '#core/forms/spot'
import { attribute, blocksOf, childOf, childrenOf, isElement, numberOf, TWIPS_PER_MM } from './word-tree'

/** A paragraph as text, and which piece of it stands in which node. */
export interface Line { readonly node: XmlGeneralNode; readonly text: string; readonly pieces: readonly { readonly at: number; readonly node: XmlTextNode }[] }
export interface WordSpot extends Spot { readonly node: XmlGeneralNode; readonly row: XmlGeneralNode | null; readonly rowNodes: readonly XmlGeneralNode[]; readonly paragraphs: readonly Line[] }

/** Guards of the machine: a form has some hundred. */
export const MOST_SPOTS = 4000
const MOST_COLUMNS = 63
const MOST_NESTED = 8
export class TooManySpots extends Error {}

export const readSpots = (root: XmlNode): WordSpot[] => {
  const body = childOf(root, 'w:body')
  const out: WordSpot[] = []
  const count = { tables: 0, lines: 0 }
  const add = (s: WordSpot): void => { if (out.push(s) > MOST_SPOTS) throw new TooManySpots() }
  const block = (node: XmlNode): void => {
    if (isElement(node, 'w:p')) {
      const line = lineOf(node)
      if (line.text.trim() !== '') add({ id: `p${count.lines}`, cell: null, lines: [line.text], millimetres: { width: null, height: null }, node, row: null, rowNodes: [], paragraphs: [line] })
      count.lines++
    } else if (isElement(node, 'w:tbl')) table(node, count.tables++)
    else if (isElement(node, 'w:sdt')) childrenOf(childOf(node, 'w:sdtContent')).forEach(block)
  }
  const table = (node: XmlGeneralNode, index: number, depth = 1): void => {
    if (depth > MOST_NESTED) throw new TooManySpots()
    for (const s of cellsOf(node, index)) {
      add(s)
      for (const inner of blocksOf(s.node, 'w:tbl')) table(inner, count.tables++, depth + 1)
    }
  }
  childrenOf(body).forEach(block)
  return out
}

type Cell = { -readonly [K in keyof NonNullable<Spot['cell']>]: NonNullable<Spot['cell']>[K] }
/** Cells in reading order; those merged upwards count as rows of the one above. */
const cellsOf = (table: XmlGeneralNode, index: number): WordSpot[] => {
  const grid = blocksOf(childOf(table, 'w:tblGrid'), 'w:gridCol').map((c) => numberOf(c, 'w:w') ?? 0)
  const above = new Map<number, { cell: Cell; rowNodes: XmlGeneralNode[]; height: { mm: number | null } }>()
  const out: WordSpot[] = []
  blocksOf(table, 'w:tr').forEach((row, r) => {
    let column = Math.min(MOST_COLUMNS, numberOf(childOf(childOf(row, 'w:trPr'), 'w:gridBefore'), 'w:val') ?? 0)
    const tall = numberOf(childOf(childOf(row, 'w:trPr'), 'w:trHeight'), 'w:val')
    blocksOf(row, 'w:tc').forEach((node, c) => {
      const about = childOf(node, 'w:tcPr')
      const span = Math.min(MOST_COLUMNS, numberOf(childOf(about, 'w:gridSpan'), 'w:val') ?? 1)
      const merge = childOf(about, 'w:vMerge')
      const begun = above.get(column)
      if (merge !== undefined && attribute(merge, 'w:val') !== 'restart' && begun !== undefined) {
        begun.cell.rows++
        begun.rowNodes.push(row)
        begun.height.mm = begun.height.mm === null || tall === null ? null : begun.height.mm + tall / TWIPS_PER_MM
      } else {
        const cell: Cell = { table: index, row: r, column, span, rows: 1 }
        const paragraphs = blocksOf(node, 'w:p').map(lineOf)
        const wide = numberOf(childOf(about, 'w:tcW'), 'w:w')
        const twips = attribute(childOf(about, 'w:tcW'), 'w:type') === 'dxa' && wide !== null ? wide : grid.slice(column, column + span).reduce((a, b) => a + b, 0)
        const height = { mm: tall === null ? null : tall / TWIPS_PER_MM }
        const rowNodes = [row]
        above.set(column, { cell, rowNodes, height })
        out.push({ id: `t${index}r${r}c${c}`, cell, lines: paragraphs.map((p) => p.text), node, row, rowNodes, paragraphs, millimetres: { width: twips > 0 ? twips / TWIPS_PER_MM : null, get height() { return height.mm } } })
      }
      column += span
    })
  })
  return out
}

/** Text of the runs as it is read: a tab and a break count as a blank, what was deleted with changes tracked does not. */
const lineOf = (paragraph: XmlGeneralNode): Line => {
  const pieces: { at: number; node: XmlTextNode }[] = []
  let text = ''
  const walk = (node: XmlNode): void => {
    if (node.nodeType !== 'General') return
    if (node.nodeName === 'w:t') for (const t of childrenOf(node)) { if (t.nodeType === 'Text') { pieces.push({ at: text.length, node: t }); text += t.textContent ?? '' } }
    else if (node.nodeName === 'w:tab' || node.nodeName === 'w:br') text += ' '
    else if (!skipped.has(node.nodeName)) childrenOf(node).forEach(walk)
  }
  childrenOf(paragraph).forEach(walk)
  return { node: paragraph, text, pieces }
}
const skipped = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:instrText', 'w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent', 'w:tbl'])

/** What may leave the process: no nodes. */
export const plainSpot = ({ id, cell, lines, millimetres }: Spot): Spot => ({ id, cell: cell === null ? null : { ...cell }, lines: [...lines], millimetres: { width: millimetres.width, height: millimetres.height } })
