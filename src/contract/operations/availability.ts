import { z } from 'zod'
import { attemptAnswers, outageReasons } from '#core/availability/outage'
import { download, operation } from '../operation'
import { campaignParams, id, instant, nominationParams } from '../shapes'

const attempt = z.object({
  id, at: instant, /** `browser`: told by the browser afterwards; the server did not see it. */ toldBy: z.enum(['server', 'browser']), keptAt: instant, answer: z.enum(attemptAnswers), codes: z.array(z.string()),
  /** Number of the request; empty where none was answered. */
  trace: z.string(),
  /** The product was in the way. */
  affected: z.boolean(),
})
const outage = z.object({ from: instant, until: instant, reason: z.enum(outageReasons) })

export const listAttempts = operation({
  id: 'attempts.list', method: 'GET', path: '/api/nominations/:nominationId/attempts', who: 'unitOfNomination',
  summary: { zh: '报送尝试记录', en: 'Attempts to submit' }, params: nominationParams, answer: z.object({ attempts: z.array(attempt), outages: z.array(outage) }),
})
/** What a browser kept when nothing came back, or the product could not serve. */
export const handInAttempt = operation({
  id: 'attempts.handIn', method: 'POST', path: '/api/nominations/:nominationId/attempts', who: 'approverOfNomination',
  summary: { zh: '补交浏览器留存的报送尝试', en: 'Hand in an attempt that the browser kept' }, params: nominationParams,
  body: z.object({ id, at: instant, answer: z.enum(['noAnswer', 'unavailable', 'storageFull']), trace: z.string().regex(/^[0-9a-f]{0,12}$/) }),
})
export const attemptProof = download({ id: 'attempts.proof', path: '/api/nominations/:nominationId/attempts.pdf', who: 'unitOfNomination', summary: { zh: '报送尝试证明（PDF）', en: 'Proof of attempts to submit (PDF)' }, params: nominationParams, mediaType: 'application/pdf' })
export const outageRecord = operation({
  id: 'campaigns.outages', method: 'GET', path: '/api/campaigns/:campaignId/outages', who: 'overseersOfCampaign',
  summary: { zh: '系统不可用记录和受影响的单位', en: 'When the product was unavailable, and the units affected' }, params: campaignParams,
  answer: z.object({ outages: z.array(outage), refused: z.array(z.object({ minute: instant, reason: z.enum(['unavailable', 'storageFull', 'unexpected']), count: z.int() })), attempts: z.array(attempt.extend({ unitName: z.string() })) }),
})
