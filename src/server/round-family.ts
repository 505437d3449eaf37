/** A round and those that follow from it (再投): together they say who is in. */
import { asTally, stepAfter } from '#core/review/concluded'
import type { Outcome } from '#core/review/counting/placement'
import type { NextStep } from '#core/review/next-step'
import { rootId } from '#core/review/next-round'
import type { Queries } from './store/database'
import { listRounds, type RoundRow } from './store/rounds'

export interface FamilyRow { readonly candidate: string; readonly rank: number; readonly outcome: Outcome; readonly reached: boolean; readonly group?: string }
export interface Family { readonly ruleId: string; readonly rounds: readonly RoundRow[]; readonly rows: readonly FamilyRow[]; /** What follows from the last of them; null while one is open or when nothing does. */ readonly open: Exclude<NextStep, { kind: 'done' }> | null; /** All are closed, and nobody stands undecided at the line. Places left empty hold nothing up. */ readonly isOver: boolean }

export const selectedOf = (f: Pick<Family, 'rows'>): string[] => f.rows.filter((r) => r.outcome === 'selected').map((r) => r.candidate)

/** The first round's rows; of whom a later round decided, its outcome. Who was chosen keeps the place; the order is that of the first count, then of the later. */
const familyOf = (ruleId: string, rounds: readonly RoundRow[]): Family => {
  const closed = rounds.flatMap((r) => (r.result !== null && 'rows' in r.result ? [{ rule: r.rule, result: r.result, tally: asTally(r.result) }] : []))
  const rows = new Map<string, FamilyRow>()
  for (const { tally } of closed) {
    // Ranks are within a group where there are groups.
    const standing: readonly { readonly candidate: string; readonly group?: string }[] = tally.rows
    const firstOf = (group: string | undefined): number => Math.min(...standing.filter((r) => r.group === group).map((r) => rows.get(r.candidate)?.rank ?? 1))
    const firsts = new Map([...new Set(standing.map((r) => r.group))].map((g) => [g, firstOf(g)]))
    for (const row of tally.rows) rows.set(row.candidate, { candidate: row.candidate, ...('group' in row && row.group !== undefined && { group: row.group }), rank: firsts.get('group' in row ? row.group : undefined)! + row.rank - 1, outcome: row.outcome, reached: 'reached' in row ? row.reached === true : row.outcome !== 'belowThreshold' })
  }
  const last = closed.at(-1)
  const next = last === undefined || closed.length < rounds.length ? null : stepAfter(last.rule, last.result)
  const standing: readonly { readonly outcome: Outcome }[] = last?.tally.rows ?? []
  const isUnsettled = standing.some((r) => r.outcome === 'tied' || r.outcome === 'open')
  return { ruleId, rounds, rows: [...rows.values()].sort((x, y) => x.rank - y.rank), open: next === null || next.kind === 'done' ? null : next, isOver: closed.length > 0 && closed.length === rounds.length && !isUnsettled }
}

export const readFamilies = async (q: Queries, campaignId: string): Promise<Family[]> => {
  const rounds = await listRounds(q, campaignId)
  return [...new Set(rounds.map((r) => rootId(r.ruleId)))].map((id) => familyOf(id, rounds.filter((r) => rootId(r.ruleId) === id)))
}

export const readFamily = async (q: Queries, campaignId: string, ruleId: string): Promise<Family | undefined> => (await readFamilies(q, campaignId)).find((f) => f.ruleId === rootId(ruleId))
