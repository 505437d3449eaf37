/** A table whose cells each came out on a line of their own: the rows are put together again. */

const cell = /^[^,。;:!?]{1,30}$/u
/** Head of the column of those who nominate, or of the numbers of the rows. */
const ofName = /^(?:序号|编号|(?:推荐|申报|所在|各|奖项)?(?:单位|部门|学院|地区|学校|名称|科室|党?支部|分会|工会|奖项|类别|系统|社区|街道|乡镇|市州|县区|县市区|学会)(?:名称)?)(?:\([^()]{1,8}\))?$/u
/** 3, 各2, 每会1, 4名; — for none. */
const number = /^(?:(?:各|每[一-鿿]{1,2})?\d{1,4} ?[名人个项户家]?|[-—–/])$/u
/** No table of a notice has more columns. */
const mostColumns = 8

/** A row's cells: where its first stands and how many there are. */
export interface TableRow { readonly from: number; readonly cells: number }

/** Which columns of a row are numbers; a row has a name before its first. */
const shapeOf = (row: readonly string[]): string => row.map((c) => (number.test(c) ? '#' : cell.test(c) ? 'a' : '!')).join('')

/** The table whose head begins at a line: its rows, all of one shape, at least two of them below the head. */
function tableAt(lines: readonly string[], i: number): TableRow[] {
  for (let columns = 2; columns <= mostColumns; columns++) {
    const head = shapeOf(lines.slice(i, i + columns)), shape = shapeOf(lines.slice(i + columns, i + 2 * columns))
    if (head !== 'a'.repeat(columns) || shape.length < columns || !/^#?a+#/u.test(shape) || shape.includes('!')) continue
    const rows: TableRow[] = [{ from: i, cells: columns }]
    for (let from = i + columns; shapeOf(lines.slice(from, from + columns)) === shape; from += columns) rows.push({ from, cells: columns })
    if (rows.length > 2) return rows
  }
  return []
}

/** The rows of such tables, heads first. */
export function rowsOfCells(lines: readonly string[]): TableRow[] {
  const out: TableRow[] = []
  for (let i = 0; i < lines.length; i++) {
    const rows = ofName.test(lines[i] ?? '') ? tableAt(lines, i) : [], last = rows.at(-1)
    if (last === undefined) continue
    out.push(...rows)
    i = last.from + last.cells - 1
  }
  return out
}
