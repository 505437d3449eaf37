/** What one definition says otherwise than another, rule by rule: a child beside its parent, or a parent beside what it was before. */
import type { ResolvedRule } from '../campaign/definition'
import { loosenings, type Above } from '../campaign/tighten'
import type { ClauseRef } from '../kernel/clause'
import { canonical } from '../kernel/canonical'
import type { Words } from '../kernel/finding'
import { sayRule } from '../rules/kinds'
import type { RuleKind } from '../rules/rule'

/** decided: it was open. reworded: other words or arrangements, as tight as before. dropped: it holds no more. */
export const hows = ['tightened', 'added', 'decided', 'reworded', 'loosened', 'dropped'] as const
export type How = (typeof hows)[number]

/** As pages call them. */
export const sayHow: Readonly<Record<How, Words>> = {
  tightened: { zh: '收紧', en: 'Tightened' },
  added: { zh: '新增', en: 'Added' },
  decided: { zh: '补定', en: 'Decided' },
  reworded: { zh: '改写', en: 'Reworded' },
  loosened: { zh: '放宽', en: 'Loosened' },
  dropped: { zh: '取消', en: 'Dropped' },
}

/** A rule as a page shows it: its sentence and what that rests on. */
export interface Side { readonly says: Words; readonly rests: ClauseRef }
export interface Change {
  readonly id: string
  readonly kind: RuleKind
  readonly how: How
  /** Null where nothing stood. */
  readonly before: Side | null
  readonly after: Side | null
}

/** In the order of the second, what only the first had at the end. Rules that ask the same on another ground are no change. */
export const difference = (first: Above, second: Above): Change[] => {
  const before = new Map(first.rules.map((r) => [r.id, r]))
  const open = new Set(first.open.map((r) => r.id))
  const now = new Set(second.rules.map((r) => r.id))
  const changed = second.rules.flatMap((rule): Change[] => {
    const old = before.get(rule.id)
    if (old === rule) return []
    const how = old === undefined ? (open.has(rule.id) ? 'decided' : 'added') : howChanged(old, rule)
    return how === null ? [] : [{ id: rule.id, kind: rule.kind, how, before: old === undefined ? null : sideOf(old), after: sideOf(rule) }]
  })
  return [...changed, ...first.rules.filter((r) => !now.has(r.id)).map((r): Change => ({ id: r.id, kind: r.kind, how: 'dropped', before: sideOf(r), after: null }))]
}

const sideOf = (rule: ResolvedRule): Side => ({ says: sayRule(rule), rests: rule.rests })

const howChanged = (old: ResolvedRule, rule: ResolvedRule): How | null => {
  if (substance(old) === substance(rule)) return null
  if (old.kind !== rule.kind) return 'reworded'
  const blocks = (l: { readonly strength: string }) => l.strength === 'block'
  if (loosenings(rule, old).some(blocks)) return 'loosened'
  return loosenings(old, rule).some(blocks) ? 'tightened' : 'reworded'
}

/** What a rule asks, without what it rests on. */
const substance = ({ rests: _rests, clause: _clause, basis: _basis, decided: _decided, ...asks }: ResolvedRule): string => canonical(asks)
