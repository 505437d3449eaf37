import { describe, expect, it } from 'vitest'
import type { VideoFacts } from '#core/materials/facts'
import { bytesSource, type ByteSource } from './byte-source'
import { noDecoders } from './host-decoders'
import { readFacts } from './read-facts'
import { mp4 } from './sample-files'

const read = (bytes: Uint8Array, name = '急诊日记.mp4') => readFacts(bytesSource(name, bytes), noDecoders)
const at = (bytes: Uint8Array, text: string) => Buffer.from(bytes).indexOf(text, 0, 'latin1')

const whole = (more: Partial<VideoFacts> = {}): VideoFacts => ({ kind: 'video', container: 'mp4', codec: 'avc', name: '急诊日记.mp4', bytes: mp4.length, width: 1920, height: 1080, seconds: 1, fps: 5, hasSound: false, sound: null, range: null, complete: true, ...more })

describe('video', () => {
  it('size, length and sound, whatever the name', async () => expect(await read(mp4)).toEqual(whole()))
  it('the size is the one shown: a rotated recording stands upright', async () => {
    const turned = Uint8Array.from(mp4)
    const matrix = at(turned, 'tkhd') + 44
    turned.set([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0], matrix)
    expect(await read(turned)).toEqual(whole({ width: 1080, height: 1920 }))
  })
  it('the length is measured at the packets, not taken from the header', async () => {
    const lying = Uint8Array.from(mp4)
    const header = at(lying, 'mvhd')
    new DataView(lying.buffer).setUint32(header + 20, 1)
    expect(await read(lying)).toEqual(whole())
  })
  it('QuickTime by its brand', async () => {
    const quickTime = Uint8Array.from(mp4)
    quickTime.set(Buffer.from('qt  '), 8)
    expect(await read(quickTime, '急诊日记.mov')).toEqual(whole({ container: 'mov', name: '急诊日记.mov' }))
  })
  it('cut before its index, it is broken', async () => {
    const cut = mp4.subarray(0, at(mp4, 'moov') - 10)
    expect(await read(cut)).toEqual({ kind: 'unreadable', name: '急诊日记.mp4', bytes: cut.length, why: 'broken', looksLike: 'mp4' })
  })
  it('with its index in front and its end cut off, it is not complete', async () => {
    const cut = indexInFront(mp4)
    expect(await read(cut)).toEqual(whole())
    expect(await read(cut.subarray(0, cut.length - 2000))).toEqual(whole({ bytes: mp4.length - 2000, complete: false, seconds: 1 }))
  })
  it('an index of gigabytes is not read', async () => {
    const flood = Uint8Array.from(mp4)
    new DataView(flood.buffer).setUint32(at(flood, 'moov') - 4, 0x7fffffff)
    expect(await read(flood)).toEqual({ kind: 'unreadable', name: '急诊日记.mp4', bytes: mp4.length, why: 'bomb', looksLike: 'mp4' })
  })
  it('little is read of a long film', async () => {
    let bytesRead = 0
    const padded = Buffer.concat([mp4, freeBox(50_000_000)])
    const source: ByteSource = { name: 'a.mp4', size: padded.length, read: (offset, length) => {
      bytesRead += Math.min(length, padded.length - offset)
      return Promise.resolve(padded.subarray(offset, offset + length))
    } }
    expect(await readFacts(source, noDecoders)).toEqual(whole({ name: 'a.mp4', bytes: padded.length }))
    expect(bytesRead).toBeLessThan(64_000)
  })
})

const freeBox = (size: number): Buffer => {
  const box = Buffer.alloc(size)
  box.writeUInt32BE(size, 0)
  box.write('free', 4)
  return box
}

/** Moves moov before mdat and shifts its chunk offsets (stco) by its length. */
const indexInFront = (bytes: Uint8Array): Uint8Array => {
  const data = Buffer.from(bytes)
  const start = data.indexOf('moov') - 4
  const length = data.readUInt32BE(start)
  const index = Buffer.from(data.subarray(start, start + length))
  const table = index.indexOf('stco') + 4
  for (let n = 0; n < index.readUInt32BE(table + 4); n++) {
    const entry = table + 8 + n * 4
    index.writeUInt32BE(index.readUInt32BE(entry) + length, entry)
  }
  const brand = data.readUInt32BE(0)
  return new Uint8Array(Buffer.concat([data.subarray(0, brand), index, data.subarray(brand, start), data.subarray(start + length)]))
}
