/** One gate as it stands today, for one nomination or for all before it. */
import type { AnswerOf } from '#contract/operation'
import { readGate } from '#contract/operations/gates'
import type { Gate } from '#core/nomination/gate-names'
import { useRead } from '../../api/use-operation'

export type GateStanding = AnswerOf<typeof readGate>
export type GateItem = GateStanding['items'][number]
export interface Passing { readonly gate: Gate; readonly passage?: string }

export const useGate = (campaignId: string, { gate, passage = '' }: Passing, nominationId?: string, enabled = true) =>
  useRead(readGate, { params: { campaignId }, query: { gate, passage, ...(nominationId !== undefined && { nominationId }) } }, { enabled })
