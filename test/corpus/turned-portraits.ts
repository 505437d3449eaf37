/** Drawn portraits looking aside: what is drawn on the front of a head is laid round it and turned. Nobody’s face. */
import sharp from 'sharp'
import { portrait } from '#server/demo/samples/portrait'

/** The drawn head in its 350 × 450 sheet: middle and half axes; it is as deep as it is wide. */
const head = { x: 175, y: 182, across: 74, high: 126 } as const
const hair = [42, 36, 34] as const

/** @param degrees to the person's left; 0: as it was drawn */
export const turnedPortrait = async (seed: string, degrees: number, width = 413): Promise<Buffer> => {
  const { data, info } = await sharp(await portrait(seed, { width, height: Math.round((width * 450) / 350), format: 'png' })).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const scale = info.width / 350
  const [cx, cy, a, b] = [head.x * scale, head.y * scale, head.across * scale, head.high * scale]
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const out = Buffer.from(data)
  for (let y = Math.ceil(cy - b); y < cy + b; y++) for (let x = Math.ceil(cx - a); x < cx + a; x++) {
    const [u, v] = [(x - cx) / a, (y - cy) / b]
    const deep = 1 - u * u - v * v
    if (deep <= 0) continue
    const [from, depth] = [u * cos - Math.sqrt(deep) * sin, u * sin + Math.sqrt(deep) * cos]
    const source = (y * info.width + Math.round(cx + from * a)) * 3
    for (let k = 0; k < 3; k++) out[(y * info.width + x) * 3 + k] = depth <= 0 ? hair[k]! : data[source + k]!
  }
  return sharp(out, { raw: { width: info.width, height: info.height, channels: 3 } }).jpeg({ quality: 92 }).toBuffer()
}
