/** 封单: a file named by its SHA-256 before its bytes have come. */
import type { Instant } from '../kernel/instant'

export interface SealedFile {
  readonly materialId: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** What is before this instant may still arrive; null: it is not submitted yet. */
  readonly until: Instant | null
  readonly arrivedAt: Instant | null
}

/** Whether its bytes may still come. */
export const mayArrive = (f: Pick<SealedFile, 'until' | 'arrivedAt'>, at: Instant): boolean => f.arrivedAt === null && (f.until === null || at < f.until)
