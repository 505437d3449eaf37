import { z } from 'zod'
import { levels } from '#core/secrecy/marking'
import { decisions, spillStates } from '#core/secrecy/spill'
import { operation } from '../operation'
import { campaignParams, id, instant, nominationParams, sha256 } from '../shapes'

const marking = z.object({ level: z.enum(levels).nullable(), shown: z.string(), page: z.int().nullable(), strength: z.enum(['block', 'warn']) })
const who = z.object({ by: z.string(), at: instant }).nullable()
const item = z.object({
  id, unitName: z.string(), materialId: z.string(), sender: z.string(), sha256, bytes: z.int(), /** Null for the supervisor, and for all when the matter is over. */ name: z.string().nullable(),
  markings: z.array(marking), state: z.enum(spillStates), foundAt: instant, decision: z.enum(decisions).nullable(), reason: z.string().nullable(),
  reported: z.object({ by: z.string(), at: instant, to: z.string() }).nullable(), decided: who, confirmed: who, doneAt: instant.nullable(), /** What was removed, of a purge. */ removed: z.array(z.string()),
  may: z.array(z.enum(['report', 'decide', 'confirm', 'takeBack'])),
})
/** What is set apart, without its content: that nobody is answered. */
export const listQuarantine = operation({
  id: 'secrecy.list', method: 'GET', path: '/api/campaigns/:campaignId/quarantine', who: 'overseersOfCampaign',
  summary: { zh: '涉密隔离件和处置经过', en: 'Files set apart for their markings, and what was done' }, params: campaignParams, answer: z.object({ items: z.array(item) }),
})
/** The unit learns that, where and why; and what became of it. */
export const quarantineOfNomination = operation({
  id: 'secrecy.ofNomination', method: 'GET', path: '/api/nominations/:nominationId/quarantine', who: 'unitOfNomination',
  summary: { zh: '本件推荐被隔离的文件', en: 'Files of a nomination that were set apart' }, params: nominationParams,
  answer: z.object({ items: z.array(item.pick({ id: true, materialId: true, name: true, markings: true, state: true, foundAt: true })) }),
})
/** 人工发现: a scan bears a marking that no machine reads. The file is out of everybody's sight at once. */
export const reportFile = operation({
  id: 'secrecy.reportFile', method: 'POST', path: '/api/nominations/:nominationId/materials/:fileId/classified', who: 'holdersOfDossier',
  summary: { zh: '人工发现涉密，立即隔离一份材料', en: 'Set a file apart that a person finds to be classified' }, params: nominationParams.extend({ fileId: id }),
  body: z.object({ level: z.enum(levels).nullable(), page: z.int().min(1).max(9999).nullable() }),
})
const params = campaignParams.extend({ quarantineId: id })
export const reportSpill = operation({
  id: 'secrecy.report', method: 'POST', path: '/api/campaigns/:campaignId/quarantine/:quarantineId/report', who: 'officeOfCampaign',
  summary: { zh: '登记已向保密部门报告', en: 'Enter that it was reported' }, params, body: z.object({ to: z.string().trim().min(2).max(200) }),
})
export const decideSpill = operation({
  id: 'secrecy.decide', method: 'POST', path: '/api/campaigns/:campaignId/quarantine/:quarantineId/decision', who: 'officeOfCampaign',
  summary: { zh: '提出处理意见：误报解除或清除', en: 'Propose to release or to purge' }, params, body: z.object({ decision: z.enum(decisions), reason: z.string().trim().min(4).max(500) }),
})
export const takeBackDecision = operation({
  id: 'secrecy.takeBack', method: 'DELETE', path: '/api/campaigns/:campaignId/quarantine/:quarantineId/decision', who: 'officeOfCampaign',
  summary: { zh: '撤回处理意见', en: 'Take a proposed decision back' }, params,
})
export const confirmSpill = operation({
  id: 'secrecy.confirm', method: 'POST', path: '/api/campaigns/:campaignId/quarantine/:quarantineId/confirm', who: 'officeOfCampaign',
  summary: { zh: '第二人确认处理意见', en: 'Confirm a decision, as the second person' }, params,
})
