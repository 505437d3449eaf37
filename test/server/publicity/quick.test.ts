/** A page that lies in memory is answered before all else, and nobody can tell by the answer. */
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshInstallation, type Installation } from '../installation'
import { openOffice } from '../office'

let at: Installation
beforeAll(async () => {
  at = await freshInstallation({ demo: false })
  await openOffice(at, 1)
})
afterAll(() => at.close())

interface Got { readonly status: number; readonly heads: Readonly<Record<string, unknown>>; readonly body: string }
/** As it comes over the wire: nothing is unpacked or left out. */
const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => new Promise<Got>((resolve, reject) => {
  request(at.origin + path, { method, headers, agent: false }, (r) => {
    const parts: Buffer[] = []
    const { date: _, ...heads } = r.headers
    r.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ status: r.statusCode!, heads, body: Buffer.concat(parts).toString('base64') }))
  }).on('error', reject).end()
})
const kept = () => at.services.pages.get('/p') !== undefined
const slowly = async (...of: Parameters<typeof get>): Promise<Got> => { at.services.pages.changed(); return get(...of) }

test('plain, packed and unchanged: the same answer, head for head and byte for byte', async () => {
  for (const headers of [{}, { 'accept-encoding': 'gzip, br' }] as Record<string, string>[]) {
    const slow = await slowly('/p', headers)
    expect([slow.status, kept()]).toEqual([200, false])
    await expect.poll(async () => { await get('/p', headers); return kept() }, { timeout: 10_000, interval: 200 }).toBe(true)
    const quick = await get('/p', headers)
    expect(quick).toEqual(slow)
    expect(quick.heads['content-security-policy']).toContain("default-src 'none'")
    const known = { ...headers, 'if-none-match': String(slow.heads['etag']) }
    expect(await get('/p', known)).toEqual(await slowly('/p', known))
  }
})

test('whatever else is asked goes the whole way: a head alone, another address of the same page, what is nowhere', async () => {
  await expect.poll(async () => { await get('/p'); return kept() }, { timeout: 10_000, interval: 200 }).toBe(true)
  const page = await get('/p')
  expect((await get('/p', {}, 'HEAD')).body).toBe('')
  expect((await get('/p/')).body).toBe(page.body)
  expect((await get('/p?x=1')).body).toBe(page.body)
  expect((await get('/p/nowhere')).status).toBe(404)
})
