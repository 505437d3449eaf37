/** 加权合计: what each candidate brings from the rounds that the rule names, as they were counted. */
import { finding, type Finding } from '#core/kernel/finding'
import { asTally } from '#core/review/concluded'
import { microOf, weightsOf, type Parts } from '#core/review/counting/weighted'
import type { RoundRule } from '#core/rules/round-terms'
import type { Queries } from './store/database'
import { listRounds } from './store/rounds'

export const partsFor = async (q: Queries, campaignId: string, rule: RoundRule, candidates: readonly string[]): Promise<{ readonly parts: Parts | null; readonly findings: readonly Finding[] }> => {
  const weights = weightsOf(rule)?.filter((w) => w.round !== undefined)
  if (weights === undefined) return { parts: null, findings: [] }
  const rounds = await listRounds(q, campaignId)
  const findings: Finding[] = []
  const parts: Record<string, Record<string, number>> = Object.fromEntries(candidates.map((c) => [c, {}]))
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): void => void findings.push(finding({ code: `round.${code}`, strength: 'block', rule, what, mend }))
  for (const w of weights) {
    const earlier = rounds.find((r) => r.ruleId === w.round)
    const tally = earlier?.result == null ? null : asTally(earlier.result)
    if (earlier?.rule.score === undefined || tally?.method !== 'score') {
      no('partOpen', [`“${w.of.zh}”还没有打分计票`, `“${w.of.en}” is not scored and counted yet`], ['请先办结那一轮。', 'Close that round first.'])
      continue
    }
    const raw = new Map(tally.rows.map((r) => [r.candidate, r.raw]))
    const missing = candidates.filter((c) => raw.get(c) == null)
    if (missing.length > 0) no('partMissing', [`${missing.length} 名人选没有“${w.of.zh}”的分`, `${missing.length} candidate(s) have no points of “${w.of.en}”`], ['没有参加那一轮，或没有计分的人选，不能进入本轮。', 'Who did not stand in that round, or was not counted there, cannot stand in this one.'])
    for (const c of candidates) { const own = raw.get(c); if (own != null) parts[c]![w.round!] = microOf(earlier.rule.score, own) }
  }
  return { parts, findings }
}
