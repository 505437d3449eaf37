/** 短视频平台的要求: examples, or what the office wrote in their place. */
import { z } from 'zod'
import { ratioNames } from '#core/publicity/media-plan/platforms'
import { operation } from '../operation'
import { campaignParams, day, words } from '../shapes'

const ratios = z.array(z.enum(ratioNames))
export const readPlatformRules = operation({
  id: 'media.platforms', method: 'GET', path: '/api/campaigns/:campaignId/media/platforms', who: 'overseersOfCampaign', summary: { zh: '短视频平台的要求', en: 'What short-video platforms take' }, params: campaignParams,
  answer: z.object({ rules: z.array(z.object({ id: z.string(), name: words, aliases: z.array(z.string()), seconds: z.int(), megabytes: z.int(), ratios, leastSide: z.int(), containers: z.array(z.string()), codecs: z.array(z.string()), source: words, asOf: day, /** 0: an example of the product. */ version: z.int() })) }),
})
export const setPlatformRule = operation({
  id: 'media.setPlatform', method: 'PUT', path: '/api/campaigns/:campaignId/media/platforms/:platform', who: 'officeOfCampaign', summary: { zh: '改一个平台的要求', en: 'Write what a platform takes' }, params: campaignParams.extend({ platform: z.string().max(40) }),
  body: z.object({ version: z.int(), seconds: z.int().min(1).max(86_400), megabytes: z.int().min(1).max(100_000), leastSide: z.int().min(100).max(8000), ratios: ratios.min(1), source: z.string().trim().min(2).max(100) }), answer: z.object({ version: z.int() }),
})
