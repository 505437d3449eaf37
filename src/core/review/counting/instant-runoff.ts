/** 逐轮淘汰: preferential voting of Robert’s Rules of Order (12th ed. 45:62–69) and the alternative vote: the fewest go out and their ballots pass on, until one has more than half of the ballots still in play. */
import type { Words } from '../../kernel/finding'
import type { Ranking } from './rankings'

export interface RunoffStage { readonly votes: Readonly<Record<string, number>>; readonly exhausted: number; /** Out after this stage. */ readonly out: readonly string[] }
/** A question to people that the rule does not answer; their decision is handed in by stage. */
export interface Waits { readonly stage: number; readonly about: 'exclude' | 'transfer'; readonly among: readonly string[] }
export interface RunoffResult { readonly stages: readonly RunoffStage[]; readonly winner: string | null; /** Those out, the first out first. */ readonly out: readonly string[]; readonly waits: Waits | null }
/** What people decided where a count waited: at that stage (from 1) this one goes. */
export type Decision = { readonly stage: number; readonly candidate: string }

/**
 * One winner, or the question at which the count waits for people. Who has no vote at all goes out first, all at once: they cannot pass anything on.
 * @param decisions answers to earlier questions; one that names nobody in question is not heard
 */
export const instantRunoff = (candidates: readonly string[], rankings: readonly Ranking[], decisions: readonly Decision[] = []): RunoffResult => {
  const inPlay = new Set(candidates.keys())
  const stages: RunoffStage[] = []
  const out: string[] = []
  // Each ballot lies in the pile of its first in play, with the place up to which it was read; only piles of those who go out are read on.
  const piles = candidates.map((): number[] => [])
  const at = new Int32Array(rankings.length).fill(-1)
  let exhausted = 0
  const lay = (r: number): void => {
    const { order, ballots } = rankings[r]!
    for (at[r]!++; at[r]! < order.length; at[r]!++) {
      const c = order[at[r]!]![0]!
      if (inPlay.has(c)) return void piles[c]!.push(r)
    }
    exhausted += ballots
  }
  rankings.forEach((_, r) => lay(r))
  for (;;) {
    const votes = new Map([...inPlay].map((c) => [c, piles[c]!.reduce((n, r) => n + rankings[r]!.ballots, 0)]))
    const said = (gone: readonly number[]): RunoffStage => ({ votes: Object.fromEntries([...votes].map(([c, v]) => [candidates[c]!, v])), exhausted, out: gone.map((c) => candidates[c]!) })
    const cast = [...votes.values()].reduce((a, b) => a + b, 0)
    const ahead = [...votes].find(([, v]) => 2 * v > cast)
    if (ahead !== undefined || inPlay.size === 0 || cast === 0) {
      stages.push(said([]))
      return { stages, winner: ahead === undefined ? null : candidates[ahead[0]]!, out, waits: null }
    }
    const fewest = Math.min(...votes.values())
    const lowest = [...votes].filter(([, v]) => v === fewest).map(([c]) => c)
    const decided = lowest.find((c) => decisions.some((d) => d.stage === stages.length + 1 && d.candidate === candidates[c]!))
    const gone = fewest === 0 ? lowest : lowest.length === 1 ? lowest : decided === undefined ? null : [decided]
    if (gone === null) return { stages: [...stages, said([])], winner: null, out, waits: { stage: stages.length + 1, about: 'exclude', among: lowest.map((c) => candidates[c]!).sort() } }
    stages.push(said(gone))
    for (const c of gone) { inPlay.delete(c); out.push(candidates[c]!) }
    for (const c of gone) for (const r of piles[c]!.splice(0)) lay(r)
  }
}

export const sayRunoff = (r: RunoffResult): Words => {
  const last = r.stages.at(-1)!
  const cast = Object.values(last.votes).reduce((a, b) => a + b, 0)
  if (r.winner === null) return { zh: `第 ${r.stages.length} 轮最少的票数相同，由评委会决定淘汰哪一个`, en: `in stage ${r.stages.length} the fewest votes are equal; the jury decides who goes out` }
  return { zh: `经 ${r.stages.length} 轮，得 ${last.votes[r.winner] ?? 0} 票，超过仍有效的 ${cast} 票的一半`, en: `after ${r.stages.length} stages ${last.votes[r.winner] ?? 0} votes, more than half of the ${cast} still in play` }
}
