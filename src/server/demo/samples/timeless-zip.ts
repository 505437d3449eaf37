/** Writers of Word and Excel stamp the hour into their archives; rewritten with one fixed day, the same content is the same file. */
import { buffer } from 'node:stream/consumers'
import { fromBuffer, type Entry, type ZipFile as OpenZip } from 'yauzl'
import { ZipFile } from 'yazl'

const day = new Date(2026, 4, 18, 9, 30)
const stamped = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g

export const timelessZip = async (archive: Buffer): Promise<Buffer> => {
  const entries = await readAll(archive)
  const out = new ZipFile()
  for (const { name, data } of entries.sort((a, b) => order(a.name, b.name)))
    out.addBuffer(name === 'docProps/core.xml' ? Buffer.from(data.toString('utf8').replace(stamped, '$12026-05-18T01:30:00Z$2')) : data, name, { mtime: day, mode: 0o100644 })
  out.end()
  return buffer(out.outputStream)
}

/** The list of types comes first, as readers of these formats expect. */
const order = (a: string, b: string): number => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1)

const readAll = async (archive: Buffer): Promise<{ name: string; data: Buffer }[]> => {
  const zip = await new Promise<OpenZip>((resolve, reject) => fromBuffer(archive, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))))
  const found: { name: string; data: Buffer }[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName.endsWith('/')) return zip.readEntry()
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        buffer(stream).then((data) => { found.push({ name: entry.fileName, data }); zip.readEntry() }, reject)
      })
    })
    zip.on('end', () => resolve(found))
    zip.on('error', reject)
    zip.readEntry()
  })
}
