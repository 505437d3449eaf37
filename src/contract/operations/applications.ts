import { z } from 'zod'
import { operation } from '../operation'
import { clause, finding, id, instant, name, nominationParams, words } from '../shapes'
import { password } from './sign-in'

const slugParams = z.object({ slug: z.string().max(100) })

export const lookAtApplying = operation({
  id: 'apply.look', method: 'GET', path: '/api/apply/:slug', who: 'anyone', summary: { zh: '个人申报：是否接受、向哪个单位', en: 'Applying oneself: whether, and to which unit' }, params: slugParams,
  answer: z.object({ campaign: words, deadline: instant.nullable(), clause: clause.nullable(), findings: z.array(finding), units: z.array(z.object({ id, name: z.string() })) }),
})
/** Begins a draft of the unit in the applicant’s hands, and the applicant’s own account. */
export const applyMyself = operation({
  id: 'apply.begin', method: 'POST', path: '/api/apply/:slug', who: 'anyone', tries: 6, summary: { zh: '个人申报：开始填写', en: 'Apply oneself: begin' }, params: slugParams,
  body: z.object({ name, unitId: id, password }), answer: z.object({ nominationId: id, login: z.string() }),
})
export const declineApplication = operation({
  id: 'apply.decline', method: 'POST', path: '/api/nominations/:nominationId/decline', who: 'approverOfNomination', summary: { zh: '不同意个人申报，写明理由', en: 'Decline an application, with the reason' }, params: nominationParams, body: z.object({ reason: z.string().trim().min(2).max(500) }),
})
