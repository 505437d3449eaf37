/** Packages beyond what the first zip could say: a film of 5 GB, more entries than 65,535. Holes on the disk stand in for the bytes. */
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { centralRecord, endRecords, localHeader, type ZipEntry } from '#documents/package/zip-records'
import { ZipOnDisk } from '#server/packages/zip-on-disk'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

let folder: TemporaryFolder
beforeAll(async () => { folder = await temporaryFolder() })
afterAll(() => folder.remove())

const collect = (resolve: (entries: yauzl.Entry[]) => void, reject: (error: unknown) => void) => (error: Error | null, zip: yauzl.ZipFile): void => {
  if (error !== null) return reject(error)
  const entries: yauzl.Entry[] = []
  zip.on('entry', (e: yauzl.Entry) => entries.push(e)).on('end', () => resolve(entries)).on('error', reject)
}
const read = (path: string): Promise<yauzl.Entry[]> => new Promise((resolve, reject) => { yauzl.open(path, { strictFileNames: true }, collect(resolve, reject)) })
/** The same from memory: many small readings of a file take long. */
const readWhole = async (path: string): Promise<yauzl.Entry[]> => { const bytes = await readFile(path); return new Promise((resolve, reject) => { yauzl.fromBuffer(bytes, { strictFileNames: true }, collect(resolve, reject)) }) }
const contentOf = (path: string, index: number): Promise<Buffer> => new Promise((resolve, reject) => {
  yauzl.open(path, { autoClose: false }, (error, zip) => {
    if (error !== null) return reject(error)
    let n = 0
    zip.on('error', reject).on('entry', (e: yauzl.Entry) => { if (n++ === index) zip.openReadStream(e, (failed, stream) => (failed === null ? buffer(stream).then(resolve, reject).finally(() => zip.close()) : reject(failed))) })
  })
})

test('a film of 5 GB, and what comes behind it, are found', async () => {
  const path = join(folder.path, 'large.zip')
  const film: ZipEntry = { path: '甲/沈若川01.mp4', bytes: 5_000_000_000, crc: 0, at: 0, modified: Date.UTC(2026, 10, 21) }
  const begin = localHeader(film).length
  const behind: ZipEntry = { path: '甲/回执.txt', bytes: 4, crc: 0x9be3e0a3, at: begin + film.bytes, modified: film.modified }
  const file = await open(path, 'w')
  const at = behind.at + localHeader(behind).length + behind.bytes
  const records = Buffer.concat([centralRecord(film), centralRecord(behind)])
  for (const [bytes, place] of [[localHeader(film), 0], [localHeader(behind), behind.at], [Buffer.from('1234'), at - 4], [records, at], [endRecords({ count: 2, at, bytes: records.length }), at + records.length]] as const) await file.write(bytes, 0, bytes.length, place)
  await file.close()
  expect((await read(path)).map((e) => [e.fileName, e.uncompressedSize, e.relativeOffsetOfLocalHeader, e.compressionMethod])).toEqual([[film.path, film.bytes, 0, 0], [behind.path, 4, behind.at, 0]])
  expect((await contentOf(path, 1)).toString()).toBe('1234')
})

test('70,000 entries are all found, in their order', async () => {
  const path = join(folder.path, 'many.zip')
  const zip = await ZipOnDisk.open(path, 0)
  const one = await zip.put([Buffer.from('示例')], { path: '0', modified: 0 })
  zip.keep(one)
  await zip.finish((async function* () { for (let n = 0; n < 70; n++) yield Array.from({ length: 1000 }, (_, i) => ({ ...one, path: `${n * 1000 + i}` })) })())
  await zip.close()
  const entries = await readWhole(path)
  expect([entries.length, entries.every((e, i) => e.fileName === String(i)), (await contentOf(path, 0)).toString()]).toEqual([70_000, true, '示例'])
})

test('what was begun and not kept is written over, and nothing of it is left', async () => {
  const path = join(folder.path, 'over.zip')
  const zip = await ZipOnDisk.open(path, 0)
  await zip.put([Buffer.alloc(100_000, 'x')], { path: 'damaged', modified: 0 })
  const kept = await zip.put([Buffer.from('short')], { path: 'kept', modified: 0 })
  zip.keep(kept)
  const length = await zip.finish((async function* () { yield [kept] })())
  await zip.close()
  const file = await open(path)
  expect([(await read(path)).map((e) => e.fileName), (await file.stat()).size, (await file.readFile()).includes('xx')]).toEqual([['kept'], length, false])
  await file.close()
})
