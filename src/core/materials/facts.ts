import type { PersonalKind } from '../announcement/personal-data'
import type { Marking } from '../secrecy/marking'

/**
 * What was read out of bytes, and nothing more. `src/media` makes these in browser, server and command line; the core judges them.
 * Members that may be absent were not measured when a file was received before this program measured them; nothing is concluded from that.
 */
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
  /** Bytes of notes and profiles inside the picture's file (JPEG): no picture either. */
  readonly metadataBytes?: number
  /** Ground colour of a portrait by border statistics; null when not asked for or not decodable. */
  readonly border: { readonly colour: 'red' | 'white' | 'blue' | 'other'; /** 0–1 of border pixels in that colour. */ readonly share: number } | null
  /** How it lies, 1–8 as EXIF counts; 1: as it is shown. */
  readonly orientation?: number
  readonly colour?: Colour
  /** More than one frame; a viewer may show another than the one that was judged. */
  readonly animated?: boolean
  /** Its EXIF says where it was taken. */
  readonly place?: boolean
  /** Enlarged by a program, as far as its spectrum tells: a hint. null: not measured (compressed too hard, too small, too plain, not decodable). */
  readonly enlarged?: boolean | null
  /** Faces of a portrait, largest first: a hint for people. null: not looked at (no portrait, not decodable, the host could not). */
  readonly faces?: readonly FaceMark[] | null
}

/** One face, as far as a small network tells; places are shares of the picture as displayed. */
export interface FaceMark {
  /** Centre of the box from brow to chin. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** 0–1: how sure. */
  readonly score: number
  /** Where the nose stands between the ears: 0 looks straight on, −1 and 1 at an ear. */
  readonly aside: number
  /** Degrees clockwise by which the line of the eyes is tilted. */
  readonly tilt: number
}

/** How a picture stores its colours. */
export interface Colour {
  readonly model: 'rgb' | 'gray' | 'cmyk'
  /** Bits of one channel. */
  readonly bits: number
  /** Description of the embedded colour profile; null: none. */
  readonly profile: string | null
}

export interface VideoFacts extends Common {
  readonly kind: 'video'
  readonly container: 'mp4' | 'mov' | 'other'
  readonly codec: string | null
  /** Display size, after rotation. */
  readonly width: number
  readonly height: number
  readonly seconds: number
  /** Frames a second over its first frames, to a hundredth; null where they cannot be counted. */
  readonly fps?: number | null
  readonly hasSound: boolean
  /** Coding of its sound; null: none, or one without a name. */
  readonly sound?: string | null
  /** A wider range of brightness than screens of old show, and by which curve; null: the ordinary one. */
  readonly range?: 'hlg' | 'pq' | null
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
  /** What makes it active, each once. */
  readonly holds?: readonly Holding[]
  /** PDF: sizes of its pages as they are shown, in millimetres, most frequent first. */
  readonly pageSizes?: readonly { readonly width: number; readonly height: number; readonly pages: number }[]
  /** PDF: pages with text that can be selected, and pages with a picture; null where they cannot be told (encrypted). */
  readonly textPages?: number | null
  readonly picturePages?: number | null
  /** PDF: pages, from 1, with a picture coded in a way that this product draws as white paper; absent where there are none. */
  readonly undrawnPages?: readonly number[]
  /** PDF: how often it was saved, the first time included; more than once: later changes lie behind the first version. */
  readonly revisions?: number
  /** Excel: sheets, and how many of them are hidden. */
  readonly sheets?: { readonly all: number; readonly hidden: number }
  /** Word: what a reader may not see and others may find: changes tracked, comments, hidden text. */
  readonly marks?: readonly ('changes' | 'comments' | 'hidden')[]
  /** 密级标志 in its text; absent where none was found or the host does not read texts. */
  readonly markings?: readonly Marking[]
  /** Where it was asked for: what it tells of persons, each kind with how often and its first. */
  readonly personal?: readonly { readonly kind: PersonalKind; readonly times: number; readonly shown: string }[]
  /** Where it was looked through for persons: pages without a letter a machine can read; 'old': a format read in part alone; 'whole': nothing of it could be read. */
  readonly unseen?: readonly number[] | 'old' | 'whole'
}
/** Kinds of content that act on the machine of whoever opens the file. */
export type Holding = 'script' | 'launch' | 'embedded' | 'dynamicForm' | 'macro' | 'object' | 'outside' | 'dde'

export interface UnreadableFacts extends Common {
  readonly kind: 'unreadable'
  /** `empty`: no byte; `unknown`: no format we know; `broken`: begins like `looksLike` and cannot be read; `bomb`: unpacks to far more than allowed; `damaged`: it was sound when it was stored and is not any more. */
  readonly why: 'empty' | 'unknown' | 'broken' | 'bomb' | 'damaged'
  readonly looksLike: string | null
}
