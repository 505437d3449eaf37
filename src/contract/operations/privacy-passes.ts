/** 隐私放行: the machine gate before a public notice, overridden by two persons for one thing in one text. */
import { z } from 'zod'
import { operation } from '../operation'
import { campaignParams, id, instant } from '../shapes'

const kind = z.enum(['idNumber', 'phone', 'email', 'birthDate', 'address', 'bankCard', 'passport'])
const passParams = campaignParams.extend({ passId: id })

export const listPrivacyPasses = operation({
  id: 'privacyPasses.list', method: 'GET', path: '/api/campaigns/:campaignId/privacy-passes', who: 'overseersOfCampaign', summary: { zh: '公示前放行的内容', en: 'What was let pass before the public notice' }, params: campaignParams,
  answer: z.object({ passes: z.array(z.object({ passId: id, nominationId: id, name: z.string(), kind, text: z.string(), found: z.string(), reason: z.string(), proposedBy: z.string(), proposedAt: instant, confirmedBy: z.string().nullable(), confirmedAt: instant.nullable(), mayConfirm: z.boolean(), mayWithdraw: z.boolean() })) }),
})
export const proposePrivacyPass = operation({
  id: 'privacyPasses.propose', method: 'POST', path: '/api/campaigns/:campaignId/privacy-passes', who: 'officeOfCampaign', summary: { zh: '提请放行一处', en: 'Propose that something found may pass' }, params: campaignParams,
  body: z.object({ nominationId: id, /** Just as it will be published. */ text: z.string().min(1).max(5000), kind, found: z.string().min(1).max(200), reason: z.string().trim().min(4).max(300) }),
})
export const confirmPrivacyPass = operation({
  id: 'privacyPasses.confirm', method: 'POST', path: '/api/campaigns/:campaignId/privacy-passes/:passId', who: 'overseersOfCampaign', summary: { zh: '第二人确认放行', en: 'Confirm as a second person' }, params: passParams,
})
/** Also the way of a second person to say no. */
export const withdrawPrivacyPass = operation({
  id: 'privacyPasses.withdraw', method: 'DELETE', path: '/api/campaigns/:campaignId/privacy-passes/:passId', who: 'overseersOfCampaign', summary: { zh: '撤回或不同意放行', en: 'Withdraw it, or refuse it' }, params: passParams,
})
