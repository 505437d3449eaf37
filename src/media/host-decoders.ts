import type { FaceMark, ImageFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import type { Square } from './enlarged'

/** What a host's own decoder says about a picture. */
export interface DecodedImage {
  /** Decoded to the last row without a warning. */
  readonly ok: boolean
  /** Pixels as displayed. */
  readonly width: number
  readonly height: number
  readonly border: ImageFacts['border']
  /** Brightness of each square that was asked for, row by row; absent where the host could not look. */
  readonly squares?: readonly Uint8Array[]
  /** Absent or null: not looked at. */
  readonly faces?: readonly FaceMark[] | null
}

/** What to measure while the pixels are there. */
export interface WantedPixels {
  readonly border: boolean
  /** `detectFaces` on the picture, no larger than it wants it. */
  readonly faces: boolean
  /** In pixels as displayed. */
  readonly squares: readonly Square[]
}

/** What only the host can do: decoding pixels and laying out PDF. Everything else about a file is read by this room's own code. */
export interface HostDecoders {
  /** null: this host does not decode that format. */
  decodeImage(source: ByteSource, format: ImageFacts['format'], want: WantedPixels): Promise<DecodedImage | null>
  /** Pages of a PDF; null: the host's reader refuses the file. */
  countPdfPages?(source: ByteSource): Promise<number | null>
}

/** For a host that decodes nothing: only structure is read. */
export const noDecoders: HostDecoders = { decodeImage: () => Promise.resolve(null) }
