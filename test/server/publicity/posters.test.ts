/** 海报 from a published story: laid out, made by a job, released only while the story is public and the person agrees, gone with its withdrawal. */
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPosters, makePosters, previewPoster, readPosters } from '#contract/operations/posters'
import { publishStory, readStory, withdrawStory } from '#contract/operations/stories'
import { keepMade, postersOf } from '#server/store/posters'
import { codeIn } from '../codes-in'
import { giveHonoursTo, type Honoured } from '../honours-given'
import { freshInstallation, type Installation } from '../installation'
import { openOffice, type Office } from '../office'
import { posterWordsOf, publishPosterStory, writePosterStory, type PosterMedia } from '../poster-story'

let at: Installation
let o: Office
let h: Honoured
const media: PosterMedia[] = []
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  h = await giveHonoursTo(at, o, ['沈若川', '阿卜杜拉·买买提'])
  for (const n of [0, 1]) media.push(await writePosterStory(o, h, n))
})
afterAll(() => at.close())

const of = (n: number) => ({ nominationId: h.nominationIds[n]! })
const publish = (n: number) => publishPosterStory(o, h, n)
const words = posterWordsOf
const campaign = () => ({ campaignId: h.campaignId })
const make = (n: number, change: object = {}, design: 'a' | 'b' | 'c' = 'a', sizes: readonly string[] = ['screen-tall']) => ({ params: campaign(), body: { design, sizes: sizes as never, people: [{ ...of(n), words, mediaId: media[n]!.face, ...change }] } })
const listed = () => o.office.ask(listPosters, { params: campaign() })
const made = async () => { await expect.poll(async () => (await listed()).sets[0]!.state, { timeout: 60_000 }).toBe('ready'); return (await listed()).sets[0]! }
const get = (path: string, who = o.office) => fetch(at.origin + path, { headers: { cookie: `xuanshu_session=${who.token}` } })
const fileOf = (setId: string, posterId: string) => get(`/api/campaigns/${h.campaignId}/posters/${setId}/files/${posterId}`)
const archiveOf = (setId: string) => get(`/api/campaigns/${h.campaignId}/posters/${setId}/archive`)

test('before its story is published nothing is made; it is laid out all the same, and says so', async () => {
  const about = await o.office.ask(readPosters, { params: of(0) })
  expect([about.proposals[0], about.pictures.length, about.against.map((f) => f.code)]).toEqual([words, 3, ['poster.notPublished', 'poster.noConsent']])
  const { drawing } = await o.office.ask(previewPoster, { params: of(0), body: { design: 'a', size: 'screen-tall', words, mediaId: media[0]!.face } })
  expect([Math.round(drawing.w), Math.round(drawing.h), drawing.shapes.some((s) => s.kind === 'picture')]).toEqual([1080, 1920, true])
  expect((await o.office.refused(makePosters, make(0))).codes).toEqual(['poster.notPublished', 'poster.noConsent'])
  await publish(0)
  expect((await o.office.ask(readPosters, { params: of(0) })).against).toEqual([])
})

test('words that were not cleared, five lines, a picture that the story does not show, a ground too pale for white letters: refused', async () => {
  expect((await o.office.refused(makePosters, make(0, { words: ['我从不休息。'] }))).codes).toEqual(['poster.notInStory'])
  expect((await o.office.refused(makePosters, make(0, { words: ['病', '人', '等', '不', '起'] }))).codes).toEqual(['poster.tooManyLines'])
  expect((await o.office.refused(makePosters, make(0, { mediaId: media[1]!.face }))).codes).toEqual(['poster.noPicture'])
  const preview = async (mediaId: string) => (await o.office.ask(previewPoster, { params: of(0), body: { design: 'b', size: 'screen-wide', words, mediaId } })).findings.map((f) => f.code)
  expect([await preview(media[0]!.dusk), await preview(media[0]!.pale)]).toEqual([[], ['poster.paleGround']])
  // What the page did not look at, the job does.
  await o.office.ask(makePosters, make(0, { mediaId: media[0]!.pale }, 'b'))
  const set = await made()
  expect([set.posters[0]!.state, set.posters[0]!.lacks[0]!.code]).toEqual(['lacks', 'poster.paleGround'])
  expect((await archiveOf(set.id)).status).toBe(404)
})

test('a batch: who is not ready is left out by name, the others are made; screens as PNG of the exact size, print as PDF with bleed, the code leads to the story', async () => {
  const asked = await o.office.ask(makePosters, { params: campaign(), body: { design: 'c', sizes: ['screen-tall', 'screen-wide', 'phone-card', 'a3'], people: [of(0), of(1)] } })
  expect([asked.posters, asked.leftOut.map((l) => [l.name, l.finding.code])]).toEqual([4, [['阿卜杜拉·买买提', 'poster.notPublished']]])
  const set = await made()
  expect(set.posters.map((p) => p.state)).toEqual(['made', 'made', 'made', 'made'])
  const zip = unzipSync(new Uint8Array(await (await archiveOf(set.id)).arrayBuffer()))
  expect(Object.keys(zip).map((n) => n.split('/')[1]).toSorted()).toEqual(['沈若川-朱-A3 印刷（出血 3 毫米）.pdf', '沈若川-朱-手机分享图 1080×1440.png', '沈若川-朱-横屏 1920×1080.png', '沈若川-朱-竖屏 1080×1920.png'])
  for (const [name, bytes] of Object.entries(zip)) {
    if (name.endsWith('pdf')) { expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-'); continue }
    const { width, height } = await sharp(bytes).metadata()
    expect(name).toContain(`${width}×${height}`)
    expect(await codeIn(Buffer.from(bytes))).toBe(`${at.services.origin}${h.honours.find((x) => x.name === '沈若川')!.path}`)
  }
  const [asks, makes] = await at.services.db.rows<{ act: string; data: Record<string, unknown> }>(`SELECT entry->>'act' AS act, entry->'data' AS data FROM ledger_entries WHERE entry->>'act' LIKE 'poster.%' ORDER BY position DESC LIMIT 2`).then((r) => r.toReversed())
  expect([asks!.act, asks!.data['posters'], makes!.act, makes!.data['posters'], makes!.data['lacking']]).toEqual(['poster.asked', 4, 'poster.made', 4, 0])
})

test('nobody but the office takes one away', async () => {
  const set = (await listed()).sets[0]!
  for (const who of [o.units[0]!.approver, o.units[0]!.clerk]) expect((await get(`/api/campaigns/${h.campaignId}/posters/${set.id}/files/${set.posters[0]!.id}`, who)).status).toBe(404)
  expect((await fileOf(set.id, set.posters[0]!.id)).status).toBe(200)
})

test('consent taken back, the honour standing, the story not withdrawn by anybody: released to nobody from that moment (mutant)', async () => {
  const set = (await listed()).sets[0]!
  const poster = set.posters[0]!
  expect((await fileOf(set.id, poster.id)).status).toBe(200)
  for (const wrong of [`consent = false`, `withdrawn_at = product_time()`, `public_media = '{}'`, `published_at = NULL`]) {
    const [before] = await at.services.db.rows<Record<string, unknown>>(`SELECT consent, withdrawn_at, public_media, published_at FROM stories WHERE nomination_id = $1`, [of(0).nominationId])
    await at.services.db.rows(`UPDATE stories SET ${wrong} WHERE nomination_id = $1`, [of(0).nominationId]).catch(() => undefined)
    const [after] = await at.services.db.rows<Record<string, unknown>>(`SELECT consent, withdrawn_at, public_media, published_at FROM stories WHERE nomination_id = $1`, [of(0).nominationId])
    // A table that does not allow the mutant keeps the promise too.
    if (JSON.stringify(after) !== JSON.stringify(before)) expect([wrong, (await fileOf(set.id, poster.id)).status, (await archiveOf(set.id)).status]).toEqual([wrong, 404, 404])
    await at.services.db.rows(`UPDATE stories SET consent = $2, withdrawn_at = to_timestamp($3::double precision / 1000), public_media = $4, published_at = to_timestamp($5::double precision / 1000) WHERE nomination_id = $1`, [of(0).nominationId, before!['consent'], before!['withdrawn_at'], before!['public_media'], before!['published_at']])
  }
  expect((await fileOf(set.id, poster.id)).status).toBe(200)
})

test('withdrawn with its story: at once, also what is still to be made, and listed for recall; a later publication does not bring it back', async () => {
  const set = (await listed()).sets[0]!
  const { recall } = await o.office.ask(withdrawStory, { params: of(0), body: { reason: '示例：核实后再发' } })
  expect(recall.filter((w) => w.zh.startsWith('海报 ')).map((w) => w.zh.slice(0, 20))).toHaveLength(4)
  expect([(await fileOf(set.id, set.posters[0]!.id)).status, (await archiveOf(set.id)).status, (await listed()).sets[0]!.posters[0]!.state]).toEqual([404, 404, 'withdrawn'])
  await o.office.ask(publishStory, { params: of(0), body: { hash: (await o.office.ask(readStory, { params: of(0) })).hash } })
  expect((await fileOf(set.id, set.posters[0]!.id)).status).toBe(404)
  // Kept by a job that was late: it stays withdrawn.
  const [row] = await postersOf(at.services.db, [set.id])
  await at.services.db.transaction((tx) => keepMade(tx, row!.id, { sha256: row!.sha256!, bytes: row!.bytes! }))
  expect((await fileOf(set.id, set.posters[0]!.id)).status).toBe(404)
})
