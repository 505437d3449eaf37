/** What the room is made of, as the server answers it. */
import type { AnswerOf } from '#contract/operation'
import type { readRound } from '#contract/operations/jury'

export type Round = AnswerOf<typeof readRound>
