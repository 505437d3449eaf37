/** One person with several roles: picks one on coming in, sees its pages only, and changes it in the bar; somebody with one is never asked. */
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { PASSWORD, PHONE, Visitor } from './people'
import { at, browser, o, play, shot, WIDE } from './play'

play({ units: 2, installation: { demo: false } }, async () => {
  // An account of the first unit is approver of the second as well: how that came about is not what is played.
  await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) SELECT gen_random_uuid(), a.id, (SELECT id FROM organisations WHERE code = 'U2'), 'unitApprover' FROM accounts a WHERE a.login = 'clerk1'`)
  await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) SELECT gen_random_uuid(), a.id, m.organisation_id, 'juror' FROM accounts a, memberships m JOIN accounts z ON z.id = m.account_id AND z.login = 'zheng' WHERE a.login = 'clerk1'`)
  expect(o.units.length).toBe(2)
})
const signIn = async (who: Visitor, login: string, path: string): Promise<void> => {
  await who.open(path)
  await who.fillAll({ 账号: login, 密码: PASSWORD })
  await who.press('登录选树')
}
const look = async (who: Visitor, name: string): Promise<void> => {
  await who.keepsNobodyOut()
  const size = who.page.viewportSize()!
  for (const wide of [PHONE, WIDE]) {
    await who.page.setViewportSize(wide)
    await who.fitsPhone()
    await shot(who, `roles-${name}`)
  }
  await who.page.setViewportSize(size)
}
/** The area by its address, whatever stands behind it. */
const comesTo = (who: Visitor, area: string) => who.page.waitForURL((url) => url.pathname === area)
const roleNow = (who: Visitor) => who.page.getByLabel('选用角色').locator('option:checked').innerText()

test('several roles: one is picked on coming in, and is changed in the bar', async () => {
  const person = await Visitor.arrive(browser, at.origin, PHONE)
  await signIn(person, 'clerk1', `/sign-in?to=${encodeURIComponent('/unit/leads')}`)
  // One of the roles asks for a second factor, so the person has one before any of them begins.
  await person.bindAuthenticator()
  await person.sees('这次用哪个角色', '您有几个角色，一次用一个；以后在页面上方随时可以换。')
  await look(person, 'pick')
  expect((await person.page.locator('.pick-role button').allInnerTexts()).map((t) => t.replace(/\s+/g, ' ')).sort()).toEqual(['审核人 示例单位2', '经办人 示例单位1', '评委 云川省医学会（示例）'].sort())
  await person.page.getByRole('button', { name: /^经办人/ }).click()
  await comesTo(person, '/unit/leads')
  await person.page.setViewportSize(WIDE)
  expect(await roleNow(person)).toContain('经办人')
  await person.page.getByLabel('选用角色').selectOption({ label: '评委　云川省医学会（示例）' })
  await comesTo(person, '/jury')
  await look(person, 'bar')
  // Nobody is asked again by a reload, or by going to the page of signing in.
  await person.lookAgain()
  expect(await roleNow(person)).toContain('评委')
  await person.open('/sign-in')
  await comesTo(person, '/jury')
  await person.page.getByLabel('选用角色').selectOption({ label: '审核人　示例单位2' })
  await comesTo(person, '/unit')
  expect(await roleNow(person)).toContain('审核人')
  await person.leave()
})

test('where one was going holds only where the role picked may go', async () => {
  const person = await Visitor.arrive(browser, at.origin, PHONE)
  await signIn(person, 'clerk1', `/sign-in?to=${encodeURIComponent('/unit/leads')}`)
  const { secret } = (await at.services.db.row<{ secret: Buffer }>(`UPDATE accounts SET totp_last_step = 0 WHERE login = 'clerk1' RETURNING totp_secret AS secret`))!
  await person.fill('动态口令', new TOTP({ secret: Secret.fromBase32(at.services.keys.open(secret).toString()) }).generate())
  await person.press('核对口令')
  await person.page.getByRole('button', { name: /^评委/ }).click()
  await comesTo(person, '/jury')
  await person.leave()
})

test('from the first page it is the same; who has one role is not asked', async () => {
  const person = await Visitor.arrive(browser, at.origin, PHONE)
  await signIn(person, 'clerk2', '/')
  await comesTo(person, '/unit')
  await person.leave()
})
