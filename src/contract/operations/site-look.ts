/** 网站外观: the colour, emblem and header picture of an organisation's public pages. */
import { z } from 'zod'
import { headerRights } from '#core/publicity/look/pictures'
import { operation } from '../operation'
import { finding, instant } from '../shapes'

const sent = z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(28 << 20) })
/** As it is; none; or another one. */
const change = z.union([z.literal('keep'), z.null(), sent])
const shown = z.object({ name: z.string(), width: z.int(), height: z.int(), path: z.string() })

export const readSiteLook = operation({
  id: 'siteLook.read', method: 'GET', path: '/api/site-look', who: 'office', summary: { zh: '公开网页的外观', en: 'The look of the public pages' },
  answer: z.object({ accent: z.string().nullable(), emblem: shown.nullable(), header: shown.extend(headerRights.shape).nullable(), setAt: instant.nullable(), setBy: z.string().nullable(), /** Where it is seen; null: no campaign is public yet. */ page: z.string().nullable(), /** Its pages of no campaign are this organisation's too. */ isHost: z.boolean() }),
})
export const setSiteLook = operation({
  id: 'siteLook.set', method: 'PUT', path: '/api/site-look', who: 'office', bodyBytes: 56 << 20, summary: { zh: '改公开网页的外观', en: 'Change the look of the public pages' },
  body: z.object({ accent: z.string().regex(/^#[0-9a-f]{6}$/u).nullable(), emblem: change, header: change, rights: headerRights }), answer: z.object({ findings: z.array(finding) }),
})
export const resetSiteLook = operation({ id: 'siteLook.reset', method: 'DELETE', path: '/api/site-look', who: 'office', summary: { zh: '恢复原来的外观', en: 'Back to the product’s own look' } })
