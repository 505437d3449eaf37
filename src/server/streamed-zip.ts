/** A zip that is made while it is sent and lies nowhere. Whatever breaks or leaves on the way ends this one download and nothing else. */
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export type ZipEntry = { readonly path: string; readonly mtime: Date } & ({ readonly bytes: Buffer } | { readonly size: number; readonly open: () => Promise<Readable> })

/** Stored as they are: pictures, films and documents are packed already. */
export async function* streamedZip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  let reading: Readable | null = null
  // The writer of zips does not listen to a file that is gone: unheard, its error would end the process.
  const broken = (error: Error): void => void out.destroy(error)
  zip.on('error', broken)
  for (const e of entries) {
    const options = { compress: false, mtime: e.mtime }
    if ('bytes' in e) zip.addBuffer(e.bytes, e.path, options)
    else zip.addReadStreamLazy(e.path, { ...options, size: e.size }, (give: (error: unknown, stream: NodeJS.ReadableStream) => void) => void e.open().then((stream) => { reading = stream.on('error', broken); give(null, stream) }, broken))
  }
  zip.end()
  try { yield* out } finally { (reading as Readable | null)?.destroy() }
}
