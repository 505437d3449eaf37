import { expect, test } from 'vitest'
import { PageCache, type CachedPage } from './page-cache'

const page = (staleAt: number | null = null, bytes = 10): CachedPage => ({ type: 'text/html', body: Buffer.alloc(bytes), br: Buffer.alloc(0), etag: '"a"', staleAt })
const at = (now: { at: number }, isOn = true) => new PageCache(isOn, () => now.at)

test('kept for three seconds, and not beyond its own day', () => {
  const now = { at: 10_000 }
  const cache = at(now)
  cache.put('/p', page())
  cache.put('/p/a', page(11_000))
  now.at = 11_500
  expect([cache.get('/p') !== undefined, cache.get('/p/a')]).toEqual([true, undefined])
  now.at = 13_001
  expect(cache.get('/p')).toBeUndefined()
})
test('what is being published empties it, and what is read while it commits is not kept', () => {
  const now = { at: 10_000 }
  const cache = at(now)
  cache.put('/p', page())
  cache.changed()
  expect(cache.get('/p')).toBeUndefined()
  now.at = 11_000
  cache.put('/p', page())
  expect(cache.get('/p')).toBeUndefined()
  now.at = 12_001
  cache.put('/p', page())
  expect(cache.get('/p')).toBeDefined()
})
test('a demo keeps nothing, and memory is bounded', () => {
  const now = { at: 10_000 }
  const off = at(now, false)
  off.put('/p', page())
  expect(off.get('/p')).toBeUndefined()
  const cache = at(now)
  for (let i = 0; i < 5; i++) cache.put(`/p/${i}`, page(null, 10 * 1024 * 1024))
  expect([0, 1, 2, 3, 4].filter((i) => cache.get(`/p/${i}`) !== undefined).length).toBeLessThanOrEqual(3)
})
