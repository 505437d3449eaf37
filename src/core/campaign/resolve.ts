/** A chain folded into what holds at its leaf. */
import { hashOf } from '../kernel/canonical'
import type { ClauseRef } from '../kernel/clause'
import type { NotStated, Rule, StatedRule } from '../rules/rule'
import type { Definition, ResolvedDefinition, ResolvedRule } from './definition'

/**
 * Root first, leaf last. A child's rule replaces the parent's of the same id in its place, others are inherited, new ones follow;
 * what a child calls not stated leaves the parent's rule standing. What no level states ends in `open`.
 * @throws TypeError when the chain is empty or a definition does not name the one before it as its parent
 */
export const resolve = (chain: readonly Definition[]): ResolvedDefinition => {
  const leaf = leafOf(chain)
  const held = chain.reduce(lay, new Map<string, Held>())
  const all = [...held.values()]
  const resolved: Omit<ResolvedDefinition, 'hash'> = {
    format: 'xuanshu-resolved/1',
    id: leaf.id, year: leaf.year, level: leaf.level, name: leaf.name, award: leaf.award, notice: leaf.notice,
    chain: chain.map((d) => ({ id: d.id, hash: hashOf(d), name: d.name, issuer: d.notice.issuer })),
    rules: all.flatMap(({ rule, by }) => (isStated(rule) ? [resolvedRule(rule, by)] : [])),
    open: all.flatMap(({ rule }) => (isStated(rule) ? [] : [rule])),
  }
  return { ...resolved, hash: hashOf(resolved) }
}

export const isStated = (rule: Rule): rule is StatedRule => !('notStated' in rule)

/** Where a rule rests: its clause, or the office's decision with its day; always with the definition that said it. */
export const restsOf = (rule: StatedRule, by: Definition): ClauseRef => {
  const source = { definition: by.id, ...by.notice.issuer }
  if (rule.clause !== undefined) return { ...rule.clause, source }
  if (rule.basis !== undefined) return { number: null, ...rule.basis.reason, decidedOn: rule.basis.date, source }
  throw new TypeError(`rule ${rule.id} of ${by.id} rests on nothing`)
}

/** Where one parameter of a rule rests: a technical cap that the clause does not state rests on the office's decision. */
export const restsOn = (rule: ResolvedRule, parameter: string): ClauseRef => {
  const decided = rule.decided?.find((d) => d.parameter === parameter)
  if (decided === undefined) return rule.rests
  const { source } = rule.rests
  return { number: null, ...decided.reason, decidedOn: decided.date, ...(source === undefined ? {} : { source }) }
}

interface Held { readonly rule: StatedRule | NotStated; readonly by: Definition }

const lay = (held: Map<string, Held>, by: Definition): Map<string, Held> => {
  const next = new Map(held)
  for (const rule of by.rules) {
    const above = next.get(rule.id)
    if (above !== undefined && isStated(above.rule) && !isStated(rule)) continue
    next.set(rule.id, { rule, by })
  }
  return next
}

const resolvedRule = (rule: StatedRule, by: Definition): ResolvedRule => ({ ...rule, rests: restsOf(rule, by) })

const leafOf = (chain: readonly Definition[]): Definition => {
  let above: Definition | null = null
  for (const d of chain) {
    if (d.parent !== (above?.id ?? null)) throw new TypeError(`${d.id} has the parent ${d.parent ?? 'none'}, the chain has ${above?.id ?? 'none'} before it`)
    above = d
  }
  if (above === null) throw new TypeError('a chain has at least one definition')
  return above
}
