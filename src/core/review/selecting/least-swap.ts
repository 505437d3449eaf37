/** The least exchange of people that would satisfy the balance: fewest exchanged, then least loss of rank. Shown to people, never carried out. Exact: every exchange that could matter is tried, up to a stated number of steps. */
import type { Words } from '../../kernel/finding'
import type { Balance } from '../../rules/round-methods'
import { balanced, held, type Choosable } from './balance'

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
  for (let exchanged = 1; exchanged <= most; exchanged++) {
    const found = search(rules, names, kinds, { totals, both, size: start.length }, exchanged, steps)
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

/** Every way to take `exchanged` out and put as many in, kind by kind: a kind either loses (below 0) or gains, never both. */
const search = (rules: readonly Balance[], names: readonly string[], kinds: readonly Kind[], from: Sums, exchanged: number, steps: { left: number }): Best | null | 'stopped' => {
  const at = new Map(names.map((n, i) => [n, i]))
  let best: Best | null = null
  const moves = kinds.map(() => 0)
  const satisfied = (): boolean => rules.every((r, i) => {
    const of = at.get(r.of)!
    if (r.within === undefined) return held(r, from.totals[of]! + gained(moves, kinds, (k) => k.has[of]!), from.size).holds
    const within = at.get(r.within)!
    return held(r, from.both[i]! + gained(moves, kinds, (k) => k.has[of]! && k.has[within]!), from.totals[within]! + gained(moves, kinds, (k) => k.has[within]!)).holds
  })
  const go = (k: number, out: number, into: number, loss: number): boolean => {
    if (steps.left-- <= 0) return false
    if (k === kinds.length) {
      if (out === 0 && into === 0 && (best === null || loss < best.loss) && satisfied()) best = { moves: [...moves], loss }
      return true
    }
    const kind = kinds[k]!
    let cost = loss
    for (let n = 0; n <= Math.min(out, kind.chosen.length); n++) {
      if (n > 0) cost -= kind.chosen[n - 1]!.rank
      moves[k] = n === 0 ? 0 : -n
      if (!go(k + 1, out - n, into, cost)) return false
    }
    cost = loss
    for (let n = 1; n <= Math.min(into, kind.others.length); n++) {
      cost += kind.others[n - 1]!.rank
      moves[k] = n
      if (!go(k + 1, out, into - n, cost)) return false
    }
    moves[k] = 0
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
