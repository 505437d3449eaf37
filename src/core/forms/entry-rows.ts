/** 起止年月 | 工作单位 | 职务 over empty rows: a table within the form that takes one row for each entry. */
import type { Grid } from './grid'
import { isBlank, plainLabel } from './label'
import type { EntryPart } from './place'
import { textOfSpot, type Spot } from './spot'

const partOf = (head: string): EntryPart | null => {
  const label = plainLabel(head)
  if (/^(?:起止|时间|年月|起讫)/u.test(label)) return 'period'
  if (/^(?:开始|自何|起始|起)/u.test(label)) return 'from'
  if (/^(?:结束|至何|截止|止)/u.test(label)) return 'to'
  return /单位|内容|经历|学校|何地|院校|工作|事项/u.test(label) ? 'what' : null
}

export interface EntryRows { readonly first: Spot; readonly cells: readonly { readonly spot: string; readonly part: EntryPart }[]; readonly blankRows: number; /** Heads and rows: none of them is a label or room for anything else. */ readonly covers: readonly string[] }

/** Looked for to the right of the label, then below it. */
export const findEntryRows = (grid: Grid, label: Spot): EntryRows | null => {
  if (label.cell === null) return null
  const { table, row, column, span, rows } = label.cell
  return below(grid, table, row, column + span, row + rows) ?? below(grid, table, row + rows, column, Infinity)
}

const below = (grid: Grid, table: number, row: number, column: number, end: number): EntryRows | null => {
  const covers: string[] = []
  const heads: { readonly column: number; readonly part: EntryPart }[] = []
  for (let s = grid.at(table, row, column); s?.cell != null && s.cell.row === row && s.cell.rows === 1; s = grid.at(table, row, s.cell.column + s.cell.span)) {
    const part = partOf(textOfSpot(s))
    covers.push(s.id)
    if (part !== null && !heads.some((h) => h.part === part)) heads.push({ column: s.cell.column, part })
  }
  if (!heads.some((h) => h.part === 'what') || !heads.some((h) => h.part !== 'what')) return null
  const cellsOf = (r: number): Spot[] | null => {
    const cells = heads.map((h) => grid.at(table, r, h.column))
    return cells.every((s): s is Spot => s?.cell != null && s.cell.row === r && isBlank(textOfSpot(s))) ? cells : null
  }
  const first = cellsOf(row + 1)
  if (first === null || row + 1 >= end) return null
  let blankRows = 1
  while (row + 1 + blankRows < end && cellsOf(row + 1 + blankRows) !== null) blankRows++
  const ends = covers.length
  for (let r = row + 1; r <= row + blankRows; r++) for (let i = 0, c = column; i < ends; i++) { const s = grid.at(table, r, c); if (s?.cell != null) { covers.push(s.id); c = s.cell.column + s.cell.span } }
  return { first: first[0]!, covers, cells: first.map((s, i) => ({ spot: s.id, part: heads[i]!.part })), blankRows }
}
