/** The code of a printed page, drawn, and the line that a person reads beside it. */
import QRCode from 'qrcode'
import { writePageCode, type PageCode } from '#core/paper/page-code'

export type Marked = Omit<PageCode, 'page'>

/** Side of the printed code. 18 mm is the least that a scan of 150 dpi reads whole. */
export const CODE_MM = 19

const grouped = (text: string): string => text.slice(0, 8).toUpperCase().replace(/(.{4})(?=.)/u, '$1 ')
/** What somebody compares by eye, or reads out on the telephone. */
export const readableMark = (m: Marked): string => `${grouped(m.formId)} · 第 ${m.version} 版 · ${grouped(m.contentHash)}`

const drawn = { errorCorrectionLevel: 'M' as const, margin: 0 }
/** One for each page of so many. */
export const pageCodes = (m: Marked, of: number): Promise<string[]> =>
  Promise.all(Array.from({ length: of }, (_, i) => QRCode.toString(writePageCode({ ...m, page: { number: i + 1, of } }), { ...drawn, type: 'svg' })))
/** For a file whose pages another program lays out; whole pixels to a module, so that no edge is grey. */
export const fileCode = (m: Marked): Promise<Buffer> => QRCode.toBuffer(writePageCode({ ...m, page: null }), { ...drawn, scale: 10 })
