/** 征集文件: the campaign above with its rules, deadline and sheets comes to stand here, under the id it has there; a newer file brings it up to date. */
import { finding, type Finding } from '#core/kernel/finding'
import { levelOf } from '#core/campaign/resolve'
import type { Call } from '#core/upward/contents'
import type { Stored } from '../blobs/blobs'
import { newId, readableCode } from '../ids'
import type { Services } from '../services'
import type { Arrival } from '../store/archives'
import { keepVersion } from '../store/campaigns'
import type { Queries, Transaction } from '../store/database'
import { append } from '../store/ledger'
import { insertMirror } from '../store/mirrors'
import { partFile } from './places'

export type AdoptedTemplates = ReadonlyMap<number, Stored>
export const adoptTemplates = async (services: Services, v: Arrival, call: Call): Promise<AdoptedTemplates> => {
  const adopted = new Map<number, Stored>()
  for (const t of call.templates) if (!adopted.has(t.part)) adopted.set(t.part, await services.blobs.adopt(partFile(services, v.id, t.part)))
  return adopted
}

interface By { readonly account: string; readonly organisation: string }
const stops = (code: string, what: readonly [string, string]): Finding => finding({ code: `call.${code}`, rule: null, strength: 'block', what, mend: ['请与上级办公室联系。', 'Speak to the office above.'] })

export const takeCall = async (tx: Transaction, v: Arrival, call: Call, adopted: AdoptedTemplates, by: By): Promise<{ readonly isNew: boolean; readonly findings: readonly Finding[] }> => {
  const e = v.envelope!
  const { at } = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!
  const resolved = levelOf(call.chain).resolved
  const there = await tx.row<{ organisationId: string; hash: string; foreign: boolean }>(
    `SELECT organisation_id AS "organisationId", definition_hash AS hash, NOT EXISTS (SELECT FROM mirrors m JOIN other_installations i ON i.id = m.installation_id WHERE m.campaign_id = c.id AND i.sign_key = $2) AS foreign FROM campaigns c WHERE c.id = $1 FOR UPDATE`, [e.campaign.id, e.from.keys.sign])
  if (there?.foreign === true) return { isNew: false, findings: [stops('otherSender', ['这项活动是另一个平台发来的', 'This campaign came from another installation'])] }
  const root = there?.organisationId ?? (await rootOf(tx, e.from.keys.sign)) ?? newId()
  const clash = await tx.row(`SELECT 1 FROM organisations WHERE id = $1 AND root_id <> $2 OR root_id = $2 AND code = $3 AND id <> $1`, [call.unit.id, root, call.unit.code])
  if (clash !== undefined) return { isNew: false, findings: [stops('unitTaken', ['文件里的单位编号与这里已有的单位冲突', 'The id of the unit in it clashes with one that is here'])] }
  await writeOrganisations(tx, root, call)
  if (there === undefined) await tx.rows(
    `INSERT INTO campaigns (id, organisation_id, slug, state, chain, resolved, definition_hash, deadline, contact, created_at, opened_at) VALUES ($1, $2, $3, 'open', $4, $5, $6, to_timestamp($7 / 1000.0), $8, to_timestamp($9 / 1000.0), to_timestamp($9 / 1000.0))`,
    [e.campaign.id, root, `${resolved.year}-${readableCode(1).toLowerCase()}`, JSON.stringify(call.chain), resolved, resolved.hash, call.end, call.contact, at])
  else await tx.rows(`UPDATE campaigns SET chain = $2, resolved = $3, definition_hash = $4, deadline = to_timestamp($5 / 1000.0), contact = $6 WHERE id = $1`, [e.campaign.id, JSON.stringify(call.chain), resolved, resolved.hash, call.end, call.contact])
  if (there?.hash !== resolved.hash) await keepVersion(tx, e.campaign.id, at, { chain: call.chain, resolved })
  await tx.rows(`INSERT INTO campaign_units (campaign_id, unit_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [e.campaign.id, call.unit.id])
  await insertMirror(tx, { campaignId: e.campaign.id, organisationId: v.organisationId, unitId: call.unit.id, installationId: v.installationId!, calledAt: e.madeAt })
  if (call.granted !== null) await grant(tx, e.campaign.id, call.unit.id, call.granted)
  await writeTemplates(tx, e.campaign.id, call, adopted, by.account, at)
  append(tx, { chain: e.campaign.id, act: there === undefined ? 'mirror.begun' : 'mirror.renewed', subject: { kind: 'campaign', id: e.campaign.id }, data: { definition: resolved.hash, archive: v.sha256, end: call.end, unit: call.unit.id } }, { account: by.account, role: 'office', organisation: by.organisation })
  return { isNew: there === undefined, findings: [] }
}

/** The organisation under which other campaigns of this installation stand here. */
const rootOf = async (q: Queries, signKey: string): Promise<string | undefined> => (await q.row<{ id: string }>(`SELECT c.organisation_id AS id FROM mirrors m JOIN campaigns c ON c.id = m.campaign_id JOIN other_installations i ON i.id = m.installation_id WHERE i.sign_key = $1 LIMIT 1`, [signKey]))?.id

const writeOrganisations = async (tx: Queries, root: string, { office, unit }: Call): Promise<void> => {
  await tx.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, name_en, type) VALUES ($1, NULL, $1, 'ABOVE', $2, $3, 'office') ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_en = excluded.name_en`, [root, office.name, office.nameEn])
  await tx.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type, counts, properties) VALUES ($1, $2, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, type = excluded.type, counts = excluded.counts, properties = excluded.properties`, [unit.id, root, unit.code, unit.name, unit.type, unit.counts, JSON.stringify(unit.properties)])
}

/** What is used already is never taken away here: the office above would refuse it anyway. */
const grant = async (tx: Queries, campaignId: string, unitId: string, granted: number): Promise<void> => {
  await tx.rows(`INSERT INTO quota_pools (campaign_id, total) VALUES ($1, $2) ON CONFLICT (campaign_id) DO UPDATE SET total = quota_pools.total + excluded.total`, [campaignId, granted])
  await tx.rows(`INSERT INTO quota_grants (campaign_id, organisation_id, granted) VALUES ($1, $2, $3) ON CONFLICT (campaign_id, organisation_id) DO UPDATE SET granted = greatest(excluded.granted, quota_grants.used + quota_grants.returned)`, [campaignId, unitId, granted])
}

const writeTemplates = async (tx: Queries, campaignId: string, call: Call, adopted: AdoptedTemplates, account: string, at: number): Promise<void> => {
  for (const t of call.templates) {
    const stored = adopted.get(t.part)!
    await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [stored.sha256, stored.bytes])
    await tx.rows(
      `INSERT INTO attachments (campaign_id, attachment, version, sha256, bytes, format, original_name, reason, given_by, given_at)
       SELECT $1, $2, 1 + coalesce(max(a.version), 0), $3, $4, $5, $6, '', $7, to_timestamp($8 / 1000.0) FROM attachments a WHERE a.campaign_id = $1 AND a.attachment = $2
       HAVING (SELECT b.sha256 FROM attachments b WHERE b.campaign_id = $1 AND b.attachment = $2 ORDER BY b.version DESC LIMIT 1) IS DISTINCT FROM $3`, [campaignId, t.attachment, stored.sha256, stored.bytes, t.format, t.originalName, account, at])
    if (t.corrections !== null) await tx.rows(`INSERT INTO form_places (campaign_id, attachment, sha256, corrections, corrected_by, corrected_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))
      ON CONFLICT (campaign_id, attachment, sha256) DO UPDATE SET corrections = excluded.corrections`, [campaignId, t.attachment, stored.sha256, JSON.stringify(t.corrections), account, at])
  }
}
