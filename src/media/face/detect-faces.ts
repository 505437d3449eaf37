/** Faces on a picture, by BlazeFace (short range; arXiv 1907.05047, MediaPipe's own decoding): where they are, how they look and how sure that is. */
import type { FaceMark } from '#core/materials/facts'
import { shrink, type Picture } from '../paper/picture'
import { runNetwork } from './run-network'
import type { Network } from './tflite'

/** Pixels of a side that the network looks at, and its two grids of anchors: squares across, boxes from each. */
const side = 128
const grids = [{ across: 16, each: 2 }, { across: 8, each: 6 }] as const
const anchors = grids.flatMap(({ across, each }) => Array.from({ length: across * across * each }, (_, i) => {
  const square = Math.floor(i / each)
  return { x: ((square % across) + 0.5) / across, y: (Math.floor(square / across) + 0.5) / across }
}))
/** Box (centre, size), then both eyes, tip of the nose, mouth, both ears: x and y each. The person's right comes first. */
const valuesEach = 16
const places = { rightEye: 4, leftEye: 6, nose: 8, rightEar: 12, leftEar: 14 } as const

/** A first look may be wrong; what is asked about again, closer, must be sure. Set by drawn and photographed pictures, with and without faces. */
const sure = { first: 0.4, close: 0.7, upright: 0.86, better: 0.04 } as const
/** Boxes that share so much are one face. */
const sameFace = 0.3
/** How much wider than a face it is looked at when it is looked at closely. */
const closely = 2.2
/** A whole picture shows well what is this large; smaller faces are looked for part by part. */
const wellSeen = 0.2
/** A face much smaller than the largest is a picture on a wall or a badge. */
const beside = 0.4
/** Of what a first look finds, so many are looked at closely: a sheet of many faces is told as several all the same. */
const mostClose = 10

/** A square of the picture in pixels, turned by quarters as it is looked at. */
interface Look { readonly left: number; readonly top: number; readonly side: number; readonly turns: 0 | 1 | 2 | 3 }
/** Values of one face, in pixels of the picture. */
interface Seen { readonly score: number; readonly values: readonly number[]; readonly turns: Look['turns'] }

/** @returns one after the other, largest first; none: no face, or none that is sure */
export const detectFaces = (network: Network, picture: Picture): FaceMark[] => {
  const pyramid = pyramidOf(picture)
  const see = (look: Look): Seen[] => atOnce(network, pyramid, look)
  const close = (seen: readonly Seen[]): Seen[] => apart(apart(seen).slice(0, mostClose).flatMap((s) => see(around(s)).filter((c) => c.score >= sure.close && overlap(c, s) > sameFace).slice(0, 1)))
  const large = close(see(whole(picture, 0)))
  const upright = widest(large) >= wellSeen * picture.width ? large : close([...large, ...parts(picture).flatMap(see)])
  if (surest(upright) >= sure.upright) return told(upright, picture)
  // A face upside down is seen as a poor one too: the way in which it is surest is how it lies.
  const lying = ([1, 2, 3] as const).map((turns) => close(see(whole(picture, turns)))).reduce((a, b) => (surest(b) > surest(a) ? b : a))
  return told(surest(lying) > surest(upright) + sure.better ? lying : upright, picture)
}

const surest = (seen: readonly Seen[]): number => Math.max(0, ...seen.map((s) => s.score))
const widest = (seen: readonly Seen[]): number => Math.max(0, ...seen.map((s) => s.values[2]!))
const whole = ({ width, height }: Picture, turns: Look['turns']): Look => { const s = Math.max(width, height); return { left: (width - s) / 2, top: (height - s) / 2, side: s, turns } }
/** Three by three squares of half its longer side, overlapping; those beyond the picture are left out. */
const parts = ({ width, height }: Picture): Look[] => {
  const s = Math.max(width, height) / 2
  const starts = (length: number): number[] => (length <= s ? [(length - s) / 2] : [0, (length - s) / 2, length - s])
  return starts(height).flatMap((top) => starts(width).map((left): Look => ({ left, top, side: s, turns: 0 })))
}
const around = ({ values: [x, y, w, h], turns }: Seen): Look => { const s = Math.max(w!, h!) * closely; return { left: x! - s / 2, top: y! - s / 2, side: s, turns } }

const atOnce = (network: Network, pyramid: Pyramid, look: Look): Seen[] => {
  const pixels = sampled(pyramid, look)
  if (isPlain(pixels)) return []
  const [boxes, scores] = runNetwork(network, pixels) as [Float32Array, Float32Array]
  const seen: Seen[] = []
  for (const [i, anchor] of anchors.entries()) {
    const score = 1 / (1 + Math.exp(-scores[i]!))
    if (score < sure.first) continue
    const raw = boxes.subarray(i * valuesEach, (i + 1) * valuesEach)
    const values: number[] = []
    for (let k = 0; k < valuesEach; k += 2) {
      if (k === 2) values.push((raw[2]! / side) * look.side, (raw[3]! / side) * look.side)
      else values.push(...toPicture(look, raw[k]! / side + anchor.x, raw[k + 1]! / side + anchor.y))
    }
    seen.push({ score, values, turns: look.turns })
  }
  return blended(seen)
}

/** Share of the looked-at square → pixels of the picture. */
const toPicture = ({ left, top, side: s, turns }: Look, u: number, v: number): [number, number] => {
  const [x, y] = turns === 0 ? [u, v] : turns === 1 ? [v, 1 - u] : turns === 2 ? [1 - u, 1 - v] : [1 - v, u]
  return [left + x * s, top + y * s]
}

/** −1 to 1 by channel; grey where the square goes beyond the picture. Two by two places of a picture that was halved until they lie close. */
const sampled = (pyramid: Pyramid, look: Look): Float32Array => {
  const level = Math.max(0, Math.floor(Math.log2(look.side / side)))
  const { picture: { data, width, height }, by } = pyramid(level)
  const out = new Float32Array(side * side * 3)
  for (let y = 0, o = 0; y < side; y++) for (let x = 0; x < side; x++, o += 3) for (const [dx, dy] of quarters) {
    const [px, py] = toPicture(look, (x + dx) / side, (y + dy) / side)
    const [sx, sy] = [px / by - 0.5, py / by - 0.5]
    if (sx < -0.5 || sy < -0.5 || sx > width - 0.5 || sy > height - 0.5) continue
    const [x0, y0] = [Math.max(0, Math.floor(sx)), Math.max(0, Math.floor(sy))]
    const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)]
    const [fx, fy] = [Math.max(0, sx - x0), Math.max(0, sy - y0)]
    const [a, b, c, d] = [(y0 * width + x0) * 4, (y0 * width + x1) * 4, (y1 * width + x0) * 4, (y1 * width + x1) * 4]
    for (let k = 0; k < 3; k++) {
      const value = (data[a + k]! * (1 - fx) + data[b + k]! * fx) * (1 - fy) + (data[c + k]! * (1 - fx) + data[d + k]! * fx) * fy
      out[o + k]! += (value / 127.5 - 1) / quarters.length
    }
  }
  return out
}
/** One colour all over: nobody is there, and the network need not say so. */
const isPlain = (pixels: Float32Array): boolean => {
  for (let k = 0; k < 3; k++) {
    let [least, most] = [1, -1]
    for (let i = k; i < pixels.length; i += 3) {
      least = Math.min(least, pixels[i]!)
      most = Math.max(most, pixels[i]!)
    }
    if (most - least > nearlyOne) return false
  }
  return true
}
/** Of −1 to 1: three of 256 steps of brightness. */
const nearlyOne = 3 / 127.5
const quarters = [[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]] as const

/** The picture halved so many times; each is made once. */
type Pyramid = (level: number) => { readonly picture: Picture; readonly by: number }
const pyramidOf = (picture: Picture): Pyramid => {
  const levels = [picture]
  return (level) => {
    while (levels.length <= level) levels.push(shrink(levels.at(-1)!, 2))
    return { picture: levels[level]!, by: 2 ** level }
  }
}

const overlap = ({ values: [ax, ay, aw, ah] }: Seen, { values: [bx, by, bw, bh] }: Seen): number => {
  const w = Math.min(ax! + aw! / 2, bx! + bw! / 2) - Math.max(ax! - aw! / 2, bx! - bw! / 2)
  const h = Math.min(ay! + ah! / 2, by! + bh! / 2) - Math.max(ay! - ah! / 2, by! - bh! / 2)
  return w <= 0 || h <= 0 ? 0 : (w * h) / (aw! * ah! + bw! * bh! - w * h)
}

/** Boxes of one face are weighed by their scores; the best score is kept. Best first. */
const blended = (seen: readonly Seen[]): Seen[] => {
  let left = seen.toSorted((a, b) => b.score - a.score)
  const faces: Seen[] = []
  while (left.length > 0) {
    const best = left[0]!
    const same = left.filter((s) => s === best || overlap(s, best) > sameFace)
    const all = same.reduce((n, s) => n + s.score, 0)
    faces.push({ ...best, values: best.values.map((_, i) => same.reduce((n, s) => n + s.values[i]! * s.score, 0) / all) })
    left = left.filter((s) => !same.includes(s))
  }
  return faces
}

/** The same face seen from several looks is one: the surest stays. */
const apart = (seen: readonly Seen[]): Seen[] => seen.toSorted((a, b) => b.score - a.score).filter((s, i, all) => all.slice(0, i).every((o) => overlap(s, o) <= sameFace))

const told = (seen: readonly Seen[], { width, height }: Picture): FaceMark[] => {
  const least = widest(seen) * beside
  return seen.filter((s) => s.values[2]! >= least).toSorted((a, b) => b.values[2]! - a.values[2]!).map((s) => {
    const [x, y, w, h] = s.values as [number, number, number, number]
    return { x: hundredth(x / width), y: hundredth(y / height), width: hundredth(w / width), height: hundredth(h / height), score: hundredth(s.score), ...looks(s) }
  })
}
const hundredth = (n: number): number => Math.round(n * 100) / 100 + 0

/** Where the tip of the nose stands between the ears, along the line of the eyes. */
const looks = ({ values }: Seen): Pick<FaceMark, 'aside' | 'tilt'> => {
  const at = (n: number) => [values[n]!, values[n + 1]!] as const
  const [[rx, ry], [lx, ly]] = [at(places.rightEye), at(places.leftEye)]
  const angle = Math.atan2(ly - ry, lx - rx)
  const along = ([x, y]: readonly [number, number]): number => x * Math.cos(angle) + y * Math.sin(angle)
  const [right, left, nose] = [along(at(places.rightEar)), along(at(places.leftEar)), along(at(places.nose))]
  return { aside: hundredth(left - right <= 0 ? 1 : Math.min(1, Math.max(-1, ((nose - right) / (left - right)) * 2 - 1))), tilt: Math.round((angle * 180) / Math.PI) + 0 }
}
