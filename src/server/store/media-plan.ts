import type { ChannelKind, ChannelLevel, MediaChannel } from '#core/publicity/media-plan/channel'
import { keyOfChannel } from '#core/publicity/media-plan/channel'
import type { ItemMaterial, ItemState, MaterialKind, MaterialStanding, MediaItem } from '#core/publicity/media-plan/item'
import { sizeOf, type PosterSizeId } from '#core/publicity/poster/sizes'
import type { Placed } from '#core/publicity/story/recall'
import type { Queries } from './database'
import { cleared } from './posters'
import { isWanted } from './quarantine'
import type { Renditions } from './stories'

export interface ChannelRow extends MediaChannel { readonly id: string; readonly version: number; readonly items: number }
export const channelsOf = (q: Queries, campaignId: string): Promise<ChannelRow[]> => q.rows<ChannelRow>(
  `SELECT c.id, c.kind, c.kind_word AS "kindWord", c.name, c.level, c.contact, c.version, (SELECT count(*)::int FROM media_items i WHERE i.channel_id = c.id) AS items FROM media_channels c WHERE c.campaign_id = $1 ORDER BY c.added_at, c.id`, [campaignId])
/** Whoever writes to the plan's channels, or brings a list, comes one after the other. */
export const lockPlan = (tx: Queries, campaignId: string): Promise<unknown> => tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7465))`, [campaignId])
export const insertChannel = (tx: Queries, id: string, campaignId: string, c: MediaChannel, at: number): Promise<unknown> => tx.rows(
  `INSERT INTO media_channels (id, campaign_id, kind, kind_word, name, level, contact, key, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`, [id, campaignId, c.kind, c.kind === 'other' ? c.kindWord : '', c.name, c.level, c.contact, keyOfChannel(c), at])
export const updateChannel = (tx: Queries, id: string, version: number, c: MediaChannel): Promise<unknown> => tx.rows(
  `UPDATE media_channels SET kind = $2, kind_word = $3, name = $4, level = $5, contact = $6, key = $7, version = $8 WHERE id = $1`, [id, c.kind, c.kind === 'other' ? c.kindWord : '', c.name, c.level, c.contact, keyOfChannel(c), version])

interface Raw {
  readonly id: string; readonly campaignId: string; readonly channelId: string; readonly title: string; readonly from: string; readonly to: string; readonly ownerId: string | null; readonly ownerWord: string; readonly ownerName: string
  readonly materialKind: MaterialKind; readonly materialWord: string; readonly nominationId: string | null; readonly mediaId: string | null; readonly posterId: string | null; readonly person: string | null; readonly fileName: string | null; readonly posterSize: PosterSizeId | null; readonly standing: MaterialStanding
  readonly kind: ChannelKind; readonly level: ChannelLevel; readonly channelName: string; readonly state: ItemState; readonly why: string; readonly link: string; readonly reach: number | null; readonly reachFrom: string; readonly files: number
  readonly recallSince: number | null; readonly recalledAt: number | null; readonly recalledNote: string; readonly version: number; readonly changedAt: number; readonly changedBy: string; readonly toldDue: string | null; readonly toldLate: string | null
}
export interface ItemRow extends Omit<Raw, 'materialKind' | 'materialWord' | 'mediaId' | 'posterId' | 'person' | 'fileName' | 'posterSize'> { readonly material: ItemMaterial; readonly materialName: string }

const revoked = `(SELECT e.kind FROM honours h JOIN honour_register e ON e.honour_id = h.id WHERE h.nomination_id = i.nomination_id ORDER BY e.position DESC LIMIT 1) = 'revoked'`
const out = `s.published_at <= product_time() AND s.withdrawn_at IS NULL`
/** Asked each time anew, as for posters: what was withdrawn a moment ago is public for nobody. */
const standing = `CASE WHEN i.nomination_id IS NULL THEN 'free' WHEN s.withdrawn_at IS NOT NULL OR ${revoked} THEN 'withdrawn'
  WHEN i.material_kind = 'story' AND ${out} OR i.material_kind = 'film' AND ${out} AND i.media_id = ANY(s.public_media) OR i.material_kind = 'poster' AND p.sha256 IS NOT NULL AND p.withdrawn_at IS NULL AND ${cleared} THEN 'public'
  WHEN i.material_kind = 'poster' AND p.withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'waiting' END`
const items = `SELECT i.id, i.campaign_id AS "campaignId", i.channel_id AS "channelId", i.title, i.from_day::text AS "from", i.to_day::text AS "to", i.owner_id AS "ownerId", i.owner_word AS "ownerWord", coalesce(o.person_name, i.owner_word) AS "ownerName",
  i.material_kind AS "materialKind", i.material_word AS "materialWord", i.nomination_id AS "nominationId", i.media_id AS "mediaId", i.poster_id AS "posterId", n.candidate_name AS person, f.name AS "fileName", p.size AS "posterSize", ${standing} AS standing,
  c.kind, c.level, c.name AS "channelName", i.state, i.why, i.link, i.reach, i.reach_from AS "reachFrom", (SELECT count(*)::int FROM media_evidence e WHERE e.item_id = i.id) AS files,
  i.recall_since AS "recallSince", i.recalled_at AS "recalledAt", i.recalled_note AS "recalledNote", i.version, i.changed_at AS "changedAt", b.person_name AS "changedBy", i.told_due::text AS "toldDue", i.told_late::text AS "toldLate"
  FROM media_items i JOIN media_channels c ON c.id = i.channel_id JOIN accounts b ON b.id = i.changed_by LEFT JOIN accounts o ON o.id = i.owner_id LEFT JOIN nominations n ON n.id = i.nomination_id LEFT JOIN stories s ON s.nomination_id = i.nomination_id LEFT JOIN story_media f ON f.id = i.media_id LEFT JOIN posters p ON p.id = i.poster_id`

const materialOf = (r: Raw): ItemMaterial => {
  switch (r.materialKind) {
    case 'word': return { kind: 'word', word: r.materialWord }
    case 'story': return { kind: 'story', nominationId: r.nominationId! }
    case 'film': return { kind: 'film', mediaId: r.mediaId! }
    case 'poster': return { kind: 'poster', posterId: r.posterId! }
    default: return { kind: 'none' }
  }
}
/** As lists and files say it. */
const nameOf = (r: Raw): string => ({ none: '', word: r.materialWord, story: `故事：${r.person}`, film: `视频：${r.person}，${r.fileName ?? '（已移去）'}`, poster: `海报：${r.person}${r.posterSize === null ? '' : `，${sizeOf(r.posterSize).name.zh}`}` })[r.materialKind]
const asItem = (r: Raw): ItemRow => {
  const { materialKind: _k, materialWord: _w, mediaId: _m, posterId: _p, person: _n, fileName: _f, posterSize: _s, ...rest } = r
  return { ...rest, material: materialOf(r), materialName: nameOf(r) }
}
export const itemsOf = async (q: Queries, campaignId: string): Promise<ItemRow[]> => (await q.rows<Raw>(`${items} WHERE i.campaign_id = $1 ORDER BY i.from_day, i.id`, [campaignId])).map(asItem)
export const readItem = async (q: Queries, campaignId: string, id: string): Promise<ItemRow | undefined> => { const r = await q.row<Raw>(`${items} WHERE i.campaign_id = $1 AND i.id = $2`, [campaignId, id]); return r && asItem(r) }
/** Locked first and read then: whoever waited reads what the other wrote. */
export const lockItem = async (tx: Queries, campaignId: string, id: string): Promise<ItemRow | undefined> => ((await tx.row(`SELECT 1 FROM media_items WHERE campaign_id = $1 AND id = $2 FOR UPDATE`, [campaignId, id])) === undefined ? undefined : readItem(tx, campaignId, id))
export const countItems = async (q: Queries, campaignId: string): Promise<number> => (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM media_items WHERE campaign_id = $1`, [campaignId]))!.n

/** Whose it is; undefined: there is no such material in this campaign. */
export const placeOfMaterial = async (q: Queries, campaignId: string, m: ItemMaterial): Promise<{ nominationId: string | null; standing: MaterialStanding } | undefined> => {
  if (m.kind === 'none' || m.kind === 'word') return { nominationId: null, standing: 'free' }
  const [found, id] = m.kind === 'story' ? [`SELECT s.nomination_id FROM stories s WHERE s.campaign_id = $1 AND s.nomination_id = $2`, m.nominationId]
    : m.kind === 'film' ? [`SELECT s.nomination_id FROM stories s JOIN story_media f ON f.nomination_id = s.nomination_id AND f.kind = 'film' AND f.removed_at IS NULL WHERE s.campaign_id = $1 AND f.id = $2`, m.mediaId]
      : [`SELECT p.nomination_id FROM posters p JOIN poster_sets t ON t.id = p.set_id WHERE t.campaign_id = $1 AND p.id = $2`, m.posterId]
  return q.row(`SELECT i.nomination_id AS "nominationId", ${standing} AS standing FROM (SELECT x.nomination_id, $3::text AS material_kind, $2::uuid AS media_id FROM (${found}) x) i LEFT JOIN stories s ON s.nomination_id = i.nomination_id LEFT JOIN posters p ON p.id = $2 AND $3 = 'poster'`, [campaignId, id, m.kind])
}
export interface MaterialRow { readonly kind: 'story' | 'film' | 'poster'; readonly id: string; readonly person: string; readonly fileName: string | null; readonly size: PosterSizeId | null }
/** What may be placed at this moment. */
export const materialsOf = (q: Queries, campaignId: string): Promise<MaterialRow[]> => q.rows<MaterialRow>(
  `WITH s AS (SELECT s.*, n.candidate_name AS person FROM stories s JOIN nominations n ON n.id = s.nomination_id WHERE s.campaign_id = $1 AND ${out})
   SELECT 'story' AS kind, s.nomination_id AS id, s.person, NULL AS "fileName", NULL AS size FROM s
   UNION ALL SELECT 'film', f.id, s.person, f.name, NULL FROM s JOIN story_media f ON f.id = ANY(s.public_media) AND f.kind = 'film' AND f.removed_at IS NULL
   UNION ALL SELECT * FROM (SELECT 'poster', p.id, s.person, NULL, p.size FROM s JOIN posters p ON p.nomination_id = s.nomination_id WHERE p.sha256 IS NOT NULL AND p.withdrawn_at IS NULL AND ${cleared} ORDER BY p.made_at DESC LIMIT 400) x`, [campaignId])

const values = (i: MediaItem, nominationId: string | null): unknown[] => [i.channelId, i.title, i.from, i.to, i.ownerId, i.ownerId === null ? i.ownerWord : '', i.material.kind, i.material.kind === 'word' ? i.material.word : '', nominationId, i.material.kind === 'film' ? i.material.mediaId : null, i.material.kind === 'poster' ? i.material.posterId : null, i.link, i.reach, i.reach === null ? '' : i.reachFrom]
interface By { readonly by: string; readonly at: number }
export const insertItem = (tx: Queries, id: string, campaignId: string, i: MediaItem, nominationId: string | null, { by, at }: By, state: ItemState = 'planned', why = ''): Promise<unknown> => tx.rows(
  `INSERT INTO media_items (channel_id, title, from_day, to_day, owner_id, owner_word, material_kind, material_word, nomination_id, media_id, poster_id, link, reach, reach_from, id, campaign_id, state, changed_by, changed_at, why) VALUES ($1, $2, $3::date, $4::date, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, to_timestamp($19 / 1000.0), $20)`, [...values(i, nominationId), id, campaignId, state, by, at, why])
export const updateItem = (tx: Queries, id: string, i: MediaItem, nominationId: string | null, { by, at }: By): Promise<unknown> => tx.rows(
  `UPDATE media_items SET channel_id = $1, title = $2, from_day = $3::date, to_day = $4::date, owner_id = $5, owner_word = $6, material_kind = $7, material_word = $8, nomination_id = $9, media_id = $10, poster_id = $11, link = $12, reach = $13, reach_from = $14, version = version + 1, changed_by = $16, changed_at = to_timestamp($17 / 1000.0) WHERE id = $15`, [...values(i, nominationId), id, by, at])
export const moveItem = (tx: Queries, id: string, state: ItemState, why: string, i: Pick<MediaItem, 'link' | 'reach' | 'reachFrom'>, { by, at }: By): Promise<unknown> => tx.rows(
  `UPDATE media_items SET state = $2, why = $3, link = $4, reach = $5, reach_from = $6, version = version + 1, changed_by = $7, changed_at = to_timestamp($8 / 1000.0) WHERE id = $1`, [id, state, state === 'cancelled' ? why : '', i.link, i.reach, i.reach === null ? '' : i.reachFrom, by, at])
/** What was still to be placed is given up with it. */
export const markRecalled = (tx: Queries, id: string, note: string, { by, at }: By): Promise<unknown> => tx.rows(
  `UPDATE media_items SET recalled_at = to_timestamp($4 / 1000.0), recalled_by = $3, recalled_note = $2, state = CASE WHEN state = 'ready' THEN 'cancelled' ELSE state END, why = CASE WHEN state = 'ready' THEN $2 ELSE why END, version = version + 1, changed_by = $3, changed_at = to_timestamp($4 / 1000.0) WHERE id = $1`, [id, note, by, at])

/** With its story: what is ready may lie at a newspaper already, what is out is there. */
export const callBackItems = (tx: Queries, nominationId: string, at: number): Promise<unknown> => tx.rows(
  `UPDATE media_items SET recall_since = to_timestamp($2 / 1000.0), version = version + 1 WHERE nomination_id = $1 AND state IN ('ready','out') AND recall_since IS NULL`, [nominationId, at])
export const itemsToRecall = (q: Queries, nominationId: string): Promise<Placed[]> => q.rows<Placed>(
  `SELECT i.title, c.name AS "channelName", c.level, i.from_day::text AS "from", i.link, i.state FROM media_items i JOIN media_channels c ON c.id = i.channel_id WHERE i.nomination_id = $1 AND i.recall_since IS NOT NULL AND i.recalled_at IS NULL ORDER BY i.from_day, i.id`, [nominationId])

export interface EvidenceRow { readonly id: string; readonly itemId: string; readonly name: string; readonly kind: 'picture' | 'page'; readonly sha256: string; readonly bytes: number; readonly renditions: Renditions; readonly addedAt: number; readonly addedBy: string }
export const evidenceOf = (q: Queries, itemId: string): Promise<EvidenceRow[]> => q.rows<EvidenceRow>(
  `SELECT e.id, e.item_id AS "itemId", e.name, e.kind, e.sha256, e.bytes, e.renditions, e.added_at AS "addedAt", a.person_name AS "addedBy" FROM media_evidence e JOIN accounts a ON a.id = e.added_by WHERE e.item_id = $1 ORDER BY e.added_at, e.id`, [itemId])
/** What nothing refers to any more leaves the store with the day. */
export const dropEvidence = async (tx: Queries, id: string): Promise<void> => {
  const row = await tx.row<{ sha256: string; renditions: Renditions }>(`DELETE FROM media_evidence WHERE id = $1 RETURNING sha256, renditions`, [id])
  const sums = row === undefined ? [] : [row.sha256, ...Object.values(row.renditions).map((r) => r.sha256)]
  await tx.rows(`INSERT INTO files_put (sha256) SELECT b.sha256 FROM blobs b WHERE b.sha256 = ANY($1) ON CONFLICT (sha256) DO UPDATE SET put_at = files_put.put_at`, [sums])
  await tx.rows(`DELETE FROM blobs b WHERE b.sha256 = ANY($1) AND NOT (${isWanted('b')})`, [sums])
}

/** What reminders are chosen from: not cancelled, not called back, with a person of the office, its day tomorrow or before. */
export interface ReminderRow { readonly id: string; readonly campaignId: string; readonly ownerId: string; readonly state: ItemState; readonly from: string; readonly to: string; readonly link: string; readonly files: number; readonly changedAt: number; readonly toldDue: string | null; readonly toldLate: string | null }
export const itemsBegunBy = (q: Queries, day: string): Promise<ReminderRow[]> => q.rows<ReminderRow>(
  `SELECT i.id, i.campaign_id AS "campaignId", i.owner_id AS "ownerId", i.state, i.from_day::text AS "from", i.to_day::text AS "to", i.link, (SELECT count(*)::int FROM media_evidence e WHERE e.item_id = i.id) AS files, i.changed_at AS "changedAt", i.told_due::text AS "toldDue", i.told_late::text AS "toldLate"
   FROM media_items i WHERE i.state <> 'cancelled' AND i.recall_since IS NULL AND i.owner_id IS NOT NULL AND i.from_day <= $1::date AND (i.told_late IS DISTINCT FROM i.from_day) AND NOT (i.state = 'out' AND i.link <> '') ORDER BY i.campaign_id, i.owner_id, i.id FOR UPDATE SKIP LOCKED`, [day])
export const markTold = (tx: Queries, kind: 'due' | 'late', ids: readonly string[]): Promise<unknown> => tx.rows(kind === 'due' ? `UPDATE media_items SET told_due = from_day WHERE id = ANY($1)` : `UPDATE media_items SET told_late = from_day WHERE id = ANY($1)`, [ids])
