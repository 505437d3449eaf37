import type { Role } from '#core/access/actor'
import type { Queries } from './database'

export interface DemoCard {
  readonly card: string
  readonly role: Role
  readonly personName: string
  readonly organisationName: string
  readonly about: { zh: string; en: string }
  /** Where the person begins. */
  readonly path: string
  readonly accountId: string
  readonly membershipId: string
}

/** The cards a demo was loaded with; empty anywhere else. */
export const readCards = async (q: Queries): Promise<DemoCard[]> =>
  q.rows<DemoCard>(
    `SELECT d.card, m.role, a.person_name AS "personName", o.name AS "organisationName", d.about, d.path, a.id AS "accountId", m.id AS "membershipId"
     FROM demo_cards d JOIN memberships m ON m.id = d.membership_id JOIN accounts a ON a.id = m.account_id JOIN organisations o ON o.id = m.organisation_id ORDER BY d.ordinal`)

export const keepCard = (q: Queries, ordinal: number, c: Pick<DemoCard, 'card' | 'about' | 'path' | 'membershipId'>): Promise<unknown> =>
  q.rows(`INSERT INTO demo_cards (card, ordinal, membership_id, about, path) VALUES ($1, $2, $3, $4, $5)`, [c.card, ordinal, c.membershipId, c.about, c.path])
