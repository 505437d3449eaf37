/** Photographs of activities: drawn anew in a child before any transaction, so that place, device and all else a file carries are left behind. */
import { z } from 'zod'
import { addActivityPhoto, describeActivityPhoto, removeActivityPhoto } from '#contract/operations/activities'
import { operation } from '#contract/operation'
import { activityLimits } from '#core/publicity/activities/activity'
import { seenInActivity, type SeenInActivity } from '#core/publicity/activities/photo'
import { finding } from '#core/kernel/finding'
import { absent, command, done, perform, refusedBy, type CommandContext, type Handler } from '../handler'
import { newId } from '../ids'
import { takeSent, type TakenMedia } from '../stories/take-media'
import { dropPhoto, photosOf, readActivityRow, type ActivityRow } from '../store/activities'
import { offPublicPage, ownActivity } from './activities'

const subject = (id: string) => ({ kind: 'activity', id } as const)

const keepOperation = operation({
  id: 'activities.keepPhoto', method: 'POST', path: '/internal/activities/photos', who: 'recordersOfActivities', summary: { zh: '收下照片', en: 'Keep a photograph' },
  params: z.object({ campaignId: z.string(), activityId: z.string() }), body: z.object({ taken: z.custom<TakenMedia>(), people: z.enum(seenInActivity).nullable(), consent: z.string() }), answer: z.object({ photoId: z.string() }),
})
const keepPhoto = command(keepOperation, async ({ params: { campaignId, activityId }, body: { taken, people, consent } }, c) => {
  const row = await ownActivity(c, campaignId, activityId)
  const there = await photosOf(c.tx, [activityId])
  const same = there.find((p) => p.sha256 === taken.sha256)
  if (same !== undefined) return done({ photoId: same.id })
  if (there.length >= activityLimits.photos) return refusedBy([finding({ code: 'activity.photos', rule: null, at: { file: taken.name }, what: [`一次活动最多 ${activityLimits.photos} 张照片`, `An activity has ${activityLimits.photos} photographs at most`], mend: ['先去掉一张；留最说明问题的几张就够了。', 'Take one away first; the few that show most are enough.'] })])
  const id = newId()
  for (const file of Object.values(taken.renditions)) await c.tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [file.sha256, file.bytes])
  await c.tx.rows(`INSERT INTO activity_photos (id, activity_id, name, sha256, renditions, people, consent, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`, [id, activityId, taken.name, taken.sha256, taken.renditions, people, consent, c.actor.accountId, await c.now()])
  await offPublicPage(c, row)
  c.record({ chain: campaignId, act: 'activity.photoAdded', subject: subject(activityId), data: { photo: id, file: taken.sha256 } })
  return done({ photoId: id })
})

export const addActivityPhotoCommand: Handler<typeof addActivityPhoto> = {
  kind: 'query', operation: addActivityPhoto,
  run: async ({ params, body }, { q, services, session, actor }) => {
    const row = await readActivityRow(q, params.activityId)
    if (row === undefined || row.campaignId !== params.campaignId || row.unitId !== actor.organisationId) throw absent()
    const taken = await takeSent(services, body)
    if (!taken.ok) return taken
    if (taken.value.kind !== 'picture') return refusedBy([finding({ code: 'activity.film', rule: null, at: { file: body.name }, what: [`“${body.name}”是视频`, `“${body.name}” is a film`], mend: ['这里收照片。视频放到网上后，把链接贴进“报道链接”。', 'Photographs go here. Put a film online and paste its link.'] })])
    return perform(keepPhoto, { params, query: {}, body: { taken: taken.value, people: body.people, consent: body.consent } }, session, services)
  },
}

const withPhoto = async (c: CommandContext, campaignId: string, activityId: string, photoId: string): Promise<ActivityRow> => {
  const row = await ownActivity(c, campaignId, activityId)
  if (!(await photosOf(c.tx, [activityId])).some((p) => p.id === photoId)) throw absent()
  return row
}
export const describeActivityPhotoCommand = command(describeActivityPhoto, async ({ params: { campaignId, activityId, photoId }, body }, c) => {
  const row = await withPhoto(c, campaignId, activityId, photoId)
  await c.tx.rows(`UPDATE activity_photos SET people = $2::text, consent = $3 WHERE id = $1`, [photoId, body.people satisfies SeenInActivity | null, body.people === 'nobody' ? '' : body.consent])
  await offPublicPage(c, row)
  c.record({ chain: campaignId, act: 'activity.photoDescribed', subject: subject(activityId), data: { photo: photoId, people: body.people, consent: body.consent !== '' } })
  return done({})
})
/** The picture itself is gone with it: what no row refers to leaves the store. */
export const removeActivityPhotoCommand = command(removeActivityPhoto, async ({ params: { campaignId, activityId, photoId } }, c) => {
  const row = await withPhoto(c, campaignId, activityId, photoId)
  await dropPhoto(c.tx, photoId)
  await offPublicPage(c, row)
  c.record({ chain: campaignId, act: 'activity.photoRemoved', subject: subject(activityId), data: { photo: photoId } })
  return done({})
})
