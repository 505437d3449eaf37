import { text, type ByteSource } from './byte-source'

const PART = 4 << 20

/** Whether a PDF ends, is encrypted, or does something when opened (ISO 32000-1, 7.5.5, 7.6, 12.6.4). Read by its names, not by running it. */
export const readPdf = async (source: ByteSource): Promise<{ ends: boolean; encrypted: boolean; active: boolean; pages: number }> => {
  let encrypted = false
  let active = false
  let pages = 0
  let tail = ''
  for (let at = 0; at < source.size; at += PART) {
    const part = tail + text(await source.read(at, PART))
    encrypted ||= /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(part)
    active ||= /\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b/.test(part.replace(/#([0-9a-f]{2})/gi, (_, h: string) => String.fromCharCode(parseInt(h, 16))))
    pages += (part.slice(tail.length === 0 ? 0 : tail.length - 20).match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length
    tail = part.slice(-200)
  }
  return { ends: text(await source.read(Math.max(0, source.size - 2048), 2048)).includes('%%EOF'), encrypted, active, pages }
}
