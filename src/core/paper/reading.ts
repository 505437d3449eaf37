/** What was read off the pages of one file, and nothing more: `src/media/paper` makes it, the core judges it. */
import type { PageCode } from './page-code'

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
}

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
  /** It carries text that can be compared. */
  readonly hasText: boolean
}

export interface PaperReading {
  /** `unreadable`: the reader was stopped or gave up. */
  readonly state: 'read' | 'unreadable'
  /** Pages in the file; more than `pages` holds where there were too many to look at. */
  readonly count: number
  readonly pages: readonly PageRead[]
}

export const unreadablePaper: PaperReading = { state: 'unreadable', count: 0, pages: [] }
