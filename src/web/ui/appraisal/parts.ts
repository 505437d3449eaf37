/** The parts of an appraisal in the order they are done, each with its step and how it stands. */
import { partsOf, stepsFor } from '#core/appraisal/steps'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { AppraisalOwner } from '#core/appraisal/record'
import type { AppraisalPart, RecordedStep } from '#core/rules/step-record'

export interface PartPlace { readonly part: AppraisalPart | 'conclusion'; readonly step: RecordedStep | null }
export const placesOf = (definition: ResolvedDefinition, owner: AppraisalOwner): PartPlace[] => [
  ...stepsFor(definition, owner).flatMap((step) => partsOf(step).map((part): PartPlace => ({ part, step }))), { part: 'conclusion', step: null },
]
export const addressOfPart = ({ part, step }: PartPlace): string => `?part=${part}${step === null ? '' : `&step=${step.id}`}`
export const placeAt = (places: readonly PartPlace[], search: URLSearchParams): PartPlace | undefined => places.find((p) => p.part === search.get('part') && (p.step?.id ?? null) === search.get('step'))
