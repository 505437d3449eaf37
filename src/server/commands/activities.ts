/** 学习宣传活动: recorded, corrected and withdrawn by whoever held them; released to everybody by the office. */
import { changeActivity, recordActivity, releaseActivities, withdrawActivity } from '#contract/operations/activities'
import type { Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { Refusal } from '#core/kernel/refusal'
import type { Activity } from '#core/publicity/activities/activity'
import { judgeActivity, judgeRelease } from '#core/publicity/activities/judge'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { publishCampaign } from '../public/publish'
import { hasOwnCampaign, holdBack, insertActivity, lockActivity, lockUnit, othersOfDay, photosOf, updateActivity, type ActivityRow } from '../store/activities'

const subject = (id: string) => ({ kind: 'activity', id } as const)

const judged = async ({ tx, actor, campaignId, now }: CommandContext, a: Activity, distinct: boolean, but: string | null): Promise<Finding[]> =>
  judgeActivity(a, { today: dayOf(await now()), others: await othersOfDay(tx, campaignId, actor.organisationId, a.day, but), distinct })

/** The own one; another's is absent. Nobody else writes to it until the transaction is through. */
export const ownActivity = async ({ tx, actor }: Pick<CommandContext, 'tx' | 'actor'>, campaignId: string, id: string): Promise<ActivityRow> => {
  const row = await lockActivity(tx, campaignId, id)
  if (row === undefined || row.unitId !== actor.organisationId) throw absent()
  return row
}
/** What is changed after it was released is looked at again before anybody else reads it. */
export const offPublicPage = async ({ tx, services }: Pick<CommandContext, 'tx' | 'services'>, row: ActivityRow): Promise<void> => {
  if (!row.released) return
  await holdBack(tx, row.id)
  await publishCampaign(tx, services, row.campaignId)
}

export const recordActivityCommand = command(recordActivity, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor, subject: about } = c
  if (about.campaign?.organisationId !== actor.organisationId && actor.role === 'office' && (await hasOwnCampaign(tx, campaignId, actor.organisationId))) throw new Refusal('conflict', { zh: '贵单位已经转发这项活动，请在自己的活动里记，汇总会自动加到上级。', en: 'You have forwarded this campaign: record it in your own, and the sum goes up by itself.' })
  await lockUnit(tx, campaignId, actor.organisationId)
  const findings = await judged(c, body.activity, body.distinct, null)
  if (stopsAt(findings)) return refusedBy(findings)
  const id = newId()
  await insertActivity(tx, { id, campaignId, unitId: actor.organisationId, by: actor.accountId, at: await c.now() }, body.activity)
  c.record({ chain: campaignId, act: 'activity.recorded', subject: subject(id), data: { day: body.activity.day, form: body.activity.form, unit: actor.organisationId } })
  return done({ activityId: id, findings: findings as never })
})

export const changeActivityCommand = command(changeActivity, async ({ params: { campaignId, activityId }, body }, c) => {
  await lockUnit(c.tx, campaignId, c.actor.organisationId)
  const row = await ownActivity(c, campaignId, activityId)
  if (row.revision !== body.revision) throw new Refusal('conflict', { zh: '这次活动刚刚被本单位另一位同志改过。您写的还在页面上，没有覆盖别人的；请刷新后再改。', en: 'A colleague has just corrected this activity. What you wrote is still on your page and nothing was overwritten; reload and change it again.' })
  const findings = await judged(c, body.activity, body.distinct, activityId)
  if (stopsAt(findings)) return refusedBy(findings)
  await updateActivity(c.tx, campaignId, activityId, row.revision + 1, body.activity, c.actor.accountId, await c.now())
  await offPublicPage(c, row)
  c.record({ chain: campaignId, act: 'activity.changed', subject: subject(activityId), data: { day: body.activity.day, form: body.activity.form, revision: row.revision + 1, ...(row.released && { wasPublic: true }) } })
  return done({ revision: row.revision + 1, findings: findings as never })
})

export const withdrawActivityCommand = command(withdrawActivity, async ({ params: { campaignId, activityId }, body }, c) => {
  const row = await ownActivity(c, campaignId, activityId)
  await c.tx.rows(`UPDATE activities SET withdrawn_at = to_timestamp($2 / 1000.0), withdrawn_why = $3, released_at = NULL, released_by = NULL WHERE id = $1`, [activityId, await c.now(), body.reason])
  await offPublicPage(c, row)
  c.record({ chain: campaignId, act: 'activity.withdrawn', subject: subject(activityId), data: { reason: body.reason } })
  return done({})
})

export const releaseActivitiesCommand = command(releaseActivities, async ({ params: { campaignId }, body: { activityIds, yes } }, c) => {
  const { tx, actor, services, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const rows: ActivityRow[] = []
  for (const id of [...new Set(activityIds)].toSorted()) {
    const row = await lockActivity(tx, campaignId, id)
    if (row === undefined) throw absent()
    if (row.released !== yes) rows.push(row)
  }
  const photos = await photosOf(tx, rows.map((r) => r.id))
  const against = yes ? rows.flatMap((r) => judgeRelease(r, photos.filter((p) => p.activityId === r.id)).map((f) => namedBy(r, f))) : []
  if (stopsAt(against)) return refusedBy(against)
  await tx.rows(`UPDATE activities SET released_at = CASE WHEN $2 THEN product_time() END, released_by = CASE WHEN $2 THEN $3::uuid END WHERE id = ANY($1)`, [rows.map((r) => r.id), yes, actor.accountId])
  if (rows.length > 0) await publishCampaign(tx, services, campaignId)
  for (const r of rows) record({ chain: campaignId, act: yes ? 'activity.released' : 'activity.heldBack', subject: subject(r.id), data: { revision: r.revision } })
  return done({})
})
/** Of several released at once, which one it is about. */
const namedBy = (r: ActivityRow, f: Finding): Finding => ({ ...f, what: { zh: `“${r.name}”：${f.what.zh}`, en: `“${r.name}”: ${f.what.en}` } })
