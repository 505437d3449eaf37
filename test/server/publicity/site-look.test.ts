/** 网站外观: one colour, an emblem and a picture, on every public page at once, in the export too, and back in one press. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSiteLook, resetSiteLook, setSiteLook } from '#contract/operations/site-look'
import { contrast } from '#core/publicity/look/colour'
import { photo } from '#server/demo/samples/photo'
import { exportSite } from '#server/public/site/export-site'
import { publicStyle } from '#server/public/public-style'
import { once } from '../dossier'
import { giveHonoursTo, type Honoured } from '../honours-given'
import { freshInstallation, type Installation } from '../installation'
import { openOffice, type Office } from '../office'
import { publishPosterStory, writePosterStory } from '../poster-story'

let at: Installation
let o: Office
let h: Honoured
let pages: string[]
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  h = await giveHonoursTo(at, o, ['沈若川'])
  await writePosterStory(o, h, 0)
  await publishPosterStory(o, h, 0)
  const slug = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [h.campaignId]))!.slug
  pages = [`/p/${slug}`, `/p/en/${slug}`, h.honours[0]!.path, '/p', '/p/gallery', '/p/search?q=x']
})
afterAll(() => at.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(at.origin + path, { headers })
const texts = () => Promise.all(pages.map(async (p) => (await get(p)).text()))
const rights = { credit: '图：示例', people: 'nobody' as const, consent: '' }
const nothing = { credit: '', people: null, consent: '' }
const sent = (name: string, bytes: Buffer) => ({ name, base64: bytes.toString('base64') })
const wide = () => once('look wide', async () => sharp(await photo('t1', { width: 2560, height: 1920 })).resize(2600, 1000).withExif({ IFD0: { Artist: '示例摄影', Make: 'SAMPLE-CAMERA' } }).jpeg().toBuffer())
const emblem = () => once('look emblem', () => sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480"><circle cx="240" cy="240" r="220" fill="#1b6072"/><path d="M120 300L240 120L360 300z" fill="#fff"/></svg>')).png().toBuffer())
const refused = async (change: object) => (await o.office.refused(setSiteLook, { body: { accent: null, emblem: null, header: null, rights: nothing, ...change } })).problem.findings!

let before: string[]
test('nothing chosen: the house’s own look, and no row', async () => {
  before = await texts()
  expect([(await o.office.ask(readSiteLook)).setAt, before.some((t) => t.includes('/p/assets/look'))]).toEqual([null, false])
})

test('what is not taken, and what to do instead: a drawing by its name or its letters, an animation, noise, a header without author, people, consent', async () => {
  const svg = Buffer.from('<?xml version="1.0"?>\n<!-- a --><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>1</script></svg>')
  for (const name of ['徽标.svg', '徽标.png']) expect((await refused({ emblem: sent(name, svg) })).map((f) => [f.code, f.mend.zh.includes('PNG')])).toEqual([['look.svg', true]])
  expect((await refused({ emblem: sent('a.gif', await sharp({ create: { width: 200, height: 200, channels: 3, background: '#fff' } }).gif().toBuffer()) })).map((f) => f.code)).toEqual(['look.unusable'])
  expect((await refused({ header: sent('a.jpg', Buffer.from('not a picture')) })).map((f) => f.code)).toEqual(['look.unusable'])
  expect((await refused({ header: sent('页首.jpg', await wide()) })).map((f) => f.code)).toEqual(['look.headerNoCredit', 'look.headerNoPeople'])
  expect((await refused({ header: sent('页首.jpg', await wide()), rights: { ...rights, people: 'children' } })).map((f) => f.code)).toEqual(['look.headerUnasked'])
  expect((await o.office.refused(setSiteLook, { body: { accent: 'red' as never, emblem: null, header: null, rights: nothing } })).status).toBe(400)
  expect(await texts()).toEqual(before)
})

test('a colour too pale to read is taken and shown darker, on every page from that moment; tags change, the style is small', async () => {
  const tag = (await get(pages[0]!)).headers.get('etag')!
  const { findings } = await o.office.ask(setSiteLook, { body: { accent: '#ffd84d', emblem: null, header: null, rights: nothing } })
  expect(findings.map((f) => f.code)).toEqual(['look.darkened'])
  for (const t of await texts()) expect(t).toContain('href="/p/assets/look-ffd84d.css"')
  const again = await get(pages[0]!, { 'if-none-match': tag })
  expect([again.status, again.headers.get('etag') === tag]).toEqual([200, false])
  expect((await get(pages[0]!, { 'if-none-match': again.headers.get('etag')! })).status).toBe(304)
  const css = await get('/p/assets/look-ffd84d.css')
  const [, accent] = /--accent:(#[0-9a-f]{6})/u.exec(await css.text())!
  expect(contrast(accent!, '#f6f4f0')).toBeGreaterThanOrEqual(4.5)
  expect((await get('/p/assets/look-ffd84d.css', { 'if-none-match': css.headers.get('etag')! })).status).toBe(304)
  for (const wrong of ['look-ffd84.css', 'look-xxxxxx.css', 'other.css', 'look/x.webp']) expect((await get(`/p/assets/${wrong}`)).status).toBe(404)
})

test('emblem and header picture: drawn anew without what they carried, in widths to choose from; coarse ones are warned about', async () => {
  const { findings } = await o.office.ask(setSiteLook, { body: { accent: '#1b6072', emblem: sent('徽标.png', await emblem()), header: sent('页首.jpg', await wide()), rights } })
  expect(findings).toEqual([])
  const [home, , story, list] = await texts()
  const set = /<figure class="masthead"><img src="([^"]+)" srcset="([^"]+)"/u.exec(home!)!
  expect(set[2]!.split(', ').map((s) => s.split(' ')[1])).toEqual(['640w', '1280w', '2400w'])
  expect([story!.includes('masthead'), story!.includes('class="emblem"'), list!.includes('class="emblem"'), home!.includes('图：示例')]).toEqual([false, true, true, true])
  const bytes = Buffer.from(await (await get(set[1]!)).arrayBuffer())
  const drawn = await sharp(bytes).metadata()
  expect([drawn.format, drawn.width, drawn.exif, bytes.includes('SAMPLE-CAMERA'), (await wide()).includes('SAMPLE-CAMERA')]).toEqual(['webp', 1280, undefined, false, true])
  const mark = /class="emblem" src="([^"]+)"/u.exec(home!)![1]!
  const shown = await sharp(Buffer.from(await (await get(mark)).arrayBuffer())).metadata()
  expect([shown.width, shown.hasAlpha]).toEqual([96, true])
  // One page with both styles, compressed, without its pictures.
  const [row] = await at.services.db.rows<{ most: number }>(`SELECT max(length(body_br)) AS most FROM public_pages`)
  expect(Number(row!.most) + brotliCompressSync(publicStyle).byteLength + 200).toBeLessThan(60_000)
  const small = await o.office.ask(setSiteLook, { body: { accent: '#1b6072', emblem: sent('小.png', await sharp(await emblem()).resize(60).png().toBuffer()), header: 'keep', rights } })
  expect(small.findings.map((f) => f.code)).toEqual(['look.emblemCoarse'])
  // What was replaced is there no more, what was kept is.
  expect([(await get(mark)).status, (await get(set[1]!)).status]).toEqual([404, 200])
  expect((await o.office.ask(readSiteLook)).header).toMatchObject({ name: '页首.jpg', width: 2600, credit: '图：示例' })
})

test('exported: every link is relative and leads to a file, the colours and pictures among them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-look-'))
  try {
    await exportSite(at.services, folder, null)
    const files = (await readdir(folder, { recursive: true })).map(String)
    expect(files.filter((f) => f.includes('look')).map((f) => f.replace(/[0-9a-f-]{36}-/u, '').replace(/-[0-9a-f]{12}-/u, '-')).filter((f) => /webp|css/u.test(f)).toSorted()).toEqual(['assets/look-1b6072.css', 'assets/look/emblem-60.webp', 'assets/look/header-1280.webp', 'assets/look/header-2400.webp', 'assets/look/header-640.webp'])
    for (const file of files.filter((f) => f.endsWith('.html'))) {
      const text = await readFile(join(folder, file), 'utf8')
      const links = [...text.matchAll(/(?:href|src)="([^"]+(?:css|webp))"/gu)].map((m) => m[1]!).concat([...text.matchAll(/srcset="([^"]+)"/gu)].flatMap((m) => m[1]!.split(', ').map((s) => s.split(' ')[0]!)))
      expect(links.some((l) => l.endsWith('look-1b6072.css'))).toBe(true)
      for (const link of links) { expect(link.startsWith('/')).toBe(false); expect(files).toContain(join(dirname(file), link)) }
    }
    await o.office.ask(setSiteLook, { body: { accent: null, emblem: 'keep', header: null, rights: nothing } })
    await exportSite(at.services, folder, null)
    expect((await readdir(folder, { recursive: true })).map(String).filter((f) => /look-1b6072|header-/u.test(f))).toEqual([])
  } finally { await rm(folder, { recursive: true, force: true }) }
})

test('back to the house’s own look in one press, letter by letter; each step is on the ledger of the organisation', async () => {
  await o.office.ask(resetSiteLook)
  const now = await texts()
  // What day it is stands on some of them.
  const still = (t: string) => t.replace(/\d{2}:\d{2}/gu, '')
  expect(now.map(still)).toEqual(before.map(still))
  expect((await o.office.refused(resetSiteLook)).status).toBe(404)
  const acts = await at.services.db.rows<{ act: string; data: Record<string, unknown> }>(`SELECT entry->>'act' AS act, entry->'data' AS data FROM ledger_entries WHERE entry->>'act' LIKE 'siteLook.%' ORDER BY position`)
  expect(acts.map((a) => [a.act, a.data['accent'], 'emblem' in a.data, 'header' in a.data])).toEqual([['siteLook.set', '#ffd84d', false, false], ['siteLook.set', '#1b6072', true, true], ['siteLook.set', '#1b6072', true, true], ['siteLook.set', undefined, true, false], ['siteLook.reset', undefined, false, false]])
})
