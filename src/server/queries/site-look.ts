import { readSiteLook } from '#contract/operations/site-look'
import { query } from '../handler'
import { pathOf } from '../public/layout'
import { lookPath, widthsOf } from '../public/look/parts'
import type { LookPicture } from '../public/look/public-look'
import { lookOf } from '../store/site-looks'

export const readSiteLookQuery = query(readSiteLook, async (_, { q, actor }) => {
  const look = await lookOf(q, actor.organisationId)
  const shown = (what: 'emblem' | 'header', p: LookPicture) => ({ name: p.name, width: p.width, height: p.height, path: lookPath(actor.organisationId, what, p, widthsOf(p)[Math.min(1, widthsOf(p).length - 1)]!) })
  const campaign = await q.row<{ slug: string }>(`SELECT slug FROM campaigns c WHERE organisation_id = $1 AND state <> 'draft' AND NOT EXISTS (SELECT FROM mirrors m WHERE m.campaign_id = c.id) ORDER BY opened_at DESC LIMIT 1`, [actor.organisationId])
  return {
    accent: look?.accent ?? null, emblem: look?.emblem == null ? null : shown('emblem', look.emblem), header: look?.header == null ? null : { ...shown('header', look.header), credit: look.header.credit, people: look.header.people, consent: look.header.consent },
    setAt: look?.setAt ?? null, setBy: look?.setBy ?? null, page: campaign === undefined ? null : pathOf(campaign.slug, 'zh', ''), isHost: (await q.row(`SELECT 1 FROM installation WHERE organisation_id = $1`, [actor.organisationId])) !== undefined,
  }
})
