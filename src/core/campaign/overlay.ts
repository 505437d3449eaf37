/** How an office makes its own campaign of a definition that is there: a difference, nothing copied down a level. */
import { blocking, finding, type Finding, type Words } from '../kernel/finding'
import type { CalendarDay } from '../kernel/instant'
import type { Rule, StatedRule } from '../rules/rule'
import type { OfficeDecision } from '../rules/rule-base'
import { checkDefinition } from './check-definition'
import type { Definition, ResolvedDefinition, ResolvedRule } from './definition'
import type { PlacedFault } from './faults'
import { sayPath } from './parse'
import { layUnder, levelOf, type Level } from './resolve'
import { tighten } from './tighten'

export interface CampaignPlan {
  /** forward: as a level below, tightening only. renew: the base's own notice for a new year, its rules free, those above it still binding. own: a notice that rests on no other definition. */
  readonly mode: 'forward' | 'renew' | 'own'
  readonly id: string
  readonly year: number
  readonly name: Words
  readonly award: Words
  /** Absent: the level of the base; without one, a society's. */
  readonly level?: Definition['level']
  readonly notice: {
    readonly title: string
    readonly issuer: Words
    readonly number: string
    readonly date: CalendarDay | 'not stated'
    readonly hosts: readonly Words[]
    /** Absent: the notice of the base and its basis when forwarding, the base's basis when renewing. */
    readonly basis?: readonly string[]
  }
  /** Rules whole, each with its clause or office decision; raw ones are checked as if they came from a file. */
  readonly rules: readonly (StatedRule | Readonly<Record<string, unknown>>)[]
}

export type Planned =
  | { readonly ok: true; readonly chain: readonly Definition[]; readonly level: Level; readonly resolved: ResolvedDefinition; readonly warnings: readonly Finding[] }
  /** `resolved` is there to look at when the rules can be read but loosen. */
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly resolved: ResolvedDefinition | null }

/** The id under which an office's campaign of a template stands, and by which its draft finds the template again. */
export const ownId = (templateId: string, year: number): string => `${templateId.replace(/-\d{4}$/, '')}-${year}-own`

/**
 * The definition a plan makes of a chain (root first, the base last), unchecked as the plan is; `planCampaign` checks it.
 * @throws TypeError when the chain is empty, but for a plan of one's own
 */
export const planDefinition = (base: readonly Definition[], plan: CampaignPlan): Definition => {
  const from = base.at(-1)
  if (plan.mode === 'own') return ownDefinition(plan)
  if (from === undefined) throw new TypeError('a plan needs a definition to start from')
  const forward = plan.mode === 'forward'
  const rules = plan.rules as readonly Rule[]
  return {
    format: 'xuanshu-definition/1',
    id: plan.id, year: plan.year, level: plan.level ?? from.level, name: plan.name, award: plan.award,
    parent: forward ? from.id : from.parent,
    notice: {
      title: plan.notice.title, issuer: plan.notice.issuer, number: plan.notice.number, date: plan.notice.date, hosts: [...plan.notice.hosts],
      basis: [...(plan.notice.basis ?? (forward ? [...from.notice.basis, from.notice.title] : from.notice.basis))],
    },
    rules: forward ? [...rules] : replaced(from.rules, rules),
  }
}

const ownDefinition = (plan: CampaignPlan): Definition => ({
  format: 'xuanshu-definition/1',
  id: plan.id, year: plan.year, level: plan.level ?? 'society', name: plan.name, award: plan.award, parent: null,
  notice: { title: plan.notice.title, issuer: plan.notice.issuer, number: plan.notice.number, date: plan.notice.date, hosts: [...plan.notice.hosts], basis: [...(plan.notice.basis ?? [])] },
  rules: plan.rules as Rule[],
})

/** Plan → chain to store and what it resolves to, or everything that stands against it: unreadable rules, then loosenings naming both clauses. */
export const planCampaign = (base: readonly Definition[], plan: CampaignPlan): Planned => {
  const above = plan.mode === 'own' ? [] : plan.mode === 'forward' ? base : base.slice(0, -1)
  return planUnder(above.length === 0 ? null : levelOf(above), planDefinition(base, plan), base.some((d) => d.id === plan.id))
}

/** The one place where a definition comes under the level above it: readable, then no looser. */
export const planUnder = (above: Level | null, planned: Definition, taken = above?.chain.some((d) => d.id === planned.id) ?? false): Planned => {
  const checked = checkDefinition(planned)
  if (checked.definition === null || taken) return { ok: false, resolved: null, findings: [...(taken ? [idTaken(planned.id)] : []), ...checked.faults.map((f) => unreadable(planned, f))] }
  const level = layUnder(above, checked.definition)
  const findings = above === null ? [] : tighten(above, checked.definition)
  return blocking(findings).length > 0 ? { ok: false, findings, resolved: level.resolved } : { ok: true, chain: level.chain, level, resolved: level.resolved, warnings: findings }
}

/** A rule of another definition taken over as one's own: the number stays, the ground becomes the office's decision. */
export const adoptRule = <R extends ResolvedRule>(rule: R, decision: OfficeDecision): StatedRule => {
  const { rests: _rests, clause: _clause, basis: _basis, decided: _decided, ...own } = rule as ResolvedRule
  return { ...own, basis: decision } as StatedRule
}

const replaced = (own: readonly Rule[], by: readonly Rule[]): Rule[] =>
  [...own.map((rule) => by.find((r) => r.id === rule.id) ?? rule), ...by.filter((r) => !own.some((rule) => rule.id === r.id))]

const idTaken = (id: string): Finding => finding({
  code: 'plan.idTaken', rule: null, at: { field: 'id' },
  what: [`代号 ${id} 已是上级方案的代号`, `${id} is the id of a definition above`], mend: ['请换一个代号，如加上年份。', 'Take another id, for example with the year.'],
})

const unreadable = (planned: Definition, f: PlacedFault): Finding => {
  const [room, index, ...rest] = f.path
  const id: unknown = room === 'rules' && typeof index === 'number' ? planned.rules[index]?.id : undefined
  const place = typeof id === 'string' ? `rule.${id}${rest.length === 0 ? '' : `.${sayPath(rest)}`}` : sayPath(f.path)
  return finding({
    code: 'plan.unreadable', rule: null, at: { field: place },
    what: [`${place} 应为${f.expected.zh}，现为 ${f.got}。`, `${place}: expected ${f.expected.en}, found ${f.got}.`], mend: [`请写：${f.writeInstead.zh}。`, `Write: ${f.writeInstead.en}.`],
  })
}
