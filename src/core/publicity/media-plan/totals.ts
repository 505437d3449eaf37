/** Sums of the media plan by kind and level of channel, in the declared order: never by number, never of people or units. */
import { channelKinds, channelLevels, type ChannelKind, type ChannelLevel } from './channel'
import { isShown, itemStates, isToRecall, type ItemState, type KeptItem } from './item'

export interface MediaSum extends Readonly<Record<ItemState, number>> {
  /** Out, and nothing shows it. */
  readonly unshown: number
  readonly toRecall: number
  /** Out and called back since. */
  readonly recalled: number
  /** Of those that are out and have a number. */
  readonly reach: number
  readonly reachOf: number
}
export type Counted = KeptItem & { readonly kind: ChannelKind; readonly level: ChannelLevel }
export const noMedia: MediaSum = { planned: 0, ready: 0, out: 0, cancelled: 0, unshown: 0, toRecall: 0, recalled: 0, reach: 0, reachOf: 0 }

const sumKeys = Object.keys(noMedia) as (keyof MediaSum)[]
export const sumOf = (items: readonly Counted[]): MediaSum => {
  const sum: Record<keyof MediaSum, number> = { ...noMedia }
  for (const i of items) {
    sum[i.state]++
    if (isToRecall(i)) sum.toRecall++
    if (i.state !== 'out') continue
    if (!isShown(i)) sum.unshown++
    if (i.recalledAt !== null) sum.recalled++
    if (i.reach !== null) { sum.reach += i.reach; sum.reachOf++ }
  }
  return sum
}
export const plusMedia = (a: MediaSum, b: MediaSum): MediaSum => Object.fromEntries(sumKeys.map((k) => [k, a[k] + b[k]])) as unknown as MediaSum
/** 项: planned, ready and out; what was cancelled is told apart. */
export const standing = (s: MediaSum): number => itemStates.reduce((n, state) => n + (state === 'cancelled' ? 0 : s[state]), 0)

export interface MediaTotals { readonly all: MediaSum; readonly byKind: readonly { readonly kind: ChannelKind; readonly sum: MediaSum }[]; readonly byLevel: readonly { readonly level: ChannelLevel; readonly sum: MediaSum }[] }
/** A kind or level without items has no line. */
export const totalsOf = (items: readonly Counted[]): MediaTotals => ({
  all: sumOf(items),
  byKind: channelKinds.flatMap((kind) => { const own = items.filter((i) => i.kind === kind); return own.length === 0 ? [] : [{ kind, sum: sumOf(own) }] }),
  byLevel: channelLevels.flatMap((level) => { const own = items.filter((i) => i.level === level); return own.length === 0 ? [] : [{ level, sum: sumOf(own) }] }),
})
