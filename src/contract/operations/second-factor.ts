import { z } from 'zod'
import { operation } from '../operation'
import { id, instant } from '../shapes'

/** Which of the settable roles sign in with two steps. Decided by the office whose installation it is, two persons for each change. */
const askedRoles = z.object({ unitApprover: z.boolean(), juror: z.boolean(), unitClerk: z.boolean() })
const changeParams = z.object({ changeId: id })

export const readSecondFactorSetting = operation({
  id: 'secondFactorSetting.read', method: 'GET', path: '/api/settings/second-factor', who: 'office',
  summary: { zh: '哪些角色登录时核对两次', en: 'Which roles sign in with two steps' },
  answer: z.object({
    /** Null: another office decides it; nothing here to change. */
    asked: askedRoles.nullable(),
    pending: z.object({ changeId: id, asked: askedRoles, reason: z.string(), proposedBy: z.string(), proposedById: id, proposedAt: instant }).nullable(),
  }),
})
export const proposeSecondFactorSetting = operation({
  id: 'secondFactorSetting.propose', method: 'POST', path: '/api/settings/second-factor', who: 'office',
  summary: { zh: '提请改登录核对两次的角色', en: 'Propose to change which roles sign in with two steps' },
  body: z.object({ /** As it was read. */ read: askedRoles, asked: askedRoles, reason: z.string().trim().min(5).max(500) }),
  answer: z.object({ changeId: id }),
})
export const confirmSecondFactorSetting = operation({
  id: 'secondFactorSetting.confirm', method: 'POST', path: '/api/settings/second-factor/:changeId/confirm', who: 'office',
  summary: { zh: '确认改动，从下次登录起', en: 'Confirm it, from the next sign-in on' },
  params: changeParams,
})
export const withdrawSecondFactorSetting = operation({
  id: 'secondFactorSetting.withdraw', method: 'DELETE', path: '/api/settings/second-factor/:changeId', who: 'office',
  summary: { zh: '撤回改动', en: 'Withdraw it' },
  params: changeParams,
})
