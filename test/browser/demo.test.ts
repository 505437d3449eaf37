import { join } from 'node:path'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { verifyRecord } from '#core/ledger/record'
import { clearDemo, loadDemo } from '#server/demo/load'
import { sampleSet } from '#server/demo/samples/sample-set'
import { buildRecord } from '#server/queries/ledger'
import { invariants } from '#server/store/invariants'
import { seriousFaults } from './accessible'
import { at, browser, play, shots } from './play'
import { isTurnOf } from './turns'

play({}, async () => {
  // As the command does: what a cut-off load may have left is emptied first.
  await clearDemo(at.services)
  await loadDemo(at.services, await sampleSet(inject('samples')), () => undefined)
})

test('the demo was loaded by the product’s own commands: every ledger verifies and nothing that must hold is broken', async () => {
  const campaigns = await at.services.db.rows<{ id: string }>(`SELECT id FROM campaigns`)
  expect(campaigns.length).toBe(4)
  for (const { id } of campaigns) expect(verifyRecord(await buildRecord(at.services.db, id)).faults).toEqual([])
  for (const i of invariants) expect([i.name, await at.services.db.rows(i.sql)]).toEqual([i.name, []])
})

interface Ids { readonly running: string; readonly voting: string; readonly announced: string; readonly round: string; readonly scored: string; readonly nomination: string; readonly slug: string; readonly honoured: string; readonly honouredId: string; readonly number: string }
const ids = async (): Promise<Ids> => (await at.services.db.row<Ids>(
  `SELECT (SELECT id FROM campaigns ORDER BY opened_at DESC LIMIT 1) AS running, r.campaign_id AS voting, r.id AS round, (SELECT id FROM rounds WHERE rule_id = 'round-0') AS scored, (SELECT campaign_id FROM public_notices ORDER BY starts_at DESC LIMIT 1) AS announced,
     (SELECT n.id FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE o.code = 'C0200' AND n.state = 'draft') AS nomination,
     (SELECT c.slug FROM public_notices p JOIN campaigns c ON c.id = p.campaign_id ORDER BY p.starts_at DESC LIMIT 1) AS slug,
     (SELECT c.slug FROM honours h JOIN campaigns c ON c.id = h.campaign_id LIMIT 1) AS honoured, (SELECT campaign_id FROM honours LIMIT 1) AS "honouredId", (SELECT number FROM honours ORDER BY number LIMIT 1) AS number
   FROM rounds r WHERE r.state = 'open'`))!

const pagesOf = (i: Ids): readonly (readonly [card: string, name: string, path: string])[] => [
  ['', 'start', '/'], ['', 'sign-in', '/sign-in'], ['', 'activate', '/activate'], ['', 'opinion-link-dead', '/o'], ['', 'organ-link-dead', '/organ'], ['', 'join', '/join'], ['', 'api-docs', '/api/docs'],
  ['', 'public-list', '/p'], ['', 'public-home', `/p/${i.slug}`], ['', 'public-notice', `/p/${i.slug}/public-notice`], ['', 'public-rules', `/p/${i.slug}/notice`], ['', 'public-honourees', `/p/${i.honoured}/honourees`], ['', 'public-honouree', `/p/${i.honoured}/honourees/${i.number}`], ['', 'public-notice-en', `/p/en/${i.slug}/public-notice`], ['', 'public-list-en', '/p/en'],
  ['office', 'office-campaigns', '/office'], ['office', 'office-units', '/office/units'], ['office', 'office-people', '/office/people'], ['office', 'account', '/account'], ['office', 'office-news', '/news'], ['office', 'office-leads', '/office/leads'], ['office', 'office-honours', '/office/honours'], ['office', 'office-webhooks', '/office/webhooks'], ['office', 'office-new', '/office/new'], ['office', 'office-overview', `/office/c/${i.running}`], ['office', 'office-definition', `/office/c/${i.running}/definition`],
  ['office', 'office-mobilisation', `/office/c/${i.running}/mobilisation`], ['office', 'office-reminders', `/office/c/${i.running}/mobilisation/round`],
  ['office', 'office-cascade', `/office/c/${i.running}/cascade`], ['office', 'office-amend', `/office/c/${i.running}/amend`], ['office', 'office-quotas', `/office/c/${i.running}/quotas`], ['office', 'office-attachments', `/office/c/${i.running}/attachments`], ['office', 'office-new-notice', '/office/new/notice'],
  ['office', 'office-screening', `/office/c/${i.running}/screening`], ['office', 'office-paper', `/office/c/${i.running}/paper`], ['office', 'office-packages', `/office/c/${i.running}/packages`], ['office', 'office-deadline', `/office/c/${i.running}/deadline`], ['office', 'office-jury', `/office/c/${i.voting}/jury`], ['office', 'office-experts', '/office/experts'], ['office', 'office-juries', `/office/c/${i.voting}/juries`], ['office', 'office-conflicts', `/office/c/${i.voting}/conflicts`], ['office', 'office-announcement', `/office/c/${i.announced}/announcement`], ['office', 'office-objections', `/office/c/${i.announced}/objections`],
  ['clerk', 'unit-campaigns', '/unit'], ['clerk', 'unit-leads', '/unit/leads'], ['clerk', 'unit-campaign', `/unit/c/${i.running}`], ['clerk', 'unit-checklist', `/unit/n/${i.nomination}`], ['clerk', 'unit-form', `/unit/n/${i.nomination}/form`], ['clerk', 'unit-answers', `/unit/n/${i.nomination}/answers`], ['clerk', 'unit-materials', `/unit/n/${i.nomination}/materials`], ['approver', 'unit-approve', `/unit/n/${i.nomination}/approve`],
  ['', 'public-activities', `/p/${i.honoured}/activities`],
  ['office', 'office-activities', `/office/c/${i.honouredId}/activities`], ['office', 'office-media', `/office/c/${i.honouredId}/media`], ['office', 'office-media-channels', `/office/c/${i.honouredId}/media/channels`], ['office', 'office-posters', `/office/c/${i.honouredId}/posters`], ['office', 'office-poster-templates', '/office/poster-templates'], ['office', 'office-situations', '/office/situations'],
  ['supervisor', 'supervisor-activities', `/supervisor/c/${i.honouredId}/activities`], ['supervisor', 'supervisor-situations', '/supervisor/situations'],
  ['candidate', 'candidate-part', '/me'],
  ['juror', 'juror-home', '/jury'], ['juror', 'juror-round', `/jury/rounds/${i.round}`], ['secretary', 'jury-room', `/jury/rounds/${i.round}/room`], ['secretary', 'jury-room-scored', `/jury/rounds/${i.scored}/room`], ['supervisor', 'supervised-list', `/supervisor/c/${i.voting}/nominations`], ['secretary', 'jury-meeting', `/jury/rounds/${i.round}/meeting`],
  ['supervisor', 'supervisor-home', '/supervisor'], ['supervisor', 'supervisor-conflicts', `/supervisor/c/${i.voting}/conflicts`], ['supervisor', 'supervisor-ledger', `/supervisor/c/${i.announced}`],
]

/** The page is opened at the first of these and then drawn narrower: what is asked of it at the others is asked of the same page. */
const widths = [1440, 375, 320] as const
/** Pages looked at side by side: while the one waits for its answers, the other is examined. */
const TABS = 3

test('pages of every role are free of serious faults for screen readers, of sideways scrolling and of script errors', async () => {
  const faults: string[] = []
  // A short run looks at every second page, at the others on another commit.
  const left = pagesOf(await ids()).filter((_, i) => isTurnOf(i, 2))
  const contexts = new Map(await Promise.all([...new Set(left.map(([card]) => card))].map(async (card) => [card, await enter(card)] as const)))
  const all = left[Symbol.iterator]()
  const oneAfterAnother = async (): Promise<void> => {
    for (const [card, name, path] of all) faults.push(...(await lookAt(await contexts.get(card)!.newPage(), name, path)))
  }
  await Promise.all(Array.from({ length: TABS }, oneAfterAnother))
  await Promise.all([...contexts.values()].map((c) => c.close()))
  expect(faults).toEqual([])
}, 400_000)

test('English comes when somebody asks for it and stays; where it cannot be fetched that is said, and the page goes on in Chinese', async () => {
  const context = await enter('office')
  const page = await context.newPage()
  const language = () => page.evaluate(() => document.documentElement.lang)
  await page.goto(`${at.origin}/office/units`)
  const isTexts = (url: URL) => /\/assets\/en-[^/]*\.js$/.test(url.pathname)
  await page.route(isTexts, (route) => route.abort())
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('英文没有取到').first().waitFor()
  expect(await language()).toBe('zh-CN')
  await page.unroute(isTexts)
  await page.reload()
  expect(await language()).toBe('zh-CN')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Units' }).first().waitFor()
  await page.reload()
  await page.getByRole('button', { name: '中文' }).waitFor()
  expect(await language()).toBe('en')
  await context.close()
})

test('a file is looked at in the page: arrows lead on, Esc leads back to where one was', async () => {
  const context = await enter('office')
  const page = await context.newPage()
  await page.setViewportSize({ width: 320, height: 812 })
  await page.goto(`${at.origin}/office/c/${(await ids()).running}/screening`)
  const tile = page.getByRole('button', { name: /^查看.*\.jpg/ }).first()
  await tile.press('Enter')
  await page.getByRole('dialog').getByRole('img').first().waitFor()
  expect(await seriousFaults(page)).toEqual([])
  const title = () => page.getByRole('dialog').getByRole('heading').innerText()
  const first = await title()
  await page.keyboard.press('ArrowRight')
  expect(await title()).not.toBe(first)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.keyboard.press('Escape')
  expect([await page.getByRole('dialog').count(), await tile.evaluate((e) => e === document.activeElement)]).toEqual([0, true])
  await context.close()
})

const enter = async (card: string): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })
  if (card !== '') expect((await context.request.post(`${at.origin}/api/demo/enter`, { data: { card } })).status()).toBe(200)
  return context
}

const lookAt = async (page: Page, name: string, path: string): Promise<string[]> => {
  const faults: string[] = []
  page.on('pageerror', (e) => faults.push(`${name}: ${e.message}`))
  page.on('request', (r) => { if (!r.url().startsWith(at.origin) && !/^(?:data|blob):/.test(r.url())) faults.push(`${name}: a request left for ${new URL(r.url()).host}`) })
  const quiet = quietOf(page)
  const size = (width: number) => page.setViewportSize({ width, height: width > 500 ? 900 : 812 })
  await size(widths[0])
  const answer = await page.goto(`${at.origin}${path}`)
  if (answer?.status() !== 200) faults.push(`${name}: ${answer?.status()}`)
  await quiet()
  faults.push(...(await seriousFaults(page)).map((f) => `${name}: ${f}`))
  for (const width of widths) {
    await size(width)
    if (shots !== undefined && width !== 320) {
      await quiet()
      await page.screenshot({ path: join(shots, `${name}-${width}.png`) })
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (overflow > 1) faults.push(`${name} at ${width}: ${overflow} px too wide`)
  }
  await page.close()
  return faults
}

const HUSH = 150
/** Nothing under way for a moment, and no part of the page still loading. The library's own 'networkidle' waits half a second each time. */
const quietOf = (page: Page): (() => Promise<void>) => {
  const underWay = new Set<Request>()
  let last = Date.now()
  const over = (r: Request) => { if (underWay.delete(r)) last = Date.now() }
  // The stream of changes is under way as long as the page is.
  page.on('request', (r) => { if (r.resourceType() !== 'eventsource') { underWay.add(r); last = Date.now() } })
  page.on('requestfinished', over)
  page.on('requestfailed', over)
  return async () => {
    do {
      while (underWay.size > 0 || Date.now() - last < HUSH) await new Promise((resolve) => setTimeout(resolve, 20))
      await page.waitForFunction(() => document.querySelector('h1, h2') !== null && document.querySelector('[aria-busy=true]') === null)
    } while (underWay.size > 0)
  }
}
