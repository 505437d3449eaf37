import type { Definition, ResolvedDefinition } from '#core/campaign/definition'
import type { Queries } from './database'

export interface CampaignRow {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly slug: string
  readonly state: 'draft' | 'open' | 'closed'
  readonly definitionHash: string
  readonly deadline: number | null
  readonly extendedTo: number | null
  readonly contact: { person: string; phone: string; email: string; address: string }
  readonly openedAt: number | null
}

const columns = `c.id, c.organisation_id AS "organisationId", o.name AS "organisationName", c.slug, c.state, c.definition_hash AS "definitionHash",
  c.deadline, c.extended_to AS "extendedTo", c.contact, c.opened_at AS "openedAt"`

export const readCampaignRow = (q: Queries, id: string): Promise<CampaignRow | undefined> =>
  q.row<CampaignRow>(`SELECT ${columns} FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.id = $1`, [id])
export const readCampaignBySlug = (q: Queries, slug: string): Promise<CampaignRow | undefined> =>
  q.row<CampaignRow>(`SELECT ${columns} FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.slug = $1`, [slug])

type Cache = Map<string, ResolvedDefinition>

/** The definition a hash names. Hashes never change their meaning, so one reading lasts. */
export const definitionOf = async (q: Queries, cache: Cache, campaignId: string, hash: string): Promise<ResolvedDefinition> => {
  const known = cache.get(hash)
  if (known !== undefined) return known
  const r = await q.row<{ resolved: ResolvedDefinition }>(`SELECT resolved FROM campaigns WHERE id = $1 AND definition_hash = $2`, [campaignId, hash])
  if (r === undefined) throw new Error(`campaign ${campaignId} holds no definition ${hash}`)
  cache.set(hash, r.resolved)
  return r.resolved
}
export const definitionOfCampaign = async (q: Queries, cache: Cache, campaignId: string): Promise<ResolvedDefinition> => {
  const r = await q.row<{ hash: string }>(`SELECT definition_hash AS hash FROM campaigns WHERE id = $1`, [campaignId])
  return definitionOf(q, cache, campaignId, r!.hash)
}

export const readDefinitionChain = async (q: Queries, campaignId: string): Promise<{ chain: Definition[]; hash: string }> =>
  (await q.row<{ chain: Definition[]; hash: string }>(`SELECT chain, definition_hash AS hash FROM campaigns WHERE id = $1`, [campaignId]))!
