import { z } from 'zod'
import { operation } from '../operation'
import { id, instant, words } from '../shapes'
import { passkey } from './passkeys'
import { news, password } from './sign-in'

export const readAccount = operation({
  id: 'account.read', method: 'GET', path: '/api/account', who: 'signedIn',
  summary: { zh: '我的账号', en: 'My account' },
  answer: z.object({
    login: z.string(), personName: z.string(),
    hasPassword: z.boolean(),
    /** Since when the one-time code is set up. */
    totpSince: instant.nullable(),
    /** One of the person’s roles signs in with two steps. */
    twoSteps: z.boolean(),
    passkeys: z.array(passkey),
    oidc: z.object({ label: words, linkedSince: instant.nullable(), lastUsedAt: instant.nullable() }).nullable(),
    recoveryCodes: z.object({ left: z.int(), madeAt: instant }).nullable(),
    sessions: z.array(z.object({ sessionId: id, device: words, beganAt: instant, lastUsedAt: instant, /** The one that asks. */ here: z.boolean() })),
    news: z.array(news),
    /** Whether a change is open to this session now, and by what it can be opened. */
    proof: z.object({ fresh: z.boolean(), password: z.boolean(), code: z.boolean(), passkey: z.boolean(), oidc: z.boolean() }),
  }),
})
export const proveAgain = operation({
  id: 'account.prove', method: 'POST', path: '/api/account/proof', who: 'signedIn',
  summary: { zh: '再确认一次是本人：用密码（和动态口令）', en: 'Prove who you are once more, with password (and code)' },
  body: z.object({ password: z.string().min(1).max(200), code: z.string().regex(/^\d{6}$/).optional() }),
})
export const changePassword = operation({
  id: 'account.changePassword', method: 'PUT', path: '/api/account/password', who: 'signedIn',
  summary: { zh: '改密码；别处的登录都退出', en: 'Change the password; all other sessions end' },
  body: z.object({ password }),
})
export const removeTotp = operation({
  id: 'account.removeTotp', method: 'DELETE', path: '/api/account/second-factor', who: 'signedIn',
  summary: { zh: '去掉动态口令', en: 'Take the one-time code away' },
})
export const makeRecoveryCodes = operation({
  id: 'account.makeRecoveryCodes', method: 'POST', path: '/api/account/recovery-codes', who: 'signedIn',
  summary: { zh: '生成恢复码；旧的作废，新的只显示这一次', en: 'Make recovery codes: older ones are void, these are shown once' },
  answer: z.object({ codes: z.array(z.string()) }),
})
export const endSession = operation({
  id: 'account.endSession', method: 'DELETE', path: '/api/account/sessions/:sessionId', who: 'signedIn',
  summary: { zh: '让别处的一个登录退出', en: 'End one session of one’s own' },
  params: z.object({ sessionId: id }),
})
export const endOtherSessions = operation({
  id: 'account.endOtherSessions', method: 'DELETE', path: '/api/account/sessions', who: 'signedIn',
  summary: { zh: '让别处的登录都退出', en: 'End all other sessions of one’s own' },
  answer: z.object({ ended: z.int() }),
})
export const seeNews = operation({
  id: 'account.seeNews', method: 'POST', path: '/api/account/news/seen', who: 'signedIn',
  summary: { zh: '账号变动已看过', en: 'The changes to the account were seen' },
  body: z.object({ newsIds: z.array(id).max(100) }),
})
