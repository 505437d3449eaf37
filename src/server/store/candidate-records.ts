import type { ResolvedDefinition } from '#core/campaign/definition'
import { secretTypes, type Fields, type FieldValue } from '#core/nomination/form'
import { birthMonth, type Fact, type Twins } from '#core/nomination/record'
import type { Keys } from '../keys'
import { newId } from '../ids'
import type { Queries } from './database'
import type { NominationRow } from './nominations'

const openValue = (keys: Keys, r: { value: FieldValue | null; sealed: Buffer | null }): FieldValue => (r.sealed === null ? r.value! : (JSON.parse(keys.open(r.sealed).toString()) as FieldValue))

/** Of a record of this very organisation; undefined: there is none. */
export const readFacts = async (q: Queries, keys: Keys, recordId: string, organisationId: string): Promise<Fact[] | undefined> => {
  if ((await q.row(`SELECT 1 AS one FROM candidate_records WHERE id = $1 AND organisation_id = $2`, [recordId, organisationId])) === undefined) return undefined
  const rows = await q.rows<{ field: string; type: string; value: FieldValue | null; sealed: Buffer | null; at: number }>(`SELECT field, type, value, sealed, at FROM candidate_facts WHERE record_id = $1`, [recordId])
  return rows.map((r) => ({ field: r.field, type: r.type, at: r.at, value: openValue(keys, r) }))
}

export interface RecordRow { readonly id: string; readonly name: string; readonly employer: string; readonly at: number; readonly campaign: ResolvedDefinition['name'] }
/** Whose name begins so, newest first. */
export const listRecordRows = (q: Queries, organisationId: string, name: string): Promise<RecordRow[]> => q.rows<RecordRow>(
  `SELECT r.id, r.name, r.employer, f.at, (SELECT c.resolved->'name' FROM nominations n JOIN campaigns c ON c.id = n.campaign_id WHERE n.id = f.nomination_id) AS campaign
   FROM candidate_records r CROSS JOIN LATERAL (SELECT max(x.at) AS at, (array_agg(x.nomination_id ORDER BY x.at DESC))[1] AS nomination_id FROM candidate_facts x WHERE x.record_id = r.id) f
   WHERE r.organisation_id = $1 AND starts_with(r.name, $2) AND f.at IS NOT NULL ORDER BY f.at DESC, r.name LIMIT 20`, [organisationId, name])

const live = `('atApproval','submitted','returned','accepted')`
/** Asked before anything is sealed: the same person by another channel of this campaign, and in the unit's own records. */
export const findTwins = async (q: Queries, row: NominationRow, idHash: Buffer | null): Promise<Twins> => {
  const [month, employer] = [birthMonth(row.fields), String(row.fields['employer'] ?? '')]
  const likely = month !== '' && employer !== ''
  const r = (await q.row<{ number: boolean; likely: boolean; record: { id: string; name: string } | null; like: { id: string; name: string } | null }>(
    `SELECT $3::bytea IS NOT NULL AND EXISTS (SELECT FROM nominations n WHERE n.campaign_id = $1 AND n.id_number_hash = $3 AND n.unit_id <> $8 AND n.id <> $2 AND n.state IN ${live}) AS number,
       $7 AND EXISTS (SELECT FROM nominations n WHERE n.campaign_id = $1 AND n.candidate_name = $4 AND n.unit_id <> $8 AND n.id <> $2 AND n.state IN ${live} AND left(n.fields->>'birthDate', 7) = $5 AND n.fields->>'employer' = $6) AS likely,
       (SELECT json_build_object('id', c.id, 'name', c.name) FROM candidate_records c WHERE c.organisation_id = $8 AND c.id_number_hash = $3) AS record,
       (SELECT json_build_object('id', c.id, 'name', c.name) FROM candidate_records c WHERE c.organisation_id = $8 AND c.name = $4 AND c.birth_month = $5 AND $5 <> '' LIMIT 1) AS "like"`,
    [row.campaignId, row.id, idHash, row.candidateName, month, employer, likely, row.unitId]))!
  const record = row.recordId !== null ? null : r.record !== null ? { ...r.record, by: 'number' as const } : r.like !== null ? { ...r.like, by: 'likely' as const } : null
  return { elsewhere: r.number ? 'number' : r.likely ? 'likely' : null, record }
}

/** What was submitted is what is known from now on. A person of the same number who was not said to be the same stays apart. */
export const keepFacts = async (tx: Queries, keys: Keys, row: NominationRow, fields: Fields, idHash: Buffer | null, facts: readonly Fact[]): Promise<string | null> => {
  const known = row.recordId ?? (await tx.row<{ id: string }>(
    `INSERT INTO candidate_records (id, organisation_id, name, id_number_hash, birth_month, employer, created_at) VALUES ($1, $2, $3, $4, $5, $6, product_time()) ON CONFLICT DO NOTHING RETURNING id`,
    [newId(), row.unitId, row.candidateName, idHash, birthMonth(fields), String(fields['employer'] ?? '')]))?.id ?? null
  if (known === null) return null
  const rows = facts.map((f) => { const secret = secretTypes.has(f.type); return { field: f.field, type: f.type, value: secret ? null : JSON.stringify(f.value), sealed: secret ? keys.seal(Buffer.from(JSON.stringify(f.value))).toString('hex') : null } })
  await tx.rows(
    `INSERT INTO candidate_facts (record_id, field, type, value, sealed, nomination_id, at) SELECT $1, f->>'field', f->>'type', (f->>'value')::jsonb, decode(f->>'sealed', 'hex'), $2, product_time() FROM jsonb_array_elements($3::jsonb) f
     ON CONFLICT (record_id, field) DO UPDATE SET type = excluded.type, value = excluded.value, sealed = excluded.sealed, nomination_id = excluded.nomination_id, at = excluded.at`, [known, row.id, JSON.stringify(rows)])
  if (row.recordId !== null) await tx.rows(`UPDATE candidate_records r SET name = $2, birth_month = $3, employer = $4, id_number_hash = CASE WHEN r.id_number_hash IS NULL AND NOT EXISTS (SELECT FROM candidate_records o WHERE o.organisation_id = r.organisation_id AND o.id_number_hash = $5) THEN $5 ELSE r.id_number_hash END WHERE id = $1`, [known, row.candidateName, birthMonth(fields), String(fields['employer'] ?? ''), idHash])
  return known
}
