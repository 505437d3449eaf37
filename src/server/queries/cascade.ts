import { listAmendments, listForwardable, listJobs, readCascade, readForwardable, readQuotas } from '#contract/operations/cascade'
import type { AnswerOf } from '#contract/operation'
import type { Definition, ResolvedDefinition } from '#core/campaign/definition'
import { difference } from '#core/cascade/difference'
import { standings, type Stood } from '#core/cascade/distribute'
import { changesHere } from '#core/cascade/reask'
import type { Finding } from '#core/kernel/finding'
import { query, type QueryContext } from '../handler'
import { definitionOf, levelAt, readCampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { listJobsOf } from '../store/jobs'
import { readHoldings, readPool, readPoolToCome, type HoldingRow } from '../store/quotas'

const nameOf = (d: ResolvedDefinition) => d.name
const ownOf = (q: Queries, parentId: string, organisationId: string) => q.row<{ id: string }>(`SELECT id FROM campaigns WHERE parent_campaign_id = $1 AND organisation_id = $2`, [parentId, organisationId])

export const listForwardableQuery = query(listForwardable, async (_, { q, actor, services }) => {
  const rows = await q.rows<{ id: string; hash: string; organisationName: string; deadline: number | null; openedAt: number; ownCampaignId: string | null }>(
    `SELECT c.id, c.definition_hash AS hash, o.name AS "organisationName", coalesce(c.extended_to, c.deadline) AS deadline, c.opened_at AS "openedAt", k.id AS "ownCampaignId"
     FROM campaign_units u JOIN campaigns c ON c.id = u.campaign_id JOIN organisations o ON o.id = c.organisation_id LEFT JOIN campaigns k ON k.parent_campaign_id = c.id AND k.organisation_id = u.unit_id
     WHERE u.unit_id = $1 AND c.state = 'open' ORDER BY c.opened_at DESC`, [actor.organisationId])
  return { campaigns: await Promise.all(rows.map(async ({ hash, ...r }) => ({ ...r, name: nameOf(await definitionOf(q, services.definitions, r.id, hash)) }))) }
})

export const readForwardableQuery = query(readForwardable, async ({ params }, { q, actor, services }) => {
  const row = (await readCampaignRow(q, params.campaignId))!
  return {
    organisationName: row.organisationName, deadline: row.extendedTo ?? row.deadline, definition: await definitionOf(q, services.definitions, row.id, row.definitionHash),
    ownCampaignId: (await ownOf(q, row.id, actor.organisationId))?.id ?? null,
  }
})

export const listAmendmentsQuery = query(listAmendments, async ({ params }, { q, services }) => {
  const versions = await q.rows<{ version: number; hash: string; since: number; nominations: number }>(
    `SELECT v.version, v.hash, v.since, (SELECT count(*)::int FROM nominations n WHERE n.campaign_id = v.campaign_id AND n.definition_hash = v.hash AND n.state IN ('submitted','returned','accepted','rejected')) AS nominations
     FROM definition_versions v WHERE v.campaign_id = $1 ORDER BY v.version`, [params.campaignId])
  const rows = await q.rows<Omit<AnswerOf<typeof listAmendments>['amendments'][number], 'changes'> & { baseHash: string; resolved: ResolvedDefinition }>(
    `SELECT a.id, a.reason, p.person_name AS "proposedBy", p.id AS "proposedById", a.proposed_at AS "proposedAt", k.person_name AS "confirmedBy", a.confirmed_at AS "confirmedAt", a.withdrawn_at AS "withdrawnAt", a.base_hash AS "baseHash", a.resolved
     FROM amendments a JOIN accounts p ON p.id = a.proposed_by LEFT JOIN accounts k ON k.id = a.confirmed_by WHERE a.campaign_id = $1 ORDER BY a.proposed_at DESC`, [params.campaignId])
  return {
    versions,
    amendments: await Promise.all(rows.map(async ({ baseHash, resolved, ...a }) => ({ ...a, changes: difference(await definitionOf(q, services.definitions, params.campaignId, baseHash), resolved) as never }))),
  }
})

export const listJobsQuery = query(listJobs, async ({ params }, { q }) => ({ jobs: await listJobsOf(q, params.campaignId) }))

interface Under { readonly parentId: string; readonly parentHash: string; readonly overlay: Definition; readonly newest: string; readonly organisationName: string; readonly since: number | null; readonly reason: string | null; readonly fits: boolean | null; readonly findings: readonly Finding[] | null }

const readUnder = (q: Queries, campaignId: string) => q.row<Under>(
  `SELECT p.id AS "parentId", c.parent_hash AS "parentHash", c.overlay, p.definition_hash AS newest, o.name AS "organisationName", a.confirmed_at AS since, a.reason, r.fits, r.findings
   FROM campaigns c JOIN campaigns p ON p.id = c.parent_campaign_id JOIN organisations o ON o.id = p.organisation_id
   LEFT JOIN amendments a ON a.campaign_id = p.id AND a.hash = p.definition_hash AND a.confirmed_at IS NOT NULL LEFT JOIN reasked r ON r.campaign_id = c.id AND r.parent_hash = p.definition_hash
   WHERE c.id = $1 ORDER BY a.confirmed_at DESC LIMIT 1`, [campaignId])

const parentOf = async ({ q, services }: Pick<QueryContext, 'q' | 'services'>, campaignId: string): Promise<AnswerOf<typeof readCascade>['parent']> => {
  const u = await readUnder(q, campaignId)
  if (u === undefined) return null
  const [under, own] = [await levelAt(q, services.levels, u.parentId, u.parentHash), (await readCampaignRow(q, campaignId))!]
  const findings = u.findings ?? []
  const above = u.newest === u.parentHash ? null : difference(under, await levelAt(q, services.levels, u.parentId, u.newest))
  return {
    campaignId: u.parentId, organisationName: u.organisationName, name: under.chain.at(-1)!.name,
    changes: difference(under, await definitionOf(q, services.definitions, campaignId, own.definitionHash)) as never,
    amended: above === null ? null : { since: u.since ?? 0, reason: u.reason ?? '', fits: u.fits, findings: findings as never, changes: changesHere(u.overlay, above, findings) as never },
  }
}

export const readCascadeQuery = query(readCascade, async ({ params }, c) => ({
  parent: await parentOf(c, params.campaignId),
  children: await c.q.rows<AnswerOf<typeof readCascade>['children'][number]>(
    `SELECT o.name AS "organisationName", k.overlay->'name' AS name, k.state,
       CASE WHEN k.parent_hash = p.definition_hash THEN 'current' WHEN r.fits IS NULL THEN 'asking' WHEN r.fits THEN 'fits' ELSE 'mend' END AS standing
     FROM campaigns k JOIN campaigns p ON p.id = k.parent_campaign_id JOIN organisations o ON o.id = k.organisation_id LEFT JOIN reasked r ON r.campaign_id = k.id AND r.parent_hash = p.definition_hash
     WHERE k.parent_campaign_id = $1 ORDER BY r.fits NULLS LAST, o.code LIMIT 1000`, [params.campaignId]),
}))

export const readQuotasQuery = query(readQuotas, async ({ params }, { q, actor, subject }) => {
  const overseer = subject.campaign?.organisationId === actor.organisationId
  const pool = await readPool(q, params.campaignId) ?? await readPoolToCome(q, params.campaignId)
  const fromAbove = (await q.row<{ is: boolean }>(`SELECT EXISTS (SELECT FROM campaigns c JOIN quota_pools p ON p.campaign_id = c.parent_campaign_id WHERE c.id = $1) AS is`, [params.campaignId]))!.is
  const nodes = standings(await readHoldings(q, params.campaignId)).map((n) => node(n, params.campaignId))
  return { pool: pool === undefined || !overseer ? null : pool, fromAbove: overseer && fromAbove, nodes: overseer ? nodes : nodes.filter((n) => n.own && n.organisationId === actor.organisationId) }
})

const node = (n: HoldingRow & Stood, campaignId: string): AnswerOf<typeof readQuotas>['nodes'][number] => ({
  organisationId: n.id, above: n.campaignId === campaignId ? null : n.above, name: n.name, granted: n.granted, returned: n.returned, used: n.used, givenOn: n.standing.givenOn, free: n.standing.free, usedBelow: n.usedBelow, own: n.campaignId === campaignId,
})
