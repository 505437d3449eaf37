/** 组内得票: what a round that is counted leaves for ties of the next. */
import { asTally, type RoundResult } from './concluded'
import { ratio, type Ratio } from './counting/ratio'

/** What a candidate had in that round; null: it was counted in another way, or did not stand there. */
export const inGroupVoteOf = (earlier: RoundResult, candidate: string): Ratio | null => {
  const t = asTally(earlier)
  if (t.method === 'approval') { const r = t.rows.find((x) => x.candidate === candidate); return r === undefined ? null : ratio(r.approvals, Math.max(1, r.base)) }
  return t.method === 'score' ? t.rows.find((x) => x.candidate === candidate)?.raw ?? null : null
}
