/** 学习宣传活动 as a unit, the office and the supervisor read them. */
import { activityPhotoFile, beginActivity, listActivities, readActivity } from '#contract/operations/activities'
import type { AnswerOf } from '#contract/operation'
import type { Actor } from '#core/access/actor'
import { allows, type Subject } from '#core/access/permission'
import { dayOf } from '#core/kernel/instant'
import { formsOf } from '#core/publicity/activities/activity'
import { judgeActivity, judgePhoto, judgeRelease } from '#core/publicity/activities/judge'
import { absent, query } from '../handler'
import { seenLinks } from '../links/seen'
import { pictureFile } from '../activities/picture-file'
import { definitionOfCampaign } from '../store/campaigns'
import { bytesAreApart } from '../store/quarantine'
import { isReadableFrom, lastOf, photosOf, readActivityRow, readPage, versionsOf, type ActivityRow, type PhotoRow } from '../store/activities'
import type { Queries } from '../store/database'

type Entry = AnswerOf<typeof listActivities>['activities'][number]
const sizeOf = (p: PhotoRow): { width: number; height: number } => { const width = Math.max(...Object.keys(p.renditions).map(Number)); return { width, height: p.renditions[String(width)]!.height } }
const shown = (campaignId: string, photos: readonly PhotoRow[]) => ({ campaignId: of, recordedAt, id, unitId, unitName, name, form, otherForm, day, place, people, hosts, words, links, revision, released }: ActivityRow): Entry => ({
  id, unitId, unitName, name, form, otherForm, day, place, people, hosts, words, links, revision, recordedAt, released, own: of === campaignId,
  photos: photos.filter((p) => p.activityId === id).map((p) => ({ id: p.id, name: p.name, ...sizeOf(p), people: p.people, consent: p.consent })),
})
/** Of a unit, and of an office the campaign is addressed to, the own ones alone; null: all. */
export const onlyOf = (actor: Actor, subject: Subject): string | null => (allows('overseersOfCampaign', actor, subject) ? null : actor.organisationId)

export const beginActivityQuery = query(beginActivity, async ({ params: { campaignId } }, { q, services, actor }) => ({
  forms: formsOf(await definitionOfCampaign(q, services.definitions, campaignId)), today: dayOf((await q.row<{ at: number }>('SELECT product_time() AS at'))!.at), last: (await lastOf(q, campaignId, actor.organisationId)) ?? null,
}))

export const listActivitiesQuery = query(listActivities, async ({ params: { campaignId }, query: { form, unitId, show, after, limit } }, { q, actor, subject }) => {
  const own = onlyOf(actor, subject)
  const { rows, next } = await readPage(q, { campaignId, unitId: own ?? unitId ?? null, form: form ?? null, show: own === null || show !== 'below' ? show : 'all', after: after ?? null, limit })
  return { activities: rows.map(shown(campaignId, await photosOf(q, rows.map((r) => r.id)))), next }
})

const readable = async (q: Queries, campaignId: string, activityId: string, actor: Actor, subject: Subject): Promise<ActivityRow> => {
  const row = await readActivityRow(q, activityId)
  const own = onlyOf(actor, subject)
  if (row === undefined || !(own === null ? await isReadableFrom(q, campaignId, row) : row.campaignId === campaignId && row.unitId === own)) throw absent()
  return row
}
export const readActivityQuery = query(readActivity, async ({ params: { campaignId, activityId } }, { q, services, actor, subject }) => {
  const row = await readable(q, campaignId, activityId, actor, subject)
  const [photos, versions, { at }] = [await photosOf(q, [activityId]), await versionsOf(q, activityId), (await q.row<{ at: number }>('SELECT product_time() AS at'))!]
  return {
    activity: shown(campaignId, photos)(row), findings: [...judgeActivity(row, { today: dayOf(at), others: [], distinct: true }), ...photos.flatMap((p) => judgePhoto(p, false))] as never, against: judgeRelease(row, photos) as never,
    links: await seenLinks(q, services, row.campaignId, row.links), mayLook: row.campaignId === campaignId && (allows('officeOfCampaign', actor, subject) || (row.unitId === actor.organisationId && allows('recordersOfActivities', actor, subject))),
    versions: versions.map(({ revision, by, at: when, said }) => ({ revision, by, at: when, name: said.name, day: said.day, place: said.place, people: said.people })),
    mayChange: row.campaignId === campaignId && row.unitId === actor.organisationId && allows('recordersOfActivities', actor, subject),
  }
})

export const activityPhotoQuery = query(activityPhotoFile, async ({ params: { campaignId, activityId, photoId }, query: { width } }, { q, services, actor, subject }) => {
  await readable(q, campaignId, activityId, actor, subject)
  const photo = (await photosOf(q, [activityId])).find((p) => p.id === photoId)
  if (photo === undefined || (await bytesAreApart(q, photo.sha256))) throw absent()
  return pictureFile(services, photo, width ?? 960)
})
