/** 待发布和已发布的结果. */
import type { OutcomeLetter, Reached } from '#core/announcement/release/letters'
import type { LetterTemplates } from '#core/announcement/release/letters'
import type { Outcome } from '#core/announcement/release/outcomes'
import { newId } from '../ids'
import type { Queries } from './database'

export interface ReleaseInput { readonly summaries: Readonly<Record<string, string>>; readonly howToObject: { readonly phone: string; readonly email: string; readonly address: string }; readonly withoutUnits: string; readonly templates: LetterTemplates }
export interface ReleaseRow { readonly id: string; readonly campaignId: string; readonly roundId: string; readonly startsOn: string; readonly input: ReleaseInput; readonly hash: string; readonly preparedBy: string; readonly preparedByName: string; readonly preparedAt: number; readonly releasedByName: string | null; readonly releasedAt: number | null; readonly withdrawnAt: number | null; readonly lapsedAt: number | null }
const columns = `r.id, r.campaign_id AS "campaignId", r.round_id AS "roundId", to_char(r.starts_on, 'YYYY-MM-DD') AS "startsOn", r.input, r.hash, r.prepared_by AS "preparedBy", p.person_name AS "preparedByName", r.prepared_at AS "preparedAt", s.person_name AS "releasedByName", r.released_at AS "releasedAt", r.withdrawn_at AS "withdrawnAt", r.lapsed_at AS "lapsedAt"`
const from = `releases r JOIN accounts p ON p.id = r.prepared_by LEFT JOIN accounts s ON s.id = r.released_by`

/** Waits for its second person. */
export const openRelease = (q: Queries, campaignId: string): Promise<ReleaseRow | undefined> => q.row<ReleaseRow>(`SELECT ${columns} FROM ${from} WHERE r.campaign_id = $1 AND r.released_at IS NULL AND r.withdrawn_at IS NULL`, [campaignId])
/** Its notice begins or began. */
export const standingRelease = (q: Queries, campaignId: string): Promise<ReleaseRow | undefined> => q.row<ReleaseRow>(`SELECT ${columns} FROM ${from} WHERE r.campaign_id = $1 AND r.released_at IS NOT NULL AND r.lapsed_at IS NULL`, [campaignId])
export const lapsedRelease = (q: Queries, campaignId: string): Promise<ReleaseRow | undefined> => q.row<ReleaseRow>(`SELECT ${columns} FROM ${from} WHERE r.campaign_id = $1 AND r.lapsed_at IS NOT NULL ORDER BY r.lapsed_at DESC LIMIT 1`, [campaignId])
export const lockRelease = (tx: Queries, id: string, campaignId: string): Promise<ReleaseRow | undefined> => tx.row<ReleaseRow>(`SELECT ${columns} FROM ${from} WHERE r.id = $1 AND r.campaign_id = $2 FOR UPDATE OF r`, [id, campaignId])

export const putRelease = async (tx: Queries, r: Pick<ReleaseRow, 'campaignId' | 'roundId' | 'startsOn' | 'input' | 'hash' | 'preparedBy' | 'preparedAt'>): Promise<string> => {
  const id = newId()
  await tx.rows(`INSERT INTO releases (id, campaign_id, round_id, starts_on, input, hash, prepared_by, prepared_at) VALUES ($1, $2, $3, $4::date, $5, $6, $7, to_timestamp($8 / 1000.0))`, [id, r.campaignId, r.roundId, r.startsOn, r.input, r.hash, r.preparedBy, r.preparedAt])
  return id
}
/** The moment of release, and all that is told by it. */
export const putReleased = async (tx: Queries, id: string, by: string, at: number, outcomes: readonly { readonly nominationId: string; readonly outcome: Outcome }[], letters: readonly OutcomeLetter[]): Promise<void> => {
  await tx.rows(`UPDATE releases SET released_by = $2, released_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [id, by, at])
  await tx.rows(`INSERT INTO release_outcomes (release_id, released_at, nomination_id, outcome) SELECT $1, to_timestamp($2 / 1000.0), x.n, x.o FROM unnest($3::uuid[], $4::text[]) x(n, o)`, [id, at, outcomes.map((o) => o.nominationId), outcomes.map((o) => o.outcome)])
  await tx.rows(
    `INSERT INTO release_letters (id, release_id, released_at, audience, unit_id, nomination_ids, recipients, subject, body)
     SELECT l.id, $1, to_timestamp($2 / 1000.0), l.audience, l.unit, l.about, l.recipients, l.subject, l.body FROM jsonb_to_recordset($3::jsonb) l(id uuid, audience text, unit uuid, about uuid[], recipients text[], subject text, body text)`,
    [id, at, JSON.stringify(letters.map((l) => ({ id: newId(), audience: l.key.split('.')[0], unit: l.unitId, about: l.nominationIds, recipients: l.to, subject: l.subject, body: l.text })))])
}

/** Everybody who stood, online and accepted, and by whom they are reached: people of the unit by their own mailbox, else the unit's. */
export const readStood = (q: Queries, campaignId: string): Promise<Omit<Reached, 'outcome'>[]> => q.rows<Omit<Reached, 'outcome'>>(
  `SELECT n.id AS "nominationId", n.candidate_name AS name, n.unit_id AS "unitId", o.name AS "unitName",
     coalesce((SELECT array_agg(DISTINCT x.mailbox ORDER BY x.mailbox) FROM (SELECT coalesce(s.address, nullif(o.contact_email, '')) AS mailbox FROM memberships m LEFT JOIN news_settings s ON s.account_id = m.account_id WHERE m.organisation_id = n.unit_id AND m.role IN ('unitClerk','unitApprover') AND m.for_office IS NULL) x WHERE x.mailbox IS NOT NULL),
       CASE WHEN o.contact_email = '' THEN '{}'::text[] ELSE ARRAY[o.contact_email] END) AS "unitTo",
     (SELECT json_build_object('to', CASE WHEN s.address IS NULL THEN '[]'::json ELSE json_build_array(s.address) END) FROM candidate_parts p LEFT JOIN news_settings s ON s.account_id = p.account_id
        WHERE p.nomination_id = n.id AND p.account_id IS NOT NULL AND p.withdrew_at IS NULL AND EXISTS (SELECT FROM consents k WHERE k.nomination_id = n.id AND k.kind = 'data' AND k.given)) AS candidate
   FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND n.state = 'accepted' AND n.track = 'online' ORDER BY n.id`, [campaignId])

export interface OwnOutcome { readonly outcome: Outcome; readonly releasedAt: number; readonly startsOn: string; readonly letter: { readonly subject: string; readonly text: string } | null }
/** What was released about one nomination, the newest, as the unit or the candidate reads it; nothing before. */
export const readOwnOutcome = (q: Queries, nominationId: string, audience: 'unit' | 'candidate'): Promise<OwnOutcome | undefined> => q.row<OwnOutcome>(
  `SELECT x.outcome, x.released_at AS "releasedAt", to_char(r.starts_on, 'YYYY-MM-DD') AS "startsOn", (SELECT json_build_object('subject', l.subject, 'text', l.body) FROM release_letters l WHERE l.release_id = r.id AND l.audience = $2 AND x.nomination_id = ANY(l.nomination_ids) LIMIT 1) AS letter
   FROM release_outcomes x JOIN releases r ON r.id = x.release_id WHERE x.nomination_id = $1 ORDER BY x.released_at DESC LIMIT 1`, [nominationId, audience])
