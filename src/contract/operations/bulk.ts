import { z } from 'zod'
import { holdLimits } from '#core/nomination/hold'
import { operation } from '../operation'
import { campaignParams, clause, finding, id, instant, nominationState, still, words } from '../shapes'
import { returnPoint } from './nominations'

/** Each that is returned has its own. */
const letter = z.object({ note: z.string().max(1000).default(''), until: instant, points: z.array(returnPoint).min(1).max(50) })
const items = z.array(z.object({ nominationId: id, version: z.int(), letter: letter.optional() })).min(1).max(200)
const decision = z.discriminatedUnion('decision', [z.object({ decision: z.literal('accept'), still }), z.object({ decision: z.literal('return') })])
const batchBody = z.object({ batchId: id })

/** What would come of it, one by one; nothing is written. */
export const previewBulk = operation({
  id: 'screening.previewBulk', method: 'POST', path: '/api/campaigns/:campaignId/screening/preview', who: 'officeOfCampaign',
  summary: { zh: '批量审查：先看每件的结果', en: 'Bulk screening: what would come of each' },
  params: campaignParams, body: z.object({ items, decision }),
  answer: z.object({
    items: z.array(z.object({ nominationId: id, candidateName: z.string(), unitName: z.string(), state: nominationState, version: z.int(), blockCount: z.int(), warnCount: z.int(), /** To be ticked into its letter. */ findings: z.array(finding), /** Why it cannot be among them; null: it can. */ against: words.nullable() })),
    /** What somebody says of all who are accepted: that it is still true today. Empty: nothing is asked. */
    asks: z.array(z.object({ ruleId: z.string(), rests: clause, words })),
  }),
})
export const holdBulk = operation({
  id: 'screening.hold', method: 'POST', path: '/api/campaigns/:campaignId/screening/held', who: 'officeOfCampaign',
  summary: { zh: '批量审查：定下，过一会儿发出', en: 'Bulk screening: decide, to be released a little later' },
  params: campaignParams, body: z.object({ items, decision }), answer: z.object({ batchId: id, releaseAt: instant }),
})
export const listHeld = operation({
  id: 'screening.held', method: 'GET', path: '/api/campaigns/:campaignId/screening/held', who: 'overseersOfCampaign',
  summary: { zh: '待发出的审查结论', en: 'Decisions that are held' },
  params: campaignParams,
  answer: z.object({ holdMinutes: z.int(), batches: z.array(z.object({
    id, decision: z.enum(['accept', 'return']), heldBy: z.string(), heldAt: instant, releaseAt: instant, releasedAt: instant.nullable(), undoneAt: instant.nullable(),
    items: z.array(z.object({ nominationId: id, candidateName: z.string(), outcome: z.enum(['released', 'dropped', 'undone']).nullable() })),
  })) }),
})
const act = (id_: string, path: string, zh: string, en: string) => operation({ id: id_, method: 'POST', path: `/api/campaigns/:campaignId/screening/${path}`, who: 'officeOfCampaign', summary: { zh, en }, params: campaignParams, body: batchBody })
export const undoHeld = act('screening.undo', 'undo', '撤销还没发出的结论', 'Undo what was not released yet')
export const releaseHeld = act('screening.release', 'release', '现在就发出', 'Release it now')
export const setHold = operation({
  id: 'screening.setHold', method: 'PUT', path: '/api/campaigns/:campaignId/screening/hold-minutes', who: 'officeOfCampaign',
  summary: { zh: '批量结论隔多久发出', en: 'How long bulk decisions are held' }, params: campaignParams, body: z.object({ minutes: z.int().min(holdLimits.least).max(holdLimits.most) }),
})
