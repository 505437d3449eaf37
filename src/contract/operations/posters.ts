/** 海报: laid out before one's eyes, made by a job, out only as long as the story is public and the person agrees. */
import { z } from 'zod'
import { posterCrop } from '#core/publicity/poster/crop'
import { posterDesigns, posterWords } from '#core/publicity/poster/poster'
import { posterShapes } from '#core/publicity/poster/shapes'
import { posterSizeIds } from '#core/publicity/poster/sizes'
import { download, operation } from '../operation'
import { campaignParams, finding, id, instant, nominationParams } from '../shapes'

const design = z.enum(posterDesigns)
const size = z.enum(posterSizeIds)
const picture = z.object({ id, name: z.string(), width: z.int(), height: z.int() })
const setParams = campaignParams.extend({ setId: id })

/** What a poster of one person can be made from. */
export const readPosters = operation({
  id: 'posters.read', method: 'GET', path: '/api/nominations/:nominationId/posters', who: 'officeOfNomination', summary: { zh: '海报可用的话和照片', en: 'Words and pictures for a poster' }, params: nominationParams,
  answer: z.object({ name: z.string(), employer: z.string(), /** Words of the story, each a proposal of lines. */ proposals: z.array(z.array(z.string())), pictures: z.array(picture), portrait: id.nullable(), /** What keeps posters from being released. */ against: z.array(finding) }),
})
/** As shapes, drawn by the page; with what speaks against it. */
export const previewPoster = operation({
  id: 'posters.preview', method: 'POST', path: '/api/nominations/:nominationId/posters/preview', who: 'officeOfNomination', summary: { zh: '海报预览', en: 'Preview of a poster' }, params: nominationParams,
  body: z.object({ design, size, words: posterWords, mediaId: id, templateId: id.optional(), crop: posterCrop.optional() }), answer: z.object({ drawing: posterShapes, findings: z.array(finding) }),
})
/** One person or many, at several sizes: one job. Without words or picture of their own, the story's first quotation and a picture that suits the design. */
export const makePosters = operation({
  id: 'posters.make', method: 'POST', path: '/api/campaigns/:campaignId/posters', who: 'officeOfCampaign', summary: { zh: '制作海报', en: 'Make posters' }, params: campaignParams,
  body: z.object({ design, /** The office’s own: its design then counts. */ templateId: id.optional(), sizes: z.array(size).min(1).max(posterSizeIds.length), people: z.array(z.object({ nominationId: id, words: posterWords.optional(), mediaId: id.optional(), crop: posterCrop.optional() })).min(1).max(500) }),
  answer: z.object({ setId: id, posters: z.int(), /** Who is left out, and why. */ leftOut: z.array(z.object({ name: z.string(), finding })) }),
})
export const listPosters = operation({
  id: 'posters.list', method: 'GET', path: '/api/campaigns/:campaignId/posters', who: 'officeOfCampaign', summary: { zh: '做过的海报', en: 'Posters that were made' }, params: campaignParams,
  answer: z.object({
    people: z.array(z.object({ nominationId: id, name: z.string(), ready: z.boolean() })),
    sets: z.array(z.object({ id, askedAt: instant, askedBy: z.string(), design, /** Name and version of the template it was made in. */ template: z.object({ name: z.string(), version: z.int() }).nullable(), state: z.enum(['making', 'ready', 'failed']), done: z.int(), posters: z.array(z.object({ id, nominationId: id, name: z.string(), size, state: z.enum(['waiting', 'made', 'lacks', 'withdrawn']), bytes: z.int().nullable(), lacks: z.array(finding) })) })),
  }),
})
export const posterFile = download({ id: 'posters.file', path: '/api/campaigns/:campaignId/posters/:setId/files/:posterId', who: 'officeOfCampaign', summary: { zh: '下载一张海报', en: 'One poster' }, params: setParams.extend({ posterId: id }), mediaType: 'application/octet-stream' })
/** Those that may be released at this moment. */
export const posterArchive = download({ id: 'posters.archive', path: '/api/campaigns/:campaignId/posters/:setId/archive', who: 'officeOfCampaign', summary: { zh: '下载一套海报（压缩包）', en: 'All posters of a set (zip)' }, params: setParams, mediaType: 'application/zip' })
