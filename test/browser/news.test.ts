/** 消息通知 as people meet it: the office returns a nomination, the clerk sees the bell, opens it, lands on the return, and says how mail is to come. */
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { acceptNomination, readNomination, returnNomination } from '#contract/operations/nominations'
import { countUnreadNews, readNewsSettings } from '#contract/operations/news'
import { signIn } from '#contract/operations/sign-in'
import { hashOfToken } from '#server/store/sessions'
import { twoPapers } from '../server/campaign-plan'
import { prepareNomination, sealAndSubmit } from '../server/dossier'
import { openProvincial } from '../server/office'
import { webhookReceiver, type Receiver } from '../server/webhook-receiver'
import { PASSWORD, PHONE, Visitor } from './people'
import { at, browser, o, play, shots, WIDE } from './play'

let campaignId: string
let nominationId: string
let receiver: Receiver

play({ units: 2, installation: { webhooks: { http: true, inside: true } } }, async () => {
  receiver = await webhookReceiver()
  campaignId = await openProvincial(at, o, twoPapers)
  nominationId = await prepareNomination(o.units[0]!.clerk, campaignId, '沈若川')
  await sealAndSubmit(o.units[0]!.approver, campaignId, nominationId)
})
afterAll(async () => {
  await receiver?.close()
})

const arrive = async (token: string, viewport = WIDE) => (await Visitor.arrive(browser, at.origin, viewport)).holding(token)
const shot = async (who: Visitor, name: string) => { if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: true }) }
const bell = (who: Visitor, name: string | RegExp) => who.page.getByRole('link', { name })

test('the office has the submission behind its bell and is led to the desk', async () => {
  const office = await arrive(o.office.token)
  await office.open('/office')
  await bell(office, '消息通知，1 条未读').click()
  await office.sees('收到一件推荐', '沈若川', '示例单位1')
  await office.keepsNobodyOut()
  await shot(office, 'news-office')
  await office.page.getByRole('link', { name: /收到一件推荐/ }).click()
  await office.page.waitForURL(new RegExp(`/office/c/${campaignId}/screening\\?n=${nominationId}`))
  await bell(office, '消息通知，没有未读').waitFor()
  await office.leave()
}, 120_000)

test('the page that lies open learns of a return without being loaded again or asking: bell and campaign page; another unit’s does not; signing out ends its stream', async () => {
  const [clerk, other] = [await arrive(o.units[0]!.clerk.token), await arrive(o.units[1]!.clerk.token)]
  const streams: string[] = []
  const heard = Promise.all([clerk, other].map((v) => v.page.waitForResponse((r) => r.url().endsWith('/api/looks') && r.status() === 200)))
  clerk.page.on('request', (r) => { if (r.url().endsWith('/api/looks')) streams.push(r.url()) })
  for (const v of [clerk, other]) await v.open(`/unit/c/${campaignId}`)
  await clerk.sees('已报送', '沈若川')
  await heard
  // What was unread before stands on both bells: until it was asked for, a bell says none.
  for (const [v, i] of [[clerk, 0], [other, 1]] as const) {
    const { unread } = await o.units[i]!.clerk.ask(countUnreadNews)
    await v.page.locator(`.bell[aria-label$="${unread === 0 ? '没有未读' : `，${unread} 条未读`}"]`).waitFor()
  }
  const marks = await Promise.all([clerk, other].map((v) => v.page.evaluate(() => { (globalThis as { stays?: boolean }).stays = true; return document.querySelector('.bell')!.getAttribute('aria-label') })))
  const { version } = await o.office.ask(readNomination, { params: { nominationId } })
  await o.office.ask(returnNomination, { params: { nominationId }, body: { version, until: (await at.now()) + 30 * 3_600_000, points: [{ what: '简历缺 2019 年以后的部分', at: '', clause: '' }] } })
  await clerk.sees('退回补正')
  await clerk.page.locator(`.bell:not([aria-label="${marks[0]}"])`).waitFor()
  expect(await clerk.page.evaluate(() => (globalThis as { stays?: boolean }).stays)).toBe(true)
  await shot(clerk, 'news-told')
  expect([await other.page.locator('.bell').getAttribute('aria-label'), streams.length]).toEqual([marks[1], 1])
  await other.leave()
  const over = clerk.page.waitForEvent('requestfailed', (r) => r.url().endsWith('/api/looks')).catch(() => null)
  const finished = clerk.page.waitForEvent('requestfinished', (r) => r.url().endsWith('/api/looks')).catch(() => null)
  await clerk.press('退出')
  await Promise.race([over, finished])
  expect(await at.services.db.rows(`SELECT 1 FROM sessions WHERE token_hash = $1`, [hashOfToken(o.units[0]!.clerk.token)])).toEqual([])
  await clerk.leave()
  await o.units[0]!.clerk.ask(signIn, { body: { login: 'clerk1', password: PASSWORD } })
})

test('where nothing can be pushed, the page asks each minute as before and says nothing of it', async () => {
  const other = await arrive(o.units[1]!.clerk.token)
  await other.page.route('**/api/looks', (route) => route.abort())
  await other.page.clock.install()
  await other.open('/unit')
  await bell(other, /^消息通知/).waitFor()
  const again = other.page.waitForResponse((r) => r.url().endsWith(countUnreadNews.path))
  await other.page.clock.fastForward(61_000)
  expect((await again).status()).toBe(200)
  await other.keepsNobodyOut()
  await other.leave()
})

test('a return stands behind the clerk’s bell, on a telephone; a click lands on the return and the count goes down', async () => {
  const clerk = await arrive(o.units[0]!.clerk.token, PHONE)
  await clerk.open('/unit')
  await bell(clerk, '消息通知，3 条未读').click()
  await clerk.sees('今天', '未读 3')
  await clerk.keepsNobodyOut()
  await clerk.fitsPhone()
  await shot(clerk, 'news-clerk')
  await clerk.page.getByRole('link', { name: /推荐被退回补正/ }).click()
  await clerk.page.waitForURL(new RegExp(`/unit/n/${nominationId}$`))
  await clerk.sees('简历缺 2019 年以后的部分')
  await bell(clerk, '消息通知，2 条未读').click()
  await clerk.press('全部标为已读')
  await clerk.sees('已标为已读 2 条')
  await clerk.press('未读 0')
  await clerk.sees('没有未读的消息')
  await clerk.keepsNobodyOut()
  await clerk.fitsPhone()
  await clerk.leave()
}, 120_000)

test('how mail comes is set on 我的账号; what cannot be switched off says why', async () => {
  for (const viewport of [PHONE, WIDE]) {
    const clerk = await arrive(o.units[0]!.clerk.token, viewport)
    await clerk.open('/news')
    await clerk.press('设置邮件和免打扰')
    await clerk.sees('消息通知的邮件', '为什么不能关', '没有邮箱，只在产品里看')
    expect(await clerk.page.getByRole('group', { name: '退回和期限' }).getByRole('radio', { name: '不发邮件' }).isDisabled()).toBe(true)
    await clerk.choose('审查结果', viewport === PHONE ? '每天一次' : '即时')
    await clerk.select('每天一次的时间', viewport === PHONE ? '18:00' : '9:00')
    await clerk.keepsNobodyOut()
    await clerk.fitsPhone()
    await shot(clerk, 'news-settings')
    await clerk.press('保存')
    await clerk.sees('通知设置已存')
    const { settings } = await o.units[0]!.clerk.ask(readNewsSettings)
    expect([settings.modes.decisions, settings.digestHour]).toEqual(viewport === PHONE ? ['digest', 18] : ['atOnce', 9])
    await clerk.leave()
  }
}, 120_000)

test('an address is proved by the code that was sent there', async () => {
  const clerk = await arrive(o.units[0]!.clerk.token)
  await clerk.open('/account#news-mail')
  await clerk.press('填自己的邮箱')
  await clerk.fill('邮箱', 'jingban@example.org')
  await clerk.press('发验证码')
  await clerk.sees('等您填 jingban@example.org 收到的验证码')
  await clerk.keepsNobodyOut()
  const code = /\d{6}/.exec((await at.services.db.row<{ subject: string }>(`SELECT subject FROM letters WHERE recipient = 'jingban@example.org'`))!.subject)![0]
  await clerk.fill('验证码', code === '000000' ? '000001' : '000000')
  await clerk.press('核对')
  await clerk.sees('验证码不对、过了时间，或者试得太多。请核对，或重新发一次。')
  await shot(clerk, 'news-code')
  await clerk.fill('验证码', code)
  await clerk.press('核对')
  await clerk.sees('jingban@example.org', '您自己的邮箱')
  await clerk.leave()
}, 120_000)

test('the office adds a webhook, sends a test that arrives, and is told when one is refused', async () => {
  const office = await arrive(o.office.token)
  await office.open('/office')
  await office.press('群机器人')
  await office.sees('还没有群机器人')
  await office.keepsNobodyOut()
  await office.press('添加群机器人')
  await office.select('发往', '钉钉')
  await office.fill('名称', '推荐工作群（示例）')
  await office.fill('机器人地址', 'ftp://bot.example.org')
  await office.press('保存')
  await office.sees('这不是一个能用的地址')
  await office.keepsNobodyOut()
  await shot(office, 'webhooks-form')
  await office.fill('机器人地址', `${receiver.origin}/robot/send?access_token=abc`)
  await office.fill('签名密钥', 'SECabc')
  await office.press('保存')
  await office.sees('群机器人已存', '在用')
  await office.press('发一条测试：推荐工作群（示例）')
  await office.sees('已送到')
  expect(receiver.got.map((g) => [g.url.startsWith('/robot/send?access_token=abc&timestamp='), g.body.includes('测试消息')])).toEqual([[true, true]])
  receiver.plan.push({ body: '{"errcode":310000,"errmsg":"sign not match"}' })
  await office.press('发一条测试：推荐工作群（示例）')
  await office.sees('没有送到，不再试', 'errcode 310000')
  expect((await office.page.content()).includes('access_token')).toBe(false)
  await office.keepsNobodyOut()
  await shot(office, 'webhooks')
  await office.leave()
  const phone = await arrive(o.office.token, PHONE)
  await phone.open('/office/webhooks')
  await phone.sees('推荐工作群（示例）')
  await phone.keepsNobodyOut()
  await phone.fitsPhone()
  await shot(phone, 'webhooks')
  await phone.press('添加群机器人')
  await shot(phone, 'webhooks-form')
  await phone.keepsNobodyOut()
  await phone.leave()
}, 120_000)

test('who was told nothing sees an empty page that says what will stand there', async () => {
  const nobody = await arrive(o.second.token)
  await at.services.db.rows(`DELETE FROM news`)
  await nobody.open('/news')
  await nobody.sees('还没有消息')
  await nobody.keepsNobodyOut()
  await shot(nobody, 'news-empty')
  await nobody.leave()
  const { version } = await o.office.ask(readNomination, { params: { nominationId } })
  expect((await o.office.refused(acceptNomination, { params: { nominationId }, body: { version, still: true } })).status).toBe(409)
}, 120_000)
