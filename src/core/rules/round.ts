import { z } from 'zod'
import { fraction, ruleBase, words } from './rule-base'

/** 评审轮: one round of the jury by approval vote, everything the count needs; frozen when the round opens. */
export const round = z.strictObject({
  ...ruleBase,
  kind: z.literal('round'),
  name: words,
  method: z.literal('approval'),
  ballot: z.enum(['secret', 'named']),
  /** 法定人数: jurors present against jurors entitled. */
  quorum: z.strictObject({ share: fraction, inclusive: z.boolean() }),
  /** 通过票: approvals against the base; a recused juror leaves the base of that candidate when `recusedLeaveBase`. */
  threshold: z.strictObject({ share: fraction, inclusive: z.boolean(), base: z.enum(['entitled', 'present', 'cast']), recusedLeaveBase: z.boolean() }),
  /** 获奖名额 of this round. */
  places: z.int().min(1),
  /** Approvals a ballot may hold; null: no limit. */
  maxApprovals: z.int().min(1).nullable().default(null),
})
export type Round = z.infer<typeof round>
