import { latin } from './byte-window'
import { inflate } from './inflate'

/** The objects of a PDF as they lie in its bytes, the latest of each number; what damaged tables say of them is not believed, and no filter but Flate is opened. */

/** Guard of the machine: how much of the packed objects and pages is unpacked. */
const unpackBytes = 32 * 1024 * 1024

export interface PdfObject {
  readonly dictionary: string
  /** Where its stream lies. */
  readonly stream: { readonly from: number; readonly to: number } | null
}

export interface PdfObjects {
  readonly encrypted: boolean
  get(number: number): PdfObject | undefined
  /** Dictionaries and everything between streams, in the order of the file, unpacked objects after the piece that packs them. */
  readonly pieces: readonly string[]
  /** Content of a stream; null where its filter is not opened or the file unpacks to too much. */
  read(object: PdfObject): Promise<string | null>
  /** A stream's bytes as they lie there; null where there is none, or the file is encrypted. */
  raw(object: PdfObject): Uint8Array | null
}

/** Streams are passed over, so that chance bytes of pictures are not taken for names. */
const segments = function* (text: string): Generator<{ readonly piece: string; readonly from: number; readonly to: number }> {
  const opening = />>\s*stream\r?\n/g
  let at = 0
  for (let hit = opening.exec(text); hit; hit = opening.exec(text)) {
    const from = hit.index + hit[0].length
    const found = text.indexOf('endstream', from)
    const to = found < 0 ? text.length : found
    yield { piece: text.slice(at, from), from, to }
    at = to
    opening.lastIndex = to
  }
  yield { piece: text.slice(at), from: text.length, to: text.length }
}

const numbered = /(?:^|[^\d])(\d{1,10})\s+\d{1,5}\s+obj\b/g

/** Objects named in one piece between streams; the last of them owns the stream that follows. */
const objectsIn = (piece: string, stream: PdfObject['stream']): [number, PdfObject][] => {
  const heads = [...piece.matchAll(numbered)]
  return heads.map((head, n): [number, PdfObject] => {
    const begin = head.index + head[0].length
    const next = heads[n + 1]?.index ?? piece.length
    const end = piece.indexOf('endobj', begin)
    const dictionary = piece.slice(begin, end < 0 || end > next ? next : end)
    return [Number(head[1]), { dictionary, stream: n === heads.length - 1 && (end < 0 || end > next) ? stream : null }]
  })
}

/** Objects packed in a stream (ISO 32000-1, 7.5.7): numbers and offsets first. */
const packedObjects = (dictionary: string, content: string): [number, PdfObject][] => {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0)
  const numbers = content.slice(0, first).trim().split(/\s+/).map(Number)
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, n): [number, PdfObject] => {
    const [number = 0, offset = 0, next] = [numbers[n * 2], numbers[n * 2 + 1], numbers[n * 2 + 3]]
    return [number, { dictionary: content.slice(first + offset, next === undefined ? undefined : first + next), stream: null }]
  })
}

/** Any letter of a name may be written by its code. */
const encryptName = /\/(?:E|#45)(?:n|#6[eE])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)(?![A-Za-z0-9])/

export const readPdfObjects = async (bytes: Uint8Array): Promise<PdfObjects> => {
  const parts = [...segments(latin(bytes))]
  const encrypted = parts.some(({ piece }) => encryptName.test(piece))
  let left = unpackBytes
  const read = async ({ dictionary, stream }: PdfObject): Promise<string | null> => {
    // The streams of an encrypted file are unreadable without its password.
    if (stream === null || encrypted || left <= 0) return null
    const own = dictionary.replace(/\/DecodeParms\s*<<[^>]*>>/g, '')
    const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(own)?.[1]?.match(/\/\w+/g) ?? []
    if (filters.length === 0) return latin(bytes, stream.from, stream.to)
    if (filters.length > 1 || !/^\/(FlateDecode|Fl)$/.test(filters[0] ?? '')) return null
    const { kept, length } = await inflate(bytes.subarray(stream.from, stream.to), 'deflate', left, left)
    left -= length
    return latin(kept)
  }
  const objects = new Map<number, PdfObject>()
  const pieces: string[] = []
  for (const { piece, from, to } of parts) {
    pieces.push(piece)
    const found = objectsIn(piece, from < bytes.length ? { from, to } : null)
    for (const [number, object] of found) objects.set(number, object)
    const last = found.at(-1)?.[1]
    if (last?.stream == null || !/\/ObjStm\b/.test(last.dictionary)) continue
    const content = await read(last)
    if (content === null) continue
    pieces.push(content)
    for (const [number, object] of packedObjects(last.dictionary, content)) objects.set(number, object)
  }
  const raw = ({ stream }: PdfObject): Uint8Array | null => (stream === null || encrypted ? null : bytes.subarray(stream.from, stream.to))
  return { encrypted, get: (number) => objects.get(number), pieces, read, raw }
}
