/** Letters of a release into the outbox, with the job behind them, in the release's own transaction. */
import type { OutcomeLetter } from '#core/announcement/release/letters'
import { newId } from '../ids'
import type { Queries } from '../store/database'
import { enqueue } from '../store/jobs'

/** One for each mailbox. @returns how many */
export const postOutcome = async (tx: Queries, campaignId: string, letters: readonly OutcomeLetter[], by: string, at: number): Promise<number> => {
  const rows = letters.flatMap((l) => l.to.map((to) => ({ id: newId(), to, subject: l.subject, text: l.text, unit: l.unitId })))
  if (rows.length === 0) return 0
  await tx.rows(
    `INSERT INTO letters (id, organisation_id, campaign_id, kind, recipient, subject, body, created_at, created_by)
     SELECT l.id, c.organisation_id, c.id, 'outcome', l."to", l.subject, l.text, to_timestamp($2 / 1000.0), $3 FROM campaigns c, jsonb_to_recordset($4::jsonb) l(id uuid, "to" text, subject text, text text) WHERE c.id = $1`, [campaignId, at, by, JSON.stringify(rows)])
  await tx.rows(`INSERT INTO letter_matters (letter_id, campaign_id, unit_id) SELECT l.id, $1, l.unit FROM jsonb_to_recordset($2::jsonb) l(id uuid, unit uuid)`, [campaignId, JSON.stringify(rows)])
  await enqueue(tx, { kind: 'sendLetters', campaignId, payload: {}, total: rows.length })
  return rows.length
}
