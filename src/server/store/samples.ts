import type { SampleVerdict, Sampled } from '#core/supervision/sample'
import type { Queries } from './database'

export interface SampleRow { readonly id: string; readonly what: Sampled; readonly size: number; readonly pool: readonly string[]; readonly planHash: string; readonly commitment: string; readonly sealedSecret: Buffer | null; readonly secret: string | null; readonly word: string | null; readonly drawn: readonly string[] | null; readonly fixedAt: number; readonly drawnAt: number | null }
const columns = `id, what, size, pool, plan_hash AS "planHash", commitment, sealed_secret AS "sealedSecret", secret, word, drawn, fixed_at AS "fixedAt", drawn_at AS "drawnAt"`
export const readSampleRows = (q: Queries, campaignId: string): Promise<SampleRow[]> => q.rows<SampleRow>(`SELECT ${columns} FROM samples WHERE campaign_id = $1 ORDER BY fixed_at, id`, [campaignId])
export const lockSample = (tx: Queries, campaignId: string, id: string): Promise<SampleRow | undefined> => tx.row<SampleRow>(`SELECT ${columns} FROM samples WHERE campaign_id = $1 AND id = $2 FOR UPDATE`, [campaignId, id])

/** What can be sampled now: nominations that were sent once, receipts of closed boxes, letters that left or should have. */
const pools: Readonly<Record<Sampled, string>> = {
  nominations: `SELECT id::text AS item FROM nominations WHERE campaign_id = $1 AND submitted_at IS NOT NULL ORDER BY 1`,
  ballots: `SELECT b.code AS item FROM ballots b JOIN rounds r ON r.id = b.round_id WHERE r.campaign_id = $1 AND r.state = 'closed' ORDER BY 1`,
  letters: `SELECT id::text AS item FROM letters WHERE campaign_id = $1 ORDER BY 1`,
}
export const poolOf = async (q: Queries, campaignId: string, what: Sampled): Promise<string[]> => (await q.rows<{ item: string }>(pools[what], [campaignId])).map((r) => r.item)

export interface SampledItem { readonly item: string; readonly name: string; readonly about: string; readonly path: string | null; readonly isFile: boolean }
/** Each with where it is looked at; the receipt of a nomination leads to all that it was sent with. */
const items: Readonly<Record<Sampled, string>> = {
  nominations: `SELECT n.id::text AS item, n.candidate_name AS name, o.name AS about, '/api/nominations/' || n.id || '/receipt.pdf' AS path, true AS "isFile" FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND n.id::text = ANY($2)`,
  ballots: `SELECT b.code AS item, b.code AS name, r.rule->'name'->>'zh' AS about, '/jury/rounds/' || r.id || '/room' AS path, false AS "isFile" FROM ballots b JOIN rounds r ON r.id = b.round_id WHERE r.campaign_id = $1 AND b.code = ANY($2)`,
  letters: `SELECT l.id::text AS item, l.subject AS name, l.recipient || '　' || CASE WHEN l.sent_at IS NULL THEN '没有发出' ELSE to_char(l.sent_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' 发出' END AS about, NULL AS path, false AS "isFile" FROM letters l WHERE l.campaign_id = $1 AND l.id::text = ANY($2)`,
}
export const readSampledItems = (q: Queries, campaignId: string, what: Sampled, drawn: readonly string[]): Promise<SampledItem[]> => q.rows<SampledItem>(items[what], [campaignId, drawn])

export interface SampleNote { readonly sampleId: string; readonly item: string; readonly verdict: SampleVerdict; readonly words: string; readonly by: string; readonly at: number }
/** The last one of each item. */
export const readSampleNotes = (q: Queries, campaignId: string): Promise<SampleNote[]> => q.rows<SampleNote>(
  `SELECT DISTINCT ON (n.sample_id, n.item) n.sample_id AS "sampleId", n.item, n.verdict, n.words, a.person_name AS by, n.noted_at AS at FROM sample_notes n JOIN samples s ON s.id = n.sample_id JOIN accounts a ON a.id = n.noted_by WHERE s.campaign_id = $1 ORDER BY n.sample_id, n.item, n.noted_at DESC, n.id DESC`, [campaignId])
