/** 荣誉名册. Read from its own table alone: an honour is told by it whatever became of the nomination. */
import { standingAfter, type EntryKind, type HonourChange, type HonourStanding } from '#core/announcement/honour-register'
import type { CertificateFacts } from '#core/announcement/certificate'
import type { Words } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { newId, normaliseCode, readableCode } from '../ids'
import type { Queries } from './database'

/** One honour with its last entry. */
export interface RegisteredHonour {
  readonly honourId: string
  readonly nominationId: string
  readonly campaignId: string
  readonly organisationId: string
  readonly number: string
  readonly code: string
  readonly year: number
  readonly name: string
  readonly unit: string
  readonly award: Words
  readonly campaign: Words
  readonly issuers: readonly Words[]
  readonly givenAt: number
  readonly position: number
  /** Its last entry, and the words it was published with. */
  readonly last: EntryKind
  readonly lastAt: number
  readonly reason: string | null
  /** How its certificate is laid out, by the office's choice of now. */
  readonly upright: boolean
}

const columns = `g.honour_id AS "honourId", g.nomination_id AS "nominationId", g.campaign_id AS "campaignId", g.organisation_id AS "organisationId", g.number, g.code, g.year, g.person_name AS name, g.unit, g.award, g.campaign, g.issuers, g.at AS "givenAt", g.position,
  l.kind AS last, l.at AS "lastAt", l.reason, (SELECT k.certificates_upright FROM campaigns k WHERE k.id = g.campaign_id) AS upright`
/** That an honour was not revoked, or was restored since. `honour`: what the row is called in its statement. */
export const stands = (honour: string): string => `(SELECT e.kind FROM honour_register e WHERE e.honour_id = ${honour}.id ORDER BY e.position DESC LIMIT 1) <> 'revoked'`

const from = `honour_register g CROSS JOIN LATERAL (SELECT kind, at, reason FROM honour_register e WHERE e.honour_id = g.honour_id ORDER BY e.position DESC LIMIT 1) l`

export const standingOf = (h: Pick<RegisteredHonour, 'last'>): HonourStanding => standingAfter(h.last)
export const factsOf = (h: RegisteredHonour): CertificateFacts => ({ number: h.number, name: h.name, unit: h.unit, award: h.award, campaign: h.campaign, year: h.year, issuers: h.issuers, givenOn: dayOf(h.givenAt) })

export const readRegistered = (q: Queries, honourId: string): Promise<RegisteredHonour | undefined> => q.row<RegisteredHonour>(`SELECT ${columns} FROM ${from} WHERE g.kind = 'given' AND g.honour_id = $1`, [honourId])
export const readRegisteredOf = (q: Queries, nominationId: string): Promise<RegisteredHonour | undefined> => q.row<RegisteredHonour>(`SELECT ${columns} FROM ${from} WHERE g.kind = 'given' AND g.nomination_id = $1`, [nominationId])
export const readByNumber = (q: Queries, number: string): Promise<RegisteredHonour | undefined> => q.row<RegisteredHonour>(`SELECT ${columns} FROM ${from} WHERE g.kind = 'given' AND g.number = $1`, [number])
export const registeredIn = (q: Queries, campaignId: string): Promise<RegisteredHonour[]> => q.rows<RegisteredHonour>(`SELECT ${columns} FROM ${from} WHERE g.kind = 'given' AND g.campaign_id = $1 ORDER BY length(g.number), g.number`, [campaignId])

export interface Sought { readonly organisationId: string; readonly words: string; readonly year: number | null; readonly standing: HonourStanding | null; readonly campaignId: string | null }
const likely = (words: string): string => `%${words.trim().replace(/[\\%_]/g, (c) => `\\${c}`)}%`
const sought = `g.kind = 'given' AND g.organisation_id = $1 AND ($2 = '%%' OR g.person_name ILIKE $2 OR g.unit ILIKE $2 OR g.number ILIKE $2 OR g.award->>'zh' ILIKE $2 OR g.campaign->>'zh' ILIKE $2)
  AND ($3::int IS NULL OR g.year = $3) AND ($4::text IS NULL OR (l.kind = 'revoked') = ($4 = 'revoked')) AND ($5::uuid IS NULL OR g.campaign_id = $5)`
const paramsOf = (s: Sought): unknown[] => [s.organisationId, likely(s.words), s.year, s.standing, s.campaignId]

/** The newest first; those before `before` (a position). */
export const searchRegister = (q: Queries, s: Sought, before: number | null, limit: number): Promise<RegisteredHonour[]> =>
  q.rows<RegisteredHonour>(`SELECT ${columns} FROM ${from} WHERE ${sought} AND ($6::bigint IS NULL OR g.position < $6) ORDER BY g.position DESC LIMIT $7`, [...paramsOf(s), before, limit])
export const countRegister = async (q: Queries, s: Sought): Promise<number> => (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM ${from} WHERE ${sought}`, paramsOf(s)))!.n
export const registerYears = async (q: Queries, organisationId: string): Promise<number[]> => (await q.rows<{ year: number }>(`SELECT DISTINCT year FROM honour_register WHERE kind = 'given' AND organisation_id = $1 ORDER BY year DESC`, [organisationId])).map((r) => r.year)

/** One line of the register about an honour, with the names of those who acted where their accounts are still there. */
export interface RegisterEntry { readonly honourId: string; readonly kind: EntryKind; readonly at: number; readonly reason: string | null; readonly basis: string | null; readonly proposedBy: string | null; readonly confirmedBy: string | null }
export const entriesOf = (q: Queries, honourIds: readonly string[]): Promise<RegisterEntry[]> => q.rows<RegisterEntry>(
  `SELECT e.honour_id AS "honourId", e.kind, e.at, e.reason, e.basis, p.person_name AS "proposedBy", c.person_name AS "confirmedBy" FROM honour_register e LEFT JOIN accounts p ON p.id = e.proposed_by LEFT JOIN accounts c ON c.id = e.confirmed_by
   WHERE e.honour_id = ANY($1) ORDER BY e.position`, [[...honourIds]])

const NUMBERS_LOCK = 7463
/** The next numbers of a year in this installation; whoever else gives honours at this moment waits. */
export const takeNumbers = async (tx: Queries, year: number, count: number): Promise<string[]> => {
  await tx.rows(`SELECT pg_advisory_xact_lock($1)`, [NUMBERS_LOCK])
  const { n } = (await tx.row<{ n: number }>(`SELECT coalesce(max((regexp_match(number, '^[0-9]{4}-([0-9]+)'))[1]::int), 0) AS n FROM honour_register WHERE kind = 'given' AND number LIKE $1`, [`${year}-%`]))!
  return Array.from({ length: count }, (_, i) => `${year}-${String(n + i + 1).padStart(3, '0')}`)
}

interface Given { readonly honourId: string; readonly number: string; readonly person: { readonly nominationId: string; readonly name: string; readonly employer: string } }
interface Of { readonly organisationId: string; readonly campaignId: string; readonly definition: { readonly year: number; readonly award: Words; readonly name: Words; readonly notice: { readonly hosts: readonly Words[] } } }
/** The first entry of each honour. The code (79 bits) is made here and stands nowhere else but on the certificate. */
export const enterGiven = async (tx: Queries, { organisationId, campaignId, definition: d }: Of, given: readonly Given[], at: number): Promise<void> => {
  // Backwards, so that the register, the newest first, lists them in their order.
  for (const h of given.toReversed())
    await tx.rows(
      `INSERT INTO honour_register (id, honour_id, kind, at, organisation_id, campaign_id, nomination_id, number, code, year, person_name, unit, award, campaign, issuers) VALUES ($1, $2, 'given', to_timestamp($3 / 1000.0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [newId(), h.honourId, at, organisationId, campaignId, h.person.nominationId, h.number, normaliseCode(readableCode(4)), d.year, h.person.name, h.person.employer, d.award, d.name, JSON.stringify(d.notice.hosts)])
}

export interface LaterEntry { readonly id: string; readonly honour: RegisteredHonour; readonly kind: Exclude<EntryKind, 'given'>; readonly at: number; readonly reason: string; readonly basis: string; readonly proposedBy: string; readonly confirmedBy: string }
export const enterLater = (tx: Queries, e: LaterEntry): Promise<unknown> => tx.rows(
  `INSERT INTO honour_register (id, honour_id, kind, at, organisation_id, campaign_id, reason, basis, proposed_by, confirmed_by) VALUES ($1, $2, $3, to_timestamp($4 / 1000.0), $5, $6, $7, $8, $9, $10)`,
  [e.id, e.honour.honourId, e.kind, e.at, e.honour.organisationId, e.honour.campaignId, e.reason, e.basis, e.proposedBy, e.confirmedBy])

export interface Proposal { readonly id: string; readonly honourId: string; readonly change: HonourChange; readonly reason: string; readonly basis: string; readonly proposedBy: string; readonly proposedByName: string; readonly proposedAt: number; readonly over: boolean }
const proposalColumns = `p.id, p.honour_id AS "honourId", p.change, p.reason, p.basis, p.proposed_by AS "proposedBy", a.person_name AS "proposedByName", p.proposed_at AS "proposedAt", (p.confirmed_at IS NOT NULL OR p.withdrawn_at IS NOT NULL) AS over`
export const lockProposal = (tx: Queries, id: string, campaignId: string): Promise<Proposal | undefined> => tx.row<Proposal>(
  `SELECT ${proposalColumns} FROM honour_proposals p JOIN accounts a ON a.id = p.proposed_by WHERE p.id = $1 AND p.campaign_id = $2 FOR UPDATE OF p`, [id, campaignId])
export const openProposals = (q: Queries, honourIds: readonly string[]): Promise<Proposal[]> => q.rows<Proposal>(
  `SELECT ${proposalColumns} FROM honour_proposals p JOIN accounts a ON a.id = p.proposed_by WHERE p.honour_id = ANY($1) AND p.confirmed_at IS NULL AND p.withdrawn_at IS NULL`, [[...honourIds]])
