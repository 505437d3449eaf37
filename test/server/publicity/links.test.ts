/** 链接打不打得开: looked at by rounds through the guard, over real HTTP; said once it is known, never in haste; a public page leads nobody to a dead one. */
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { activityLimits, type Activity } from '#core/publicity/activities/activity'
import { addDays, dayOf } from '#core/kernel/instant'
import { lookAgainAtActivity, lookAgainAtItem } from '#contract/operations/link-looks'
import { changeActivity, readActivity, recordActivity, releaseActivities } from '#contract/operations/activities'
import { addMediaChannel, addMediaItem, moveMediaItem, readMediaItem } from '#contract/operations/media'
import { lookAt } from '#server/links/look-at'
import { lookRound } from '#server/links/rounds'
import { linkSettings, linksOff, type LinkSettings } from '#server/links/settings'
import { takeDue } from '#server/store/link-looks'
import { freshInstallation, type Installation } from '../installation'
import { twoPapers } from '../campaign-plan'
import { openOffice, openProvincial, type Office } from '../office'
import { webhookReceiver, type Receiver } from '../webhook-receiver'

const never = new AbortController().signal
const HOUR = 3600_000
let site: Receiver, inner: Receiver
beforeAll(async () => { [site, inner] = await Promise.all([webhookReceiver(), webhookReceiver()]) })
afterAll(() => Promise.all([site.close(), inner.close()]))
afterEach(() => { for (const r of [site, inner]) { r.got.length = 0; r.plan.length = 0 } })
/** Stands for a site outside; everything else of this machine is inside, as it is. */
const outside = (more: Partial<LinkSettings> = {}): LinkSettings => ({ on: true, answerMs: 5000, exempt: (url) => url.origin === site.origin, ...more })

describe('one look', () => {
  const look = (path = '/report', settings = outside()) => lookAt(`${site.origin}${path}`, settings, never)
  test('a page that is there, one that is gone, an error, and one that keeps programs out', async () => {
    site.plan.push({}, { status: 404 }, { status: 404 }, { status: 410 }, { status: 410 }, { status: 503 }, { status: 503 }, { status: 403 }, { status: 403 })
    expect([(await look()).kind, (await look()).kind, (await look()).kind, (await look()).kind, (await look()).kind]).toEqual(['works', 'gone', 'gone', 'error', 'closed'])
  })
  test('HEAD first; a site that answers only GET is asked by GET; nothing says who asks', async () => {
    site.plan.push({ status: 405 }, { body: 'x'.repeat(100_000) })
    expect(await look()).toEqual({ kind: 'works', status: 200, host: null })
    expect(site.got.map((g) => Object.keys(g.headers).toSorted())).toEqual([['accept', 'connection', 'host', 'user-agent'], ['accept', 'connection', 'host', 'user-agent']])
  })
  test('a redirect into the inside is refused and nothing arrives; mutant: a guard that is asked of the first address alone lets it through', async () => {
    const lead = () => site.plan.push({ status: 302, location: `${inner.origin}/latest/meta-data` })
    lead()
    expect([(await look()).kind, inner.got.length]).toEqual(['refused', 0])
    lead()
    let passed = false
    const first = (): boolean => { passed = true; return passed }
    expect([(await look('/report', outside({ exempt: (url) => (url.origin === site.origin ? first() : passed) }))).kind, inner.got.length]).toEqual(['works', 1])
  })
  test('a redirect to a name that leads inside is refused at the connection; mutant: by its text alone it would pass', async () => {
    const lead = () => site.plan.push({ status: 301, location: `${inner.origin.replace('127.0.0.1', 'localhost')}/` })
    lead()
    expect([(await look('/r', outside({ exempt: (url, which) => url.origin === site.origin || which === 'text' }))).kind, inner.got.length]).toEqual(['refused', 0])
    lead()
    expect([(await look('/r', outside({ exempt: () => true }))).kind, inner.got.length]).toEqual(['moved', 1])
  })
  test('other schemes, ports, users and addresses inside are not asked at all', async () => {
    const plain = outside({ exempt: () => false })
    for (const address of [`${site.origin}/`, 'http://169.254.169.254/', 'https://10.0.0.1/', 'http://[::1]/', 'http://localhost/', 'https://intranet/', 'ftp://example.org/', 'https://u:p@example.org/', 'https://example.org:8443/', 'http://2130706433/', 'javascript:alert(1)', '报道']) expect([address, (await lookAt(address, plain, never)).kind]).toEqual([address, 'refused'])
    for (const location of ['file:///etc/passwd', 'gopher://example.org/', 'http://example.org:22/']) { site.plan.push({ status: 302, location }); expect((await look()).kind).toBe('refused') }
    expect(site.got.every((g) => g.url === '/report')).toBe(true)
  })
  test('silence is given up, a circle of redirects too', async () => {
    site.plan.push('silence', 'silence')
    expect((await look('/r', outside({ answerMs: 200 }))).kind).toBe('tooLong')
    site.plan.push(...Array.from({ length: 20 }, () => ({ status: 302, location: '/r' })))
    expect([(await look('/r')).kind, site.got.length]).toEqual(['unreachable', 2 + 5])
  })
  test('the operator’s setting is one word or nothing, and lets nobody inside', () => {
    expect([linkSettings({}).on, linkSettings({ XUANSHU_LINK_LOOKS: 'allow' }).on, linkSettings({ XUANSHU_LINK_LOOKS: 'allow' }).exempt(new URL('http://10.0.0.1/'), 'text')]).toEqual([false, true, false])
    expect(() => linkSettings({ XUANSHU_LINK_LOOKS: 'yes' })).toThrow('XUANSHU_LINK_LOOKS')
  })
})

const activity = (today: string, links: readonly string[], name = '学习先进事迹报告会（示例）'): Activity => ({ name, form: 'talk', otherForm: '', day: today, place: `报告厅${name}`, people: 120, hosts: '院工会', words: '听了三位同志的事迹。', links: [...links] })

describe('over days', () => {
  let at: Installation
  let o: Office
  let campaignId: string, today: string
  beforeAll(async () => {
    // Switched on by hand below: so the rounds are the test's own, and none runs beside them.
    at = await freshInstallation({ links: { ...outside(), on: false } })
    Object.assign(at.services.links, { on: true })
    o = await openOffice(at, 2)
    campaignId = await openProvincial(at, o, twoPapers)
    today = dayOf(await at.now())
  })
  afterAll(() => at.close())
  const [unit, other] = [() => o.units[0]!.clerk, () => o.units[1]!.clerk]
  const record = (links: readonly string[], name?: string) => unit().ask(recordActivity, { params: { campaignId }, body: { activity: activity(today, links, name), distinct: true } }).then((r) => r.activityId)
  const rounds = async () => { let n = 0; for (;;) { const did = await lookRound(at.services, never); if (did === 0) return n; n += did } }
  const linksOf = async (activityId: string) => (await unit().ask(readActivity, { params: { campaignId, activityId } })).links.map((l) => l.stand)
  const later = async (ms: number) => at.setClock((await at.now()) + ms)
  const page = async () => (await (await fetch(`${at.origin}/p/${(await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [campaignId]))!.slug}/activities`)).text())

  test('entered, looked at by a round and by no request; then weekly, and at once when somebody presses', async () => {
    const link = `${site.origin}/one`
    const activityId = await record([link])
    expect([site.got.length, await linksOf(activityId)]).toEqual([0, ['waiting']])
    expect([await rounds(), await linksOf(activityId), site.got.length]).toEqual([1, ['works'], 1])
    await later(6 * 24 * HOUR)
    expect(await rounds()).toBe(0)
    await later(25 * HOUR)
    expect(await rounds()).toBe(1)
    const press = () => unit().ask(lookAgainAtActivity, { params: { campaignId, activityId }, body: { address: link } })
    expect([await press(), await press(), await linksOf(activityId)]).toEqual([{ asked: true }, { asked: false }, ['waiting']])
    expect([await rounds(), await linksOf(activityId)]).toEqual([1, ['works']])
    expect(await at.services.db.rows(`SELECT 1 FROM ledger_entries WHERE entry->>'act' = 'activity.linkAsked'`)).toHaveLength(1)
  })

  test('nobody has an address of choice looked at, and a unit none of another’s', async () => {
    const activityId = await record([`${site.origin}/mine`], '甲')
    expect((await unit().refused(lookAgainAtActivity, { params: { campaignId, activityId }, body: { address: `${site.origin}/other` } })).problem.error).toBe('absent')
    expect((await other().refused(lookAgainAtActivity, { params: { campaignId, activityId }, body: { address: `${site.origin}/mine` } })).problem.error).toBe('absent')
    await rounds()
    expect(await o.office.ask(lookAgainAtActivity, { params: { campaignId, activityId }, body: { address: `${site.origin}/mine` } })).toEqual({ asked: true })
    await rounds()
  })

  test('one failure is a question, however often it is asked that day; a second on another day makes it dead, and the public page leads nobody there; it comes back when it opens', async () => {
    const link = `${site.origin}/lost-report`
    const activityId = await record([link], '公开的一次')
    await o.office.ask(releaseActivities, { params: { campaignId }, body: { activityIds: [activityId], yes: true } })
    const failing = () => { site.plan.length = 0; site.plan.push({ status: 404 }, { status: 404 }) }
    await at.setClock(Date.parse(`${addDays(dayOf(await at.now()), 1)}T02:00:00Z`))
    await rounds()
    const press = () => unit().ask(lookAgainAtActivity, { params: { campaignId, activityId }, body: { address: link } })
    for (let i = 0; i < 3; i++) {
      failing()
      await press()
      expect([await rounds(), await linksOf(activityId), (await page()).includes(`href="${link}"`)]).toEqual([1, ['question'], true])
    }
    // Tomorrow by itself, pressed by nobody.
    await later(24 * HOUR)
    failing()
    await rounds()
    const shown = await page()
    expect([await linksOf(activityId), shown.includes(`href="${link}"`), shown.includes(link)]).toEqual([['dead'], false, true])
    expect((await unit().ask(readActivity, { params: { campaignId, activityId } })).links[0]!.said.zh).toMatch(/^打不开：网站说没有这个网页（404）。从\d{4}年\d+月\d+日起没有打开过，/)
    site.plan.length = 0
    await press()
    await rounds()
    expect([await linksOf(activityId), (await page()).includes(`href="${link}"`)]).toEqual([['works'], true])
  })

  test('an item of the media plan whose link is dead and which nothing else shows is asked for a picture; nothing is stopped', async () => {
    const { channelId } = await o.office.ask(addMediaChannel, { params: { campaignId }, body: { kind: 'newspaper', kindWord: '', name: '云川日报（示例）', level: 'provincial', contact: '' } })
    const link = `${site.origin}/paper`
    const { itemId } = await o.office.ask(addMediaItem, { params: { campaignId }, body: { channelId, title: '整版报道（示例）', from: today, to: today, ownerId: null, ownerWord: '', material: { kind: 'word', word: '通稿' }, link, reach: null, reachFrom: '' } })
    await o.office.ask(moveMediaItem, { params: { campaignId, itemId }, body: { version: 1, state: 'out', why: '' } })
    const read = () => o.office.ask(readMediaItem, { params: { campaignId, itemId } })
    const look = async () => { site.plan.length = 0; site.plan.push({ status: 410 }, { status: 410 }); await o.office.ask(lookAgainAtItem, { params: { campaignId, itemId }, body: { address: link } }); await at.services.db.rows(`UPDATE link_looks SET due_at = NULL WHERE address <> $1`, [link]); await rounds() }
    await look()
    expect([(await read()).links[0]!.stand, (await read()).findings.map((f) => f.code).includes('media.linkGone')]).toEqual(['question', false])
    await later(24 * HOUR)
    await look()
    expect([(await read()).links[0]!.stand, (await read()).findings.map((f) => f.code).includes('media.linkGone'), (await read()).findings.filter((f) => f.strength === 'block')]).toEqual(['dead', true, []])
    await o.office.ask(moveMediaItem, { params: { campaignId, itemId }, body: { version: 2, state: 'ready', why: '' } })
  })

  test('of one host two at a time, and none twice while somebody looks', async () => {
    await at.services.db.rows(`DELETE FROM link_looks`)
    await record(Array.from({ length: 5 }, (_, i) => `${site.origin}/many${i}`), '多个链接')
    const take = () => at.services.db.transaction(async (tx) => takeDue(tx, 8, 2, 60))
    const [first, second] = [await take(), await take()]
    expect([first.length, second.length]).toEqual([2, 0])
    await at.services.db.rows(`UPDATE link_looks SET leased_until = NULL`)
    expect(await rounds()).toBe(5)
  })

  test('what stands nowhere any more is forgotten, and not asked for', async () => {
    const gone = `${site.origin}/written-by-mistake`
    const activityId = await record([gone], '写错的链接')
    await unit().ask(changeActivity, { params: { campaignId, activityId }, body: { revision: 1, activity: activity(today, [], '写错的链接'), distinct: true } })
    site.got.length = 0
    await rounds()
    expect([site.got.map((g) => g.url).includes('/written-by-mistake'), await at.services.db.rows(`SELECT 1 FROM link_looks WHERE address = $1`, [gone])]).toEqual([false, []])
  })

  test('where it is off nothing is asked, and every page says only that', async () => {
    const activityId = await record([`${site.origin}/off`], '关着的时候')
    Object.assign(at.services.links, { on: false })
    expect([await lookRound(at.services, never), await linksOf(activityId), await unit().ask(lookAgainAtActivity, { params: { campaignId, activityId }, body: { address: `${site.origin}/off` } }), site.got.length]).toEqual([0, ['off'], { asked: false }, 0])
    Object.assign(at.services.links, { on: true })
  })

  test('links of before the product knew of looks are taken in by the migration, whatever they look like', async () => {
    const sql = (await readFile(new URL('../../../src/server/store/migrations/2026-11-22-zzf-link-looks.sql', import.meta.url), 'utf8')).split('\n\n').at(-1)!
    const odd = ['HTTPS://Example.ORG/x', 'http://[::1]/', 'https://u@example.org:8443/a', 'https://@', '报道', `https://example.org/${'长'.repeat(activityLimits.link - 20)}`]
    const activityId = await record([], '旧的')
    await at.services.db.rows(`UPDATE activities SET links = $2 WHERE id = $1`, [activityId, odd])
    await at.services.db.rows(`DELETE FROM link_looks`)
    await at.services.db.rows(sql)
    expect((await at.services.db.rows<{ host: string }>(`SELECT host FROM link_looks WHERE address = ANY($1) ORDER BY address`, [odd])).map((r) => r.host).filter((h) => h === 'example.org')).toHaveLength(3)
  })
  test('switched off stays the rule of an installation that says nothing', () => { expect(linksOff.on).toBe(false) })
})
