/** The least exchange of people that would satisfy the balance: fewest exchanged, then least loss of rank. Shown to people, never carried out. Exact: every exchange that could matter is tried, up to a stated number of steps. */
import type { Words } from '../../kernel/finding'
import type { Balance } from '../../rules/round-methods'
import { balanced, held, limitOf, type Choosable } from './balance'

export type Swap =
  | { readonly kind: 'holds' }
  /** Who would go out and come in, best ranks first; the sum of ranks that it costs. */
  | { readonly kind: 'swap'; readonly out: readonly string[]; readonly in: readonly string[]; readonly loss: number }
  /** No exchange whatever satisfies all rules. */
  | { readonly kind: 'impossible' }
  /** The search was stopped: up to so many exchanged, none does; beyond that nothing is said. */
  | { readonly kind: 'notSearched'; readonly upTo: number }

/** Steps after which the search stops and says so. */
export const MOST_STEPS = 2_000_000

/** People with the same properties, as far as any rule asks; within a kind the best ranked come in first and the worst ranked go out first. */
interface Kind { readonly has: readonly boolean[]; readonly chosen: readonly Choosable[]; readonly others: readonly Choosable[] }
interface Best { readonly moves: readonly number[]; readonly loss: number }

/** @param fixed those whom no exchange may touch, chosen or not */
export const leastSwap = (rules: readonly Balance[], people: readonly Choosable[], chosen: ReadonlySet<string>, fixed: ReadonlySet<string> = new Set(), mostSteps = MOST_STEPS): Swap => {
  const start = people.filter((p) => chosen.has(p.candidate))
  if (balanced(rules, start).every((b) => b.holds)) return { kind: 'holds' }
  const names = [...new Set(rules.flatMap((r) => (r.within === undefined ? [r.of] : [r.of, r.within])))]
  const kinds = kindsOf(names, people, chosen, fixed)
  const totals = names.map((n) => start.filter((p) => p.properties.includes(n)).length)
  const both = rules.map((r) => (r.within === undefined ? 0 : start.filter((p) => p.properties.includes(r.of) && p.properties.includes(r.within!)).length))
  const most = Math.min(sum(kinds.map((k) => k.chosen.length)), sum(kinds.map((k) => k.others.length)))
  const steps = { left: mostSteps }
  const bounds = boundsOf(rules, names, start.length)
  // One exchange changes a number by one: fewer than the greatest distance from its bounds cannot do.
  const fewest = Math.max(1, ...names.map((_, i) => Math.max(bounds[i]!.least - totals[i]!, totals[i]! - bounds[i]!.most)))
  for (let exchanged = fewest; exchanged <= most; exchanged++) {
    const found = search({ rules, names, kinds, bounds, from: { totals, both, size: start.length }, rest: restOf(names, kinds), steps }, exchanged)
    if (found === 'stopped') return { kind: 'notSearched', upTo: exchanged - 1 }
    if (found !== null) return swapOf(kinds, found)
  }
  return { kind: 'impossible' }
}

const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0)

const kindsOf = (names: readonly string[], people: readonly Choosable[], chosen: ReadonlySet<string>, fixed: ReadonlySet<string>): Kind[] => {
  const kinds = new Map<string, { has: boolean[]; chosen: Choosable[]; others: Choosable[] }>()
  for (const p of people) {
    const has = names.map((n) => p.properties.includes(n))
    const kind = kinds.get(has.join()) ?? { has, chosen: [], others: [] }
    kinds.set(has.join(), kind)
    if (!fixed.has(p.candidate)) (chosen.has(p.candidate) ? kind.chosen : kind.others).push(p)
  }
  const byRank = (a: Choosable, b: Choosable): number => a.rank - b.rank || (a.candidate < b.candidate ? -1 : 1)
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, k]) => ({ has: k.has, chosen: k.chosen.sort((a, b) => byRank(b, a)), others: k.others.sort(byRank) }))
}

interface Sums { readonly totals: readonly number[]; readonly both: readonly number[]; readonly size: number }
interface Bounds { readonly least: number; readonly most: number }
/** What the kinds from here on could still give: by property how many with and without it, and the ranks to be had, best bargains first and added up. */
interface Rest { readonly outWith: readonly number[]; readonly inWith: readonly number[]; readonly out: number; readonly into: number; readonly dearest: readonly number[]; readonly cheapest: readonly number[] }
interface Quest { readonly rules: readonly Balance[]; readonly names: readonly string[]; readonly kinds: readonly Kind[]; readonly bounds: readonly Bounds[]; readonly from: Sums; readonly rest: readonly Rest[]; readonly steps: { left: number } }

/** The size stays, so a rule over the whole list asks for a fixed number. */
const boundsOf = (rules: readonly Balance[], names: readonly string[], size: number): Bounds[] => names.map((name) => {
  const own = rules.filter((r) => r.of === name && r.within === undefined)
  return { least: Math.max(0, ...own.filter((r) => r.bound === 'least').map((r) => limitOf(r, size))), most: Math.min(size, ...own.filter((r) => r.bound === 'most').map((r) => limitOf(r, size))) }
})

const restOf = (names: readonly string[], kinds: readonly Kind[]): Rest[] => Array.from({ length: kinds.length + 1 }, (_, k) => {
  const own = kinds.slice(k)
  const added = (ranks: readonly number[]): number[] => ranks.reduce((all, r) => [...all, all.at(-1)! + r], [0])
  const withIt = (side: 'chosen' | 'others'): number[] => names.map((_n, i) => sum(own.filter((o) => o.has[i]).map((o) => o[side].length)))
  return {
    outWith: withIt('chosen'), inWith: withIt('others'), out: sum(own.map((o) => o.chosen.length)), into: sum(own.map((o) => o.others.length)),
    dearest: added(own.flatMap((o) => o.chosen.map((p) => p.rank)).sort((a, b) => b - a)), cheapest: added(own.flatMap((o) => o.others.map((p) => p.rank)).sort((a, b) => a - b)),
  }
})

/** Every way to take `exchanged` out and put as many in, kind by kind (a kind either loses or gains, never both), but for those that can no longer reach a bound or cost more than the best so far. */
const search = ({ rules, names, kinds, bounds, from, rest, steps }: Quest, exchanged: number): Best | null | 'stopped' => {
  const at = new Map(names.map((n, i) => [n, i]))
  let best: Best | null = null
  const moves = kinds.map(() => 0)
  const totals = [...from.totals]
  const satisfied = (): boolean => rules.every((r, i) => {
    const of = at.get(r.of)!
    if (r.within === undefined) return held(r, totals[of]!, from.size).holds
    const within = at.get(r.within)!
    return held(r, from.both[i]! + gained(moves, kinds, (k) => k.has[of]! && k.has[within]!), totals[within]!).holds
  })
  const hopeless = (k: number, out: number, into: number, loss: number): boolean => {
    const left = rest[k]!
    if (left.out < out || left.into < into) return true
    if (best !== null && loss - left.dearest[out]! + left.cheapest[into]! >= best.loss) return true
    return names.some((_, i) => totals[i]! + Math.min(into, left.inWith[i]!) - Math.max(0, out - (left.out - left.outWith[i]!)) < bounds[i]!.least || totals[i]! - Math.min(out, left.outWith[i]!) + Math.max(0, into - (left.into - left.inWith[i]!)) > bounds[i]!.most)
  }
  const move = (k: number, n: number): void => {
    kinds[k]!.has.forEach((has, i) => { if (has) totals[i]! += n - moves[k]! })
    moves[k] = n
  }
  const go = (k: number, out: number, into: number, loss: number): boolean => {
    if (steps.left-- <= 0) return false
    if (hopeless(k, out, into, loss)) return true
    if (k === kinds.length) {
      if (satisfied()) best = { moves: [...moves], loss }
      return true
    }
    const kind = kinds[k]!
    for (let n = 0, cost = loss; n <= Math.min(out, kind.chosen.length); n++) {
      if (n > 0) cost -= kind.chosen[n - 1]!.rank
      move(k, n === 0 ? 0 : -n)
      if (!go(k + 1, out - n, into, cost)) return false
    }
    for (let n = 1, cost = loss; n <= Math.min(into, kind.others.length); n++) {
      cost += kind.others[n - 1]!.rank
      move(k, n)
      if (!go(k + 1, out, into - n, cost)) return false
    }
    move(k, 0)
    return true
  }
  return go(0, exchanged, exchanged, 0) ? best : 'stopped'
}
const gained = (moves: readonly number[], kinds: readonly Kind[], of: (k: Kind) => boolean): number => moves.reduce((n, m, k) => n + (of(kinds[k]!) ? m : 0), 0)

const swapOf = (kinds: readonly Kind[], { moves, loss }: Best): Swap => {
  const byRank = (a: Choosable, b: Choosable): number => a.rank - b.rank || (a.candidate < b.candidate ? -1 : 1)
  const out = kinds.flatMap((k, i) => (moves[i]! < 0 ? k.chosen.slice(0, -moves[i]!) : [])).sort(byRank)
  const into = kinds.flatMap((k, i) => (moves[i]! > 0 ? k.others.slice(0, moves[i]) : [])).sort(byRank)
  return { kind: 'swap', out: out.map((p) => p.candidate), in: into.map((p) => p.candidate), loss }
}

/** @param nameOf what people read for an id */
export const saySwap = (s: Swap, nameOf: (candidate: string) => string): Words => {
  if (s.kind === 'holds') return { zh: '结构比例全部符合', en: 'the balance holds' }
  if (s.kind === 'impossible') return { zh: '无论怎样调换，这些比例都不能同时达到', en: 'no exchange satisfies all of these rules' }
  if (s.kind === 'notSearched') return { zh: `调换 ${s.upTo} 人以内做不到；再多的情况太多，没有算完`, en: `no exchange of up to ${s.upTo} does it; beyond that there are too many to try` }
  return { zh: `最少调换 ${s.out.length} 人：${s.out.map(nameOf).join('、')}换为${s.in.map(nameOf).join('、')}；只供参考，由人决定`, en: `exchanging ${s.out.length} would do: ${s.out.map(nameOf).join(', ')} for ${s.in.map(nameOf).join(', ')}; for people to decide` }
}
