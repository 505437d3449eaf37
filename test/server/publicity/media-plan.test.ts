/** 媒体投放: planned, put out with what shows it, called back with its story, brought as a list, added up and given out as files. */
import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmHonourChange, proposeHonourChange } from '#contract/operations/honours'
import { addMediaChannel, addMediaEvidence, addMediaItem, changeMediaChannel, changeMediaItem, importMediaList, listMediaMaterials, moveMediaItem, previewMediaList, readMediaItem, readMediaPlan, recallMediaItem, removeMediaChannel, removeMediaEvidence } from '#contract/operations/media'
import { listNews } from '#contract/operations/news'
import { readPlatformRules, setPlatformRule } from '#contract/operations/platform-rules'
import { answerStory, readStory, saveStory, withdrawStory } from '#contract/operations/stories'
import { addDays, dayOf } from '#core/kernel/instant'
import type { MediaChannel } from '#core/publicity/media-plan/channel'
import { mediaLimits } from '#core/publicity/media-plan/channel'
import type { MediaItem } from '#core/publicity/media-plan/item'
import { reminderOf } from '#core/publicity/media-plan/due'
import { sumOf, totalsOf } from '#core/publicity/media-plan/totals'
import { stampedPdf } from '#server/demo/samples/scan'
import { video } from '#server/demo/samples/video'
import { carry } from '#server/news/carrier'
import { invariants } from '#server/store/invariants'
import { updateItem } from '#server/store/media-plan'
import { sheetsOfExcel, tablesOfWord } from '../../documents/read-tables'
import { once } from '../dossier'
import { giveHonoursTo, type Honoured } from '../honours-given'
import { freshInstallation, type Installation } from '../installation'
import { pdfWithText } from '../marked-files'
import { openOffice, type Office } from '../office'
import { publishStoryOf } from '../story-published'

let at: Installation
let o: Office
let h: Honoured
let campaignId: string, channelId: string, today: string
const params = () => ({ campaignId })
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 4)
  h = await giveHonoursTo(at, o, ['沈若川', '顾南枝', '陆行之', '许知远'])
  campaignId = h.campaignId
  today = dayOf(await at.now())
  channelId = await channel()
}, 300_000)
afterAll(() => at.close())

const channel = (change: Partial<MediaChannel> = {}) => o.office.ask(addMediaChannel, { params: params(), body: { kind: 'newspaper', kindWord: '', name: '云川日报（示例）', level: 'provincial', contact: '', ...change } }).then((r) => r.channelId)
const written = (change: Partial<MediaItem> = {}): MediaItem => ({ channelId, title: '先进事迹通讯（示例）', from: today, to: today, ownerId: null, ownerWord: '总编室', material: { kind: 'word', word: '通讯一篇' }, link: '', reach: null, reachFrom: '', ...change })
const add = (change: Partial<MediaItem> = {}) => o.office.ask(addMediaItem, { params: params(), body: written(change) }).then((r) => r.itemId)
const read = (itemId: string, who = o.office) => who.ask(readMediaItem, { params: { campaignId, itemId } })
const plan = () => o.office.ask(readMediaPlan, { params: params() })
const move = async (itemId: string, state: 'planned' | 'ready' | 'out' | 'cancelled', more: object = {}) => o.office.ask(moveMediaItem, { params: { campaignId, itemId }, body: { version: (await read(itemId)).item.version, state, ...more } })
const notMoved = async (itemId: string, state: 'planned' | 'ready' | 'out' | 'cancelled', more: object = {}) => (await o.office.refused(moveMediaItem, { params: { campaignId, itemId }, body: { version: (await read(itemId)).item.version, state, ...more } })).codes
/** A page that runs something when it is opened. */
const scriptedPdf = (): Buffer => Buffer.from(pdfWithText([['第 3 版（示例）']]).toString('latin1').replace('<< /Type /Catalog /Pages 2 0 R >>', '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'), 'latin1')
const b64 = async (bytes: Buffer | Promise<Buffer>) => (await bytes).toString('base64')
const file = async (path: string): Promise<Response> => fetch(`${at.origin}/api/campaigns/${campaignId}/media/${path}`, { headers: { cookie: `xuanshu_session=${o.office.token}` } })
const bytesOf = async (path: string): Promise<Buffer> => Buffer.from(await (await file(path)).arrayBuffer())

test('a channel stands once, and goes only while nothing is placed in it', async () => {
  expect((await o.office.refused(addMediaChannel, { params: params(), body: { kind: 'newspaper', kindWord: '', name: '《云川日报》（示例）', level: 'city', contact: '' } })).codes).toEqual(['media.channelTwice'])
  expect((await o.office.refused(addMediaChannel, { params: params(), body: { kind: 'other', kindWord: '', name: '', level: 'city', contact: '' } })).codes).toEqual(['media.noChannelName', 'media.noKindWord'])
  const both = await Promise.all(Array.from({ length: 6 }, () => o.office.send(addMediaChannel, { params: params(), body: { kind: 'metro', kindWord: '', name: '地铁一号线（示例）', level: 'city', contact: '' } })))
  expect(both.map((r) => r.status).toSorted()).toEqual([200, 422, 422, 422, 422, 422])
  const id = await channel({ name: '旧频道（示例）', kind: 'tv' })
  expect((await Promise.all([1, 2].map((n) => o.office.send(changeMediaChannel, { params: { campaignId, channelId: id }, body: { version: 1, channel: { kind: 'tv', kindWord: '', name: `新频道${n}（示例）`, level: 'city', contact: '' } } })))).map((r) => r.status).toSorted()).toEqual([200, 409])
  await o.office.ask(removeMediaChannel, { params: { campaignId, channelId: id } })
  await add()
  expect((await o.office.refused(removeMediaChannel, { params: { campaignId, channelId } })).codes).toEqual(['media.channelUsed'])
})

test('what an item owes at each state; a number of readers is asked for by nobody, and never without its source', async () => {
  const refused = async (change: Partial<MediaItem>) => (await o.office.refused(addMediaItem, { params: params(), body: written(change) })).codes
  expect(await refused({ title: '', to: addDays(today, -1), link: 'javascript:alert(1)' })).toEqual(['media.noTitle', 'media.daysTurned', 'media.linkNone'])
  expect(await refused({ reach: 1200 })).toEqual(['media.reachUnsourced'])
  expect(await refused({ title: '机密★10年' })).toEqual(['media.marking'])
  const id = await add({ from: addDays(today, 2), to: addDays(today, 9), material: { kind: 'none' } })
  expect(await notMoved(id, 'ready')).toEqual(['media.noMaterial'])
  expect(await notMoved(id, 'out')).toContain('media.notYet')
  expect(await notMoved(id, 'cancelled')).toEqual(['media.noWhy'])
  await move(id, 'cancelled', { why: '版面调整' })
  expect(await notMoved(id, 'out')).toContain('media.noStep')
  await move(id, 'planned')
  const now = await add()
  const { findings } = await move(now, 'out')
  expect(findings.map((f) => [f.code, f.strength])).toEqual([['media.noEvidence', 'warn']])
  await move(now, 'ready')
  await move(now, 'out', { link: 'https://news.example.org/a/1', reach: 52_000, reachFrom: '平台后台（示例）' })
  const { item, findings: left } = await read(now)
  expect([item.state, item.reach, item.reachFrom, left]).toEqual(['out', 52_000, '平台后台（示例）', []])
})

test('of two editors at once the second is told, and what the first wrote stands; mutant: without the version the first is lost', async () => {
  const itemId = await add({ title: '两人同改（示例）' })
  const put = (title: string) => o.office.send(changeMediaItem, { params: { campaignId, itemId }, body: { version: 1, item: written({ title }) } })
  const [first, second] = [await put('甲改的（示例）'), await put('乙改的（示例）')]
  expect([first.status, second.status, (await read(itemId)).item.title]).toEqual([200, 409, '甲改的（示例）'])
  const racing = await Promise.all(['ready', 'out', 'cancelled'].map((state) => o.office.send(moveMediaItem, { params: { campaignId, itemId }, body: { version: 2, state: state as 'out', why: '示例' } })))
  expect(racing.map((r) => r.status).toSorted()).toEqual([200, 409, 409])
  // The same two writes without asking for the version: what the first wrote is gone, and the line above would see it.
  const lost = await add({ title: '两人同改二（示例）' })
  const by = { by: (await at.services.db.row<{ id: string }>(`SELECT changed_by AS id FROM media_items WHERE id = $1`, [lost]))!.id, at: await at.now() }
  await Promise.all(['甲改的（示例）', '乙改的（示例）'].map((title) => updateItem(at.services.db, lost, written({ title }), null, by)))
  expect((await read(lost)).item.version).toBe(3)
})

test('evidence: a picture loses place and device, a page stays a PDF, films and scripts are refused, and six are enough however many press', async () => {
  const itemId = await add({ title: '户外大屏（示例）' })
  const give = async (name: string, bytes: Buffer | Promise<Buffer>) => o.office.send(addMediaEvidence, { params: { campaignId, itemId }, body: { name, base64: await b64(bytes) } })
  const shot = (n: number) => sharp({ create: { width: 1200, height: 700, channels: 3, background: { r: 20 * n, g: 120, b: 90 } } }).withExif({ IFD0: { Make: '示例相机' }, IFD3: { GPSLatitude: '41/1 48/1 0/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer()
  expect((await give('大屏.jpg', shot(1))).status).toBe(200)
  expect((await give('又一次.jpg', shot(1))).status).toBe(200)
  expect((await give('版面.pdf', once('media page', () => stampedPdf('page', { title: '云川日报（示例）', lines: ['第 3 版'], unit: '示例' })))).status).toBe(200)
  const { evidence } = await read(itemId)
  expect(evidence.map((e) => [e.name, e.kind])).toEqual([['大屏.jpg', 'picture'], ['版面.pdf', 'page']])
  const picture = await sharp(await bytesOf(`items/${itemId}/evidence/${evidence[0]!.id}/file?width=1600`)).metadata()
  expect([picture.format, picture.width, picture.exif]).toEqual(['webp', 1200, undefined])
  const page = await file(`items/${itemId}/evidence/${evidence[1]!.id}/file`)
  expect([page.headers.get('content-type'), page.headers.get('content-disposition')?.startsWith('attachment'), Buffer.from(await page.arrayBuffer()).subarray(0, 5).toString()]).toEqual(['application/pdf', true, '%PDF-'])
  const codes = async (name: string, bytes: Buffer | Promise<Buffer>) => (await o.office.refused(addMediaEvidence, { params: { campaignId, itemId }, body: { name, base64: await b64(bytes) } })).codes
  expect(await codes('坏.pdf', Buffer.from('%PDF-1.4 broken'))).toEqual(['media.pageBroken'])
  expect(await codes('密.pdf', pdfWithText([['机密★10年', '示例']]))).toEqual(['secrecy.forAll'])
  expect(await codes('带脚本.pdf', scriptedPdf())).toEqual(['media.pageActive'])
  expect(await codes('一天.mp4', once('video 1', () => video('t', { seconds: 2, frames: 2 })))).toEqual(['media.evidenceFilm'])
  expect(await codes('表.txt', Buffer.from('text'))).toEqual(['story.media'])
  const many = await Promise.all([2, 3, 4, 5, 6, 7].map(async (n) => (await give(`${n}.jpg`, shot(n))).status))
  expect([many.filter((s) => s === 200).length, many.filter((s) => s === 422).length]).toEqual([mediaLimits.files - 2, 2])
  await o.office.ask(removeMediaEvidence, { params: { campaignId, itemId, evidenceId: evidence[1]!.id } })
  expect((await file(`items/${itemId}/evidence/${evidence[1]!.id}/file`)).status).toBe(404)
  // What nothing refers to has left the store; what the other one shows stays.
  const sums = await at.services.db.rows<{ kept: boolean }>(`SELECT EXISTS (SELECT FROM blobs b WHERE b.sha256 = r.value->>'sha256') AS kept FROM media_evidence e, jsonb_each(e.renditions) r WHERE e.item_id = $1`, [itemId])
  expect(sums.every((s) => s.kept)).toBe(true)
})

test('only what is cleared and public goes out; with its story it is called back, at the one place that lists everything', async () => {
  const nominationId = h.nominationIds[0]!
  expect((await o.office.refused(addMediaItem, { params: params(), body: written({ material: { kind: 'story', nominationId } }) })).status).toBe(404)
  await o.office.ask(saveStory, { params: { nominationId }, body: { revision: 0, document: { title: ['初稿'], opening: '', portrait: null, blocks: [] } } })
  const early = await add({ title: '故事连载（示例）', material: { kind: 'story', nominationId } })
  expect(await notMoved(early, 'out')).toContain('media.notPublic')
  const { film } = await publishStoryOf(o, nominationId, 0)
  expect((await o.office.ask(listMediaMaterials, { params: params() })).materials.map((m) => m.kind)).toEqual(['story', 'film'])
  const tower = await channel({ kind: 'shortVideo', name: '学习强国短视频（示例）', level: 'national' })
  const clip = await add({ title: '短片（示例）', channelId: tower, material: { kind: 'film', mediaId: film } })
  const { platforms } = await read(clip)
  expect(platforms.find((p) => p.own)).toMatchObject({ id: 'xuexi', findings: [] })
  const write = (seconds: number) => o.office.send(setPlatformRule, { params: { campaignId, platform: 'xuexi' }, body: { version: 0, seconds, megabytes: 500, leastSide: 1080, ratios: ['16:9', '9:16'], source: '平台投稿说明（示例）' } })
  expect((await Promise.all([write(1), write(1)])).map((r) => r.status).toSorted()).toEqual([200, 409])
  expect((await read(clip)).platforms.find((p) => p.own)?.findings.map((f) => f.code)).toEqual(['platform.tooLong'])
  expect((await o.office.ask(readPlatformRules, { params: params() })).rules.find((r) => r.id === 'xuexi')).toMatchObject({ seconds: 1, version: 1, source: { zh: '平台投稿说明（示例）' } })
  await move(early, 'out', { link: 'https://news.example.org/b/2' })
  await move(clip, 'ready')
  const later = await add({ title: '还在计划（示例）', material: { kind: 'story', nominationId } })
  const { recall } = await o.office.ask(withdrawStory, { params: { nominationId }, body: { reason: '本人要求撤下' } })
  expect(recall.filter((w) => w.zh.includes('（示例）”')).map((w) => w.zh.slice(0, 22))).toEqual(['媒体投放“故事连载（示例）”：云川日报（示例', '媒体投放“短片（示例）”：学习强国短视频（示'].map((s) => s.slice(0, 22)))
  expect((await plan()).items.filter((i) => i.recallSince !== null).map((i) => i.id).toSorted()).toEqual([early, clip].toSorted())
  // Mutant: a plan that does not look at the story would let the planned one out.
  expect(await notMoved(later, 'out')).toContain('media.withdrawn')
  expect(await notMoved(early, 'ready')).toContain('media.recallFirst')
  const call = async (itemId: string) => o.office.ask(recallMediaItem, { params: { campaignId, itemId }, body: { version: (await read(itemId)).item.version, note: '报社已撤稿，电话确认' } })
  await call(early)
  await call(clip)
  expect([(await read(early)).item.state, (await read(clip)).item.state, sumOf((await plan()).items).toRecall]).toEqual(['out', 'cancelled', 0])
  expect((await o.office.refused(recallMediaItem, { params: { campaignId, itemId: early }, body: { version: (await read(early)).item.version, note: '再来一次' } })).status).toBe(404)
})

test('a withdrawal that comes while an item goes out leaves none behind: it is refused, or marked to be called back', async () => {
  const nominationId = h.nominationIds[1]!
  await publishStoryOf(o, nominationId, 1)
  const ids = await Promise.all(Array.from({ length: 8 }, (_, n) => add({ title: `同时刊播 ${n}（示例）`, material: { kind: 'story', nominationId } })))
  const versions = new Map((await plan()).items.map((i) => [i.id, i.version]))
  const all = await Promise.all([...ids.slice(0, 4).map((itemId) => o.office.send(moveMediaItem, { params: { campaignId, itemId }, body: { version: versions.get(itemId)!, state: 'out' } })), o.office.send(withdrawStory, { params: { nominationId }, body: { reason: '本人要求撤下' } }), ...ids.slice(4).map((itemId) => o.office.send(moveMediaItem, { params: { campaignId, itemId }, body: { version: versions.get(itemId)!, state: 'out' } }))])
  expect(all.every((r) => r.status === 200 || r.status === 422)).toBe(true)
  const left = (await plan()).items.filter((i) => ids.includes(i.id) && i.state === 'out')
  expect(left.filter((i) => i.recallSince === null)).toEqual([])
})

test('an honour revoked, or a consent taken back, calls its placements back as well', async () => {
  const [revoked, unwilling] = [h.nominationIds[2]!, h.nominationIds[3]!]
  const placed = async (nominationId: string, unit: number, title: string) => {
    await publishStoryOf(o, nominationId, unit)
    const id = await add({ title, material: { kind: 'story', nominationId } })
    await move(id, 'out', { link: 'https://news.example.org/d/4' })
    return id
  }
  const [first, second] = [await placed(revoked, 2, '被撤销的（示例）'), await placed(unwilling, 3, '不同意的（示例）')]
  const { proposalId } = await o.office.ask(proposeHonourChange, { params: { campaignId, honourId: h.honours.find((x) => x.name === '陆行之')!.honourId }, body: { change: 'revoke', reason: '查实材料不实（示例）', basis: '评委会会议纪要第 3 号（示例）' } })
  const { recall } = await o.second.ask(confirmHonourChange, { params: { campaignId, proposalId } })
  expect(recall.some((w) => w.zh.includes('被撤销的（示例）'))).toBe(true)
  const { hash } = await o.office.ask(readStory, { params: { nominationId: unwilling } })
  await o.units[3]!.approver.ask(answerStory, { params: { nominationId: unwilling }, body: { hash, yes: false, consent: false, note: '本人不再同意（示例）', paper: { name: '签字稿.pdf', base64: await b64(once('signed story', () => stampedPdf('story', { title: '故事稿', lines: ['内容属实，同意宣传。'], unit: '示例单位' }))) } } })
  expect((await plan()).items.filter((i) => [first, second].includes(i.id)).map((i) => i.recallSince !== null)).toEqual([true, true])
  // The table keeps to it too: nothing is called back that was not to be.
  await expect(at.services.db.rows(`UPDATE media_items SET recall_since = NULL, recalled_at = now(), recalled_by = changed_by WHERE id = $1`, [first])).rejects.toThrow(/check/u)
})

const csv = (lines: readonly string[]) => Buffer.from(`\uFEFF${['渠道名称,渠道类别,级别,联系人和电话,宣传内容,开始日期,结束日期,责任人,使用材料,状态,链接,阅读播放量,数据来源', ...lines].join('\r\n')}`).toString('base64')
test('a list is judged line by line, shown before it is taken, and taken once', async () => {
  const sheet = { fileName: '清单.csv', base64: csv(['云川卫视（示例）,电视专栏,省级,,身边的榜样（示例）,2026年5月3日,2026-05-09,,通讯一篇,已刊播,https://tv.example.org/1,1.2万,收视统计（示例）', '云川卫视（示例）,电视专栏,省级,,身边的榜样（示例）,2026-05-03,,,,,,,', '云川日报（示例）,报纸专栏,省级,,又一篇（示例）,5月3日,,,,,,,', '广场大屏（示例）,户外大屏,市级,,,,,,,,,,', '=1+1,公交,市级,,,,,,,,,,', '空中课堂（示例）,讲坛,市级,,第一讲（示例）,2026-05-04,,,,,,,', '公交一路（示例）,公交,中等,,,,,,,,,,']) }
  const seen = await o.office.ask(previewMediaList, { params: params(), body: sheet })
  expect(seen.rows.map((r) => [r.line, r.effect, r.findings.map((f) => f.code)])).toEqual([
    [2, 'create', []], [3, 'refused', ['media.list.twice']], [4, 'refused', ['media.list.from']], [5, 'channelOnly', []], [6, 'refused', ['media.list.formula']], [7, 'create', ['media.list.kind']], [8, 'refused', ['media.list.level']]])
  expect(seen.counts).toEqual({ channels: 3, items: 2, same: 0, refused: 4 })
  const body = { ...sheet, channelsSeen: 3, itemsSeen: 2, refusedSeen: 4 }
  expect((await o.office.refused(importMediaList, { params: params(), body: { ...body, itemsSeen: 3 } })).codes).toEqual(['import.changed'])
  const both = await Promise.all([1, 2].map(() => o.office.send(importMediaList, { params: params(), body })))
  expect(both.map((r) => r.status).toSorted()).toEqual([200, 422])
  const { items, channels } = await plan()
  const there = items.find((i) => i.title === '身边的榜样（示例）')!
  expect([there.state, there.from, there.to, there.reach, there.materialName, channels.find((c) => c.name === '空中课堂（示例）')?.kindWord]).toEqual(['out', '2026-05-03', '2026-05-09', 12_000, '通讯一篇', '讲坛'])
  expect((await o.office.ask(previewMediaList, { params: params(), body: sheet })).counts).toEqual({ channels: 0, items: 0, same: 3, refused: 4 })
  expect((await o.office.ask(previewMediaList, { params: params(), body: { fileName: 'a.xlsx', base64: Buffer.from('none').toString('base64') } })).findings.map((f) => f.code)).toEqual(['media.list.column'])
})

test('the blank list, filled in, comes back in without a finding', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await bytesOf('template') as never)
  const page = book.worksheets[0]!
  page.getRow(2).values = ['云川交通广播（示例）', '广播', '省级', '', '早间专访（示例）', '2026-05-06']
  page.spliceRows(3, 1)
  const { counts, rows } = await o.office.ask(previewMediaList, { params: params(), body: { fileName: '清单.xlsx', base64: Buffer.from(await book.xlsx.writeBuffer()).toString('base64') } })
  expect([counts, rows[0]!.findings]).toEqual([{ channels: 1, items: 1, same: 0, refused: 0 }, []])
})

test('sums of kinds and of levels are those of every single item, and both files say the same; mutant: a sum that counts the cancelled is another', async () => {
  await move(await add({ title: '取消的（示例）' }), 'cancelled', { why: '示例' })
  const { items } = await plan()
  const t = totalsOf(items)
  for (const rows of [t.byKind, t.byLevel]) for (const key of ['planned', 'ready', 'out', 'reach'] as const) expect(rows.reduce((n, r) => n + r.sum[key], 0)).toBe(t.all[key])
  const whole = t.all.planned + t.all.ready + t.all.out
  expect(items.length).not.toBe(whole)
  const book = await sheetsOfExcel(await bytesOf('file?what=plan&as=xlsx'))
  expect(book.get('按渠道类别')!.find((r) => r[0] === '合计')!.slice(1, 5)).toEqual([whole, t.all.planned, t.all.ready, t.all.out])
  expect(book.get('明细')!.filter((r) => typeof r[0] === 'number').length).toBe(items.length)
  const word = await tablesOfWord(await bytesOf('file?what=results&as=docx'))
  expect(word.tables[0]!.at(-1)).toEqual(['合计', t.all.out, t.all.out - t.all.unshown, t.all.recalled, t.all.reach, t.all.reachOf].map(String))
  expect(word.tables[2]!.length - 1).toBe(t.all.out)
})

test('whoever looks after it is reminded once: of what comes tomorrow, and of what has passed; nobody of what they touched today', async () => {
  const { people } = await plan()
  const me = people.find((p) => p.name === '办公室甲') ?? people[0]!
  await at.services.db.rows(`UPDATE media_items SET owner_id = NULL, owner_word = '总编室' WHERE campaign_id = $1`, [campaignId])
  await add({ title: '明天的一（示例）', from: addDays(today, 2), to: addDays(today, 2), ownerId: me.id, ownerWord: '' })
  await add({ title: '明天的二（示例）', from: addDays(today, 2), to: addDays(today, 3), ownerId: me.id, ownerWord: '' })
  const shown = await add({ title: '有据的（示例）', ownerId: me.id, ownerWord: '' })
  await move(shown, 'out', { link: 'https://news.example.org/c/3' })
  const told = () => at.services.db.rows<{ kind: string; detail: { count: number } }>(`SELECT kind, detail FROM news WHERE kind IN ('mediaDue', 'mediaLate') ORDER BY at, kind`)
  await carry(at.services)
  expect(await told()).toEqual([])
  await at.setClock((await at.now()) + 86_400_000)
  for (let i = 0; i < 3; i++) await carry(at.services)
  expect(await told()).toEqual([{ kind: 'mediaDue', detail: { count: 2 } }])
  await at.setClock((await at.now()) + 3 * 86_400_000)
  for (let i = 0; i < 3; i++) await carry(at.services)
  expect(await told()).toEqual([{ kind: 'mediaDue', detail: { count: 2 } }, { kind: 'mediaLate', detail: { count: 2 } }])
  const reader = [o.office, o.second].map((who) => who.ask(listNews, { params: {} }))
  expect((await Promise.all(reader)).flatMap((r) => r.news).filter((n) => n.kind === 'mediaLate').length).toBe(1)
  // Mutant: one that forgets what it told would tell it again at every look.
  const row = { state: 'planned', from: today, to: today, link: '', reach: null, files: 0, recallSince: null, recalledAt: null, changedOn: addDays(today, -9), toldDue: null } as const
  expect([reminderOf({ ...row, toldLate: today }, addDays(today, 3)), reminderOf({ ...row, toldLate: null }, addDays(today, 3))]).toEqual([null, 'late'])
})

test('of another campaign nothing is there; the ledger names no title and no person; nothing is left that should not be', async () => {
  const [some] = (await plan()).items
  expect((await o.units[0]!.clerk.refused(readMediaPlan, { params: params() })).status).toBe(404)
  expect((await o.office.refused(addMediaItem, { params: params(), body: written({ channelId: '00000000-0000-4000-8000-000000000000' }) })).status).toBe(404)
  expect((await o.office.refused(addMediaItem, { params: params(), body: written({ ownerId: '00000000-0000-4000-8000-000000000000' }) })).status).toBe(404)
  expect((await o.office.refused(readMediaItem, { params: { campaignId: some!.id, itemId: some!.id } })).status).toBe(404)
  const acts = await at.services.db.rows<{ act: string; text: string }>(`SELECT entry->>'act' AS act, entry::text AS text FROM ledger_entries WHERE entry->>'act' LIKE 'media.%'`)
  expect(new Set(acts.map((a) => a.act)).size).toBe(11)
  expect(acts.some((a) => /示例|example/u.test(a.text))).toBe(false)
  for (const { name, sql } of invariants) expect([name, await at.services.db.rows(sql)]).toEqual([name, []])
})
