import { text, u32 } from './byte-source'

export type Signature = 'jpeg' | 'png' | 'webp' | 'heic' | 'gif' | 'bmp' | 'tiff' | 'isobmff' | 'pdf' | 'zip' | 'ole' | null

const heif = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'])

/** What a file is, by its first bytes and never by its name. */
export const signatureOf = (head: Uint8Array): Signature => {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (text(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a/.test(text(head, 0, 6))) return 'gif'
  if (text(head, 0, 4) === 'II*\0' || text(head, 0, 4) === 'MM\0*') return 'tiff'
  if (text(head, 0, 4) === 'PK\x03\x04') return 'zip'
  if (u32(head, 0) === 0xd0cf11e0) return 'ole'
  // The header may stand anywhere in the first kilobyte (ISO 32000-1, 7.5.2 and its implementation notes).
  if (text(head, 0, 1024).includes('%PDF-')) return 'pdf'
  const box = text(head, 4, 8)
  if (box === 'ftyp') return heif.has(text(head, 8, 12)) ? 'heic' : 'isobmff'
  if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(box)) return 'isobmff'
  if (text(head, 0, 2) === 'BM') return 'bmp'
  return null
}
