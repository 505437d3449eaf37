/** The public pages of all years: gallery, search, feed and sitemap, and all of it as plain files that any web server serves, with every link followed. */
import { createServer, type Server } from 'node:http'
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmHonourChange, proposeHonourChange } from '#contract/operations/honours'
import { addStoryMedia, answerStory, clearStorySecrecy, describeStoryMedia, publishStory, readStory, reviewStory, saveStory, withdrawStory } from '#contract/operations/stories'
import { photo } from '#server/demo/samples/photo'
import { stampedPdf } from '#server/demo/samples/scan'
import { exportSite } from '#server/public/site/export-site'
import { once } from '../dossier'
import { giveHonoursTo, type Honoured } from '../honours-given'
import { freshInstallation, type Installation } from '../installation'
import { openOffice, type Office } from '../office'

let at: Installation
let o: Office
let h: Honoured
let folder: string
let site: Server
let base: string
const NAMES = ['沈若川', '阿卜杜拉·买买提']
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  h = await giveHonoursTo(at, o, NAMES)
  folder = await mkdtemp(join(tmpdir(), 'xuanshu-site-'))
  // As simple as a web server can be, below a path that is not its root.
  site = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname)
    const file = join(folder, path.replace(/^\/honours/u, ''), path.endsWith('/') ? 'index.html' : '')
    void readFile(file).then((bytes) => response.writeHead(200, { 'content-type': file.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/octet-stream' }).end(bytes), () => response.writeHead(404).end())
  })
  await new Promise<void>((up) => site.listen(0, '127.0.0.1', up))
  base = `http://127.0.0.1:${(site.address() as { port: number }).port}/honours/`
})
afterAll(async () => {
  await new Promise((down) => site.close(down))
  await rm(folder, { recursive: true, force: true })
  await at.close()
})
const get = async (path: string) => { const r = await fetch(at.origin + path); return { status: r.status, type: r.headers.get('content-type'), text: await r.text() } }
const story = async (): Promise<void> => {
  const params = { nominationId: h.nominationIds[0]! }
  const { mediaId } = await o.office.ask(addStoryMedia, { params, body: { name: '门诊.jpg', base64: (await once('photo 1', () => photo('t1'))).toString('base64') } })
  await o.office.ask(describeStoryMedia, { params: { ...params, mediaId }, body: { credit: '图：示例', people: 'person', consent: '' } })
  const { hash } = await o.office.ask(saveStory, { params, body: { revision: (await o.office.ask(readStory, { params })).revision, document: { title: ['把夜班上成', '白天的样子'], opening: '抢救室里，灯二十四小时亮着。', portrait: mediaId, blocks: [{ kind: 'text', text: '她总把最难的一班留给自己。' }] } } })
  await o.second.ask(reviewStory, { params, body: { hash, yes: true } })
  const paper = { name: '签字稿.pdf', base64: (await once('signed story', () => stampedPdf('story', { title: '故事稿', lines: ['内容属实，同意宣传。'], unit: '示例单位' }))).toString('base64') }
  await o.units[0]!.approver.ask(answerStory, { params, body: { hash, yes: true, consent: true, paper } })
  await o.units[0]!.approver.ask(clearStorySecrecy, { params, body: { hash, yes: true } })
  await o.office.ask(publishStory, { params, body: { hash } })
}

test('the gallery has everybody of every year, each year a page of its own; a title that is published leads to its story', async () => {
  await story()
  const [front, year] = [await get('/p/gallery'), await get('/p/gallery/2026')]
  for (const name of NAMES) expect(front.text).toContain(name)
  expect(front.text).toContain('把夜班上成白天的样子')
  expect([year.status, year.text.includes('aria-current="page">2026')]).toEqual([200, true])
  expect((await get('/p/en/gallery')).text).toContain('All years')
  expect((await get('/p/gallery/1999')).status).toBe(404)
})

test('searching finds by name, workplace, honour and title, escapes what was typed, and finds nobody who is not public', async () => {
  const find = async (q: string) => (await get(`/p/search?q=${encodeURIComponent(q)}`)).text
  for (const q of ['沈若川', '买提', '最美科技工作者', '白天的样']) expect([q, /class="people"/u.test(await find(q))]).toEqual([q, true])
  expect(await find('%')).toContain('没有找到')
  expect(await find('郑一帆')).toContain('没有找到')
  expect(await find('"><script>alert(1)</script>')).not.toContain('<script>alert')
})

test('feed and sitemap name what is public, with whole addresses', async () => {
  const feed = await get('/p/feed.xml')
  expect([feed.type, feed.text.includes('把夜班上成白天的样子 · 沈若川')]).toEqual(['application/atom+xml; charset=utf-8', true])
  const map = (await get('/p/sitemap.xml')).text
  const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/gu)].map((m) => m[1]!)
  expect(addresses.length).toBeGreaterThan(10)
  for (const a of addresses) expect([a, (await get(decodeURI(new URL(a).pathname))).status]).toEqual([a, 200])
  expect((await get('/robots.txt')).text).toContain('Disallow: /')
})

test('exported, every link within leads to a file, below any path and without the product; what takes something in leads back to it', async () => {
  const done = await exportSite(at.services, folder, null)
  expect(done.pages).toBeGreaterThan(10)
  expect(done.live.every((l) => !l.startsWith('/p/') || l.startsWith('/p/search') || l.startsWith('/p/en/search'))).toBe(true)
  const seen = new Set<string>()
  const follow = async (address: string): Promise<void> => {
    const bare = address.replace(/[?#].*$/u, '')
    if (seen.has(bare)) return
    seen.add(bare)
    const r = await fetch(bare)
    expect([bare, r.status]).toEqual([bare, 200])
    if (!(r.headers.get('content-type') ?? '').startsWith('text/html')) return
    const text = await r.text()
    const links = [...text.matchAll(/(?:href|src|poster)="([^"]+)"/gu)].map((m) => m[1]!).concat([...text.matchAll(/srcset="([^"]+)"/gu)].flatMap((m) => m[1]!.split(', ').map((s) => s.split(' ')[0]!)))
    for (const link of links) {
      expect([bare, link.startsWith('/')]).toEqual([bare, false])
      if (/^[a-z]+:/u.test(link)) expect([bare, link.startsWith(base)]).toEqual([bare, false])
      else await follow(new URL(link.replaceAll('&amp;', '&'), bare).href)
    }
  }
  await follow(`${base}index.html`)
  expect(seen.size).toBeGreaterThan(done.pages)
  expect(await readFile(join(folder, 'gallery', 'index.html'), 'utf8')).toContain('把夜班上成白天的样子')
})

test('what is withdrawn or revoked is gone from the next export, its pictures too; what others put there stays', async () => {
  const media = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).filter((f) => f.includes(`${posix.sep}media${posix.sep}`) && f.endsWith('.webp'))
  expect((await media()).length).toBeGreaterThan(1)
  await o.office.ask(withdrawStory, { params: { nominationId: h.nominationIds[0]! }, body: { reason: '示例撤下一次' } })
  const params = { campaignId: h.campaignId, honourId: h.honours.find((x) => x.name === NAMES[1])!.honourId }
  const { proposalId } = await o.office.ask(proposeHonourChange, { params, body: { change: 'revoke', reason: '事迹不实（示例）', basis: '方案第九条（示例）' } })
  await o.second.ask(confirmHonourChange, { params: { campaignId: h.campaignId, proposalId } })
  const done = await exportSite(at.services, folder, 'https://www.example.org/honours')
  expect(done.removed).toBeGreaterThan(1)
  expect(await media()).toEqual([])
  expect(await readFile(join(folder, 'gallery', 'index.html'), 'utf8')).not.toContain(NAMES[1])
  expect(await readFile(join(folder, 'sitemap.xml'), 'utf8')).toContain('<loc>https://www.example.org/honours/gallery</loc>')
  expect((await stat(join(folder, 'assets', 'public.css'))).size).toBeGreaterThan(1000)
})
