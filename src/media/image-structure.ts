import type { Colour } from '#core/materials/facts'

/** What the container of a picture says before anybody decodes a pixel. */
export interface ImageStructure {
  /** Pixels as displayed; 0 where only a decoder can say. */
  readonly width: number
  readonly height: number
  /** false: the file stops before the image does. */
  readonly ends: boolean
  /** Bytes after the end of the image proper. */
  readonly trailingBytes: number
  readonly metadataBytes?: number
  readonly orientation?: number
  readonly colour?: Colour
  readonly animated?: boolean
  readonly place?: boolean
  /** Compressed so gently that its fine detail is the picture's own. Absent: it hides nothing. */
  readonly gentle?: boolean
}
