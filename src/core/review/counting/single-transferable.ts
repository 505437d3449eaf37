/** 单记可让渡投票: The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 45–52, followed exactly (weighted inclusive Gregory, five decimals, any remainder ignored), but for the lot: where it would be drawn the count waits for people. */
import type { Words } from '../../kernel/finding'
import type { Decision, Waits } from './instant-runoff'
import type { Ranking } from './rankings'
import { decimal, ratio } from './ratio'

/** Votes are whole hundred-thousandths. */
export const UNIT = 100_000
export interface TransferStage { readonly votes: Readonly<Record<string, number>>; /** Of papers that name nobody further, and remainders ignored. */ readonly nonTransferable: number; readonly act: { readonly kind: 'first' | 'transfer' | 'exclude'; readonly candidate: string | null }; readonly elected: readonly string[] }
export interface TransferResult { readonly quota: number; readonly stages: readonly TransferStage[]; /** In the order in which they were. */ readonly elected: readonly string[]; readonly excluded: readonly string[]; readonly waits: Waits | null }

/** Papers that came to somebody together: at what value, and where on each the reading stands. */
interface Parcel { readonly ranking: Ranking; readonly value: number; readonly at: number }
interface State { readonly votes: number[]; readonly parcels: Parcel[][]; readonly status: ('continuing' | 'elected' | 'excluded')[]; readonly elected: number[]; readonly excluded: number[]; readonly toTransfer: Set<number>; readonly stages: TransferStage[]; nonTransferable: number }

/** @param rankings without equals @param decisions what people decided where a lot would have been drawn: at that stage this one is transferred or excluded */
export const singleTransferable = (candidates: readonly string[], rankings: readonly Ranking[], places: number, decisions: readonly Decision[] = []): TransferResult => {
  const papers = rankings.reduce((sum, r) => sum + (r.order.length > 0 ? r.ballots : 0), 0)
  const quota = Math.floor(papers / (places + 1)) + 1
  const s: State = { votes: candidates.map(() => 0), parcels: candidates.map(() => []), status: candidates.map(() => 'continuing'), elected: [], excluded: [], toTransfer: new Set(), stages: [], nonTransferable: 0 }
  for (const ranking of rankings) if (ranking.order.length > 0) give(s, ranking, UNIT, -1)
  endStage(s, candidates, quota, places, { kind: 'first', candidate: null })
  const done = (waits: Waits | null): TransferResult => ({ quota, stages: s.stages, elected: s.elected.map((c) => candidates[c]!), excluded: s.excluded.map((c) => candidates[c]!), waits })
  while (s.elected.length < places && !lastVacancies(s, candidates, places)) {
    const about = s.toTransfer.size > 0 ? 'transfer' : 'exclude'
    const among = chosen(s, candidates, about, decisions)
    if (among.length > 1) return done({ stage: s.stages.length + 1, about, among: among.map((c) => candidates[c]!).sort() })
    const c = among[0]!
    if (about === 'exclude') {
      s.status[c] = 'excluded'
      s.excluded.push(c)
      if (lastVacancies(s, candidates, places)) break
    }
    if (about === 'transfer') transfer(s, c, quota)
    else passOn(s, c)
    endStage(s, candidates, quota, places, { kind: about, candidate: candidates[c]! })
  }
  return done(null)
}

/** 52: as many continuing as vacancies: they are elected, and nothing more is transferred, not even the papers of whom this leaves out. */
const lastVacancies = (s: State, candidates: readonly string[], places: number): boolean => {
  const continuing = continuingOf(s)
  if (continuing.length > places - s.elected.length) return false
  s.elected.push(...continuing.sort((a, b) => s.votes[b]! - s.votes[a]! || a - b))
  for (const c of continuing) s.status[c] = 'elected'
  const last = s.stages.pop()!
  s.stages.push({ ...last, elected: [...last.elected, ...continuing.map((c) => candidates[c]!)] })
  return true
}

const continuingOf = (s: State): number[] => [...s.votes.keys()].filter((c) => s.status[c] === 'continuing')

/** To the next continuing candidate on the paper, or to nobody. @param at where the reading stopped */
const give = (s: State, ranking: Ranking, value: number, at: number): void => {
  let next = at + 1
  while (next < ranking.order.length && s.status[ranking.order[next]![0]!] !== 'continuing') next++
  const to = ranking.order[next]?.[0]
  if (to === undefined) return
  s.votes[to]! += value * ranking.ballots
  s.parcels[to]!.push({ ranking, value, at: next })
}

/** 47: who has the quota is elected, most votes first; whoever has more hands the surplus on in a later stage. */
const endStage = (s: State, candidates: readonly string[], quota: number, places: number, act: TransferStage['act']): void => {
  const reached = continuingOf(s).filter((c) => s.votes[c]! >= quota * UNIT).sort((a, b) => s.votes[b]! - s.votes[a]! || a - b).slice(0, places - s.elected.length)
  for (const c of reached) {
    s.status[c] = 'elected'
    s.elected.push(c)
    if (s.votes[c]! > quota * UNIT) s.toTransfer.add(c)
  }
  const total = s.stages[0] === undefined ? 0 : Object.values(s.stages[0].votes).reduce((a, b) => a + b, 0)
  s.nonTransferable = s.stages.length === 0 ? 0 : total - s.votes.reduce((a, b) => a + b, 0)
  s.stages.push({ votes: Object.fromEntries(candidates.map((c, i) => [c, s.votes[i]!])), nonTransferable: s.nonTransferable, act, elected: reached.map((c) => candidates[c]!) })
}

/** 49, 51: the greatest surplus, the fewest votes; of equals who had more (fewer) at the most recent stage at which they differed; else people. */
const chosen = (s: State, candidates: readonly string[], about: Waits['about'], decisions: readonly Decision[]): number[] => {
  const sign = about === 'transfer' ? -1 : 1
  let among = about === 'transfer' ? [...s.toTransfer] : continuingOf(s)
  for (let stage = s.stages.length - 1; stage >= 0 && among.length > 1; stage--) {
    const then = (c: number): number => sign * s.stages[stage]!.votes[candidates[c]!]!
    const first = Math.min(...among.map(then))
    among = among.filter((c) => then(c) === first)
  }
  const decided = among.length > 1 ? among.filter((c) => decisions.some((d) => d.stage === s.stages.length + 1 && d.candidate === candidates[c]!)) : []
  return decided.length === 1 ? decided : among
}

/** 48(3): surplus by the paper's value at receipt, over all the votes of the one who transfers; five decimals, the remainder ignored. */
const transfer = (s: State, c: number, quota: number): void => {
  const [surplus, credited] = [s.votes[c]! - quota * UNIT, s.votes[c]!]
  s.toTransfer.delete(c)
  const parcels = s.parcels[c]!.splice(0)
  s.votes[c] = quota * UNIT
  const values = new Map<number, number>()
  for (const p of parcels) {
    const value = values.get(p.value) ?? Number((BigInt(surplus) * BigInt(p.value)) / BigInt(credited))
    values.set(p.value, value)
    give(s, p.ranking, value, p.at)
  }
}

/** 50: papers pass on at the value at which they came. */
const passOn = (s: State, c: number): void => {
  const parcels = s.parcels[c]!.splice(0)
  s.votes[c] = 0
  for (const p of parcels) give(s, p.ranking, p.value, p.at)
}

export const sayTransfer = (r: TransferResult, candidate: string): Words => {
  const stage = r.stages.findIndex((s) => s.elected.includes(candidate))
  const votes = decimal(ratio((r.stages[Math.max(stage, 0)] ?? r.stages.at(-1)!).votes[candidate] ?? 0, UNIT), 2)
  if (stage >= 0) return { zh: `当选票数 ${r.quota}，第 ${stage + 1} 步得 ${votes} 票，当选`, en: `quota ${r.quota}; elected at stage ${stage + 1} with ${votes} votes` }
  return r.excluded.includes(candidate) ? { zh: `当选票数 ${r.quota}，逐步淘汰时票最少，票已转给后一志愿`, en: `quota ${r.quota}; had the fewest votes and was excluded, the papers passed on` } : { zh: `当选票数 ${r.quota}，名额已满`, en: `quota ${r.quota}; the places were filled` }
}
