/** Many complete nominations from one: rows copied by SQL, so that a race of thousands is ready in seconds. */
import { createHash, randomBytes } from 'node:crypto'
import type { Session } from '#server/store/sessions'
import type { StatedRule } from '#core/rules/rule'
import type { Queries } from '#server/store/database'
import { openOffice, openProvincial } from './office'
import { approverDeclarations, definitionFor, prepareNomination } from './dossier'
import type { Installation } from './installation'

export interface CompleteOne { readonly campaignId: string; readonly nominationId: string; readonly approverId: string; readonly clerkId: string; readonly version: number; readonly declarations: Record<string, boolean> }

/** An office, a unit and one nomination with all its files, waiting for the approver. */
export const completeOne = async (at: Pick<Installation, 'origin' | 'services' | 'now'>, change?: (rules: StatedRule[]) => StatedRule[]): Promise<CompleteOne> => {
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o, change)
  const unit = o.units[0]!
  const nominationId = await prepareNomination(unit.clerk, campaignId, '沈若川')
  const account = async (login: string) => (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = $1`, [login]))!.id
  const { version } = (await at.services.db.row<{ version: number }>(`SELECT version FROM nominations WHERE id = $1`, [nominationId]))!
  return { campaignId, nominationId, version, approverId: await account('approver1'), clerkId: await account('clerk1'), declarations: approverDeclarations(await definitionFor(unit.approver, campaignId)) }
}

/** `units` further units of the campaign, each with `each` complete nominations at the approver's: their ids, unit by unit. */
export const manyUnits = async (q: Queries, one: CompleteOne, units: number, each: number): Promise<{ unitId: string; nominationIds: string[] }[]> => {
  const made = await q.rows<{ id: string }>(
    `INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), c.organisation_id, c.organisation_id, 'C' || gen_random_uuid(), '示例单位', 'hospital'
     FROM campaigns c, generate_series(1, $2) WHERE c.id = $1 RETURNING id`, [one.campaignId, units])
  const ids = made.map((u) => u.id)
  await q.rows(`INSERT INTO campaign_units (campaign_id, unit_id) SELECT $1, unnest($2::uuid[])`, [one.campaignId, ids])
  const rows = await q.rows<{ id: string; unitId: string }>(
    `INSERT INTO nominations (id, campaign_id, unit_id, state, version, candidate_name, fields, secret_fields, id_number_hash, answers, created_at, changed_at)
     SELECT gen_random_uuid(), n.campaign_id, u, n.state, n.version, n.candidate_name, n.fields, n.secret_fields, n.id_number_hash, n.answers, n.created_at, n.changed_at
     FROM nominations n, unnest($2::uuid[]) u, generate_series(1, $3) WHERE n.id = $1 RETURNING id, unit_id AS "unitId"`, [one.nominationId, ids, each])
  await q.rows(
    `INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by)
     SELECT gen_random_uuid(), n, m.material_id, m.ordinal, m.sha256, m.preview_sha256, m.bytes, m.name, m.original_name, m.facts, m.received_at, m.received_by
     FROM materials m, unnest($2::uuid[]) n WHERE m.nomination_id = $1`, [one.nominationId, rows.map((r) => r.id)])
  return ids.map((unitId) => ({ unitId, nominationIds: rows.filter((r) => r.unitId === unitId).map((r) => r.id) }))
}

export interface Job { readonly nominationId: string; readonly token: string }

/** One complete nomination in each of many units, with a session of its approver that HTTP accepts. */
export const readyToSubmit = async (q: Queries, one: CompleteOne, n: number): Promise<Job[]> => {
  const units = await manyUnits(q, one, n, 1)
  const tokens = units.map(() => randomBytes(32).toString('base64url'))
  await q.rows(
    `WITH m AS (INSERT INTO memberships (id, account_id, organisation_id, role) SELECT gen_random_uuid(), $1, u, 'unitApprover' FROM unnest($2::uuid[]) u RETURNING id, organisation_id)
     INSERT INTO sessions (token_hash, account_id, membership_id, second_factor, expires_at) SELECT t.hash, $1, m.id, true, clock_timestamp() + interval '1 day' FROM unnest($2::uuid[], $3::bytea[]) t(unit, hash) JOIN m ON m.organisation_id = t.unit`,
    [one.approverId, units.map((u) => u.unitId), tokens.map((t) => createHash('sha256').update(t).digest())])
  return units.map((u, i) => ({ nominationId: u.nominationIds[0]!, token: tokens[i]! }))
}

/** An approver's signed-in session, as the cookie would give it. */
export const approverOf = (unitId: string, accountId: string): Session => ({
  tokenHash: Buffer.alloc(32), accountId, next: 'done', membershipId: null, actor: { accountId, personName: '审核人', role: 'unitApprover', organisationId: unitId },
})
