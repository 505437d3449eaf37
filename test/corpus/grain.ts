/** Drawn pixels: texture as photographs have it, plain grounds with a bust; the same seed gives the same picture. */
import sharp, { type Sharp } from 'sharp'
import { chance } from '#server/demo/samples/chance'

type Raw = { readonly width: number; readonly height: number; readonly channels: 3 }
const open = (pixels: Buffer, raw: Raw): Sharp => sharp(pixels, { raw })

/** Texture of several sizes, softened as a lens does. */
export const texture = async (seed: string, width: number, height: number): Promise<Sharp> => {
  const c = chance(`texture ${seed}`)
  const total = new Float32Array(width * height * 3)
  for (const size of [1, 2, 4, 8, 32]) {
    const [w, h] = [Math.ceil(width / size), Math.ceil(height / size)]
    const noise = Buffer.from(Uint8Array.from({ length: w * h * 3 }, () => c.int(40, 216)))
    const layer = await open(noise, { width: w, height: h, channels: 3 }).resize(width, height, { kernel: 'cubic', fit: 'fill' }).raw().toBuffer()
    for (let i = 0; i < total.length; i++) total[i]! += layer[i]! / 5
  }
  const soft = await open(Buffer.from(Uint8Array.from(total, Math.round)), { width, height, channels: 3 }).blur(0.7).png({ compressionLevel: 1 }).toBuffer()
  return sharp(soft)
}

/** A bust on a ground. */
export const bust = (ground: string, width = 420, height = 540): Sharp => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 700 900" preserveAspectRatio="none"><rect width="700" height="900" fill="${ground}"/><ellipse cx="350" cy="380" rx="150" ry="200" fill="#e0b090"/><path d="M60 900 Q350 480 640 900Z" fill="#223"/></svg>`)).removeAlpha()
