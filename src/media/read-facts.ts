import type { Facts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import type { HostDecoders } from './host-decoders'
import { readImage } from './image'
import { readOle } from './ole'
import { readPdf } from './pdf'
import { signatureOf, type Signature } from './signature'
import { Unreadable, unreadableFacts } from './unreadable'
import { readZipDocument } from './zip-documents'

/** What to measure beside the usual. */
export interface Wanted {
  /** Ground colour along the border of a picture. */
  readonly border?: boolean
  /** Faces on a portrait. */
  readonly faces?: boolean
  /** What a document tells of persons, but for what the notice states; looked for where everybody will open it. */
  readonly personal?: { readonly stated: readonly string[] }
}

type Reader = (source: ByteSource, host: HostDecoders, want: Wanted) => Promise<Facts>

const image = (format: Parameters<typeof readImage>[1]): Reader => (source, host, want) => readImage(source, format, host, { border: want.border ?? false, faces: want.faces ?? false })

const readers: Record<Exclude<Signature['type'], 'foreign'>, Reader> = {
  jpeg: image('jpeg'),
  png: image('png'),
  webp: image('webp'),
  heic: image('heic'),
  gif: image('gif'),
  bmp: image('bmp'),
  tiff: image('tiff'),
  // The reader of films is as large as all others together: whoever looks at pictures and papers does without it.
  isoMedia: async (source) => (await import('./video')).readVideo(source),
  pdf: (source, host) => readPdf(source, host),
  zip: (source) => readZipDocument(source),
  ole: (source) => readOle(source),
}

/**
 * Turns bytes into facts, by the bytes and never by the name. A damaged or hostile file gives `unreadable` facts;
 * only a failing disk or network (an error of `source.read` itself) is thrown, because that says nothing about the file.
 */
export const readFacts = async (source: ByteSource, host: HostDecoders, want: Wanted = {}): Promise<Facts> => {
  if (source.size === 0) return unreadableFacts(source, 'empty', null)
  let failed: { readonly error: unknown } | null = null
  const watched: ByteSource = {
    name: source.name,
    size: source.size,
    read: (offset, length) =>
      source.read(offset, length).catch((error: unknown) => {
        failed = { error }
        throw error
      }),
  }
  const signature = signatureOf(await source.read(0, 4096))
  if (signature.type === 'foreign') return unreadableFacts(source, 'unknown', signature.looksLike)
  try {
    return await readers[signature.type](watched, host, want)
  } catch (error) {
    const io = failed as { readonly error: unknown } | null
    if (io) throw io.error
    if (error instanceof Unreadable) return unreadableFacts(source, error.why, error.looksLike ?? signature.type)
    return unreadableFacts(source, 'broken', signature.type)
  }
}
