/** What a juror's pages are made of, as the server answers it. */
import type { AnswerOf } from '#contract/operation'
import type { readBallot, readCandidate } from '#contract/operations/jury'

export type Ballot = AnswerOf<typeof readBallot>
export type Candidate = AnswerOf<typeof readCandidate>
