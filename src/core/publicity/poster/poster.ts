/** 海报 as data: whose, in which design, with which words. Everything drawn follows from it. */
import { z } from 'zod'
import type { Crop } from './crop'

export const posterDesigns = ['a', 'b', 'c'] as const
export type PosterDesign = (typeof posterDesigns)[number]

export const posterLimits = { lines: 4, line: 40 } as const
export const posterWords = z.array(z.string().trim().max(posterLimits.line)).max(8)

/** The colours a design is drawn in. */
export interface Palette { readonly ground: string; readonly ink: string; /** Units, hosts. */ readonly soft: string; /** The smallest note. */ readonly faint: string; /** Year, rule. */ readonly accent: string; readonly mark: string; readonly ring: string }
/** `veil`: how much of the ground lies over the office's picture, 0 to 1; null: there is none. */
export interface Look { readonly palette: Palette; readonly veil: number | null; /** The office's emblem stands where the rings stand otherwise. */ readonly emblem: boolean }

export interface Poster {
  readonly design: PosterDesign
  readonly name: string
  /** 单位, and what one is there; either may be empty. */
  readonly unit: readonly [employer: string, post: string]
  /** Broken by sense, by the editor. */
  readonly words: readonly string[]
  /** The honour's title, and its year. */
  readonly honour: string
  readonly year: number
  /** In the order in which the notice names them. */
  readonly hosts: readonly string[]
  /** Where the code leads: the person's story. */
  readonly address: string
  /** Invented people: said on the poster. */
  readonly sample: boolean
  /** Of the office's own template; absent: the design's. */
  readonly look?: Look
  /** Absent: as the design has it. */
  readonly crop?: Crop
}

/** Pixels of the picture as it was taken. */
export interface PosterPicture { readonly width: number; readonly height: number; readonly name: string }
