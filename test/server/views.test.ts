/** What is looked at in a page is made by the product: no place, no author, nothing that acts; its address is signed, short-lived, and one person's. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, materialContent, readNomination } from '#contract/operations/nominations'
import { viewMaterial } from '#contract/operations/views'
import { rulesOf } from '#core/campaign/definition'
import { buildServer } from '#server/http/server'
import { readView, writeView } from '#server/views/view-token'
import { definitionFor, fileFor } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial } from './office'
import type { Person } from './person'

let at: Installation
let clerk: Person
let approver: Person
let nominationId = ''
/** Original bytes by kind of material. */
const sent = new Map<string, Buffer>()
const place = '+41.8057+123.4315/'

const userData = (text: string): Buffer => {
  const box = Buffer.concat([Buffer.alloc(4), Buffer.from('udta', 'latin1'), Buffer.from(text)])
  box.writeUInt32BE(box.length)
  return box
}
beforeAll(async () => {
  at = await freshInstallation()
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  ;({ clerk, approver } = o.units[0]!)
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
  for (const rule of rulesOf(await definitionFor(clerk, campaignId), 'material')) {
    const kind = rule.file.type === 'document' ? (rule.file.stamped ? 'pdf' : 'office') : rule.file.type
    if (kind === 'portrait' || sent.has(kind)) continue
    const file = await fileFor(rule)
    const bytes = rule.file.type === 'video' ? Buffer.concat([file.bytes, userData(place)]) : rule.file.type === 'photo' ? await sharp(file.bytes).withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '41/1 48/1 0/1', GPSLatitudeRef: 'N' } }).jpeg({ quality: 98 }).toBuffer() : file.bytes
    const { state, findings } = await clerk.upload(nominationId, rule.id, file.name, bytes)
    expect([rule.id, state, findings.filter((f) => f.strength === 'block')]).toEqual([rule.id, 'kept', []])
    sent.set(kind, bytes)
  }
})
afterAll(() => at.close())

const fileOf = async (kind: string) => (await clerk.ask(readNomination, { params: { nominationId } })).materials.find((m) => m.facts['kind'] === kind || m.facts['format'] === kind)!
const viewed = async (kind: string) => { const { fileId } = await fileOf(kind); return { fileId, view: await clerk.ask(viewMaterial, { params: { nominationId, fileId } }) } }
const fetched = async (who: Person | null, path: string, headers: Record<string, string> = {}) => {
  const r = await fetch(`${at.origin}${path}`, { headers: { ...(who === null ? {} : { cookie: `xuanshu_session=${who.token}` }), ...headers } })
  return { status: r.status, headers: r.headers, bytes: Buffer.from(await r.arrayBuffer()) }
}

test('a photograph is drawn anew, large and without what the camera wrote; the original comes back as it went', async () => {
  const { fileId, view } = await viewed('image')
  expect((await sharp(sent.get('photo')!).metadata()).exif?.includes('somebody')).toBe(true)
  const { status, headers, bytes } = await fetched(clerk, `${view.address}/picture`)
  const drawn = await sharp(bytes).metadata()
  expect([status, headers.get('content-type'), drawn.format, drawn.exif, drawn.xmp, Math.max(drawn.width, drawn.height)]).toEqual([200, 'image/webp', 'webp', undefined, undefined, 2400])
  expect([headers.get('content-security-policy'), headers.get('x-content-type-options'), headers.get('cross-origin-resource-policy'), headers.get('content-disposition')?.startsWith('inline')]).toEqual(["default-src 'none'; sandbox", 'nosniff', 'same-origin', true])
  const original = await fetched(clerk, materialContent.path.replace(':nominationId', nominationId).replace(':fileId', fileId))
  expect([original.bytes.equals(sent.get('photo')!), original.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([true, true])
})

test('a film is wound by its parts, and tells nowhere where it was taken', async () => {
  const { view } = await viewed('video')
  const film = sent.get('video')!
  const whole = await fetched(clerk, `${view.address}/film`)
  expect([whole.headers.get('accept-ranges'), whole.bytes.length, whole.bytes.includes(place), film.includes(place)]).toEqual(['bytes', film.length, false, true])
  const part = await fetched(clerk, `${view.address}/film`, { range: `bytes=${film.length - 20}-` })
  expect([part.status, part.bytes.equals(whole.bytes.subarray(-20)), whole.bytes.subarray(0, 1000).equals(film.subarray(0, 1000))]).toEqual([206, true, true])
})

test('a PDF is shown page by page as pictures, and no page beyond its last', async () => {
  const { view } = await viewed('pdf')
  const page = await fetched(clerk, `${view.address}/1`)
  expect([page.status, (await sharp(page.bytes).metadata()).format]).toEqual([200, 'webp'])
  for (const beyond of [view.pages + 1, 0, -1, '1.5', 'film', 'picture']) expect([beyond, (await fetched(clerk, `${view.address}/${beyond}`)).status]).toEqual([beyond, 404])
})

test('of a Word file nothing is shown, and that is said', async () => {
  const { view } = await viewed('docx')
  expect([view.kind, view.why, view.address]).toEqual(['none', 'office', null])
})

test('the address is one person’s, for a while, and of that file alone', async () => {
  const { view } = await viewed('image')
  const [, token = ''] = /^\/v\/(.+)$/.exec(view.address ?? '') ?? []
  const { keys } = at.services
  const v = readView(keys, token, Date.now())!
  for (const [why, who, other] of [
    ['nobody is signed in', null, token], ['a colleague', approver, token], ['a changed signature', clerk, `${token.slice(0, -2)}AA`], ['another file under the same signature', clerk, `${Buffer.from(JSON.stringify(['0'.repeat(64)])).toString('base64url')}.${token.split('.')[1]}`],
    ['its time is over', clerk, writeView(keys, { ...v, until: Date.now() - 1 })], ['no signature', clerk, token.split('.')[0]!], ['nonsense', clerk, '…'],
  ] as const) expect([why, (await fetched(who, `/v/${encodeURIComponent(other)}/picture`)).status]).toEqual([why, 404])
})

test('with an origin of its own, views are there and nowhere else, and nothing else is there', async () => {
  const app = await buildServer({ ...at.services, previewOrigin: 'https://files.example.org' }, { logLevel: 'silent' })
  const { fileId } = await fileOf('image')
  const cookie = `xuanshu_session=${clerk.token}`
  const asked = await app.inject({ url: `/api/nominations/${nominationId}/materials/${fileId}/view`, headers: { host: 'app.example.org', cookie } })
  const { address } = asked.json<{ address: string }>()
  expect([address.startsWith('https://files.example.org/v/'), /img-src[^;]*https:\/\/files\.example\.org/.test(String(asked.headers['content-security-policy']))]).toEqual([true, true])
  const path = `${address.slice('https://files.example.org'.length)}/picture`
  const there = await app.inject({ url: path, headers: { host: 'files.example.org' } })
  expect([there.statusCode, there.headers['cross-origin-resource-policy'], there.headers['content-security-policy']]).toEqual([200, 'cross-origin', "default-src 'none'; sandbox"])
  expect((await app.inject({ url: path, headers: { host: 'app.example.org', cookie } })).statusCode).toBe(404)
  for (const url of ['/', '/api/session', `/api/nominations/${nominationId}`, '/p']) expect([url, (await app.inject({ url, headers: { host: 'files.example.org', cookie } })).statusCode]).toEqual([url, 404])
  await app.close()
})
