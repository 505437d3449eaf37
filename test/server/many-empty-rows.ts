import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { unzip } from '../documents/unzip'

/** The same workbook with a million rows that only have a format, to the end of the page. */
export const manyEmptyRows = async (small: Buffer): Promise<Buffer> => {
  const parts = await unzip(small)
  const name = [...parts.keys()].find((k) => k.includes('worksheets/sheet1'))!
  const rows = Array.from({ length: 1_048_574 }, (_, i) => `<row r="${i + 3}" s="1" customFormat="1"/>`).join('')
  parts.set(name, parts.get(name)!.replace('</sheetData>', `${rows}</sheetData>`))
  const zip = new ZipFile()
  for (const [path, data] of parts) if (!path.endsWith('/')) zip.addBuffer(Buffer.from(data), path)
  zip.end()
  return buffer(zip.outputStream)
}
