/** Every text of a Word or Excel file since 2007, one by one: body, headers, footers, notes, comments, cells, names. For looking through, not for reading. */
import type { ByteSource } from '../byte-source'
import { inflate } from '../inflate'
import { readZipDirectory, type ZipEntry } from '../zip-directory'
import { packedBytes } from '../zip-documents'

/** A global of browsers and of Node. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

export const STYLES = 'xl/styles.xml'
/** Parts whose words a reader shows, or shows when asked. */
export const told = /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|docProps\/(?:core|app|custom)\.xml|xl\/(?:sharedStrings|workbook|comments\d*|worksheets\/[^/]+|drawings\/[^/]+)\.xml)$/u
/** Guards of the machine. */
const most = { part: 32 * 1024 * 1024, all: 96 * 1024 * 1024 } as const

/** @throws Unreadable when the zip is damaged, or unpacks to more than it may */
export const officeTexts = (source: ByteSource): Promise<string[]> => textsOfParts(source, (name) => (told.test(name) ? (bytes) => textOf(decoded(bytes)) : null))

/** @param reader of one part, by its name; null: that part is not looked at. Styles of a workbook come first: what its numbers mean stands there. @throws Unreadable as above */
export const textsOfParts = async (source: ByteSource, reader: (name: string) => ((bytes: Uint8Array) => string) | null): Promise<string[]> => {
  const entries = (await readZipDirectory(source)).flatMap((entry) => {
    const read = entry.encrypted || entry.unpacked > most.part ? null : reader(entry.name)
    return read === null ? [] : [{ entry, read }]
  })
  const texts: string[] = []
  let all = 0
  for (const { entry, read } of entries.toSorted((a, b) => Number(b.entry.name === STYLES) - Number(a.entry.name === STYLES))) {
    if ((all += entry.unpacked) > most.all) break
    texts.push(read(await unpacked(source, entry)))
  }
  return texts.filter((t) => t.trim() !== '')
}

export const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const unpacked = async (source: ByteSource, entry: ZipEntry): Promise<Uint8Array> => {
  const packed = await packedBytes(source, entry, 'office')
  return entry.method === 0 ? packed : (await inflate(packed, 'deflate-raw', entry.unpacked, entry.unpacked)).kept
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const character = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name] ?? whole
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

export const unescaped = (text: string): string => text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/giu, character)

/** Runs of one paragraph are one line: a marking may be cut into runs anywhere. A sheet's headers hold codes of position and type (`&L&"宋体"`) that are not text. */
export const textOf = (xml: string): string => unescaped(xml
  .replace(/<(?:odd|even|first)(?:Header|Footer)>[^<]*/gu, (h) => h.replace(/&amp;(?:"[^"]*"|&quot;.*?&quot;|[LCR]|\d+|[A-Z])/gu, '\n'))
  .replace(/<\/(?:[a-z0-9]+:)?(?:p|si|is|title|subject|keywords|category|description|lpwstr|oddHeader|evenHeader|firstHeader|oddFooter|evenFooter|firstFooter)>|<(?:w:br|w:cr|a:br)\b[^>]*>/gu, '\n')
  .replace(/<\/w:tc>|<w:tab\/>/gu, '\t')
  .replace(/<(?:sheet)\s[^>]*?name="([^"]*)"[^>]*>/gu, '\n$1\n')
  .replace(/<(?:v|f)>[^<]*<\/(?:v|f)>|<w:instrText[^>]*>[^<]*<\/w:instrText>/gu, '')
  .replace(/<[^>]*>/gu, ''))
