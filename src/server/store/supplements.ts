import { readPublicNotice, type PublicNoticeRow, type PublicPerson } from './announcement'
import type { Queries } from './database'
import { newId } from '../ids'

/** 补充公示 of one person. */
export interface SupplementRow { readonly id: string; readonly nominationId: string; readonly objectionId: string; readonly startsAt: number; readonly endsAt: number; readonly days: string[]; readonly person: PublicPerson }
export const readSupplements = (q: Queries, campaignId: string): Promise<SupplementRow[]> => q.rows<SupplementRow>(
  `SELECT id, nomination_id AS "nominationId", objection_id AS "objectionId", starts_at AS "startsAt", ends_at AS "endsAt", days, person FROM supplementary_notices WHERE campaign_id = $1 ORDER BY starts_at, id`, [campaignId])
export const putSupplement = (tx: Queries, s: Omit<SupplementRow, 'id'> & { readonly campaignId: string }): Promise<unknown> => tx.rows(
  `INSERT INTO supplementary_notices (id, campaign_id, nomination_id, objection_id, starts_at, ends_at, days, person) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0), to_timestamp($6 / 1000.0), $7, $8)`,
  [newId(), s.campaignId, s.nominationId, s.objectionId, s.startsAt, s.endsAt, JSON.stringify(s.days), s.person])

/** Everybody on public notice, each with the end of the own term. */
export interface OnNotice { readonly person: PublicPerson; readonly endsAt: number; readonly supplement: boolean }
export const readOnNotice = async (q: Queries, campaignId: string): Promise<{ readonly notice: PublicNoticeRow | undefined; readonly people: OnNotice[] }> => {
  const notice = await readPublicNotice(q, campaignId)
  if (notice === undefined) return { notice, people: [] }
  const supplements = await readSupplements(q, campaignId)
  return { notice, people: [...notice.people.map((person) => ({ person, endsAt: notice.endsAt, supplement: false })), ...supplements.map((s) => ({ person: s.person, endsAt: s.endsAt, supplement: true }))] }
}
/** As it reads from now on, wherever the person stands. */
export const correctPerson = async (tx: Queries, campaignId: string, nominationId: string, part: 'name' | 'employer' | 'post', reads: string): Promise<void> => {
  await tx.rows(`UPDATE supplementary_notices SET person = jsonb_set(person, ARRAY[$2], to_jsonb($3::text)) WHERE nomination_id = $1`, [nominationId, part, reads])
  await tx.rows(`UPDATE public_notices SET people = (SELECT jsonb_agg(CASE WHEN p->>'nominationId' = $2 THEN jsonb_set(p, ARRAY[$3], to_jsonb($4::text)) ELSE p END ORDER BY i) FROM jsonb_array_elements(people) WITH ORDINALITY x(p, i)) WHERE campaign_id = $1`, [campaignId, nominationId, part, reads])
}
