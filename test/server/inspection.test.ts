/** The server's inspector on real files, in real children that are really killed. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { Document, Packer, Paragraph } from 'docx'
import { createH264MP4Encoder } from 'h264-mp4-encoder'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { Facts, ImageFacts } from '#core/materials/facts'
import { ChildPool } from '#server/inspection/child-pool'
import { closeInspectors, inspectFile } from '#server/inspection/inspect-file'
import { makePreview } from '#server/inspection/preview'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xuanshu-inspection-'))
})
afterAll(async () => {
  closeInspectors()
  await rm(folder, { recursive: true, force: true })
})

let files = 0
const stored = async (bytes: Uint8Array): Promise<string> => {
  const path = join(folder, String(files++))
  await writeFile(path, bytes)
  return path
}
const inspect = async (bytes: Uint8Array, name: string, border = false): Promise<Facts> => {
  const facts = await inspectFile(await stored(bytes), name, { border })
  // How much an encoder notes in a picture is told in the test of the reader.
  return facts.kind === 'image' ? { ...facts, metadataBytes: undefined } as unknown as Facts : facts
}

const noise = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
/** A bust on a ground, as a studio makes it. */
const portrait = (ground: string) => sharp({ create: { width: 700, height: 900, channels: 3, background: ground } })
  .composite([{ input: Buffer.from('<svg width="700" height="900"><ellipse cx="350" cy="380" rx="150" ry="200" fill="#e0b090"/><path d="M60 900 Q350 480 640 900Z" fill="#223"/></svg>') }])
const image = (bytes: Uint8Array, name: string, more: Partial<ImageFacts> = {}): ImageFacts =>
  ({ kind: 'image', format: 'jpeg', name, bytes: bytes.length, width: 1600, height: 1200, decodes: true, trailingBytes: 0, border: null, orientation: 1, animated: false, place: false, enlarged: null, colour: { model: 'rgb', bits: 8, profile: null }, ...more })
const unreadable = (bytes: Uint8Array, name: string, why: string, looksLike: string | null) => ({ kind: 'unreadable', name, bytes: bytes.length, why, looksLike })

/** A valid one-bit PNG of any size, far quicker to make than its pixels. */
const pngOf = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc((1 + width / 8) * height))), chunk('IEND', Buffer.alloc(0))])
}
const crc32 = (bytes: Buffer): number => {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

describe('pictures', () => {
  it('a PNG of many pixels within the guard is opened', async () => {
    const large = pngOf(8_000, 8_000)
    expect(await inspect(large, 'a.png')).toEqual(image(large, 'a.png', { format: 'png', width: 8_000, height: 8_000, colour: { model: 'gray', bits: 1, profile: null } }))
  })
  it('an honest photo', async () => {
    const photo = await noise(1600, 1200).jpeg({ quality: 95 }).toBuffer()
    expect(await inspect(photo, '授课.jpg')).toEqual(image(photo, '授课.jpg', { enlarged: false }))
  })
  it('a photo cut in half, though it keeps an end marker', async () => {
    const photo = await noise(1600, 1200).jpeg().toBuffer()
    const half = photo.subarray(0, photo.length / 2)
    expect(await inspect(half, 'a.jpg')).toEqual(image(half, 'a.jpg', { decodes: false }))
    const ended = Buffer.concat([half, Buffer.of(0xff, 0xd9)])
    expect(await inspect(ended, 'a.jpg')).toEqual(image(ended, 'a.jpg', { decodes: false }))
  })
  it('a PNG named .jpg', async () => {
    const png = await noise(400, 300).png().toBuffer()
    expect(await inspect(png, 'a.jpg')).toEqual(image(png, 'a.jpg', { format: 'png', width: 400, height: 300, enlarged: false }))
  })
  it('a PNG damaged in the middle', async () => {
    const png = await noise(400, 300).png().toBuffer()
    const damaged = Buffer.from(png)
    damaged.fill(0, 5000, 5200)
    expect(await inspect(damaged, 'a.png')).toEqual(image(damaged, 'a.png', { format: 'png', width: 400, height: 300, decodes: false }))
  })
  it('an SVG named .jpg', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hosts"/></svg>')
    expect(await inspect(svg, 'a.jpg')).toEqual(unreadable(svg, 'a.jpg', 'unknown', 'svg'))
  })
  it('0 bytes', async () => {
    expect(await inspect(new Uint8Array(0), 'a.jpg')).toEqual(unreadable(new Uint8Array(0), 'a.jpg', 'empty', null))
  })
  it('a small photo filled up with zeros to 2.2 MB', async () => {
    const photo = await noise(600, 800).jpeg().toBuffer()
    const padded = Buffer.concat([photo, Buffer.alloc(2_200_000 - photo.length)])
    expect(await inspect(padded, 'a.jpg')).toEqual(image(padded, 'a.jpg', { width: 600, height: 800, trailingBytes: 2_200_000 - photo.length }))
  })
  it('EXIF orientation 6 stands upright', async () => {
    const turned = await noise(1600, 1200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await inspect(turned, 'a.jpg')).toEqual(image(turned, 'a.jpg', { width: 1200, height: 1600, orientation: 6, colour: { model: 'rgb', bits: 8, profile: 'sRGB' } }))
  })
  it('a PNG of 16000 × 16000 is refused unopened', async () => {
    const flood = pngOf(16_000, 16_000)
    expect(flood.length).toBeLessThan(400_000)
    expect(await inspect(flood, 'a.png')).toEqual(unreadable(flood, 'a.png', 'bomb', 'png'))
  })
  it('formats no material needs are recognised and left shut', async () => {
    const tiff = await noise(40, 30).tiff().toBuffer()
    expect(await inspect(tiff, 'a.jpg')).toEqual({ ...image(tiff, 'a.jpg', { format: 'tiff', width: 0, height: 0, decodes: null }), colour: undefined })
  })
})

describe('a picture enlarged by a program', () => {
  /** Texture of every size, softened as a lens does, with a camera's noise. */
  const textured = async (width: number, height: number): Promise<Buffer> => {
    const layers = await Promise.all([1, 2, 4, 8].map((s) => sharp({ create: { width: Math.ceil(width / s), height: Math.ceil(height / s), channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).resize(width, height, { kernel: 'cubic', fit: 'fill' }).png().toBuffer()))
    const [first, ...others] = layers
    return sharp(first).composite(others.map((input) => ({ input, blend: 'soft-light' as const }))).blur(0.7).png().toBuffer()
  }
  it('is told from its original, whichever way it is stored; compressed hard, nothing is said', async () => {
    const original = await textured(1200, 900)
    const larger = sharp(await sharp(original).resize(500).jpeg({ quality: 92 }).toBuffer()).resize(1200, 900)
    const told = async (bytes: Buffer) => { const facts = await inspect(bytes, 'a.jpg'); return facts.kind === 'image' ? facts.enlarged : facts.kind }
    expect([await told(await sharp(original).jpeg({ quality: 95 }).toBuffer()), await told(await larger.clone().jpeg({ quality: 100 }).toBuffer()), await told(await larger.clone().png().toBuffer()), await told(await larger.clone().jpeg({ quality: 70 }).toBuffer())])
      .toEqual([false, true, true, null])
  })
})

describe('ground of a portrait', () => {
  it.each([['#d92020', 'red'], ['#ffffff', 'white'], ['#438edb', 'blue'], ['#3aa655', 'other']] as const)('%s is %s', async (ground, colour) => {
    const bytes = await portrait(ground).jpeg().toBuffer()
    expect(await inspect(bytes, 'a.jpg', true)).toEqual(image(bytes, 'a.jpg', { width: 700, height: 900, border: { colour, share: 1 } }))
  })
  it('red in CMYK is red', async () => {
    const bytes = await portrait('#d92020').toColourspace('cmyk').jpeg().toBuffer()
    expect((await sharp(bytes).metadata()).space).toBe('cmyk')
    expect(await inspect(bytes, 'a.jpg', true)).toEqual(image(bytes, 'a.jpg', { width: 700, height: 900, colour: { model: 'cmyk', bits: 8, profile: null }, border: { colour: 'red', share: 1 } }))
  })
  it('a portrait lying on its side is measured upright', async () => {
    const lying = await sharp(await portrait('#d92020').png().toBuffer()).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await inspect(lying, 'a.jpg', true)).toEqual(image(lying, 'a.jpg', { width: 700, height: 900, orientation: 6, colour: { model: 'rgb', bits: 8, profile: 'sRGB' }, border: { colour: 'red', share: 1 } }))
  })
})

/** A PDF whose table of objects is right, so that a reader opens it. */
const pdf = (pages: number, more: string): Buffer => {
  const kids = Array.from({ length: pages }, (_, n) => `${n + 3} 0 R`).join(' ')
  const objects = [`<</Type/Catalog/Pages 2 0 R ${more}>>`, `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`, ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>')]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, n) => {
    const at = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}

describe('documents', () => {
  const document = (bytes: Uint8Array, more: object) => ({ kind: 'document', format: 'pdf', name: 'a.pdf', bytes: bytes.length, pages: 3, encrypted: false, active: false, holds: [], ...more })
  const ofPdf = { pageSizes: [{ width: 210, height: 297, pages: 3 }], textPages: 0, picturePages: 0, revisions: 1 }
  const zipped = async (parts: Readonly<Record<string, Buffer>>): Promise<Buffer> => {
    const zip = new ZipFile()
    for (const [name, data] of Object.entries(parts)) zip.addBuffer(data, name)
    zip.end()
    return buffer(zip.outputStream)
  }
  it('an honest Word file', async () => {
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('主要事迹（示例）')] }] }))
    expect(await inspect(bytes, 'a.docx')).toEqual(document(bytes, { format: 'docx', name: 'a.docx', pages: null, characters: 8, marks: [] }))
  })
  it('a Word file that unpacks to 40 MB', async () => {
    const bytes = await zipped({ '[Content_Types].xml': Buffer.from('<Types/>'), 'word/document.xml': Buffer.alloc(40_000_000, 32) })
    expect(bytes.length).toBeLessThan(400_000)
    expect(await inspect(bytes, 'a.docx')).toEqual(unreadable(bytes, 'a.docx', 'bomb', 'zip'))
  })
  it('a PDF of three pages', async () => {
    const bytes = pdf(3, '')
    expect(await inspect(bytes, 'a.pdf')).toEqual(document(bytes, ofPdf))
  })
  it('a PDF with script', async () => {
    const bytes = pdf(3, '/OpenAction<</S/JavaScript/JS(app.alert(1))>>')
    expect(await inspect(bytes, 'a.pdf')).toEqual(document(bytes, { ...ofPdf, active: true, holds: ['script'] }))
  })
  it('a PDF cut off', async () => {
    const bytes = pdf(3, '').subarray(0, 300)
    expect(await inspect(bytes, 'a.pdf')).toEqual(unreadable(bytes, 'a.pdf', 'broken', 'pdf'))
  })
  it('a PDF of no content a reader can open', async () => {
    const bytes = Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF\n')
    expect(await inspect(bytes, 'a.pdf')).toEqual(unreadable(bytes, 'a.pdf', 'broken', 'pdf'))
  })
})

describe('video', () => {
  let film: Uint8Array
  beforeAll(async () => {
    const encoder = await createH264MP4Encoder()
    Object.assign(encoder, { width: 1080, height: 1920, frameRate: 5, speed: 10, quantizationParameter: 40 })
    encoder.initialize()
    for (let n = 0; n < 5; n++) encoder.addFrameRgba(new Uint8Array(1080 * 1920 * 4).fill(n * 40))
    encoder.finalize()
    film = Uint8Array.from(encoder.FS.readFile(encoder.outputFilename))
    encoder.delete()
  })
  it('an upright film', async () => {
    expect(await inspect(film, 'VID_0093.MP4')).toEqual({ kind: 'video', container: 'mp4', codec: 'avc', name: 'VID_0093.MP4', bytes: film.length, width: 1080, height: 1920, seconds: 1, fps: 5, hasSound: false, sound: null, range: null, complete: true })
  })
  it('cut off', async () => {
    const cut = film.subarray(0, film.length / 2)
    expect(await inspect(cut, 'a.mp4')).toEqual(unreadable(cut, 'a.mp4', 'broken', 'mp4'))
  })
})

describe('the child', () => {
  it('is killed when it takes too long, and the next file gets a fresh one', async () => {
    const photo = await sharp({ create: { width: 6000, height: 4000, channels: 3, background: '#888' } }).jpeg().toBuffer()
    const path = await stored(photo)
    const hasty = new ChildPool({ children: 1, milliseconds: 20, residentBytes: 2 ** 30 })
    expect(await inspectFile(path, 'a.jpg', {}, hasty)).toEqual(unreadable(photo, 'a.jpg', 'bomb', null))
    expect(await inspectFile(path, 'a.jpg', {})).toEqual(image(photo, 'a.jpg', { width: 6000, height: 4000, metadataBytes: 0 }))
    hasty.close()
  })
  it('is killed when it takes too much memory', async () => {
    const photo = await sharp({ create: { width: 6000, height: 4000, channels: 3, background: '#888' } }).jpeg().toBuffer()
    const narrow = new ChildPool({ children: 1, milliseconds: 30_000, residentBytes: 40 * 1024 * 1024 })
    expect(await inspectFile(await stored(photo), 'a.jpg', {}, narrow)).toEqual(unreadable(photo, 'a.jpg', 'bomb', null))
    narrow.close()
  })
  it('going down by itself, it does not make the file guilty', async () => {
    const photo = await noise(300, 200).jpeg().toBuffer()
    const path = await stored(photo)
    const pool = new ChildPool({ children: 1, milliseconds: 30_000, residentBytes: 2 ** 30 })
    await inspectFile(path, 'a.jpg', {}, pool)
    pool.close()
    expect(await inspectFile(path, 'a.jpg', {}, pool)).toEqual(image(photo, 'a.jpg', { width: 300, height: 200, metadataBytes: 0 }))
    pool.close()
  })
  it('many files at once all get their answer', async () => {
    const photos = await Promise.all([300, 301, 302, 303, 304, 305].map((width) => noise(width, 200).jpeg().toBuffer()))
    expect(await Promise.all(photos.map((photo) => inspect(photo, 'a.jpg')))).toEqual(photos.map((photo, n) => image(photo, 'a.jpg', { width: 300 + n, height: 200 })))
  })
  it('a file that is gone is our fault, and is thrown', async () => {
    await expect(inspectFile(join(folder, 'gone'), 'a.jpg')).rejects.toThrow('ENOENT')
  })
  it('sees no secret of the server', async () => {
    process.env['XUANSHU_TEST_SECRET'] = 'planted-secret'
    const pool = new ChildPool({ children: 1, milliseconds: 30_000, residentBytes: 2 ** 30 })
    await inspectFile(await stored(await noise(30, 20).jpeg().toBuffer()), 'a.jpg', {}, pool)
    delete process.env['XUANSHU_TEST_SECRET']
    const environments = pool.pids.map((pid) => execFileSync('cat', [`/proc/${pid}/environ`]).toString('latin1'))
    expect([environments.length, environments.filter((e) => e.includes('planted-secret'))]).toEqual([1, []])
    pool.close()
  })
})

describe('previews', () => {
  it('are small and hold no place and no device', async () => {
    const photo = await noise(1600, 1200).withExif({ IFD0: { Make: '示例相机' }, IFD3: { GPSLatitude: '41/1 0/1 0/1' } }).jpeg().toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const preview = await makePreview(await stored(photo), image(photo, 'a.jpg'))
    const { format, width, height, exif } = await sharp(preview ?? Buffer.alloc(0)).metadata()
    expect({ format, width, height, exif }).toEqual({ format: 'webp', width: 640, height: 480, exif: undefined })
  })
  it('of a PDF show its first page', async () => {
    const bytes = pdf(2, '')
    const preview = await makePreview(await stored(bytes), await inspect(bytes, 'a.pdf'))
    expect((await sharp(preview ?? Buffer.alloc(0)).metadata()).format).toBe('webp')
  })
  it('of a Word file there is none', async () => {
    expect(await makePreview('/nowhere', { kind: 'document', format: 'docx', name: 'a.docx', bytes: 9, pages: null, encrypted: false, active: false })).toBeNull()
  })
})
