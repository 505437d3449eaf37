/** The code on each printed page: which form, which version, which content, which page. Paper and file are matched by nothing else. */

export interface PageCode {
  /** The form (UUID) the page was printed from: today the nomination. */
  readonly formId: string
  /** Version of what was filled in, counted from 1. */
  readonly version: number
  /** First 20 hexadecimal digits (80 bits) of the SHA-256 of what was filled in. */
  readonly contentHash: string
  /** Which page of how many, counted from 1; null where the program that lays out the pages (Word) is not ours. */
  readonly page: { readonly number: number; readonly of: number } | null
}

export const pageCodeDigits = 20

/**
 * As text. Only characters of the alphanumeric mode of ISO/IEC 18004, 7.4.4: 68 of them fit 33 x 33 modules at level M,
 * so that a code of 18 mm keeps three pixels to a module in a scan of 150 dpi.
 */
export const writePageCode = ({ formId, version, contentHash, page }: PageCode): string =>
  ['XF2', formId.replaceAll('-', ''), version, contentHash.slice(0, pageCodeDigits), ...(page ? [`${page.number}.${page.of}`] : [])].join('-').toUpperCase()

const written = /^XF2-([0-9A-F]{8})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{12})-([1-9]\d{0,5})-([0-9A-F]{20})(?:-([1-9]\d{0,2})\.([1-9]\d{0,2}))?$/

/** What a code says, or null when it is none of ours: a code of another program stands on many papers. */
export const readPageCode = (text: string): PageCode | null => {
  const hit = written.exec(text.trim())
  if (!hit) return null
  const page = hit[8] === undefined ? null : { number: Number(hit[8]), of: Number(hit[9]) }
  if (page && page.number > page.of) return null
  return { formId: hit.slice(1, 6).join('-').toLowerCase(), version: Number(hit[6]), contentHash: (hit[7] ?? '').toLowerCase(), page }
}
