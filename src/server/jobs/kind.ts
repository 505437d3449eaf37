import type { Services } from '../services'
import type { Deed } from '../store/ledger'
import type { Transaction } from '../store/database'

export interface Claimed { readonly id: string; readonly kind: string; readonly campaignId: string; readonly payload: unknown }

/** One kind of job, in steps small enough to be done again: what a step wrote and how far the job is commit together. */
export interface JobKind {
  readonly kind: string
  /** Does the next part; how many items it dealt with, none when there is nothing left. */
  readonly step: (tx: Transaction, job: Claimed, services: Services) => Promise<number>
  /** What the ledger says of it in the end; absent where the act that began it has said all, null where nothing came of it. */
  readonly deed?: (tx: Transaction, job: Claimed) => Promise<Deed | null>
  /** Its steps are long: it has a lane of its own, and nobody waits behind it who does not read files too. */
  readonly long?: boolean
  /** 截止模式: it can wait until a deadline is over, and does. */
  readonly heavy?: boolean
  /** Steps of other jobs come between its own. */
  readonly takesTurns?: boolean
  /** Nothing to do now, but there will be in so many seconds; null: it is done. */
  readonly rest?: (tx: Transaction, job: Claimed) => Promise<number | null>
}
