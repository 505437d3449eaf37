/** What the page behind a letter's link is told. */
import type { AnswerOf } from '#contract/operation'
import type { lookAtLetter } from '#contract/operations/organ-links'

export type Letter = AnswerOf<typeof lookAtLetter>
