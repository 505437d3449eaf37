/** What the plan says is done: one transaction, each dossier with its own entry. */
import { createHash } from 'node:crypto'
import { canonical } from '#core/kernel/canonical'
import type { Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { mayCarryPages } from '#core/paper/agreement'
import type { Recommendation, SentFile } from '#core/upward/contents'
import { countOf } from '#core/upward/plan-arrival'
import type { Stored } from '../blobs/blobs'
import { makePreview } from '../inspection/preview'
import { newId } from '../ids'
import { spellCandidate } from '../search/spelling'
import { idHashOf, sealFields, split } from '../secret-fields'
import type { Services } from '../services'
import type { Arrival, TakenCounts } from '../store/archives'
import type { Transaction } from '../store/database'
import { enqueue } from '../store/jobs'
import { append } from '../store/ledger'
import { insertDraft, lockNomination } from '../store/nominations'
import { isReadOrWaits } from '../store/paper-readings'
import { lockUnit, setRanks } from '../store/unit-order'
import { partFile } from './places'
import { planRows, type RowPlan } from './plan-rows'
import { markedFile } from './read-arrival'

/** Files in the store, by the number of their part. */
export type Adopted = ReadonlyMap<number, { readonly stored: Stored; readonly preview: Stored | null }>

/** Before the transaction: a file is in the store before a row refers to it; one that nothing comes to refer to is cleared away. */
export const adoptParts = async (services: Services, v: Arrival, contents: Recommendation): Promise<Adopted> => {
  const adopted = new Map<number, { stored: Stored; preview: Stored | null }>()
  for (const f of contents.items.flatMap((i) => i.files)) {
    const facts = v.facts?.[f.part]
    if (adopted.has(f.part) || facts === undefined || markedFile(facts)) continue
    const path = partFile(services, v.id, f.part)
    const preview = await makePreview(path, facts)
    adopted.set(f.part, { stored: await services.blobs.adopt(path), preview: preview === null ? null : await services.blobs.put(preview) })
  }
  return adopted
}

interface By { readonly account: string; readonly organisation: string }
export const takeNominations = async (tx: Transaction, services: Services, v: Arrival, contents: Recommendation, adopted: Adopted, by: By): Promise<{ readonly counts: TakenCounts; readonly findings: readonly Finding[] }> => {
  const { campaign, unit } = v.envelope!
  await lockUnit(tx, campaign.id, unit.id)
  const { rows, definition } = await planRows(tx, services, v, contents, true)
  const { at } = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!
  const write = new Writer(tx, services, v, definition, adopted, by, at)
  for (const row of rows) {
    if (row.effect === 'create') await write.create(row)
    if (row.effect === 'update') await write.update(row)
  }
  await keepOrder(tx, campaign.id, unit.id, rows)
  await tx.rows(`UPDATE campaign_units SET first_opened_at = coalesce(first_opened_at, product_time()) WHERE campaign_id = $1 AND unit_id = $2`, [campaign.id, unit.id])
  return {
    counts: { created: countOf(rows, 'create'), updated: countOf(rows, 'update'), same: countOf(rows, 'same'), refused: countOf(rows, 'refused') },
    findings: rows.filter((r) => r.effect === 'refused').flatMap((r) => r.findings.filter((f) => f.strength === 'block').map((f) => ({ ...f, what: { zh: `${r.item.candidateName}：${f.what.zh}`, en: `${r.item.candidateName}: ${f.what.en}` } }))),
  }
}

/** Our order of theirs: as they ranked them, behind what stood here before. */
const keepOrder = async (tx: Transaction, campaignId: string, unitId: string, rows: readonly RowPlan[]): Promise<void> => {
  const ranked = rows.filter((r) => r.effect === 'create' && r.item.rank !== null).toSorted((a, b) => a.item.rank! - b.item.rank!).map((r) => r.item.nominationId)
  if (ranked.length === 0) return
  const before = await tx.rows<{ id: string }>(`SELECT id FROM nominations WHERE campaign_id = $1 AND unit_id = $2 AND rank IS NOT NULL ORDER BY rank`, [campaignId, unitId])
  await setRanks(tx, campaignId, unitId, [...before.map((b) => b.id), ...ranked])
}

class Writer {
  constructor(readonly tx: Transaction, readonly services: Services, readonly v: Arrival, readonly definition: ResolvedDefinition, readonly adopted: Adopted, readonly by: By, readonly at: number) {}

  async create(row: RowPlan): Promise<void> {
    const { item } = row
    const { campaign, unit } = this.v.envelope!
    await insertDraft(this.tx, { id: item.nominationId, campaignId: campaign.id, unitId: unit.id, candidateName: item.candidateName, at: this.at })
    await this.#content(row)
    await this.tx.rows(`INSERT INTO taken_nominations (nomination_id, installation_id, arrival_id, version, receipt) VALUES ($1, $2, $3, $4, $5)`, [item.nominationId, this.v.installationId, this.v.id, item.version, item.receipt])
    this.#seal(row)
  }

  async update(row: RowPlan): Promise<void> {
    const { item } = row
    await lockNomination(this.tx, item.nominationId)
    await this.tx.rows(`DELETE FROM materials WHERE nomination_id = $1`, [item.nominationId])
    await this.#content(row)
    await this.tx.rows(`UPDATE taken_nominations SET arrival_id = $2, version = $3, receipt = $4 WHERE nomination_id = $1`, [item.nominationId, this.v.id, item.version, item.receipt])
    this.#seal(row)
  }

  async #content({ item }: RowPlan): Promise<void> {
    const { tx, services: { keys } } = this
    const { open, secret } = split(this.definition, item.fields)
    await tx.rows(`UPDATE nominations SET fields = $2, secret_fields = $3, id_number_hash = $4, answers = $5, candidate_name = $6, version = $7 WHERE id = $1`,
      [item.nominationId, open, sealFields(keys, secret), idHashOf(keys, secret), item.answers, item.candidateName, item.version - 1])
    await spellCandidate(tx, item.nominationId, item.candidateName)
    for (const f of item.files) await this.#file(item.nominationId, f, this.v.facts![f.part]!)
  }

  async #file(nominationId: string, f: SentFile, facts: Facts): Promise<void> {
    const { stored, preview } = this.adopted.get(f.part)!
    const kept = [stored, ...(preview === null ? [] : [preview])]
    await this.tx.rows(`INSERT INTO blobs (sha256, bytes) SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING`, [kept.map((k) => k.sha256), kept.map((k) => k.bytes)])
    if (preview !== null) await this.tx.rows(`INSERT INTO previews_made (sha256, preview_sha256) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [stored.sha256, preview.sha256])
    await this.tx.rows(
      `INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), $12)`,
      [newId(), nominationId, f.materialId, f.ordinal, stored.sha256, preview?.sha256 ?? null, stored.bytes, f.name, f.originalName, facts, this.at, this.by.account])
    const rule = ruleOf(this.definition, 'material', f.materialId)
    if (rule !== undefined && mayCarryPages(rule) && !(await isReadOrWaits(this.tx, stored.sha256))) await enqueue(this.tx, { kind: 'readPaper', campaignId: this.v.envelope!.campaign.id, payload: { sha256: stored.sha256 }, total: 1 })
  }

  /** State, seat and receipt with the entry of the submission: what the unit sealed there, taken in here. */
  #seal({ item, seat, warnings, kinds }: RowPlan): void {
    const { tx, v, at, definition, by } = this
    const files = item.files.map((f) => ({ name: f.name, bytes: f.bytes, sha256: f.sha256 }))
    const form = createHash('sha256').update(canonical({ nomination: item.nominationId, fields: item.fields, answers: item.answers })).digest('hex')
    append(tx, {
      chain: v.envelope!.campaign.id, act: 'nomination.submitted', subject: { kind: 'nomination', id: item.nominationId },
      data: { unit: v.envelope!.unit.id, version: item.version, seat, definition: definition.hash, form, files: files.map((f) => f.sha256).sort(), submittedAt: v.wholeAt, warnings, archive: v.sha256, sealedThere: item.receipt },
    }, { account: by.account, role: 'office', organisation: by.organisation }, {
      sql: `UPDATE nominations SET state = 'submitted', seat = $5, version = $6, submitted_at = to_timestamp($7 / 1000.0), changed_at = to_timestamp($8 / 1000.0), return_until = NULL, definition_hash = $9,
        receipt = $10::jsonb || jsonb_build_object('position', sealed_position, 'hash', sealed_hash) FROM sealed WHERE id = $4`,
      params: [item.nominationId, seat, item.version, v.wholeAt, at, definition.hash, { at: v.wholeAt, warnings, kinds, manifest: files }],
    })
  }
}
