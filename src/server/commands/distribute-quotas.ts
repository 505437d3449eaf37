import { grantQuota, receiveQuota, returnQuota } from '#contract/operations/cascade'
import { distribute, giveBack, standingOf } from '#core/cascade/distribute'
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, refusedBy } from '../handler'
import { violates, type Queries } from '../store/database'
import { lockPool, poolStanding, readHolding } from '../store/quotas'

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `quota.${code}`, rule: null, strength: 'block', what, mend })

/** 登记总数: only where nothing comes from a campaign above, and before anybody has submitted by the rule alone. */
export const receiveQuotaCommand = command(receiveQuota, async ({ params, body }, { tx, record }) => {
  const c = (await tx.row<{ state: string; above: boolean; seats: boolean }>(
    `SELECT state, EXISTS (SELECT FROM quota_pools p WHERE p.campaign_id = c.parent_campaign_id) AS above, EXISTS (SELECT FROM nominations n WHERE n.campaign_id = c.id AND n.seat IS NOT NULL) AS seats
     FROM campaigns c WHERE id = $1 FOR UPDATE`, [params.campaignId]))!
  const pool = await lockPool(tx, params.campaignId)
  const findings = [
    ...(c.state === 'open' ? [] : [no('notOpen', ['活动没有在进行', 'The campaign is not open'], ['发布以后再分配名额。', 'Distribute once it is open.'])]),
    ...(c.above ? [no('fromAbove', ['名额由上级下达，不在这里登记', 'What there is comes from the level above and is not set here'], ['需要增加，请与上级活动办公室联系。', 'To have more, speak to the office above.'])] : []),
    ...(c.seats && pool === undefined ? [no('begun', ['已有单位按方案的名额报送，不能改为分配', 'Units have submitted by the definition’s quota already'], ['请仍按方案的名额办理。', 'Keep to the definition’s quota.'])] : []),
    ...(pool !== undefined && body.total < pool.given ? [no('belowGiven', [`已分出 ${pool.given} 个，总数不能少于它`, `${pool.given} are given on: the total cannot be less`], ['请先退回一部分。', 'Have some returned first.'])] : []),
  ]
  if (findings.length > 0) return refusedBy(findings)
  await tx.rows(`INSERT INTO quota_pools (campaign_id, total) VALUES ($1, $2) ON CONFLICT (campaign_id) DO UPDATE SET total = $2`, [params.campaignId, body.total])
  record({ chain: params.campaignId, act: 'quota.received', subject: { kind: 'campaign', id: params.campaignId }, data: { total: body.total, ground: body.ground } })
  return done({})
})

/** What the level above granted is the pool of the campaign that forwards it: made when it is first needed. */
const poolFromAbove = async (tx: Queries, campaignId: string): Promise<void> => {
  await tx.rows(
    `INSERT INTO quota_pools (campaign_id, total) SELECT c.id, g.granted - g.returned - g.used FROM campaigns c JOIN quota_grants g ON g.campaign_id = c.parent_campaign_id AND g.organisation_id = c.organisation_id
     WHERE c.id = $1 AND NOT EXISTS (SELECT FROM quota_pools p WHERE p.campaign_id = c.id) FOR UPDATE OF g ON CONFLICT DO NOTHING`, [campaignId])
}

const noPool = (): Finding => no('noPool', ['还没有可分配的名额', 'There is nothing to distribute yet'], ['请先登记总数；转发的活动等上级下达。', 'Record the total first; a forwarded campaign waits for the level above.'])
/** The constraint speaks only if the lock ever failed to. */
const beyond = (error: unknown): unknown => (violates(error, 'never_beyond_the_pool') || violates(error, 'used_within_what_is_held')
  ? new Refusal('conflict', { zh: '名额刚被别处占用，没有写入。请看过最新数字再办。', en: 'They were just taken elsewhere; nothing was written. Look at the newest figures first.' }) : error)

/** 分配: under the lock of the pool, and the database's own constraint behind it. */
export const grantQuotaCommand = command(grantQuota, async ({ params, body }, { tx, record }) => {
  await poolFromAbove(tx, params.campaignId)
  const pool = await lockPool(tx, params.campaignId)
  if (pool === undefined) return refusedBy([noPool()])
  const asked = body.grants.map((g) => ({ to: g.organisationId, count: g.count }))
  const below = await tx.rows<{ id: string }>(`SELECT unit_id AS id FROM campaign_units WHERE campaign_id = $1 AND unit_id = ANY($2)`, [params.campaignId, asked.map((g) => g.to)])
  const decision = distribute(poolStanding(pool), asked, new Set(below.map((b) => b.id)))
  if (!decision.ok) return refusedBy(decision.findings)
  await tx.rows(
    `INSERT INTO quota_grants (campaign_id, organisation_id, granted) SELECT $1, g.organisation, g.count FROM unnest($2::uuid[], $3::int[]) g(organisation, count) ORDER BY g.organisation
     ON CONFLICT (campaign_id, organisation_id) DO UPDATE SET granted = quota_grants.granted + excluded.granted`, [params.campaignId, asked.map((g) => g.to), asked.map((g) => g.count)]).catch((e: unknown) => { throw beyond(e) })
  record({ chain: params.campaignId, act: 'quota.granted', subject: { kind: 'campaign', id: params.campaignId }, data: { count: asked.reduce((n, g) => n + g.count, 0), to: asked.map((g) => ({ organisation: g.to, count: g.count })) } })
  return done({ left: decision.left })
})

/** 退回: by the holder, or by the office that granted; only what is neither used nor given on. */
export const returnQuotaCommand = command(returnQuota, async ({ params, body }, { tx, actor, subject, record }) => {
  const office = subject.campaign?.organisationId === actor.organisationId
  const whose = office ? body.organisationId : actor.organisationId
  if (whose === undefined || (!office && body.organisationId !== undefined && body.organisationId !== whose)) throw absent()
  if ((await lockPool(tx, params.campaignId)) === undefined) return refusedBy([noPool()])
  await tx.rows(`SELECT 1 FROM quota_grants WHERE campaign_id = $1 AND organisation_id = $2 FOR UPDATE`, [params.campaignId, whose])
  await tx.rows(`SELECT 1 FROM quota_pools p JOIN campaigns c ON c.id = p.campaign_id WHERE c.parent_campaign_id = $1 AND c.organisation_id = $2 FOR UPDATE OF p`, [params.campaignId, whose])
  const holding = await readHolding(tx, params.campaignId, whose)
  const decision = giveBack(holding === undefined ? standingOf({ granted: 0, returned: 0, used: 0 }, 0) : standingOf(holding, holding.givenOn), body.count)
  if (!decision.ok) return refusedBy(decision.findings)
  await tx.rows(`UPDATE quota_grants SET returned = returned + $3 WHERE campaign_id = $1 AND organisation_id = $2`, [params.campaignId, whose, body.count]).catch((e: unknown) => { throw beyond(e) })
  record({ chain: params.campaignId, act: 'quota.returned', subject: { kind: 'organisation', id: whose }, data: { count: body.count } })
  return done({ left: decision.left })
})
