import type { PassedThing } from '#core/announcement/privacy-pass'
import type { Keys } from '../keys'
import type { Queries } from './database'

export interface PassRow { readonly id: string; readonly nominationId: string; readonly name: string; readonly reason: string; readonly hash: string; readonly thing: PassedThing; readonly proposedBy: string; readonly proposedByName: string; readonly proposedAt: number; readonly confirmedByName: string | null; readonly confirmedAt: number | null }
/** Proposed or confirmed; what was withdrawn is gone from here and stays on the ledger. */
export const readPasses = async (q: Queries, keys: Keys, campaignId: string): Promise<PassRow[]> => (await q.rows<Omit<PassRow, 'thing'> & { sealed: Buffer }>(
  `SELECT p.id, p.nomination_id AS "nominationId", n.candidate_name AS name, p.reason, p.hash, p.sealed, p.proposed_by AS "proposedBy", a.person_name AS "proposedByName", p.proposed_at AS "proposedAt", b.person_name AS "confirmedByName", p.confirmed_at AS "confirmedAt"
   FROM privacy_passes p JOIN nominations n ON n.id = p.nomination_id JOIN accounts a ON a.id = p.proposed_by LEFT JOIN accounts b ON b.id = p.confirmed_by WHERE p.campaign_id = $1 AND p.withdrawn_at IS NULL ORDER BY p.proposed_at, p.id`, [campaignId]))
  .map(({ sealed, ...row }) => ({ ...row, thing: (JSON.parse(keys.open(sealed).toString()) as { thing: PassedThing }).thing }))

/** What two persons let pass; the gate asks each time whether it is still the very text. */
export const passedThings = async (q: Queries, keys: Keys, campaignId: string): Promise<(PassedThing & { readonly id: string })[]> => (await readPasses(q, keys, campaignId)).flatMap((p) => (p.confirmedAt === null ? [] : [{ ...p.thing, id: p.id }]))
