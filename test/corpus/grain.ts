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

const eye = (x: number): string => `<path d="M${x - 34} 362Q${x} 334 ${x + 34} 362Q${x} 380 ${x - 34} 362z" fill="#fbf8f4"/><circle cx="${x}" cy="357" r="15" fill="#2c201b"/><path d="M${x - 44} 318Q${x} 296 ${x + 44} 318" stroke="#2a2422" stroke-width="11" fill="none"/>`
const face = `<path d="M285 520h130v190h-130z" fill="#c8946d"/><ellipse cx="202" cy="382" rx="20" ry="42" fill="#c8946d"/><ellipse cx="498" cy="382" rx="20" ry="42" fill="#c8946d"/><ellipse cx="350" cy="380" rx="150" ry="200" fill="#e0b090"/><path d="M198 372C178 170 250 150 350 150S522 170 502 372C494 300 470 268 440 250Q350 230 260 250C230 268 206 300 198 372z" fill="#2a2422"/>${eye(285)}${eye(415)}<path d="M340 350Q330 420 318 436Q350 456 382 436" stroke="#8b5a3c" stroke-width="7" fill="none" opacity=".6"/><path d="M300 496Q350 478 400 496Q350 528 300 496z" fill="#b0604f"/>`
/** A bust on a ground, with a face that looks straight on. */
export const bust = (ground: string, width = 420, height = 540): Sharp => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 700 900" preserveAspectRatio="none"><rect width="700" height="900" fill="${ground}"/><path d="M60 900 Q350 480 640 900Z" fill="#223"/>${face}</svg>`)).removeAlpha()
