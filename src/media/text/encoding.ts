/** Bytes of plain text → text, in the encodings that offices save in. */
declare const TextDecoder: new (label: string, options?: { readonly fatal?: boolean }) => { decode(bytes: Uint8Array): string }

export type TextEncoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE'
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** false: another encoding is possible too. */
  readonly sure: boolean
  /** Some bytes are no character in it. */
  readonly damaged: boolean
}

const attempt = (bytes: Uint8Array, label: string): string | null => {
  try { return new TextDecoder(label, { fatal: true }).decode(bytes) } catch { return null }
}
const withoutNul = (text: string | null): string | null => (text?.includes('\u0000') === true ? null : text)
const marked = (bytes: Uint8Array): TextEncoding | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF-16LE' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16BE' : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'UTF-8' : null

/** @returns null when the bytes are no text for certain in any of them. A byte order mark is not part of the text. */
export const decodeText = (bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | null => {
  const mark = marked(bytes)
  if (mark !== null && mark !== 'UTF-8') return { text: new TextDecoder(mark).decode(bytes), encoding: mark }
  for (const encoding of ['UTF-8', 'GB18030'] as const) {
    const text = attempt(bytes, encoding)
    if (text !== null) return text.includes('\u0000') ? null : { text, encoding }
  }
  return null
}

/** The 3,755 characters that GB 2312 put first because they are common: what Chinese text is made of in the right encoding, and hardly in a wrong one. */
const common: ReadonlySet<string> = new Set(new TextDecoder('gb18030').decode(Uint8Array.from({ length: 2 * 40 * 94 }, (_, i) => (i % 2 === 0 ? 0xb0 + Math.floor(i / 188) : 0xa1 + ((i >> 1) % 94)))))

/** Share, among the characters beyond ASCII, of those that a notice is made of; over the first pages. ASCII looks the same in every encoding and tells nothing. */
const likely = (text: string): number => {
  const telling = Array.from(text.slice(0, 50_000)).filter((c) => !((c >= ' ' && c <= '~') || c === '\n' || c === '\r' || c === '\t'))
  const usual = telling.filter((c) => common.has(c) || (c >= '\u3000' && c <= '\u303f') || (c >= '\uff01' && c <= '\uff5e') || '“”‘’…—·〇\u00a0'.includes(c))
  return telling.length === 0 ? 1 : usual.length / telling.length
}
/** Chinese prose scores 0.9 and more in its own encoding; bytes by chance or read wrongly stay below a half. */
const [certain, possible] = [0.85, 0.65] as const

/** As `decodeText`, but where no encoding is certain the likeliest is taken and said to be unsure; null for what is no text in any. */
export const decodeGuessing = (bytes: Uint8Array): DecodedText | null => {
  const mark = marked(bytes)
  if (mark !== null) {
    const text = new TextDecoder(mark).decode(bytes)
    return checked({ text, encoding: mark, sure: true, damaged: text.includes('\ufffd') })
  }
  const utf8 = withoutNul(attempt(bytes, 'UTF-8'))
  // A few words in GB18030 may be sound UTF-8 as well (“联通” is): the characters tell.
  if (utf8 !== null && likely(utf8) >= possible) return checked({ text: utf8, encoding: 'UTF-8', sure: true, damaged: false })
  const gb = withoutNul(attempt(bytes, 'GB18030'))
  if (gb !== null && likely(gb) >= certain) return { text: gb, encoding: 'GB18030', sure: utf8 === null, damaged: false }
  if (utf8 !== null) return checked({ text: utf8, encoding: 'UTF-8', sure: true, damaged: false })
  const guesses = (['UTF-8', 'GB18030', 'UTF-16LE', 'UTF-16BE'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, encoding, sure: false, damaged: text.includes('\ufffd'), likely: likely(text) }
  })
  const best = guesses.reduce((a, b) => (b.likely > a.likely ? b : a))
  return best.likely < possible ? null : checked({ text: best.text, encoding: best.encoding, sure: best.encoding.startsWith('UTF-16') && !best.damaged && best.likely >= certain, damaged: best.damaged })
}

/** Control characters by the dozen belong to programs, not to letters. */
const checked = (decoded: DecodedText): DecodedText | null => {
  // eslint-disable-next-line no-control-regex
  const controls = decoded.text.slice(0, 100_000).match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g)?.length ?? 0
  return controls > Math.max(2, Math.min(decoded.text.length, 100_000) / 200) ? null : decoded
}
