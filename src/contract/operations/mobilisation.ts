/** 动员: who opened and acknowledged, who is behind, and the letters of the office: previewed, sent, watched. */
import { z } from 'zod'
import { lacks } from '#core/mobilisation/behind'
import { standings } from '#core/mobilisation/standing'
import { operation } from '../operation'
import { campaignParams, finding, id, instant, sha256, words } from '../shapes'

const standing = z.enum(standings)
const lack = z.enum(lacks)
const counts = z.record(standing, z.int())
/** Whole hours; what is out of bounds is a finding in words. */
const hours = z.number()
const pace = z.object({ openWithin: hours, acknowledgeWithin: hours, beginBefore: hours, submitBefore: hours, remindAgainAfter: hours })
const receipt = z.object({ openedAt: instant, acknowledgedAt: instant.nullable(), /** Who of the unit. */ acknowledgedBy: z.string().nullable() })

export const openNotice = operation({
  id: 'notices.open', method: 'POST', path: '/api/campaigns/:campaignId/opened', who: 'addressedByCampaign',
  summary: { zh: '单位打开了通知（首次记下）', en: 'The unit has opened the notice; the first time is kept' },
  params: campaignParams, answer: receipt,
})
export const acknowledgeNotice = operation({
  id: 'notices.acknowledge', method: 'POST', path: '/api/campaigns/:campaignId/acknowledged', who: 'unitOfCampaign',
  summary: { zh: '已阅知', en: 'The unit acknowledges the notice' },
  params: campaignParams, answer: receipt,
})

export const readMobilisation = operation({
  id: 'mobilisation.read', method: 'GET', path: '/api/campaigns/:campaignId/mobilisation', who: 'officeOfCampaign',
  summary: { zh: '动员情况：各单位到哪一步、谁没有跟上', en: 'Mobilisation: where each unit stands and who is behind' },
  params: campaignParams,
  answer: z.object({
    /** By which times somebody is behind; `ownPace`: set for this campaign, else the usual ones. */
    pace, ownPace: z.boolean(),
    /** From when on each step is looked for; null: the campaign has no times. */
    since: z.record(lack, instant).nullable(),
    counts, behind: z.int(), withoutAddress: z.int(),
    /** Letters become files, or leave by SMTP. */
    via: z.enum(['file', 'smtp']),
    /** Units with units below them, depth first. */
    branches: z.array(z.object({ id, parentId: id.nullable(), name: z.string(), depth: z.int(), units: z.int(), behind: z.int(), counts })),
    units: z.array(z.object({
      unitId: id, name: z.string(), code: z.string(), /** Its topmost branch. */ branchId: id.nullable(), standing, lacks: z.array(lack),
      openedAt: instant.nullable(), acknowledgedAt: instant.nullable(), remindedAt: instant.nullable(), email: z.string(),
    })),
  }),
})

export const previewPace = operation({
  id: 'mobilisation.previewPace', method: 'POST', path: '/api/campaigns/:campaignId/mobilisation/pace/preview', who: 'officeOfCampaign',
  summary: { zh: '催办时间：先看会怎样', en: 'Reminder times: look first what follows' },
  params: campaignParams, body: z.object({ pace }),
  answer: z.object({ findings: z.array(finding), /** Null where it cannot be set, or nothing is issued. */ since: z.record(lack, instant).nullable(), behind: z.partialRecord(lack, z.int()), units: z.int(), letters: z.int() }),
})
export const setPace = operation({
  id: 'mobilisation.setPace', method: 'PUT', path: '/api/campaigns/:campaignId/mobilisation/pace', who: 'officeOfCampaign',
  summary: { zh: '设置本活动的催办时间', en: 'Set when reminders of this campaign are due' },
  params: campaignParams, body: z.object({ /** As it was read. */ read: pace, /** Null: the usual ones again. */ pace: pace.nullable() }),
})

const matter = z.object({ campaignId: id, campaign: words, unitId: id, unitName: z.string(), end: instant, lacks: z.array(lack) })
export const round = z.object({
  /** What leaves: a draft's letters of issuing, or one reminder for each recipient. */
  kind: z.enum(['issue', 'reminder', 'extension']),
  /** Of the letters as they stand here; sending names it. */
  hash: sha256,
  letters: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string(), matters: z.array(matter) })),
  tooSoon: z.array(z.object({ to: z.string(), again: instant, matters: z.array(matter) })),
  unreachable: z.array(matter),
  /** Hours in which nobody is reminded twice. */
  remindAgainAfterHours: z.number(),
})
export const previewRound = operation({
  id: 'mobilisation.preview', method: 'GET', path: '/api/campaigns/:campaignId/mobilisation/round', who: 'officeOfCampaign',
  summary: { zh: '发信预览：谁收到什么', en: 'Preview of the letters: who gets what' },
  params: campaignParams, answer: round,
})
export const sendRound = operation({
  id: 'mobilisation.send', method: 'POST', path: '/api/campaigns/:campaignId/mobilisation/round', who: 'officeOfCampaign',
  summary: { zh: '发出看过的提醒', en: 'Send the reminders that were looked at' },
  params: campaignParams, body: z.object({ /** Of the preview; where the letters are others by now, nothing leaves and the new preview is answered. */ hash: sha256 }),
  answer: z.object({ letters: z.int() }),
})

const letterState = z.enum(['waiting', 'sending', 'sent', 'held', 'failed'])
export const readOutbox = operation({
  id: 'mobilisation.outbox', method: 'GET', path: '/api/campaigns/:campaignId/mobilisation/letters', who: 'officeOfCampaign',
  summary: { zh: '发件箱：每封信到哪一步', en: 'Outbox: where each letter stands' },
  params: campaignParams,
  answer: z.object({
    via: z.enum(['file', 'smtp']), counts: z.record(letterState, z.int()),
    /** Held and failed first, then the newest; not all of very many. */
    letters: z.array(z.object({
      id, kind: z.enum(['issue', 'reminder', 'extension', 'outcome']), to: z.string(), subject: z.string(), text: z.string(), units: z.array(z.string()), state: letterState, attempts: z.int(), error: z.string().nullable(),
      createdAt: instant, sentAt: instant.nullable(), nextTryAt: instant.nullable(),
    })),
  }),
})
export const retryLetter = operation({
  id: 'mobilisation.retry', method: 'POST', path: '/api/campaigns/:campaignId/mobilisation/letters/:letterId/retry', who: 'officeOfCampaign',
  summary: { zh: '再发一次没有发出的信', en: 'Send once more a letter that did not leave' },
  params: campaignParams.extend({ letterId: id }),
})
