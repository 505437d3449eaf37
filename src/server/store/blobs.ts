import type { UnreadableFacts } from '#core/materials/facts'
import type { Queries } from './database'

export const blobsToRead = (q: Queries, hours: number, most: number): Promise<{ sha256: string; damaged: boolean }[]> => q.rows(
  `SELECT sha256, damaged_at IS NOT NULL AS damaged FROM blobs WHERE coalesce(read_at, stored_at) < clock_timestamp() - make_interval(hours => $1) ORDER BY coalesce(read_at, stored_at) LIMIT $2`, [hours, most])

const damage: Pick<UnreadableFacts, 'kind' | 'why' | 'looksLike'> = { kind: 'unreadable', why: 'damaged', looksLike: null }

/** Whoever uses the file meets it as a finding, on every page and at sealing. */
export const markDamaged = (q: Queries, sha256: string): Promise<unknown> => q.rows(
  `WITH b AS (UPDATE blobs SET read_at = clock_timestamp(), damaged_at = coalesce(damaged_at, clock_timestamp()) WHERE sha256 = $1)
   UPDATE materials SET sound_facts = facts, facts = $2::jsonb || jsonb_build_object('name', facts->'name', 'bytes', facts->'bytes') WHERE sha256 = $1 AND sound_facts IS NULL`, [sha256, JSON.stringify(damage)])

export const markSound = (q: Queries, sha256: string): Promise<unknown> => q.rows(
  `WITH b AS (UPDATE blobs SET read_at = clock_timestamp(), damaged_at = NULL WHERE sha256 = $1)
   UPDATE materials SET facts = sound_facts, sound_facts = NULL WHERE sha256 = $1 AND sound_facts IS NOT NULL`, [sha256])
