import type { EntrySource, Seat, UnitStanding } from '#core/nomination/enter-for-unit'
import type { NominationState } from '#core/nomination/state'
import type { Queries } from './database'

/** Somebody of the unit itself has opened an account, or (a role card of the demo) has been at work without one; `o` is the unit. */
const hasPeople = `EXISTS (SELECT FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = o.id AND m.for_office IS NULL AND m.role IN ('unitClerk','unitApprover')
  AND (a.opened_at IS NOT NULL OR EXISTS (SELECT FROM campaign_units v WHERE v.unit_id = o.id AND v.opened_by = a.id)))`

/** Somebody is to run campaigns of its own there, signed in yet or not. */
const hasOffice = `EXISTS (SELECT FROM memberships f WHERE f.organisation_id = o.id AND f.role = 'office')`
const standing = `${hasPeople} AS "unitHasPeople", ${hasOffice} AS "unitHasOffice"`

/** Who sits down in a unit's place, and the unit's own people who open an account, come one after the other. Files and nominations of the unit are not held up. */
export const lockUnit = (tx: Queries, unitId: string): Promise<unknown> => tx.rows(`SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE`, [unitId])

/** Who could act for a unit of the campaign itself; undefined: it is no unit of it. Asked behind the lock, in a statement of its own: one that waited would answer as things stood before. */
export const standingOfUnit = async (tx: Queries, campaignId: string, unitId: string): Promise<UnitStanding | undefined> => {
  await lockUnit(tx, unitId)
  return tx.row<UnitStanding>(`SELECT ${standing} FROM campaign_units u JOIN organisations o ON o.id = u.unit_id WHERE u.campaign_id = $1 AND u.unit_id = $2`, [campaignId, unitId])
}

/** In the order of the list of units. */
export const unitStandings = (q: Queries, campaignId: string): Promise<(UnitStanding & { readonly id: string; readonly name: string })[]> =>
  q.rows(`SELECT o.id, o.name, ${standing} FROM campaign_units u JOIN organisations o ON o.id = u.unit_id WHERE u.campaign_id = $1 ORDER BY o.code`, [campaignId])

/** What a nomination was entered from, for the pages of those who read it; null: the unit sent it itself. */
export interface EntryOrigin { readonly source: EntrySource; readonly receivedOn: string }
export const readEntryOrigin = async (q: Queries, nominationId: string): Promise<EntryOrigin | null> => (await q.row<EntryOrigin>(`SELECT source, received_on AS "receivedOn" FROM entries_for_units WHERE nomination_id = $1`, [nominationId])) ?? null

export interface EntryRow extends UnitStanding { readonly nominationId: string; readonly candidateName: string; readonly unitName: string; readonly state: NominationState; readonly source: EntrySource; readonly receivedOn: string; readonly sender: string; readonly enteredBy: string; /** The reader's own seat in that unit's place. */ readonly holds: Seat | null }

export const listEntryRows = (q: Queries, campaignId: string, accountId: string): Promise<EntryRow[]> => q.rows<EntryRow>(
  `SELECT n.id AS "nominationId", n.candidate_name AS "candidateName", o.name AS "unitName", n.state, e.source, e.received_on AS "receivedOn", e.sender, a.person_name AS "enteredBy", ${standing},
     (SELECT m.role FROM memberships m WHERE m.organisation_id = o.id AND m.account_id = $2 AND m.for_office IS NOT NULL) AS holds
   FROM entries_for_units e JOIN nominations n ON n.id = e.nomination_id JOIN organisations o ON o.id = n.unit_id JOIN accounts a ON a.id = e.entered_by
   WHERE n.campaign_id = $1 ORDER BY n.created_at DESC`, [campaignId, accountId])

/** The unit's own people have come: nobody sits in for them any more. Whoever sat there is in the office again. */
export const endSeats = async (tx: Queries, unitId: string): Promise<void> => {
  await tx.rows(`UPDATE sessions s SET membership_id = own.id FROM memberships seat JOIN memberships own ON own.account_id = seat.account_id AND own.organisation_id = seat.for_office AND own.role = 'office'
    WHERE s.membership_id = seat.id AND seat.organisation_id = $1 AND seat.for_office IS NOT NULL`, [unitId])
  await tx.rows(`DELETE FROM memberships WHERE organisation_id = $1 AND for_office IS NOT NULL`, [unitId])
}

/** The seat somebody holds in a unit's place. */
export const seatHeld = async (q: Queries, unitId: string, accountId: string): Promise<Seat | null> =>
  (await q.row<{ role: Seat }>(`SELECT role FROM memberships WHERE organisation_id = $1 AND account_id = $2 AND for_office IS NOT NULL`, [unitId, accountId]))?.role ?? null

/** Whether the office entered this nomination. */
export const isEntered = async (q: Queries, nominationId: string): Promise<boolean> => (await q.row(`SELECT 1 AS one FROM entries_for_units WHERE nomination_id = $1`, [nominationId])) !== undefined
