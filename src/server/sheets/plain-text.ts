/** Bytes of a plain text file → text, in the encodings that offices save in. */
export type TextEncoding = 'UTF-8' | 'GB18030' | 'UTF-16LE'

/** @returns null when the bytes are a text in none of them. A byte order mark is not part of the text. */
export const decodeText = (bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16LE' }
  for (const [label, encoding] of [['utf-8', 'UTF-8'], ['gb18030', 'GB18030']] as const) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes)
      return text.includes('\u0000') ? null : { text, encoding }
    } catch { continue }
  }
  return null
}
