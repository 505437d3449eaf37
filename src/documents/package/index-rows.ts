/** What the index of a package says: of a nomination, and of each of its files. In Chinese, as the people who open it read it. */
import { lackWords, type Lack } from '#core/package/layout'

export interface NominationAbout {
  readonly unit: string
  readonly candidate: string
  readonly employer: string
  readonly state: string
  /** 0: there is no form. */
  readonly version: number
  readonly submittedAt: number | null
  readonly folder: string
  /** 纸质：已收 2 / 应收 3；光盘已收 */
  readonly paper: string
}
export interface FileAbout {
  /** 材料名, or what it is where the product made it. */
  readonly what: string
  /** The name it came with; empty for what the product made. */
  readonly original: string
  readonly receivedAt: number | null
  /** Findings that stand, worst first. */
  readonly findings: readonly string[]
  /** 已收 1 / 应收 2; empty where no paper is due. */
  readonly paper: string
}
export interface IndexFile { readonly path: string; readonly bytes: number; readonly sha256: string; readonly lack: Lack | null; readonly about: FileAbout }
export interface IndexNomination { readonly ordinal: number; readonly about: NominationAbout; readonly files: readonly IndexFile[] }
export interface IndexHead { /** 推荐材料, 荣誉证书 */ readonly what: string; readonly campaign: string; readonly madeFor: string; readonly at: number; readonly nominations: number; readonly files: number; readonly bytes: number; readonly lacking: number; readonly keptDays: number }

export const sayIn = (lack: Lack | null): string => (lack === null ? '已装入' : lackWords[lack].zh)
