/** `/p`: the list of public campaigns, for anyone, as a page without a script and as an operation; what it says stays true. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmExtension, createCampaign, listPublicCampaigns, proposeExtension, readCampaign } from '#contract/operations/campaigns'
import { sayEnd } from '#core/kernel/instant'
import { provincialPlan } from './campaign-plan'
import { issue } from './issue'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
beforeAll(async () => { at = await freshInstallation() })
afterAll(() => at.close())

const anybody = () => new Person(at.origin)
/** The page as text: each stretch between tags, in its order. */
const read = async (path = '/p'): Promise<string[]> => {
  const { status, text } = await anybody().raw('GET', path)
  expect([status, text.includes('<script'), text.includes('https://')]).toEqual([200, false, false])
  return text.slice(text.indexOf('<main>'), text.indexOf('</main>')).split(/<[^>]*>/).map((s) => s.trim()).filter((s) => s !== '')
}
/** Name and standing of each campaign, as the page has them. */
const rows = async (path = '/p'): Promise<string[]> => {
  const { text } = await anybody().raw('GET', path)
  return [...text.matchAll(/<h3>(.*?)<\/h3>[\s\S]*?class="standing (\w+)"><b>.*?<\/b><p>(.*?)<\/p>/g)].map((m) => [m[1], m[2], m[3]].map((s) => s!.replace(/<[^>]*>/g, '')).join(' | '))
}
const name = '云川最美科技工作者（示例）'

test('before anything is public it says so, under each of its addresses and in both languages', async () => {
  expect((await read()).slice(-2)).toEqual(['还没有公开的活动。', '活动发布当日，通知和报送截止时间会在这里公布；此后是公示和获评名单。'])
  expect([await read('/p/'), (await read('/p/en')).at(-2), (await read('/p/en/')).at(-2)]).toEqual([await read('/p'), 'No campaign is public yet.', 'No campaign is public yet.'])
  expect(await anybody().ask(listPublicCampaigns)).toEqual({ campaigns: [] })
})

test('a draft stands nowhere; opened, it is the newest, with hosts and deadline, and its pages lead back to the list', async () => {
  o = await openOffice(at, 1)
  const { campaignId } = await o.office.ask(createCampaign, { body: provincialPlan(o.templates.get('lnma-2021')!, await at.now()) })
  expect([await rows(), (await anybody().ask(listPublicCampaigns)).campaigns]).toEqual([[], []])
  await issue(o.second, campaignId)
  const { deadline, slug } = await o.office.ask(readCampaign, { params: { campaignId } })
  expect([await rows(), await rows('/p/en')]).toEqual([[`${name} | nominating | 推荐至 ${sayEnd(deadline!).zh} 止`], [`Most Beautiful Sci-Tech Worker of Yunchuan (sample) | nominating | Until ${sayEnd(deadline!).en}`]])
  const { campaigns } = await anybody().ask(listPublicCampaigns)
  expect(campaigns.map((c) => [c.path, c.award.zh, c.hosts, c.organisationName, c.stage])).toEqual([[`/p/${slug}`, name, [{ zh: '云川省医学会（示例）', en: 'Yunchuan Medical Association (sample)' }], '云川省医学会（示例）', { kind: 'nominating', until: deadline }]])
  expect((await anybody().raw('GET', `/p/${slug}`)).text).toContain('href="/p">全部活动')
  expect((await anybody().raw('GET', `/p/en/${slug}/notice`)).text).toContain('href="/p/en">All campaigns')
})

test('an extension is in the list and on the page of rules at once; when the deadline passes, the list says so by itself', async () => {
  const { campaigns: [c] } = await anybody().ask(listPublicCampaigns)
  const id = (await at.services.db.row<{ id: string }>(`SELECT id FROM campaigns`))!.id
  const deadline = c!.stage.kind === 'nominating' ? c!.stage.until! : 0
  const until = deadline + 2 * 86_400_000
  const { extensionId } = await o.office.ask(proposeExtension, { params: { campaignId: id }, body: { until, reason: '多家单位反映网络故障（示例）' } })
  await o.second.ask(confirmExtension, { params: { campaignId: id, extensionId } })
  expect(await rows()).toEqual([`${name} | nominating | 推荐至 ${sayEnd(until).zh} 止`])
  expect((await anybody().raw('GET', `${c!.path}/notice`)).text).toContain(sayEnd(until).zh)
  await at.setClock(until - 60_000)
  expect((await rows())[0]).toContain('nominating')
  await at.setClock(until)
  expect(await rows()).toEqual([`${name} | selecting | 推荐已截止，结果将在这里公示`])
})

test('the days left of a public notice follow the calendar up to its end', async () => {
  const { db } = at.services
  const id = (await db.row<{ id: string }>(`SELECT id FROM campaigns`))!.id
  const start = await at.now()
  const day = (n: number) => new Date(start + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  const end = Date.parse(`${day(2)}T16:00:00Z`)
  const round = '0190a000-0000-7000-8000-0000000000ab'
  // What is asked here is what the list says, not who may announce: that is played elsewhere by the commands.
  await db.rows(`INSERT INTO rounds (id, campaign_id, rule_id, rule, state, public_key, opened_at, result) VALUES ($1, $2, 'r', '{}', 'closed', '', product_time(), '{}')`, [round, id])
  await db.rows(`INSERT INTO public_notices (campaign_id, round_id, starts_at, ends_at, days, people, how_to_object) VALUES ($1, $2, product_time(), to_timestamp($3 / 1000.0), $4, '[{"name":"甲"},{"name":"乙"}]', '{"phone":"0","email":"e","address":"a"}')`, [id, round, end, JSON.stringify([day(0), day(1), day(2)])])
  await db.rows(`UPDATE public_pages SET stale_at = rendered_at`)
  const said = (left: number) => `${name} | announcing | 拟表彰 2 人，还剩 ${left} 个工作日（含今天），${sayEnd(end).zh} 止`
  expect(await rows()).toEqual([said(3)])
  await at.setClock(start + 86_400_000)
  expect(await rows()).toEqual([said(2)])
  await at.setClock(end)
  expect(await rows()).toEqual([`${name} | announced | 拟表彰 2 人，等候授予`])
  await at.setClock(Date.now())
})

test('campaigns opened at the same moment are all in the list, the newest first', async () => {
  const plans = await Promise.all(Array.from({ length: 6 }, () => o.office.ask(createCampaign, { body: { ...provincialPlan(o.templates.get('lnma-2021')!, Date.now()), award: { zh: '同时发布（示例）', en: 'At once (sample)' } } })))
  await Promise.all(plans.map(({ campaignId }) => issue(o.second, campaignId)))
  const kept = (await at.services.db.row<{ body: Buffer }>(`SELECT body FROM public_pages WHERE path = '/p'`))!.body.toString()
  expect(kept.split('同时发布（示例）</span></a></h3>').length - 1).toBe(6)
  const last = await openProvincial(at, o)
  const { campaigns } = await anybody().ask(listPublicCampaigns)
  const { slug } = await o.office.ask(readCampaign, { params: { campaignId: last } })
  expect([campaigns.length, campaigns[0]!.path, campaigns.map((c) => c.openedAt)]).toEqual([8, `/p/${slug}`, campaigns.map((c) => c.openedAt).toSorted((a, b) => b - a)])
})
