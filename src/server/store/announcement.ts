import { publicPost } from '#core/announcement/public-post'
import type { Queries } from './database'

export interface PublicPerson { readonly nominationId: string; readonly name: string; readonly employer: string; readonly post: string; readonly summary: string }
export interface PublicNoticeRow { readonly roundId: string; readonly startsAt: number; readonly endsAt: number; readonly days: string[]; readonly people: PublicPerson[]; readonly howToObject: { phone: string; email: string; address: string } }
export interface HonourRow { readonly honourId: string; readonly nominationId: string; readonly number: string; readonly person: PublicPerson; readonly givenAt: number; /** Where its last entry in the register is a revocation: when, and in the published words. */ readonly revoked: { readonly at: number; readonly reason: string } | null }

export const readPublicNotice = (q: Queries, campaignId: string): Promise<PublicNoticeRow | undefined> => q.row<PublicNoticeRow>(
  `SELECT round_id AS "roundId", starts_at AS "startsAt", ends_at AS "endsAt", days, people, how_to_object AS "howToObject" FROM public_notices WHERE campaign_id = $1`, [campaignId])
export const readHonours = (q: Queries, campaignId: string): Promise<HonourRow[]> => q.rows<HonourRow>(
  `SELECT id AS "honourId", nomination_id AS "nominationId", number, person, given_at AS "givenAt",
     (SELECT CASE WHEN e.kind = 'revoked' THEN jsonb_build_object('at', floor(extract(epoch FROM e.at) * 1000)::bigint, 'reason', e.reason) END FROM honour_register e WHERE e.honour_id = honours.id ORDER BY e.position DESC LIMIT 1) AS revoked
   FROM honours WHERE campaign_id = $1 ORDER BY number`, [campaignId])
/** What a public list may say of a person: name, employer, post. Nothing else leaves the dossier, and of what goes by hand nothing at all. */
export const readPublicPersons = async (q: Queries, nominationIds: readonly string[]): Promise<PublicPerson[]> => (await q.rows<PublicPerson>(
  `SELECT id AS "nominationId", candidate_name AS name, coalesce(fields->>'employer', '') AS employer, coalesce(fields->>'post', '') AS post, '' AS summary FROM nominations WHERE id = ANY($1) AND track = 'online'`, [nominationIds]))
  .map((p) => ({ ...p, post: publicPost(p.post) }))
