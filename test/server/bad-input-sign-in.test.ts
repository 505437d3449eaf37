/** Guesses are counted and end; a one-time code serves once; the demo's doors exist in a demo only. */
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginSecondFactor, confirmSecondFactor, demoCards, enterDemo, enterSecondFactor, lookAtActivation, activate, moveClock, readSession, setUp, signIn } from '#contract/operations/sign-in'
import { inviteAccount } from '#contract/operations/organisations'
import { freshInstallation, type Installation } from './installation'
import { openOffice, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
/** By login: the secret, and the instant of the set-up, from which codes are counted: a step may end between two calls. */
const secrets = new Map<string, { readonly secret: Secret; readonly at: number }>()
beforeAll(async () => { at = await freshInstallation({ demo: false }); o = await openOffice(at, 1) })
afterAll(() => at.close())

const password = 'a long password 1'
const right = (login: string) => ({ body: { login, password } })
const wrong = (login: string) => ({ body: { login, password: 'another password' } })
/** An account with its second factor set up; its secret is kept for later codes. */
const person = async (login: string): Promise<Person> => {
  const { code } = await o.office.ask(inviteAccount, { body: { personName: login, login, role: 'office' } })
  const p = new Person(at.origin, login)
  await p.ask(activate, { body: { code, password } })
  const { secret } = await p.ask(beginSecondFactor)
  secrets.set(login, { secret: Secret.fromBase32(secret), at: Date.now() })
  await p.ask(confirmSecondFactor, { body: { code: codeAt(login) } })
  return p
}
const codeAt = (login: string, shift = 0): string => {
  const { secret, at: from } = secrets.get(login)!
  return new TOTP({ secret }).generate({ timestamp: from + shift * 30_000 })
}

test('an unknown login and a wrong password are told alike', async () => {
  const [unknown, known] = [await new Person(at.origin).refused(signIn, wrong('nobody')), await new Person(at.origin).refused(signIn, wrong('zheng'))]
  expect([unknown.status, { ...unknown.problem, trace: '' }]).toEqual([known.status, { ...known.problem, trace: '' }])
})

test('five wrong passwords lock the account, also for the right one', async () => {
  await person('careless')
  const answers: number[] = []
  for (let i = 0; i < 6; i++) answers.push((await new Person(at.origin).refused(signIn, wrong('careless'))).status)
  expect(answers).toEqual([401, 401, 401, 401, 401, 423])
  expect((await new Person(at.origin).refused(signIn, right('careless'))).problem.error).toBe('locked')
})

test('a right password in between does not give new guesses at the code', async () => {
  await person('guessed')
  const answers: number[] = []
  for (let i = 0; i < 6; i++) {
    const thief = new Person(at.origin)
    if ((await thief.send(signIn, right('guessed'))).status === 423) { answers.push(423); continue }
    answers.push((await thief.refused(enterSecondFactor, { body: { code: '000000' } })).status)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  expect([answers.slice(0, 5), answers[5]]).toEqual([[401, 401, 401, 401, 401], 423])
})

test('a one-time code serves once, for whoever has it', async () => {
  await person('twice')
  const [one, other] = [new Person(at.origin), new Person(at.origin)]
  for (const p of [one, other]) expect((await p.ask(signIn, right('twice'))).next).toBe('secondFactor')
  // The step of the set-up is used; the next one is accepted early.
  expect((await one.refused(enterSecondFactor, { body: { code: codeAt('twice') } })).status).toBe(401)
  await one.ask(enterSecondFactor, { body: { code: codeAt('twice', 1) } })
  expect((await other.refused(enterSecondFactor, { body: { code: codeAt('twice', 1) } })).status).toBe(401)
  expect([(await one.ask(readSession)).next, (await other.ask(readSession)).next]).toEqual(['done', 'secondFactor'])
})

test('an activation code serves once, and a wrong one opens nothing', async () => {
  const { code } = await o.office.ask(inviteAccount, { body: { personName: '新人', login: 'newcomer', role: 'juror' } })
  expect((await new Person(at.origin).refused(activate, { body: { code, password: 'short' } })).status).toBe(400)
  await new Person(at.origin).ask(activate, { body: { code, password } })
  const again = await new Person(at.origin).refused(activate, { body: { code, password: 'my own password' } })
  const never = await new Person(at.origin).refused(lookAtActivation, { body: { code: 'AAAA-BBBB-CCCC' } })
  expect([again.status, never.status]).toEqual([404, 404])
})

test('the first set-up happens once, even with the right key', async () => {
  const again = await new Person(at.origin).refused(setUp, { body: { key: at.services.setUpKey!, organisation: { name: '冒名单位' }, person: { name: '冒名', login: 'thief', password } } })
  expect([again.status, await at.services.db.rows(`SELECT 1 FROM accounts WHERE login = 'thief'`)]).toEqual([404, []])
})

test('outside a demo there are no cards and no clock to move; the database says so a second time', async () => {
  const anybody = new Person(at.origin)
  const answers = [await anybody.send(demoCards), await anybody.send(enterDemo, { body: { card: 'office' } }), await o.office.send(moveClock, { body: { to: Date.now() + 86_400_000 } })]
  expect(answers.map((a) => a.status)).toEqual([404, 404, 404])
  await expect(at.services.db.rows(`UPDATE installation SET clock_offset_ms = 1`)).rejects.toThrow('clock_moves_in_demo_only')
})
