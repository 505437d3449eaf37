/** 依次递补: who stands next by the frozen count of a round. Shown to people, never put in the place by the machine. */
import type { Outcome } from '../review/counting/placement'

/** @param taken who was announced already, or may not stand any more @returns equals together: people choose; empty: 宁缺毋滥 */
export const nextInLine = (rows: readonly { readonly candidate: string; readonly reached: boolean; readonly rank: number; readonly outcome: Outcome }[], taken: ReadonlySet<string>): string[] => {
  const left = rows.filter((r) => r.reached && r.outcome !== 'belowThreshold' && !taken.has(r.candidate))
  const best = Math.min(...left.map((r) => r.rank))
  return left.filter((r) => r.rank === best).map((r) => r.candidate)
}
