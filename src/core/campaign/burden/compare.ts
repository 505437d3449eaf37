/** Two burdens beside each other, and what each level of a chain adds. */
import type { Definition } from '../definition'
import { layUnder, type Level } from '../resolve'
import { burdenOf, counts, parts, type Burden, type Count, type Part, type Thing } from './burden'

export interface Line { readonly line: Count | 'minutes'; readonly before: number; readonly after: number; readonly difference: number }
export interface Comparison {
  readonly lines: readonly Line[]
  /** Rules that only one has, or that ask more or less than before; the costliest first. */
  readonly changes: readonly { readonly thing: Thing; readonly how: 'added' | 'dropped' | 'changed'; readonly seconds: number }[]
}

const secondsOf = (t: Thing | undefined): number => Object.values(t?.seconds ?? {}).reduce((n, s) => n + s, 0)
const same = (a: Thing, b: Thing): boolean => counts.every((c) => (a.counts[c] ?? 0) === (b.counts[c] ?? 0)) && parts.every((p) => (a.seconds[p] ?? 0) === (b.seconds[p] ?? 0))

/** From the first to the second; a positive difference is more work. */
export const compareBurden = (before: Burden, after: Burden): Comparison => {
  const line = (name: Line['line'], a: number, b: number): Line => ({ line: name, before: a, after: b, difference: b - a })
  const old = new Map(before.things.map((t) => [t.ruleId, t]))
  const now = new Set(after.things.map((t) => t.ruleId))
  const changes = [
    ...after.things.flatMap((t) => {
      const was = old.get(t.ruleId)
      return was !== undefined && same(was, t) ? [] : [{ thing: t, how: was === undefined ? 'added' as const : 'changed' as const, seconds: secondsOf(t) - secondsOf(was) }]
    }),
    ...before.things.filter((t) => !now.has(t.ruleId)).map((t) => ({ thing: t, how: 'dropped' as const, seconds: -secondsOf(t) })),
  ]
  return { lines: [...counts.map((c) => line(c, before.counts[c], after.counts[c])), line('minutes', before.minutes, after.minutes)], changes: changes.toSorted((a, b) => Math.abs(b.seconds) - Math.abs(a.seconds)) }
}

/** What one level of a chain adds to what stands above it. */
export interface LevelBurden { readonly id: string; readonly issuer: Definition['notice']['issuer']; readonly adds: Readonly<Record<Count | 'minutes', number>>; readonly minutesByPart: Readonly<Record<Part, number>> }

/** Root first. A level that asks less than the one above (fewer paper copies) has negative figures. */
export const burdenByLevel = (chain: readonly Definition[]): LevelBurden[] => {
  let above: Level | null = null
  let before = burdenOf({ rules: [] })
  return chain.map((d) => {
    above = layUnder(above, d)
    const after = burdenOf(above)
    const adds = Object.fromEntries(compareBurden(before, after).lines.map((l) => [l.line, l.difference])) as LevelBurden['adds']
    const minutesByPart = Object.fromEntries(parts.map((p) => [p, after.minutesByPart[p] - before.minutesByPart[p]])) as LevelBurden['minutesByPart']
    before = after
    return { id: d.id, issuer: d.notice.issuer, adds, minutesByPart }
  })
}
