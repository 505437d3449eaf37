import type { PaperReading } from '#core/paper/reading'
import type { Queries } from './database'

export interface KeptPicture { readonly page: number; /** null: the page; else which of its seals. */ readonly seal: number | null; readonly sha256: string }
export interface KeptReading { readonly reading: PaperReading; readonly texts: readonly string[]; readonly pictures: readonly KeptPicture[] }

export const readReading = (q: Queries, sha256: string): Promise<KeptReading | undefined> => q.row<KeptReading>(`SELECT reading, texts, pictures FROM paper_readings WHERE sha256 = $1`, [sha256])

/** Whether equal bytes were read or are about to be; what the reader once gave up on was not. */
export const isReadOrWaits = async (q: Queries, sha256: string): Promise<boolean> => (await q.row<{ known: boolean }>(
  `SELECT EXISTS (SELECT FROM paper_readings WHERE sha256 = $1 AND reading->>'state' = 'read') OR EXISTS (SELECT FROM jobs WHERE kind = 'readPaper' AND state IN ('waiting','running') AND payload->>'sha256' = $1) AS known`, [sha256]))!.known

/** What was read stays: equal bytes read the same. */
export const keepReading = (tx: Queries, sha256: string, kept: KeptReading, milliseconds: number): Promise<unknown> => tx.rows(
  `INSERT INTO paper_readings (sha256, reading, texts, pictures, milliseconds) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sha256) DO UPDATE SET reading = excluded.reading, texts = excluded.texts, pictures = excluded.pictures, milliseconds = excluded.milliseconds, read_at = excluded.read_at WHERE paper_readings.reading->>'state' <> 'read'`,
  [sha256, kept.reading, JSON.stringify(kept.texts), JSON.stringify(kept.pictures), milliseconds])
