/** Who stands next by the count that the public notice rests on. */
import { nextInLine } from '#core/objections/next-in-line'
import { readFamily, type FamilyRow } from './round-family'
import type { Queries } from './store/database'
import { stoppedAt } from './store/gates'
import { readRoundRow } from './store/rounds'
import { readOnNotice } from './store/supplements'

/** @param lost whose places are to be filled. Not those on notice already, and not those the office left out at the gate of the notice. */
export const nextFor = async (q: Queries, campaignId: string, lost: readonly string[] = []): Promise<string[]> => {
  const { notice, people } = await readOnNotice(q, campaignId)
  const round = notice === undefined ? undefined : await readRoundRow(q, notice.roundId)
  const rows = round === undefined ? [] : (await readFamily(q, campaignId, round.ruleId))?.rows ?? []
  return nextAmong(q, rows, people.map((p) => p.person.nominationId), lost)
}

/** Of these rows of a count. @param taken who has a place or had one @param lost whose places would be filled */
export const nextAmong = async (q: Queries, rows: readonly FamilyRow[], taken: readonly string[], lost: readonly string[]): Promise<string[]> => {
  const stopped = await stoppedAt(q, rows.map((r) => r.candidate), { gate: 'notice', passage: '' })
  const gone = await q.rows<{ id: string }>(`SELECT id FROM nominations WHERE id = ANY($1) AND (state <> 'accepted' OR track <> 'online')`, [rows.map((r) => r.candidate)])
  const out = new Set([...stopped, ...gone.map((g) => g.id), ...taken])
  // A place of a group is filled from that group alone.
  const groups = [...new Set(rows.filter((r) => r.group !== undefined && lost.includes(r.candidate)).map((r) => r.group))]
  return rows.some((r) => r.group !== undefined) ? groups.flatMap((g) => nextInLine(rows.filter((r) => r.group === g), out)) : nextInLine(rows, out)
}
