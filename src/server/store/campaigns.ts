import type { Definition, ResolvedDefinition } from '#core/campaign/definition'
import { levelOf, type Level } from '#core/campaign/resolve'
import type { Queries } from './database'

export interface CampaignRow {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly slug: string
  readonly state: 'draft' | 'open' | 'closed'
  readonly definitionHash: string
  /** Of a draft: counts what was saved. */
  readonly revision: number
  readonly deadline: number | null
  readonly extendedTo: number | null
  readonly contact: { person: string; phone: string; email: string; address: string }
  readonly openedAt: number | null
  readonly deadlineModeMinutes: number
}

const columns = `c.id, c.organisation_id AS "organisationId", o.name AS "organisationName", c.slug, c.state, c.definition_hash AS "definitionHash", c.revision,
  c.deadline, c.extended_to AS "extendedTo", c.contact, c.opened_at AS "openedAt", c.deadline_mode_minutes AS "deadlineModeMinutes"`

export const readCampaignRow = (q: Queries, id: string): Promise<CampaignRow | undefined> =>
  q.row<CampaignRow>(`SELECT ${columns} FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.id = $1`, [id])
/** Several at once, in no order. */
export const readCampaignRows = (q: Queries, ids: readonly string[]): Promise<CampaignRow[]> =>
  q.rows<CampaignRow>(`SELECT ${columns} FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.id = ANY($1)`, [ids])
/** Of our own: a campaign of another installation is never shown to the public here. */
export const readCampaignBySlug = (q: Queries, slug: string): Promise<CampaignRow | undefined> =>
  q.row<CampaignRow>(`SELECT ${columns} FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.slug = $1 AND NOT EXISTS (SELECT FROM mirrors m WHERE m.campaign_id = c.id)`, [slug])

type Cache = Map<string, ResolvedDefinition>
/** Of definitions, and of levels: thousands of campaigns have their own, and few are asked for at a time. */
const MOST_KEPT = 300
const keep = <T>(cache: Map<string, T>, hash: string, value: T): T => {
  const [oldest] = cache.keys()
  if (cache.size >= MOST_KEPT && oldest !== undefined) cache.delete(oldest)
  cache.set(hash, value)
  return value
}

/** The definition a hash names. Hashes never change their meaning, so one reading lasts. */
export const definitionOf = async (q: Queries, cache: Cache, campaignId: string, hash: string): Promise<ResolvedDefinition> => {
  const known = cache.get(hash)
  if (known !== undefined) return known
  const r = await q.row<{ resolved: ResolvedDefinition }>(`SELECT resolved FROM campaigns WHERE id = $1 AND definition_hash = $2 UNION ALL SELECT resolved FROM definition_versions WHERE campaign_id = $1 AND hash = $2 LIMIT 1`, [campaignId, hash])
  if (r === undefined) throw new Error(`campaign ${campaignId} holds no definition ${hash}`)
  return keep(cache, hash, r.resolved)
}
export const definitionOfCampaign = async (q: Queries, cache: Cache, campaignId: string): Promise<ResolvedDefinition> => {
  const r = await q.row<{ hash: string }>(`SELECT definition_hash AS hash FROM campaigns WHERE id = $1`, [campaignId])
  return definitionOf(q, cache, campaignId, r!.hash)
}

export const readDefinitionChain = async (q: Queries, campaignId: string): Promise<{ chain: Definition[]; hash: string }> =>
  (await q.row<{ chain: Definition[]; hash: string }>(`SELECT chain, definition_hash AS hash FROM campaigns WHERE id = $1`, [campaignId]))!

/** A version of a campaign's definition, ready to be laid under its children. */
export const levelAt = async (q: Queries, cache: Map<string, Level>, campaignId: string, hash: string): Promise<Level> => {
  const known = cache.get(hash)
  if (known !== undefined) return known
  const r = await q.row<{ chain: Definition[] }>(`SELECT chain FROM campaigns WHERE id = $1 AND definition_hash = $2 UNION ALL SELECT chain FROM definition_versions WHERE campaign_id = $1 AND hash = $2 LIMIT 1`, [campaignId, hash])
  if (r === undefined) throw new Error(`campaign ${campaignId} holds no definition ${hash}`)
  return keep(cache, hash, levelOf(r.chain))
}

/** Keeps a definition among those that were in force; its number. */
export const keepVersion = async (q: Queries, campaignId: string, at: number, v: { readonly chain: readonly Definition[]; readonly resolved: ResolvedDefinition }): Promise<number> =>
  (await q.row<{ version: number }>(
    `INSERT INTO definition_versions (campaign_id, hash, version, chain, resolved, since)
     SELECT $1, $2, 1 + coalesce((SELECT max(version) FROM definition_versions WHERE campaign_id = $1), 0), $3, $4, to_timestamp($5 / 1000.0) RETURNING version`,
    [campaignId, v.resolved.hash, JSON.stringify(v.chain), v.resolved, at]))!.version
