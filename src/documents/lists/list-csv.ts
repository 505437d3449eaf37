/** CSV as offices open it: UTF-8 with its mark, and nothing that a spreadsheet would take for a formula. */
import { printable } from '#core/forms/printable'
import type { List } from './list'

/** =, +, -, @, tab and return begin formulas in some program (OWASP: CSV injection); the quote makes them words again. */
export const guarded = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text)
const cell = (text: string): string => { const safe = guarded(printable(text)); return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe }
const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

export async function* listCsv(list: List): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\ufeff${line(list.columns.map((c) => c.name))}`)
  for await (const rows of list.batches) yield Buffer.from(rows.map(line).join(''))
}
