import type { DocumentFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import { u16le, u32le } from './byte-window'
import { inflate } from './inflate'
import { outsideLinks } from './outside-links'
import { Unreadable } from './unreadable'
import { readZipDirectory, type ZipEntry } from './zip-directory'

/** A global of browsers and of Node. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

/** What the names in a zip make of it. */
export const zipKind = (names: ReadonlySet<string>): 'docx' | 'xlsx' | string => {
  if (names.has('[Content_Types].xml')) {
    if (names.has('word/document.xml')) return 'docx'
    if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'xlsx'
    if (names.has('ppt/presentation.xml')) return 'pptx'
  }
  if (names.has('OFD.xml')) return 'ofd'
  return names.has('mimetype') && names.has('content.xml') ? 'odf' : 'zip'
}

const activeEntry = (name: string): boolean => /vbaProject\.bin$|\/activeX\/|\/embeddings\/oleObject|\/macrosheets\//i.test(name)

/** The packed bytes of one entry, behind its local header. */
export const packedBytes = async (source: ByteSource, entry: ZipEntry, looksLike: string): Promise<Uint8Array> => {
  const header = await source.read(entry.at, 30)
  if (u32le(header, 0) !== 0x04034b50) throw new Unreadable('broken', looksLike)
  const bytes = await source.read(entry.at + 30 + u16le(header, 26) + u16le(header, 28), entry.packed)
  if (bytes.length < entry.packed) throw new Unreadable('broken', looksLike)
  return bytes
}

/** The body of a Word file; its longest that is counted. */
const BODY = 'word/document.xml'
const MOST_BODY = 32 * 1024 * 1024

interface Entry { readonly active: boolean; readonly characters?: number }

/** Characters that can be seen in the runs of a Word file: what was deleted with changes tracked stands elsewhere (`w:delText`). */
const countBody = (bytes: Uint8Array): number => {
  // A text box stands twice: as it is now, and again for programs of before.
  const xml = new TextDecoder().decode(bytes).replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
  let n = 0
  for (const [, run = ''] of xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)) n += [...run.replace(/&(?:#x?[0-9a-f]+|[a-z]+);/gi, '&').replace(/\s/g, '')].length
  return n
}
const told = (entry: ZipEntry, bytes: Uint8Array): Entry => (entry.name === BODY && entry.unpacked <= MOST_BODY ? { active: false, characters: countBody(bytes) } : { active: entry.name.endsWith('.rels') && outsideLinks(bytes).length > 0 })

/** Unpacks one entry in a stream and holds it to the size the directory declared; the text of relations and of the body is kept. */
const checkEntry = async (source: ByteSource, entry: ZipEntry, looksLike: string): Promise<Entry> => {
  const keep = entry.name === BODY ? MOST_BODY : entry.name.endsWith('.rels') ? 1 << 20 : 0
  if (entry.method === 0 && keep === 0) return { active: false }
  const packed = await packedBytes(source, entry, looksLike)
  if (entry.method === 0) return told(entry, packed)
  if (entry.method !== 8) throw new Unreadable('broken', looksLike)
  const { kept, length, whole } = await inflate(packed, 'deflate-raw', entry.unpacked, keep)
  if (!whole || length !== entry.unpacked) throw new Unreadable('broken', looksLike)
  return told(entry, kept)
}

/** Word and Excel since 2007: told by the directory, never parsed further. */
export const readZipDocument = async (source: ByteSource): Promise<DocumentFacts> => {
  const entries = await readZipDirectory(source)
  const format = zipKind(new Set(entries.map((e) => e.name)))
  if (format !== 'docx' && format !== 'xlsx') throw new Unreadable('unknown', format)
  const encrypted = entries.some((e) => e.encrypted)
  let active = entries.some((e) => activeEntry(e.name))
  let characters: number | undefined
  for (const entry of encrypted ? [] : entries) {
    const seen = await checkEntry(source, entry, format)
    active ||= seen.active
    characters ??= seen.characters
  }
  return { kind: 'document', format, name: source.name, bytes: source.size, pages: null, encrypted, active, ...(characters === undefined ? {} : { characters }) }
}
