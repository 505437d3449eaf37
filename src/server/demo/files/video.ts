import { createRequire } from 'node:module'
import sharp from 'sharp'
import { sceneSvg } from './scenes'

interface Encoder {
  width: number; height: number; frameRate: number; quantizationParameter: number; groupOfPictures: number; speed: number; outputFilename: string
  initialize(): void; addFrameRgba(rgba: Uint8Array): void; finalize(): void; delete(): void; FS: { readFile(name: string): Uint8Array }
}

/** A real H.264 MP4: one drawn scene, a marker that moves a little. Few frames a second keep it cheap; `seconds` is what players show. */
export const video = async (seed: string, o: { seconds?: number; width?: number; height?: number; frameRate?: number } = {}): Promise<Buffer> => {
  const { createH264MP4Encoder } = createRequire(import.meta.url)('h264-mp4-encoder') as { createH264MP4Encoder: () => Promise<Encoder> }
  const [width, height, frameRate, seconds] = [o.width ?? 1920, o.height ?? 1080, o.frameRate ?? 2, o.seconds ?? 8]
  const still = await sharp(Buffer.from(sceneSvg(`video ${seed}`, width, height))).resize(width, height, { fit: 'cover' }).flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer()
  const encoder = await createH264MP4Encoder()
  Object.assign(encoder, { width, height, frameRate, quantizationParameter: 30, groupOfPictures: 60, speed: 10, outputFilename: 'out.mp4' })
  encoder.initialize()
  const frames = Math.round(seconds * frameRate)
  for (let n = 0; n < frames; n++) {
    const frame = new Uint8Array(still)
    bar(frame, width, height, (n + 1) / frames)
    encoder.addFrameRgba(frame)
  }
  encoder.finalize()
  const file = Buffer.from(encoder.FS.readFile('out.mp4'))
  encoder.delete()
  return file
}

/** A thin line along the bottom that grows with time: something moves, little has to be encoded. */
const bar = (frame: Uint8Array, width: number, height: number, share: number): void => {
  for (let y = height - 16; y < height; y++)
    for (let x = 0; x < width * share; x++) frame.set([184, 50, 31, 255], (y * width + x) * 4)
}

/** The same film played slower, so that it lasts longer: every mdhd and mvhd timescale divided (ISO/IEC 14496-12, 8.2.2 and 8.4.2). */
export const slowed = (file: Buffer, factor: number): Buffer => {
  const out = Buffer.from(file)
  for (const name of ['mvhd', 'mdhd'])
    for (let at = out.indexOf(name, 0, 'latin1'); at >= 0; at = out.indexOf(name, at + 4, 'latin1')) {
      const scaleAt = at + 4 + 4 + (out[at + 4] === 1 ? 16 : 8)
      out.writeUInt32BE(Math.max(1, Math.round(out.readUInt32BE(scaleAt) / factor)), scaleAt)
    }
  return out
}
