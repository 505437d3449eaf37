/** 通行密钥: one touch is both factors, for its own address, once; whoever holds a password alone comes no further than before. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proveAgain, readAccount } from '#contract/operations/account'
import { addPasskey, beginPasskey, beginPasskeySignIn, provePasskey, removePasskey, renamePasskey, signInByPasskey } from '#contract/operations/passkeys'
import { beginSecondFactor, confirmSecondFactor, enterSecondFactor, readSession, signIn } from '#contract/operations/sign-in'
import { readHead } from '#server/store/ledger'
import { Authenticator, type Slips } from './authenticator'
import { freshInstallation, type Installation } from './installation'
import { openOffice, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
const ORIGIN = 'http://localhost'
beforeAll(async () => { at = await freshInstallation({ demo: false }); o = await openOffice(at, 2) })
afterAll(() => at.close())

const password = 'a long password 1'
const add = async (person: Person, device: Authenticator, name: string, slips: Slips = {}) => {
  const { options } = await person.ask(beginPasskey)
  return { body: { name, response: device.create(options, slips) } }
}
/** With a device that holds a new passkey of this person. */
const withPasskey = async (person: Person, name = '办公室电脑'): Promise<Authenticator> => {
  const device = new Authenticator(ORIGIN)
  await person.ask(addPasskey, await add(person, device, name))
  return device
}
const comesIn = async (device: Authenticator, slips: Slips = {}, visitor = new Person(at.origin)) => {
  const { options } = await visitor.ask(beginPasskeySignIn)
  const request = { body: { response: device.get(options, slips) } }
  return { visitor, request, answer: await visitor.send(signInByPasskey, request) }
}
const prove = (login: string) => at.services.db.rows(`UPDATE sessions SET proved_at = clock_timestamp() WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`, [login])
const age = (login: string) => at.services.db.rows(`UPDATE sessions SET proved_at = clock_timestamp() - interval '11 minutes' WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`, [login])

describe('signing in', () => {
  test('instead of login, password and code; its last use and a name show in the account', async () => {
    const device = await withPasskey(o.office)
    const { visitor, answer } = await comesIn(device)
    expect([answer.status, JSON.parse(answer.text), (await visitor.ask(readSession)).person?.login]).toEqual([200, { next: 'done' }, 'zheng'])
    const { passkeys } = await visitor.ask(readAccount)
    expect(passkeys.map((p) => [p.name, p.synced, p.lastUsedAt !== null])).toEqual([['办公室电脑', false, true]])
  })

  test('what is wrong, foreign, unverified, copied or of another address is told alike, and lets nobody in', async () => {
    const device = await withPasskey(o.units[0]!.approver)
    const wrongs: Slips[] = [{ otherKey: true }, { unverified: true }, { origin: 'https://xuanshu.example.org' }, { rpId: 'example.org' }, { counter: 1 }, { challenge: Buffer.alloc(40, 7).toString('base64url') }]
    const answers = []
    for (const slips of wrongs) {
      const { visitor, answer } = await comesIn(device, slips)
      answers.push([answer.status, (JSON.parse(answer.text) as { words: { zh: string } }).words.zh, (await visitor.ask(readSession)).signedIn])
    }
    const stranger = new Authenticator(ORIGIN)
    stranger.create({ challenge: '', rp: { id: 'localhost' }, user: { id: '' } })
    const unknown = await comesIn(stranger)
    answers.push([unknown.answer.status, (JSON.parse(unknown.answer.text) as { words: { zh: string } }).words.zh, false])
    expect(new Set(answers.map((a) => JSON.stringify(a)))).toEqual(new Set([JSON.stringify([401, answers[0]![1], false])]))
    expect((await comesIn(device, { counter: 50 })).answer.status).toBe(200)
  })

  test('an answer serves once, for whoever caught it', async () => {
    const device = await withPasskey(o.units[1]!.approver)
    const { request, answer } = await comesIn(device, { counter: 0 })
    // A counter that went back.
    expect(answer.status).toBe(401)
    const again = await comesIn(device, { counter: 9 })
    expect([again.answer.status, (await new Person(at.origin).send(signInByPasskey, again.request)).status, (await new Person(at.origin).send(signInByPasskey, request)).status]).toEqual([200, 401, 401])
  })

  test('a device without a counter stays welcome, its answers serve once all the same', async () => {
    const device = new Authenticator(ORIGIN)
    await o.units[0]!.clerk.ask(addPasskey, await add(o.units[0]!.clerk, device, '手机', { counter: 0 }))
    const first = await comesIn(device, { counter: 0 })
    const second = await comesIn(device, { counter: 0 })
    expect([first.answer.status, second.answer.status, (await new Person(at.origin).send(signInByPasskey, second.request)).status]).toEqual([200, 200, 401])
    // Mutant: a server that forgets what it was answered lets the thief in.
    await at.services.db.rows(`DELETE FROM spent_tokens`)
    expect((await new Person(at.origin).send(signInByPasskey, second.request)).status).toBe(200)
  })

  test('a challenge ends after minutes, and is good for what it was asked for', async () => {
    const device = await withPasskey(o.second)
    const { options } = await o.second.ask(beginPasskey)
    // A challenge for adding signs nobody in.
    const visitor = new Person(at.origin)
    expect((await visitor.send(signInByPasskey, { body: { response: device.get({ challenge: (options as { challenge: string }).challenge, rpId: 'localhost' }) } })).status).toBe(401)
    const old = JSON.parse(at.services.keys.open(Buffer.from((await visitor.ask(beginPasskeySignIn)).options['challenge'] as string, 'base64url')).toString()) as { until: number }
    const expired = at.services.keys.seal(Buffer.from(JSON.stringify({ ...old, until: Date.now() - 1 }))).toString('base64url')
    expect((await visitor.send(signInByPasskey, { body: { response: device.get({ challenge: expired, rpId: 'localhost' }) } })).status).toBe(401)
  })

  test('guessed passwords lock the password out, not the passkey', async () => {
    const device = await withPasskey(o.units[1]!.clerk)
    for (let i = 0; i < 5; i++) await new Person(at.origin).refused(signIn, { body: { login: 'clerk2', password: 'another password' } })
    expect((await new Person(at.origin).refused(signIn, { body: { login: 'clerk2', password } })).status).toBe(423)
    expect((await comesIn(device)).answer.status).toBe(200)
  })
})

describe('the account', () => {
  test('who holds a session but proved nothing for ten minutes adds and removes nothing', async () => {
    const device = await withPasskey(o.second, '第一个')
    const { passkeys } = await o.second.ask(readAccount)
    await age('heqing')
    const answers = [await o.second.refused(beginPasskey), await o.second.refused(removePasskey, { params: { passkeyId: passkeys[0]!.passkeyId } }), await o.second.refused(beginSecondFactor)]
    expect(answers.map((a) => [a.status, a.problem.error])).toEqual(answers.map(() => [403, 'proofNeeded']))
    // Proved by the passkey, it is open again.
    const { options } = await o.second.ask(beginPasskeySignIn)
    await o.second.ask(provePasskey, { body: { response: device.get(options) } })
    await o.second.ask(beginPasskey)
  })

  test('a password alone proves nothing where there is a code, and the wrong code counts as a guess', async () => {
    await age('approver1')
    const { approver } = o.units[0]!
    expect([(await approver.refused(proveAgain, { body: { password } })).status, (await approver.refused(proveAgain, { body: { password, code: '000000' } })).status, (await approver.refused(proveAgain, { body: { password: 'another password', code: '000000' } })).status]).toEqual([400, 401, 401])
    expect((await approver.ask(readAccount)).proof).toEqual({ fresh: false, password: true, code: true, passkey: true, oidc: false })
  })

  test('another’s passkey is absent, as one that never was', async () => {
    const [mine] = (await o.office.ask(readAccount)).passkeys
    const [foreign, never] = [await o.second.refused(removePasskey, { params: { passkeyId: mine!.passkeyId } }), await o.second.refused(removePasskey, { params: { passkeyId: '01890000-0000-7000-8000-000000000000' } })]
    expect([foreign.status, { ...foreign.problem, trace: '' }]).toEqual([404, { ...never.problem, trace: '' }])
    expect((await o.second.refused(renamePasskey, { params: { passkeyId: mine!.passkeyId }, body: { name: '别人的' } })).status).toBe(404)
    await o.office.ask(renamePasskey, { params: { passkeyId: mine!.passkeyId }, body: { name: '值班室电脑' } })
    expect((await o.office.ask(readAccount)).passkeys.map((p) => p.name)).toEqual(['值班室电脑'])
  })

  test('the same key twice, another page’s answer and one without the person’s check are not taken', async () => {
    const device = new Authenticator(ORIGIN)
    const request = await add(o.office, device, '甲')
    await o.office.ask(addPasskey, request)
    expect([(await o.office.refused(addPasskey, request)).status, (await o.office.refused(addPasskey, await add(o.office, device, '乙', { origin: 'https://evil.example' }))).status, (await o.office.refused(addPasskey, await add(o.office, device, '丙', { unverified: true }))).status]).toEqual([400, 400, 400])
    // Begun by one, finished by another.
    const { options } = await o.office.ask(beginPasskey)
    expect((await o.units[0]!.clerk.refused(addPasskey, { body: { name: '丁', response: device.create(options) } })).status).toBe(400)
  })

  test('whoever has a passkey and no code is never asked to set up a first factor by password alone', async () => {
    await at.services.db.rows(`UPDATE accounts SET totp_secret = NULL, totp_confirmed_at = NULL WHERE login = 'approver2'`)
    const thief = new Person(at.origin)
    expect((await thief.ask(signIn, { body: { login: 'approver2', password } })).next).toBe('secondFactor')
    expect((await thief.ask(readSession)).secondWays).toEqual(['passkey'])
    const answers = [await thief.refused(beginSecondFactor), await thief.refused(confirmSecondFactor, { body: { code: '000000' } }), await thief.refused(enterSecondFactor, { body: { code: '000000' } }), await thief.refused(readAccount)]
    expect(answers.map((a) => [a.status, a.problem.error])).toEqual([[403, 'proofNeeded'], [403, 'proofNeeded'], [409, 'conflict'], [401, 'secondFactorNeeded']])
  })

  test('the last second step of a role that needs one is not taken away', async () => {
    await prove('approver1')
    const device = await comesIn(await withPasskey(o.units[0]!.approver, '第二个'))
    const { passkeys } = await device.visitor.ask(readAccount)
    await at.services.db.rows(`UPDATE accounts SET totp_secret = NULL, totp_confirmed_at = NULL WHERE login = 'approver1'`)
    await device.visitor.ask(removePasskey, { params: { passkeyId: passkeys[0]!.passkeyId } })
    expect((await device.visitor.refused(removePasskey, { params: { passkeyId: passkeys[1]!.passkeyId } })).codes).toEqual(['account.lastSecondFactor'])
  })

  test('every change is told to the person and stands in the ledger, without names', async () => {
    const { organisation } = (await at.services.db.row<{ organisation: string }>(`SELECT organisation_id AS organisation FROM installation`))!
    const before = (await readHead(at.services.db, organisation)).position
    await withPasskey(o.office, '张三的手机')
    const rows = await at.services.db.rows<{ entry: { act: string; data: unknown } }>(`SELECT entry FROM ledger_entries WHERE chain_id = $1 AND position > $2`, [organisation, before])
    expect(rows.map(({ entry }) => [entry.act, entry.data])).toEqual([['account.wayChanged', { what: 'passkeyAdded' }]])
    // Told where it was not made.
    const elsewhere = (await comesIn(await withPasskey(o.second))).visitor
    expect((await elsewhere.ask(readSession)).news.some((n) => n.kind === 'passkeyAdded')).toBe(true)
    expect((await o.office.ask(readSession)).news.filter((n) => n.say.zh.includes('张三的手机'))).toEqual([])
  })
})

test('under an address where browsers offer no passkeys, it says so', async () => {
  const [address, service] = ['http://10.0.0.7:8090', at.services as { origin: string }]
  const before = service.origin
  service.origin = address
  const refused = await new Person(at.origin).refused(beginPasskeySignIn)
  const said = await new Person(at.origin).ask(readSession)
  service.origin = before
  expect([refused.status, refused.problem.error, said.signInBy.passkeys]).toEqual([403, 'notAllowed', false])
})
