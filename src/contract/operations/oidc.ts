import { z } from 'zod'
import { operation } from '../operation'
import { next } from './sign-in'

/** Sealed by the server and kept by the page between two steps: it opens nothing by itself and ends after minutes. */
const sealed = z.string().regex(/^[A-Za-z0-9_-]+$/).max(4000)
const code = z.string().regex(/^\d{6}$/).optional()

export const beginOidc = operation({
  id: 'oidc.begin', method: 'POST', path: '/api/session/oidc/begin', who: 'anyone',
  summary: { zh: '用单位的统一登录：取得去往它的地址', en: 'Sign in with the organisation’s sign-in: the address to go to' },
  answer: z.object({ address: z.string(), attempt: sealed }),
})
export const beginOidcFor = operation({
  id: 'oidc.beginFor', method: 'POST', path: '/api/account/oidc/begin', who: 'signedIn',
  summary: { zh: '关联单位的统一登录，或用它再确认一次是本人', en: 'Link the organisation’s sign-in, or prove who you are by it' },
  body: z.object({ purpose: z.enum(['link', 'prove']) }),
  answer: z.object({ address: z.string(), attempt: sealed }),
})
export const exchangeOidc = operation({
  id: 'oidc.exchange', method: 'POST', path: '/api/session/oidc/exchange', who: 'anyone',
  summary: { zh: '从统一登录回来：向它核对', en: 'Back from the organisation’s sign-in: ask it' },
  body: z.object({ attempt: sealed, /** What stood behind the `?` of the address one came back to. */ search: z.string().max(8000) }),
  answer: z.object({ proof: sealed, purpose: z.enum(['signIn', 'link', 'prove']), /** How the provider names the person, for the eye alone. */ name: z.string() }),
})
export const signInByOidc = operation({
  id: 'oidc.signIn', method: 'POST', path: '/api/session/oidc', who: 'anyone',
  summary: { zh: '用单位的统一登录：完成', en: 'Sign in with the organisation’s sign-in: complete' },
  body: z.object({ proof: sealed }), answer: z.object({ next }),
})
export const activateByOidc = operation({
  id: 'oidc.activate', method: 'POST', path: '/api/activation/oidc', who: 'anyone',
  summary: { zh: '凭启用码开通账号，以后用单位的统一登录', en: 'Activate an account that signs in with the organisation’s sign-in' },
  body: z.object({ code: z.string().trim().min(8).max(40), proof: sealed }), answer: z.object({ next }),
})
export const linkOidc = operation({
  id: 'oidc.link', method: 'POST', path: '/api/account/oidc', who: 'signedIn',
  summary: { zh: '关联单位的统一登录：完成', en: 'Link the organisation’s sign-in: complete' },
  body: z.object({ proof: sealed }),
})
export const unlinkOidc = operation({
  id: 'oidc.unlink', method: 'DELETE', path: '/api/account/oidc', who: 'signedIn',
  summary: { zh: '解除与单位统一登录的关联', en: 'Unlink the organisation’s sign-in' },
})
export const proveOidc = operation({
  id: 'oidc.prove', method: 'POST', path: '/api/account/proof/oidc', who: 'signedIn',
  summary: { zh: '再确认一次是本人：用单位的统一登录', en: 'Prove who you are once more, with the organisation’s sign-in' },
  body: z.object({ proof: sealed, code }),
})
