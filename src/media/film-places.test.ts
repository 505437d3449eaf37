import { expect, test } from 'vitest'
import { blankIn, tellingPlaces } from './film-places'

const box = (type: string, ...inside: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(inside)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}
const words = (text: string): Buffer => Buffer.from(text, 'latin1')
const handler = (kind: string): Buffer => box('hdlr', Buffer.alloc(8), words(kind), Buffer.alloc(12))
const film = Buffer.concat([
  box('ftyp', words('isom')), box('mdat', words('udta pictures that only look like a box')),
  box('moov', box('mvhd', Buffer.alloc(100)), box('trak', box('mdia', handler('vide'), words('')), box('udta', box('\u00a9aut', words('示例 author').fill('A')))), box('trak', box('mdia', handler('meta')), words('')), box('udta', box('\u00a9xyz', words('+41.80+123.43/'))), box('meta', words('com.apple.quicktime.location'))),
  box('uuid', words('XMP packet with a creator')),
])
const blanked = async (bytes: Buffer) => blankIn(Buffer.from(bytes), 0, await tellingPlaces({ name: '', size: bytes.length, read: (at, n) => Promise.resolve(bytes.subarray(at, at + n)) })) as Buffer

test('who, where and with what are blanked wherever a film tells them; every other byte stays in its place', async () => {
  const shown = await blanked(film)
  expect([shown.length, ...['+41.80', 'location', 'creator', '\u00a9aut', '\u00a9xyz'].filter((told) => shown.includes(words(told)))]).toEqual([film.length])
  expect(shown.subarray(0, film.indexOf('moov')).equals(film.subarray(0, film.indexOf('moov')))).toBe(true)
  expect(shown.toString('latin1').match(/free/g)).toHaveLength(5)
})

test('a piece from the middle is blanked as the whole is', async () => {
  const places = await tellingPlaces({ name: '', size: film.length, read: (at, n) => Promise.resolve(film.subarray(at, at + n)) })
  const whole = blankIn(Buffer.from(film), 0, places) as Buffer
  for (let from = 0; from < film.length; from += 7) expect((blankIn(Buffer.from(film.subarray(from, from + 11)), from, places) as Buffer).equals(whole.subarray(from, from + 11))).toBe(true)
})

test.each([0, 1, 7, 0xffff_ffff])('where a box claims %d bytes, what follows is blanked too: nobody knows what it says', async (claimed) => {
  const broken = Buffer.from(film)
  broken.writeUInt32BE(claimed, broken.indexOf('moov') - 4)
  const shown = await blanked(broken)
  expect([shown.length, shown.includes(words('+41.80'))]).toEqual([film.length, false])
})
