/** One long list written in a process of its own, which loads nothing else: by the product, or by the stream writer alone. Says how long it took and what it held. */
import ExcelJS from 'exceljs'
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { List } from '#documents/lists/list'
import { listExcel } from '#documents/lists/list-excel'
import { listWord } from '#documents/lists/list-word'
import { COLUMNS, ROWS } from './list-size'

const columns = Array.from({ length: COLUMNS }, (_, i) => ({ name: `栏目${i + 1}`, width: 12 }))
const row = (n: number): string[] => columns.map((_, i) => (i === 0 ? String(n) : `示例单位第${n}行第${i}栏`))
async function* batches(): AsyncGenerator<string[][]> { for (let n = 0; n < ROWS; n += 500) yield Array.from({ length: 500 }, (_, i) => row(n + i)) }
const list = (): List => ({ title: '推荐名单', columns, batches: batches() })
const drained = async (from: AsyncIterable<Uint8Array>): Promise<number> => { let bytes = 0; for await (const piece of from) bytes += piece.length; return bytes }

/** What the stream writers take with nothing of ours around them. */
const excelAlone = async (): Promise<number> => {
  const out = new PassThrough()
  const read = drained(out)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const page = book.addWorksheet('推荐名单')
  for await (const rows of batches()) { for (const r of rows) page.addRow(r).commit(); await new Promise(setImmediate) }
  page.commit()
  await book.commit()
  return read
}
async function* bare(): AsyncGenerator<Buffer> { for await (const rows of batches()) yield Buffer.from(rows.map((r) => `<w:tr>${r.map((t) => `<w:tc><w:tcPr><w:tcW w:w="811" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">${t}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`).join('')) }
const wordAlone = (): Promise<number> => {
  const zip = new ZipFile()
  zip.addReadStream(Readable.from(bare(), { objectMode: false }), 'word/document.xml')
  zip.end()
  return drained(zip.outputStream as Readable)
}
const tasks: Record<string, () => Promise<number>> = { excel: () => drained(listExcel(list())), word: () => drained(listWord(list())), excelAlone, wordAlone }

const runTask = async (task: string): Promise<void> => {
  let most = 0
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, 20)
  const [begun, before] = [performance.now(), process.cpuUsage()]
  await tasks[task]!()
  clearInterval(watch)
  const { user, system } = process.cpuUsage(before)
  process.send!({ ms: performance.now() - begun, cpu: (user + system) / 1000, mb: Math.max(most, process.memoryUsage.rss()) / 1e6 })
}

await runTask(process.argv[2] ?? '')
process.disconnect()
