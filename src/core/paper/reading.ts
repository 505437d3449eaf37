/** What was read off the pages of one file, and nothing more: `src/media/paper` makes it, the core judges it. */
import type { PageCode } from './page-code'

/** How a mark lies in its file: within the scan, a picture laid on it, a note (批注), the picture of an electronic signature (电子签章), drawn in lines. */
export type SealLayer = 'scan' | 'picture' | 'annotation' | 'signature' | 'drawn'

/** A round red mark. A hint for people: no program can say that a seal is genuine. */
export interface SealMark {
  /** Centre and radius as shares of the page's width and height, the page upright. */
  readonly x: number
  readonly y: number
  /** Share of the page's width. */
  readonly radius: number
  /** 0–1: how much of its ring was found. */
  readonly share: number
  /** Part of it lies beyond the edge of the page. */
  readonly cut: boolean
  /** Absent: the file does not tell (a photograph), or it was read before this program looked. */
  readonly layer?: SealLayer
}

/** A stretch of text on one line; places are shares of the page's width and height, the page upright. */
export interface PlacedText { readonly text: string; readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Where a code of ours lies on the upright page: what was printed is found again from it, whatever the scanner cut off or added. */
export interface CodeMark {
  /** Its middle, as shares of the page's width and height. */
  readonly x: number
  readonly y: number
  /** Length of its side, share of the page's width. */
  readonly side: number
  /** How far the page still leans clockwise. */
  readonly degrees: number
}

/** Where words stood on a page when it was printed: from the same content, by the product. */
export interface PrintedPlace {
  /** As the page's code carries it. */
  readonly contentHash: string
  readonly page: number
  /** The words of the place. */
  readonly words: string
  readonly box: Box
  readonly ratio: number
  readonly mark: CodeMark | null
}
/** Shares of the page's width and height. */
export interface Box { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export interface PageRead {
  /** Its place in the file, from 1. */
  readonly number: number
  /** false: it could not be drawn, or the time was over. */
  readonly looked: boolean
  /** Codes of ours on it; several where one picture shows several pages. */
  readonly codes: readonly PageCode[]
  /** Quarter turns clockwise that bring it upright, as far as its code tells. */
  readonly turns: 0 | 1 | 2 | 3
  readonly seals: readonly SealMark[]
  /** false: a scan in black and white or grey, on which no seal is red. */
  readonly colour: boolean
  /** Width by height, upright. Absent here and below: read before this program looked. */
  readonly ratio?: number
  /** Its first code of ours; null: none. */
  readonly mark?: CodeMark | null
  /** Its text layer, where it speaks of a seal. */
  readonly texts?: readonly PlacedText[]
  /** It carries text that can be compared. */
  readonly hasText: boolean
}

export interface PaperReading {
  /** `unreadable`: the reader was stopped or gave up. */
  readonly state: 'read' | 'unreadable'
  /** Pages in the file; more than `pages` holds where there were too many to look at. */
  readonly count: number
  readonly pages: readonly PageRead[]
  /** Of those of its pages that the product printed from what holds. */
  readonly places?: readonly PrintedPlace[]
}

export const unreadablePaper: PaperReading = { state: 'unreadable', count: 0, pages: [] }
