import type { DocumentFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import { latin, u16le, u32le } from './byte-window'
import { inflate } from './inflate'
import { Unreadable } from './unreadable'
import { readZipDirectory, type ZipEntry } from './zip-directory'

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

/** A template, frame, object or picture fetched from elsewhere when the file is opened (ordinary hyperlinks are not). */
const fetchesElsewhere = (relations: string): boolean =>
  [...relations.matchAll(/<Relationship\b[^>]*>/gi)].some(
    ([tag]) => /TargetMode\s*=\s*["']External/i.test(tag) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag),
  )

/** The packed bytes of one entry, behind its local header. */
export const packedBytes = async (source: ByteSource, entry: ZipEntry, looksLike: string): Promise<Uint8Array> => {
  const header = await source.read(entry.at, 30)
  if (u32le(header, 0) !== 0x04034b50) throw new Unreadable('broken', looksLike)
  const bytes = await source.read(entry.at + 30 + u16le(header, 26) + u16le(header, 28), entry.packed)
  if (bytes.length < entry.packed) throw new Unreadable('broken', looksLike)
  return bytes
}

/** Unpacks one entry in a stream and holds it to the size the directory declared; the text of relations is kept. */
const checkEntry = async (source: ByteSource, entry: ZipEntry, looksLike: string): Promise<boolean> => {
  const isRelations = entry.name.endsWith('.rels')
  if (entry.method === 0 && !isRelations) return false
  const packed = await packedBytes(source, entry, looksLike)
  if (entry.method === 0) return fetchesElsewhere(latin(packed))
  if (entry.method !== 8) throw new Unreadable('broken', looksLike)
  const { kept, length, whole } = await inflate(packed, 'deflate-raw', entry.unpacked, isRelations ? 1 << 20 : 0)
  if (!whole || length !== entry.unpacked) throw new Unreadable('broken', looksLike)
  return isRelations && fetchesElsewhere(latin(kept))
}

/** Word and Excel since 2007: told by the directory, never parsed further. */
export const readZipDocument = async (source: ByteSource): Promise<DocumentFacts> => {
  const entries = await readZipDirectory(source)
  const format = zipKind(new Set(entries.map((e) => e.name)))
  if (format !== 'docx' && format !== 'xlsx') throw new Unreadable('unknown', format)
  const encrypted = entries.some((e) => e.encrypted)
  let active = entries.some((e) => activeEntry(e.name))
  for (const entry of encrypted ? [] : entries) active = (await checkEntry(source, entry, format)) || active
  return { kind: 'document', format, name: source.name, bytes: source.size, pages: null, encrypted, active }
}
