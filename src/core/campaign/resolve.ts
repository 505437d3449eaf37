/** A chain folded into what holds at its leaf, level by level. */
import { canonical, hashOf, type KeptTexts } from '../kernel/canonical'
import type { ClauseRef } from '../kernel/clause'
import type { NotStated, Rule, StatedRule } from '../rules/rule'
import type { Definition, ResolvedDefinition, ResolvedRule } from './definition'

/** What holds down to one level, ready to be laid under the next: a deep chain whose upper levels are at hand costs no more than its last step. Never changed in place. */
export interface Level {
  /** Root first, this one last. */
  readonly chain: readonly Definition[]
  /** The chain as a resolved definition names it. */
  readonly heads: ResolvedDefinition['chain']
  /** By id, in the order in which they were first said. */
  readonly held: ReadonlyMap<string, ResolvedRule | NotStated>
  readonly rules: readonly ResolvedRule[]
  readonly open: readonly NotStated[]
  readonly year: number
  /** With its hash. Hashes are the dear part of a level: made only where they are asked for, and then kept. */
  readonly resolved: ResolvedDefinition
}

/**
 * Root first, leaf last. A child's rule replaces the parent's of the same id in its place, others are inherited, new ones follow;
 * what a child calls not stated leaves the parent's rule standing. What no level states ends in `open`.
 * @throws TypeError when the chain is empty or a definition does not name the one before it as its parent
 */
export const resolve = (chain: readonly Definition[]): ResolvedDefinition => levelOf(chain).resolved

/** The same, to go on from. */
export const levelOf = (chain: readonly Definition[]): Level => {
  const level = chain.reduce<Level | null>(layUnder, null)
  if (level === null) throw new TypeError('a chain has at least one definition')
  return level
}

/** One step of the fold. */
export const layUnder = (above: Level | null, by: Definition): Level => {
  const upper = above?.chain.at(-1)?.id ?? null
  if (by.parent !== upper) throw new TypeError(`${by.id} has the parent ${by.parent ?? 'none'}, the chain has ${upper ?? 'none'} before it`)
  const held = new Map(above?.held)
  for (const rule of by.rules) {
    const before = held.get(rule.id)
    if (before !== undefined && isStated(before) && !isStated(rule)) continue
    held.set(rule.id, isStated(rule) ? { ...rule, rests: restsOf(rule, by) } : rule)
  }
  return levelFrom(above, by, held)
}

const levelFrom = (above: Level | null, leaf: Definition, held: Level['held']): Level => {
  const chain = [...(above?.chain ?? []), leaf]
  const rules: ResolvedRule[] = []
  const open: NotStated[] = []
  for (const rule of held.values()) if (isStated(rule)) rules.push(rule as ResolvedRule); else open.push(rule)
  let heads: Level['heads'] | undefined
  let resolved: ResolvedDefinition | undefined
  return {
    chain, held, rules, open, year: leaf.year,
    get heads() { return (heads ??= [...(above?.heads ?? []), { id: leaf.id, hash: hashOf(leaf), name: leaf.name, issuer: leaf.notice.issuer }]) },
    get resolved() { return (resolved ??= settled(this)) },
  }
}

const settled = ({ chain, heads, rules, open }: Level): ResolvedDefinition => {
  const leaf = chain.at(-1)!
  const whole: Omit<ResolvedDefinition, 'hash'> = {
    format: 'xuanshu-resolved/1', id: leaf.id, year: leaf.year, level: leaf.level, name: leaf.name, award: leaf.award, notice: leaf.notice, chain: heads, rules, open,
  }
  for (const rule of rules) if (!texts.has(rule)) texts.set(rule, canonical(rule))
  return { ...whole, hash: hashOf(whole, texts) }
}
/** Of rules laid here: a level inherits most of its rules as the very same objects. */
const texts: KeptTexts = new WeakMap()

/** Not one that a notice is only not known to say. */
export const isStated = <R extends Rule>(rule: R): rule is Exclude<R, NotStated> => !('notStated' in rule)

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
