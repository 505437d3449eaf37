import sharp from 'sharp'
import { portraitSvg, sceneSvg } from './scenes'

/** Fine grain over a drawn scene, as a camera gives it: this is also what makes the file as large as a camera's. */
const grain = async (svg: string, width: number, height: number, sigma: number) => {
  const noise = await sharp({ create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma } } }).raw().toBuffer()
  return sharp(Buffer.from(svg), { density: 96 }).resize(width, height, { fit: 'cover' }).flatten({ background: '#fff' }).composite([{ input: noise, raw: { width, height, channels: 3 }, blend: 'soft-light' }])
}

/** A photograph of an invented scene, JPEG of at least 2.1 MB. libvips' noise differs from run to run: callers keep the file, not the recipe. */
export const photo = async (seed: string, o: { width?: number; height?: number; sigma?: number; quality?: number } = {}): Promise<Buffer> => {
  const [width, height] = [o.width ?? 2880, o.height ?? 1920]
  return (await grain(sceneSvg(seed, width, height), width, height, o.sigma ?? 22)).jpeg({ quality: o.quality ?? 92, chromaSubsampling: '4:4:4' }).toBuffer()
}

/** 小2寸 at 300 dpi is 413 × 531; these are twice that. */
export const portrait = (seed: string, background: 'red' | 'white' | 'blue' = 'red', o: { width?: number; height?: number; format?: 'jpeg' | 'png' } = {}): Promise<Buffer> =>
  sharp(Buffer.from(portraitSvg(seed, background))).resize(o.width ?? 826, o.height ?? 1062, { fit: 'fill' }).flatten({ background: '#fff' }).toFormat(o.format ?? 'jpeg', { quality: 92 }).toBuffer()
