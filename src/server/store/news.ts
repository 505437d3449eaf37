/** What a person was told, as the person reads it in one seat. */
import type { Role } from '#core/access/actor'
import type { Words } from '#core/kernel/finding'
import type { NewsDetail, NewsKind } from '#core/news/kinds'
import type { NewsSettings } from '#core/news/settings'
import type { Queries } from './database'

/** Whose: the seat that asks. A candidate has one list, whatever unit nominates. */
export interface Reader { readonly accountId: string; readonly role: Role; readonly organisationId: string }
export interface NewsRow {
  readonly newsId: string; readonly kind: NewsKind; readonly detail: NewsDetail; readonly at: number; readonly readAt: number | null
  readonly campaignId: string | null; readonly nominationId: string | null; readonly roundId: string | null
  readonly campaign: Words | null; readonly unit: string | null; /** Null for whoever may not read it. */ readonly candidate: string | null
}

const mine = `w.account_id = $1 AND w.role = $2 AND (w.role = 'candidate' OR w.organisation_id = $3)`
const of = (r: Reader): readonly unknown[] => [r.accountId, r.role, r.organisationId]
/** As `concernedByNomination` says it: the unit its own, office and supervisor what was sent, and no juror any. */
const named = `CASE WHEN w.role IN ('unitClerk','unitApprover') AND n.unit_id = w.organisation_id OR w.role IN ('office','supervisor') AND n.submitted_at IS NOT NULL AND c.organisation_id = w.organisation_id OR w.role = 'candidate' THEN n.candidate_name END`

/** The newest first. @param before id of the last one shown; absent: from the beginning */
export const listNews = (q: Queries, reader: Reader, { unread, before, most }: { readonly unread: boolean; readonly before: string | null; readonly most: number }): Promise<NewsRow[]> => q.rows<NewsRow>(
  `SELECT w.id AS "newsId", w.kind, w.detail, w.at, w.read_at AS "readAt", w.campaign_id AS "campaignId", w.nomination_id AS "nominationId", w.round_id AS "roundId", c.resolved->'name' AS campaign, o.name AS unit, ${named} AS candidate
   FROM news w LEFT JOIN campaigns c ON c.id = w.campaign_id LEFT JOIN nominations n ON n.id = w.nomination_id LEFT JOIN organisations o ON o.id = w.unit_id
   WHERE ${mine} AND (NOT $4 OR w.read_at IS NULL) AND ($5::uuid IS NULL OR (w.at, w.id) < (SELECT b.at, b.id FROM news b WHERE b.id = $5 AND b.account_id = $1)) ORDER BY w.at DESC, w.id DESC LIMIT $6`, [...of(reader), unread, before, most])

const counted = (q: Queries, sql: string, params: readonly unknown[]): Promise<number> => q.row<{ n: number }>(sql, params).then((r) => r!.n)
export const countUnread = (q: Queries, reader: Reader): Promise<number> => counted(q, `SELECT count(*)::int AS n FROM news w WHERE ${mine} AND w.read_at IS NULL`, of(reader))
/** Of this person in other seats. */
export const countElsewhere = (q: Queries, reader: Reader): Promise<number> => counted(q, `SELECT count(*)::int AS n FROM news w JOIN memberships m ON m.account_id = w.account_id AND m.role = w.role AND m.organisation_id = w.organisation_id WHERE w.account_id = $1 AND NOT (${mine}) AND w.read_at IS NULL`, of(reader))

/** Those of the reader; ids of others change nothing. */
export const markRead = (tx: Queries, reader: Reader, ids: readonly string[] | null): Promise<number> =>
  tx.rows(`UPDATE news w SET read_at = product_time() WHERE ${mine} AND w.read_at IS NULL AND ($4::uuid[] IS NULL OR w.id = ANY($4)) RETURNING 1`, [...of(reader), ids]).then((rows) => rows.length)
export const markUnread = (tx: Queries, reader: Reader, ids: readonly string[]): Promise<number> =>
  tx.rows(`UPDATE news w SET read_at = NULL WHERE ${mine} AND w.id = ANY($4) RETURNING 1`, [...of(reader), ids]).then((rows) => rows.length)

export interface SettingsRow { readonly login: string; readonly settings: NewsSettings | null; readonly address: string | null; readonly askedAddress: string | null; /** Mailbox of the unit where the person has a seat. */ readonly contact: string | null; readonly roles: readonly Role[] }
/** By what a person without an own address is reached: the mailbox of the unit. `$1`: the account. */
export const contactOf = (account: string): string => `(SELECT o.contact_email FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE m.account_id = ${account} AND m.role IN ('unitClerk','unitApprover') AND m.for_office IS NULL AND o.contact_email <> '' ORDER BY m.id LIMIT 1)`
export const readSettings = async (q: Queries, accountId: string): Promise<SettingsRow> => (await q.row<SettingsRow>(
  `SELECT a.login, s.settings, s.address, s.asked_address AS "askedAddress", ${contactOf('a.id')} AS contact, ARRAY(SELECT DISTINCT m.role FROM memberships m WHERE m.account_id = a.id) AS roles FROM accounts a LEFT JOIN news_settings s ON s.account_id = a.id WHERE a.id = $1`, [accountId]))!

/** What waits is planned anew by them. */
export const keepSettings = async (tx: Queries, accountId: string, settings: NewsSettings): Promise<void> => {
  await tx.rows(`INSERT INTO news_settings (account_id, settings) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET settings = excluded.settings`, [accountId, settings])
  await tx.rows(`UPDATE news SET mail_at = NULL WHERE account_id = $1 AND mail = 'open'`, [accountId])
}
