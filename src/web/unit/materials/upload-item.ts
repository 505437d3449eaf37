/** One file on its way: from the hand of the person to the store, or back with what has to be mended. */
import type { Facts } from '#core/materials/facts'
import type { Finding } from '#core/kernel/finding'
import type { Problem } from '#contract/shapes'
import type { MaterialFile } from '../reading'

/**
 * inspecting → choose (which material?) → refused | waiting → sending ⇄ paused → checking → kept | refused.
 * `stopped`: the way broke and retries ran out. `left`: begun before a reload, the file has to be chosen again.
 */
export type Phase = 'inspecting' | 'choose' | 'refused' | 'waiting' | 'sending' | 'paused' | 'checking' | 'kept' | 'stopped' | 'left'

export interface UploadItem {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly lastModified: number
  readonly file: File | null
  readonly facts: Facts | null
  readonly materialId: string | null
  /** Materials it may be, best first. */
  readonly candidates: readonly string[]
  readonly phase: Phase
  readonly sent: number
  readonly secondsLeft?: number
  readonly findings: readonly Finding[]
  readonly problem: Problem | null
  readonly uploadId: string | null
  readonly url: string | null
  readonly kept: MaterialFile | null
  /** What the page made it of, in words for people; it cannot be chosen again from the disk. */
  readonly madeFrom: string | null
  /** Sent as it is for the server to convert; it becomes no material by itself. */
  readonly toConvert: boolean
}

/** Phases in which a file counts towards the most files of its material. */
export const underWay = (item: UploadItem): boolean => ['waiting', 'sending', 'paused', 'checking'].includes(item.phase)

/** The same file chosen again: by what a browser tells without reading it. */
export const sameFile = (item: Pick<UploadItem, 'name' | 'bytes' | 'lastModified'>, file: File): boolean =>
  item.name === file.name && item.bytes === file.size && item.lastModified === file.lastModified

export const beginItem = (key: string, file: File, materialId: string | null, madeFrom: string | null): UploadItem => ({
  key, name: file.name, bytes: file.size, lastModified: file.lastModified, file, facts: null, materialId, candidates: materialId === null ? [] : [materialId], phase: 'inspecting', sent: 0, findings: [], problem: null, uploadId: null, url: null, kept: null, madeFrom, toConvert: false,
})
