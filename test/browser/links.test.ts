/** 链接打不打得开, as a unit, the office and everybody see it: looked at by the server's own rounds, asked about once, dead on the second day. */
import { afterAll, expect, test } from 'vitest'
import { recordActivity, releaseActivities } from '#contract/operations/activities'
import { lookAgainAtActivity } from '#contract/operations/link-looks'
import { addMediaChannel, addMediaItem, moveMediaItem } from '#contract/operations/media'
import { dayOf } from '#core/kernel/instant'
import { twoPapers } from '../server/campaign-plan'
import { openProvincial } from '../server/office'
import { webhookReceiver, type Receiver } from '../server/webhook-receiver'
import { arrive, at, o, play, shotsOfPage, WIDE } from './play'

let site: Receiver | undefined
let campaignId: string, activityId: string, itemId: string, today: string
let links: string[]
play({ units: 1, installation: { links: { on: true, answerMs: 5000, exempt: (url) => url.origin === site?.origin } } }, async () => {
  site = await webhookReceiver()
  campaignId = await openProvincial(at, o, twoPapers)
  today = dayOf(await at.now())
  links = ['/news/report', '/news/taken-down-after-a-while-with-a-long-address-that-wraps'].map((p) => `${site!.origin}${p}`)
})
afterAll(() => site?.close())
/** Until the rounds have looked at everything that waits. */
const looked = () => expect.poll(() => at.services.db.rows(`SELECT 1 FROM link_looks WHERE asked OR due_at <= product_time()`), { timeout: 30_000 }).toEqual([])

test('the unit sees beside each link what was found, may ask again, and is not told of a dead one in haste', async () => {
  const unit = o.units[0]!.clerk
  // One after the other, so that each answer is for the link it is meant for.
  const record = async (name: string, own: readonly string[]) => { const r = await unit.ask(recordActivity, { params: { campaignId }, body: { activity: { name, form: 'talk', otherForm: '', day: today, place: name, people: 120, hosts: '院工会', words: '听了三位同志的事迹，会后不少年轻医生留下来提问。', links: [...own] }, distinct: true } }); await looked(); return r.activityId }
  site!.plan.length = 0
  await record('先看好的一次（示例）', [links[0]!])
  site!.plan.push({ status: 404 }, { status: 404 })
  activityId = await record('学习先进事迹报告会（示例）', links.toReversed())
  await o.office.ask(releaseActivities, { params: { campaignId }, body: { activityIds: [activityId], yes: true } })
  const page = await arrive(unit, WIDE)
  await page.open(`/unit/c/${campaignId}/activities/${activityId}`)
  await page.sees(/^打得开。/, /^试了一次没打开，明天再看：网站说没有这个网页（404）。/)
  await page.keepsNobodyOut()
  site!.plan.push({ status: 404 }, { status: 404 })
  await page.page.getByRole('button', { name: /^再看一次.*taken-down/u }).click()
  await page.sees('已排上，过一会儿就看', /^等着去看/)
  await looked()
  await page.lookAgain()
  await page.sees(/^试了一次没打开/)
  await page.page.getByRole('heading', { name: '报道链接' }).scrollIntoViewIfNeeded()
  await shotsOfPage(page, 'links-unit')
  await page.leave()
})

test('a day later it is dead: the office is told so, and everybody reads its address without being led there', async () => {
  await at.setClock((await at.now()) + 24 * 3600_000)
  site!.plan.push({ status: 404 }, { status: 404 })
  await o.units[0]!.clerk.ask(lookAgainAtActivity, { params: { campaignId, activityId }, body: { address: links[1]! } })
  await looked()
  const office = await arrive(o.office, WIDE)
  await office.open(`/office/c/${campaignId}/activities/${activityId}`)
  await office.sees(/^打不开：网站说没有这个网页（404）。从/)
  await office.keepsNobodyOut()
  await office.page.setViewportSize({ width: 320, height: 800 })
  await office.fitsPhone()
  await office.page.setViewportSize(WIDE)
  await shotsOfPage(office, 'links-office')
  await office.leave()
  const { slug } = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [campaignId]))!
  const anybody = await arrive(null, WIDE)
  await anybody.open(`/p/${slug}/activities`)
  await anybody.sees('报道 2', /原网页已打不开/)
  expect([await anybody.page.locator(`a[href="${links[0]!}"]`).count(), await anybody.page.locator(`a[href="${links[1]!}"]`).count()]).toEqual([1, 0])
  await anybody.keepsNobodyOut()
  for (const width of [1440, 320]) { await anybody.page.setViewportSize({ width, height: 900 }); await anybody.fitsPhone() }
  await anybody.page.setViewportSize(WIDE)
  await shotsOfPage(anybody, 'links-public')
  await anybody.leave()
})

test('an item of the media plan with a dead link and nothing else asks for a screenshot', async () => {
  const { channelId } = await o.office.ask(addMediaChannel, { params: { campaignId }, body: { kind: 'newspaper', kindWord: '', name: '云川日报（示例）', level: 'provincial', contact: '' } })
  ;({ itemId } = await o.office.ask(addMediaItem, { params: { campaignId }, body: { channelId, title: '整版报道（示例）', from: today, to: today, ownerId: null, ownerWord: '', material: { kind: 'word', word: '通稿' }, link: links[1]!, reach: null, reachFrom: '' } }))
  await o.office.ask(moveMediaItem, { params: { campaignId, itemId }, body: { version: 1, state: 'out', why: '' } })
  const office = await arrive(o.office, WIDE)
  await office.open(`/office/c/${campaignId}/media/items/${itemId}`)
  await office.sees(/^打不开：/, '链接打不开，也没有截图或照片')
  await office.page.setViewportSize({ width: 320, height: 800 })
  await office.fitsPhone()
  await office.page.setViewportSize(WIDE)
  await shotsOfPage(office, 'links-item')
  site!.plan.length = 0
  await office.page.getByRole('button', { name: /^再看一次/u }).click()
  // Seen without a reload: the page asks again while one waits.
  await office.sees(/^打得开。/)
  await office.leave()
})
