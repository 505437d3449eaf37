/** What the page of units was told. */
import type { AnswerOf } from '#contract/operation'
import type { listOrganisations } from '#contract/operations/organisations'

type Listed = AnswerOf<typeof listOrganisations>
export type Organisation = Listed['organisations'][number]
/** What the quotas of the office's campaigns have to know of a unit. */
export type Needed = Listed['needed']
