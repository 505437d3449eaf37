/** 纸质选票 of a round: numbers, counters, and what each read, opened with the round's own key. */
import { agreedOf, type Entered, type PaperEntry, type PaperStanding } from '#core/review/paper'
import { unseal } from '../ballot-seal'
import type { RoundKeys } from '../round-keys'
import type { Queries } from './database'
import type { RoundRow } from './rounds'

export type Slot = 'A' | 'B'
export interface PaperRound { readonly printedAt: number; readonly printings: number; readonly issued: number | null; readonly returned: number | null; readonly scrutineers: string | null; readonly printed: number }
export const readPaperRound = (q: Queries, roundId: string): Promise<PaperRound | undefined> => q.row<PaperRound>(
  `SELECT printed_at AS "printedAt", printings, issued, returned, scrutineers, (SELECT count(*)::int FROM paper_ballots b WHERE b.round_id = p.round_id) AS printed FROM paper_rounds p WHERE round_id = $1`, [roundId])

export interface Counter { readonly slot: Slot; readonly accountId: string; readonly name: string; readonly finishedAt: number | null; readonly entered: number }
export const readCounters = (q: Queries, roundId: string): Promise<Counter[]> => q.rows<Counter>(
  `SELECT c.slot, c.account_id AS "accountId", a.person_name AS name, c.finished_at AS "finishedAt", (SELECT count(*)::int FROM paper_entries e WHERE e.round_id = c.round_id AND e.slot = c.slot) AS entered
   FROM paper_counters c JOIN accounts a ON a.id = c.account_id WHERE c.round_id = $1 ORDER BY c.slot`, [roundId])

type Of = Pick<RoundRow, 'id' | 'privateKey'>
const opened = async <T>(keys: RoundKeys, round: Of, rows: readonly { code: string; sealed: Buffer }[]): Promise<Map<string, T>> => {
  if (round.privateKey === null || rows.length === 0) return new Map()
  const key = await keys.open(round.id, round.privateKey)
  return new Map(rows.map((r) => [r.code, unseal<T>(key, r.sealed)]))
}
/** What one person read: shown to that person alone until both are done. */
export const readEntered = async (q: Queries, keys: RoundKeys, round: Of, slot: Slot): Promise<Entered> =>
  opened<PaperEntry>(keys, round, await q.rows(`SELECT code, sealed FROM paper_entries WHERE round_id = $1 AND slot = $2 ORDER BY entered_at, code`, [round.id, slot]))

/** Both readings beside each other, and what was settled. Only once both are done. */
export const compareReadings = async (q: Queries, keys: RoundKeys, round: Of) => {
  const settled = await opened<{ read: PaperEntry | null }>(keys, round, await q.rows(`SELECT code, sealed FROM paper_settled WHERE round_id = $1`, [round.id]))
  const [a, b] = [await readEntered(q, keys, round, 'A'), await readEntered(q, keys, round, 'B')]
  return { a, b, settled: new Map([...settled].map(([code, s]) => [code, s.read])), ...agreedOf(a, b, new Map([...settled].map(([code, s]) => [code, s.read]))) }
}

export const standingOf = async (q: Queries, keys: RoundKeys, round: Of): Promise<PaperStanding> => {
  const [paper, counters] = [await readPaperRound(q, round.id), await readCounters(q, round.id)]
  const { present } = (await q.row<{ present: number }>(`SELECT count(*)::int AS present FROM round_jurors WHERE round_id = $1 AND present_at IS NOT NULL AND dropped_at IS NULL`, [round.id]))!
  const finished = counters.filter((c) => c.finishedAt !== null).length
  const both = finished === 2 ? await compareReadings(q, keys, round) : null
  return { printed: paper?.printed ?? 0, present, issued: paper?.issued ?? null, returned: paper?.returned ?? null, finished, open: both?.open.length ?? 0, agreed: both?.ballots.size ?? 0 }
}
