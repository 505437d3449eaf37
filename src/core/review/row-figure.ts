/** The one figure of a row that a list shows, and how far it fills a bar; every sentence about it says the rest (`sayRow`). */
import type { Words } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import { decimal, type Ratio } from './counting/ratio'
import { UNIT } from './counting/single-transferable'
import { weightsOf } from './counting/weighted'
import type { Tally } from './tally'

export interface RowFigure { readonly label: Words; /** 0 to 1 of the bar. */ readonly part: number; /** Of grades the share of each, best first; of a weighted sum what each part brings. */ readonly parts?: readonly number[]; /** Raw rank where the order goes by another. */ readonly rawRank?: number | null }

const one = (text: string): Words => ({ zh: text, en: text })
const sized = (r: Ratio): number => r.numerator / r.denominator
const within = (part: number): number => (Number.isFinite(part) ? Math.max(0, Math.min(1, part)) : 0)

/** Figures of all rows, in their order. */
export const rowFigures = (rule: RoundRule, t: Tally): RowFigure[] => {
  switch (t.method) {
    case 'approval': return t.rows.map((r) => ({ label: one(`${r.approvals} / ${r.base}`), part: within(r.approvals / r.base) }))
    case 'score': {
      const [weights, part] = [weightsOf(rule), rule.publicPart]
      if (part !== undefined) return t.rows.map((r) => (r.joined == null ? { label: { zh: '未计分', en: 'not counted' }, part: 0 } : { label: one(decimal(r.joined.sum, 3)), part: within(sized(r.joined.sum) / 100), parts: [within((sized(r.joined.jury) * (100 - part.percent)) / 1e4), within((sized(r.joined.public) * part.percent) / 1e4)] }))
      if (weights !== undefined) return t.rows.map((r) => (r.weighted == null || r.shares == null ? { label: { zh: '未计分', en: 'not counted' }, part: 0 } : { label: one(decimal(r.weighted, 3)), part: within(sized(r.weighted) / 100), parts: r.shares.map((s, i) => within((s * weights[i]!.percent) / 1e10)) }))
      const { from, to } = rule.score!
      const span = rule.score!.criteria === undefined ? { from, to } : spanOf(rule)
      return t.rows.map((r) => ({
        label: r.raw === null ? { zh: '未计分', en: 'not counted' } : rule.score!.adjust === undefined || r.adjusted === null ? one(decimal(r.raw, 3)) : { zh: `${decimal(r.adjusted, 3)}（原 ${decimal(r.raw, 3)}）`, en: `${decimal(r.adjusted, 3)} (raw ${decimal(r.raw, 3)})` },
        part: r.raw === null ? 0 : within((sized(r.raw) - span.from) / (span.to - span.from)), ...(rule.score!.adjust !== undefined && { rawRank: r.rawRank }),
      }))
    }
    case 'grades': return t.rows.map((r) => ({
      label: { zh: rule.grades!.list.map((g, i) => `${g.name.zh} ${r.counts[i]}`).join('　'), en: rule.grades!.list.map((g, i) => `${g.name.en} ${r.counts[i]}`).join(', ') },
      part: r.readers === 0 ? 0 : within(r.counts[0]! / r.readers), parts: r.counts.map((n) => (r.readers === 0 ? 0 : n / r.readers)),
    }))
    case 'borda': return t.rows.map((r) => ({ label: { zh: `${decimal(r.points, r.points.denominator === 1 ? 0 : 1)} 分`, en: `${decimal(r.points, r.points.denominator === 1 ? 0 : 1)} points` }, part: within(sized(r.share)) }))
    case 'schulze': return t.rows.map((r) => ({ label: { zh: `胜 ${r.worse}　负 ${r.better}`, en: `beats ${r.worse}, loses to ${r.better}` }, part: within(r.worse / Math.max(1, t.rows.length - 1)) }))
    case 'instantRunoff': {
      // Where it stood when last it had votes: who went out keeps the votes of that stage.
      const votesOf = (c: string): number => t.detail.stages.findLast((s) => s.votes[c] !== undefined)?.votes[c] ?? 0
      const most = Math.max(1, ...t.rows.map((r) => votesOf(r.candidate)))
      return t.rows.map((r) => ({ label: { zh: `${votesOf(r.candidate)} 票`, en: `${votesOf(r.candidate)} votes` }, part: within(votesOf(r.candidate) / most) }))
    }
    case 'singleTransferable': {
      const bestOf = (c: string): number => Math.max(0, ...t.detail.stages.map((s) => s.votes[c] ?? 0))
      const most = Math.max(1, ...t.rows.map((r) => bestOf(r.candidate)))
      return t.rows.map((r) => { const votes = decimal({ numerator: bestOf(r.candidate), denominator: UNIT }, 2); return { label: { zh: `最多 ${votes} 票`, en: `${votes} votes at most` }, part: within(bestOf(r.candidate) / most) } })
    }
  }
}

/** Least and most points a candidate can have where a round scores by criteria. */
const spanOf = (rule: RoundRule): { from: number; to: number } => {
  const sum = (of: 'from' | 'to'): number => rule.score!.criteria!.reduce((n, c) => n + (c.percent === undefined ? c[of] : (c[of] * c.percent) / 100), 0)
  return { from: sum('from'), to: sum('to') }
}
