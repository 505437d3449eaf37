/** In the child: a notice's file, or words pasted instead, to its text and then to facts; the times are told apart. */
import { readFile } from 'node:fs/promises'
import WordExtractor from 'word-extractor'
import type { Finding } from '#core/kernel/finding'
import { asksSomething } from '#core/notice/about-campaign'
import type { NoticeReading } from '#core/notice/facts'
import { readNotice } from '#core/notice/read-notice'
import { findMarkings } from '#core/secrecy/find-markings'
import { markedForAll } from '#core/secrecy/say'
import type { NoticeText, TextHost } from '#media/text/extracted'
import { noticeText, pastedText } from '#media/text/notice-text'
import { otherSubject } from '#media/text/refusals'
import { readPdfPages } from './pdfium'

/** A notice as it was read. */
export interface NoticeRead extends NoticeText {
  readonly reading: NoticeReading
  readonly milliseconds: { readonly extraction: number; readonly reading: number }
}
export type NoticeOutcome = { readonly ok: true; readonly notice: NoticeRead } | { readonly ok: false; readonly finding: Finding }
export type NoticeSource = { readonly path: string } | { readonly text: string }

/** The parsers this process lends to the reading of text. */
export const textHost: TextHost = {
  readPdfPages,
  readWord: async (bytes) => {
    const word = await new WordExtractor().extract(Buffer.from(bytes))
    // Its own conversion would turn Chinese quotes into straight ones.
    const as = { filterUnicode: false }
    return { body: word.getBody(as), notes: [word.getFootnotes(as), word.getEndnotes(as)].filter((t) => t.trim() !== '').join('\n'), boxes: word.getTextboxes({ ...as, includeHeadersAndFooters: false }) }
  },
}

/** @throws when the file cannot be read from our own disk, which says nothing about the file */
export const readNoticeSource = async (from: NoticeSource): Promise<NoticeOutcome> => {
  const begun = performance.now()
  const extracted = 'text' in from ? pastedText(from.text) : await noticeText(await readFile(from.path), textHost)
  if (!extracted.ok) return extracted
  const { notice } = extracted
  const [marked] = markedForAll(findMarkings([notice.text], false))
  if (marked !== undefined) return { ok: false, finding: marked }
  const between = performance.now()
  const reading = readNotice(notice.text)
  const milliseconds = { extraction: between - begun, reading: performance.now() - between }
  return { ok: true, notice: { ...notice, warnings: asksSomething(reading.facts) ? notice.warnings : [...notice.warnings, otherSubject()], reading, milliseconds } }
}
