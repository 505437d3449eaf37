/** The parts of a .docx by name. */
import { fromBuffer } from 'yauzl'

export const unzip = (bytes: Uint8Array): Promise<Map<string, string>> => new Promise((resolve, reject) => {
  const parts = new Map<string, string>()
  fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
    if (error) return reject(error)
    zip.on('entry', (entry: { fileName: string }) => zip.openReadStream(entry as never, (failed, stream) => {
      if (failed) return reject(failed)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
        parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
        zip.readEntry()
      })
    }))
    zip.on('end', () => resolve(parts)).on('error', reject)
    return zip.readEntry()
  })
})
