import type { AnswerOf } from '#contract/operation'
import type { readPublicVote } from '#contract/operations/public-votes'

export type PublicVote = AnswerOf<typeof readPublicVote>
