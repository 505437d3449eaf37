/** How each kind of rule is recognised in a notice: its sentence → the rule's parameters, as far as the words state them. */
import type { RuleKind } from '../rule'
import { recogniseCategories } from './category'
import { recogniseDeclarations } from './declaration'
import type { Recogniser, RuleDraft } from './draft'
import { recogniseDuties } from './duty'
import { recogniseMaterialRules } from './material-draft'
import { recogniseProcedureSteps } from './procedure-step'
import { recognisePublicNotices } from './public-notice'
import { recogniseAgeRules } from './age-draft'
import { recogniseDeadlineRules, recogniseDueDates } from './due-draft'
import { recogniseChannels, recogniseMemberships, recognisePlaces, recognisePreferences, recogniseRequiredHonours, recogniseSeniorities } from './person-drafts'
import { recogniseProportionRules } from './proportion-draft'
import { recogniseQuotaRules } from './quota-draft'
import { recogniseExclusionRules, recognisePriorHonours } from './who-draft'
import { recogniseCorrections, recogniseObjections, recognisePrizes, recogniseSanctions } from './after-selection'
import { recogniseJuries } from './jury'
import { recogniseOpinions } from './opinion'
import { recogniseBurdens, recognisePublicity, recogniseReportsBack } from './publicity'
import { recogniseRoundRules } from './round-draft'
import type { Found, Page } from './page'
import { recogniseStages } from './stage'
import { usualBurdens, usualDueDates, usualJuries, usualPlacesUpward, usualPublicity, usualReports, usualSpreads } from './usual-demands'

/** What a kind's own recogniser reads, and what notices usually say of it without numbers. */
const and = <D>(own: (page: Page) => readonly Found<D>[], usual: (page: Page, read: readonly Found<D>[]) => readonly Found<D>[]) => (page: Page): readonly Found<D>[] => {
  const read = own(page)
  return [...read, ...usual(page, read)]
}

/** Kinds that no sentence of a notice states (fields of a form) have none. */
export const recognisers: { readonly [K in RuleKind]?: Recogniser<K> } = {
  quota: and(recogniseQuotaRules, usualPlacesUpward), deadline: recogniseDeadlineRules, dueDate: and(recogniseDueDates, usualDueDates), exclusion: recogniseExclusionRules, priorHonour: recognisePriorHonours, age: recogniseAgeRules,
  proportion: recogniseProportionRules, membership: recogniseMemberships, seniority: recogniseSeniorities, place: recognisePlaces, requiredHonour: recogniseRequiredHonours, preference: and(recognisePreferences, usualSpreads), channel: recogniseChannels,
  material: recogniseMaterialRules, procedureStep: recogniseProcedureSteps, duty: recogniseDuties, publicNotice: recognisePublicNotices, stage: recogniseStages, category: recogniseCategories, declaration: recogniseDeclarations,
  round: recogniseRoundRules, jury: and(recogniseJuries, usualJuries), opinion: recogniseOpinions, correction: recogniseCorrections, objection: recogniseObjections, sanction: recogniseSanctions, prize: recognisePrizes, publicity: and(recognisePublicity, usualPublicity), reportBack: and(recogniseReportsBack, usualReports), burden: and(recogniseBurdens, usualBurdens),
}

/** Everything that one office's text states, kind by kind; within a kind as its recogniser orders it. */
export const recogniseRules = (page: Page): Found<RuleDraft>[] =>
  Object.values(recognisers as Record<string, Recogniser<RuleKind>>).flatMap((recognise) => recognise(page))
