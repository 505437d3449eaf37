/** Signing in as people do it: by fingerprint or security key (Chromium's own virtual authenticator), by the sign-in of their organisation (a real provider), by a printed code; and again, over the page on which the session ended. */
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { mkdir, writeFile } from 'node:fs/promises'
import { Secret, TOTP } from 'otpauth'
import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { inviteAccount, listOrganisations, setEmail } from '#contract/operations/organisations'
import { beginSession } from '#server/store/sessions'
import { freshInstallation, type Installation } from '../server/installation'
import { identityProvider, type IdentityProvider } from '../server/identity-provider'
import { openOffice, openProvincial, type Office } from '../server/office'
import { Person } from '../server/person'
import { haveWebBuilt } from './built-web'
import { openChromium } from './chromium'
import { pdfPages } from './pdf-text'
import { PASSWORD, PHONE, Visitor } from './people'

let at: Installation
let o: Office
let idp: IdentityProvider
let browser: Browser
/** Passkeys and the way back from a provider belong to a name and a port. */
let home: string
beforeAll(async () => {
  await haveWebBuilt()
  const port = await freePort()
  home = `http://localhost:${port}`
  idp = await identityProvider(`${home}/sign-in/back`)
  at = await freshInstallation({ demo: false, port, oidc: idp.settings })
  o = await openOffice(at, 2)
  browser = await openChromium()
  if (shots !== undefined) await mkdir(shots, { recursive: true })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await at?.close()
  await idp?.away()
})

const freePort = (): Promise<number> => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => { const { port } = probe.address() as AddressInfo; probe.close(() => { resolve(port) }) })
})
const shots = process.env['XUANSHU_SCREENSHOTS']
const shoot = async (v: Visitor, name: string): Promise<void> => {
  await v.keepsNobodyOut()
  const size = v.page.viewportSize()!
  await v.page.setViewportSize({ width: 320, height: size.height })
  const tooWide = await v.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (tooWide > 1) throw new Error(`${name} is ${tooWide} px too wide for 320`)
  for (const width of shots === undefined ? [] : [1440, 375]) {
    await v.page.setViewportSize({ width, height: width > 500 ? 900 : 812 })
    await v.page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
    await v.page.screenshot({ path: join(shots!, `sign-in-${name}-${width}.png`), fullPage: true })
  }
  await v.page.setViewportSize(size)
}

const arrive = (viewport?: { width: number; height: number }) => Visitor.arrive(browser, home, viewport)
/** Somebody who signed in a moment ago, in a browser of his own. */
const signedIn = async (login: string, viewport?: { width: number; height: number }) => {
  const seat = (await at.services.db.row<{ account: string; membership: string }>(`SELECT a.id AS account, m.id AS membership FROM accounts a JOIN memberships m ON m.account_id = a.id WHERE a.login = $1`, [login]))!
  return (await arrive(viewport)).holding(await beginSession(at.services.db, seat.account, seat.membership, true, { how: 'password', device: 'Windows Edge' }))
}
const tokenOf = async (v: Visitor): Promise<string> => (await v.page.context().cookies(home)).find((c) => c.name === 'xuanshu_session')!.value
const sql = (text: string, params: readonly unknown[] = []) => at.services.db.rows(text, params)
const age = (login: string) => sql(`UPDATE sessions SET proved_at = clock_timestamp() - interval '11 minutes' WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`, [login])
const endSessions = (login: string) => sql(`DELETE FROM sessions WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`, [login])
/** As the phone shows it, at this moment or a step later. */
const codeOf = async (login: string): Promise<string> => {
  const { secret, last } = (await at.services.db.row<{ secret: Buffer; last: number }>(`SELECT totp_secret AS secret, totp_last_step AS last FROM accounts WHERE login = $1`, [login]))!
  return new TOTP({ secret: Secret.fromBase32(at.services.keys.open(secret).toString()) }).generate({ timestamp: Math.max(Date.now(), (last + 1) * 30_000) })
}
const forgetStep = (login: string) => sql(`UPDATE accounts SET totp_last_step = 0 WHERE login = $1`, [login])
const withPassword = async (v: Visitor, login: string): Promise<void> => {
  await forgetStep(login)
  await v.open('/sign-in')
  await v.fillAll({ 账号: login, 密码: PASSWORD })
  await v.press('登录选树')
}
/** A device that checks a fingerprint, and holds keys. */
const device = async (v: Visitor, verifies = true): Promise<{ cdp: CDPSession; authenticatorId: string }> => {
  const cdp = await v.page.context().newCDPSession(v.page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: verifies, automaticPresenceSimulation: true } })
  return { cdp, authenticatorId }
}

describe('by fingerprint, face or security key', () => {
  test('added once, it signs in with one touch; without the person’s check nobody comes in', async () => {
    const office = await signedIn('zheng')
    const { cdp, authenticatorId } = await device(office)
    await office.open('/account')
    await office.sees('我的账号', '登录办法', '登录中的设备')
    await shoot(office, 'account')
    await office.press('添加通行密钥')
    await office.sees('指纹和面容只留在设备里', /给它起个名字/)
    await office.fill('给它起个名字', '办公室电脑', office.dialog())
    await shoot(office, 'passkey-add')
    await office.press('请设备核对并添加', office.dialog())
    await office.sees('已添加“办公室电脑”，下次可以用它登录', '办公室电脑', '还没有用过')
    await shoot(office, 'account-passkey')
    // Added a second time, the device says that it has one.
    await office.press('添加通行密钥')
    await office.press('请设备核对并添加', office.dialog())
    await office.sees('这台设备里已经有本账号的通行密钥')
    await shoot(office, 'passkey-known')
    await office.press('先不', office.dialog())
    await office.press('退出')
    await office.page.waitForURL(/\/$/)
    await office.open('/sign-in')
    await office.sees('用指纹、面容或安全密钥登录')
    await shoot(office, 'page')
    await office.page.getByText('登录不了怎么办').click()
    await office.sees('本系统不会发邮件请您点链接登录')
    await shoot(office, 'page-help')
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await office.press('用指纹、面容或安全密钥登录')
    await office.sees('没有核对，已停下')
    await shoot(office, 'passkey-cancelled')
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await office.press('用指纹、面容或安全密钥登录')
    await office.page.waitForURL(/\/office/)
    await office.open('/account')
    await office.sees(/上次使用/)
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
    expect(credentials.map((c) => [c.isResidentCredential, c.rpId])).toEqual([[true, 'localhost']])
    await office.leave()
  })

  test('a change to the account asks for a proof of who one is, and goes on when it was given', async () => {
    const second = await signedIn('heqing')
    await device(second)
    await second.open('/account')
    await second.press('添加通行密钥')
    await second.fill('给它起个名字', '手机', second.dialog())
    await second.press('请设备核对并添加', second.dialog())
    await second.sees('已添加“手机”，下次可以用它登录')
    await age('heqing')
    await second.press('改密码')
    await second.fillAll({ 新密码: 'another long one', 再输一次新密码: 'another long one' })
    await second.dialog().getByRole('button', { name: '改密码', exact: true }).click()
    await second.sees('请再确认一次是您本人')
    await shoot(second, 'proof')
    await second.press('用指纹、面容或安全密钥核对')
    await second.sees('密码已改，别处的登录都已退出')
    await second.sees('近来的变动', '密码改过了')
    // Another device signs in, and is told of what was changed here.
    await age('heqing')
    await second.press('去掉：手机')
    await second.press('去掉这个通行密钥', second.dialog())
    await second.press('用指纹、面容或安全密钥核对')
    await second.sees('“手机”已去掉')
    await sql(`UPDATE accounts SET password_hash = (SELECT password_hash FROM accounts WHERE login = 'zheng') WHERE login = 'heqing'`)
    await second.leave()
  })
})

describe('without the phone', () => {
  test('a printed code stands in for it; the sheet is shown once', async () => {
    const clerk = await signedIn('approver1')
    await clerk.open('/account')
    await clerk.press('生成恢复码')
    await clerk.sees('您的 10 个恢复码')
    const codes = await clerk.dialog().locator('.code-once').allInnerTexts()
    await shoot(clerk, 'codes')
    // On paper: one page, the codes and whose they are; nothing of the page behind, nor the login.
    const printed = await clerk.page.pdf({ format: 'A4' })
    if (shots !== undefined) await writeFile(join(shots, 'sign-in-codes.pdf'), printed)
    const sheets = await pdfPages(printed)
    expect([sheets.length, codes.every((c) => sheets[0]!.includes(c)), sheets[0]!.includes('审核1'), /approver1|登录中的设备|收起/.test(sheets.join(''))]).toEqual([1, true, true, false])
    await clerk.press('已妥善保存，收起恢复码')
    await clerk.sees(/还有 10 个没有用/)
    expect(codes).toHaveLength(10)
    await clerk.leave()

    const lost = await arrive(PHONE)
    await withPassword(lost, 'approver1')
    await lost.sees('登录的第二步')
    await shoot(lost, 'second-step')
    await lost.press('手机不在，用恢复码')
    await lost.fill('恢复码', 'AAAA-BBBB-CCCC')
    await lost.press('用恢复码登录')
    await lost.sees(/恢复码不对，或者已经用过/)
    await shoot(lost, 'recovery-code')
    await lost.fill('恢复码', codes[0]!.toLowerCase())
    await lost.press('用恢复码登录')
    await lost.page.waitForURL(/\/unit/)
    await lost.sees('您的账号有变动')
    await shoot(lost, 'news')
    await lost.press('知道了')
    await lost.open('/account')
    await lost.sees(/还有 9 个没有用/)
    // The new phone takes the place of the old one at once.
    await lost.press('换手机')
    await lost.bindAuthenticator()
    await lost.sees('动态口令已绑定，旧的不再有效')
    await lost.leave()
  })
})

describe('by the sign-in of the organisation', () => {
  const atProvider = async (v: Visitor, subject: string): Promise<void> => {
    await v.sees('统一身份认证（示例）')
    await v.page.getByLabel('工号').fill(subject)
    await v.page.getByRole('button', { name: '登录' }).click()
  }
  const label = '用云川统一身份认证（示例）登录'

  test('linked on purpose, it signs in from then on; an address keeps nothing of it', async () => {
    const clerk = await signedIn('clerk1')
    await clerk.open('/account')
    await clerk.press('关联')
    await atProvider(clerk, 'worker-1')
    await clerk.page.waitForURL(/\/account$/)
    await clerk.sees(/关联$/, '解除关联')
    await shoot(clerk, 'account-clerk')
    await clerk.press('退出')
    await clerk.page.waitForURL(/\/$/)
    await clerk.open('/sign-in?to=/account')
    await shoot(clerk, 'page-provider')
    const asked: string[] = []
    clerk.page.on('request', (r) => { if (r.url().startsWith(home)) asked.push(`${r.url()} ${r.headers()['referer'] ?? ''}`) })
    await clerk.press(label)
    await clerk.page.waitForURL(/\/account$/)
    await clerk.sees(/上次使用/)
    // What the provider put into the address comes with that one request, and no other says that it came from there.
    expect(asked.filter((line) => /[?&]code=/.test(line)).map((line) => line.replace(/\?.*/, ''))).toEqual([`${home}/sign-in/back`])
    await clerk.leave()
  })

  test('an identity nobody linked is told what to do, and redeems an activation code', async () => {
    const { code } = await o.office.ask(inviteAccount, { body: { personName: '新评委', login: 'newjuror', role: 'juror' } })
    const juror = await arrive(PHONE)
    await juror.open('/sign-in')
    await juror.press(label)
    await atProvider(juror, 'worker-2')
    await juror.sees(/认得您，本系统里还没有关联的账号/)
    await shoot(juror, 'unknown')
    await juror.fill('启用码', code)
    await juror.press('用启用码开通，并关联这个身份')
    await juror.sees('绑定动态口令')
    await juror.bindAuthenticator()
    await juror.page.waitForURL(/\/jury/)
    await juror.leave()
  })

  test('cancelled over there, and come back to twice, it says so', async () => {
    const visitor = await arrive()
    await visitor.open('/sign-in')
    await visitor.press(label)
    await visitor.sees('统一身份认证（示例）')
    await visitor.page.getByRole('button', { name: '取消' }).click()
    await visitor.sees(/没有让您登录：您取消了/)
    await shoot(visitor, 'denied')
    await visitor.lookAgain()
    await visitor.sees('这里没有正在进行的登录')
    await shoot(visitor, 'nothing')
    await visitor.leave()
  })

  test('an activation code can be redeemed with it from the beginning', async () => {
    const { code } = await o.office.ask(inviteAccount, { body: { personName: '另一评委', login: 'other', role: 'juror' } })
    const juror = await arrive()
    await juror.open('/activate')
    await juror.fill('启用码', code)
    await juror.press('查看账号')
    await juror.sees('另一评委')
    await shoot(juror, 'activate')
    await juror.press('不设密码，以后用云川统一身份认证（示例）登录')
    await atProvider(juror, 'worker-3')
    await juror.press('用启用码开通，并关联这个身份')
    await juror.sees('绑定动态口令')
    await juror.leave()
  })
})

describe('when the session ends on the page', () => {
  let nominationId: string
  beforeAll(async () => {
    const campaignId = await openProvincial(at, { ...o, second: await freshSecond() })
    nominationId = (await o.units[1]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
  })
  const freshSecond = async (): Promise<Person> => new Person(at.origin, 'third').activate((await o.office.ask(inviteAccount, { body: { personName: '韩雪', login: 'hanxue', role: 'office' } })).code)
  const employer = async () => (await reader.ask(readNomination, { params: { nominationId } })).fields['employer']
  let reader: Person

  test('one signs in over it, and what was typed is there and is saved', async () => {
    const clerk = await signedIn('clerk2')
    reader = new Person(at.origin, 'reader')
    await clerk.open(`/unit/n/${nominationId}/form`)
    const field = clerk.page.locator('[name=employer]')
    await field.waitFor()
    await endSessions('clerk2')
    await field.fill('青陵市第二人民医院（示例）')
    await clerk.sees('登录已经到时，请再登录一次')
    await shoot(clerk, 'again')
    await clerk.press('先看页面', clerk.dialog())
    expect(await field.inputValue()).toBe('青陵市第二人民医院（示例）')
    await shoot(clerk, 'again-away')
    await clerk.press('登录')
    await clerk.fill('密码', 'not this one', clerk.dialog())
    await clerk.press('登录选树', clerk.dialog())
    await clerk.sees('账号或密码不对。')
    // Another person is not given the page.
    await clerk.fill('账号', 'approver2', clerk.dialog())
    await clerk.fill('密码', PASSWORD, clerk.dialog())
    await forgetStep('approver2')
    await clerk.press('登录选树', clerk.dialog())
    await clerk.sees(/这一页是经办2打开的/)
    await shoot(clerk, 'again-other')
    await clerk.press('退出，由经办2登录')
    await clerk.fill('密码', PASSWORD, clerk.dialog())
    await clerk.press('登录选树', clerk.dialog())
    await clerk.dialog().waitFor({ state: 'hidden' })
    expect(await field.inputValue()).toBe('青陵市第二人民医院（示例）')
    await clerk.sees(/已存/)
    reader.holding(await tokenOf(clerk))
    expect(await employer()).toBe('青陵市第二人民医院（示例）')
    await clerk.leave()
  })

  test('asked for two steps from now on, one sets the second up over the page', async () => {
    const before = await (await arrive()).holding(reader.token)
    await before.open(`/unit/n/${nominationId}/form`)
    const field = before.page.locator('[name=employer]')
    await field.waitFor()
    // Two of the office widen it to clerks: nobody is stopped.
    const office = await signedIn('zheng')
    await office.open('/office/people')
    await office.tick('经办人')
    await office.fill('理由', '主管部门要求（示例）')
    await shoot(office, 'setting')
    await office.press('提请改动')
    await office.sees(/等第二人确认：登录核对两次的角色改为/)
    const second = await arrive()
    await withPassword(second, 'heqing')
    await second.sees('登录的第二步')
    await second.fill('动态口令', await codeOf('heqing'))
    await second.press('核对口令')
    await second.page.waitForURL(/\/office/)
    await second.open('/office/people')
    await second.press('确认改动')
    await second.sees('已改，从各人下次登录起')
    await field.fill('青陵市第三人民医院（示例）')
    await before.sees(/已存/)
    expect(await before.dialog().count()).toBe(0)
    await endSessions('clerk2')
    await field.fill('青陵市第四人民医院（示例）')
    await before.sees('登录已经到时，请再登录一次')
    await before.fill('密码', PASSWORD, before.dialog())
    await before.press('登录选树', before.dialog())
    await before.sees('还差第二步')
    await shoot(before, 'again-set-up')
    await before.bindAuthenticator()
    await before.dialog().waitFor({ state: 'hidden' })
    await before.sees(/已存/)
    reader.holding(await tokenOf(before))
    expect([await employer(), await field.inputValue()]).toEqual(['青陵市第四人民医院（示例）', '青陵市第四人民医院（示例）'])
    for (const v of [before, office, second]) await v.leave()
  })
})

test('two of the office open an account again; the person is told and comes in by the new code', async () => {
  const { organisations } = await o.office.ask(listOrganisations)
  await o.office.ask(setEmail, { body: { organisationId: organisations[0]!.id, email: 'unit1@units.example.org' } })
  const office = await signedIn('zheng')
  await office.open('/office/units')
  await office.press('重开账号：审核1')
  await office.fill('理由', '手机丢失，已打单位总机核对本人（示例）', office.dialog())
  await shoot(office, 'reopen')
  await office.press('提请重开', office.dialog())
  await office.sees('已提请，等办公室另一位同志或纪检监督确认')
  await office.open('/office/people')
  await office.sees('重开账号', '等第二人')
  await shoot(office, 'people')
  const second = await arrive()
  await withPassword(second, 'heqing')
  await second.sees('登录的第二步')
  await second.fill('动态口令', await codeOf('heqing'))
  await second.press('核对口令')
  await second.page.waitForURL(/\/office/)
  await second.open('/office/people')
  await second.press('确认重开：审核1的账号')
  await second.press('确认重开', second.dialog())
  await second.sees('新的启用码', '已发信告知本人或其单位，共 1 封。')
  await shoot(second, 'reopened')
  const code = await second.dialog().locator('.code-once').innerText()
  await second.press('已交给本人，收起')
  const person = await (await arrive(PHONE)).activate(code, '审核1')
  await person.sees(/账号由郑一帆提请、何青确认重开/)
  await shoot(person, 'reopened-told')
  await person.press('知道了')
  await person.open('/account')
  await person.sees('近来的变动')
  for (const v of [office, second, person]) await v.leave()
})
