/** In which of the five stages of a campaign (动员 to 学习) people meet a kind of rule: pages show a definition in this order, stage by stage. The parts of a notice (campaign/headings) are another order: quotas and dates stand together there, and the whole procedure of a unit apart from whom it may nominate. */
import type { Words } from '../kernel/finding'
import { ruleKinds, type RuleKind } from './rule'

export const stagesOfCampaign = ['mobilise', 'nominate', 'select', 'publicise', 'study'] as const
export type StageOfCampaign = (typeof stagesOfCampaign)[number]

export const sayStageOfCampaign: Readonly<Record<StageOfCampaign, Words>> = {
  mobilise: { zh: '广泛动员', en: 'Mobilise' },
  nominate: { zh: '组织推荐', en: 'Nominate' },
  select: { zh: '遴选发布', en: 'Select and announce' },
  publicise: { zh: '集中宣传', en: 'Publicise' },
  study: { zh: '深入学习', en: 'Study' },
}

/** What holds from the first day on for everybody stands under the first stage. */
const stageOf: Readonly<Record<RuleKind, StageOfCampaign>> = {
  stage: 'mobilise', quota: 'mobilise', deadline: 'mobilise', dueDate: 'mobilise', burden: 'mobilise', duty: 'mobilise',
  channel: 'nominate', age: 'nominate', membership: 'nominate', seniority: 'nominate', place: 'nominate', requiredHonour: 'nominate', priorHonour: 'nominate', preference: 'nominate', proportion: 'nominate',
  exclusion: 'nominate', declaration: 'nominate', category: 'nominate', formField: 'nominate', material: 'nominate', procedureStep: 'nominate', opinion: 'nominate', correction: 'nominate',
  jury: 'select', round: 'select', publicNotice: 'select', objection: 'select', sanction: 'select', prize: 'select',
  publicity: 'publicise', reportBack: 'study',
}

/** The stages for which something of these kinds is there, each with its kinds in the order of the table. */
export const kindsByStage = (present: (kind: RuleKind) => boolean): { readonly stage: StageOfCampaign; readonly kinds: readonly RuleKind[] }[] =>
  stagesOfCampaign.map((stage) => ({ stage, kinds: ruleKinds.filter((k) => stageOf[k] === stage && present(k)) })).filter((s) => s.kinds.length > 0)
