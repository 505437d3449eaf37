import type { Facts } from '#core/materials/facts'
import type { Box } from '#core/paper/reading'
import type { Wanted } from '#media/read-facts'
import type { ReadSheet } from '../sheets/read-sheet'
import type { PaperRead } from '../paper/read-paper'
import type { ProgramEnd, ProgramOrder } from '../programs/program'
import type { FormOrder, FormOutcome } from './form-job'
import type { NoticeOutcome, NoticeSource } from './notice-job'

/** A piece of a page, shares of it once it was turned upright by so many quarters clockwise. */
export interface PagePart extends Box { readonly turns: number }

/** A poster of `width` × `height` pixels: `under` and `over` are SVGs of that size, `box` is where the picture stands. */
export interface PosterOrder {
  readonly picture: string
  readonly width: number
  readonly height: number
  readonly ground: string
  readonly under: string | null
  readonly over: string
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly lean: readonly [number, number]
  /** 1: as much of it as the box shows. */
  readonly zoom: number
  /** The office's own, beneath and above all else; boxes in pixels. */
  readonly background: string | null
  readonly emblem: { readonly path: string; readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } } | null
  /** Where words stand on the picture, and what darkens it there: paler than `least`, and nothing is made. */
  readonly measure: { readonly shade: string; readonly behind: readonly { readonly x: number; readonly y: number; readonly w: number; readonly h: number }[]; readonly least: number } | null
  /** Null: it is only measured. */
  readonly to: string | null
  /** `jpeg`: the picture in its box alone, for print. */
  readonly as: 'png' | 'jpeg'
}
/** `background`: as wide as a 4K screen, JPEG; `emblem`: small, PNG with what is transparent in it. */
export interface ArtOrder { readonly path: string; readonly to: string; readonly as: 'background' | 'emblem' }
/** `low`, `high`: the darkest and lightest hundredth of red, green, blue. */
export interface ArtMade { readonly width: number; readonly height: number; readonly low: readonly [number, number, number]; readonly high: readonly [number, number, number] }
export interface PosterMade { readonly contrast: number | null; readonly bytes: number }

/** What a child is asked and what it answers. Bytes of previews go through a file: pipes stay small. */
export type Job =
  | { readonly kind: 'facts'; readonly path: string; readonly name: string; readonly want: Wanted }
  | { readonly kind: 'preview'; readonly path: string; readonly to: string }
  /** A picture for a public page, at most so many pixels wide; for the press as JPEG. */
  | { readonly kind: 'rendition'; readonly path: string; readonly to: string; readonly width: number; readonly as?: 'jpeg' }
  /** `page` of a PDF, from 1; null: it is a picture. `part` of a page alone. */
  | { readonly kind: 'view'; readonly path: string; readonly to: string; readonly page: number | null; readonly part?: PagePart }
  | { readonly kind: 'notice'; readonly from: NoticeSource }
  /** `to`: the folder for its small pictures. */
  | { readonly kind: 'paper'; readonly path: string; readonly to: string }
  | { readonly kind: 'poster'; readonly order: PosterOrder }
  | { readonly kind: 'art'; readonly order: ArtOrder }
  /** SVG of ours as PNG. */
  | { readonly kind: 'drawing'; readonly svg: string; readonly to: string }
  | { readonly kind: 'form'; readonly order: FormOrder }
  | { readonly kind: 'sheet'; readonly path: string }
  /** The one kind that tells something before it answers. */
  | { readonly kind: 'program'; readonly order: ProgramOrder }
export type Answer =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'preview'; readonly made: boolean }
  | { readonly kind: 'rendition'; readonly made: { readonly width: number; readonly height: number } | null }
  | { readonly kind: 'notice'; readonly outcome: NoticeOutcome }
  | { readonly kind: 'paper'; readonly read: PaperRead }
  | { readonly kind: 'poster'; readonly made: PosterMade }
  | { readonly kind: 'art'; readonly made: ArtMade | null }
  | { readonly kind: 'drawing'; readonly bytes: number }
  | { readonly kind: 'form'; readonly outcome: FormOutcome }
  | { readonly kind: 'sheet'; readonly read: ReadSheet }
  | { readonly kind: 'program'; readonly end: ProgramEnd }
  /** The disk failed, not the file. */
  | { readonly kind: 'failed'; readonly reason: string }
