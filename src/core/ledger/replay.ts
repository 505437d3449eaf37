/** 重算: one closed round counted again from the record, step by step beside what was announced; the same door as `verifyRecord`. */
import { hashOf } from '../kernel/canonical'
import type { Words } from '../kernel/finding'
import { asTally, conclude, concludedHash, type RoundResult } from '../review/concluded'
import type { Attendance } from '../review/counting/attendance'
import { rowFigures } from '../review/row-figure'
import { least } from '../review/share'
import { sayRow, type Row, type Tally } from '../review/tally'
import type { Fault } from './chain'
import { checkRound, type CampaignRecord } from './record'

/** What was announced, and what comes out now; null: it is on one side alone. */
interface Both<T> { readonly announced: T | null; readonly again: T | null; readonly equal: boolean }
export interface ReplayRow {
  readonly candidate: string
  /** How the figure comes about, to be checked with a pencil. */
  readonly say: Words
  readonly figure: Both<Words>
  /** So many votes reach the line; null where the method knows no threshold. */
  readonly needed: number | null
  readonly outcome: Both<{ readonly rank: number; readonly outcome: Row['outcome'] }>
}
export const countedNumbers = ['entitled', 'present', 'issued', 'returned', 'valid', 'invalid'] as const satisfies readonly (keyof Attendance)[]
export interface Replay {
  readonly numbers: readonly (Both<number> & { readonly of: (typeof countedNumbers)[number] })[]
  readonly rows: readonly ReplayRow[]
  /** The code of rule, box, decisions and result: on the ledger since the closing, and now. */
  readonly code: Both<string> & { readonly position: number | null }
  readonly faults: readonly Fault[]
  readonly equal: boolean
}

const both = <T>(announced: T | null, again: T | null): Both<T> => ({ announced, again, equal: hashOf(announced) === hashOf(again) })
const byCandidate = (rule: Parameters<typeof rowFigures>[0], t: Tally): Map<string, { row: Row; figure: Words }> => {
  const figures = rowFigures(rule, t)
  return new Map(t.rows.map((row: Row, i) => [row.candidate, { row, figure: figures[i]!.label }]))
}
const placeOf = (r: Row | undefined) => (r === undefined ? null : { rank: r.rank, outcome: r.outcome })

/** Null: the record holds no such round. */
export const replayRound = (record: CampaignRecord, roundId: string): Replay | null => {
  const round = record.rounds.find((r) => r.id === roundId)
  if (round === undefined) return null
  const { rule } = round
  const counted: RoundResult = conclude(rule, round.box, round.decisions)
  const [announced, again] = [asTally(round.result), asTally(counted)]
  const [before, now] = [byCandidate(rule, announced), byCandidate(rule, again)]
  const written = record.entries.findLast(({ entry }) => entry.subject.id === roundId && (entry.act === 'round.closed' || entry.act === 'round.decided'))?.entry
  const candidates = [...new Set([...again.rows, ...announced.rows].map((r: Row) => r.candidate))]
  const bases = new Map(again.method === 'approval' ? again.rows.map((r) => [r.candidate, r.base]) : [])
  const rows = candidates.map((candidate): ReplayRow => {
    const base = bases.get(candidate)
    return {
      candidate, say: sayRow(rule, now.has(candidate) ? again : announced, candidate), figure: both(before.get(candidate)?.figure ?? null, now.get(candidate)?.figure ?? null),
      needed: base === undefined ? null : least(base, rule.threshold.share, rule.threshold.inclusive), outcome: both(placeOf(before.get(candidate)?.row), placeOf(now.get(candidate)?.row)),
    }
  })
  const faults = checkRound(record, round)
  const onLedger = typeof written?.data['count'] === 'string' ? written.data['count'] : null
  return {
    numbers: countedNumbers.map((of) => ({ of, ...both(announced[of], again[of]) })), rows,
    code: { ...both(onLedger, concludedHash(rule, round.box, counted, round.decisions)), position: written?.position ?? null },
    faults, equal: faults.length === 0,
  }
}
