/** A zip as anybody's program unpacks it, in the order of its directory; checks sizes, checksums and names on the way. */
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { fromBuffer, type Entry } from 'yauzl'

export const unzipped = (bytes: Uint8Array): Promise<Map<string, Buffer>> => new Promise((resolve, reject) => {
  fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
    if (error !== null) return reject(error)
    const files = new Map<string, Buffer>()
    zip.on('error', reject).on('end', () => resolve(files)).on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (failed, stream) => {
        if (failed !== null) return reject(failed)
        buffer(stream).then((content) => {
          if (crc32(content) !== entry.crc32 || files.has(entry.fileName)) throw new Error(`${entry.fileName} is not what its record says`)
          files.set(entry.fileName, content)
          zip.readEntry()
        }, reject)
      })
    })
    zip.readEntry()
  })
})

/** The parts of an Office file as text. */
export const unzip = async (bytes: Uint8Array): Promise<Map<string, string>> => new Map([...await unzipped(bytes)].map(([name, content]) => [name, content.toString('utf8')]))
