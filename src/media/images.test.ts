import { describe, expect, it } from 'vitest'
import type { ImageFacts } from '#core/materials/facts'
import { bytesSource } from './byte-source'
import { noDecoders, type HostDecoders } from './host-decoders'
import { readFacts } from './read-facts'
import { gif, jpeg, losslessWebp, png, progressiveJpeg, turnedJpeg, webp } from './sample-files'

const trusting: HostDecoders = { decodeImage: () => Promise.resolve({ ok: true, width: 1, height: 1, border: null }) }
const read = async (bytes: Uint8Array, host = trusting) => {
  const seen = await readFacts(bytesSource('a.jpg', bytes), host)
  return seen.kind === 'image' ? { ...seen, metadataBytes: undefined } : seen
}
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const facts = (more: Partial<ImageFacts>): ImageFacts => ({ kind: 'image', format: 'jpeg', name: 'a.jpg', bytes: 0, width: 32, height: 20, decodes: true, trailingBytes: 0, border: null, orientation: 1, animated: false, place: false, enlarged: null, colour: { model: 'rgb', bits: 8, profile: null }, ...more })

describe('JPEG', () => {
  it('size and end', async () => expect(await read(jpeg)).toEqual(facts({ bytes: jpeg.length })))
  it('a progressive one ends at its own end, not at a table between its scans', async () => {
    expect(await read(progressiveJpeg)).toEqual(facts({ bytes: progressiveJpeg.length }))
  })
  it('size is as displayed: turned by EXIF orientation 6', async () => {
    expect(await read(turnedJpeg)).toEqual(facts({ bytes: turnedJpeg.length, width: 20, height: 32, orientation: 6, colour: { model: 'rgb', bits: 8, profile: 'sRGB' } }))
  })
  it('notes and profiles inside it are counted, and are no picture', async () => {
    const noted = joined(jpeg.subarray(0, 2), Uint8Array.of(0xff, 0xfe, 0x10, 0), new Uint8Array(4094), jpeg.subarray(2))
    const [plain, more] = [await readFacts(bytesSource('a.jpg', jpeg), trusting), await readFacts(bytesSource('a.jpg', noted), trusting)]
    expect([plain, more].map((f) => (f.kind === 'image' ? f.metadataBytes : f.kind))).toEqual([0, 4098])
  })
  it('zeros after its end are counted', async () => {
    const padded = joined(jpeg, new Uint8Array(50_000))
    expect(await read(padded)).toEqual(facts({ bytes: padded.length, trailingBytes: 50_000 }))
  })
  it('a thumbnail inside its EXIF is not its end', async () => {
    const thumbnail = joined(Uint8Array.of(0xff, 0xe1, (jpeg.length + 8) >> 8, (jpeg.length + 8) & 255), Buffer.from('Exif\0\0'), jpeg)
    const holding = joined(jpeg.subarray(0, 2), thumbnail, jpeg.subarray(2))
    expect(await read(holding)).toEqual(facts({ bytes: holding.length }))
  })
  it('the further pictures of a multi-picture file belong to it', async () => {
    const index = joined(Uint8Array.of(0xff, 0xe2, 0, 10), Buffer.from('MPF\0'), Buffer.from('MM\0*'))
    const several = joined(jpeg.subarray(0, 2), index, jpeg.subarray(2), jpeg, jpeg)
    expect(await read(several)).toEqual(facts({ bytes: several.length }))
    const without = joined(jpeg, jpeg)
    expect(await read(without)).toEqual(facts({ bytes: without.length, trailingBytes: jpeg.length }))
  })
  it('its end is found wherever the pieces it is read in divide it', async () => {
    // Comments of varying length push the scan and the end marker over every boundary of the 256 KB pieces.
    const comment = (length: number) => joined(Uint8Array.of(0xff, 0xfe, length >> 8, length & 255), new Uint8Array(length - 2))
    for (let shift = 0; shift < 12; shift++) {
      const before = (1 << 18) - jpeg.length + 4 + shift
      const parts = Array.from({ length: 5 }, (_, n) => comment(n < 4 ? 50_000 : before - 4 * 50_002 - 12))
      const long = joined(jpeg.subarray(0, 2), ...parts, jpeg.subarray(2))
      expect(await read(long)).toEqual(facts({ bytes: long.length }))
    }
  })
  it('cut anywhere, it never decodes, whatever the host says', async () => {
    for (const share of [0.3, 0.5, 0.9, 0.999]) {
      const got = await read(jpeg.subarray(0, Math.floor(jpeg.length * share)))
      expect(got.kind === 'image' ? got.decodes : got.kind).not.toBe(true)
    }
  })
  it('of a single byte or of a header only, it is broken or unknown', async () => {
    expect(await read(Uint8Array.of(0xff))).toEqual({ kind: 'unreadable', name: 'a.jpg', bytes: 1, why: 'unknown', looksLike: null })
    expect(await read(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toEqual({ kind: 'unreadable', name: 'a.jpg', bytes: 4, why: 'broken', looksLike: 'jpeg' })
  })
})

describe('other pictures', () => {
  it('a PNG is a PNG whatever its name', async () => expect(await read(png)).toEqual(facts({ format: 'png', bytes: png.length })))
  it('bytes after IEND are counted', async () => expect(await read(joined(png, new Uint8Array(99)))).toEqual(facts({ format: 'png', bytes: png.length + 99, trailingBytes: 99 })))
  it('a PNG without its end does not decode', async () => expect(await read(png.subarray(0, png.length - 20))).toEqual(facts({ format: 'png', bytes: png.length - 20, decodes: false })))
  it.each([['lossy', webp], ['lossless', losslessWebp]] as const)('a %s WebP', async (_, bytes) => {
    expect(await read(bytes)).toEqual(facts({ format: 'webp', bytes: bytes.length }))
  })
  it('a GIF', async () => {
    expect(await read(gif, noDecoders)).toEqual({ ...facts({ format: 'gif', bytes: gif.length, decodes: null }), colour: undefined })
  })
  it('a picture of 256 megapixels is not decoded at all', async () => {
    const flood = Uint8Array.from(png)
    new DataView(flood.buffer, flood.byteOffset).setUint32(16, 16_000)
    new DataView(flood.buffer, flood.byteOffset).setUint32(20, 16_000)
    const never: HostDecoders = { decodeImage: () => Promise.reject(new Error('asked to decode')) }
    expect(await read(flood, never)).toEqual({ kind: 'unreadable', name: 'a.jpg', bytes: flood.length, why: 'bomb', looksLike: 'png' })
  })
  it.each([
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'], ['html', '<!doctype html><script>1</script>'], ['m3u8', '#EXTM3U\n#EXTINF:1\nfile:///etc/hosts'],
    ['exe', 'MZ\x90\0'], ['avi', 'RIFF\x10\0\0\0AVI LIST'], ['avif', '\0\0\0\x1cftypavif\0\0\0\0'],
  ])('%s is named and not taken', async (looksLike, text) => {
    const bytes = new Uint8Array(Buffer.from(text, 'latin1'))
    expect(await read(bytes)).toEqual({ kind: 'unreadable', name: 'a.jpg', bytes: bytes.length, why: 'unknown', looksLike })
  })
  it('a disk that fails is no fault of the file', async () => {
    let reads = 0
    const failing = { name: 'a.jpg', size: jpeg.length, read: () => (reads++ === 0 ? Promise.resolve(jpeg.subarray(0, 4096)) : Promise.reject(new Error('EIO'))) }
    await expect(readFacts(failing, trusting)).rejects.toThrow('EIO')
  })
})
