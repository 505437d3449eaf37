import type { AnswerOf } from '#contract/operation'
import type { readObjection } from '#contract/operations/objections'

/** One objection as office and supervisor read it. */
export type Objection = AnswerOf<typeof readObjection>
