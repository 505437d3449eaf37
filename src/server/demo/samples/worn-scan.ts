/** What becomes of a printed page between the printer and the upload: sealed, scanned askew, photographed in bad light, copied, spilt upon. The same seed gives the same bytes. */
import sharp from 'sharp'
import { chance, type Chance } from './chance'
import type { Sheet } from './drawn-pages'
import { sealSvg } from './scan'
import { readyFonts } from './type-setting'

export const wears = ['flat', 'skewed', 'upsideDown', 'turned', 'jpeg40', 'noise', 'shadow', 'coffee', 'curled', 'gray', 'faint', 'phone'] as const
export type Wear = (typeof wears)[number]

export interface SealPlaced { readonly unit: string; /** Shares of the page's width and height. */ readonly x: number; readonly y: number; readonly opacity?: number }
export interface WornWanted { readonly wear: readonly Wear[]; readonly seals?: readonly SealPlaced[]; /** JPEG quality of the scan. */ readonly quality?: number }

/** One page, worn: a JPEG. */
export const wornPage = async (seed: string, sheet: Sheet, { wear, seals = [], quality = 78 }: WornWanted): Promise<Buffer> => {
  const c = chance(`worn ${seed}`)
  const has = (w: Wear) => wear.includes(w)
  let page = await sealed(c, sheet, seals)
  if (has('faint')) page = mapped(page, (v) => 255 - (255 - v) * 0.38)
  if (has('coffee')) page = await over(page, stain(c, page))
  if (has('curled') || has('phone')) page = await onTable(page, has('phone') ? '#6b5a48' : '#e8e8e8')
  if (has('curled') || has('phone')) page = bent(c, page, has('phone') ? 0.05 : 0.028)
  if (has('shadow') || has('phone')) page = await over(page, shadow(c, page))
  if (has('noise') || has('phone')) page = grained(c, page, has('noise') ? 26 : 9)
  let picture = raw(page)
  const angle = has('skewed') ? c.real(-5, 5) : has('phone') ? c.real(-3, 3) : c.real(-0.4, 0.4)
  const turn = has('upsideDown') ? 180 : has('turned') ? (c.next() < 0.5 ? 90 : 270) : 0
  // Two turns of one picture in one pipeline would be one: the second begins from bytes.
  picture = sharp(await picture.rotate(angle, { background: has('phone') ? '#6b5a48' : '#f4f2ee' }).png({ compressionLevel: 0 }).toBuffer()).rotate(turn)
  if (has('gray')) picture = sharp(await picture.grayscale().png({ compressionLevel: 0 }).toBuffer()).toColourspace('srgb')
  return picture.jpeg({ quality: has('jpeg40') ? 40 : quality }).toBuffer()
}

const raw = ({ data, width, height }: Sheet) => sharp(data, { raw: { width, height, channels: 3 } })
const over = async (page: Sheet, svg: string): Promise<Sheet> => ({ ...page, data: await raw(page).composite([{ input: Buffer.from(svg), blend: 'multiply' }]).removeAlpha().raw().toBuffer() })
const mapped = (page: Sheet, to: (v: number) => number): Sheet => ({ ...page, data: page.data.map(to) as Buffer })
const frame = ({ width, height }: Sheet, body: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`

/** 42 mm across on A4; ink lets what lies under it show through. */
const sealed = async (c: Chance, sheet: Sheet, seals: readonly SealPlaced[]): Promise<Sheet> => {
  if (seals.length === 0) return sheet
  await readyFonts()
  const size = (42 / 210) * sheet.width / 242
  return over(sheet, frame(sheet, seals.map((s) => `<g transform="translate(${s.x * sheet.width} ${s.y * sheet.height}) scale(${size.toFixed(4)})" opacity="${s.opacity ?? 1}">${sealSvg(c, 0, 0, s.unit)}</g>`).join('')))
}

/** Who photographs a page, or lays a bent one on the glass, has a strip of what it lies on around it. */
const onTable = async (page: Sheet, background: string): Promise<Sheet> => {
  const by = Math.round(page.width * 0.06)
  const { data, info } = await raw(page).extend({ top: by, bottom: by, left: by, right: by, background }).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const stain = (c: Chance, page: Sheet): string => {
  const [x, y, r] = [page.width * c.real(0.2, 0.9), page.height * c.real(0.08, 0.7), page.width * c.real(0.14, 0.2)]
  return frame(page, `<rect width="100%" height="100%" fill="#fff"/><circle cx="${x}" cy="${y}" r="${r}" fill="#a9773f" opacity=".34"/><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#7a4d22" stroke-width="${r * 0.07}" opacity=".5"/>`)
}

const shadow = (c: Chance, page: Sheet): string => {
  const [x1, y1] = [c.next() < 0.5 ? 0 : 1, c.next() < 0.5 ? 0 : 1]
  return frame(page, `<defs><linearGradient id="s" x1="${x1}" y1="${y1}" x2="${1 - x1}" y2="${1 - y1}"><stop offset="0" stop-color="#4a463f"/><stop offset="${c.real(0.35, 0.6).toFixed(2)}" stop-color="#cfcac1"/><stop offset="1" stop-color="#fff"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/>`)
}

const grained = (c: Chance, page: Sheet, most: number): Sheet => {
  const data = Buffer.from(page.data)
  for (let i = 0; i < data.length; i += 3) {
    const d = Math.round((c.next() + c.next() + c.next() - 1.5) * most)
    for (let k = 0; k < 3; k++) data[i + k] = Math.max(0, Math.min(255, data[i + k]! + d))
  }
  return { ...page, data }
}

/** Seen from aside (one side nearer than the other) and bulging in the middle: where each pixel of the picture comes from. */
const bent = (c: Chance, { data, width, height }: Sheet, most: number): Sheet => {
  const [lean, tip, bulge] = [c.real(-most, most), c.real(-most, most), c.real(-most, most) * 0.5]
  const out = Buffer.alloc(data.length, 0xe8)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const [u, v] = [x / width - 0.5, y / height - 0.5]
    const away = 1 + lean * u * 2 + tip * v * 2
    const sx = (u * away + 0.5) * width
    const sy = (v * away + bulge * Math.sin((u + 0.5) * Math.PI) + 0.5) * height
    const [x0, y0] = [Math.floor(sx), Math.floor(sy)]
    if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue
    const [fx, fy] = [sx - x0, sy - y0]
    const [from, below] = [(y0 * width + x0) * 3, ((y0 + 1) * width + x0) * 3]
    for (let k = 0; k < 3; k++) out[(y * width + x) * 3 + k] = (data[from + k]! * (1 - fx) + data[from + 3 + k]! * fx) * (1 - fy) + (data[below + k]! * (1 - fx) + data[below + 3 + k]! * fx) * fy
  }
  return { data: out, width, height }
}
