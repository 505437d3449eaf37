import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Words } from '#core/kernel/finding'
import { addDays, dayOf, startOfDay } from '#core/kernel/instant'
import { readAttachments } from '../attachments'
import { readOriginalOf } from '../original'
import type { Services } from '../services'
import { takesOut } from '#core/objections/standing'
import { readHonours, readPublicNotice } from '../store/announcement'
import { standings } from '../store/objections'
import { readSupplements } from '../store/supplements'
import { standingAdvisories } from '../store/situations'
import { definitionOf, readCampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { campaignHome } from './campaign-home'
import { campaignListPage, listStaleAt, readPublicCampaigns } from './campaign-list'
import { listPath } from './frame'
import { honoureePages, honoureesPage } from './honourees'
import { layout, pathOf } from './layout'
import { hostLook, lookOf } from '../store/site-looks'
import { noticePage } from './notice'
import type { PageData } from './page-data'
import { activitiesPage } from './activities/page'
import { publicActivities } from './activities/public-activities'
import { galleryPages, galleryPath } from './site/gallery'
import { readHonoured } from './site/people'
import { publicStories } from './story/public-stories'
import { publicNoticePage } from './public-notice'

type Given = Pick<Services, 'definitions' | 'isDemo' | 'links' | 'origin' | 'pages'>

/** Renders a campaign's public pages in both languages, and the list that names it: done when something is published, so that reading them is reading files. */
export const publishCampaign = async (q: Queries, services: Given, campaignId: string): Promise<void> => {
  await renderCampaign(q, services, campaignId)
  await publishList(q, services)
}

/** The pages of one campaign, in both languages. */
export const renderCampaign = async (q: Queries, services: Given, campaignId: string): Promise<void> => {
  services.pages.changed()
  const campaign = (await readCampaignRow(q, campaignId))!
  const now = await productTime(q)
  const definition = await definitionOf(q, services.definitions, campaignId, campaign.definitionHash)
  const [notice, supplements] = [await readPublicNotice(q, campaignId), await readSupplements(q, campaignId)]
  // Whom an upheld objection took out is on the list no more.
  const about = await standings(q, [...notice?.people ?? [], ...supplements].map((p) => p.nominationId))
  const stays = (p: { readonly nominationId: string }) => !(about.get(p.nominationId) ?? []).some(takesOut)
  const data: PageData = {
    campaign, now, isDemo: services.isDemo, definition, attachments: await readAttachments(q, campaignId, definition), original: await readOriginalOf(q, campaignId),
    version: (await q.row<{ number: number; since: number }>(`SELECT version AS number, since FROM definition_versions WHERE campaign_id = $1 ORDER BY version DESC LIMIT 1`, [campaignId])) ?? null,
    votes: await q.rows(`SELECT v.round_id AS "roundId", v.starts_at AS "startsAt", v.ends_at AS "endsAt" FROM public_votes v JOIN rounds r ON r.id = v.round_id WHERE r.campaign_id = $1 AND r.state = 'open' ORDER BY v.starts_at`, [campaignId]),
    notice: notice === undefined ? null : { ...notice, people: notice.people.filter(stays) }, supplements: supplements.filter(stays), honours: await readHonours(q, campaignId), stories: await publicStories(q, campaignId), activities: await publicActivities(q, services, campaignId), advisories: await standingAdvisories(q, campaignId), look: await lookOf(q, campaign.organisationId), origin: services.origin,
  }
  const stale = staleAt(data)
  for (const lang of ['zh', 'en'] as const)
    for (const page of [campaignHome(data, lang), noticePage(data, lang), publicNoticePage(data, lang), honoureesPage(data, lang), ...honoureePages(data, lang), activitiesPage(data, lang)])
      await keep(q, campaignId, pathOf(campaign.slug, lang, page.at), layout(data, lang, page), stale, now)
}

/** Whose installation it is; null before the first set-up. */
export const hostOf = async (q: Queries): Promise<Words | null> => (await q.row<Words>(`SELECT o.name AS zh, coalesce(nullif(o.name_en, ''), o.name) AS en FROM installation i JOIN organisations o ON o.id = i.organisation_id`)) ?? null

const LIST_LOCK = 7462

/** The list of all public campaigns. Of two transactions that publish at once the second waits here, and then sees what the first made. */
export const publishList = async (q: Queries, services: Given): Promise<void> => {
  services.pages.changed()
  await q.rows(`SELECT pg_advisory_xact_lock($1)`, [LIST_LOCK])
  const now = await productTime(q)
  const campaigns = await readPublicCampaigns(q, services, now)
  const [host, people, look] = [(await hostOf(q)), await readHonoured(q), await hostLook(q)]
  for (const lang of ['zh', 'en'] as const) {
    await keep(q, null, listPath(lang), campaignListPage({ campaigns, host, look, isDemo: services.isDemo }, lang), listStaleAt(campaigns, now), now)
    const pages = galleryPages({ host, look, isDemo: services.isDemo, people }, lang)
    // A year nobody is left of has no page any more.
    await q.rows(`DELETE FROM public_pages WHERE campaign_id IS NULL AND path LIKE $1 || '/%' AND NOT path = ANY($2)`, [galleryPath(lang), pages.map((p) => p.path)])
    for (const page of pages) await keep(q, null, page.path, page.text, listStaleAt(campaigns, now), now)
  }
}

const productTime = async (q: Queries): Promise<number> => (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at

/** A page says which day it is: it stops being true at midnight, and at the end of a term. */
const staleAt = (d: PageData): number => {
  const midnight = startOfDay(addDays(dayOf(d.now), 1))
  const ends = [d.notice?.endsAt, ...d.supplements.map((s) => s.endsAt), ...d.votes.flatMap((v) => [v.startsAt, v.endsAt]), ...d.advisories.map((a) => a.until), d.campaign.extendedTo, d.campaign.deadline].filter((e): e is number => typeof e === 'number' && e > d.now)
  return Math.min(midnight, ...ends)
}

const keep = async (q: Queries, campaignId: string | null, path: string, text: string, stale: number, now: number): Promise<void> => {
  const body = Buffer.from(text)
  // Above 6 a page costs fifteen times the time for a fiftieth of the size, and it is packed while others wait.
  const packed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } })
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  await q.rows(
    `INSERT INTO public_pages (path, campaign_id, media_type, body, body_br, etag, stale_at, rendered_at) VALUES ($1, $2, 'text/html; charset=utf-8', $3, $4, $5, to_timestamp($6 / 1000.0), to_timestamp($7 / 1000.0))
     ON CONFLICT (path) DO UPDATE SET body = $3, body_br = $4, etag = $5, stale_at = to_timestamp($6 / 1000.0), rendered_at = to_timestamp($7 / 1000.0)`, [path, campaignId, body, packed, etag, stale, now])
}
