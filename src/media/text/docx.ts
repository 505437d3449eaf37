/** A Word file since 2007 → its text. Directory, relations and macros are looked at before any part of the text is unpacked. */
import type { Finding } from '#core/kernel/finding'
import type { ByteSource } from '../byte-source'
import { inflate } from '../inflate'
import { outsideLinks, type OutsideLink } from '../outside-links'
import { Unreadable } from '../unreadable'
import { readZipDirectory, type ZipEntry } from '../zip-directory'
import { packedBytes, zipKind } from '../zip-documents'
import { Numbering } from './docx-numbering'
import { readStory } from './docx-story'
import { decodeGuessing } from './encoding'
import { noticeLimits } from './extracted'
import { hiddenText, locked, macros, otherKind, outside, Refused, trackedChanges } from './refusals'

type Parts = (name: string) => Promise<string>

export const readDocx = async (source: ByteSource): Promise<{ text: string; warnings: Finding[] }> => {
  const entries = await readZipDirectory(source)
  const kind = zipKind(new Set(entries.map((e) => e.name)))
  if (kind !== 'docx') throw new Refused(otherKind(kind))
  if (entries.some((e) => e.encrypted)) throw new Refused(locked('docx'))
  const links = await linksOutside(source, entries)
  if (links.length > 0) throw new Refused(outside(links))
  if (entries.some((e) => /vbaProject\.bin$|\/macrosheets\//i.test(e.name))) throw new Refused(macros())
  return readParts(async (name) => {
    const entry = entries.find((e) => e.name === name)
    return entry === undefined ? '' : partText(source, entry)
  })
}

const readParts = async (part: Parts): Promise<{ text: string; warnings: Finding[] }> => {
  const numbering = new Numbering(await part('word/numbering.xml'), await part('word/styles.xml'))
  const stories = []
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) stories.push(readStory(await part(name), numbering))
  return {
    text: stories.map((s) => s.lines.join('\n')).filter((t) => t.trim() !== '').join('\n\n'),
    warnings: [...(stories.some((s) => s.tracked) ? [trackedChanges()] : []), ...(stories.some((s) => s.hidden) ? [hiddenText()] : [])],
  }
}

/** Held to the size the directory declared, and that to what a notice can need. */
const partBytes = async (source: ByteSource, entry: ZipEntry): Promise<Uint8Array> => {
  if (entry.unpacked > noticeLimits.partBytes) throw new Unreadable('bomb', 'docx')
  const packed = await packedBytes(source, entry, 'docx')
  if (entry.method !== 0 && entry.method !== 8) throw new Unreadable('broken', 'docx')
  const { kept, length, whole } = entry.method === 0 ? { kept: packed, length: packed.length, whole: true } : await inflate(packed, 'deflate-raw', entry.unpacked, entry.unpacked)
  if (!whole || length !== entry.unpacked) throw new Unreadable('broken', 'docx')
  return kept
}
const partText = async (source: ByteSource, entry: ZipEntry): Promise<string> => decodeGuessing(await partBytes(source, entry))?.text ?? ''

const linksOutside = async (source: ByteSource, entries: readonly ZipEntry[]): Promise<OutsideLink[]> => {
  const links: OutsideLink[] = []
  for (const entry of entries.filter((e) => e.name.toLowerCase().endsWith('.rels'))) links.push(...outsideLinks(await partBytes(source, entry)))
  return links
}
