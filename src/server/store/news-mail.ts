/** News on its way into letters. */
import type { Words } from '#core/kernel/finding'
import type { Mailed } from '#core/news/plan'
import type { NewsDetail, NewsKind } from '#core/news/kinds'
import type { NewsSettings } from '#core/news/settings'
import { startOfDay, dayOf, type Instant } from '#core/kernel/instant'
import { newId } from '../ids'
import { contactOf } from './news'
import type { Queries } from './database'

export interface OpenNews {
  readonly id: string; readonly accountId: string; readonly organisationId: string; readonly nominationId: string | null; readonly kind: NewsKind; readonly detail: NewsDetail; readonly at: Instant
  readonly login: string; readonly address: string | null; readonly contact: string | null; readonly settings: NewsSettings | null
  readonly mailAt: Instant | null; readonly digest: boolean; readonly presses: boolean; readonly campaign: Words | null; readonly unit: string | null
}
const columns = `w.id, w.account_id AS "accountId", w.organisation_id AS "organisationId", w.nomination_id AS "nominationId", w.kind, w.detail, w.at, a.login, s.address, ${contactOf('w.account_id')} AS contact, s.settings,
  w.mail_at AS "mailAt", w.mail_digest AS digest, w.mail_presses AS presses, c.resolved->'name' AS campaign, o.name AS unit`
const from = `news w JOIN accounts a ON a.id = w.account_id LEFT JOIN news_settings s ON s.account_id = w.account_id LEFT JOIN campaigns c ON c.id = w.campaign_id LEFT JOIN organisations o ON o.id = w.unit_id`

/** One at a time among all processes: false where another carries. */
export const takeCarrier = async (tx: Queries): Promise<boolean> => (await tx.row(`SELECT 1 AS one FROM news_carrier FOR UPDATE SKIP LOCKED`)) !== undefined

/** Written and not planned yet. */
export const unplanned = (tx: Queries, most: number): Promise<OpenNews[]> => tx.rows<OpenNews>(`SELECT ${columns} FROM ${from} WHERE w.mail = 'open' AND w.mail_at IS NULL ORDER BY w.at LIMIT $1`, [most])
/** Everything that waits of everybody who has something due. */
export const waitingOfDue = (tx: Queries, now: Instant, most: number): Promise<OpenNews[]> => tx.rows<OpenNews>(
  `SELECT ${columns} FROM ${from} WHERE w.mail = 'open' AND w.mail_at IS NOT NULL AND w.account_id IN (SELECT d.account_id FROM news d WHERE d.mail = 'open' AND d.mail_at <= to_timestamp($1 / 1000.0) ORDER BY d.mail_at LIMIT $2) ORDER BY w.at, w.id`, [now, most])

/** Read in the product before its letter left: nobody is told twice. */
export const dropRead = async (tx: Queries): Promise<void> => { await tx.rows(`UPDATE news SET mail = 'none' WHERE mail = 'open' AND read_at IS NOT NULL`) }

export interface Planned { readonly id: string; /** Null: not by mail. */ readonly at: Instant | null; readonly digest: boolean; readonly presses: boolean }
export const keepPlans = async (tx: Queries, plans: readonly Planned[]): Promise<void> => {
  if (plans.length === 0) return
  await tx.rows(
    `UPDATE news w SET mail = CASE WHEN p.at IS NULL THEN 'none' ELSE 'open' END, mail_at = to_timestamp(p.at / 1000.0), mail_digest = p.digest, mail_presses = p.presses
     FROM jsonb_to_recordset($1::jsonb) p(id uuid, at float8, digest boolean, presses boolean) WHERE w.id = p.id`, [JSON.stringify(plans)])
}

/** Of one mailbox, today. A letter that failed for good was none. */
export const mailedToday = async (tx: Queries, address: string, now: Instant): Promise<Mailed> => {
  const day = startOfDay(dayOf(now))
  return (await tx.row<Mailed>(
    `SELECT count(*) FILTER (WHERE kind = 'news')::int AS "atOnce", count(*) FILTER (WHERE kind = 'digest')::int AS digests, max(created_at) AS "lastAt" FROM letters
     WHERE kind IN ('news','digest') AND lower(recipient) = lower($1) AND created_at >= to_timestamp($2 / 1000.0) AND created_at <= to_timestamp($3 / 1000.0) AND state <> 'failed'`, [address, day, now]))!
}

interface NewLetter { readonly organisationId: string; readonly kind: 'news' | 'digest'; readonly to: string; readonly by: string; readonly subject: string; readonly text: string; readonly at: Instant; readonly news: readonly string[] }
export const postNews = async (tx: Queries, l: NewLetter): Promise<void> => {
  const id = newId()
  await tx.rows(`INSERT INTO letters (id, organisation_id, kind, recipient, subject, body, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7 / 1000.0), $8)`, [id, l.organisationId, l.kind, l.to, l.subject, l.text, l.at, l.by])
  await tx.rows(`UPDATE news SET mail = 'mailed', letter_id = $2 WHERE id = ANY($1)`, [l.news, id])
}
