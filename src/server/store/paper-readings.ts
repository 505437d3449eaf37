import type { PaperReading } from '#core/paper/reading'
import type { Queries } from './database'
import { isApart } from './quarantine'

export interface KeptPicture { readonly page: number; /** null: the page; else which of its seals. */ readonly seal: number | null; readonly sha256: string }
export interface KeptReading { readonly reading: PaperReading; readonly texts: readonly string[]; readonly pictures: readonly KeptPicture[] }

export const readReading = (q: Queries, sha256: string): Promise<KeptReading | undefined> => q.row<KeptReading>(`SELECT reading, texts, pictures FROM paper_readings WHERE sha256 = $1`, [sha256])

/** Whether equal bytes were read or are about to be; what the reader once gave up on was not. */
export const isReadOrWaits = async (q: Queries, sha256: string): Promise<boolean> => (await q.row<{ known: boolean }>(
  `SELECT EXISTS (SELECT FROM paper_readings WHERE sha256 = $1 AND reading->>'state' = 'read') OR EXISTS (SELECT FROM jobs WHERE kind = 'readPaper' AND state IN ('waiting','running') AND payload->>'sha256' = $1) AS known`, [sha256]))!.known

export interface EarlierSeal { readonly nominationId: string; readonly fileId: string; readonly materialId: string; readonly fileName: string; readonly receivedAt: number; readonly pictures: readonly KeptPicture[] }
/** Of the same unit, in campaigns of the same office, sent, newest first; what was set apart is shown to nobody. */
export const readEarlierSeals = (q: Queries, nominationId: string, most: number): Promise<EarlierSeal[]> => q.rows<EarlierSeal>(
  `SELECT o.nomination_id AS "nominationId", m.id AS "fileId", m.material_id AS "materialId", m.name AS "fileName", m.received_at AS "receivedAt", p.pictures
   FROM nominations n JOIN campaigns c ON c.id = n.campaign_id JOIN campaigns e ON e.organisation_id = c.organisation_id JOIN nomination_search o ON o.campaign_id = e.id AND o.unit_id = n.unit_id AND o.sent AND o.nomination_id <> n.id
   JOIN materials m ON m.nomination_id = o.nomination_id JOIN paper_readings p ON p.sha256 = m.sha256
   WHERE n.id = $1 AND jsonb_path_exists(p.pictures, '$[*] ? (@.seal != null)') AND NOT ${isApart('m')} ORDER BY m.received_at DESC, m.id LIMIT $2`, [nominationId, most])

/** What was read stays: equal bytes read the same. */
export const keepReading = (tx: Queries, sha256: string, kept: KeptReading, milliseconds: number): Promise<unknown> => tx.rows(
  `INSERT INTO paper_readings (sha256, reading, texts, pictures, milliseconds) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sha256) DO UPDATE SET reading = excluded.reading, texts = excluded.texts, pictures = excluded.pictures, milliseconds = excluded.milliseconds, read_at = excluded.read_at WHERE paper_readings.reading->>'state' <> 'read'`,
  [sha256, kept.reading, JSON.stringify(kept.texts), JSON.stringify(kept.pictures), milliseconds])
