/** What a level tightens and adds beside the form's own questions: a smaller quota, further requirements. As rules, whole. */
import { nominationQuota, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { adoptRule } from '#core/campaign/overlay'
import type { RawRule as WholeRule } from '#core/notice/draft/draft-definition'
import type { OfficeDecision } from '#core/rules/rule-base'
import type { RawRule } from '../new/plan-draft'

export interface OwnRules { quota: string; duties: string; /** Any other rule, said anew or added; its ground is the form's. */ others: readonly WholeRule[] }
export const noOwnRules: OwnRules = { quota: '', duties: '', others: [] }

const whole = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text) : null)
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)
/** The first number from which on no id of that kind is taken. */
const freeFrom = (d: ResolvedDefinition, stem: string): number => d.rules.reduce((n, r) => (r.id.startsWith(stem) ? Math.max(n, Number(r.id.slice(stem.length)) || 0) : n), 0) + 1

export const restated = (rule: ResolvedRule, basis: OfficeDecision, change: RawRule): RawRule => ({ ...adoptRule(rule, basis), ...change })

/** @param standing where ids are taken already: what the level said before */
export const ownRules = (of: ResolvedDefinition, own: OwnRules, basis: OfficeDecision, level: number, standing: ResolvedDefinition = of): RawRule[] => {
  const [quota, max] = [nominationQuota(of), whole(own.quota)]
  const stem = `own-duty-${level}-`
  const from = freeFrom(standing, stem)
  return [
    ...(quota === undefined || max === null ? [] : [restated(quota, basis, { max })]),
    ...own.others.map((rule): RawRule => ({ ...rule, basis })),
    ...linesOf(own.duties).map((line, i): RawRule => ({ id: `${stem}${from + i}`, kind: 'duty', subject: 'report', text: { zh: line, en: line }, basis })),
  ]
}
