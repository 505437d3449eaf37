import type { DocumentFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import { latin } from './byte-window'
import type { HostDecoders } from './host-decoders'
import { inflate } from './inflate'
import { Unreadable } from './unreadable'

/** Guards of the machine: how much of a PDF is looked through, and how much of its packed objects is unpacked. */
const scanBytes = 64 * 1024 * 1024
const tailBytes = 64 * 1024
const unpackBytes = 32 * 1024 * 1024
const mostPages = 100_000

const activeNames = new Set(['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'XFA'])

/** What the names in a PDF tell: collected piece by piece. */
interface Names {
  encrypted: boolean
  active: boolean
  pages: number
}

/** Names may be written with #xx for any character (ISO 32000-1, 7.3.5): /J#61vaScript is /JavaScript. */
const plainName = (name: string): string => name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const collect = (text: string, names: Names): void => {
  for (const [, raw = ''] of text.matchAll(/\/([^\s()<>[\]{}/%]+)/g)) {
    const name = raw.includes('#') ? plainName(raw) : raw
    if (name === 'Encrypt') names.encrypted = true
    else if (activeNames.has(name)) names.active = true
  }
  names.pages += text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
}

/** Objects and the streams between them; picture data is passed over, so that chance bytes are not taken for names. */
const pieces = function* (text: string): Generator<{ readonly dictionary: string; readonly streamAt: number; readonly streamEnd: number }> {
  const opening = />>\s*stream\r?\n/g
  let from = 0
  for (let hit = opening.exec(text); hit; hit = opening.exec(text)) {
    const streamAt = hit.index + hit[0].length
    const dictionary = text.slice(from, streamAt)
    const found = text.indexOf('endstream', streamAt)
    const streamEnd = found < 0 ? text.length : found
    yield { dictionary, streamAt, streamEnd }
    from = streamEnd
    opening.lastIndex = from
  }
  yield { dictionary: text.slice(from), streamAt: text.length, streamEnd: text.length }
}

const readNames = async (bytes: Uint8Array): Promise<Names> => {
  const names: Names = { encrypted: false, active: false, pages: 0 }
  const text = latin(bytes)
  const packed: [number, number][] = []
  for (const { dictionary, streamAt, streamEnd } of pieces(text)) {
    collect(dictionary, names)
    if (/\/ObjStm\b[\s\S]*$/.test(dictionary.slice(-2000))) packed.push([streamAt, streamEnd])
  }
  // The objects of an encrypted file are unreadable without its password.
  let left = names.encrypted ? 0 : unpackBytes
  for (const [at, end] of packed) {
    if (left <= 0) break
    const { kept, length } = await inflate(bytes.subarray(at, end), 'deflate', left, left)
    left -= length
    collect(latin(kept), names)
  }
  return names
}

const scanned = async (source: ByteSource): Promise<Uint8Array> => {
  if (source.size <= scanBytes) return source.read(0, source.size)
  const half = scanBytes / 2
  const both = new Uint8Array(scanBytes)
  both.set(await source.read(0, half), 0)
  both.set(await source.read(source.size - half, half), half)
  return both
}

/** Encryption, active content and pages; a host that lays out PDF counts better than names do. */
export const readPdf = async (source: ByteSource, host: HostDecoders): Promise<DocumentFacts> => {
  const bytes = await scanned(source)
  if (!latin(bytes, Math.max(0, bytes.length - tailBytes)).includes('startxref')) throw new Unreadable('broken', 'pdf')
  const names = await readNames(bytes)
  let pages = names.pages > 0 ? names.pages : null
  if (host.countPdfPages && !names.encrypted && source.size <= scanBytes) {
    pages = await host.countPdfPages(source)
    if (pages === null || pages === 0) throw new Unreadable('broken', 'pdf')
  }
  if ((pages ?? 0) > mostPages) throw new Unreadable('bomb', 'pdf')
  return { kind: 'document', format: 'pdf', name: source.name, bytes: source.size, pages, encrypted: names.encrypted, active: names.active }
}
