/** The level above was amended: does a child still fit, and what must its office do? Asked of every child; nothing is mended silently. */
import type { Definition } from '../campaign/definition'
import { readiness } from '../campaign/readiness'
import { layUnder, type Level } from '../campaign/resolve'
import { tighten } from '../campaign/tighten'
import { canonical } from '../kernel/canonical'
import type { Finding, Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import type { RuleKind } from '../rules/rule'
import { extendedBeyond } from './amend'
import type { Change } from './difference'

export interface Reasked {
  /** Its office may take the new version over as it is. */
  readonly fits: boolean
  /** What came up with the amendment: loosenings against the new version, what it leaves open, words to compare. Never what stood there before. */
  readonly findings: readonly Finding[]
}

export interface Asker {
  /** Kinds of a child's rules that the amendment can concern; null: all of them, for whether the child is complete is in question too. */
  readonly kinds: ReadonlySet<RuleKind> | null
  ask(overlay: Definition, extendedTo?: Instant | null): Reasked
}

/** Asks many children of one parent the same question. Of an overlay no more than the rules of `kinds` is needed: what nothing above touched fits as it did. */
export const asker = (before: Level, after: Level, upperEnd: Instant | null = null): Asker => {
  const stoodAbove = new Set(readiness(before).map(key))
  // Whether a child is complete can change only where the parent's own completeness did, or where it dropped a rule: found once for all children.
  const look = readiness(after).some((f) => !stoodAbove.has(key(f))) || before.rules.some((r) => !after.held.has(r.id))
  const kinds = look ? null : kindsTouched(before, after)
  return {
    kinds,
    ask(whole, extendedTo = null) {
      const overlay = kinds === null ? whole : { ...whole, rules: whole.rules.filter((r) => kinds.has(r.kind)) }
      const [loose, lacks] = [looser(after, overlay), look ? incomplete(after, overlay).filter((f) => !stoodAbove.has(key(f))) : []]
      // A loosening is never passed over, whether it stood before or not.
      const stood = new Set([...(loose.some(isWarning) ? looser(before, overlay).filter(isWarning) : []), ...(lacks.length > 0 ? incomplete(before, overlay) : [])].map(key))
      const findings = [...loose, ...extendedBeyond({ extendedTo, upper: upperEnd }), ...lacks].filter((f) => !stood.has(key(f)))
      return { fits: findings.every((f) => f.strength !== 'block'), findings }
    },
  }
}

const kindsTouched = (before: Level, after: Level): Set<RuleKind> => {
  const kinds = new Set<RuleKind>()
  for (const [id, rule] of after.held) {
    const old = before.held.get(id)
    if (old !== undefined && (old === rule || canonical(old) === canonical(rule))) continue
    kinds.add(rule.kind)
    if (old !== undefined) kinds.add(old.kind)
  }
  for (const [id, rule] of before.held) if (!after.held.has(id)) kinds.add(rule.kind)
  return kinds
}

const isWarning = (f: Finding): boolean => f.strength !== 'block'
const childOf = (upper: Level, overlay: Definition): Definition => ({ ...overlay, parent: upper.chain.at(-1)!.id })
const looser = (upper: Level, overlay: Definition): Finding[] => tighten(upper, childOf(upper, overlay))
const incomplete = (upper: Level, overlay: Definition): Finding[] => readiness(layUnder(upper, childOf(upper, overlay)))

const key = (f: Finding): string => `${f.code} ${f.at.field ?? ''} ${f.what.zh}`

/** followed: inherited, it changes with the level above. restated: the child’s own stands and still fits. mend: the child’s own no longer fits, or is missing. */
export type Here = 'followed' | 'restated' | 'mend'
/** As pages call them. */
export const sayHere: Readonly<Record<Here, Words>> = {
  followed: { zh: '本级随上级改动', en: 'Changes here too' },
  restated: { zh: '本级另有规定，仍然合乎上级', en: 'Stated here on its own, and still fits' },
  mend: { zh: '本级须修改', en: 'To be mended here' },
}

/** What changed above, and what each change means for this child. */
export const changesHere = (overlay: Definition, changes: readonly Change[], findings: readonly Finding[]): (Change & { readonly here: Here })[] => {
  const own = new Set(overlay.rules.filter((r) => !('notStated' in r)).map((r) => r.id))
  const wrong = new Set(findings.filter((f) => f.strength === 'block').map((f) => f.at.field))
  return changes.map((c) => ({ ...c, here: wrong.has(`rule.${c.id}`) ? 'mend' : own.has(c.id) ? 'restated' : 'followed' }))
}
