/** What the server found before issuing: the shape every part of the page is given. */
import type { AnswerOf } from '#contract/operation'
import type { beforeIssuing } from '#contract/operations/campaigns'

export type Looked = AnswerOf<typeof beforeIssuing>
