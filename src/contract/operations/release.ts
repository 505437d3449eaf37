/** 一并发布: the outcome of a selection, the letters about it and the public notice, prepared by one of the office and released at once by another. */
import { z } from 'zod'
import { letterKeys, letterLimits } from '#core/announcement/release/letters'
import { outcomes } from '#core/announcement/release/outcomes'
import { operation } from '../operation'
import { campaignParams, finding, id, instant, nominationParams, still } from '../shapes'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const outcome = z.enum(outcomes)
const template = z.object({ subject: z.string().max(letterLimits.subject), text: z.string().max(letterLimits.text) })
const templates = z.object(Object.fromEntries(letterKeys.map((key) => [key, template])) as Record<(typeof letterKeys)[number], typeof template>)
const terms = {
  roundId: id, /** First day of the public notice. */ startsOn: day, summaries: z.record(z.string(), z.string().max(5000)), howToObject: z.object({ phone: z.string().min(3).max(60), email: z.string().min(3).max(100), address: z.string().min(3).max(200) }),
  /** Why the office goes on although units have not said that theirs still fit; empty: it does not. */ withoutUnits: z.string().trim().max(500).default(''), templates,
}
const person = z.object({ nominationId: id, name: z.string(), employer: z.string(), post: z.string(), summary: z.string() })
const content = z.object({
  hash: sha256, startsOn: day, endsAt: instant, days: z.array(z.string()), findings: z.array(finding),
  outcomes: z.array(z.object({ nominationId: id, name: z.string(), unitName: z.string(), outcome })),
  people: z.array(person), howToObject: terms.howToObject,
  /** Every word of each as it goes out; no mailbox: it is read in the product alone. */
  letters: z.array(z.object({ key: z.enum(letterKeys), unitName: z.string(), names: z.array(z.string()), to: z.array(z.string()), subject: z.string(), text: z.string() })),
  /** 线下件 that stood or were chosen: told by hand. */
  offline: z.int(),
})

export const readRelease = operation({
  id: 'release.read', method: 'GET', path: '/api/campaigns/:campaignId/release', who: 'overseersOfCampaign', summary: { zh: '待发布的结果', en: 'The outcome that waits for its release' }, params: campaignParams,
  answer: z.object({
    /** The definition asks for two persons. */ needed: z.boolean(), usual: templates,
    pending: z.object({ releaseId: id, content, /** What was prepared is what stands now. */ fits: z.boolean(), /** Somebody has to say today that those listed still fit. */ open: z.boolean(), preparedBy: z.string(), preparedAt: instant, mayConfirm: z.boolean(), mayWithdraw: z.boolean() }).nullable(),
    released: z.object({ startsOn: day, preparedBy: z.string(), releasedBy: z.string(), releasedAt: instant, /** The notice has not begun yet. */ scheduled: z.boolean() }).nullable(),
    /** Of the last one that could not begin on its day. */ lapsed: z.object({ startsOn: day, lapsedAt: instant }).nullable(),
  }),
})
/** Nothing is written. */
export const previewRelease = operation({
  id: 'release.preview', method: 'POST', path: '/api/campaigns/:campaignId/release/preview', who: 'officeOfCampaign', summary: { zh: '发布前先看：结果和每一封通知', en: 'Before releasing: the outcome and every letter' }, params: campaignParams,
  body: z.object(terms), answer: content,
})
export const prepareRelease = operation({
  id: 'release.prepare', method: 'POST', path: '/api/campaigns/:campaignId/release', who: 'officeOfCampaign', summary: { zh: '准备好，交第二人确认', en: 'Prepare it for a second person' }, params: campaignParams,
  body: z.object({ ...terms, still, /** Of the preview that was looked at. */ hash: sha256 }), answer: z.object({ releaseId: id }),
})
const releaseParams = campaignParams.extend({ releaseId: id })
export const confirmRelease = operation({
  id: 'release.confirm', method: 'POST', path: '/api/campaigns/:campaignId/release/:releaseId/confirm', who: 'officeOfCampaign', summary: { zh: '第二人确认，一并发布', en: 'Release it as a second person' }, params: releaseParams,
  body: z.object({ /** As it was looked at. */ hash: sha256, still }), answer: z.object({ letters: z.int(), endsAt: instant, /** False: the notice begins on its day. */ started: z.boolean() }),
})
export const withdrawRelease = operation({
  id: 'release.withdraw', method: 'DELETE', path: '/api/campaigns/:campaignId/release/:releaseId', who: 'officeOfCampaign', summary: { zh: '撤回，不发布', en: 'Take it back; nothing is released' }, params: releaseParams,
})
/** For the unit and the person; null before the release, and where there was none. */
export const readOwnOutcome = operation({
  id: 'release.ownOutcome', method: 'GET', path: '/api/nominations/:nominationId/outcome', who: 'makersOfNomination', summary: { zh: '本件的评选结果', en: 'The outcome of an own nomination' }, params: nominationParams,
  answer: z.object({ outcome: z.object({ outcome, releasedAt: instant, letter: z.object({ subject: z.string(), text: z.string() }).nullable() }).nullable() }),
})
