import { confirmExtension, proposeExtension } from '#contract/operations/campaigns'
import { finding, type Finding } from '#core/kernel/finding'
import { sayEnd } from '#core/kernel/instant'
import { ruleOf, type Definition, type ResolvedRule } from '#core/campaign/definition'
import { levelOf } from '#core/campaign/resolve'
import { deadlineOf } from '#core/nomination/deadline'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, refusedBy } from '../handler'
import { newId } from '../ids'
import { definitionOfCampaign } from '../store/campaigns'
import type { Queries } from '../store/database'
import { postExtension } from '../mobilisation'
import { publishCampaign } from '../public/publish'

/** 延长: for all units alike, with a reason, by two persons. There is no way to extend for one unit. */
export const proposeExtensionCommand = command(proposeExtension, async ({ params, body }, { tx, services, actor, now, record }) => {
  const c = (await tx.row<{ state: string; end: number }>(`SELECT state, coalesce(extended_to, deadline) AS "end" FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId]))!
  if (c.state !== 'open') throw new Refusal('conflict', { zh: '活动没有在进行，不能延长。', en: 'The campaign is not open: nothing to extend.' })
  const at = await now()
  const rule = ruleOf(await definitionOfCampaign(tx, services.definitions, params.campaignId), 'deadline') ?? null
  if (body.until <= c.end || body.until <= at) return refusedBy([finding({ code: 'extension.notLater', strength: 'block', rule, what: ['延长后的时间不晚于现在的截止时间', 'The new end is not later than the present one'], mend: ['截止时间只能向后延；请选更晚的时间。', 'A deadline can only move later: choose a later time.'] })])
  const upper = await upperEnd(tx, params.campaignId)
  if (upper !== null && body.until > upper) return refusedBy([pastUpper(rule, upper)])
  const id = newId()
  await tx.rows(`INSERT INTO extensions (id, campaign_id, until, reason, proposed_by, proposed_at) VALUES ($1, $2, to_timestamp($3 / 1000.0), $4, $5, to_timestamp($6 / 1000.0))`, [id, params.campaignId, body.until, body.reason, actor.accountId, at])
  record({ chain: params.campaignId, act: 'extension.proposed', subject: { kind: 'extension', id }, data: { until: body.until, reason: body.reason } })
  return done({ extensionId: id })
})

export const confirmExtensionCommand = command(confirmExtension, async ({ params }, { tx, services, actor, now, record }) => {
  const c = (await tx.row<{ end: number }>(`SELECT coalesce(extended_to, deadline) AS "end" FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId]))!
  const e = await tx.row<{ until: number; reason: string; proposed_by: string; confirmed_at: number | null }>(`SELECT until, reason, proposed_by, confirmed_at FROM extensions WHERE id = $1 AND campaign_id = $2 FOR UPDATE`, [params.extensionId, params.campaignId])
  if (e === undefined) throw absent()
  if (e.confirmed_at !== null) throw new Refusal('conflict', { zh: '这次延长已经确认过了。', en: 'This extension is confirmed already.' })
  if (e.proposed_by === actor.accountId) return refusedBy([finding({ code: 'extension.samePerson', rule: null, what: ['提请和确认不能是同一个人', 'The same person cannot propose and confirm'], mend: ['请办公室另一位同志登录确认。', 'Ask another person of the office to sign in and confirm.'] })])
  if (e.until <= c.end) return refusedBy([finding({ code: 'extension.notLater', rule: null, what: ['截止时间已经延到更晚', 'The deadline was moved later already'], mend: ['不用再确认这一次。', 'There is no need to confirm this one.'] })])
  const upper = await upperEnd(tx, params.campaignId)
  if (upper !== null && e.until > upper) return refusedBy([pastUpper(null, upper)])
  const at = await now()
  await tx.rows(`UPDATE extensions SET confirmed_by = $2, confirmed_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [params.extensionId, actor.accountId, at])
  await tx.rows(`UPDATE campaigns SET extended_to = to_timestamp($2 / 1000.0) WHERE id = $1`, [params.campaignId, e.until])
  await publishCampaign(tx, services, params.campaignId)
  // By letter to every unit, as its pages and the public one show it from now on.
  await postExtension({ q: tx, services }, { id: params.campaignId, definition: await definitionOfCampaign(tx, services.definitions, params.campaignId), deadline: e.until, reason: e.reason }, actor.accountId, at)
  record({ chain: params.campaignId, act: 'extension.confirmed', subject: { kind: 'extension', id: params.extensionId }, data: { until: e.until } })
  return done({})
})

/** When the level above closes, extensions and its definition's own levels included: nothing below may end later. */
const upperEnd = async (tx: Queries, campaignId: string): Promise<number | null> => {
  const r = (await tx.row<{ parent: number | null; chain: Definition[] }>(
    `SELECT coalesce(p.extended_to, p.deadline) AS parent, c.chain FROM campaigns c LEFT JOIN campaigns p ON p.id = c.parent_campaign_id WHERE c.id = $1`, [campaignId]))!
  if (r.parent !== null) return r.parent
  const above = r.chain.slice(0, -1)
  return above.length === 0 ? null : deadlineOf(levelOf(above))
}
const pastUpper = (rule: ResolvedRule<'deadline'> | null, upper: number): Finding => finding({
  code: 'extension.pastUpper', strength: 'block', rule, what: [`上级的截止时间是 ${sayEnd(upper).zh}，本级不能晚于它`, `The level above closes at ${sayEnd(upper).en}; nothing below may close later`],
  mend: ['请选不晚于上级的时间，或请上级先延长。', 'Choose a time no later than that, or ask the level above to extend first.'] })
