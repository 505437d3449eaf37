import type { Finding } from '#core/kernel/finding'
import type { Crop } from '#core/publicity/poster/crop'
import type { PosterDesign } from '#core/publicity/poster/poster'
import type { PosterSizeId } from '#core/publicity/poster/sizes'
import { newId } from '../ids'
import type { Queries } from './database'
import { bytesAreApart } from './quarantine'

export interface PosterSetRow { readonly id: string; readonly campaignId: string; readonly askedAt: number; readonly askedBy: string; readonly design: PosterDesign; readonly templateId: string | null; readonly templateVersion: number | null; readonly templateName: string | null; readonly sizes: readonly PosterSizeId[]; readonly jobState: 'waiting' | 'running' | 'done' | 'failed' }
const templateName = (set: string): string => `(SELECT v.template->>'name' FROM poster_template_versions v WHERE v.template_id = ${set}.template_id AND v.version = ${set}.template_version)`
const sets = `SELECT s.id, s.campaign_id AS "campaignId", s.asked_at AS "askedAt", a.person_name AS "askedBy", s.design, s.template_id AS "templateId", s.template_version AS "templateVersion", ${templateName('s')} AS "templateName", s.sizes, j.state AS "jobState" FROM poster_sets s JOIN accounts a ON a.id = s.asked_by JOIN jobs j ON j.id = s.job_id`
export const posterSetsOf = (q: Queries, campaignId: string): Promise<PosterSetRow[]> => q.rows<PosterSetRow>(`${sets} WHERE s.campaign_id = $1 ORDER BY s.asked_at DESC, s.id DESC LIMIT 30`, [campaignId])
export const readPosterSet = (q: Queries, campaignId: string, id: string): Promise<PosterSetRow | undefined> => q.row<PosterSetRow>(`${sets} WHERE s.campaign_id = $1 AND s.id = $2`, [campaignId, id])

export interface PosterRow {
  readonly id: string; readonly setId: string; readonly campaignId: string; readonly nominationId: string; readonly name: string; readonly design: PosterDesign; readonly templateId: string | null; readonly templateVersion: number | null; readonly templateName: string | null; readonly crop: Crop | null; readonly size: PosterSizeId; readonly words: readonly string[]; readonly mediaId: string; readonly storyHash: string
  readonly sha256: string | null; readonly bytes: number | null; readonly madeAt: number | null; readonly lacks: readonly Finding[] | null; readonly withdrawnAt: number | null
  /** Its story is public at this moment, the person agrees, the honour stands. */
  readonly cleared: boolean
}
/** Asked each time anew: what was withdrawn a moment ago is out for nobody. */
export const cleared = `EXISTS (SELECT FROM stories s WHERE s.nomination_id = p.nomination_id AND s.consent AND s.published_at <= product_time() AND s.withdrawn_at IS NULL AND p.media_id = ANY(s.public_media))
  AND EXISTS (SELECT FROM honours h WHERE h.nomination_id = p.nomination_id AND (SELECT e.kind FROM honour_register e WHERE e.honour_id = h.id ORDER BY e.position DESC LIMIT 1) IS DISTINCT FROM 'revoked')`
const posters = `SELECT p.id, p.set_id AS "setId", t.campaign_id AS "campaignId", p.nomination_id AS "nominationId", n.candidate_name AS name, t.design, t.template_id AS "templateId", t.template_version AS "templateVersion", ${templateName('t')} AS "templateName", p.crop, p.size, p.words, p.media_id AS "mediaId", p.story_hash AS "storyHash", p.sha256, p.bytes, p.made_at AS "madeAt", p.lacks, p.withdrawn_at AS "withdrawnAt", ${cleared} AS cleared
  FROM posters p JOIN poster_sets t ON t.id = p.set_id JOIN nominations n ON n.id = p.nomination_id`
export const postersOf = (q: Queries, setIds: readonly string[]): Promise<PosterRow[]> => q.rows<PosterRow>(`${posters} WHERE p.set_id = ANY($1) ORDER BY p.set_id, p.ordinal`, [[...setIds]])
/** Everything that was made of one person, the newest first. */
export const postersOfPerson = (q: Queries, nominationId: string): Promise<PosterRow[]> => q.rows<PosterRow>(`${posters} WHERE p.nomination_id = $1 AND p.sha256 IS NOT NULL ORDER BY p.made_at DESC, p.id`, [nominationId])
export const nextPoster = (q: Queries, setId: string): Promise<PosterRow | undefined> => q.row<PosterRow>(`${posters} WHERE p.set_id = $1 AND p.made_at IS NULL AND p.lacks IS NULL AND p.withdrawn_at IS NULL ORDER BY p.ordinal LIMIT 1`, [setId])

export const isOut = (p: PosterRow): boolean => p.sha256 !== null && p.withdrawnAt === null && p.cleared
export const releasable = async (q: Queries, p: PosterRow): Promise<boolean> => isOut(p) && !(await bytesAreApart(q, p.sha256!))

export interface NewPosters { readonly setId: string; readonly campaignId: string; readonly jobId: string; readonly by: string; readonly at: number; readonly design: PosterDesign; readonly template: { readonly id: string; readonly version: number } | null; readonly sizes: readonly PosterSizeId[]; readonly people: readonly { readonly crop: Crop | null; readonly nominationId: string; readonly words: readonly string[]; readonly mediaId: string; readonly storyHash: string }[] }
export const insertPosters = async (tx: Queries, n: NewPosters): Promise<void> => {
  await tx.rows(`INSERT INTO poster_sets (id, campaign_id, job_id, asked_by, asked_at, design, sizes, template_id, template_version) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0), $6, $7, $8, $9)`, [n.setId, n.campaignId, n.jobId, n.by, n.at, n.design, [...n.sizes], n.template?.id ?? null, n.template?.version ?? null])
  const all = n.people.flatMap((p) => n.sizes.map((size) => ({ ...p, size })))
  await tx.rows(`INSERT INTO posters (id, set_id, ordinal, nomination_id, size, words, media_id, story_hash, crop) SELECT r.id, $1, r.ordinal, r.nomination_id, r.size, r.words, r.media_id, r.story_hash, r.crop FROM jsonb_to_recordset($2::jsonb) r(id uuid, ordinal int, nomination_id uuid, size text, words text[], media_id uuid, story_hash text, crop jsonb)`,
    [n.setId, JSON.stringify(all.map((p, i) => ({ id: newId(), ordinal: i, nomination_id: p.nominationId, size: p.size, words: p.words, media_id: p.mediaId, story_hash: p.storyHash, crop: p.crop })))])
}
export const keepMade = async (tx: Queries, id: string, file: { readonly sha256: string; readonly bytes: number }): Promise<void> => {
  await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [file.sha256, file.bytes])
  await tx.rows(`UPDATE posters SET sha256 = $2, bytes = $3, made_at = product_time() WHERE id = $1`, [id, file.sha256, file.bytes])
}
export const keepLacks = (tx: Queries, id: string, lacks: readonly Finding[]): Promise<unknown> => tx.rows(`UPDATE posters SET lacks = $2 WHERE id = $1`, [id, JSON.stringify(lacks)])
/** With their story: also those that are still to be made. @returns how many had been made */
export const withdrawPosters = async (tx: Queries, nominationId: string, at: number): Promise<number> =>
  (await tx.rows<{ made: boolean }>(`UPDATE posters SET withdrawn_at = to_timestamp($2 / 1000.0) WHERE nomination_id = $1 AND withdrawn_at IS NULL RETURNING sha256 IS NOT NULL AS made`, [nominationId, at])).filter((r) => r.made).length
export const postersToRecall = async (q: Queries, nominationId: string): Promise<{ size: PosterSizeId; n: number }[]> =>
  q.rows(`SELECT size, count(*)::int AS n FROM posters WHERE nomination_id = $1 AND sha256 IS NOT NULL GROUP BY size ORDER BY size`, [nominationId])
