/** Tables: caption, numbers right, no vertical lines; without rows the empty state; on a phone each row becomes a small stack. */
import type { ReactNode } from 'react'
import './lists.css'
import './lists-phone.css'

export interface Column<Row> {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** Names the row: its header cell, bold, and the title of the stack on a phone. */
  names?: boolean
  /** On a phone: `hide` drops it, `bare` shows it without its head (buttons). */
  phone?: 'hide' | 'bare'
  width?: string
}
interface TableProps<Row> {
  caption: string
  /** The section's heading already says it. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Shown in place of the table. */
  empty: ReactNode
  warned?: (row: Row) => boolean
  /** Keep the grid on a phone (two or three narrow columns). */
  keep?: boolean
}

const classOf = <Row,>({ numeric, phone }: Column<Row>) => [numeric ? 'numeric' : '', phone === 'hide' ? 'phone-hide' : '', phone === 'bare' ? 'bare' : ''].filter(Boolean).join(' ') || undefined

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) =>
  column.names
    ? <th scope="row" role="rowheader" className={classOf(column)}>{column.cell(row)}</th>
    : <td role="cell" data-head={column.head} className={classOf(column)}><span>{column.cell(row)}</span></td>

/** Roles are written out because a stacked table (display: block) would lose them. */
export const Table = <Row,>({ caption, captionHidden, columns, rows, keyOf, empty, warned, keep }: TableProps<Row>) => {
  if (rows.length === 0) return <>{empty}</>
  return (
    <table className={keep ? 'table' : 'table stacking'} role="table">
      <caption className={captionHidden ? 'hidden-text' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{columns.map((c) => <th key={c.key} scope="col" role="columnheader" className={classOf(c)} style={c.width ? { width: c.width } : undefined}>{c.head}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className={warned?.(row) ? 'warned' : undefined}>{columns.map((c) => <Cell key={c.key} column={c} row={row} />)}</tr>
        ))}
      </tbody>
    </table>
  )
}
