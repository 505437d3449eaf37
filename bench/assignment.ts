/** 分配: 3,000 candidates, 300 jurors, 5 readers each, with conflicts, fields, units and loads; then one conflict more, and a juror who falls away. Pure computing. */
import { assign } from '#core/review/assignment/assign'
import type { Assignment, AssignmentProblem } from '#core/review/assignment/problem'

const GOAL = 10
let missed = 0
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const timed = (what: string, p: AssignmentProblem): Assignment => {
  const [from, cpu] = [performance.now(), process.cpuUsage()]
  const a = assign(p)
  const took = (performance.now() - from) / 1000
  const used = process.cpuUsage(cpu).user / 1_000_000
  if (took > GOAL) missed++
  const read = new Map<string, number>()
  if (a.ok) for (const j of Object.values(a.readings).flat()) read.set(j, (read.get(j) ?? 0) + 1)
  const loads = [...read.values()]
  print(`${what.padEnd(58)} ${took.toFixed(1).padStart(5)} s, ${used.toFixed(1).padStart(4)} s of one processor (goal ≤ ${GOAL} s)${took > GOAL ? ' MISSED' : ''}   ${a.ok ? `${a.all} readings, ${Math.round((100 * a.ofTheField) / a.all)} % of the field, loads ${Math.min(...loads)} to ${Math.max(...loads)}, below the least ${a.below.length}, moved ${a.moved}` : `cannot be: ${a.bottleneck.candidates.length} candidates, ${a.bottleneck.jurors.length} jurors, ${a.bottleneck.needed} needed, ${a.bottleneck.have} to be had`}`)
  return a
}
/** The same numbers on every machine: a linear congruential generator. */
let seed = 20211122
const below = (n: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return Math.floor((seed / 0x80000000) * n)
}
const fields = Array.from({ length: 40 }, (_, i) => `f${i}`)
const [C, J] = [3000, 300]
const problem: AssignmentProblem = {
  candidates: Array.from({ length: C }, (_, i) => ({ id: `c${String(i).padStart(4, '0')}`, fields: [fields[below(40)]!] })),
  jurors: Array.from({ length: J }, (_, i) => ({ id: `j${String(i).padStart(3, '0')}`, unit: `u${below(90)}`, fields: [fields[below(40)]!, fields[below(40)]!, fields[below(40)]!], most: 54, least: 40 })),
  readers: 5, perUnit: 1, conflicts: Array.from({ length: 15_000 }, () => ({ juror: `j${String(below(J)).padStart(3, '0')}`, candidate: `c${String(below(C)).padStart(4, '0')}` })),
}
print(`node ${process.version}: ${C} candidates × ${J} jurors × ${problem.readers} readers, ${problem.conflicts.length} conflicts, 90 units (one reader each), 40 fields (three a juror), 40 to 54 a juror`)
const first = timed('shared out', problem)
if (first.ok) {
  const [c, [j]] = Object.entries(first.readings)[C >> 1]! as [string, [string]]
  timed('again with one conflict more', { ...problem, conflicts: [...problem.conflicts, { juror: j, candidate: c }], before: first.readings })
  timed('again without one juror', { ...problem, jurors: problem.jurors.slice(1), before: first.readings })
}
timed('where it cannot be: 49 a juror', { ...problem, jurors: problem.jurors.map((j) => ({ ...j, most: 49, least: 0 })) })
process.exitCode = missed === 0 ? 0 : 1
