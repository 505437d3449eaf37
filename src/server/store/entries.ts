import type { EntrySource, Seat } from '#core/nomination/enter-for-unit'
import type { NominationState } from '#core/nomination/state'
import type { Queries } from './database'

/** Somebody of the unit itself has opened an account, or (a role card of the demo) has been at work without one; `o` is the unit. */
const hasPeople = `EXISTS (SELECT FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = o.id AND m.for_office IS NULL AND m.role IN ('unitClerk','unitApprover')
  AND (a.password_hash IS NOT NULL OR EXISTS (SELECT FROM campaign_units v WHERE v.unit_id = o.id AND v.opened_by = a.id)))`

/** Whether a unit of the campaign has people of its own; undefined: it is no unit of it. Locks the unit against two who begin at once. */
export const unitHasPeople = async (tx: Queries, campaignId: string, unitId: string): Promise<boolean | undefined> =>
  (await tx.row<{ people: boolean }>(`SELECT ${hasPeople} AS people FROM campaign_units u JOIN organisations o ON o.id = u.unit_id WHERE u.campaign_id = $1 AND u.unit_id = $2 FOR UPDATE OF u`, [campaignId, unitId]))?.people

export const unitsWithoutPeople = (q: Queries, campaignId: string): Promise<{ id: string; name: string }[]> =>
  q.rows(`SELECT o.id, o.name FROM campaign_units u JOIN organisations o ON o.id = u.unit_id WHERE u.campaign_id = $1 AND NOT ${hasPeople} AND NOT EXISTS (SELECT FROM memberships f WHERE f.organisation_id = o.id AND f.role = 'office') ORDER BY o.code`, [campaignId])

export interface EntryRow { readonly nominationId: string; readonly candidateName: string; readonly unitName: string; readonly state: NominationState; readonly source: EntrySource; readonly receivedOn: string; readonly sender: string; readonly enteredBy: string; readonly handedOver: boolean; /** The reader's own seat in that unit's place. */ readonly holds: Seat | null }

export const listEntryRows = (q: Queries, campaignId: string, accountId: string): Promise<EntryRow[]> => q.rows<EntryRow>(
  `SELECT n.id AS "nominationId", n.candidate_name AS "candidateName", o.name AS "unitName", n.state, e.source, e.received_on AS "receivedOn", e.sender, a.person_name AS "enteredBy", ${hasPeople} AS "handedOver",
     (SELECT m.role FROM memberships m WHERE m.organisation_id = o.id AND m.account_id = $2 AND m.for_office IS NOT NULL) AS holds
   FROM entries_for_units e JOIN nominations n ON n.id = e.nomination_id JOIN organisations o ON o.id = n.unit_id JOIN accounts a ON a.id = e.entered_by
   WHERE n.campaign_id = $1 ORDER BY n.created_at DESC`, [campaignId, accountId])

/** The seat somebody holds in a unit's place. */
export const seatHeld = async (q: Queries, unitId: string, accountId: string): Promise<Seat | null> =>
  (await q.row<{ role: Seat }>(`SELECT role FROM memberships WHERE organisation_id = $1 AND account_id = $2 AND for_office IS NOT NULL`, [unitId, accountId]))?.role ?? null

/** Whether the office entered this nomination. */
export const isEntered = async (q: Queries, nominationId: string): Promise<boolean> => (await q.row(`SELECT 1 AS one FROM entries_for_units WHERE nomination_id = $1`, [nominationId])) !== undefined
