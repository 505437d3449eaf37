/** What the pages of the plan share: the answer's types, and how an item stands in one word. */
import type { readMediaItem, readMediaPlan } from '#contract/operations/media'
import type { AnswerOf } from '#contract/operation'
import { pressingOf, type Pressing } from '#core/publicity/media-plan/due'
import type { StateKind } from '../../ui/state'

export type Plan = AnswerOf<typeof readMediaPlan>
export type Entry = Plan['items'][number]
export type OneItem = AnswerOf<typeof readMediaItem>

export const baseOf = (campaignId: string): string => `/office/c/${campaignId}/media`
export const renews = ['media.plan', 'media.item', 'media.materials']

const stateKinds = { planned: 'none', ready: 'half', out: 'ok', cancelled: 'none' } as const satisfies Record<Entry['state'], StateKind>
const pressKinds = { recall: 'block', overdue: 'warn', unshown: 'warn', soon: 'wait' } as const satisfies Record<Pressing, StateKind>
/** What presses comes before where it stands. */
export const standOf = (i: Entry, today: string): { readonly kind: StateKind; readonly key: `press.${Pressing}` | `state.${Entry['state']}` | 'recalled' } => {
  const pressing = pressingOf(i, today)
  if (pressing !== null) return { kind: pressKinds[pressing], key: `press.${pressing}` }
  return i.recalledAt !== null ? { kind: 'none', key: 'recalled' } : { kind: stateKinds[i.state], key: `state.${i.state}` }
}
