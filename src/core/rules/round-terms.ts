/** What a round can say: everything a declared voting rule needs. The count of today is by approval; what cannot be run yet is refused when a campaign opens (`review/runnable`). */
import { z } from 'zod'
import type { Rested } from './case'
import { methodTerms, score } from './round-methods'
import { fraction, ruleBase, slug, words } from './rule-base'

/** 评审轮: one round of the selection; frozen when it opens. */
export const round = z.strictObject({
  ...ruleBase,
  kind: z.literal('round'),
  name: words,
  method: z.enum(['approval', 'score', 'rank', 'publicVote']),
  ballot: z.enum(['secret', 'named']),
  /** 法定人数: jurors present against jurors entitled. */
  quorum: z.strictObject({ share: fraction, inclusive: z.boolean(), /** A juror recused from every candidate is not counted as entitled. */ recusedLeaveBase: z.boolean().optional() }),
  /** 通过票: approvals against the base; a recused juror leaves the base of that candidate when `recusedLeaveBase`. */
  threshold: z.strictObject({ share: fraction, inclusive: z.boolean(), base: z.enum(['entitled', 'present', 'cast']), /** Of 'cast', which ballots: 发出、收回、有效; absent: jurors who voted. */ cast: z.enum(['issued', 'returned', 'valid']).optional(), recusedLeaveBase: z.boolean() }),
  /** 获奖名额 of this round, or of its shortlist. */
  places: z.int().min(1),
  /** Approvals a ballot may hold; null: no limit. */
  maxApprovals: z.int().min(1).nullable().default(null),
  /** It opens only when this one is closed. */
  after: slug.optional(),
  /** 差额: more candidates than places, by at least so many; 等额: just as many. */
  surplus: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('more'), atLeast: z.int().min(1).default(1), /** 差额比例, of the places, rounded up. */ share: fraction.optional() }), z.strictObject({ kind: z.literal('equal') })]).optional(),
  /** Groups or classes judged apart, each with its own places (分组、分类入围数). */
  groups: z.array(z.strictObject({ id: slug, name: words, places: z.int().min(1), /** Approvals a ballot may give in this group. */ most: z.int().min(1).optional(), /** What stands in the form of those who belong to it; absent: its id or name. */ of: z.array(z.string().min(1)).min(1).optional() })).min(1).optional(),
  /** The field of the form that says who belongs to which; absent: the category. */
  groupedBy: z.string().min(1).optional(),
  /** 盲评: what of a candidate the jury does not see. */
  blind: z.array(z.enum(['name', 'place', 'unit'])).min(1).optional(),
  /** Of what the result is made up, in per cent. */
  weights: z.array(z.strictObject({ of: words, percent: z.int().min(1).max(100), /** The earlier round whose points this part is; the one part without it is this round's own. */ round: slug.optional() })).min(2).optional(),
  score: score.optional(),
  publicVote: z.strictObject({
    /** Votes of one account on one day, and in all. */
    perDay: z.int().min(1).optional(), inAll: z.int().min(1).optional(),
    /** Votes of one network address on one day. */
    perAddress: z.int().min(1).optional(),
    /** Of one account for one candidate. */
    perCandidate: z.int().min(1).optional(),
    /** How many candidates one vote names. */
    least: z.int().min(1).optional(), most: z.int().min(1).optional(),
  }).optional(),
  /** 答辩: who presents, and for how long. */
  defence: z.strictObject({ of: words, minutes: z.int().min(1).optional() }).optional(),
  /** 同票: the jury settles it (also when nothing is said), votes again, all go through, or votes within each group decide. */
  tie: z.enum(['jury', 'again', 'all', 'withinGroups']).optional(),
  /** Rounds with which it shares no juror. */
  disjointFrom: z.array(slug).min(1).optional(),
  /** 公开计票. */
  countedInPublic: z.boolean().optional(),
  ...methodTerms,
})
export type Round = z.infer<typeof round>
export type RoundRule = Rested<Round>
