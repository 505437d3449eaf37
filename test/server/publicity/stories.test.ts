/** 人物故事 from the first line to its withdrawal: who has to say yes, what goes public, and that it is gone when it is withdrawn. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmHonourChange, proposeHonourChange } from '#contract/operations/honours'
import { addStoryMedia, answerStory, captionStoryFilm, clearStorySecrecy, describeStoryMedia, listStories, publishStory, readStory, removeStoryMedia, reviewStory, saveStory, storyProof, withdrawStory } from '#contract/operations/stories'
import { listNews } from '#contract/operations/news'
import type { StoryDocument } from '#core/publicity/story/document'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { stampedPdf } from '#server/demo/samples/scan'
import { video } from '#server/demo/samples/video'
import { once } from '../dossier'
import { giveHonoursTo, type Honoured } from '../honours-given'
import { freshInstallation, type Installation } from '../installation'
import { openOffice, type Office } from '../office'

let at: Installation
let o: Office
let h: Honoured
let params: { nominationId: string }
let face: string, wide: string, film: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  h = await giveHonoursTo(at, o, ['沈若川', '顾南枝'])
  params = { nominationId: h.nominationIds[0]! }
})
afterAll(() => at.close())

const read = () => o.office.ask(readStory, { params })
const base64 = async (key: string, make: () => Promise<Buffer>) => (await once(key, make)).toString('base64')
const get = (path: string, headers: Record<string, string> = {}) => fetch(at.origin + path, { headers })
const page = async () => (await get(h.honours.find((x) => x.name === '沈若川')!.path)).text()
const media = async (): Promise<string[]> => [...new Set((await page()).match(/\/p\/[^" ]+\/media\/[^" ]+/gu) ?? [])]
const story = (change: Partial<StoryDocument> = {}): StoryDocument => ({
  title: ['把夜班上成', '白天的样子'], opening: '抢救室里，灯二十四小时亮着。', portrait: face,
  blocks: [
    { kind: 'text', text: `她总把最难的一班留给自己。<script>alert(1)</script>${'那一年冬天，抢救室收了四十七位病人。'.repeat(20)}` },
    { kind: 'quote', text: '病人等不起，我也等不起。', occasion: '2026年5月，院内访谈' },
    { kind: 'picture', media: wide, caption: '在门诊，2026年4月。', alt: '沈若川坐在诊桌前' }, { kind: 'film', media: film, caption: '看她的一天。', poster: wide },
  ], ...change,
})
const save = async (document: StoryDocument, who = o.office) => who.ask(saveStory, { params, body: { revision: (await who.ask(readStory, { params })).revision, document } })
const hash = async () => (await read()).hash
const publish = async (when: number | null = null) => o.office.refused(publishStory, { params, body: { hash: await hash(), at: when } })
const approver = () => o.units[0]!.approver
const paper = async () => ({ name: '签字稿.pdf', base64: await base64('signed story', () => stampedPdf('story', { title: '故事稿', lines: ['内容属实，同意宣传。'], unit: '示例单位' })) })
/** Everybody says yes to what stands there now. */
const clearAll = async (): Promise<void> => {
  const body = { hash: await hash(), yes: true }
  await o.second.ask(reviewStory, { params, body })
  await approver().ask(answerStory, { params, body: { ...body, consent: true, paper: await paper() } })
  await approver().ask(clearStorySecrecy, { params, body })
}

test('pictures and films come in, are measured, and lose their metadata on the way to pages', async () => {
  const add = (name: string, bytes: string) => o.office.ask(addStoryMedia, { params, body: { name, base64: bytes } }).then((r) => r.mediaId)
  face = await add('沈若川.jpg', await base64('story portrait', () => portrait('story', { background: 'red' })))
  wide = await add('门诊.jpg', await base64('photo 1', () => photo('t1')))
  film = await add('一天.mp4', await base64('video 1', () => video('t', { seconds: 2, frames: 2 })))
  expect(await add('又一次.jpg', await base64('photo 1', () => photo('t1')))).toBe(wide)
  expect((await o.office.refused(addStoryMedia, { params, body: { name: '不是图.jpg', base64: Buffer.from('no picture').toString('base64') } })).codes).toEqual(['story.media'])
  const kept = (await read()).media
  expect(kept.map((m) => [m.kind, m.plays])).toEqual([['picture', true], ['picture', true], ['film', true]])
  const [row] = await at.services.db.rows<{ renditions: Record<string, { sha256: string }> }>(`SELECT renditions FROM story_media WHERE id = $1`, [wide])
  expect(Object.keys(row!.renditions).map(Number)).toEqual([480, 960, 1600])
  const picture = await get(`/api/nominations/${params.nominationId}/story/media/${wide}/file?width=400`, { cookie: `xuanshu_session=${o.office.token}` })
  const bytes = Buffer.from(await picture.arrayBuffer())
  expect([picture.headers.get('content-type'), bytes.subarray(8, 12).toString(), bytes.includes('Exif')]).toEqual(['image/webp', 'WEBP', false])
})

test('two who write at once: the second is told who, and nothing is overwritten', async () => {
  const { revision } = await read()
  const first = await o.office.ask(saveStory, { params, body: { revision, document: story() } })
  const late = await o.second.refused(saveStory, { params, body: { revision, document: story({ title: ['别人的标题'] }) } })
  expect([late.status, JSON.stringify(late.problem).includes('郑一帆')]).toEqual([409, true])
  expect((await read()).document.title).toEqual(['把夜班上成', '白天的样子'])
  expect(first.findings.map((f) => f.code)).toEqual(expect.arrayContaining(['story.noCredit', 'story.noPeople']))
})

test('captions are read and checked; a file of another film is refused', async () => {
  const caption = (text: string) => ({ params: { ...params, mediaId: film }, body: { text } })
  expect((await o.office.refused(captionStoryFilm, caption('59:00.000 --> 59:04.000\n甲'))).codes).toEqual(['captions.beyond'])
  expect((await o.office.ask(captionStoryFilm, caption('1\n00:00:00,500 --> 00:00:01,800\n<b>夜班从五点开始。</b>'))).captions).toBe(1)
})

test('nobody publishes what others have not cleared: every word is asked for, in order, of another person', async () => {
  for (const mediaId of [face, wide, film]) await o.office.ask(describeStoryMedia, { params: { ...params, mediaId }, body: { credit: '图：示例', people: 'person', consent: '' } })
  expect((await publish()).codes).toEqual(['story.no.review', 'story.no.person', 'story.no.secrecy', 'story.noConsent'])
  const body = { hash: await hash(), yes: true }
  expect((await o.office.refused(reviewStory, { params, body })).codes).toEqual(['story.samePerson'])
  expect((await approver().refused(clearStorySecrecy, { params, body })).codes).toEqual(['story.reviewFirst'])
  expect(await approver().ask(storyProof, { params })).toEqual({ proof: null })
  await o.second.ask(reviewStory, { params, body })
  expect((await approver().ask(storyProof, { params })).proof?.mayAnswer).toEqual(['person', 'secrecy'])
  expect((await approver().refused(answerStory, { params, body: { ...body, consent: true } })).codes).toEqual(['story.noPaper'])
  expect((await o.units[1]!.approver.refused(answerStory, { params, body: { ...body, consent: true } })).status).toBe(404)
  expect((await o.units[0]!.clerk.refused(answerStory, { params, body: { ...body, consent: true } })).status).toBe(404)
  await approver().ask(answerStory, { params, body: { ...body, consent: false, paper: await paper() } })
  await approver().ask(clearStorySecrecy, { params, body })
  expect((await publish()).codes).toEqual(['story.noConsent'])
  expect((await o.office.ask(listStories, { params: { campaignId: h.campaignId } })).people.find((p) => p.nominationId === params.nominationId)?.story).toMatchObject({ clearances: { review: 'given', person: 'given', secrecy: 'given' }, consent: false })
  expect((await approver().ask(listNews, { query: {} })).news.map((n) => n.kind)).toContain('storyToConfirm')
})

test('published, its page holds the text, and nothing in it runs; pictures, film in parts and captions are there for anybody', async () => {
  expect(await media()).toEqual([])
  await approver().ask(answerStory, { params, body: { hash: await hash(), yes: true, consent: true, paper: await paper() } })
  const { path } = await o.office.ask(publishStory, { params, body: { hash: await hash() } })
  const text = await page()
  expect(path).toBe(h.honours.find((x) => x.name === '沈若川')!.path)
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text.match(/<script/gu)).toEqual(['<script'])
  expect(text).toContain('"@type":"Article"')
  const all = await media()
  expect(all.some((m) => m.endsWith('.mp4')) && all.some((m) => m.endsWith('.vtt')) && all.some((m) => m.endsWith('-1600.webp'))).toBe(true)
  for (const m of all) expect([m, (await get(m)).status]).toEqual([m, 200])
  const part = await get(all.find((m) => m.endsWith('.mp4'))!, { range: 'bytes=10-19' })
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10])
  const picture = await get(all.find((m) => m.endsWith('.webp'))!)
  expect(picture.headers.get('cache-control')).toContain('max-age=300')
  expect((await get(all.find((m) => m.endsWith('.webp'))!, { 'if-none-match': picture.headers.get('etag')! })).status).toBe(304)
  expect(await (await get(all.find((m) => m.endsWith('.vtt'))!)).text()).toContain('夜班从五点开始。')
  expect((await get(all[0]!.replace(/[0-9a-f]{12}/u, '0'.repeat(12)))).status).toBe(404)
})

test('another comma is another text: the public one stays, the new one waits for everybody again', async () => {
  await save(story({ opening: '抢救室里，灯一直亮着。' }))
  expect((await publish()).codes).toEqual(['story.no.review', 'story.no.person', 'story.no.secrecy'])
  expect(await page()).toContain('灯二十四小时亮着')
  expect((await o.office.refused(removeStoryMedia, { params: { ...params, mediaId: wide } })).codes).toEqual(['story.mediaShown'])
})

test('scheduled, it goes public by itself at its moment; changed in between it does not', async () => {
  await clearAll()
  const later = (await at.now()) + 3_600_000
  await o.office.ask(publishStory, { params, body: { hash: await hash(), at: later } })
  await save(story({ opening: '临时又改了一句。' }))
  expect((await read()).publication.publishAt).toBeNull()
  await clearAll()
  await o.office.ask(publishStory, { params, body: { hash: await hash(), at: later } })
  expect(await page()).not.toContain('临时又改了一句')
  await at.setClock(later + 1000)
  await expect.poll(page, { timeout: 60_000, interval: 500 }).toContain('临时又改了一句')
  expect((await read()).publication).toMatchObject({ publishAt: null, isOlder: false })
  // Once on the ledger, by nobody's hand; what was given up on the way is there too.
  const told = async () => (await at.services.db.rows<{ act: string; role: string }>(`SELECT entry->>'act' AS act, entry->'actor'->>'role' AS role FROM ledger_entries WHERE entry->'subject'->>'id' = $1 AND entry->>'act' IN ('story.scheduled', 'story.unscheduled', 'story.published') ORDER BY position`, [params.nominationId])).map((e) => `${e.act} ${e.role}`)
  expect(await told()).toEqual(['story.published office', 'story.scheduled office', 'story.unscheduled office', 'story.scheduled office', 'story.published system'])
})

test('withdrawn: the page, its pictures and its film are gone at once, and what is to be called back outside is listed', async () => {
  const before = await media()
  const { recall } = await o.office.ask(withdrawStory, { params, body: { reason: '画面里的第三人要求撤下（示例）' } })
  expect(recall.length).toBeGreaterThan(3)
  expect(await page()).not.toContain('临时又改了一句')
  for (const m of before) expect([m, (await get(m)).status]).toEqual([m, 404])
  // What a careless change would leave open, the database refuses.
  await expect(at.services.db.rows(`UPDATE stories SET public_media = ARRAY[$2::uuid] WHERE nomination_id = $1`, [params.nominationId, wide])).rejects.toThrow(/check/u)
})

test('whoever takes the consent back takes the story off the page in the same moment', async () => {
  await o.office.ask(publishStory, { params, body: { hash: await hash() } })
  expect((await media()).length).toBeGreaterThan(0)
  await approver().ask(answerStory, { params, body: { hash: await hash(), yes: false, note: '本人改了主意（示例）', consent: false, paper: null } })
  expect(await media()).toEqual([])
  expect((await publish()).codes).toEqual(['story.no.person', 'story.noConsent'])
})

test('with the honour revoked nothing of the story is left to fetch', async () => {
  await approver().ask(answerStory, { params, body: { hash: await hash(), yes: true, consent: true, paper: await paper() } })
  await o.office.ask(publishStory, { params, body: { hash: await hash() } })
  const before = await media()
  const honour = { campaignId: h.campaignId, honourId: h.honours.find((x) => x.name === '沈若川')!.honourId }
  const { proposalId } = await o.office.ask(proposeHonourChange, { params: honour, body: { change: 'revoke', reason: '事迹不实（示例）', basis: '方案第九条（示例）' } })
  await o.second.ask(confirmHonourChange, { params: { campaignId: h.campaignId, proposalId } })
  for (const m of before) expect([m, (await get(m)).status]).toEqual([m, 404])
  expect((await publish()).codes).toEqual(['story.notHonoured'])
})
