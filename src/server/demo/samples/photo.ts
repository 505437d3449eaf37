/** 生活工作照片: a drawn scene with the grain of a camera, as a real JPEG of a real size. */
import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { chance } from './chance'
import { sceneNames, sceneSvg, type SceneName } from './scenes/scene'

export interface PhotoWanted {
  readonly scene?: SceneName
  readonly width?: number
  readonly height?: number
  readonly format?: 'jpeg' | 'png'
  /** The file is at least so large, by finer coding of the same grain, never by padding. */
  readonly minBytes?: number
  /** The file is at most so large. */
  readonly maxBytes?: number
}

const atLeast = 2_120_000
/** The first of these is enough for a photograph of usual size; coding again costs as much as drawing. */
const qualities = [96, 98, 99, 100] as const

/** A photograph that nobody took. The same seed gives the same bytes. */
export const photo = async (seed: string, wanted: PhotoWanted = {}): Promise<Buffer> => {
  const { width = 2560, height = 1920, format = 'jpeg' } = wanted
  const scene = wanted.scene ?? chance(`photo ${seed}`).pick(sceneNames)
  // Drawn at half the size: blurs cost a quarter, and a lens is no sharper than that.
  const drawing = Buffer.from(sceneSvg(seed, scene, Math.ceil(width / 2), Math.ceil(height / 2)))
  const { data, info } = await sharp(drawing).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  // From pixels, not from the drawing: the library would draw the whole sheet again at the larger size.
  const large = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }).resize(width, height, { kernel: 'linear', fit: 'fill' })
  const grained = await grain(await large.raw().toBuffer({ resolveWithObject: true }), seed)
  const picture = () => sharp(grained.data, { raw: { width: grained.info.width, height: grained.info.height, channels: 3 } })
  if (format === 'png') return picture().png({ compressionLevel: 3 }).toBuffer()
  return codeToSize(picture, wanted.minBytes ?? (wanted.maxBytes === undefined ? atLeast : 0), wanted.maxBytes ?? Infinity)
}

const codeToSize = async (picture: () => Sharp, least: number, most: number): Promise<Buffer> => {
  const tries = most < Infinity ? [96, 95, 94, 93, 92, 91, 90, 86, 80, 70] : qualities
  let coded = Buffer.alloc(0)
  for (const quality of tries) {
    coded = await picture().withMetadata({ density: 72 }).jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: false }).toBuffer()
    if (coded.length >= least && coded.length <= most) return coded
  }
  throw new Error(`no quality gives between ${least} and ${most} bytes; the last gave ${coded.length}`)
}

/** Luminance noise, triangular, ± about 5 %: one stream of numbers for the whole picture, so it never repeats as a tile would. */
const grain = async (raw: { data: Buffer; info: OutputInfo }, seed: string): Promise<{ data: Buffer; info: OutputInfo }> => {
  const { data } = raw
  let state = chance(`grain ${seed}`).int(1, 0x7ffffffe)
  for (let at = 0; at + 2 < data.length; at += 3) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const noise = ((state & 15) + ((state >>> 8) & 15) - 15) * 0.88
    for (let channel = at; channel < at + 3; channel++) data[channel] = Math.max(0, Math.min(255, (data[channel] ?? 0) + noise))
  }
  return raw
}
