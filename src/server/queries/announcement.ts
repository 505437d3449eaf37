import { readAnnouncement } from '#contract/operations/announcement'
import { listPublicCampaigns } from '#contract/operations/campaigns'
import { allows } from '#core/access/permission'
import { judgeList } from '#core/nomination/list'
import { query } from '../handler'
import { provisional } from '../notice-to-start'
import { honourees } from '../honourees'
import { readPublicCampaigns } from '../public/campaign-list'
import { pathOf } from '../public/layout'
import { readHonours, readPublicNotice } from '../store/announcement'
import { definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import { readListed } from '../store/nominations'

export const readAnnouncementQuery = query(readAnnouncement, async ({ params }, c) => {
  const { q, actor, subject } = c
  const campaign = (await readCampaignRow(q, params.campaignId))!
  const { roundId, ids, people } = await provisional(c, params.campaignId)
  const notice = await readPublicNotice(q, params.campaignId)
  const now = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at
  const honours = await readHonours(q, params.campaignId)
  const office = allows('officeOfCampaign', actor, subject)
  const ended = notice !== undefined && now >= notice.endsAt
  const left = ended && office ? await honourees(q, params.campaignId, now) : null
  return {
    provisional: people, offline: ids.length - people.length, roundId, findings: judgeList(await definitionOfCampaign(q, c.services.definitions, params.campaignId), 'winners', await readListed(q, ids)) as never,
    publicNotice: notice === undefined ? null : { ...notice, ended, path: `/p/${campaign.slug}/public-notice` },
    honours: honours.map((h) => ({ ...h.person, honourId: h.honourId, givenAt: h.givenAt, number: h.number, revoked: h.revoked !== null, path: `/p/${campaign.slug}/honourees/${h.number}` })),
    ready: left?.ready.length ?? 0, upright: (await q.row<{ upright: boolean }>(`SELECT certificates_upright AS upright FROM campaigns WHERE id = $1`, [params.campaignId]))!.upright,
    may: [...(office && notice === undefined && people.length > 0 ? ['startPublicNotice'] : []), ...(left !== null && (left.ready.length > 0 || (honours.length === 0 && left.waiting.length === 0)) ? ['giveHonours'] : [])],
  }
})

/** What the public list says, for programs and for the first page of the app. */
export const listPublicCampaignsQuery = query(listPublicCampaigns, async (_, { q, services }) => {
  const now = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at
  return { campaigns: (await readPublicCampaigns(q, services, now)).map(({ slug, ...c }) => ({ ...c, hosts: [...c.hosts], path: pathOf(slug, 'zh', '') })) }
})
