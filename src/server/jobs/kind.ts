import type { Services } from '../services'
import type { Deed } from '../store/ledger'
import type { Transaction } from '../store/database'

/** `campaignId` is empty for work that belongs to no campaign. */
export interface Claimed { readonly id: string; readonly kind: string; readonly campaignId: string; readonly payload: unknown }

/** Jobs whose steps are long wait for their like alone: `files` are read and packed, `films` converted. */
export type LaneName = 'short' | 'files' | 'films'

/** One kind of job, in steps small enough to be done again: what a step wrote and how far the job is commit together. */
export interface JobKind<Brought = undefined> {
  readonly kind: string
  /** Absent: the short one, where nobody waits long. */
  readonly lane?: LaneName
  /** Work of minutes, for which no transaction stands open: done before each step, which writes down what it brought. Done again when it was cut off. */
  outside?(job: Claimed, services: Services, signal: AbortSignal): Promise<Brought>
  /** Does the next part; how many items it dealt with, none when there is nothing left. */
  step(tx: Transaction, job: Claimed, services: Services, brought?: Brought): Promise<number>
  /** What the ledger says of it in the end; absent where the act that began it has said all, null where nothing came of it. */
  deed?(tx: Transaction, job: Claimed, brought?: Brought): Promise<Deed | null>
  /** 截止模式: it can wait until a deadline is over, and does. */
  readonly heavy?: boolean
  /** Steps of other jobs come between its own. */
  readonly takesTurns?: boolean
  /** Nothing to do now, but there will be in so many seconds; null: it is done. */
  rest?(tx: Transaction, job: Claimed): Promise<number | null>
}
