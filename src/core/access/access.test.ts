/** The decisions of sign-in: who proves himself twice, what may be taken away, whose word about a second factor counts. */
import { describe, expect, test } from 'vitest'
import { roles } from './actor'
import { provedTwice, readTrustedClaims } from './provider-factors'
import { alwaysTwice, judgeAskedRoles, needsSecondFactor, settableRoles, usualRoles } from './second-factor'
import { mayRemove, proofWays, secondWays, type WaysIn } from './ways-in'

const none: WaysIn = { password: false, totp: false, passkeys: 0, oidc: false, recoveryCodes: 0 }

describe('second factor', () => {
  test('untouched, all but clerk and candidate are asked, as it always was', () => {
    expect(roles.filter((r) => !needsSecondFactor(r, null))).toEqual(['unitClerk', 'candidate'])
    expect([...alwaysTwice, ...settableRoles, 'candidate'].toSorted()).toEqual([...roles].toSorted())
  })
  test('no setting takes it from office, secretary and supervisor', () => {
    expect(alwaysTwice.filter((r) => !needsSecondFactor(r, { needed: false, inForce: true }))).toEqual([])
  })
  test('more is asked from the next sign-in on, less at once', () => {
    expect([needsSecondFactor('unitClerk', { needed: true, inForce: false }), needsSecondFactor('unitClerk', { needed: true, inForce: true }), needsSecondFactor('juror', { needed: false, inForce: false })]).toEqual([false, true, false])
  })
  test('what changes nothing is not proposed', () => {
    expect([judgeAskedRoles(usualRoles, usualRoles).map((f) => f.code), judgeAskedRoles(usualRoles, { ...usualRoles, unitClerk: true })]).toEqual([['secondFactor.same'], []])
  })
})

describe('ways in', () => {
  test('the last one stays, whichever it is', () => {
    const codes = (w: Partial<WaysIn>, removed: 'totp' | 'passkey' | 'oidc', asked = false) => mayRemove({ ...none, ...w }, removed, asked).map((f) => f.code)
    expect([codes({ passkeys: 1 }, 'passkey'), codes({ oidc: true }, 'oidc'), codes({ oidc: true, totp: true }, 'totp')]).toEqual([['account.lastWayIn'], ['account.lastWayIn'], []])
    expect([codes({ passkeys: 2 }, 'passkey', true), codes({ password: true, passkeys: 1 }, 'passkey', true), codes({ password: true, totp: true }, 'totp', true), codes({ password: true, totp: true }, 'totp')]).toEqual([[], ['account.lastSecondFactor'], ['account.lastSecondFactor'], []])
    expect(codes({ password: true, totp: true, passkeys: 1 }, 'totp', true)).toEqual([])
  })
  test('who has a passkey and no one-time code is never offered to set up a first factor by password alone', () => {
    expect([secondWays({ ...none, password: true, passkeys: 1 }), secondWays({ ...none, password: true, recoveryCodes: 10 }), secondWays({ ...none, password: true, totp: true, recoveryCodes: 1 })]).toEqual([['passkey'], [], ['totp', 'recoveryCode']])
  })
  test('a weaker proof never stands in for a stronger one that the account has', () => {
    expect(proofWays({ ...none, password: true, passkeys: 1, oidc: true })).toEqual({ password: false, code: false, passkey: true, oidc: false })
    expect(proofWays({ ...none, password: true, totp: true })).toEqual({ password: true, code: true, passkey: false, oidc: false })
    expect(proofWays({ ...none, oidc: true, totp: true })).toEqual({ password: false, code: true, passkey: false, oidc: true })
    expect(proofWays({ ...none, oidc: true })).toEqual({ password: false, code: false, passkey: false, oidc: true })
  })
})

describe('what the sign-in of an organisation says of a second factor', () => {
  const said = { amr: ['pwd', 'mfa'], acr: 'gold' }
  test('counts only where the installation names it', () => {
    expect([provedTwice([], said), provedTwice(readTrustedClaims('amr=mfa')!, said), provedTwice(readTrustedClaims('acr=silver amr=otp')!, said), provedTwice(readTrustedClaims(' acr=gold ')!, said)]).toEqual([false, true, false, true])
  })
  test('text where a list belongs, and parts of a word, prove nothing', () => {
    expect([provedTwice(readTrustedClaims('amr=mfa')!, { amr: 'mfa' }), provedTwice(readTrustedClaims('amr=m')!, said), provedTwice(readTrustedClaims('acr=gold')!, { acr: ['gold'] })]).toEqual([false, false, false])
  })
  test('a setting of another form is refused whole', () => {
    expect([readTrustedClaims('mfa'), readTrustedClaims('amr=mfa acr'), readTrustedClaims('')]).toEqual([null, null, []])
  })
})
