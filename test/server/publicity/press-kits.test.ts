/** 媒体素材包: picked from a published story, opened by its link alone, and by nobody any more once the link or the story ended. */
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPosters } from '#contract/operations/posters'
import { endKit, makeKit, readKits } from '#contract/operations/press-kits'
import { answerStory, describeStoryMedia, publishStory, readStory, saveStory, withdrawStory } from '#contract/operations/stories'
import { composed, sentencesOf, splitSentences, wholeOf } from '#core/publicity/kit/sentences'
import { withoutToken } from '#server/http/server'
import { tablesOfWord } from '../../documents/read-tables'
import { unzipped } from '../../documents/unzip'
import { giveHonoursTo, type Honoured } from '../honours-given'
import { freshInstallation, type Installation } from '../installation'
import { proposedKit, publishKitStory } from '../kit-story'
import { openOffice, type Office } from '../office'
import { publishPosterStory } from '../poster-story'

let at: Installation
let o: Office
let h: Honoured
let media: { wide: string; film: string; face: string }
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  h = await giveHonoursTo(at, o, ['沈若川', '古丽娜尔·艾山江'])
})
afterAll(() => at.close())

const of = (n = 0) => ({ nominationId: h.nominationIds[n]! })
const read = (n = 0) => o.office.ask(readKits, { params: of(n) })
const get = (path: string, options: RequestInit = {}) => fetch(at.origin + path, options)
const make = async (change: object = {}) => o.office.ask(makeKit, { params: of(), body: { ...(await proposedKit(o, of().nominationId)), ...change } })
const zipOf = async (path: string) => unzipped(new Uint8Array(await (await get(`${path}/kit.zip`)).arrayBuffer()))
/** Everything a link leads to. */
const all = async (path: string, mediaId = media.wide) => Promise.all([path, `${path}?lang=en`, `${path}/kit.zip`, `${path}/media/${mediaId}.jpg`, `${path}/media/${mediaId}-960.webp`, `${path}/media/${media.film}.mp4`].map(async (p) => (await get(p)).status))
const nothing = [404, 404, 404, 404, 404, 404]

test('before there is a public story nothing is made, and why is said', async () => {
  const about = await read()
  expect([about.hash, about.sentences, about.against.map((f) => f.code)]).toEqual([null, [], ['kit.notPublished', 'kit.noConsent']])
  expect((await o.office.refused(makeKit, { params: of(), body: { hash: '0'.repeat(64), short: [0], middle: [0], media: [], posters: [], contact: { name: '甲', phone: '1', email: '' }, days: 7 } })).codes).toContain('kit.notPublished')
  media = await publishKitStory(o, h, 0)
})

test('what can be in it: sentences of the public text with a proposal, its pictures and film, posters that may go out, whom to call', async () => {
  const about = await read()
  expect([about.against, about.media.map((m) => m.kind), about.media[1]!.agreed!.zh, about.posters.map((p) => p.size).toSorted(), about.contact.phone !== '' || about.contact.name !== '']).toEqual([[], ['picture', 'picture', 'film'], '画面里有别人，书面同意已登记', ['phone-card', 'screen-tall'], true])
  expect(composed(about.sentences, about.proposed.short)[0]).toMatch(/^沈若川在急诊科守了十八年。/u)
})

test('refused: no sentence, nobody to call, a picture of somebody else’s, a text that is not the public one any more', async () => {
  const body = await proposedKit(o, of().nominationId)
  const codes = async (change: object) => (await o.office.refused(makeKit, { params: of(), body: { ...body, ...change } })).codes
  expect(await codes({ short: [] })).toEqual(['kit.shortEmpty'])
  expect(await codes({ contact: { name: '甲', phone: '', email: '' } })).toEqual(['kit.noWay'])
  expect(await codes({ media: ['00000000-0000-4000-8000-000000000000'] })).toContain('kit.notInStory')
  await expect(o.office.ask(makeKit, { params: of(), body: { ...body, hash: '0'.repeat(64) } })).rejects.toThrow()
  expect((await read()).kits).toEqual([])
})

test('made: the token is shown once and only its hash is kept; the page and the zip hold what is published, letter by letter and byte by byte', async () => {
  const { token, path, kitId } = await make()
  expect([path, token.length]).toEqual([`/press/${token}`, 43])
  const everywhere = await at.services.db.rows<{ t: string }>(`SELECT k::text AS t FROM press_kits k UNION ALL SELECT entry::text FROM ledger_entries`)
  expect(everywhere.some((r) => r.t.includes(token))).toBe(false)
  expect(everywhere.some((r) => r.t.includes(createHash('sha256').update(token).digest('hex')))).toBe(true)
  const page = await get(path)
  const text = await page.text()
  expect([page.status, page.headers.get('x-robots-tag'), page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([200, 'noindex, nofollow', 'no-referrer', 'no-store'])
  expect(text).not.toMatch(/<script/u)
  const { document } = await o.office.ask(readStory, { params: of() })
  const { proposed, posters } = await read()
  for (const p of [...composed(sentencesOf(document), proposed.short), ...composed(sentencesOf(document), proposed.middle), ...wholeOf(document).map((w) => w.text)]) expect(text).toContain(p)
  expect(text).toContain('图：示例融媒体中心')
  // What the office wrote down of a consent was cleared by nobody.
  expect(text).not.toContain('张三')

  const zip = await zipOf(path)
  expect([...zip.keys()]).toEqual(['说明.txt', '文字/短稿.docx', '文字/短稿.txt', '文字/中稿.docx', '文字/中稿.txt', '文字/全文.docx', '文字/全文.txt', '图片/01-沈若川.jpg', '图片/02-查房前的十分钟：“先看昨晚的记录”.jpg', '视频/01-她的一天.mp4', '视频/01-她的一天.vtt', '图片和视频说明.docx', ...posters.map((p) => `海报/沈若川-留白-${{ 'screen-tall': '竖屏 1080×1920', 'phone-card': '手机分享图 1080×1440' }[p.size as 'screen-tall']}.png`)])
  const short = composed(sentencesOf(document), proposed.short)
  expect(zip.get('文字/短稿.txt')!.toString().split('\r\n')).toEqual(expect.arrayContaining(short))
  expect((await tablesOfWord(zip.get('文字/短稿.docx')!)).words).toContain(short.join(''))
  const whole = (await tablesOfWord(zip.get('文字/全文.docx')!)).words
  expect(wholeOf(document).every((w) => whole.includes(w.text))).toBe(true)
  const { tables } = await tablesOfWord(zip.get('图片和视频说明.docx')!)
  expect(tables[0]!.map((r) => r.slice(1, 4))).toEqual([['说明', '作者和来源', '画面里的人'], ['沈若川', '图：示例', '画面里只有本人，本人同意宣传'], ['查房前的十分钟：“先看昨晚的记录”，2026年4月。', '图：示例融媒体中心', '画面里有别人，书面同意已登记'], ['她的一天。', '视频：示例融媒体中心', '画面里只有本人，本人同意宣传']])
  // The picture in full size, seen as it was, without where, who and with what.
  const [row] = await at.services.db.rows<{ sha256: string }>(`SELECT sha256 FROM story_media WHERE id = $1`, [media.wide])
  const original = await readFile(await at.services.blobs.local(row!.sha256))
  const given = zip.get([...zip.keys()][8]!)!
  expect([original.includes('SAMPLE-CAMERA'), given.includes('SAMPLE-CAMERA'), (await sharp(given).metadata()).exif]).toEqual([true, false, undefined])
  expect([(await sharp(given).metadata()).width, (await sharp(given).metadata()).height]).toEqual([2400, 1600])
  const small = (b: Buffer) => sharp(b).resize(32, 32, { fit: 'fill' }).removeAlpha().raw().toBuffer()
  const [a, b] = [await small(original), await small(given)]
  expect(Math.max(...a.map((v, i) => Math.abs(v - b[i]!)))).toBeLessThan(8)
  // The film and the captions are those of the public page; posters those of the set.
  const slug = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [h.campaignId]))!.slug
  expect(zip.get('视频/01-她的一天.mp4')).toEqual(Buffer.from(await (await get(`/p/${slug}/media/${media.film}.mp4`)).arrayBuffer()))
  expect(zip.get('视频/01-她的一天.vtt')!.toString()).toBe(await (await get(`/p/${slug}/media/${media.film}.vtt`)).text())
  const set = (await o.office.ask(listPosters, { params: { campaignId: h.campaignId } })).sets[0]!
  const poster = await fetch(`${at.origin}/api/campaigns/${h.campaignId}/posters/${set.id}/files/${set.posters[0]!.id}`, { headers: { cookie: `xuanshu_session=${o.office.token}` } })
  expect(zip.get('海报/沈若川-留白-竖屏 1080×1920.png')).toEqual(Buffer.from(await poster.arrayBuffer()))
  const readme = zip.get('说明.txt')!.toString()
  for (const name of [...zip.keys()].slice(1)) expect(readme).toContain(name)
  expect(readme).toContain('0000-1234567')
  // Remembered for the next one, counted, and on the ledger.
  const about = await read()
  expect([about.contact.email, about.kits.map((k) => [k.id, k.state, k.opened, k.downloads])]).toEqual(['banshi@example.org', [[kitId, 'open', 1, 1]]])
  const acts = await at.services.db.rows<{ act: string; data: Record<string, unknown> }>(`SELECT entry->>'act' AS act, entry->'data' AS data FROM ledger_entries WHERE entry->>'act' LIKE 'kit.%'`)
  expect(acts.map((r) => [r.act, r.data['days'], r.data['kit']])).toEqual([['kit.made', 30, kitId]])
})

test('every sentence that leaves stands in the cleared text: picks that lead elsewhere bring nothing', async () => {
  const { document } = await o.office.ask(readStory, { params: of() })
  const known = new Set(sentencesOf(document).map((s) => s.text))
  const { path } = await make({ short: [0, 499], middle: [1, 3, 400] })
  const zip = await zipOf(path)
  for (const name of ['短稿', '中稿']) for (const line of zip.get(`文字/${name}.txt`)!.toString().split('\r\n').slice(3, -3)) for (const s of splitSentences(line)) expect(known).toContain(s)
})

test('a foreign link, one that is not whole, one that ran out, one that was ended and none at all: the same page, letter by letter', async () => {
  const ended = await make({ days: 7 })
  const over = await make({ days: 7 })
  expect((await all(ended.path)).slice(0, 3)).toEqual([200, 200, 200])
  await o.office.ask(endKit, { params: { ...of(), kitId: ended.kitId }, body: {} })
  expect((await o.office.refused(endKit, { params: { ...of(), kitId: ended.kitId }, body: {} })).status).toBe(404)
  const before = await at.now()
  await at.setClock(over.until - 1000)
  expect((await get(over.path)).status).toBe(200)
  await at.setClock(over.until + 1000)
  expect([await all(ended.path), await all(over.path)]).toEqual([nothing, nothing])
  const bodies = await Promise.all([ended.path, over.path, `/press/${'A'.repeat(43)}`, '/press/short', '/press', `${ended.path}/kit.zip`, `${over.path}/media/${media.wide}.jpg`, `${over.path}/whatever/else`].map(async (p) => { const r = await get(p); return [r.status, r.headers.get('content-type'), r.headers.get('x-robots-tag'), await r.text()].join('\n') }))
  expect(new Set(bodies).size).toBe(1)
  expect((await read()).kits.filter((k) => [ended.kitId, over.kitId].includes(k.id)).map((k) => k.state).toSorted()).toEqual(['ended', 'expired'])
  await at.setClock(before)
})

test('a kit opens its own person’s files alone, and its own zip counts alone; HEAD counts nothing', async () => {
  const { path, kitId } = await make({ media: [media.face], posters: [] })
  expect((await get(`${path}/media/${media.wide}.jpg`)).status).toBe(404)
  expect((await get(`${path}/media/${media.face}.jpg`)).status).toBe(200)
  const set = (await o.office.ask(listPosters, { params: { campaignId: h.campaignId } })).sets[0]!
  expect((await get(`${path}/poster/${set.posters[0]!.id}`)).status).toBe(404)
  await get(`${path}/kit.zip`, { method: 'HEAD' })
  await get(path, { method: 'HEAD' })
  expect((await read()).kits.find((k) => k.id === kitId)).toMatchObject({ opened: 0, downloads: 0 })
})

test('a picture whose rights went since is in no kit any more, without anybody making it anew', async () => {
  const { path } = await make()
  await o.office.ask(describeStoryMedia, { params: { ...of(), mediaId: media.wide }, body: { credit: '图：示例融媒体中心', people: 'children', consent: '' } })
  expect([(await get(`${path}/media/${media.wide}.jpg`)).status, [...(await zipOf(path)).keys()].filter((n) => n.startsWith('图片/'))]).toEqual([404, ['图片/01-沈若川.jpg']])
  await o.office.ask(describeStoryMedia, { params: { ...of(), mediaId: media.wide }, body: { credit: '图：示例融媒体中心', people: 'others', consent: '2026-05-20，存办公室（示例）' } })
  expect((await get(`${path}/media/${media.wide}.jpg`)).status).toBe(200)
})

test('consent gone, withdrawn, another text public, the honour revoked: every one of them alone shuts it at once (mutants)', async () => {
  const { path } = await make()
  for (const wrong of [`consent = false`, `withdrawn_at = product_time(), public_media = '{}'`, `published_at = NULL`, `published_hash = '${'0'.repeat(64)}'`]) {
    const [before] = await at.services.db.rows<Record<string, unknown>>(`SELECT consent, withdrawn_at, public_media, published_at, published_hash FROM stories WHERE nomination_id = $1`, [of().nominationId])
    await at.services.db.rows(`UPDATE stories SET ${wrong} WHERE nomination_id = $1`, [of().nominationId]).catch(() => undefined)
    const [after] = await at.services.db.rows<Record<string, unknown>>(`SELECT consent, withdrawn_at, public_media, published_at, published_hash FROM stories WHERE nomination_id = $1`, [of().nominationId])
    // A table that does not allow the mutant keeps the promise too.
    if (JSON.stringify(after) !== JSON.stringify(before)) expect([wrong, await all(path)]).toEqual([wrong, nothing])
    await at.services.db.rows(`UPDATE stories SET consent = $2, withdrawn_at = to_timestamp($3::double precision / 1000), public_media = $4, published_at = to_timestamp($5::double precision / 1000), published_hash = $6 WHERE nomination_id = $1`, [of().nominationId, before!['consent'], before!['withdrawn_at'], before!['public_media'], before!['published_at'], before!['published_hash']])
    expect([wrong, (await get(path)).status]).toEqual([wrong, 200])
  }
  const turn = (kind: 'revoked' | 'restored') => at.services.db.rows(`INSERT INTO honour_register (id, honour_id, kind, at, organisation_id, campaign_id, reason, basis, proposed_by, confirmed_by)
    SELECT gen_random_uuid(), h.id, $2, product_time(), c.organisation_id, c.id, '示例', '示例', gen_random_uuid(), gen_random_uuid() FROM honours h JOIN campaigns c ON c.id = h.campaign_id WHERE h.nomination_id = $1`, [of().nominationId, kind])
  await turn('revoked')
  expect(await all(path)).toEqual(nothing)
  await turn('restored')
  expect((await get(path)).status).toBe(200)
})

test('a file that is gone from the disk ends that download and nothing else; what it says of itself names no token', async () => {
  const { path } = await make()
  const [row] = await at.services.db.rows<{ sum: string }>(`SELECT press->>'sha256' AS sum FROM story_media WHERE id = $1`, [media.wide])
  const file = await at.services.blobs.local(row!.sum)
  const bytes = await readFile(file)
  await rm(file)
  await expect(get(`${path}/kit.zip`).then((r) => r.arrayBuffer())).rejects.toThrow()
  await writeFile(file, bytes)
  expect([(await get(path)).status, [...(await zipOf(path)).keys()].length]).toEqual([200, 14])
  expect([withoutToken(`${path}/kit.zip?x=1`), withoutToken('/p/x')]).toEqual(['/press/…/kit.zip?x=1', '/p/x'])
})

test('another text published: the old kit is shut, and its office sees why', async () => {
  const { path, kitId } = await make()
  const story = await o.office.ask(readStory, { params: of() })
  await o.office.ask(saveStory, { params: of(), body: { revision: story.revision, document: { ...story.document, opening: `${story.document.opening}她是示例人物。` } } })
  expect((await get(path)).status).toBe(200)
  await publishPosterStory(o, h, 0)
  expect([await all(path), (await read()).kits.find((k) => k.id === kitId)!.state]).toEqual([nothing, 'stopped'])
})

test('withdrawn with its story, at once and for good; the recall counts links and downloads; consent taken back does the same', async () => {
  const { path, kitId } = await make()
  await zipOf(path)
  const { recall } = await o.office.ask(withdrawStory, { params: of(), body: { reason: '示例：核实后再发' } })
  expect(recall.find((w) => w.zh.startsWith('媒体素材包链接'))?.zh).toMatch(/（\d+ 个，下载过 [1-9]\d* 次）/u)
  expect(await all(path)).toEqual(nothing)
  expect((await o.office.refused(makeKit, { params: of(), body: { hash: '0'.repeat(64), short: [0], middle: [0], media: [], posters: [], contact: { name: '甲', phone: '1', email: '' }, days: 7 } })).codes).toContain('kit.notPublished')
  await o.office.ask(publishStory, { params: of(), body: { hash: (await o.office.ask(readStory, { params: of() })).hash } })
  expect([await all(path), (await read()).kits.find((k) => k.id === kitId)!.state]).toEqual([nothing, 'stopped'])
  const again = await make()
  expect((await get(again.path)).status).toBe(200)
  const { hash } = await o.office.ask(readStory, { params: of() })
  await o.units[0]!.approver.ask(answerStory, { params: of(), body: { hash, yes: true, consent: false, paper: { name: '签字稿.pdf', base64: (await signed()).toString('base64') } } })
  expect(await all(again.path)).toEqual(nothing)
})
const signed = async (): Promise<Buffer> => { const { stampedPdf } = await import('#server/demo/samples/scan'); return stampedPdf('story', { title: '故事稿', lines: ['撤回同意。'], unit: '示例单位' }) }
