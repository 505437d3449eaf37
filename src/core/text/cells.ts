/** A table whose cells each came out on a line of their own: the rows are put together again. */

const cell = /^[^,。;:!?]{1,30}$/u
const ofNumber = /^[一-鿿]{0,6}(?:名额|指标|限额|数量|人数|推荐数)(?:\([^()]{1,6}\))?$/u
const ofName = /^(?:序号|编号|(?:推荐|申报|所在|各|奖项)?(?:单位|部门|学院|地区|学校|名称|科室|支部|分会|工会|奖项|类别|系统)(?:名称)?)$/u
/** Columns that may stand after the number. */
const behind = /^(?:备注|范围|说明|要求)$/u
/** 3, 各2, 每会1, 4名 */
const number = /^(?:各|每[一-鿿]{1,2})?\d{1,4} ?[名人个项户家]?$/u

/** A row's cells: where its first stands and how many there are. */
export interface TableRow { readonly from: number; readonly cells: number }

/** Head of a table with its cells below each other, at a line: how many columns it has and which holds the number. */
const headAt = (lines: readonly string[], i: number): { columns: number; at: number } | undefined => {
  let at = i
  while (at < i + 4 && ofName.test(lines[at] ?? '')) at++
  if (at === i || !ofNumber.test(lines[at] ?? '')) return undefined
  let end = at + 1
  while (behind.test(lines[end] ?? '')) end++
  return { columns: end - i, at: at - i }
}

/** The rows of such tables, heads first; at least two below each head, or it is no table. */
export function rowsOfCells(lines: readonly string[]): TableRow[] {
  const out: TableRow[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = headAt(lines, i)
    if (head === undefined) continue
    const rows: TableRow[] = []
    let from = i + head.columns
    while (lines.slice(from, from + head.columns).length === head.columns && lines.slice(from, from + head.columns).every((l, k) => (k === head.at ? number : cell).test(l))) {
      rows.push({ from, cells: head.columns })
      from += head.columns
    }
    if (rows.length < 2) continue
    out.push({ from: i, cells: head.columns }, ...rows)
    i = from - 1
  }
  return out
}
