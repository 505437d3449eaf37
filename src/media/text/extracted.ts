/** What reading a notice's file comes to, and what a host lends to it. */
import type { Finding } from '#core/kernel/finding'

export type NoticeFileKind = 'docx' | 'doc' | 'pdf' | 'html' | 'text'

/** The text of one file, with what the reader of it should know. */
export interface NoticeText {
  readonly kind: NoticeFileKind
  /** Of HTML and plain text: the encoding that was taken. */
  readonly encoding: string | null
  readonly text: string
  /** Of strength `warn` or `note`: what was left out, taken on trust or cannot be known. */
  readonly warnings: readonly Finding[]
}
export type ExtractedNotice = { readonly ok: true; readonly notice: NoticeText } | { readonly ok: false; readonly finding: Finding }

/** The stories of a Word file before 2007. */
export interface WordStories {
  readonly body: string
  readonly notes: string
  readonly boxes: string
}
export type PdfPages = { readonly state: 'locked' | 'broken' } | { readonly state: 'open'; readonly count: number; /** The first pages, as many as the limits let. */ readonly pages: readonly string[] }

/** Parsers that only a host has. Each is given bytes that were looked at before, within the limits. */
export interface TextHost {
  /** @throws when the file is no sound Word document */
  readWord(bytes: Uint8Array): Promise<WordStories>
  readPdfPages(bytes: Uint8Array, most: { readonly pages: number; readonly characters: number }): Promise<PdfPages>
}

/** Guards of the machine, and what can still be a notice: 5 MB of file, 500 pages, some 500 pages of characters. */
export const noticeLimits = { bytes: 5 * 1024 * 1024, pages: 500, characters: 300_000, partBytes: 24 * 1024 * 1024 } as const
