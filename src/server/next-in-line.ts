/** Who stands next by the count that the public notice rests on. */
import { nextInLine } from '#core/objections/next-in-line'
import { readFamily } from './round-family'
import type { Queries } from './store/database'
import { stoppedAt } from './store/gates'
import { readRoundRow } from './store/rounds'
import { readOnNotice } from './store/supplements'

/** Not those on notice already, and not those the office left out at the gate of the notice. */
export const nextFor = async (q: Queries, campaignId: string): Promise<string[]> => {
  const { notice, people } = await readOnNotice(q, campaignId)
  const round = notice === undefined ? undefined : await readRoundRow(q, notice.roundId)
  const rows = round === undefined ? [] : (await readFamily(q, campaignId, round.ruleId))?.rows ?? []
  const stopped = await stoppedAt(q, rows.map((r) => r.candidate), { gate: 'notice', passage: '' })
  const gone = await q.rows<{ id: string }>(`SELECT id FROM nominations WHERE id = ANY($1) AND (state <> 'accepted' OR track <> 'online')`, [rows.map((r) => r.candidate)])
  return nextInLine(rows, new Set([...stopped, ...gone.map((g) => g.id), ...people.map((p) => p.person.nominationId)]))
}
