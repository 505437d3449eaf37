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

/** Kinds that no sentence of a notice states (fields of a form) have none. */
export const recognisers: { readonly [K in RuleKind]?: Recogniser<K> } = {
  quota: recogniseQuotaRules, deadline: recogniseDeadlineRules, dueDate: recogniseDueDates, exclusion: recogniseExclusionRules, priorHonour: recognisePriorHonours, age: recogniseAgeRules,
  proportion: recogniseProportionRules, membership: recogniseMemberships, seniority: recogniseSeniorities, place: recognisePlaces, requiredHonour: recogniseRequiredHonours, preference: recognisePreferences, channel: recogniseChannels,
  material: recogniseMaterialRules, procedureStep: recogniseProcedureSteps, duty: recogniseDuties, publicNotice: recognisePublicNotices, stage: recogniseStages, category: recogniseCategories, declaration: recogniseDeclarations,
  round: recogniseRoundRules, jury: recogniseJuries, opinion: recogniseOpinions, correction: recogniseCorrections, objection: recogniseObjections, sanction: recogniseSanctions, prize: recognisePrizes, publicity: recognisePublicity, reportBack: recogniseReportsBack, burden: recogniseBurdens,
}

/** Everything that one office's text states, kind by kind; within a kind as its recogniser orders it. */
export const recogniseRules = (page: Page): Found<RuleDraft>[] =>
  Object.values(recognisers as Record<string, Recogniser<RuleKind>>).flatMap((recognise) => recognise(page))
