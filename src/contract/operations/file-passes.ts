/** 附件放行: a file of the notice in which the gate found personal data, let stand by two persons for these very bytes. */
import { z } from 'zod'
import { download, operation } from '../operation'
import { campaignParams, id, instant, sha256 } from '../shapes'

const passParams = campaignParams.extend({ passId: id })
const kind = z.enum(['idNumber', 'phone', 'email', 'birthDate', 'address', 'bankCard', 'passport'])

export const listFilePasses = operation({
  id: 'filePasses.list', method: 'GET', path: '/api/campaigns/:campaignId/file-passes', who: 'overseersOfCampaign', summary: { zh: '放行的附件', en: 'Attachments let pass' }, params: campaignParams,
  answer: z.object({ passes: z.array(z.object({ passId: id, fileName: z.string(), sha256, bytes: z.int(), found: z.array(z.object({ kind, times: z.int(), /** How it begins. */ shown: z.string() })), reason: z.string(), proposedBy: z.string(), proposedAt: instant, confirmedBy: z.string().nullable(), confirmedAt: instant.nullable(), mayConfirm: z.boolean(), mayWithdraw: z.boolean() })) }),
})
export const proposeFilePass = operation({
  id: 'filePasses.propose', method: 'POST', path: '/api/campaigns/:campaignId/file-passes', who: 'officeOfCampaign', bodyBytes: 8 << 20, summary: { zh: '提请放行一份附件', en: 'Propose that a file may pass' }, params: campaignParams,
  body: z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(8 << 20), reason: z.string().trim().min(4).max(300) }), answer: z.object({ passId: id, sha256 }),
})
/** For whoever is asked to confirm: the very bytes. */
export const filePassFile = download({ id: 'filePasses.file', path: '/api/campaigns/:campaignId/file-passes/:passId/file', who: 'overseersOfCampaign', summary: { zh: '看提请放行的附件', en: 'The file that is to pass' }, params: passParams, mediaType: 'application/octet-stream' })
export const confirmFilePass = operation({
  id: 'filePasses.confirm', method: 'POST', path: '/api/campaigns/:campaignId/file-passes/:passId', who: 'overseersOfCampaign', summary: { zh: '第二人确认放行附件', en: 'Confirm as a second person' }, params: passParams,
})
export const withdrawFilePass = operation({
  id: 'filePasses.withdraw', method: 'DELETE', path: '/api/campaigns/:campaignId/file-passes/:passId', who: 'overseersOfCampaign', summary: { zh: '撤回或不同意放行附件', en: 'Withdraw it, or refuse it' }, params: passParams,
})
