/** In the child: the texts of a document, looked through for 密级标志 and for what they tell of persons. What is found is kept; the texts are not. */
import { readFile } from 'node:fs/promises'
import WordExtractor, { type WordDocument } from 'word-extractor'
import { findPersonalIn } from '#core/announcement/personal-data'
import type { DocumentFacts } from '#core/materials/facts'
import { findMarkings, isMarked } from '#core/secrecy/find-markings'
import type { Marking } from '#core/secrecy/marking'
import { bytesSource } from '#media/byte-source'
import { everyOfficeText } from '#media/text/every-office-text'
import { officeTexts } from '#media/text/office-texts'
import { readPdfPages } from './pdfium'
import { readPdfWithHidden } from './pdfium-hidden'

/** A dossier's paper has tens of pages; a book of evidence has hundreds. */
const most = { pages: 3000, characters: 6_000_000 } as const
/** Told to people: more of them say no more. */
const MOST_TOLD = 12

export const markingsOf = async (path: string, facts: DocumentFacts): Promise<Marking[]> => {
  if (facts.encrypted) return []
  const bytes = await readFile(path)
  const found = await lookThrough(bytes, facts.format).catch(() => [])
  // Sure ones first, so that the limit cuts none of them off.
  return found.toSorted((a, b) => Number(a.strength === 'warn') - Number(b.strength === 'warn')).slice(0, MOST_TOLD)
}

/** What the texts of a document tell of persons: also hidden sheets, comments, headers, properties. */
export const personalOf = async (path: string, facts: DocumentFacts, stated: readonly string[]): Promise<Pick<DocumentFacts, 'personal' | 'unseen'>> => {
  if (facts.encrypted) return { personal: [] }
  const { texts, unseen } = await allTexts(await readFile(path), facts.format).catch((): Texts => ({ texts: [], unseen: 'whole' }))
  const hits = findPersonalIn(texts, stated)
  const personal = [...new Set(hits.map((h) => h.kind))].map((kind) => { const own = hits.filter((h) => h.kind === kind); return { kind, times: own.length, shown: own[0]!.shown } })
  return { personal, ...(unseen !== undefined && { unseen }) }
}

interface Texts { readonly texts: readonly string[]; readonly unseen?: NonNullable<DocumentFacts['unseen']> }
const allTexts = async (bytes: Buffer, format: DocumentFacts['format']): Promise<Texts> => {
  if (format === 'docx' || format === 'xlsx') return { texts: await everyOfficeText(bytesSource('', bytes)) }
  if (format === 'doc') return { texts: await wordTexts(bytes) }
  if (format !== 'pdf') return { texts: runsOf(bytes), unseen: 'old' }
  const read = await readPdfWithHidden(bytes, most)
  if (read.state !== 'open') return { texts: [], unseen: 'whole' }
  const blank = read.pages.flatMap((text, i) => (/[\p{L}\p{N}]/u.test(text) ? [] : [i + 1]))
  return { texts: [...read.pages, ...(read.beside ?? []), ...propertiesOf(bytes)], ...(blank.length > 0 && { unseen: blank }) }
}

/** Properties as XML (XMP) stand in the clear, so that every program finds them. */
const propertiesOf = (bytes: Buffer): string[] => [...bytes.toString('utf8').matchAll(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/gu)].map(([xml]) => xml.replace(/<[^>]*>/gu, '\n'))

const lookThrough = async (bytes: Buffer, format: DocumentFacts['format']): Promise<Marking[]> => {
  if (format === 'pdf') {
    const read = await readPdfPages(bytes, most)
    return read.state === 'open' ? findMarkings(read.pages) : []
  }
  if (format === 'docx' || format === 'xlsx') return findMarkings(await officeTexts(bytesSource('', bytes)), false)
  const told = format === 'doc' ? findMarkings(await wordTexts(bytes), false) : []
  return isMarked(told) ? told : [...told, ...inRaw(bytes)]
}

const wordTexts = async (bytes: Buffer): Promise<string[]> => {
  // Its types forget the comments.
  const word = await new WordExtractor().extract(bytes) as WordDocument & { getAnnotations(as: object): string }
  const as = { filterUnicode: false }
  return [word.getBody(as), word.getHeaders({ ...as, includeFooters: true }), word.getFootnotes(as), word.getEndnotes(as), word.getTextboxes({ ...as, includeHeadersAndFooters: true }), word.getAnnotations(as)].filter((t) => t.trim() !== '')
}

/** Strings of an old Excel file, as far as they stand in the clear: numbers typed as numbers do not. */
const runsOf = (bytes: Buffer): string[] => [bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le'), bytes.toString('latin1')].flatMap((text) => text.match(/[\p{Script=Han}\w（）()：:，。、@.\- \u3000]{6,400}/gu) ?? [])

/** Old Excel files, and what is left of Word: their strings stand as UTF-16 at even or odd places. Without the words around it, only a star or 密级 is sure. */
const inRaw = (bytes: Buffer): Marking[] => [0, 1].flatMap((from) => {
  const runs = bytes.subarray(from).toString('utf16le').match(/[\p{Script=Han}★☆＊*\d（）()：:，。、 \u3000]{2,200}/gu) ?? []
  return findMarkings([runs.filter((r) => /密/u.test(r)).join('\n')], false).filter((m) => m.strength === 'block' && /★|密级/u.test(m.shown))
}).slice(0, 1)
