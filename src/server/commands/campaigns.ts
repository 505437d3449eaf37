import { createCampaign, openCampaign, previewCampaign, reviseCampaign } from '#contract/operations/campaigns'
import type { BodyOf } from '#contract/operation'
import { deadlineOf } from '#core/nomination/deadline'
import { attachmentsOf } from '#core/campaign/attachments'
import { ownId, planCampaign, type CampaignPlan } from '#core/campaign/overlay'
import { judgeYear, renewalBase, renewedId } from '#core/campaign/renew'
import { settle } from '#core/campaign/before-issuing'
import { readiness } from '#core/campaign/readiness'
import type { Definition, ResolvedDefinition } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, query, refusedBy, stopsAt, type CommandContext, type QueryContext } from '../handler'
import { chainOf, readDefinitions } from '../definitions'
import { newId, readableCode } from '../ids'
import { foundAgainst, readDraft, recipientsOf, secondPerson } from '../issuing'
import { takeOverAttachments } from '../store/attachments'
import { keepVersion, type CampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { postIssue } from '../mobilisation'
import { publishCampaign } from '../public/publish'
import { layForward, readUpper } from './forward-campaign'

type PlanBody = BodyOf<typeof previewCampaign>
/** `missing` stops its issuing and not its keeping: a draft may be incomplete. */
interface Planned { readonly chain: readonly Definition[]; readonly resolved: ResolvedDefinition | null; readonly findings: readonly Finding[]; readonly missing: readonly Finding[] }

/** What the plan starts from, and the id its definition gets. A shipped definition, or the office's own campaign of an earlier year. */
const baseOf = async (c: Pick<QueryContext, 'services' | 'q' | 'actor'>, body: PlanBody): Promise<{ readonly base: readonly Definition[]; readonly id: string }> => {
  if (body.previousId !== undefined) {
    const before = body.mode === 'renew' ? await readPrevious(c.q, body.previousId, c.actor.organisationId) : undefined
    if (before === undefined) throw absent()
    return { base: renewalBase(before.chain, before.resolved, before.forwarded), id: renewedId(before.resolved.id, body.year) }
  }
  const { definitions } = await readDefinitions(c.services.definitionsDir)
  const base = body.mode === 'own' ? [] : body.templateId === undefined ? null : chainOf(definitions, body.templateId)
  if (base === null) throw absent()
  return { base, id: ownId(body.templateId ?? 'notice', body.year) }
}
/** Only one's own, and only what was issued: a draft is no campaign of any year. */
const readPrevious = (q: Queries, id: string, organisationId: string) => q.row<{ chain: Definition[]; resolved: ResolvedDefinition; forwarded: boolean }>(
  `SELECT chain, resolved, parent_campaign_id IS NOT NULL AS forwarded FROM campaigns WHERE id = $1 AND organisation_id = $2 AND state <> 'draft'`, [id, organisationId])

/** A plan becomes a definition of its own on top of the shipped chain; everything wrong with it is said at once. */
const plan = async (c: Pick<QueryContext, 'services' | 'q' | 'actor'>, body: PlanBody): Promise<Planned> => {
  const { base, id } = await baseOf(c, body)
  const early = body.previousId === undefined ? [] : judgeYear(base.at(-1)!.year, body.year)
  if (stopsAt(early)) return { chain: [], resolved: null, findings: early, missing: [] }
  const office = (await c.q.row<{ name: string; name_en: string }>(`SELECT name, name_en FROM organisations WHERE id = $1`, [c.actor.organisationId]))!
  const issuer = { zh: office.name, en: office.name_en || office.name }
  const campaignPlan: CampaignPlan = {
    mode: body.mode, id, year: body.year, level: body.level ?? levelOf(base, body.mode), name: body.name, award: body.award,
    notice: { title: body.notice.title, issuer, number: body.notice.number === '' ? 'not stated' : body.notice.number, date: body.notice.date, hosts: body.notice.hosts, ...(body.notice.basis === undefined ? {} : { basis: body.notice.basis }) },
    rules: body.rules,
  }
  const planned = planCampaign(base, campaignPlan)
  if (!planned.ok) return { chain: [], resolved: planned.resolved, findings: planned.findings, missing: planned.resolved === null ? [] : readiness(planned.resolved) }
  return { chain: planned.chain, resolved: planned.resolved, findings: planned.warnings, missing: readiness(planned.resolved) }
}

const levelOf = (base: readonly Definition[], mode: PlanBody['mode']): Definition['level'] => {
  const above = base.at(-1)?.level
  if (mode === 'renew' && above !== undefined) return above
  return above === 'national' ? 'province' : 'society'
}

export const previewCampaignQuery = query(previewCampaign, async ({ body }, c) => {
  const planned = await plan(c, body)
  return { definition: planned.resolved, findings: [...planned.findings, ...planned.missing] as never }
})

export const createCampaignCommand = command(createCampaign, async ({ body }, c) => {
  const { tx, actor, now, record } = c
  const planned = await plan(c, body)
  if (planned.resolved === null || stopsAt(planned.findings)) return refusedBy(planned.findings)
  const [id, at] = [newId(), await now()]
  const slug = `${body.year}-${readableCode(1).toLowerCase()}`
  await tx.rows(
    `INSERT INTO campaigns (id, organisation_id, slug, state, chain, resolved, definition_hash, deadline, contact, created_at, source, previous_campaign_id) VALUES ($1, $2, $3, 'draft', $4, $5, $6, to_timestamp($7 / 1000.0), $8, to_timestamp($9 / 1000.0), $10, $11)`,
    [id, actor.organisationId, slug, JSON.stringify(planned.chain), planned.resolved, planned.resolved.hash, deadlineOf(planned.resolved), body.contact, at, body.source ?? null, body.previousId ?? null])
  // Of the year before come its rules and the office's own sheets; no person, no nomination, no file of a unit.
  const sheets = body.previousId === undefined ? 0 : await takeOverAttachments(tx, body.previousId, id, attachmentsOf(planned.resolved).map((a) => a.id), actor.accountId, at)
  record({ chain: id, act: 'campaign.created', subject: { kind: 'campaign', id }, data: { definition: planned.resolved.hash, chain: planned.resolved.chain.map((d) => d.hash), ...(body.previousId === undefined ? {} : { previous: body.previousId, attachments: sheets }) } })
  return done({ campaignId: id })
})

/** A forwarded draft is laid under the level above as it is now, whatever template the form names. */
const planAgain = async (c: CommandContext, parentId: string | null, body: BodyOf<typeof reviseCampaign>): Promise<Planned & { readonly upper: string | null }> => {
  if (parentId === null) return { ...(await plan(c, body)), upper: null }
  const upper = await readUpper({ ...c, q: c.tx }, parentId, true)
  const planned = await layForward({ ...c, q: c.tx }, upper.level, body)
  return { chain: planned.ok ? planned.chain : [], resolved: planned.resolved, findings: planned.ok ? planned.warnings : planned.findings, missing: [], upper: upper.hash }
}

/** A draft made anew by the same plan as a new campaign. Refused once it is open: units have read it; and when another person revised it in between. */
export const reviseCampaignCommand = command(reviseCampaign, async ({ params, body }, c) => {
  const { tx, record } = c
  const held = (await tx.row<{ state: CampaignState; hash: string; revision: number; parent: string | null }>(`SELECT state, definition_hash AS hash, revision, parent_campaign_id AS parent FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId]))!
  if (held.state !== 'draft') return refusedBy([notDraft(held.state)])
  if (held.revision !== body.read) throw new Refusal('stale', { zh: '草稿刚由另一人改过，这次没有存入；请看过最新内容再改。', en: 'Somebody else just revised this draft and nothing was overwritten: read the newest before changing it.' }, { revision: held.revision })
  const planned = await planAgain(c, held.parent, body)
  if (planned.resolved === null || stopsAt(planned.findings)) return refusedBy(planned.findings)
  await tx.rows(
    `UPDATE campaigns SET revision = revision + 1, parent_hash = $9, overlay = CASE WHEN parent_campaign_id IS NOT NULL THEN $10::jsonb END, slug = $2::text || substr(slug, position('-' IN slug)), chain = $3, resolved = $4, definition_hash = $5, deadline = to_timestamp($6 / 1000.0), contact = $7, source = coalesce($8, source) WHERE id = $1`,
    [params.campaignId, body.year, JSON.stringify(planned.chain), planned.resolved, planned.resolved.hash, deadlineOf(planned.resolved), body.contact, body.source ?? null, planned.upper, planned.chain.at(-1)])
  record({ chain: params.campaignId, act: 'campaign.revised', subject: { kind: 'campaign', id: params.campaignId }, data: { before: held.hash, definition: planned.resolved.hash, chain: planned.resolved.chain.map((d) => d.hash) } })
  return done({ hash: planned.resolved.hash, revision: held.revision + 1 })
})

type CampaignState = CampaignRow['state']
const notDraft = (state: CampaignState): Finding => (state === 'open'
  ? finding({ code: 'campaign.notDraft', rule: null, what: ['活动已经发布，草稿已成方案', 'The campaign is open: its draft has become the definition'], mend: ['要推迟截止，请在“截止”页提请延长；其他改动请提请修订，由第二人确认。', 'To move the deadline, propose an extension; for anything else propose an amendment, which a second person confirms.'] })
  : finding({ code: 'campaign.notDraft', rule: null, what: ['活动已经办结，方案不再改动', 'The campaign is closed: its definition stands as it is'], mend: ['请按这份方案办新一年，另建活动。', 'Make a campaign for a new year from the same definition.'] }))

/** 发布: from now on the definition changes only by an amendment of two persons, and the units see it in their lists. */
export const openCampaignCommand = command(openCampaign, async ({ params, body }, { tx, services, actor, now, record }) => {
  const { campaignId } = params
  const draft = await readDraft(tx, services, campaignId, true)
  if (draft.state === 'draft' && draft.hash !== body.read) throw new Refusal('stale', { zh: '草稿刚由另一人改过，没有发布；请重新核对。', en: 'Somebody else just revised this draft and nothing was issued: check it anew.' }, { hash: draft.hash })
  const at = await now()
  const units = await recipientsOf(tx, draft.organisationId, body.unitIds ?? null)
  const { stops, answers } = settle(await foundAgainst(tx, campaignId, draft, units, at, true), new Map(body.reasons.map((r) => [r.key, r.reason])))
  const findings = [...(draft.state === 'draft' ? secondPerson(draft, actor.accountId) : []), ...stops]
  if (stopsAt(findings)) return refusedBy(findings)
  await tx.rows(`INSERT INTO campaign_units (campaign_id, unit_id) SELECT $1, unnest($2::uuid[])`, [campaignId, units.map((u) => u.id)])
  await tx.rows(`UPDATE campaigns SET state = 'open', opened_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [campaignId, at])
  await keepVersion(tx, campaignId, at, { chain: draft.chain, resolved: draft.definition })
  await publishCampaign(tx, services, campaignId)
  const sent = await postIssue({ q: tx, services }, { id: campaignId, definition: draft.definition, deadline: draft.deadline ?? at, unitIds: units.map((u) => u.id) }, actor.accountId, at)
  record({ chain: campaignId, act: 'campaign.opened', subject: { kind: 'campaign', id: campaignId }, data: { definition: draft.hash, units: units.length, ...(sent.letters === 0 ? {} : sent), ...(answers.length === 0 ? {} : { answers }) } })
  return done({})
})
