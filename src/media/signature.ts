import { latin, u32be } from './byte-window'

/** What the first bytes say. `foreign` names a format we can name but do not take. */
export type Signature =
  | { readonly type: 'jpeg' | 'png' | 'webp' | 'heic' | 'gif' | 'bmp' | 'tiff' | 'isoMedia' | 'pdf' | 'zip' | 'ole' }
  | { readonly type: 'foreign'; readonly looksLike: string | null }

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])
const topBoxes = new Set(['moov', 'mdat', 'free', 'wide', 'skip', 'pnot'])

const isoBrand = (head: string, bytes: Uint8Array): Signature | null => {
  const box = head.slice(4, 8)
  if (box === 'ftyp') {
    const brand = head.slice(8, 12)
    if (heicBrands.has(brand)) return { type: 'heic' }
    if (brand === 'avif' || brand === 'avis') return { type: 'foreign', looksLike: 'avif' }
    return { type: 'isoMedia' }
  }
  // QuickTime before 2001 has no ftyp; a box length that cannot be one keeps text out.
  return topBoxes.has(box) && (u32be(bytes, 0) >= 8 || u32be(bytes, 0) <= 1) ? { type: 'isoMedia' } : null
}

const table: readonly (readonly [type: Exclude<Signature['type'], 'foreign'>, test: (head: string) => boolean])[] = [
  ['jpeg', (h) => h.startsWith('\xff\xd8\xff')],
  ['png', (h) => h.startsWith('\x89PNG\r\n\x1a\n')],
  ['webp', (h) => h.startsWith('RIFF') && h.slice(8, 12) === 'WEBP'],
  ['gif', (h) => h.startsWith('GIF87a') || h.startsWith('GIF89a')],
  ['tiff', (h) => h.startsWith('II*\0') || h.startsWith('MM\0*')],
  ['zip', (h) => h.startsWith('PK\x03\x04') || h.startsWith('PK\x05\x06')],
  ['ole', (h) => h.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['bmp', (h) => h.startsWith('BM') && h.slice(6, 10) === '\0\0\0\0'],
]

const foreign: readonly (readonly [looksLike: string, test: (head: string) => boolean])[] = [
  ['svg', (h) => /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^>]*>\s*)?<svg[\s>]/i.test(h)],
  ['html', (h) => /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)/i.test(h)],
  ['avi', (h) => h.startsWith('RIFF') && h.slice(8, 12) === 'AVI '],
  ['mkv', (h) => h.startsWith('\x1a\x45\xdf\xa3')],
  ['wmv', (h) => h.startsWith('\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
  ['flv', (h) => h.startsWith('FLV\x01')],
  ['m3u8', (h) => h.startsWith('#EXTM3U')],
  ['rar', (h) => h.startsWith('Rar!\x1a\x07')],
  ['7z', (h) => h.startsWith('7z\xbc\xaf\x27\x1c')],
  ['gz', (h) => h.startsWith('\x1f\x8b\x08')],
  ['rtf', (h) => h.startsWith('{\\rtf')],
  ['psd', (h) => h.startsWith('8BPS')],
  ['exe', (h) => h.startsWith('MZ')],
]

/** Type of a file by its first bytes (1 KB or more where there are as many), never by its name. */
export const signatureOf = (bytes: Uint8Array): Signature => {
  const head = latin(bytes, 0, 2048)
  const own = table.find(([, test]) => test(head))
  if (own) return { type: own[0] }
  const iso = isoBrand(head, bytes)
  if (iso) return iso
  // A PDF may carry up to 1,024 bytes before its header (ISO 32000-1, implementation note 13).
  if (head.slice(0, 1029).includes('%PDF-')) return { type: 'pdf' }
  return { type: 'foreign', looksLike: foreign.find(([, test]) => test(head))?.[0] ?? null }
}
