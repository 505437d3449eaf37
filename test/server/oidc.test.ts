/** 单位统一登录 against a real provider: linked once on purpose, never by a mail address; what it says of a second factor counts only where the installation says so. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readAccount, proveAgain } from '#contract/operations/account'
import { activateByOidc, beginOidc, beginOidcFor, exchangeOidc, linkOidc, proveOidc, signInByOidc, unlinkOidc } from '#contract/operations/oidc'
import { inviteAccount, reissueCode } from '#contract/operations/organisations'
import { lookAtActivation, readSession } from '#contract/operations/sign-in'
import { doctor } from '#cli/doctor'
import { readTrustedClaims } from '#core/access/provider-factors'
import { openOidc } from '#server/oidc/provider'
import { oidcSettings } from '#server/oidc/settings'
import type { Oidc } from '#server/oidc/provider'
import { freshInstallation, type Installation } from './installation'
import { AtProvider, identityProvider, type IdentityProvider } from './identity-provider'
import { openOffice, type Office } from './office'
import { Person } from './person'

const RETURN = 'http://localhost/sign-in/back'
const password = 'a long password 1'
let idp: IdentityProvider
let at: Installation
let o: Office
beforeAll(async () => {
  idp = await identityProvider(RETURN)
  at = await freshInstallation({ demo: false, oidc: idp.settings })
  o = await openOffice(at, 3)
})
afterAll(async () => { await at.close(); await idp.away() })

const visitor = () => new Person(at.origin, 'visitor')
interface As { readonly subject: string; readonly amr?: string }
const form = ({ subject, amr = 'pwd' }: As) => ({ subject, amr })
/** To the provider and back, for signing in. */
const vouched = async (who: As, person = visitor()) => {
  const { address, attempt } = await person.ask(beginOidc)
  return { attempt, search: await new AtProvider().signIn(address, RETURN, form(who)) }
}
const proofOf = async (who: As, person = visitor()): Promise<string> => (await person.ask(exchangeOidc, { body: await vouched(who, person) })).proof
const proofFor = async (person: Person, purpose: 'link' | 'prove', who: As): Promise<string> => {
  const { address, attempt } = await person.ask(beginOidcFor, { body: { purpose } })
  return (await person.ask(exchangeOidc, { body: { attempt, search: await new AtProvider().signIn(address, RETURN, form(who)) } })).proof
}
const link = async (person: Person, subject: string) => person.ask(linkOidc, { body: { proof: await proofFor(person, 'link', { subject }) } })
const comesIn = async (who: As): Promise<{ person: Person; next: string }> => {
  const person = visitor()
  return { person, next: (await person.ask(signInByOidc, { body: { proof: await proofOf(who) } })).next }
}
/** With another setting of the same provider. */
const withSetting = async <T>(change: Partial<typeof idp.settings>, work: () => Promise<T>): Promise<T> => {
  const services = at.services as { oidc: Oidc | null }
  const before = services.oidc
  services.oidc = openOidc({ ...idp.settings, ...change }, 'http://localhost')
  try { return await work() } finally { services.oidc = before }
}

describe('signing in', () => {
  test('who is linked comes in; a clerk at once, who binds others owes the second step', async () => {
    await link(o.units[0]!.clerk, 'worker-clerk')
    await link(o.units[0]!.approver, 'worker-approver')
    const [clerk, approver] = [await comesIn({ subject: 'worker-clerk' }), await comesIn({ subject: 'worker-approver', amr: 'pwd mfa' })]
    expect([clerk.next, approver.next, (await clerk.person.ask(readSession)).person?.login, (await approver.person.refused(readAccount)).problem.error]).toEqual(['done', 'secondFactor', 'clerk1', 'secondFactorNeeded'])
  })

  test('a second factor over there counts only where the installation names it, and only when it was used', async () => {
    const trusting = { trusted: readTrustedClaims('amr=mfa')! }
    expect(await withSetting(trusting, async () => [(await comesIn({ subject: 'worker-approver', amr: 'pwd mfa' })).next, (await comesIn({ subject: 'worker-approver', amr: 'pwd' })).next])).toEqual(['done', 'secondFactor'])
    expect(await withSetting({ trusted: readTrustedClaims('acr=gold')! }, async () => [(await comesIn({ subject: 'worker-approver', amr: 'mfa' })).next, (await comesIn({ subject: 'worker-approver', amr: 'pwd' })).next])).toEqual(['done', 'secondFactor'])
  })

  test('an unknown identity is told what to do, whatever mail address it has', async () => {
    // The office's login is the address the provider vouches for.
    await o.office.ask(inviteAccount, { body: { personName: '同邮箱的人', login: 'zheng@example.org', role: 'office' } })
    const refused = await visitor().refused(signInByOidc, { body: { proof: await proofOf({ subject: 'worker-nobody' }) } })
    expect([refused.status, refused.problem.detail, refused.problem.words.zh.includes('启用码')]).toEqual([403, { unknown: true }, true])
  })

  test('what came back serves once; another attempt’s, a changed and an old one not at all', async () => {
    const proof = await proofOf({ subject: 'worker-clerk' })
    await visitor().ask(signInByOidc, { body: { proof } })
    const [one, other] = [await vouched({ subject: 'worker-clerk' }), await vouched({ subject: 'worker-clerk' })]
    const wrongs = [
      await visitor().refused(signInByOidc, { body: { proof } }),
      await visitor().refused(exchangeOidc, { body: { attempt: one.attempt, search: other.search } }),
      await visitor().refused(exchangeOidc, { body: { attempt: one.attempt, search: one.search.replace(/code=./, (c) => (c === 'code=A' ? 'code=B' : 'code=A')) } }),
      await visitor().refused(exchangeOidc, { body: { attempt: `${one.attempt.slice(0, -4)}AAAA`, search: one.search } }),
      await visitor().refused(signInByOidc, { body: { proof: other.attempt } }),
      await visitor().refused(exchangeOidc, { body: { attempt: at.services.keys.seal(Buffer.from(JSON.stringify({ ...JSON.parse(at.services.keys.open(Buffer.from(other.attempt, 'base64url')).toString()) as object, until: Date.now() - 1 }))).toString('base64url'), search: other.search } }),
    ]
    expect(wrongs.map((w) => [w.status, w.problem.words.zh.includes('从头再来一次')])).toEqual(wrongs.map(() => [400, true]))
    // Asked twice with the same code: the provider says no.
    await visitor().ask(exchangeOidc, { body: other })
    expect((await visitor().refused(exchangeOidc, { body: other })).status).toBe(400)
    // Mutant: a server that forgets what it took lets the same proof in again.
    await at.services.db.rows(`DELETE FROM spent_tokens`)
    expect((await visitor().send(signInByOidc, { body: { proof } })).status).toBe(200)
  })
})

describe('linking', () => {
  test('is begun and finished by the same session, and by no proof meant for signing in', async () => {
    const { clerk } = o.units[1]!
    const [forSignIn, forLink] = [await proofOf({ subject: 'worker-two' }), await proofFor(clerk, 'link', { subject: 'worker-two' })]
    expect([(await clerk.refused(linkOidc, { body: { proof: forSignIn } })).status, (await o.units[2]!.clerk.refused(linkOidc, { body: { proof: forLink } })).status, (await visitor().refused(signInByOidc, { body: { proof: forLink } })).status, (await visitor().refused(linkOidc, { body: { proof: forLink } })).status]).toEqual([400, 400, 400, 401])
    await clerk.ask(linkOidc, { body: { proof: forLink } })
    expect((await clerk.ask(readAccount)).oidc?.linkedSince).toBeTypeOf('number')
  })

  test('one identity opens one account, and an account has one', async () => {
    expect((await o.units[2]!.clerk.refused(linkOidc, { body: { proof: await proofFor(o.units[2]!.clerk, 'link', { subject: 'worker-two' }) } })).status).toBe(409)
    expect((await o.units[1]!.clerk.refused(linkOidc, { body: { proof: await proofFor(o.units[1]!.clerk, 'link', { subject: 'worker-three' }) } })).status).toBe(409)
  })

  test('asks for a fresh proof, and goes away again', async () => {
    const { clerk } = o.units[1]!
    await at.services.db.rows(`UPDATE sessions SET proved_at = clock_timestamp() - interval '11 minutes' WHERE account_id = (SELECT id FROM accounts WHERE login = 'clerk2')`)
    expect([(await clerk.refused(beginOidcFor, { body: { purpose: 'link' } })).problem.error, (await clerk.refused(unlinkOidc)).problem.error]).toEqual(['proofNeeded', 'proofNeeded'])
    await clerk.ask(proveAgain, { body: { password } })
    await clerk.ask(unlinkOidc)
    expect((await visitor().refused(signInByOidc, { body: { proof: await proofOf({ subject: 'worker-two' }) } })).problem.detail).toEqual({ unknown: true })
  })
})

describe('without a password', () => {
  test('an activation code is redeemed with the identity; code and proof serve once', async () => {
    const { code } = await o.office.ask(inviteAccount, { body: { personName: '新评委', login: 'newjuror', role: 'juror' } })
    const proof = await proofOf({ subject: 'worker-juror' })
    expect((await visitor().refused(activateByOidc, { body: { code: 'AAAA-BBBB-CCCC', proof } })).status).toBe(404)
    const juror = visitor()
    expect((await juror.ask(activateByOidc, { body: { code, proof } })).next).toBe('setUpSecondFactor')
    expect([(await visitor().refused(lookAtActivation, { body: { code } })).status, (await visitor().refused(activateByOidc, { body: { code, proof: await proofOf({ subject: 'worker-other' }) } })).status]).toEqual([404, 404])
    await juror.setUpSecondFactor()
    expect((await juror.ask(readAccount)).hasPassword).toBe(false)
  })

  test('a code is not used up by an identity that has another account', async () => {
    const made = await o.office.ask(inviteAccount, { body: { personName: '又一评委', login: 'anotherjuror', role: 'juror' } })
    expect((await visitor().refused(activateByOidc, { body: { code: made.code, proof: await proofOf({ subject: 'worker-juror' }) } })).status).toBe(409)
    const { code } = await o.office.ask(reissueCode, { params: { accountId: made.accountId } })
    expect([(await visitor().refused(lookAtActivation, { body: { code: made.code } })).status, (await visitor().ask(lookAtActivation, { body: { code } })).login]).toEqual([404, 'anotherjuror'])
  })

  test('the link is the only way in and stays; who one is is proved over there, just now, by the same person', async () => {
    const made = await o.office.ask(inviteAccount, { body: { personName: '三评委', login: 'thirdjuror', role: 'juror' } })
    const juror = visitor()
    await juror.ask(activateByOidc, { body: { code: made.code, proof: await proofOf({ subject: 'worker-third' }) } })
    await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) SELECT gen_random_uuid(), $1, organisation_id, 'unitClerk' FROM memberships WHERE account_id = $1`, [made.accountId])
    await at.services.db.rows(`UPDATE sessions SET membership_id = m.id, proved_at = '-infinity' FROM memberships m WHERE m.account_id = $1 AND m.role = 'unitClerk' AND sessions.account_id = $1`, [made.accountId])
    expect((await juror.ask(readAccount)).proof).toEqual({ fresh: false, password: false, code: false, passkey: false, oidc: true })
    expect((await juror.refused(proveOidc, { body: { proof: await proofFor(juror, 'prove', { subject: 'worker-clerk' }) } })).status).toBe(400)
    await juror.ask(proveOidc, { body: { proof: await proofFor(juror, 'prove', { subject: 'worker-third' }) } })
    expect((await juror.refused(unlinkOidc)).codes).toEqual(['account.lastWayIn'])
  })
})

describe('when the provider says no, or nothing', () => {
  test('cancelled there, it is said so', async () => {
    const { address, attempt } = await visitor().ask(beginOidc)
    const refused = await visitor().refused(exchangeOidc, { body: { attempt, search: await new AtProvider().signIn(address, RETURN, { deny: '1' }) } })
    expect([refused.status, refused.problem.words.zh]).toEqual([403, '云川统一身份认证（示例）没有让您登录：您取消了，或它不许这个身份用本系统。可以再试一次，或用账号密码登录。'])
  })
  test('a wrong secret is the administrator’s to mend, and says so without telling it', async () => {
    const begun = await vouched({ subject: 'worker-clerk' })
    const refused = await withSetting({ clientSecret: 'another secret altogether' }, () => visitor().refused(exchangeOidc, { body: begun }))
    expect([refused.status, refused.problem.words.zh.includes('系统管理员'), JSON.stringify(refused.problem).includes('another secret')]).toEqual([503, true, false])
  })
  test('a provider that is away is told so, and asked again when it is back', async () => {
    const outcome = await withSetting({}, async () => {
      await idp.away()
      const refused = await visitor().refused(beginOidc)
      await idp.back()
      return [refused.status, refused.problem.words.zh.includes('连不上'), (await visitor().send(beginOidc)).status]
    })
    expect(outcome).toEqual([503, true, 200])
  })
  test('an error’s own text is not passed on', async () => {
    const { attempt } = await visitor().ask(beginOidc)
    const state = (JSON.parse(at.services.keys.open(Buffer.from(attempt, 'base64url')).toString()) as { state: string }).state
    const refused = await visitor().refused(exchangeOidc, { body: { attempt, search: new URLSearchParams({ error: '<b>漏洞</b>', error_description: '请拨打 10000000000', state, iss: idp.issuer }).toString() } })
    expect([refused.status, /漏洞|10000000000/.test(JSON.stringify(refused.problem))]).toEqual([503, false])
  })
})

describe('the setting', () => {
  const whole = { XUANSHU_OIDC_ISSUER: 'https://id.example.org', XUANSHU_OIDC_CLIENT_ID: 'x', XUANSHU_OIDC_CLIENT_SECRET: 'y' }
  test('nothing set: nothing shown, nothing there', async () => {
    expect(oidcSettings({})).toBeNull()
    const services = at.services as { oidc: Oidc | null }
    const before = services.oidc
    services.oidc = null
    const answers = [(await visitor().ask(readSession)).signInBy.oidc, (await visitor().refused(beginOidc)).status, (await visitor().refused(signInByOidc, { body: { proof: 'AAAA' } })).status, (await o.units[2]!.clerk.ask(readAccount)).oidc]
    services.oidc = before
    expect(answers).toEqual([null, 404, 404, null])
  })
  test('half of it, an address without TLS and a second factor in another form stop the start in words', () => {
    expect(() => oidcSettings({ XUANSHU_OIDC_ISSUER: 'https://id.example.org' })).toThrow('XUANSHU_OIDC_CLIENT_ID')
    expect(() => oidcSettings({ ...whole, XUANSHU_OIDC_ISSUER: 'http://id.example.org' })).toThrow('https')
    expect(() => oidcSettings({ ...whole, XUANSHU_OIDC_SECOND_FACTOR: 'mfa' })).toThrow('XUANSHU_OIDC_SECOND_FACTOR')
    expect(oidcSettings({ ...whole, XUANSHU_OIDC_LABEL: '统一身份认证' })).toEqual({ issuer: 'https://id.example.org', clientId: 'x', clientSecret: 'y', label: { zh: '统一身份认证', en: '统一身份认证' }, trusted: [] })
  })
})

test('the doctor asks the provider as it is set, and says what is wrong', async () => {
  const env = { XUANSHU_OIDC_ISSUER: idp.issuer, XUANSHU_OIDC_CLIENT_ID: idp.settings.clientId, XUANSHU_OIDC_CLIENT_SECRET: idp.settings.clientSecret }
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const asked = async () => {
    said.mockClear()
    const code = await doctor.run(['--database-url', at.databaseUrl, '--json'])
    const answers = JSON.parse(said.mock.calls.map(([line]) => String(line)).join('')) as { name: string; ok: boolean; found: string[] }[]
    return { code, provider: answers.find((a) => a.name.includes('统一登录')) }
  }
  const without = await asked()
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const there = await asked()
  await idp.away()
  const away = await asked()
  await idp.back()
  vi.unstubAllEnvs()
  said.mockRestore()
  expect([without.provider, [there.code, there.provider?.ok], [away.code, away.provider?.ok, away.provider?.found[0]?.includes('连不上')]]).toEqual([undefined, [0, true], [1, false, true]])
})

test('foreign and absent accounts get no new code, alike', async () => {
  const [unit, root] = [o.units[0]!, (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'zheng'`))!.id]
  const answers = await Promise.all([unit.clerk.refused(reissueCode, { params: { accountId: root } }), o.office.refused(reissueCode, { params: { accountId: randomUUID() } })])
  expect(answers.map((a) => [a.status, a.problem.error])).toEqual([[404, 'absent'], [404, 'absent']])
  expect((await o.office.refused(reissueCode, { params: { accountId: root } })).codes).toEqual(['account.opened'])
})
