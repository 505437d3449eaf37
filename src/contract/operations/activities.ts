/** 学习宣传活动: recorded by units on a phone, summed up the tree, a part of them released to everybody. */
import { z } from 'zod'
import { activity, activityForms, activityLimits } from '#core/publicity/activities/activity'
import { seenInActivity } from '#core/publicity/activities/photo'
import { download, operation } from '../operation'
import { campaignParams, day, finding, id, instant } from '../shapes'
import { linkSeen } from './link-looks'

const activityParams = campaignParams.extend({ activityId: id })
const photoParams = activityParams.extend({ photoId: id })
const photo = z.object({ id, name: z.string(), width: z.int(), height: z.int(), people: z.enum(seenInActivity).nullable(), consent: z.string() })
const entry = activity.extend({
  id, unitId: id, unitName: z.string(), revision: z.int(), recordedAt: instant, released: z.boolean(), /** Of the campaign asked about, not of one below it. */ own: z.boolean(), photos: z.array(photo),
})
const sum = z.object({ times: z.int(), people: z.int(), links: z.int() })
const tally = z.partialRecord(z.enum(activityForms), sum)

/** What the page begins with: as the last one was, so that what stays the same is not typed again. */
export const beginActivity = operation({
  id: 'activities.begin', method: 'GET', path: '/api/campaigns/:campaignId/activities/begin', who: 'recordersOfActivities', summary: { zh: '记一次活动：带入上次的形式、地点和主办', en: 'Begin an activity from the last one' }, params: campaignParams,
  answer: z.object({ forms: z.array(z.enum(activityForms)), today: day, last: z.object({ form: z.enum(activityForms), otherForm: z.string(), place: z.string(), hosts: z.string(), people: z.int().nullable() }).nullable() }),
})
/** `distinct`: another one of the same day and place. */
export const recordActivity = operation({
  id: 'activities.record', method: 'POST', path: '/api/campaigns/:campaignId/activities', who: 'recordersOfActivities', summary: { zh: '记一次学习宣传活动', en: 'Record an activity' }, params: campaignParams,
  body: z.object({ activity, distinct: z.boolean().default(false) }), answer: z.object({ activityId: id, findings: z.array(finding) }),
})
export const changeActivity = operation({
  id: 'activities.change', method: 'PUT', path: '/api/campaigns/:campaignId/activities/:activityId', who: 'recordersOfActivities', summary: { zh: '更正一次活动', en: 'Correct an activity' }, params: activityParams,
  body: z.object({ revision: z.int(), activity, distinct: z.boolean().default(false) }), answer: z.object({ revision: z.int(), findings: z.array(finding) }),
})
export const withdrawActivity = operation({
  id: 'activities.withdraw', method: 'POST', path: '/api/campaigns/:campaignId/activities/:activityId/withdraw', who: 'recordersOfActivities', summary: { zh: '撤回一次活动', en: 'Withdraw an activity' }, params: activityParams,
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
})
/** A unit its own, the office and the supervisor those of the campaign; `below`: what offices below have released. */
export const listActivities = operation({
  id: 'activities.list', method: 'GET', path: '/api/campaigns/:campaignId/activities', who: 'readersOfActivities', summary: { zh: '学习宣传活动，一页一页', en: 'Activities, page by page' }, params: campaignParams,
  query: z.object({ form: z.enum(activityForms).optional(), unitId: id.optional(), show: z.enum(['all', 'waiting', 'released', 'below']).default('all'), after: z.string().regex(/^\d{4}-\d\d-\d\d\.[0-9a-f-]{36}$/).optional(), limit: z.coerce.number().int().min(1).max(100).default(24) }),
  answer: z.object({ activities: z.array(entry), next: z.string().nullable() }),
})
export const readActivity = operation({
  id: 'activities.read', method: 'GET', path: '/api/campaigns/:campaignId/activities/:activityId', who: 'readersOfActivities', summary: { zh: '一次活动和它的改动', en: 'One activity, and how it was changed' }, params: activityParams,
  answer: z.object({ activity: entry, /** What speaks against it now. */ findings: z.array(finding), /** What stands between it and the public page. */ against: z.array(finding), /** What was found of its links. */ links: z.array(linkSeen), mayLook: z.boolean(), versions: z.array(z.object({ revision: z.int(), by: z.string(), at: instant, name: z.string(), day, place: z.string(), people: z.int().nullable() })), mayChange: z.boolean() }),
})
/** JPEG, PNG or WebP ≤ 20 MB; place, device and all else a file carries are left behind. */
export const addActivityPhoto = operation({
  id: 'activities.addPhoto', method: 'POST', path: '/api/campaigns/:campaignId/activities/:activityId/photos', who: 'recordersOfActivities', bodyBytes: 28 << 20, summary: { zh: '加一张照片', en: 'Add a photograph' }, params: activityParams,
  body: z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(28 << 20), people: z.enum(seenInActivity).nullable().default(null), consent: z.string().trim().max(200).default('') }), answer: z.object({ photoId: id }),
})
export const describeActivityPhoto = operation({
  id: 'activities.describePhoto', method: 'PUT', path: '/api/campaigns/:campaignId/activities/:activityId/photos/:photoId', who: 'recordersOfActivities', summary: { zh: '登记照片里有谁、是否同意', en: 'Record who is seen and how they agreed' }, params: photoParams,
  body: z.object({ people: z.enum(seenInActivity).nullable(), consent: z.string().trim().max(200) }),
})
export const removeActivityPhoto = operation({ id: 'activities.removePhoto', method: 'DELETE', path: '/api/campaigns/:campaignId/activities/:activityId/photos/:photoId', who: 'recordersOfActivities', summary: { zh: '去掉一张照片', en: 'Take a photograph away' }, params: photoParams })
export const activityPhotoFile = download({
  id: 'activities.photo', path: '/api/campaigns/:campaignId/activities/:activityId/photos/:photoId/file', who: 'readersOfActivities', summary: { zh: '活动照片', en: 'A photograph of an activity' }, params: photoParams, mediaType: 'image/webp', query: z.object({ width: z.coerce.number().int().optional() }),
})
/** All or none of them. `yes` false: they leave the public page at once. */
export const releaseActivities = operation({
  id: 'activities.release', method: 'POST', path: '/api/campaigns/:campaignId/activities/release', who: 'officeOfCampaign', summary: { zh: '放行活动上公开页，或收回', en: 'Release activities to the public page, or take them off' }, params: campaignParams,
  body: z.object({ activityIds: z.array(id).min(1).max(50), yes: z.boolean() }),
})

const row = z.object({ id, name: z.string(), kind: z.enum(['unit', 'level']), tally })
/** A unit its own sheet; office and supervisor that of the campaign with all below. Rows stand in the order of the register, never by volume. */
export const readActivitySheet = operation({
  id: 'activities.sheet', method: 'GET', path: '/api/campaigns/:campaignId/activities/sheet', who: 'readersOfActivities', summary: { zh: '学习宣传活动开展情况汇总表', en: 'The activity report sheet' }, params: campaignParams,
  answer: z.object({ title: z.string(), organisation: z.string(), kind: z.enum(['unit', 'level']), rows: z.array(row), total: tally, /** Counted once more from every single activity, past the tree. */ counted: tally, agrees: z.boolean(), days: z.array(z.object({ day, times: z.int(), people: z.int() })), publicPath: z.string() }),
})
const as = z.enum(['docx', 'xlsx'])
export const activitySheetFile = download({
  id: 'activities.sheetFile', path: '/api/campaigns/:campaignId/activities/sheet/file', who: 'readersOfActivities', summary: { zh: '汇总表，Word 或 Excel', en: 'The sheet as Word or Excel' }, params: campaignParams, mediaType: 'application/octet-stream', query: z.object({ as: as.default('docx') }),
})
export const activityListFile = download({
  id: 'activities.listFile', path: '/api/campaigns/:campaignId/activities/list/file', who: 'readersOfActivities', summary: { zh: '活动明细表', en: 'All single activities as a list' }, params: campaignParams, mediaType: 'application/octet-stream', query: z.object({ as: z.enum(['docx', 'xlsx', 'csv']).default('xlsx') }),
})
/** Said where photographs are added. */
export const photosOfOne = activityLimits.photos
