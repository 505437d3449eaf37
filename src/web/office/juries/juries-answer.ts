/** What the page of juries is made of, as the server answers it. */
import type { AnswerOf } from '#contract/operation'
import type { readJuries } from '#contract/operations/juries'

export type Juries = AnswerOf<typeof readJuries>
export type Member = Juries['general'][number]
export type DrawOf = Juries['draws'][number]
