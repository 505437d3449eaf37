/**
 * 抽取: everybody gets a number from the seed and the own id; who has the smallest comes in, wherever the rest can still be filled.
 * Pure: with pool, terms and seed anybody repeats it. Whether the rest can be filled is a flow (parts → people → units); by the theorem of linkings
 * (H. Perfect 1968) people who fit into parts together can be completed if the flow reaches its full size with their units' room taken.
 */
import { sha256Hex } from '../../kernel/canonical'
import type { Drawable, DrawPlan, Shortage } from './draw-terms'
import { maxFlow, type Network } from './flow'

export interface Drawn { readonly id: string; /** The field it was drawn for. */ readonly field: string }
export type Draw =
  | { readonly ok: true; readonly drawn: readonly Drawn[]; /** In the order in which they come in. */ readonly standIns: readonly Drawn[] }
  | { readonly ok: false; readonly shortage: Shortage }

/** 抽签号: lower comes first. */
export const lotOf = (seed: string, id: string): string => sha256Hex(`${seed} ${id}`)

interface Problem { readonly people: readonly Drawable[]; readonly parts: readonly { readonly field: string; readonly count: number }[]; readonly perUnit: number | null }

export const draw = ({ pool, terms }: DrawPlan, seed: string): Draw => {
  const apart = new Set(terms.apart)
  const wanted = new Set(terms.parts.map((p) => p.field))
  const people = [...new Map(pool.map((p) => [p.id, p])).values()].filter((p) => !apart.has(p.id) && p.fields.some((f) => wanted.has(f))).map((p) => ({ p, lot: lotOf(seed, p.id) })).sort((a, b) => (a.lot < b.lot ? -1 : 1)).map((x) => x.p)
  const problem = { people, parts: terms.parts, perUnit: terms.perUnit }
  const total = terms.parts.reduce((n, p) => n + p.count, 0)
  const short = shortageOf(problem, total)
  if (short !== null) return { ok: false, shortage: short }
  const chosen: Drawable[] = []
  for (const p of people) {
    if (chosen.length === total) break
    if (canComplete(problem, [...chosen, p], total)) chosen.push(p)
  }
  const placed = placeAll(problem, chosen)!
  const drawn = chosen.map((p) => ({ id: p.id, field: placed.get(p.id)! }))
  const inside = new Set(chosen.map((p) => p.id))
  const rest = people.filter((p) => !inside.has(p.id))
  const taken = new Set<string>()
  const standIns = terms.parts.flatMap((part) => rest.filter((p) => p.fields.includes(part.field) && !taken.has(p.id)).slice(0, part.standIns).map((p) => { taken.add(p.id); return { id: p.id, field: part.field } }))
  return { ok: true, drawn, standIns }
}

const unitsTaken = (chosen: readonly Drawable[]): Map<string, number> => { const n = new Map<string, number>(); for (const c of chosen) n.set(c.unit, (n.get(c.unit) ?? 0) + 1); return n }

/** Parts, people, units; who is chosen leads straight out, and the units' room is what they leave. */
const networkOf = (problem: Problem, chosen: readonly Drawable[], only: readonly Drawable[]): Network => {
  const taken = unitsTaken(chosen)
  const inside = new Set(chosen.map((c) => c.id))
  const units = [...new Set(only.map((p) => p.unit))]
  const [people, first] = [only, 1 + problem.parts.length]
  const unitAt = new Map(units.map((u, i) => [u, first + people.length + i]))
  const sink = first + people.length + units.length
  const edges: [number, number, number][] = problem.parts.map((part, i) => [0, 1 + i, part.count])
  people.forEach((p, i) => {
    problem.parts.forEach((part, k) => { if (p.fields.includes(part.field)) edges.push([1 + k, first + i, 1]) })
    edges.push(inside.has(p.id) ? [first + i, sink, 1] : [first + i, unitAt.get(p.unit)!, 1])
  })
  for (const u of units) edges.push([unitAt.get(u)!, sink, problem.perUnit === null ? people.length : Math.max(0, problem.perUnit - (taken.get(u) ?? 0))])
  return { nodes: sink + 1, source: 0, sink, edges }
}

const canComplete = (problem: Problem, chosen: readonly Drawable[], total: number): boolean => {
  if (problem.perUnit !== null && [...unitsTaken(chosen).values()].some((n) => n > problem.perUnit!)) return false
  return placeAll(problem, chosen) !== null && maxFlow(networkOf(problem, chosen, problem.people)).value >= total
}

/** Each of them to a field, or null where they do not fit together. */
const placeAll = (problem: Problem, chosen: readonly Drawable[]): Map<string, string> | null => {
  const flow = maxFlow(networkOf(problem, chosen, chosen))
  if (flow.value < chosen.length) return null
  const first = 1 + problem.parts.length
  return new Map(flow.used.filter(([from, to]) => from >= 1 && from < first && to >= first && to < first + chosen.length).map(([from, to]) => [chosen[to - first]!.id, problem.parts[from - 1]!.field]))
}

/** What a cut says: fields that together need more than people of their fields and the room of their units give. */
const shortageOf = (problem: Problem, total: number): Shortage | null => {
  const flow = maxFlow(networkOf(problem, [], problem.people))
  if (flow.value >= total) return null
  const short = problem.parts.filter((_, i) => flow.reached.has(1 + i))
  return { fields: short.map((p) => p.field), needed: short.reduce((n, p) => n + p.count, 0), have: short.reduce((n, p) => n + p.count, 0) - (total - flow.value) }
}

/**
 * 候补递补: who comes in for whom, in the drawn order; null: nobody is left who fits.
 * @param seated who sits still, without the one who goes @param gone drawn or called before, and not available
 */
export const nextStandIn = ({ pool, terms }: DrawPlan, result: Extract<Draw, { ok: true }>, field: string, seated: readonly string[], gone: readonly string[]): Drawn | null => {
  const byId = new Map(pool.map((p) => [p.id, p]))
  const out = new Set([...seated, ...gone])
  const taken = unitsTaken(seated.flatMap((id) => { const p = byId.get(id); return p === undefined ? [] : [p] }))
  const fits = result.standIns.find((s) => s.field === field && !out.has(s.id) && (terms.perUnit === null || (taken.get(byId.get(s.id)?.unit ?? '') ?? 0) < terms.perUnit))
  return fits ?? null
}
