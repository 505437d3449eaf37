/** What the unit asked other offices for: read once for all places of a page that show it. */
import type { AnswerOf } from '#contract/operation'
import { listOpinions } from '#contract/operations/opinions'
import { isIssuedElsewhere } from '#core/appraisal/opinion-request'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { useRead } from '../api/use-operation'
import type { NominationContext } from './reading'

export type Opinions = AnswerOf<typeof listOpinions>
export type Request = Opinions['requests'][number]

const asks = (definition: ResolvedDefinition): boolean => rulesOf(definition, 'material').some(isIssuedElsewhere)

export const useOpinions = ({ nomination, campaign }: NominationContext): Opinions | undefined => useRead(listOpinions, { params: { nominationId: nomination.id } }, { enabled: asks(campaign.definition) }).data

/** Who holds a material up: the newest of those that were asked for it and have not answered. */
export const awaitedFor = (opinions: Opinions | undefined, materialId: string): Request | undefined =>
  opinions?.requests.find((r) => r.materialId === materialId && (r.standing === 'asked' || r.standing === 'opened' || r.standing === 'overdue'))
