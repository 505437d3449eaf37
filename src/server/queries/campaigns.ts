import { beforeIssuing, listCampaigns, listTemplates, readCampaign, readOverview, readSource } from '#contract/operations/campaigns'
import type { AnswerOf } from '#contract/operation'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { sayAct } from '#core/ledger/say'
import { resolve } from '#core/campaign/resolve'
import { startOfDay, dayOf } from '#core/kernel/instant'
import { readPublicNotice } from '../store/announcement'
import { chainOf, readDefinitions } from '../definitions'
import { absent, query, type QueryContext } from '../handler'
import { foundAgainst, meterOf, readDraft, recipientsOf } from '../issuing'
import { definitionOf, readCampaignRow, readCampaignRows, type CampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { composition, funnel, unitStates } from '../store/overview'
import { roundsOfJuror } from '../store/juries'
import { listRounds } from '../store/rounds'
import type { SealedEntry } from '#core/ledger/entry'

/** Templates that can be read and resolved; broken files are told by `doctor`. */
export const listTemplatesQuery = query(listTemplates, async (_, { services }) => {
  const { definitions } = await readDefinitions(services.definitionsDir)
  return {
    templates: [...definitions.values()].flatMap((d) => {
      const chain = chainOf(definitions, d.id)
      return chain === null ? [] : [{ id: d.id, name: d.name, issuer: d.notice.issuer, year: d.year, level: d.level, definition: resolve(chain) }]
    }),
  }
})

/** Read only by its own office, and only to lead back to the words. */
export const readSourceQuery = query(readSource, async (_, { q, campaignId }) =>
  (await q.row<AnswerOf<typeof readSource>>(`SELECT source FROM campaigns WHERE id = $1`, [campaignId]))!)

const rowOf = (r: CampaignRow & { nominations?: number }, d: ResolvedDefinition, isDemo: boolean, nominations: number) =>
  ({ id: r.id, name: d.name, award: d.award, state: r.state, organisationName: r.organisationName, deadline: r.extendedTo ?? r.deadline, nominations, isDemo })

/** Campaigns one has to do with: the office its own, a unit those it takes part in, jurors theirs. */
export const listCampaignsQuery = query(listCampaigns, async (_, { q, actor, services }) => {
  const ids = await q.rows<{ id: string; n: number }>(
    `SELECT c.id, (SELECT count(*)::int FROM nominations n WHERE n.campaign_id = c.id AND (n.unit_id = $2 OR $4 AND n.submitted_at IS NOT NULL)) AS n FROM campaigns c WHERE
       ($1 IN ('office','supervisor') AND c.organisation_id = $2)
       OR ($1 IN ('unitClerk','unitApprover') AND c.state <> 'draft' AND EXISTS (SELECT FROM campaign_units u WHERE u.campaign_id = c.id AND u.unit_id = $2))
       OR ($1 IN ('juror','jurySecretary') AND EXISTS (SELECT FROM jury_members m WHERE m.campaign_id = c.id AND m.account_id = $3))
     ORDER BY c.opened_at DESC NULLS FIRST, c.created_at DESC`, [actor.role, actor.organisationId, actor.accountId, actor.role === 'office' || actor.role === 'supervisor'])
  const rows = new Map((await readCampaignRows(q, ids.map((c) => c.id))).map((r) => [r.id, r]))
  return { campaigns: await Promise.all(ids.map(async ({ id, n }) => {
    const row = rows.get(id)!
    return rowOf(row, await definitionOf(q, services.definitions, id, row.definitionHash), services.isDemo, n)
  })) }
})

export const readCampaignQuery = query(readCampaign, async ({ params }, c) => {
  const { q, services } = c
  const row = await readCampaignRow(q, params.campaignId)
  if (row === undefined) throw absent()
  const definition = await definitionOf(q, services.definitions, row.id, row.definitionHash)
  // How many others there are is no matter of a candidate's.
  const count = c.actor.role === 'candidate' ? 0 : (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM nominations WHERE campaign_id = $1 AND (submitted_at IS NOT NULL OR unit_id = $2)`, [row.id, c.actor.organisationId]))!.n
  const notice = await readPublicNotice(q, row.id)
  const overseer = c.actor.role === 'office' || c.actor.role === 'supervisor'
  return {
    ...rowOf(row, definition, services.isDemo, count), definition, deadlineOfDefinition: row.deadline, extensions: await readExtensions(c, row.id), deadlineModeMinutes: row.deadlineModeMinutes, contact: row.contact, revision: row.revision, slug: row.slug, openedAt: row.openedAt,
    publicNotice: notice === undefined ? null : { startsAt: notice.startsAt, endsAt: notice.endsAt }, roundIds: c.actor.role === 'juror' ? await roundsOfJuror(q, row.id, c.actor.accountId) : (await listRounds(q, row.id)).map((r) => r.id),
    parent: overseer ? (await readParent(q, row.id)) ?? null : null, previous: overseer ? (await readPrevious(q, row.id)) ?? null : null,
  }
})

const readParent = (q: Queries, campaignId: string) => q.row<{ campaignId: string; organisationName: string; behind: boolean }>(
  `SELECT p.id AS "campaignId", o.name AS "organisationName", c.parent_hash <> p.definition_hash AS behind FROM campaigns c JOIN campaigns p ON p.id = c.parent_campaign_id JOIN organisations o ON o.id = p.organisation_id WHERE c.id = $1`, [campaignId])

const readPrevious = (q: Queries, campaignId: string) => q.row<{ campaignId: string; name: ResolvedDefinition['name']; year: number }>(
  `SELECT p.id AS "campaignId", p.resolved->'name' AS name, (p.resolved->>'year')::int AS year FROM campaigns c JOIN campaigns p ON p.id = c.previous_campaign_id WHERE c.id = $1`, [campaignId])

const readExtensions = ({ q }: QueryContext, campaignId: string) => q.rows<{ id: string; until: number; reason: string; proposedBy: string; proposedById: string; confirmedBy: string | null; confirmedAt: number | null }>(
  `SELECT e.id, e.until, e.reason, p.person_name AS "proposedBy", p.id AS "proposedById", k.person_name AS "confirmedBy", e.confirmed_at AS "confirmedAt"
   FROM extensions e JOIN accounts p ON p.id = e.proposed_by LEFT JOIN accounts k ON k.id = e.confirmed_by WHERE e.campaign_id = $1 ORDER BY e.proposed_at`, [campaignId])

export const readOverviewQuery = query(readOverview, async ({ params }, { q, services }) => {
  const row = (await readCampaignRow(q, params.campaignId))!
  const definition = await definitionOf(q, services.definitions, row.id, row.definitionHash)
  const now = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at
  const recent = await q.rows<Pick<SealedEntry, 'entry'> & { about: string }>(
    `SELECT l.entry, coalesce(o.name, '') AS about
     FROM (SELECT position, entry FROM ledger_entries WHERE chain_id = $1 AND (entry->>'at')::bigint >= $2 ORDER BY position DESC LIMIT 12) l
     LEFT JOIN nominations n ON n.campaign_id = $1 AND n.id::text = l.entry->'subject'->>'id' LEFT JOIN organisations o ON o.id = n.unit_id ORDER BY l.position DESC`, [row.id, startOfDay(dayOf(now))])
  const units = await unitStates(q, row.id)
  return {
    units, funnel: funnel(units), composition: await composition(q, row.id, rulesOf(definition, 'category').map((k) => ({ value: k.value, name: k.name }))),
    today: recent.map(({ entry, about }) => ({ at: entry.at, act: entry.act, say: sayAct(entry), about })),
  }
})

/** 发布前核对, of the draft as it stands now. */
export const beforeIssuingQuery = query(beforeIssuing, async ({ params: { campaignId } }, { q, services }) => {
  const draft = await readDraft(q, services, campaignId)
  const units = await recipientsOf(q, draft.organisationId, null)
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const meter = await meterOf(q, services, campaignId, draft)
  return {
    hash: draft.hash, state: draft.state, drafter: draft.drafter,
    findings: (await foundAgainst(q, campaignId, draft, units, at)) as never,
    recipients: [...new Set(units.map((u) => u.type))].map((type) => ({ type, units: units.filter((u) => u.type === type).length })).toSorted((a, b) => b.units - a.units),
    burden: meter.burden as never, levels: meter.levels as never, comparisons: meter.comparisons as never,
  }
})
