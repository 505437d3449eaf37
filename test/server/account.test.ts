/** 我的账号: sessions, password, recovery codes; every change asks for a fresh proof and is told to its person wherever there is a way. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changePassword, endOtherSessions, endSession, makeRecoveryCodes, proveAgain, readAccount, removeTotp, seeNews } from '#contract/operations/account'
import { inviteAccount } from '#contract/operations/organisations'
import { activate, beginSecondFactor, confirmSecondFactor, enterRecoveryCode, enterSecondFactor, readSession, signIn } from '#contract/operations/sign-in'
import { freshInstallation, type Installation } from './installation'
import { openOffice, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
beforeAll(async () => { at = await freshInstallation({ demo: false }); o = await openOffice(at, 2) })
afterAll(() => at.close())

const password = 'a long password 1'
const sql = (text: string, params: readonly unknown[] = []) => at.services.db.rows(text, params)
const age = (login: string) => sql(`UPDATE sessions SET proved_at = clock_timestamp() - interval '11 minutes' WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`, [login])
/** The code of an account at this moment or a step later: one that was not used yet. */
const codeOf = async (login: string): Promise<string> => {
  const row = (await at.services.db.row<{ secret: Buffer; last: number }>(`SELECT totp_secret AS secret, totp_last_step AS last FROM accounts WHERE login = $1`, [login]))!
  const secret = Secret.fromBase32(at.services.keys.open(row.secret).toString())
  return new TOTP({ secret }).generate({ timestamp: Math.max(Date.now(), (row.last + 1) * 30_000) })
}
const signedIn = async (login: string): Promise<Person> => {
  await sql(`UPDATE accounts SET totp_last_step = 0 WHERE login = $1`, [login])
  const person = new Person(at.origin, login)
  await person.ask(signIn, { body: { login, password } })
  await person.ask(enterSecondFactor, { body: { code: await codeOf(login) } })
  return person
}

describe('sessions', () => {
  test('each is told by device and times, and by no address; the one that asks stands first', async () => {
    const phone = new Person(at.origin)
    await phone.raw('POST', '/api/session', { login: 'clerk1', password }, { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1' })
    const { sessions } = await phone.ask(readAccount)
    expect(sessions.map((s) => [s.device.zh, s.here])).toEqual([['iPhone Safari', true], ['不认识的设备', false]])
    const kept = JSON.stringify(await sql(`SELECT row_to_json(s) AS row FROM sessions s`))
    expect(/127\.0\.0\.1|::1|18_0|Mozilla/.test(kept)).toBe(false)
  })
  test('one ends, then all others; who was in there is out at the next step', async () => {
    const { clerk } = o.units[0]!
    const [a, b] = [new Person(at.origin), new Person(at.origin)]
    for (const p of [a, b]) await p.ask(signIn, { body: { login: 'clerk1', password } })
    const line = (await a.ask(readAccount)).sessions.find((s) => s.here)!
    await clerk.ask(endSession, { params: { sessionId: line.sessionId } })
    expect([(await a.send(readAccount)).status, (await b.send(readAccount)).status]).toEqual([401, 200])
    expect((await clerk.ask(endOtherSessions)).ended).toBe(2)
    expect([(await b.send(readAccount)).status, (await clerk.send(readAccount)).status]).toEqual([401, 200])
  })
  test('another’s session is absent, as one that never was', async () => {
    const foreign = (await o.units[1]!.clerk.ask(readAccount)).sessions[0]!
    const answers = [await o.units[0]!.clerk.refused(endSession, { params: { sessionId: foreign.sessionId } }), await o.units[0]!.clerk.refused(endSession, { params: { sessionId: '01890000-0000-7000-8000-000000000000' } })]
    expect(answers.map((a) => ({ ...a.problem, trace: '' }))).toEqual([{ ...answers[1]!.problem, trace: '' }, { ...answers[1]!.problem, trace: '' }])
    expect((await o.units[1]!.clerk.send(readAccount)).status).toBe(200)
  })
  test('signing in anew ends the session this browser had', async () => {
    const { clerk } = o.units[1]!
    const before = clerk.token
    await clerk.ask(signIn, { body: { login: 'clerk2', password } })
    expect([(await new Person(at.origin).holding(before).ask(readSession)).signedIn, (await clerk.ask(readSession)).signedIn]).toEqual([false, true])
  })
})

describe('the password', () => {
  test('is changed by who proved himself just now; every other session ends and the old one opens nothing', async () => {
    const { clerk } = o.units[0]!
    await age('clerk1')
    expect((await clerk.refused(changePassword, { body: { password: 'another long one' } })).problem.error).toBe('proofNeeded')
    expect((await clerk.refused(proveAgain, { body: { password: 'not this one' } })).status).toBe(401)
    const elsewhere = new Person(at.origin)
    await elsewhere.ask(signIn, { body: { login: 'clerk1', password } })
    await clerk.ask(proveAgain, { body: { password } })
    await clerk.ask(changePassword, { body: { password: 'another long one' } })
    expect([(await elsewhere.send(readAccount)).status, (await new Person(at.origin).refused(signIn, { body: { login: 'clerk1', password } })).status, (await new Person(at.origin).send(signIn, { body: { login: 'clerk1', password: 'another long one' } })).status]).toEqual([401, 401, 200])
  })
  test('guesses at it from an open session are counted like any other', async () => {
    await age('approver1')
    const { approver } = o.units[0]!
    const answers: number[] = []
    for (let i = 0; i < 6; i++) answers.push((await approver.refused(proveAgain, { body: { password: 'not this one', code: '000000' } })).status)
    expect([answers, (await new Person(at.origin).refused(signIn, { body: { login: 'approver1', password } })).status]).toEqual([[401, 401, 401, 401, 401, 423], 423])
    await sql(`UPDATE accounts SET failures = 0, locked_until = NULL WHERE login = 'approver1'`)
  })
})

describe('the one-time code', () => {
  test('moves to another phone: until the new one is confirmed the old one holds', async () => {
    const person = await signedIn('heqing')
    const { secret } = await person.ask(beginSecondFactor)
    await signedIn('heqing')
    await person.ask(confirmSecondFactor, { body: { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() } })
    const kept = at.services.keys.open((await at.services.db.row<{ secret: Buffer }>(`SELECT totp_secret AS secret FROM accounts WHERE login = 'heqing'`))!.secret).toString()
    expect(kept).toBe(secret)
    await age('heqing')
    expect((await person.refused(beginSecondFactor)).problem.error).toBe('proofNeeded')
  })
  test('is not taken away from a role that needs it; from a clerk it is', async () => {
    expect((await (await signedIn('heqing')).refused(removeTotp)).codes).toEqual(['account.lastSecondFactor'])
    const { clerk } = o.units[1]!
    await clerk.setUpSecondFactor()
    expect((await clerk.ask(readAccount)).totpSince).toBeTypeOf('number')
    await clerk.ask(removeTotp)
    expect((await clerk.ask(readAccount)).totpSince).toBeNull()
  })
  test('a clerk who has one proves both before a change, although the role signs in with one step', async () => {
    const { clerk } = o.units[1]!
    await clerk.setUpSecondFactor()
    const thief = new Person(at.origin)
    expect((await thief.ask(signIn, { body: { login: 'clerk2', password } })).next).toBe('done')
    expect((await thief.refused(changePassword, { body: { password: 'of the thief 1' } })).problem.error).toBe('proofNeeded')
  })
})

describe('recovery codes', () => {
  let codes: readonly string[]
  test('ten, shown once; the database holds hashes that only the installation’s key makes', async () => {
    const office = await signedIn('zheng')
    ;({ codes } = await office.ask(makeRecoveryCodes))
    expect([codes.length, new Set(codes).size, codes.every((c) => /^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/.test(c))]).toEqual([10, 10, true])
    const kept = JSON.stringify(await sql(`SELECT encode(hash, 'hex') AS hash, row_to_json(r) AS row FROM recovery_codes r`))
    expect(codes.some((c) => kept.includes(c) || kept.includes(c.replaceAll('-', '')))).toBe(false)
    expect((await office.ask(readAccount)).recoveryCodes?.left).toBe(10)
  })
  test('one follows the password instead of the code, once; a wrong one counts as a guess', async () => {
    const lost = new Person(at.origin)
    expect((await lost.refused(enterRecoveryCode, { body: { code: codes[0]! } })).status).toBe(401)
    await lost.ask(signIn, { body: { login: 'zheng', password } })
    expect((await lost.ask(readSession)).secondWays).toEqual(['totp', 'recoveryCode'])
    expect((await lost.refused(enterRecoveryCode, { body: { code: 'AAAA-BBBB-CCCC' } })).status).toBe(401)
    expect(await lost.ask(enterRecoveryCode, { body: { code: codes[0]!.toLowerCase().replaceAll('-', ' ') } })).toEqual({ left: 9 })
    const again = new Person(at.origin)
    await again.ask(signIn, { body: { login: 'zheng', password } })
    expect((await again.refused(enterRecoveryCode, { body: { code: codes[0]! } })).status).toBe(401)
    // With it the phone is replaced at once.
    await lost.ask(beginSecondFactor)
  })
  test('those of another account open nothing, and new ones make the old void', async () => {
    const office = await signedIn('zheng')
    const other = new Person(at.origin)
    await other.ask(signIn, { body: { login: 'heqing', password } })
    expect((await other.refused(enterRecoveryCode, { body: { code: codes[1]! } })).status).toBe(401)
    const made = await office.ask(makeRecoveryCodes)
    const lost = new Person(at.origin)
    await lost.ask(signIn, { body: { login: 'zheng', password } })
    expect([(await lost.refused(enterRecoveryCode, { body: { code: codes[1]! } })).status, (await lost.ask(enterRecoveryCode, { body: { code: made.codes[1]! } })).left]).toEqual([401, 9])
  })
  test('guesses end with the account locked, also for a right code', async () => {
    const { codes: own } = await (await signedIn('heqing')).ask(makeRecoveryCodes)
    const thief = new Person(at.origin)
    await sql(`UPDATE accounts SET failures = 0 WHERE login = 'heqing'`)
    await thief.ask(signIn, { body: { login: 'heqing', password } })
    const answers: number[] = []
    for (let i = 0; i < 6; i++) {
      answers.push((await thief.refused(enterRecoveryCode, { body: { code: 'AAAA-BBBB-CCCC' } })).status)
      await pause(60)
    }
    expect([answers.slice(0, 5), answers[5], (await thief.refused(enterRecoveryCode, { body: { code: own[0]! } })).status]).toEqual([[401, 401, 401, 401, 401], 423, 423])
  })
  test('without a second step there is nothing they could stand in for', async () => {
    const { code } = await o.office.ask(inviteAccount, { body: { personName: '未绑定', login: 'unbound', role: 'juror' } })
    const juror = new Person(at.origin)
    await juror.ask(activate, { body: { code, password } })
    expect((await juror.refused(enterRecoveryCode, { body: { code: 'AAAA-BBBB-CCCC' } })).status).toBe(401)
    expect((await o.units[0]!.clerk.refused(makeRecoveryCodes)).codes).toEqual(['recovery.noSecondFactor'])
  })
})

describe('what changed is told', () => {
  const letters = async (): Promise<string[]> => {
    const folder = join(at.dataDir, 'outbox')
    const files = (await readdir(folder).catch(() => [])).filter((f) => f.endsWith('.eml'))
    return Promise.all(files.map(async (f) => { const eml = await readFile(join(folder, f), 'utf8'); return `${/^To: (.*)$/m.exec(eml)?.[1]}\n${Buffer.from(eml.slice(eml.indexOf('\r\n\r\n')).replaceAll('\r\n', ''), 'base64').toString()}` }))
  }
  test('by a letter, where the login is an address; nothing in it opens anything', async () => {
    const { code } = await o.office.ask(inviteAccount, { body: { personName: '沈若川', login: 'shen@example.org', role: 'office' } })
    const person = await new Person(at.origin).activate(code)
    await person.ask(changePassword, { body: { password: 'another long one' } })
    const { codes } = await person.ask(makeRecoveryCodes)
    let sent: string[] = []
    for (const end = Date.now() + 15_000; sent.length < 3 && Date.now() < end;) { await pause(100); sent = await letters() }
    expect(sent.map((l) => l.split('\n')[0]).toSorted()).toEqual(['shen@example.org', 'shen@example.org', 'shen@example.org'])
    expect(['绑定了动态口令', '密码改过了', '生成了新的恢复码'].map((words) => sent.some((l) => l.includes(words)))).toEqual([true, true, true])
    expect(sent.some((l) => l.includes(code) || codes.some((c) => l.includes(c)) || l.includes('another long one'))).toBe(false)
  })
  test('in the product, to every session but the one that did it, until it was seen', async () => {
    await sql(`UPDATE accounts SET failures = 0, locked_until = NULL`)
    const [one, other] = [await signedIn('zheng'), await signedIn('zheng')]
    await one.ask(makeRecoveryCodes)
    const told = (await other.ask(readSession)).news.filter((n) => n.kind === 'codesMade')
    expect([told.length > 0, (await one.ask(readSession)).news.some((n) => n.newsId === told[0]!.newsId)]).toEqual([true, false])
    // Somebody else marks nothing as seen.
    await o.units[0]!.clerk.ask(seeNews, { body: { newsIds: told.map((n) => n.newsId) } })
    expect((await other.ask(readSession)).news.length).toBeGreaterThan(0)
    await other.ask(seeNews, { body: { newsIds: (await other.ask(readSession)).news.map((n) => n.newsId) } })
    expect((await other.ask(readSession)).news).toEqual([])
  })
})
