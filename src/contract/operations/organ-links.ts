/** 部门凭链接回复: letters to organs and their links for the office; what a link opens for the organ. */
import { z } from 'zod'
import { opinionStandings } from '#core/appraisal/opinion-request'
import { MOST_SCAN_BYTES } from '#core/appraisal/organ-link'
import { download, operation } from '../operation'
import { campaignParams, id, instant, words } from '../shapes'

const letterParams = campaignParams.extend({ letterId: id })
const day = z.iso.date()

export const listLetters = operation({
  id: 'organLinks.list', method: 'GET', path: '/api/campaigns/:campaignId/consultations/letters', who: 'overseersOfCampaign',
  summary: { zh: '给部门的信和链接', en: 'Letters to organs and their links' }, params: campaignParams,
  answer: z.object({ letters: z.array(z.object({
    letterId: id, office: z.string(), askedAt: instant, askedBy: z.string(), until: instant, candidates: z.int(), /** Not answered yet. */ open: z.int(),
    link: z.object({ standing: z.enum(opinionStandings), openedAt: instant.nullable(), answered: z.object({ at: instant, handler: z.string(), code: z.string() }).nullable() }).nullable(),
  })) }),
})
/** The token is in this answer and nowhere else. An open link of the same letter dies with it. */
export const makeLink = operation({
  id: 'organLinks.make', method: 'POST', path: '/api/campaigns/:campaignId/consultations/letters/:letterId/link', who: 'officeOfCampaign',
  summary: { zh: '给一封信生成链接', en: 'Make the link of a letter' }, params: letterParams, answer: z.object({ token: z.string(), until: instant, /** The words to send beside it. */ text: z.string() }),
})
export const revokeLink = operation({
  id: 'organLinks.revoke', method: 'POST', path: '/api/campaigns/:campaignId/consultations/letters/:letterId/link/revoke', who: 'officeOfCampaign',
  summary: { zh: '撤回一封信的链接', en: 'Revoke the link of a letter' }, params: letterParams,
})
export const replyScan = download({
  id: 'organLinks.scan', path: '/api/campaigns/:campaignId/consultations/letters/:letterId/scan', who: 'overseersOfCampaign', summary: { zh: '部门复函的扫描件', en: 'The stamped reply of an organ' },
  params: letterParams, mediaType: 'application/octet-stream',
})

/** The token comes as `Authorization: Bearer …` and names its letter. Wrong, used, revoked and over answer as absent, alike. */
const held = 'organHolder' as const
export const lookAtLetter = operation({
  id: 'organ.look', method: 'POST', path: '/api/organ/look', who: held, tries: 60, summary: { zh: '部门凭链接看：问哪些人选', en: 'By an organ’s link: about whom it is asked' },
  answer: z.object({ campaign: words, host: z.string(), office: z.string(), until: instant, candidates: z.array(z.object({ /** Names the asking and nothing else. */ item: id, name: z.string(), employer: z.string(), post: z.string(), unitName: z.string() })) }),
})
/** The one act that uses the link up: all candidates of the letter, with the stamped reply. */
export const replyByLink = operation({
  id: 'organ.reply', method: 'POST', path: '/api/organ/reply', who: held, tries: 30, bodyBytes: Math.ceil(MOST_SCAN_BYTES * 1.4) + (1 << 20), summary: { zh: '部门凭链接回复：逐人无意见或有意见，附盖章扫描件', en: 'By an organ’s link: the reply about each, with the stamped scan' },
  body: z.object({
    handler: z.string().trim().min(1).max(60), reply: z.string().trim().min(1).max(100), replyDay: day, validUntil: day.nullable().default(null),
    clear: z.array(id).max(5000), objections: z.array(z.object({ item: id, words: z.string().trim().min(2).max(2000) })).max(500),
    scan: z.object({ name: z.string().min(1).max(400), base64: z.string() }),
  }),
  answer: z.object({ at: instant, code: z.string(), clear: z.int(), objections: z.int() }),
})
