/** By what somebody gets into an account, and what may be taken away from it. */
import { finding, type Finding } from '../kernel/finding'

/** Minutes for which a proof of who one is holds for changes to the own account. */
export const PROOF_MINUTES = 10
/** Passkeys of one account. */
export const MOST_PASSKEYS = 10
/** One-time recovery codes of a printed sheet. */
export const RECOVERY_CODES = 10

/** What an account has. `oidc`: linked with the sign-in of the organisation, which is configured. */
export interface WaysIn { readonly password: boolean; readonly totp: boolean; readonly passkeys: number; readonly oidc: boolean; readonly recoveryCodes: number }
export const secondWayNames = ['totp', 'passkey', 'recoveryCode'] as const
/** What may follow a password. */
export type SecondWay = (typeof secondWayNames)[number]

/** None: the account has no second factor yet, and may set up its first. Recovery codes stand in for a factor that is lost, they are none by themselves. */
export const secondWays = (w: WaysIn): SecondWay[] => {
  const has = [...(w.totp ? ['totp' as const] : []), ...(w.passkeys > 0 ? ['passkey' as const] : [])]
  return has.length === 0 ? [] : [...has, ...(w.recoveryCodes > 0 ? ['recoveryCode' as const] : [])]
}
export const hasSecondFactor = (w: Pick<WaysIn, 'totp' | 'passkeys'>): boolean => w.totp || w.passkeys > 0

/** By what somebody who is signed in proves it once more: as strong as the account is, so that no weaker proof opens the door to a new way in. `code` goes with the password or the organisation's sign-in. */
export interface ProofWays { readonly password: boolean; readonly code: boolean; readonly passkey: boolean; readonly oidc: boolean }
export const proofWays = (w: WaysIn): ProofWays => {
  const withCode = w.totp || w.passkeys === 0
  return { password: w.password && withCode, code: w.totp, passkey: w.passkeys > 0, oidc: w.oidc && withCode }
}

export type Removed = 'totp' | 'passkey' | 'oidc'
const without = (w: WaysIn, removed: Removed): WaysIn => (removed === 'passkey' ? { ...w, passkeys: w.passkeys - 1 } : { ...w, [removed]: false })

/** What speaks against taking a way in away. `asked`: one of the person's roles proves itself twice. */
export const mayRemove = (w: WaysIn, removed: Removed, asked: boolean): Finding[] => {
  const left = without(w, removed)
  if (!left.password && left.passkeys === 0 && !left.oidc) return [finding({
    code: 'account.lastWayIn', rule: null, what: ['这是唯一的登录办法，去掉后您就进不来了', 'This is the only way into the account: without it you could not sign in'], mend: ['请先设密码，或先添加另一个通行密钥。', 'Set a password first, or add another passkey.'] })]
  if (asked && hasSecondFactor(w) && !hasSecondFactor(left)) return [finding({
    code: 'account.lastSecondFactor', rule: null, what: ['您的角色登录时要核对两次，这是唯一的第二步', 'Your role signs in with two steps, and this is the only second one'], mend: ['请先绑定动态口令，或先添加一个通行密钥，再去掉它。', 'Set up the one-time code or add a passkey first, then take this one away.'] })]
  return []
}
