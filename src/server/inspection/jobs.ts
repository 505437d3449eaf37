import type { Facts } from '#core/materials/facts'
import type { NoticeOutcome, NoticeSource } from './notice-job'

/** What a child is asked and what it answers. Bytes of previews go through a file: pipes stay small. */
export type Job =
  | { readonly kind: 'facts'; readonly path: string; readonly name: string; readonly border: boolean }
  | { readonly kind: 'preview'; readonly path: string; readonly to: string }
  | { readonly kind: 'notice'; readonly from: NoticeSource }
export type Answer =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'preview'; readonly made: boolean }
  | { readonly kind: 'notice'; readonly outcome: NoticeOutcome }
  /** The disk failed, not the file. */
  | { readonly kind: 'failed'; readonly reason: string }
