/** A long list as an Excel workbook, written row by row: words only, no formula can come of them. */
import ExcelJS from 'exceljs'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { printable } from '#core/forms/printable'
import type { List } from './list'

/** Written while it is read: a slow reader makes the writer wait, and does not fill the memory. */
export const listExcel = (list: List): AsyncIterable<Uint8Array> => {
  const out = new PassThrough({ highWaterMark: 1 << 20 })
  write(list, out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

const write = async (list: List, out: PassThrough): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const page = book.addWorksheet(list.title.replace(/[\\/*?:[\]]/gu, '').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' } })
  page.columns = list.columns.map((c) => ({ width: c.width }))
  const head = page.addRow(list.columns.map((c) => c.name))
  head.font = { name: '黑体', bold: true }
  head.commit()
  for await (const rows of list.batches) {
    for (const row of rows) page.addRow(row.map(printable)).commit()
    if (out.writableNeedDrain) await once(out, 'drain')
    // Compressed pieces leave between the batches, not after the last.
    await new Promise(setImmediate)
  }
  page.commit()
  await book.commit()
}
