/** What can be seen of an office's own form: its cells, and its lines outside tables. Nothing in it is believed, only read. */

export interface Spot {
  /** `t0r1c2`: third cell of the second row of the first table; `p4`: fifth line outside tables. */
  readonly id: string
  /** Null: a line outside tables. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number; readonly span: number; /** Rows it is merged over. */ readonly rows: number } | null
  /** One for each paragraph. */
  readonly lines: readonly string[]
  /** Of a cell, where the file says so. */
  readonly millimetres: { readonly width: number | null; readonly height: number | null }
}

export const textOfSpot = (s: Spot): string => s.lines.join('\n')

/** What a person calls it: 第1张表第2行第3格; rows and cells counted as they stand in the file. */
export const saySpot = (id: string): { zh: string; en: string } => {
  const [, t, r, c] = /^t(\d+)r(\d+)c(\d+)/u.exec(id) ?? []
  if (t !== undefined) return { zh: `第 ${Number(t) + 1} 张表第 ${Number(r) + 1} 行第 ${Number(c) + 1} 格`, en: `table ${Number(t) + 1}, row ${Number(r) + 1}, cell ${Number(c) + 1}` }
  const line = Number(/^p(\d+)/u.exec(id)?.[1] ?? 0) + 1
  return { zh: `表外第 ${line} 行`, en: `line ${line} outside tables` }
}
