import { z } from 'zod'
import { lacks } from '#core/package/layout'
import { download, operation } from '../operation'
import { campaignParams, id, instant, nominationParams, sha256 } from '../shapes'

const made = z.object({ packageId: id })
/** The whole dossier, with identity numbers and telephones: for those who may see all of it, and logged. */
export const packageNomination = operation({
  id: 'packages.makeOne', method: 'POST', path: '/api/nominations/:nominationId/packages', who: 'holdersOfDossier',
  summary: { zh: '打包一件推荐的全部材料', en: 'Package the whole dossier of a nomination' }, params: nominationParams, answer: made,
})
/** The office takes what was sent, a unit its own. */
export const packageCampaign = operation({
  id: 'packages.makeAll', method: 'POST', path: '/api/campaigns/:campaignId/packages', who: 'takersOfDossiers',
  summary: { zh: '打包一次活动的全部材料', en: 'Package all dossiers of a campaign' }, params: campaignParams,
  body: z.object({ /** Of the office: all that stand, or those accepted. A unit takes all of its own. */ which: z.enum(['standing', 'accepted']).default('standing') }), answer: made,
})
const shown = z.object({
  id, nominationId: id.nullable(), candidateName: z.string().nullable(), which: z.enum(['one', 'standing', 'accepted', 'own', 'certificates']), state: z.enum(['waiting', 'making', 'ready', 'failed']), askedAt: instant,
  fileName: z.string(), nominations: z.object({ done: z.int(), all: z.int() }), content: z.object({ done: z.int(), all: z.int() }),
  /** Of the zip itself. */
  bytes: z.int(), files: z.int(), manifest: sha256.nullable(), madeAt: instant.nullable(), expiresAt: instant.nullable(),
  failure: z.enum(['storageFull', 'unexpected']).nullable(),
  /** Files of the dossiers that are not in it, and why; the first of many. */
  lacking: z.object({ count: z.int(), files: z.array(z.object({ path: z.string(), lack: z.enum(lacks) })) }),
})
export const listPackages = operation({
  id: 'packages.list', method: 'GET', path: '/api/campaigns/:campaignId/packages', who: 'takersOfDossiers',
  summary: { zh: '我打的材料包', en: 'The packages I asked for' }, params: campaignParams, answer: z.object({ keptDays: z.int(), /** 截止模式: packages are made after this instant; null: as they come. */ waitsUntil: instant.nullable(), packages: z.array(shown) }),
})
const packageParams = campaignParams.extend({ packageId: id })
export const packageFile = download({ id: 'packages.file', path: '/api/campaigns/:campaignId/packages/:packageId/file', who: 'takersOfDossiers', summary: { zh: '下载材料包（zip）', en: 'Download a package (zip)' }, params: packageParams, mediaType: 'application/zip' })
export const removePackage = operation({
  id: 'packages.remove', method: 'DELETE', path: '/api/campaigns/:campaignId/packages/:packageId', who: 'takersOfDossiers',
  summary: { zh: '提前删去材料包', en: 'Remove a package before its time' }, params: packageParams,
})
