/** 计票: 100,000 ballots counted by each method, in the one function that server, page and verifier share. Pure computing: no server, no database. */
import { round, type RoundRule } from '#core/rules/round-terms'
import type { Ballot, BallotBox } from '#core/review/ballot-box'
import { allot } from '#core/review/counting/allotment'
import { countPublic } from '#core/review/counting/public-vote'
import { leastSwap } from '#core/review/selecting/least-swap'
import { tally } from '#core/review/tally'

const GOAL = 1000
const BALLOTS = 100_000
let missed = 0
const print = (line: string): void => void process.stdout.write(`${line}\n`)
/** The middle of three runs, after one that warms up. */
const report = (what: string, work: () => unknown): void => {
  work()
  const cpu = process.cpuUsage()
  const took = Array.from({ length: 3 }, () => { const from = performance.now(); work(); return performance.now() - from }).sort((a, b) => a - b)
  const used = process.cpuUsage(cpu).user / 3000
  const bad = took[1]! > GOAL
  if (bad) missed++
  print(`${what.padEnd(74)} ${took[1]!.toFixed(0).padStart(6)} ms, ${used.toFixed(0).padStart(5)} ms of processors (goal ≤ ${GOAL} ms)${bad ? ' MISSED' : ''}`)
}

/** The same numbers on every machine: a linear congruential generator. */
let seed = 20211122
const below = (n: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return Math.floor((seed / 0x80000000) * n)
}
const words = { zh: '示例', en: 'example' }
const rule = (more: object): RoundRule => ({ ...round.parse({
  id: 'r', kind: 'round', clause: { number: '一', ...words }, name: words, method: 'approval', ballot: 'secret', places: 10, quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true },
  threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'cast', recusedLeaveBase: true }, ...more,
}), rests: { number: null, ...words } }) as RoundRule

const candidates = Array.from({ length: 30 }, (_, i) => `c${String(i).padStart(2, '0')}`)
const jurors = Array.from({ length: BALLOTS }, (_, i) => ({ id: `j${i}`, present: true, voted: true }))
const recusals = Array.from({ length: 3000 }, (_, i) => ({ juror: `j${i}`, candidate: candidates[i % 30]! }))
const boxOf = (ballot: (i: number) => Partial<Ballot>, people = candidates): BallotBox => ({ candidates: people, jurors, recusals, ballots: Array.from({ length: BALLOTS }, (_, i) => ({ code: `B${i}`, approvals: [], ...ballot(i) })) })
const some = (n: number): string[] => { const left = [...candidates]; return Array.from({ length: n }, () => left.splice(below(left.length), 1)[0]!) }

print(`node ${process.version}: ${BALLOTS.toLocaleString('en')} ballots, ${candidates.length} candidates, ${recusals.length.toLocaleString('en')} recusals`)
const approvals = boxOf(() => ({ approvals: some(1 + below(10)) }))
report('votes in favour, two thirds of valid ballots, recused left out', () => tally(rule({ maxApprovals: 10, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'cast', cast: 'valid', recusedLeaveBase: true } }), approvals))
const marks = boxOf(() => { const all = some(12); return { approvals: all.slice(0, 8), against: all.slice(8), writeIns: [`另选${below(20)}`] } })
report('in favour, against, abstained, written in', () => tally(rule({ maxApprovals: 10, marks: { against: true, writeIn: true }, tieBy: ['fewerAgainst'] }), marks))

// Each ballot scores five of thirty: half a million scores.
const scores = boxOf(() => ({ scores: Object.fromEntries(some(5).map((c) => [c, [600 + below(400)]])) }))
const score = (more: object): RoundRule => rule({ method: 'score', score: { from: 0, to: 100, decimals: 1, ...more } })
report('scores, mean', () => tally(score({}), scores))
report('scores, 100 highest and lowest left out', () => tally(score({ trim: 100 }), scores))
report('scores, median', () => tally(score({ average: 'median' }), scores))
report('scores, z-scores of the jurors beside them', () => tally(score({ adjust: 'zScore' }), scores))
report('scores, candidate plus juror by least squares beside them', () => tally(score({ adjust: 'additive' }), scores))
const criteria = ['deeds', 'conduct', 'effect', 'example'].map((id) => ({ id, name: words, to: 100, percent: 25 }))
const rubric = boxOf(() => ({ scores: Object.fromEntries(some(3).map((c) => [c, criteria.map(() => 60 + below(40))])) }))
report('scores, four weighted criteria', () => tally(rule({ method: 'score', score: { from: 0, to: 100, criteria }, tieBy: ['deeds'] }), rubric))
const list = ['优', '良', '中', '差'].map((zh, i) => ({ id: `g${i}`, name: { zh, en: zh } }))
const grades = boxOf(() => ({ grades: Object.fromEntries(candidates.slice(0, 10).map((c) => [c, below(4)])) }), candidates.slice(0, 10))
for (const order of ['mostBest', 'median'] as const) report(`grades, by ${order === 'mostBest' ? 'most of the best' : 'the middle one'}`, () => tally(rule({ method: 'score', grades: { list, order } }), grades))

const rankings = boxOf(() => ({ ranking: some(3 + below(6)).map((c) => [c]) }))
const rank = (by: string, more: object = {}): RoundRule => rule({ method: 'rank', ranking: { by }, ...more })
for (const unnamed of ['zero', 'average', 'modified']) report(`Borda, of those not named: ${unnamed}`, () => tally(rule({ method: 'rank', ranking: { by: 'borda', unnamed } }), rankings))
report('Schulze', () => tally(rank('schulze'), rankings))
report('instant runoff', () => tally(rank('instantRunoff', { places: 1 }), rankings))
report('single transferable vote, ten places', () => tally(rank('singleTransferable'), rankings))

const votes = Array.from({ length: BALLOTS }, () => ({ account: `a${below(40_000)}`, day: `2026-06-0${1 + below(9)}`, candidates: some(5) }))
report('votes of the public within their limits', () => countPublic({ perDay: 1, inAll: 5, perCandidate: 2, least: 5, most: 10 }, candidates, votes))
const groups = Array.from({ length: 100 }, (_, i) => ({ id: `g${i}`, number: 1 + below(100_000) }))
for (const method of ['dHondt', 'sainteLague', 'hamilton'] as const) report(`3,000 places among 100 groups, ${method}`, () => allot(method, groups, 3000))
const properties = ['academician', 'young', 'woman', 'frontline', 'leader']
const people = Array.from({ length: 180 }, (_, i) => ({ candidate: `p${i}`, rank: i + 1, properties: properties.filter((_p, k) => below(10) < 2 + k) }))
const share = (numerator: number, denominator: number) => ({ share: { numerator, denominator } })
const balance = [{ id: 'a', name: words, of: 'academician', bound: 'most' as const, ...share(1, 10) }, { id: 'b', name: words, of: 'young', bound: 'least' as const, ...share(2, 5) }, { id: 'c', name: words, of: 'woman', bound: 'least' as const, ...share(1, 2) }, { id: 'd', name: words, of: 'frontline', within: 'woman', bound: 'least' as const, ...share(3, 5) }]
let swap = ''
report('the least exchange, 60 of 180 people, four rules, one of them nested', () => { const s = leastSwap(balance, people, new Set(people.slice(0, 60).map((p) => p.candidate))); swap = s.kind === 'swap' ? `${s.out.length} exchanged` : s.kind })
print(`   found: ${swap}`)
process.exitCode = missed === 0 ? 0 : 1
