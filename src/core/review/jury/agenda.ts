/** 议程: candidates in an order in which jurors who stand back leave the room as rarely as can be; each stretch of neighbours is one going out. */

export interface AgendaItem { readonly id: string; /** Jurors who stand back from it. */ readonly away: readonly string[] }
export interface Agenda { readonly order: readonly string[]; /** How often somebody leaves, in all. */ readonly leavings: number; /** Whether no order can do with fewer: every one was looked at. */ readonly least: boolean }

/** Exact up to so many candidates with conflicts; the work doubles with each. */
export const EXACT = 13

/** How often somebody goes out when candidates come in this order. */
export const leavingsOf = (order: readonly AgendaItem[]): number => order.reduce((n, item, i) => n + item.away.filter((j) => i === 0 || !order[i - 1]!.away.includes(j)).length, 0)

/** Those nobody stands back from keep their place at the beginning, in the order given; the same question has the same answer. */
export const agenda = (items: readonly AgendaItem[]): Agenda => {
  const free = items.filter((i) => i.away.length === 0)
  const bound = items.filter((i) => i.away.length > 0)
  // What two have in common is what is saved where they are neighbours.
  const saved = bound.map((a) => bound.map((b) => a.away.filter((j) => b.away.includes(j)).length))
  const exact = bound.length <= EXACT
  const path = exact ? best(saved) : improved(saved, greedy(saved))
  const order = [...free, ...path.map((i) => bound[i]!)]
  return { order: order.map((i) => i.id), leavings: leavingsOf(order), least: exact }
}

/** The heaviest way through all (M. Held and R. Karp 1962). */
const best = (saved: readonly (readonly number[])[]): number[] => {
  const n = saved.length
  if (n === 0) return []
  const all = (1 << n) - 1
  const value = Array.from({ length: n }, () => new Int32Array(all + 1).fill(-1))
  const from = Array.from({ length: n }, () => new Int8Array(all + 1).fill(-1))
  for (let i = 0; i < n; i++) value[i]![1 << i] = 0
  for (let set = 1; set <= all; set++)
    for (let last = 0; last < n; last++) {
      const so = value[last]![set]!
      if (so < 0) continue
      for (let next = 0; next < n; next++) {
        if ((set >> next) & 1) continue
        const grown = set | (1 << next)
        if (so + saved[last]![next]! > value[next]![grown]!) { value[next]![grown] = so + saved[last]![next]!; from[next]![grown] = last }
      }
    }
  let last = 0
  for (let i = 1; i < n; i++) if (value[i]![all]! > value[last]![all]!) last = i
  const path: number[] = []
  for (let set = all; last >= 0;) { path.push(last); const before = from[last]![set]!; set ^= 1 << last; last = before }
  return path.reverse()
}

/** From the first on, always to the one with most in common. */
const greedy = (saved: readonly (readonly number[])[]): number[] => {
  const left = new Set(saved.map((_, i) => i))
  const path: number[] = []
  for (let at = 0; left.size > 0;) {
    left.delete(at)
    path.push(at)
    let next = -1
    for (const i of left) if (next === -1 || saved[at]![i]! > saved[at]![next]!) next = i
    at = next
  }
  return path
}
const weight = (saved: readonly (readonly number[])[], path: readonly number[]): number => path.reduce((sum, p, i) => sum + (i === 0 ? 0 : saved[path[i - 1]!]![p]!), 0)
/** Stretches are turned round, and single ones moved, while that saves something. */
const improved = (saved: readonly (readonly number[])[], start: number[]): number[] => {
  let path = start
  let so = weight(saved, path)
  for (let better = true; better;) {
    better = false
    for (let i = 0; i < path.length && !better; i++)
      for (let j = 0; j < path.length && !better; j++) {
        const moved = path.filter((_, k) => k !== i)
        moved.splice(j, 0, path[i]!)
        const turned = i < j ? [...path.slice(0, i), ...path.slice(i, j + 1).reverse(), ...path.slice(j + 1)] : path
        for (const other of [moved, turned]) {
          const w = weight(saved, other)
          if (w > so) { path = other; so = w; better = true; break }
        }
      }
  }
  return path
}

/** 谁现在离场、谁可以回来: as the room goes on to the next candidate. */
export const movesAt = (before: AgendaItem | null, now: AgendaItem): { readonly leave: readonly string[]; readonly stayOut: readonly string[]; readonly comeBack: readonly string[] } => ({
  leave: now.away.filter((j) => before?.away.includes(j) !== true), stayOut: now.away.filter((j) => before?.away.includes(j) === true), comeBack: (before?.away ?? []).filter((j) => !now.away.includes(j)),
})
