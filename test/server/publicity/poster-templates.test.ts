/** 海报模板: an office's own, versions kept, pictures drawn anew, judged by contrast and fit; and the part of a portrait that is shown. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPosterArt, addPosterTemplate, changePosterTemplate, listPosterTemplates, previewPosterTemplate, removePosterTemplate } from '#contract/operations/poster-templates'
import { listPosters, makePosters, previewPoster } from '#contract/operations/posters'
import { codeIn } from '../codes-in'
import { giveHonoursTo, type Honoured } from '../honours-given'
import { freshInstallation, type Installation } from '../installation'
import { openOffice, type Office } from '../office'
import { posterWordsOf, publishPosterStory, writePosterStory, type PosterMedia } from '../poster-story'

let at: Installation
let o: Office
let h: Honoured
let media: PosterMedia
let background = ''
let emblem = ''
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  h = await giveHonoursTo(at, o, ['沈若川'])
  media = await writePosterStory(o, h, 0)
  await publishPosterStory(o, h, 0)
})
afterAll(() => at.close())

const template = (change: object = {}) => ({ name: '蓝底', base: 'c', colours: { ground: '#123a5a', ink: '#ffffff', accent: '#f3d38a' }, title: '', hosts: [], sizes: ['screen-tall', 'a3'], background: null, emblem: null, ...change })
const codes = (f: readonly { code: string }[]) => f.map((x) => x.code)
const add = async (kind: 'background' | 'emblem', name: string, bytes: Buffer) => o.office.ask(addPosterArt, { body: { kind, name, base64: bytes.toString('base64') } })
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#7d8790' } })
const ledger = (like: string) => at.services.db.rows<{ act: string; data: Record<string, unknown> }>(`SELECT entry->>'act' AS act, entry->'data' AS data FROM ledger_entries WHERE entry->>'act' LIKE $1 ORDER BY position`, [like])
const get = (path: string, token: string) => fetch(at.origin + path, { headers: { cookie: `xuanshu_session=${token}` } })
const make = (change: object = {}, person: object = {}) => ({ params: { campaignId: h.campaignId }, body: { design: 'a' as const, sizes: ['screen-tall'] as ['screen-tall'], people: [{ nominationId: h.nominationIds[0]!, words: posterWordsOf, mediaId: media.face, ...person }], ...change } })
const firstFile = async (): Promise<Buffer> => {
  await expect.poll(async () => (await o.office.ask(listPosters, { params: { campaignId: h.campaignId } })).sets[0]!.state, { timeout: 60_000 }).toBe('ready')
  const set = (await o.office.ask(listPosters, { params: { campaignId: h.campaignId } })).sets[0]!
  return Buffer.from(await (await get(`/api/campaigns/${h.campaignId}/posters/${set.id}/files/${set.posters[0]!.id}`, o.office.token)).arrayBuffer())
}

test('a picture is drawn anew: what else the file carried is gone; what is no JPEG, PNG or WebP by its bytes, or does not open, is refused', async () => {
  const sent = await picture(4096, 4096).withExif({ IFD0: { Make: 'Sample Camera', Copyright: 'not to be passed on' } }).jpeg().toBuffer()
  const made = await add('background', '底.jpg', sent)
  background = made.id
  emblem = (await add('emblem', '徽.png', await sharp({ create: { width: 300, height: 300, channels: 4, background: { r: 200, g: 160, b: 60, alpha: 0.5 } } }).png().toBuffer())).id
  const kept = Buffer.from(await (await get(`/api/poster-templates/art/${background}/file`, o.office.token)).arrayBuffer())
  expect([sent.includes('Sample Camera'), kept.includes('Sample Camera'), (await sharp(kept).metadata()).exif, [made.width, made.height]]).toEqual([true, false, undefined, [4096, 4096]])
  expect((await sharp(Buffer.from(await (await get(`/api/poster-templates/art/${emblem}/file`, o.office.token)).arrayBuffer())).metadata()).hasAlpha).toBe(true)
  for (const [bytes, code] of [[Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'poster.art.kind'], [Buffer.from('GIF89a'), 'poster.art.kind'], [Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400)]), 'poster.art.broken']] as const) expect((await o.office.refused(addPosterArt, { body: { kind: 'background', name: 'x.jpg', base64: bytes.toString('base64') } })).codes).toEqual([code])
  expect((await at.services.db.rows(`SELECT 1 FROM blobs b JOIN poster_art p ON p.sha256 = b.sha256`)).length).toBe(2)
})

test('what is wrong with a template is said exactly; a colour that cannot be read names the nearest that can, and that one is taken', async () => {
  const of = (change: object) => o.office.refused(addPosterTemplate, { body: { template: template(change) } })
  expect((await of({ colours: { ground: 'blue', ink: '#ffffff', accent: '#f3d38a' }, sizes: [], base: 'd', extra: 1 })).codes.toSorted()).toEqual(['poster.template.base', 'poster.template.colour', 'poster.template.noSize', 'poster.template.unknown'])
  expect((await of({ title: '题'.repeat(41) })).codes).toEqual(['poster.template.long'])
  expect((await of({ background: { artId: h.campaignId, veil: 85 } })).codes).toEqual(['poster.template.artLost'])
  const pale = { ground: '#123a5a', ink: '#5b7a92', accent: '#f3d38a' }
  expect((await of({ colours: pale })).codes).toEqual(['poster.template.contrast'])
  const { findings } = await o.office.ask(previewPosterTemplate, { body: { template: template({ colours: pale }), size: 'a3', sample: 'long' } })
  const nearest = /#[0-9a-f]{6}/u.exec((findings[0]!.mend as { zh: string }).zh)![0]
  expect(codes((await o.office.ask(previewPosterTemplate, { body: { template: template({ colours: { ...pale, ink: nearest } }), size: 'a3', sample: 'long' } })).findings)).toEqual([])
})

test('on a background the worst behind the words counts: too thin a veil is refused, with the veil that holds', async () => {
  const stripes = await sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><rect width="800" height="800"/><rect width="400" height="800" fill="#fff"/></svg>')).png().toBuffer()
  const art = (await add('background', '黑白.png', stripes)).id
  const of = async (veil: number) => (await o.office.ask(previewPosterTemplate, { body: { template: template({ background: { artId: art, veil } }), size: 'a3', sample: 'short' } })).findings
  const thin = (await of(40)).filter((f) => f.code === 'poster.template.contrast')
  expect(thin.length).toBeGreaterThan(0)
  const veil = Math.max(...thin.map((f) => Number(/淡化到 (\d+)%/u.exec((f.mend as { zh: string }).zh)![1])))
  expect([veil > 40, codes((await of(veil)).filter((f) => f.strength === 'block')), codes((await of(veil)).filter((f) => f.strength === 'warn'))]).toEqual([true, [], ['poster.template.coarse', 'poster.template.coarse']])
})

test('versions are kept; two editors: the second is told; another office finds nothing; every act is on the ledger', async () => {
  const { templateId } = await o.office.ask(addPosterTemplate, { body: { template: template({ background: { artId: background, veil: 90 }, emblem, title: '云川人物' }) } })
  expect((await o.office.refused(addPosterTemplate, { body: { template: template() } })).codes).toEqual(['poster.template.twice'])
  await o.office.ask(changePosterTemplate, { params: { templateId }, body: { version: 1, template: template({ title: '云川人物 第二版', emblem, sizes: ['screen-tall', 'a3'] }) } })
  expect((await o.second.refused(changePosterTemplate, { params: { templateId }, body: { version: 1, template: template() } })).status).toBe(409)
  const { templates } = await o.second.ask(listPosterTemplates)
  expect(templates.map((t) => [t.version, t.template.title, t.savedBy])).toEqual([[2, '云川人物 第二版', '郑一帆']])
  for (const who of [o.units[0]!.clerk, o.units[0]!.approver]) expect([(await get('/api/poster-templates', who.token)).status, (await get(`/api/poster-templates/art/${background}/file`, who.token)).status]).toEqual([404, 404])
  expect((await ledger('posterTemplate.%')).map((e) => [e.act, e.data['version']])).toEqual([['posterTemplate.artAdded', undefined], ['posterTemplate.artAdded', undefined], ['posterTemplate.artAdded', undefined], ['posterTemplate.added', 1], ['posterTemplate.changed', 2]])
})

test('a poster is made in one version and drawn again the same after the template was changed and taken away (mutant)', async () => {
  const { templates: [t] } = await o.office.ask(listPosterTemplates)
  expect((await o.office.refused(makePosters, make({ templateId: t!.id, sizes: ['phone-card'] }))).codes).toEqual(['poster.template.notThisSize'])
  await o.office.ask(makePosters, make({ templateId: t!.id }))
  const first = await firstFile()
  expect(await codeIn(first)).toBe(`${at.services.origin}${h.honours[0]!.path}`)
  const at00 = async (b: Buffer) => [...(await sharp(b).extract({ left: 4, top: 4, width: 1, height: 1 }).raw().toBuffer())]
  expect(await at00(first)).toEqual([0x12, 0x3a, 0x5a])
  await o.office.ask(changePosterTemplate, { params: { templateId: t!.id }, body: { version: 2, template: template({ colours: { ground: '#5a1212', ink: '#ffffff', accent: '#f3d38a' } }) } })
  await o.office.ask(removePosterTemplate, { params: { templateId: t!.id } })
  expect((await o.office.refused(makePosters, make({ templateId: t!.id }))).status).toBe(404)
  // The same poster once more, from its row: the version that it names decides.
  const again = async (version: number) => {
    await at.services.db.rows(`UPDATE poster_sets SET template_version = $1 WHERE template_id = $2`, [version, t!.id])
    await at.services.db.rows(`UPDATE posters SET sha256 = NULL, made_at = NULL, bytes = NULL`)
    await at.services.db.rows(`UPDATE jobs SET state = 'waiting', done = 0, finished_at = NULL WHERE kind = 'makePosters'`)
    return firstFile()
  }
  expect(Buffer.compare(await again(2), first)).toBe(0)
  expect(await at00(await again(3))).toEqual([0x5a, 0x12, 0x12])
  const { sets } = await o.office.ask(listPosters, { params: { campaignId: h.campaignId } })
  expect(sets[0]!.template).toEqual({ name: '蓝底', version: 3 })
})

test('the part of the portrait that was chosen is kept with the poster and drawn; zoom is told where it makes a picture coarse, and none goes beyond the picture', async () => {
  const preview = (crop: object | undefined, size: string) => o.office.ask(previewPoster, { params: { nominationId: h.nominationIds[0]! }, body: { design: 'a', size: size as 'a3', words: posterWordsOf, mediaId: media.face, ...(crop === undefined ? {} : { crop: crop as never }) } })
  expect([codes((await preview(undefined, 'screen-4k')).findings), codes((await preview({ x: 0.5, y: 0.5, zoom: 3 }, 'screen-4k')).findings)]).toEqual([[], ['poster.coarse']])
  expect((await o.office.refused(previewPoster, { params: { nominationId: h.nominationIds[0]! }, body: { design: 'a', size: 'a3', words: posterWordsOf, mediaId: media.face, crop: { x: 1.2, y: 0, zoom: 1 } } })).status).toBe(400)
  await o.office.ask(makePosters, make())
  const whole = await firstFile()
  await o.office.ask(makePosters, make({}, { crop: { x: 0, y: 1, zoom: 2 } }))
  const cut = await firstFile()
  expect([Buffer.compare(whole, cut) === 0, (await at.services.db.rows<{ crop: unknown }>(`SELECT crop FROM posters WHERE crop IS NOT NULL`))]).toEqual([false, [{ crop: { x: 0, y: 1, zoom: 2 } }]])
})
