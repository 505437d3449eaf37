/** What was read out of bytes, and nothing more. `src/media` makes these in browser, server and command line; the core judges them. */
export type Facts = ImageFacts | VideoFacts | DocumentFacts | UnreadableFacts

interface Common {
  /** Size in bytes. */
  readonly bytes: number
  /** Name as the person gave it. */
  readonly name: string
}

export interface ImageFacts extends Common {
  readonly kind: 'image'
  /** By its bytes, never by its name. */
  readonly format: 'jpeg' | 'png' | 'webp' | 'heic' | 'gif' | 'bmp' | 'tiff'
  /** Pixels as displayed (after EXIF orientation). */
  readonly width: number
  readonly height: number
  /** The host decoded it to the end without a warning; null where no host could decode this format. */
  readonly decodes: boolean | null
  /** Bytes after the end of the image proper; padding a small photo to 2 MB shows here. */
  readonly trailingBytes: number
  /** Ground colour of a portrait by border statistics; null when not asked for or not decodable. */
  readonly border: { readonly colour: 'red' | 'white' | 'blue' | 'other'; /** 0–1 of border pixels in that colour. */ readonly share: number } | null
}

export interface VideoFacts extends Common {
  readonly kind: 'video'
  readonly container: 'mp4' | 'mov' | 'other'
  readonly codec: string | null
  /** Display size, after rotation. */
  readonly width: number
  readonly height: number
  readonly seconds: number
  readonly hasSound: boolean
  /** The last packet can be read; false: cut off. */
  readonly complete: boolean
}

export interface DocumentFacts extends Common {
  readonly kind: 'document'
  readonly format: 'pdf' | 'docx' | 'doc' | 'xlsx' | 'xls'
  /** Pages where the format says (PDF); null otherwise. */
  readonly pages: number | null
  /** Characters of the text without spaces, where the format lets itself be counted (Word since 2007); absent otherwise. */
  readonly characters?: number
  readonly encrypted: boolean
  /** PDF with script, launch action or embedded file; Word or Excel with macros. */
  readonly active: boolean
}

export interface UnreadableFacts extends Common {
  readonly kind: 'unreadable'
  /** `empty`: no byte; `unknown`: no format we know; `broken`: begins like `looksLike` and cannot be read; `bomb`: unpacks to far more than allowed; `damaged`: it was sound when it was stored and is not any more. */
  readonly why: 'empty' | 'unknown' | 'broken' | 'bomb' | 'damaged'
  readonly looksLike: string | null
}
