/** 再看一次: asks for a look; the look itself is no part of a request. */
import { lookAgainAtActivity, lookAgainAtItem } from '#contract/operations/link-looks'
import { allows } from '#core/access/permission'
import { absent, command, done, type CommandContext } from '../handler'
import { readActivityRow } from '../store/activities'
import { askAgain } from '../store/link-looks'
import { readItem } from '../store/media-plan'

/** Only of what stands there: nobody has an address of choice looked at. */
const again = async ({ tx, services }: CommandContext, campaignId: string, address: string, links: readonly string[]): Promise<boolean> => {
  if (!links.includes(address)) throw absent()
  return services.links.on && askAgain(tx, campaignId, address)
}

/** The office of any in its campaign, a unit of its own. */
export const lookAgainAtActivityCommand = command(lookAgainAtActivity, async ({ params: { campaignId, activityId }, body: { address } }, c) => {
  const row = await readActivityRow(c.tx, activityId)
  if (row?.campaignId !== campaignId || !(allows('officeOfCampaign', c.actor, c.subject) || row.unitId === c.actor.organisationId)) throw absent()
  const asked = await again(c, campaignId, address, row.links)
  if (asked) c.record({ chain: campaignId, act: 'activity.linkAsked', subject: { kind: 'activity', id: activityId }, data: {} })
  return done({ asked })
})

export const lookAgainAtItemCommand = command(lookAgainAtItem, async ({ params: { campaignId, itemId }, body: { address } }, c) => {
  const item = await readItem(c.tx, campaignId, itemId)
  if (item === undefined) throw absent()
  const asked = await again(c, campaignId, address, item.link === '' ? [] : [item.link])
  if (asked) c.record({ chain: campaignId, act: 'media.linkAsked', subject: { kind: 'mediaItem', id: itemId }, data: {} })
  return done({ asked })
})
