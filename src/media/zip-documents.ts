import type { DocumentFacts, Holding } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import { u16le, u32le } from './byte-window'
import { inflate } from './inflate'
import { hasScriptLink, outsideLinks } from './outside-links'
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

/** What an entry makes the file hold, by its name alone. */
const heldByName = (name: string): Holding[] =>
  /vbaProject\.bin$|\/macrosheets\//i.test(name) ? ['macro'] : /\/activeX\/|\/embeddings\/oleObject|^word\/afchunk/i.test(name) ? ['object'] : []

/** The packed bytes of one entry, behind its local header. */
export const packedBytes = async (source: ByteSource, entry: ZipEntry, looksLike: string): Promise<Uint8Array> => {
  const header = await source.read(entry.at, 30)
  if (u32le(header, 0) !== 0x04034b50) throw new Unreadable('broken', looksLike)
  const bytes = await source.read(entry.at + 30 + u16le(header, 26) + u16le(header, 28), entry.packed)
  if (bytes.length < entry.packed) throw new Unreadable('broken', looksLike)
  return bytes
}

/** The parts that are read, and their longest that is. */
const BODY = 'word/document.xml'
const BOOK = 'xl/workbook.xml'
const MOST_BODY = 32 * 1024 * 1024

type Mark = NonNullable<DocumentFacts['marks']>[number]
interface Entry { readonly holds?: readonly Holding[]; readonly characters?: number; readonly marks?: readonly Mark[]; readonly sheets?: NonNullable<DocumentFacts['sheets']> }

/** Characters that can be seen in the runs of a Word file: what was deleted with changes tracked stands elsewhere (`w:delText`). */
const countBody = (xml: string): number => {
  // A text box stands twice: as it is now, and again for programs of before.
  const once = xml.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
  let n = 0
  for (const [, run = ''] of once.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)) n += [...run.replace(/&(?:#x?[0-9a-f]+|[a-z]+);/gi, '&').replace(/\s/g, '')].length
  return n
}
/** What others may find in it though its reader does not see it; an unset flag (`w:val="0"`) hides nothing. */
const marksOf = (xml: string): Mark[] => [
  ...(/<w:(?:ins|del|moveFrom|moveTo)\s/.test(xml) ? ['changes' as const] : []),
  ...(/<w:commentReference\s/.test(xml) ? ['comments' as const] : []),
  ...(/<w:vanish(?:\s*\/>|\s+w:val="(?:1|true|on)")/.test(xml) ? ['hidden' as const] : []),
]
const sheetsOf = (xml: string): NonNullable<DocumentFacts['sheets']> => {
  const all = xml.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []
  return { all: all.length, hidden: all.filter((s) => /\sstate="(?:very)?hidden"/i.test(s)).length }
}

const told = (entry: ZipEntry, bytes: Uint8Array): Entry => {
  if (entry.name.endsWith('.rels')) return { holds: [...(outsideLinks(bytes).length > 0 ? ['outside' as const] : []), ...(hasScriptLink(bytes) ? ['script' as const] : [])] }
  if (entry.unpacked > MOST_BODY) return {}
  const xml = new TextDecoder().decode(bytes)
  // No program writes a document type into an Office file: entities unpack to anything, or read other files.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 65_536))) throw new Unreadable('broken', entry.name === BODY ? 'docx' : 'xlsx')
  if (entry.name === BOOK) return { sheets: sheetsOf(xml) }
  return { characters: countBody(xml), marks: marksOf(xml), holds: /<w:instrText[^>]*>[^<]*\bDDE(?:AUTO)?\b/i.test(xml) || /w:instr="[^"]*\bDDE(?:AUTO)?\b/i.test(xml) ? ['dde'] : [] }
}

/** Unpacks one entry in a stream and holds it to the size the directory declared; the text of relations and of the body is kept. */
const checkEntry = async (source: ByteSource, entry: ZipEntry, looksLike: string): Promise<Entry> => {
  const keep = entry.name === BODY || entry.name === BOOK ? MOST_BODY : entry.name.endsWith('.rels') ? 1 << 20 : 0
  if (entry.method === 0 && keep === 0) return {}
  const packed = await packedBytes(source, entry, looksLike)
  if (entry.method === 0) return told(entry, packed)
  if (entry.method !== 8) throw new Unreadable('broken', looksLike)
  const { kept, length, whole } = await inflate(packed, 'deflate-raw', entry.unpacked, keep)
  if (!whole || length !== entry.unpacked) throw new Unreadable('broken', looksLike)
  return keep === 0 ? {} : told(entry, kept)
}

/** Word and Excel since 2007: told by the directory, never parsed further. */
export const readZipDocument = async (source: ByteSource): Promise<DocumentFacts> => {
  const entries = await readZipDirectory(source)
  const format = zipKind(new Set(entries.map((e) => e.name)))
  if (format !== 'docx' && format !== 'xlsx') throw new Unreadable('unknown', format)
  const encrypted = entries.some((e) => e.encrypted)
  const seen: Entry[] = [{ holds: entries.flatMap((e) => heldByName(e.name)) }]
  for (const entry of encrypted ? [] : entries) seen.push(await checkEntry(source, entry, format))
  const holds = [...new Set(seen.flatMap((s) => s.holds ?? []))].sort()
  const { characters, marks } = seen.find((s) => s.characters !== undefined) ?? {}
  const sheets = seen.find((s) => s.sheets !== undefined)?.sheets
  return {
    kind: 'document', format, name: source.name, bytes: source.size, pages: null, encrypted, active: holds.length > 0, holds,
    ...(characters === undefined ? {} : { characters }), ...(marks === undefined ? {} : { marks }), ...(sheets === undefined ? {} : { sheets }),
  }
}
