/** 再看一次: a link of an activity or of the media plan is looked at soon again, by the server and not by the request. */
import { z } from 'zod'
import { linkStands } from '#core/publicity/links/say'
import { activityLimits } from '#core/publicity/activities/activity'
import { operation } from '../operation'
import { campaignParams, id, words } from '../shapes'

/** As it is shown beside the link; `off`: links are not looked at on this installation. */
export const linkSeen = z.object({ address: z.string(), stand: z.enum(linkStands), said: words })

const answer = z.object({ /** False: it waits already. */ asked: z.boolean() })
const body = z.object({ address: z.string().trim().min(1).max(activityLimits.link) })
export const lookAgainAtActivity = operation({
  id: 'activities.lookAtLink', method: 'POST', path: '/api/campaigns/:campaignId/activities/:activityId/look', who: 'recordersOfActivities', summary: { zh: '再看一次链接', en: 'Look at a link once more' }, params: campaignParams.extend({ activityId: id }), body, answer,
})
export const lookAgainAtItem = operation({
  id: 'media.lookAtLink', method: 'POST', path: '/api/campaigns/:campaignId/media/items/:itemId/look', who: 'officeOfCampaign', summary: { zh: '再看一次链接', en: 'Look at a link once more' }, params: campaignParams.extend({ itemId: id }), body, answer,
})
