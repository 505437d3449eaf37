/** What went wrong at the organisation's sign-in, in words for the person who meets it; what only an operator can mend says so. */
import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import type { Words } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'

/** An error's name as the standard has it, nothing else of what came over the network. */
const named = (error: string): string => (/^[a-z_]{1,60}$/.test(error) ? error : '—')

export const troubleOf = (error: unknown, label: Words): Refusal => {
  if (error instanceof Refusal) return error
  const made = wordsFor(error, label)
  made.cause = error
  return made
}

const wordsFor = (error: unknown, label: Words): Refusal => {
  if (error instanceof AuthorizationResponseError) return denied(error.error, label)
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? stale(label) : misfit(label, named(error.error))
  if (error instanceof WWWAuthenticateChallengeError) return misfit(label, 'invalid_client')
  if (error instanceof ClientError) return byCode(error.code, label)
  return unreachable(label)
}

const denied = (error: string, label: Words): Refusal => {
  if (error === 'access_denied') return new Refusal('notAllowed', { zh: `${label.zh}没有让您登录：您取消了，或它不许这个身份用本系统。可以再试一次，或用账号密码登录。`, en: `${label.en} did not let you in: you cancelled, or it does not allow this identity here. Try again, or sign in with your login and password.` })
  if (error === 'server_error' || error === 'temporarily_unavailable') return unreachable(label)
  if (/^(login|interaction|consent|account_selection)_required$/.test(error)) return stale(label)
  return misfit(label, named(error))
}

const byCode = (code: string | undefined, label: Words): Refusal => {
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return unreachable(label)
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return new Refusal('unavailable', { zh: `${label.zh}与本系统的时间对不上，没有登录。请再试一次；仍不行，请管理员核对两边服务器的时钟。`, en: `The clocks of ${label.en} and of this system differ; you are not signed in. Try again; if it stays, ask the administrator to check both clocks.` })
  if (code === 'OAUTH_INVALID_RESPONSE' || code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return stale(label)
  return misfit(label, named((code ?? '').toLowerCase()))
}

/** It does not belong to what was begun here: another window, a page left open, an address that was kept. */
export const stale = (label: Words): Refusal => new Refusal('invalid', { zh: `从${label.zh}回来的这一次对不上：可能开了两个窗口，或页面放得太久。没有登录，请从头再来一次。`, en: `What came back from ${label.en} does not belong to what was begun here: perhaps two windows, or a page left open too long. You are not signed in; please begin again.` })
const unreachable = (label: Words): Refusal => new Refusal('unavailable', { zh: `${label.zh}现在连不上。请过一会儿再试，或用账号密码登录。`, en: `${label.en} cannot be reached now. Try again in a while, or sign in with your login and password.` }, { retryAfterSeconds: 30 })
/** The two do not know each other as they should: only the operator mends it. */
const misfit = (label: Words, error: string): Refusal => new Refusal('unavailable', { zh: `${label.zh}与本系统的设置对不上（${error}），没有登录。请用账号密码登录，并把这句话告诉系统管理员。`, en: `${label.en} and this system are not set up for each other (${error}); you are not signed in. Sign in with your login and password, and tell the administrator this sentence.` })
