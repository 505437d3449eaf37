import { z } from 'zod'
import { operation } from '../operation'
import { id, instant, role } from '../shapes'
import { activation } from './organisations'

/** 重开账号: for those who lost every way in. One of the office proposes, a second person confirms and gets the new activation code. */
const reopeningParams = z.object({ reopeningId: id })

export const listReopenings = operation({
  id: 'reopenings.list', method: 'GET', path: '/api/reopenings', who: 'officeOrSupervisor',
  summary: { zh: '等第二人确认的重开账号，和近来办过的', en: 'Accounts to be opened again that wait for a second person, and recent ones' },
  answer: z.object({
    reopenings: z.array(z.object({
      reopeningId: id, personName: z.string(), login: z.string(), unit: z.string(), role, reason: z.string(), proposedBy: z.string(), proposedAt: instant, /** After it the proposal is void. */ until: instant,
      confirmedBy: z.string().nullable(), confirmedAt: instant.nullable(), /** The asker may confirm it. */ mayConfirm: z.boolean(), mayWithdraw: z.boolean(),
    })),
  }),
})
export const proposeReopening = operation({
  id: 'reopenings.propose', method: 'POST', path: '/api/reopenings', who: 'office',
  summary: { zh: '提请重开账号', en: 'Propose to open an account again' },
  body: z.object({ accountId: id, reason: z.string().trim().min(5).max(500) }),
  answer: z.object({ reopeningId: id }),
})
export const confirmReopening = operation({
  id: 'reopenings.confirm', method: 'POST', path: '/api/reopenings/:reopeningId/confirm', who: 'officeOrSupervisor',
  summary: { zh: '确认重开账号，取得新的启用码', en: 'Confirm it and get the new activation code' },
  params: reopeningParams,
  answer: activation.extend({ expiresAt: instant, /** How the person was told beside the product: addresses that a letter goes to. */ letters: z.int() }),
})
export const withdrawReopening = operation({
  id: 'reopenings.withdraw', method: 'DELETE', path: '/api/reopenings/:reopeningId', who: 'officeOrSupervisor',
  summary: { zh: '撤回提请', en: 'Withdraw the proposal' },
  params: reopeningParams,
})
