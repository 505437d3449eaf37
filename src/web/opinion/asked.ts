/** What the page behind a link is told. */
import type { AnswerOf } from '#contract/operation'
import type { lookAtOpinion } from '#contract/operations/opinions'

export type Look = AnswerOf<typeof lookAtOpinion>
export type Asked = NonNullable<Look['asked']>
