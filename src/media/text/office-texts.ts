/** Every text of a Word or Excel file since 2007, one by one: body, headers, footers, notes, comments, cells, names. For looking through, not for reading. */
import type { ByteSource } from '../byte-source'
import { inflate } from '../inflate'
import { readZipDirectory, type ZipEntry } from '../zip-directory'
import { packedBytes } from '../zip-documents'

/** A global of browsers and of Node. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

const told = /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|docProps\/(?:core|app|custom)\.xml|xl\/(?:sharedStrings|workbook|comments\d*|worksheets\/[^/]+|drawings\/[^/]+)\.xml)$/u
/** Guards of the machine. */
const most = { part: 32 * 1024 * 1024, all: 96 * 1024 * 1024 } as const

/** @param numbers those of cells too: in sheets that people fill in, a number is often what was typed @throws Unreadable when the zip is damaged, or unpacks to more than it may */
export const officeTexts = async (source: ByteSource, numbers = false): Promise<string[]> => {
  const entries = (await readZipDirectory(source)).filter((e) => told.test(e.name) && !e.encrypted && e.unpacked <= most.part)
  const texts: string[] = []
  let all = 0
  for (const entry of entries) {
    if ((all += entry.unpacked) > most.all) break
    const xml = new TextDecoder().decode(await unpacked(source, entry))
    texts.push(textOf(numbers ? withNumbers(xml) : xml))
  }
  return texts.filter((t) => t.trim() !== '')
}

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

/** A cell's number as it was typed; a long one is kept by Excel as a power of ten. */
const withNumbers = (xml: string): string => xml.replace(/<v>([\d.]+(?:E\+?\d+)?)<\/v>/gu, (_, v: string) => `<si>${/E/u.test(v) && Number(v) < 1e20 ? BigInt(Math.round(Number(v))).toString() : v}</si>`)

/** Runs of one paragraph are one line: a marking may be cut into runs anywhere. A sheet's headers hold codes of position and type (`&L&"宋体"`) that are not text. */
const textOf = (xml: string): string => xml
  .replace(/<(?:odd|even|first)(?:Header|Footer)>[^<]*/gu, (h) => h.replace(/&amp;(?:"[^"]*"|&quot;.*?&quot;|[LCR]|\d+|[A-Z])/gu, '\n'))
  .replace(/<\/(?:[a-z0-9]+:)?(?:p|si|is|title|subject|keywords|category|description|lpwstr|oddHeader|evenHeader|firstHeader|oddFooter|evenFooter|firstFooter)>|<(?:w:br|w:cr|a:br)\b[^>]*>/gu, '\n')
  .replace(/<\/w:tc>|<w:tab\/>/gu, '\t')
  .replace(/<(?:sheet)\s[^>]*?name="([^"]*)"[^>]*>/gu, '\n$1\n')
  .replace(/<(?:v|f)>[^<]*<\/(?:v|f)>|<w:instrText[^>]*>[^<]*<\/w:instrText>/gu, '')
  .replace(/<[^>]*>/gu, '')
  .replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/giu, character)
