/** 删除个人信息: which rows are about a person, and how they go. */
import { noAnswers } from '#core/nomination/form'
import type { Queries } from './database'
import { isWanted } from './quarantine'

export interface About {
  /** Never submitted, online: they go. */
  readonly drafts: readonly { readonly id: string; readonly campaignId: string }[]
  readonly stays: { readonly submitted: number; readonly honour: number; readonly apart: number; readonly offline: number }
  readonly records: readonly string[]
  /** The candidate’s own account, where the nominations lead to one that is nothing else. */
  readonly account: string | null
}

/**
 * Beginning from one nomination: the unit's others of the same record or number, and where the person has an account all it stands in, with each unit's record.
 * Locked in the order of their ids, so that two who ask come one after the other.
 */
export const aboutPerson = async (q: Queries, nominationId: string, lock: boolean): Promise<About> => {
  const rows = await q.rows<{ id: string; campaignId: string; sent: boolean; offline: boolean; apart: boolean; honour: boolean; record: string | null; account: string | null }>(
    `WITH start AS (SELECT n.id, n.unit_id, n.record_id, n.id_number_hash, (SELECT p.account_id FROM candidate_parts p JOIN memberships m ON m.account_id = p.account_id WHERE p.nomination_id = n.id GROUP BY p.account_id HAVING bool_and(m.role = 'candidate')) AS account FROM nominations n WHERE n.id = $1)
     SELECT n.id, n.campaign_id AS "campaignId", n.submitted_at IS NOT NULL AS sent, n.track = 'offline' AS offline, EXISTS (SELECT FROM quarantine k WHERE k.nomination_id = n.id) AS apart, EXISTS (SELECT FROM honours h WHERE h.nomination_id = n.id) AS honour,
       coalesce(n.record_id, (SELECT r.id FROM candidate_records r WHERE r.organisation_id = n.unit_id AND r.id_number_hash = n.id_number_hash)) AS record, s.account
     FROM nominations n, start s WHERE n.erased_at IS NULL AND (n.id = s.id OR (n.unit_id = s.unit_id AND (n.record_id = s.record_id OR n.id_number_hash = s.id_number_hash)) OR EXISTS (SELECT FROM candidate_parts p WHERE p.nomination_id = n.id AND p.account_id = s.account))
     ORDER BY n.id ${lock ? 'FOR UPDATE OF n' : ''}`, [nominationId])
  const count = (of: (r: (typeof rows)[number]) => boolean) => rows.filter(of).length
  return {
    drafts: rows.filter((r) => !r.sent && !r.offline).map(({ id, campaignId }) => ({ id, campaignId })),
    stays: { submitted: count((r) => r.sent), honour: count((r) => r.honour), apart: count((r) => r.apart), offline: count((r) => r.offline) },
    records: [...new Set(rows.flatMap((r) => r.record ?? []))], account: rows[0]?.account ?? null,
  }
}

/** How many files and leads lie in these nominations. */
export const countOf = async (q: Queries, ids: readonly string[]): Promise<{ files: number; leads: number }> =>
  (await q.row<{ files: number; leads: number }>(`SELECT (SELECT count(*)::int FROM materials WHERE nomination_id = ANY($1)) AS files, (SELECT count(*)::int FROM leads WHERE nomination_id = ANY($1)) AS leads`, [ids]))!

export interface Gone { /** Of files to which nothing refers any more: the tidying takes them out of the store. */ readonly sums: readonly string[]; readonly uploads: readonly string[]; readonly films: readonly string[] }

/** Every row about these nominations; what stays of each is an id, whose it was, and that it was erased. */
export const eraseNominations = async (tx: Queries, ids: readonly string[]): Promise<Gone> => {
  const sum = (rows: readonly { s: string | null }[]) => rows.flatMap((r) => r.s ?? [])
  const sums = sum(await tx.rows<{ s: string | null }>(
    `SELECT s FROM materials m, LATERAL (VALUES (m.sha256), (m.preview_sha256)) v(s) WHERE m.nomination_id = ANY($1)
     UNION SELECT s FROM film_conversions c, LATERAL (VALUES (c.sha256), (c.made_sha256)) v(s) WHERE c.nomination_id = ANY($1)
     UNION SELECT s FROM uploads u, LATERAL (VALUES (u.held->'stored'->>'sha256'), (u.held->'preview'->>'sha256')) v(s) WHERE u.nomination_id = ANY($1)`, [ids]))
  // A zip with one of them in it is nobody's any more.
  const packages = (await tx.rows<{ id: string }>(`SELECT DISTINCT package_id AS id FROM package_nominations WHERE nomination_id = ANY($1)`, [ids])).map((p) => p.id)
  await tx.rows(`UPDATE packages SET expires_at = CASE WHEN made_at IS NULL THEN NULL ELSE product_time() END, file_name = '材料.zip' WHERE id = ANY($1)`, [packages])
  await tx.rows(`DELETE FROM package_files WHERE package_id = ANY($1)`, [packages])
  await tx.rows(`UPDATE package_nominations SET about = NULL WHERE package_id = ANY($1)`, [packages])
  const films = (await tx.rows<{ id: string }>(`DELETE FROM film_conversions WHERE nomination_id = ANY($1) RETURNING id`, [ids])).map((f) => f.id)
  await tx.rows(`DELETE FROM materials WHERE nomination_id = ANY($1)`, [ids])
  const uploads = (await tx.rows<{ id: string }>(`DELETE FROM uploads u WHERE u.nomination_id = ANY($1) AND NOT EXISTS (SELECT FROM quarantine k WHERE k.id = u.id) RETURNING u.id`, [ids])).map((u) => u.id)
  await tx.rows(`DELETE FROM opinion_requests r WHERE r.nomination_id = ANY($1) AND NOT EXISTS (SELECT FROM uploads u WHERE u.request_id = r.id) AND NOT EXISTS (SELECT FROM quarantine k WHERE k.request_id = r.id)`, [ids])
  await tx.rows(`UPDATE appraisals SET closed_at = NULL, closed_by = NULL, content_hash = NULL WHERE nomination_id = ANY($1)`, [ids])
  await tx.rows(`DELETE FROM appraisal_items i USING appraisals a WHERE i.appraisal_id = a.id AND a.nomination_id = ANY($1)`, [ids])
  for (const table of ['appraisals', 'sealed_files', 'phone_passes', 'consents', 'candidate_parts', 'entries_for_units', 'leads', 'submit_attempts', 'dossier_openings']) await tx.rows(`DELETE FROM ${table} WHERE nomination_id = ANY($1)`, [ids])
  await tx.rows(
    `UPDATE nominations SET state = 'withdrawn', rank = NULL, candidate_name = '（已删除）', fields = '{}', secret_fields = NULL, id_number_hash = NULL, answers = $2, hand_back_note = '', record_id = NULL, prefilled = '{}', typed = NULL, import_mark = NULL, version = version + 1, changed_at = product_time(), erased_at = product_time() WHERE id = ANY($1)`, [ids, noAnswers])
  return { sums: await forgetSums(tx, sums), uploads, films }
}

/** What others still refer to stays; the rest is noted as put long ago, so that the next tidying takes it away under its own lock. */
const forgetSums = async (tx: Queries, sums: readonly string[]): Promise<string[]> => {
  const pictures = (await tx.rows<{ s: string }>(`WITH gone AS (DELETE FROM paper_readings r WHERE r.sha256 = ANY($1) AND NOT EXISTS (SELECT FROM materials m WHERE m.sha256 = r.sha256) RETURNING r.pictures) SELECT k->>'sha256' AS s FROM gone, jsonb_array_elements(gone.pictures) k`, [sums])).map((r) => r.s)
  const made = (await tx.rows<{ s: string }>(`DELETE FROM previews_made p WHERE p.sha256 = ANY($1) AND NOT EXISTS (SELECT FROM materials m WHERE m.sha256 = p.sha256) RETURNING p.preview_sha256 AS s`, [sums])).map((r) => r.s)
  const all = [...new Set([...sums, ...pictures, ...made])]
  await tx.rows(`INSERT INTO files_put (sha256, put_at) SELECT unnest($1::text[]), 'epoch' ON CONFLICT (sha256) DO UPDATE SET put_at = 'epoch'`, [all])
  const gone = (await tx.rows<{ s: string }>(`DELETE FROM blobs b WHERE b.sha256 = ANY($1) AND NOT (${isWanted('b')}) RETURNING b.sha256 AS s`, [all])).map((r) => r.s)
  await tx.rows(`DELETE FROM files_put f WHERE f.sha256 = ANY($1) AND EXISTS (SELECT FROM blobs b WHERE b.sha256 = f.sha256)`, [all])
  return gone
}

/** The unit's record with all its facts; nominations that stay no longer point at it. */
export const eraseRecords = async (tx: Queries, records: readonly string[]): Promise<void> => {
  await tx.rows(`UPDATE nominations SET record_id = NULL WHERE record_id = ANY($1)`, [records])
  await tx.rows(`DELETE FROM candidate_records WHERE id = ANY($1)`, [records])
}

/** An account that stands in no nomination any more: nobody signs in by it, and it names nobody. Its id stays where it was written down. */
export const eraseAccount = async (tx: Queries, account: string): Promise<boolean> => {
  if ((await tx.row(`SELECT 1 AS one FROM candidate_parts WHERE account_id = $1 LIMIT 1`, [account])) !== undefined) return false
  // News name nobody, but letters bear the address they went to.
  const letters = (await tx.rows<{ id: string }>(`DELETE FROM news WHERE account_id = $1 RETURNING letter_id AS id`, [account])).flatMap((n) => n.id ?? [])
  await tx.rows(`UPDATE letters SET recipient = 'erased@example.invalid', state = CASE state WHEN 'waiting' THEN 'held' ELSE state END WHERE id = ANY($1) OR lower(recipient) = (SELECT lower(address) FROM news_settings WHERE account_id = $2)`, [letters, account])
  for (const table of ['news_settings', 'sessions', 'passkeys', 'oidc_links', 'recovery_codes', 'account_news', 'memberships']) await tx.rows(`DELETE FROM ${table} WHERE account_id = $1`, [account])
  await tx.rows(`UPDATE accounts SET login = 'erased-' || id, person_name = '（已删除）', unit_name = '', field_of_work = '', password_hash = NULL, totp_secret = NULL, totp_confirmed_at = NULL, activation_hash = NULL, activation_expires_at = NULL WHERE id = $1`, [account])
  return true
}

export const noteErasure = (tx: Queries, e: { readonly id: string; readonly organisationId: string; readonly as: 'person' | 'unit'; readonly by: string; readonly nominations: number; readonly records: number; readonly files: number }): Promise<unknown> =>
  tx.rows(`INSERT INTO erasures (id, organisation_id, asked_as, asked_by, at, nominations, records, files) VALUES ($1, $2, $3, $4, product_time(), $5, $6, $7)`, [e.id, e.organisationId, e.as, e.by, e.nominations, e.records, e.files])
