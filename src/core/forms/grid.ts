/** The cells of a form as neighbours. */
import type { Spot } from './spot'

/** Cells by where they stand, merged ones at each place they cover. */
export class Grid {
  readonly #at = new Map<string, Spot>()
  constructor(spots: readonly Spot[]) {
    for (const s of spots) if (s.cell !== null) for (let r = 0; r < s.cell.rows; r++) for (let c = 0; c < s.cell.span; c++) this.#at.set(`${s.cell.table} ${s.cell.row + r} ${s.cell.column + c}`, s)
  }
  at(table: number, row: number, column: number): Spot | null { return this.#at.get(`${table} ${row} ${column}`) ?? null }
  right(s: Spot): Spot | null { return s.cell === null ? null : this.at(s.cell.table, s.cell.row, s.cell.column + s.cell.span) }
  /** Only one that begins at the same column. */
  below(s: Spot): Spot | null {
    const found = s.cell === null ? null : this.at(s.cell.table, s.cell.row + s.cell.rows, s.cell.column)
    return found?.cell?.column === s.cell?.column ? found : null
  }
}
