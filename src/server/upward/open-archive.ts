/** An archive from outside: looked at from without, before anything in it is used. Everything is stored as it is in it, so that nothing can swell; names are ours or it is refused. */
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import type { Finding } from '#core/kernel/finding'
import { archiveFindings, isOuterPath, MOST_BYTES, MOST_LIST_BYTES, MOST_PARTS, outer, readEnvelope, type Envelope } from '#core/upward/envelope'
import { Unreadable } from '#media/unreadable'
import { readZipDirectory, type ZipEntry } from '#media/zip-directory'
import { isSigned } from './identity'

export interface PartAt { readonly from: number; readonly bytes: number }
export type Opened = { readonly ok: true; readonly envelope: Envelope; readonly at: readonly PartAt[] } | { readonly ok: false; readonly findings: readonly Finding[] }
const no = (f: Finding): Opened => ({ ok: false, findings: [f] })

const limits = { entries: MOST_PARTS + 3, directoryBytes: 4 * 1024 * 1024, unpacked: MOST_BYTES, ratio: 1, ratioFrom: MOST_BYTES }
const STORED = 0
const LOCAL = 0x04034b50, HEAD = 30

/** Signature and every sum are held against the bytes; what is sealed stays sealed. */
export const openArchive = async (path: string): Promise<Opened> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > MOST_BYTES + 4_000_000) return no(archiveFindings.tooLarge())
    const begun = await bytesAt(file, { from: 0, bytes: Math.min(4, size) })
    if (begun.length < 4 || begun.readUInt32LE(0) !== LOCAL) return no(archiveFindings.foreign())
    const entries = await directory(file, size)
    if ('code' in entries) return no(entries)
    const places = await Promise.all(entries.map((e) => dataOf(file, e, size)))
    if (places.some((p) => p === null) || new Set(entries.map((e) => e.name)).size !== entries.length || entries.some((e) => !isOuterPath(e.name) || e.method !== STORED || e.encrypted || e.packed !== e.unpacked)) return no(entries.some((e) => e.name === outer.envelope) ? archiveFindings.strange() : archiveFindings.foreign())
    const placeOf = new Map(entries.map((e, i) => [e.name, places[i]!]))
    const [text, signature] = [placeOf.get(outer.envelope), placeOf.get(outer.signature)]
    if (text === undefined || signature === undefined || text.bytes > MOST_LIST_BYTES || signature.bytes > 200) return no(archiveFindings.foreign())
    const envelopeBytes = await bytesAt(file, text)
    const read = readEnvelope(envelopeBytes.toString('utf8'))
    if (!read.ok) return read
    if (!isSigned(read.envelope.from.keys, envelopeBytes, Buffer.from((await bytesAt(file, signature)).toString('latin1'), 'base64'))) return no(archiveFindings.tampered())
    return await partsOf(path, read.envelope, placeOf)
  } finally {
    await file.close()
  }
}

const directory = async (file: FileHandle, size: number): Promise<ZipEntry[] | Finding> => {
  try {
    return await readZipDirectory({ name: '', size, read: async (from, bytes) => bytesAt(file, { from, bytes: Math.min(bytes, size - from) }) }, limits)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    // The records stand at the end: without them the rest of a file that began well is missing.
    return error.why === 'bomb' ? archiveFindings.tooLarge() : (await hasEnd(file, size)) ? archiveFindings.strange() : archiveFindings.cut()
  }
}
const hasEnd = async (file: FileHandle, size: number): Promise<boolean> => (await bytesAt(file, { from: Math.max(0, size - 65_557), bytes: Math.min(size, 65_557) })).includes(Buffer.from('504b0506', 'hex'))

/** Where the bytes of an entry stand, by its own header; null: that does not agree with the directory. */
const dataOf = async (file: FileHandle, e: ZipEntry, size: number): Promise<PartAt | null> => {
  const head = await bytesAt(file, { from: e.at, bytes: HEAD })
  if (head.length < HEAD || head.readUInt32LE(0) !== LOCAL) return null
  const [name, extra] = [head.readUInt16LE(26), head.readUInt16LE(28)]
  const own = (await bytesAt(file, { from: e.at + HEAD, bytes: name })).toString('latin1')
  const from = e.at + HEAD + name + extra
  return own === e.name && head.readUInt16LE(8) === STORED && head.readUInt32LE(18) === e.packed && from + e.packed <= size ? { from, bytes: e.packed } : null
}

const partsOf = async (path: string, envelope: Envelope, placeOf: ReadonlyMap<string, PartAt>): Promise<Opened> => {
  // Neither more nor fewer than the envelope names.
  const named = new Set<string>([outer.envelope, outer.signature, outer.readMe, ...envelope.parts.map((p) => p.path)])
  if ([...placeOf.keys()].some((p) => !named.has(p))) return no(archiveFindings.strange())
  const at: PartAt[] = []
  for (const part of envelope.parts) {
    const place = placeOf.get(part.path)
    if (place === undefined || place.bytes !== part.bytes || (await sumOf(path, place)) !== part.sha256) return no(archiveFindings.changed(part.path))
    at.push(place)
  }
  return { ok: true, envelope, at }
}

const bytesAt = async (file: FileHandle, { from, bytes }: PartAt): Promise<Buffer> => {
  const out = Buffer.alloc(Math.max(0, bytes))
  const { bytesRead } = await file.read(out, 0, out.length, from)
  return out.subarray(0, bytesRead)
}
const sumOf = async (path: string, { from, bytes }: PartAt): Promise<string> => {
  const hash = createHash('sha256')
  if (bytes > 0) for await (const piece of createReadStream(path, { start: from, end: from + bytes - 1, highWaterMark: 1 << 20 })) hash.update(piece as Buffer)
  return hash.digest('hex')
}
