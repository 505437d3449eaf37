/**
 * Least cost first by what must be, then by what should be: nothing that stands is moved without need, nobody stays below the least, loads are even, readers are of the field.
 * Successive shortest paths with potentials (J. Edmonds and R. Karp 1972) on a graph of the jurors alone: a way from one juror to another hands over the reading that costs least. Few hundred jurors read thousands, so the graph stays small.
 */
import { checkBottleneck, inField, type Assignment, type AssignmentProblem } from './problem'

/** Each weighs more than all below it together could. */
const [MOVED, BELOW, OFF_FIELD] = [1e12, 1e7, 100] as const
/** Another reading on top of `load` costs as much as `load` tenths of one outside the field. */
const EVEN = OFF_FIELD / 10

/** The same question has the same answer, whatever the order of its lists. @throws RangeError for loads or numbers of readers that are not whole */
export const assign = (problem: AssignmentProblem): Assignment => {
  const steps = assigning(problem)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same, candidate by candidate, saying how many are done: for a caller who must do other things in between. */
export const assigning = function* (problem: AssignmentProblem): Generator<number, Assignment> {
  const p = sorted(problem)
  if (![p.readers, ...p.jurors.flatMap((j) => [j.most, j.least ?? 0])].every((n) => Number.isSafeInteger(n) && n >= 0)) throw new RangeError('readers and loads are whole numbers')
  const s = stateOf(p)
  for (let c = 0; c < s.candidates; c++) {
    for (let n = 0; n < p.readers; n++) {
      const stuck = augment(s, c)
      if (stuck !== null) return { ok: false, bottleneck: bottleneckOf(p, s, c, stuck) }
    }
    yield c + 1
  }
  return answerOf(p, s)
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
const sorted = (p: AssignmentProblem): AssignmentProblem => ({ ...p, candidates: [...p.candidates].sort(byId), jurors: [...p.jurors].sort(byId) })

/** Everything by number: candidate c and juror j meet at c * jurors + j. */
interface State {
  readonly candidates: number; readonly jurors: number; readonly perUnit: number
  readonly cost: Float64Array; readonly allowed: Uint8Array; readonly reads: Uint8Array
  readonly unitOf: Int32Array; readonly units: number; readonly mates: readonly (readonly number[])[]; readonly ofUnit: Uint16Array
  readonly load: Int32Array; readonly most: Int32Array; readonly least: Int32Array; readonly has: Set<number>[]; readonly readersOf: Set<number>[]
  /** Potentials, and for each juror the cheapest hand-over to every other and of which dossier (-1: none); kept right by every change. */
  readonly price: Float64Array; readonly over: Float64Array; readonly by: Int32Array
}

const stateOf = (p: AssignmentProblem): State => {
  const [n, m] = [p.candidates.length, p.jurors.length]
  const [cAt, jAt] = [new Map(p.candidates.map((c, i) => [c.id, i])), new Map(p.jurors.map((j, i) => [j.id, i]))]
  const units = [...new Set(p.jurors.map((j) => j.unit))]
  const uAt = new Map(units.map((u, i) => [u, i]))
  const [cost, allowed] = [new Float64Array(n * m), new Uint8Array(n * m).fill(1)]
  p.candidates.forEach((c, i) => p.jurors.forEach((j, k) => { cost[i * m + k] = (inField(j, c) ? 0 : OFF_FIELD) + (p.before === undefined ? 0 : MOVED) }))
  for (const [c, readers] of Object.entries(p.before ?? {})) for (const j of readers) if (cAt.has(c) && jAt.has(j)) cost[cAt.get(c)! * m + jAt.get(j)!]! -= MOVED
  for (const x of p.conflicts) if (cAt.has(x.candidate) && jAt.has(x.juror)) allowed[cAt.get(x.candidate)! * m + jAt.get(x.juror)!] = 0
  return {
    candidates: n, jurors: m, perUnit: p.perUnit ?? p.readers, cost, allowed, reads: new Uint8Array(n * m), unitOf: Int32Array.from(p.jurors, (j) => uAt.get(j.unit)!), units: units.length, mates: units.map((u) => p.jurors.flatMap((j, k) => (j.unit === u ? [k] : []))), ofUnit: new Uint16Array(n * units.length),
    load: new Int32Array(m), most: Int32Array.from(p.jurors, (j) => j.most), least: Int32Array.from(p.jurors, (j) => Math.min(j.least ?? 0, j.most)), has: Array.from({ length: m }, () => new Set()), readersOf: Array.from({ length: n }, () => new Set()),
    price: new Float64Array(m + 1), over: new Float64Array(m * m).fill(Infinity), by: new Int32Array(m * m).fill(-1),
  }
}

/** What one reading more costs a juror: nothing of weight up to the least, then the more the more there are. */
const next = (s: State, j: number): number => (s.load[j]! < s.least[j]! ? 0 : BELOW) + EVEN * s.load[j]!

/** Whether c may be read by j, j not being among its readers; `leaving` gives up a place of its unit. */
const fits = (s: State, c: number, j: number, leaving: number): boolean => {
  const at = c * s.jurors + j
  if (s.allowed[at] === 0 || s.reads[at] === 1) return false
  const unit = s.unitOf[j]!
  return (leaving >= 0 && s.unitOf[leaving] === unit) || s.ofUnit[c * s.units + unit]! < s.perUnit
}

/** `from` may hand c over to j: taken up where it is the cheapest so far. */
const offer = (s: State, from: number, j: number, c: number): void => {
  const [at, costs] = [from * s.jurors + j, s.cost[c * s.jurors + j]! - s.cost[c * s.jurors + from]!]
  if (costs < s.over[at]! && j !== from && fits(s, c, j, from)) { s.over[at] = costs; s.by[at] = c }
}
/** The cheapest hand-over from one to another, looked for among all that `from` reads. */
const lookAgain = (s: State, from: number, j: number): void => {
  s.over[from * s.jurors + j] = Infinity
  s.by[from * s.jurors + j] = -1
  for (const c of s.has[from]!) offer(s, from, j, c)
}
/** What of c may have become possible or impossible at j, for those who read c. */
const reconsider = (s: State, c: number, j: number): void => {
  for (const r of s.readersOf[c]!) {
    if (s.by[r * s.jurors + j] !== c) offer(s, r, j, c)
    else if (!fits(s, c, j, r)) lookAgain(s, r, j)
  }
}

/** One reader more for c, others handing over where that is cheaper. @returns null, or the jurors that were reached and are all full */
const augment = (s: State, c: number): number[] | null => {
  const banned: number[] = []
  for (;;) {
    const found = shortest(s, c)
    const clash = found.end < 0 ? -1 : follow(s, c, found.end, found.prev)
    if (clash < 0) {
      for (const at of banned) { s.allowed[at] = 1; reconsider(s, Math.floor(at / s.jurors), at % s.jurors) }
      return found.end < 0 ? found.settled : null
    }
    // A way that hands the same dossier over twice can meet a limit of its own making; a simple one costs no more.
    banned.push(clash)
    s.allowed[clash] = 0
    reconsider(s, Math.floor(clash / s.jurors), clash % s.jurors)
  }
}

/** Dijkstra over the jurors in reduced costs, until no way can end more cheaply; then the potentials follow. */
const shortest = (s: State, c: number): { end: number; prev: Int32Array; settled: number[] } => {
  const m = s.jurors
  const [dist, prev, done] = [new Float64Array(m).fill(Infinity), new Int32Array(m).fill(-1), new Uint8Array(m)]
  for (let j = 0; j < m; j++) if (fits(s, c, j, -1)) dist[j] = s.cost[c * m + j]! - s.price[j]!
  let [end, total] = [-1, Infinity]
  const settled: number[] = []
  for (;;) {
    let at = -1
    for (let j = 0; j < m; j++) if (done[j] === 0 && dist[j]! < Infinity && (at < 0 || dist[j]! < dist[at]!)) at = j
    if (at < 0 || dist[at]! >= total) break
    done[at] = 1
    settled.push(at)
    if (s.load[at]! < s.most[at]!) {
      const last = dist[at]! + next(s, at) + s.price[at]! - s.price[m]!
      if (last < total) { total = last; end = at }
    }
    const base = dist[at]! + s.price[at]!
    for (let j = 0; j < m; j++) {
      if (done[j] === 1 || s.over[at * m + j] === Infinity) continue
      const way = base + s.over[at * m + j]! - s.price[j]!
      if (way < dist[j]!) { dist[j] = way; prev[j] = at }
    }
  }
  if (end >= 0) for (const j of settled) s.price[j]! += Math.min(0, dist[j]! - total)
  return { end, prev, settled }
}

/** Carries the way out; if it breaks a limit it is taken back, and the place that broke it returned. */
const follow = (s: State, c: number, end: number, prev: Int32Array): number => {
  const way: { readonly dossier: number; readonly from: number; readonly to: number }[] = []
  for (let j = end; ; j = prev[j]!) {
    way.unshift(prev[j]! < 0 ? { dossier: c, from: -1, to: j } : { dossier: s.by[prev[j]! * s.jurors + j]!, from: prev[j]!, to: j })
    if (prev[j]! < 0) break
  }
  for (const [i, { dossier, from, to }] of way.entries()) {
    if ((from >= 0 && !s.has[from]!.has(dossier)) || !fits(s, dossier, to, from)) {
      for (const done of way.slice(0, i).reverse()) { take(s, done.dossier, done.to, -1); if (done.from >= 0) take(s, done.dossier, done.from, 1) }
      return dossier * s.jurors + to
    }
    if (from >= 0) take(s, dossier, from, -1)
    take(s, dossier, to, 1)
  }
  return -1
}
const take = (s: State, c: number, j: number, sign: 1 | -1): void => {
  s.reads[c * s.jurors + j] = sign > 0 ? 1 : 0
  s.load[j]! += sign
  s.ofUnit[c * s.units + s.unitOf[j]!]! += sign
  if (sign > 0) {
    s.has[j]!.add(c)
    for (let to = 0; to < s.jurors; to++) offer(s, j, to, c)
  } else {
    s.has[j]!.delete(c)
    s.readersOf[c]!.delete(j)
    for (let to = 0; to < s.jurors; to++) if (s.by[j * s.jurors + to] === c) lookAgain(s, j, to)
  }
  for (const mate of s.mates[s.unitOf[j]!]!) reconsider(s, c, mate)
  if (sign > 0) s.readersOf[c]!.add(j)
}

/** Everybody reached is full and hands over to nobody else: those whom they read, and c, are too many for them. Where all together lack more than these, all are named: what is told to be short is then short in all. */
const bottleneckOf = (p: AssignmentProblem, s: State, c: number, reached: readonly number[]) => {
  const dossiers = new Set([c, ...reached.flatMap((j) => [...s.has[j]!])])
  const b = { candidates: [...dossiers].map((i) => p.candidates[i]!.id).sort(), jurors: reached.map((j) => p.jurors[j]!.id).sort() }
  const all = { candidates: p.candidates.map((x) => x.id), jurors: p.jurors.map((x) => x.id) }
  const [these, together] = [{ ...b, ...checkBottleneck(p, b) }, { ...all, ...checkBottleneck(p, all) }]
  return together.needed - together.have > these.needed - these.have ? together : these
}

const answerOf = (p: AssignmentProblem, s: State): Assignment => {
  const readings = Object.fromEntries(p.candidates.map((c, i) => [c.id, [...s.readersOf[i]!].sort((a, b) => a - b).map((j) => p.jurors[j]!.id)]))
  const pairs = p.candidates.flatMap((c, i) => [...s.readersOf[i]!].map((j) => ({ candidate: c, juror: p.jurors[j]! })))
  return {
    ok: true, readings, all: pairs.length, ofTheField: pairs.filter(({ juror, candidate }) => inField(juror, candidate)).length, below: p.jurors.filter((_, j) => s.load[j]! < s.least[j]!).map((j) => j.id),
    moved: Object.entries(p.before ?? {}).reduce((n, [c, readers]) => n + readers.filter((j) => readings[c]?.includes(j) === false).length, 0),
  }
}
