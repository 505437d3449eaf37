/** The one way through a gate: every command that lets a nomination go on asks here, under its own lock. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import { judgeGate, pointsOf, unanswered, type GateResult, type Passing } from '#core/nomination/gates'
import { holidayTable } from './holidays'
import { putAnswers, readGateRows, type GateRow } from './store/gates'
import { unitOf } from './store/nominations'
import type { Queries } from './store/database'

export const resultOf = (definition: Pick<ResolvedDefinition, 'rules'>, row: GateRow, at: Passing, now: number): GateResult => judgeGate({
  ...at, definition, name: row.candidateName, facts: row, around: { unit: unitOf(row), holidays: holidayTable() }, said: row.said, decided: row.decided, now,
})

export interface Through { readonly findings: readonly Finding[]; /** Of whom somebody says in this act that they still fit. */ readonly affirmed: readonly string[] }

/** @param by account of whoever says with this act that all still fit; null: nobody says so @param now day of the gate, ms of product time */
export const passGate = async (tx: Queries, definition: Pick<ResolvedDefinition, 'rules'>, ids: readonly string[], at: Passing, { by, now }: { readonly by: string | null; readonly now: number }): Promise<Through> => {
  // Locked in one order: what somebody tells meanwhile comes before this act or after it, and never beside it.
  const [, rows] = await Promise.all([tx.rows(`SELECT 1 FROM nominations WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [ids]), readGateRows(tx, ids)])
  const judged = rows.map((row) => ({ row, ...resultOf(definition, row, at, now) }))
  const open = judged.filter((j) => j.standing === 'open')
  const affirmed = by === null ? [] : open.map((j) => j.row.id).sort()
  const findings = [...judged.filter((j) => j.standing !== 'open').flatMap((j) => j.findings), ...(by === null && open.length > 0 ? [unanswered(open.map((j) => j.row.candidateName), open.length === 1 ? open[0]!.points : pointsOf(definition), { gate: at.gate, now })] : [])]
  // Nothing of it stays where the act is refused after all.
  if (by !== null && affirmed.length > 0) await putAnswers(tx, affirmed, { ...at, answer: 'still', by, at: now })
  return { findings, affirmed }
}
