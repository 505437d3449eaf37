import type { ImageFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'

/** What a host's own decoder says about a picture. */
export interface DecodedImage {
  /** Decoded to the last row without a warning. */
  readonly ok: boolean
  /** Pixels as displayed. */
  readonly width: number
  readonly height: number
  readonly border: ImageFacts['border']
}

/** What only the host can do: decoding pixels and laying out PDF. Everything else about a file is read by this room's own code. */
export interface HostDecoders {
  /** null: this host does not decode that format. */
  decodeImage(source: ByteSource, format: ImageFacts['format'], want: { readonly border: boolean }): Promise<DecodedImage | null>
  /** Pages of a PDF; null: the host's reader refuses the file. */
  countPdfPages?(source: ByteSource): Promise<number | null>
}

/** For a host that decodes nothing: only structure is read. */
export const noDecoders: HostDecoders = { decodeImage: () => Promise.resolve(null) }
