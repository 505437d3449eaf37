/** What is written into a picture beside its pixels: EXIF, XMP, comments, chunks of text. */
import { latin, u16be, u32be } from './byte-window'

/** A global of browsers and of Node. */
declare const TextDecoder: new (encoding?: string) => { decode(bytes: Uint8Array): string }

/** APPn and COM, as far as the pixels. */
const ofJpeg = (bytes: Uint8Array): Uint8Array[] => {
  const out: Uint8Array[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
    const [code, length] = [bytes[at + 1] ?? 0, u16be(bytes, at + 2)]
    if ((code >= 0xe1 && code <= 0xef) || code === 0xfe) out.push(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + Math.max(2, length)
  }
  return out
}
const ofPng = (bytes: Uint8Array): Uint8Array[] => {
  const out: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = u32be(bytes, at)
    if (/^(?:tEXt|iTXt|eXIf)$/u.test(latin(bytes, at + 4, at + 8))) out.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return out
}

/** Nobody says in which encoding; each is tried from both kinds of places, and what reads as words is kept once. */
const readings = (bytes: Uint8Array): string[] => [new TextDecoder().decode(bytes), new TextDecoder('gb18030').decode(bytes), ...['utf-16le', 'utf-16be'].flatMap((encoding) => [0, 1].map((from) => new TextDecoder(encoding).decode(bytes.subarray(from))))]
const WORDS = /[\p{Script=Han}\p{Nd}A-Za-z（）()：:，,。、@+.\-–—\s\u200b-\u200d\u3000/＠]{6,}/gu

export const pictureWords = (bytes: Uint8Array): string => [...new Set((bytes[0] === 0xff ? ofJpeg(bytes) : ofPng(bytes)).flatMap(readings).flatMap((text) => text.match(WORDS) ?? []))].join('\n')
