/** A line of the register as the pages have it. */
import type { AnswerOf } from '#contract/operation'
import type { readRegister } from '#contract/operations/honours'

export type RegisteredRow = AnswerOf<typeof readRegister>['rows'][number]
