/** 个人申报 (P2): a person comes forward alone; it counts only once the unit has consented under its seal and submits it like its own. */
import { ruleOf, type ResolvedDefinition } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import { askChannel } from '../rules/channels'
import { noAnswers, type Answers } from './form'

/** Who began it. */
export const origins = ['unit', 'self'] as const
export type Origin = (typeof origins)[number]

/** Only where the notice says so: silence is no invitation. */
export const acceptsSelf = (d: Pick<ResolvedDefinition, 'rules'>): boolean => ruleOf(d, 'channel')?.allowed.includes('self') ?? false

/** What speaks against beginning one now. @param end of nominations, with extensions; null: not set */
export const mayApply = (d: Pick<ResolvedDefinition, 'rules'>, { end, now }: { readonly end: Instant | null; readonly now: Instant }): Finding[] => {
  const rule = ruleOf(d, 'channel') ?? null
  if (!acceptsSelf(d)) return [finding({ code: 'apply.notOpen', strength: 'block', rule, what: ['这个活动不接受个人申报', 'This campaign takes no applications by persons themselves'], mend: ['请向所在单位提出，由单位推荐。', 'Turn to your unit, which may nominate you.'] })]
  return end !== null && now >= end ? [finding({ code: 'apply.late', strength: 'block', rule, what: ['申报已经截止', 'Applications have closed'], mend: ['请留意下一次活动。', 'Look out for the next campaign.'] })] : []
}

/** What is known from the start: by which channel it came. */
export const selfAnswers = (): Answers => ({ ...noAnswers, properties: { [askChannel('self').id]: true } })

/** That it came by the person alone is a fact, and no answer of the unit's. */
export const withOrigin = (origin: Origin, answers: Answers): Answers => (origin === 'self' ? { ...answers, properties: { ...answers.properties, [askChannel('self').id]: true } } : answers)
