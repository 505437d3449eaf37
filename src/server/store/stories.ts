import type { Role } from '#core/access/actor'
import { storyHash, type StoryDocument } from '#core/publicity/story/document'
import type { Clearance, PublicityConsent } from '#core/publicity/story/clearance'
import type { Measured, SeenPeople, StoryMedia } from '#core/publicity/story/media'
import { readCues } from '#core/publicity/story/captions'
import type { Queries } from './database'
import { newId } from '../ids'

export interface StoryRow {
  readonly nominationId: string
  readonly campaignId: string
  readonly revision: number
  readonly document: StoryDocument
  readonly hash: string
  readonly savedBy: string
  readonly savedByName: string
  readonly savedAt: number
  readonly consent: PublicityConsent | null
  readonly publishAt: number | null
  readonly publishedAt: number | null
  readonly published: StoryDocument | null
  readonly publishedHash: string | null
  readonly withdrawnAt: number | null
  readonly withdrawnWhy: string | null
}
const columns = `s.nomination_id AS "nominationId", s.campaign_id AS "campaignId", s.revision, s.document, s.hash, s.saved_by AS "savedBy", a.person_name AS "savedByName", s.saved_at AS "savedAt",
  CASE WHEN s.consent IS NOT NULL THEN jsonb_build_object('given', s.consent, 'at', floor(extract(epoch FROM s.consent_at) * 1000)::bigint) END AS consent,
  s.publish_at AS "publishAt", s.published_at AS "publishedAt", s.published, s.published_hash AS "publishedHash", s.withdrawn_at AS "withdrawnAt", s.withdrawn_why AS "withdrawnWhy"`
const from = `stories s JOIN accounts a ON a.id = s.saved_by`

export const readStoryRow = (q: Queries, nominationId: string): Promise<StoryRow | undefined> => q.row<StoryRow>(`SELECT ${columns} FROM ${from} WHERE s.nomination_id = $1`, [nominationId])
/** Whoever writes, answers or publishes comes one after the other. */
export const lockStory = (tx: Queries, nominationId: string): Promise<StoryRow | undefined> => tx.row<StoryRow>(`SELECT ${columns} FROM ${from} WHERE s.nomination_id = $1 FOR UPDATE OF s`, [nominationId])
export const storiesOf = (q: Queries, campaignId: string): Promise<StoryRow[]> => q.rows<StoryRow>(`SELECT ${columns} FROM ${from} WHERE s.campaign_id = $1`, [campaignId])

/** A version goes on growing while one person writes and nobody has judged it; else another is begun. */
export const saveText = async (tx: Queries, s: { readonly nominationId: string; readonly campaignId: string; readonly revision: number; readonly document: StoryDocument; readonly by: string; readonly at: number }): Promise<string> => {
  const hash = storyHash(s.document)
  await tx.rows(`INSERT INTO stories (nomination_id, campaign_id, revision, document, hash, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7 / 1000.0))
    ON CONFLICT (nomination_id) DO UPDATE SET revision = $3, document = $4, hash = $5, saved_by = $6, saved_at = to_timestamp($7 / 1000.0)`, [s.nominationId, s.campaignId, s.revision, s.document, hash, s.by, s.at])
  await tx.rows(`DELETE FROM story_versions v WHERE v.nomination_id = $1 AND v.saved_by = $2 AND v.revision = $3 - 1 AND NOT EXISTS (SELECT FROM story_clearances c WHERE c.nomination_id = v.nomination_id AND c.hash = v.hash)
      AND NOT EXISTS (SELECT FROM stories s WHERE s.nomination_id = v.nomination_id AND s.published_hash = v.hash)`, [s.nominationId, s.by, s.revision])
  await tx.rows(`INSERT INTO story_versions (nomination_id, revision, document, hash, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))`, [s.nominationId, s.revision, s.document, hash, s.by, s.at])
  return hash
}

export type ClearanceRow = Clearance & { readonly name: string }
export const clearancesOf = async (q: Queries, nominationIds: readonly string[]): Promise<Map<string, ClearanceRow[]>> => {
  const rows = await q.rows<ClearanceRow & { readonly nominationId: string }>(`SELECT c.nomination_id AS "nominationId", c.kind, c.hash, c.yes, c.said_by AS by, a.person_name AS name, c.role, c.said_at AS at, c.note FROM story_clearances c JOIN accounts a ON a.id = c.said_by WHERE c.nomination_id = ANY($1) ORDER BY c.said_at, c.id`, [nominationIds])
  const by = new Map<string, ClearanceRow[]>()
  for (const row of rows) by.set(row.nominationId, [...(by.get(row.nominationId) ?? []), row])
  return by
}
export const putClearance = (tx: Queries, c: { readonly nominationId: string; readonly kind: Clearance['kind']; readonly hash: string; readonly yes: boolean; readonly note: string; readonly by: string; readonly role: Role; readonly at: number; readonly paper: string | null }): Promise<unknown> => tx.rows(
  `INSERT INTO story_clearances (id, nomination_id, kind, hash, yes, note, said_by, role, said_at, paper_sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0), $10)`, [newId(), c.nominationId, c.kind, c.hash, c.yes, c.note, c.by, c.role, c.at, c.paper])
export const putPublicityConsent = (tx: Queries, nominationId: string, given: boolean, at: number): Promise<unknown> => tx.rows(`UPDATE stories SET consent = $2, consent_at = to_timestamp($3 / 1000.0) WHERE nomination_id = $1`, [nominationId, given, at])

/** By its width in pixels. */
export type Renditions = Readonly<Record<string, { readonly sha256: string; readonly bytes: number; readonly height: number }>>
export interface MediaRow { readonly id: string; readonly nominationId: string; readonly kind: 'picture' | 'film'; readonly name: string; readonly sha256: string; readonly bytes: number; readonly width: number; readonly height: number; readonly seconds: number | null; readonly plays: boolean; readonly coding: string; readonly renditions: Renditions; readonly credit: string; readonly people: SeenPeople | null; readonly consent: string; readonly captions: string | null; /** In full size for the press, without metadata; null: no kit asked for it yet. */ readonly press: { readonly sha256: string; readonly bytes: number; readonly width: number; readonly height: number } | null }
const mediaColumns = `m.id, m.nomination_id AS "nominationId", m.kind, m.name, m.sha256, m.bytes, m.width, m.height, m.seconds, m.plays, m.coding, m.renditions, m.credit, m.people, m.consent, m.captions, m.press`
/** A blob may have been wiped meanwhile: what has no bytes any more is not there. */
export const mediaOfStories = (q: Queries, nominationIds: readonly string[]): Promise<MediaRow[]> => q.rows<MediaRow>(`SELECT ${mediaColumns} FROM story_media m WHERE m.nomination_id = ANY($1) AND m.removed_at IS NULL ORDER BY m.added_at, m.id`, [nominationIds])
export const insertMedia = (tx: Queries, m: Omit<Measured, 'coding'> & { readonly coding: string; readonly id: string; readonly nominationId: string; readonly name: string; readonly sha256: string; readonly bytes: number; readonly renditions: Renditions; readonly by: string; readonly at: number }): Promise<unknown> => tx.rows(
  `INSERT INTO story_media (id, nomination_id, kind, name, sha256, bytes, width, height, seconds, plays, coding, renditions, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, to_timestamp($14 / 1000.0))`,
  [m.id, m.nominationId, m.kind, m.name, m.sha256, m.bytes, m.width, m.height, m.seconds, m.plays, m.coding, m.renditions, m.by, m.at])

export const asMedia = (m: MediaRow): StoryMedia => {
  const common = { id: m.id, name: m.name, credit: m.credit, people: m.people, consent: m.consent, width: m.width, height: m.height }
  return m.kind === 'picture' ? { ...common, kind: 'picture' } : { ...common, kind: 'film', seconds: m.seconds ?? 0, plays: m.plays, coding: m.coding, captions: m.captions !== null && readCues(m.captions).length > 0 }
}

/** What anybody may fetch: shown by a story that is public at this moment. */
export const publicMedia = (q: Queries, slug: string, mediaId: string): Promise<MediaRow | undefined> => q.row<MediaRow>(
  `SELECT ${mediaColumns} FROM story_media m JOIN stories s ON s.nomination_id = m.nomination_id JOIN campaigns c ON c.id = s.campaign_id WHERE m.id = $2 AND c.slug = $1 AND m.id = ANY(s.public_media) AND s.withdrawn_at IS NULL AND s.published_at <= product_time()
     AND EXISTS (SELECT FROM honours h WHERE h.nomination_id = s.nomination_id AND (SELECT e.kind FROM honour_register e WHERE e.honour_id = h.id ORDER BY e.position DESC LIMIT 1) IS DISTINCT FROM 'revoked')`, [slug, mediaId])
