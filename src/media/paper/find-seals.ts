/** Round red marks on a page, by red excess and voting for circles, at about 50 dpi. A hint for people and nothing more. */
import type { SealMark } from '#core/paper/reading'
import type { Picture } from './picture'

/** A long side of A4 at 50 dpi: what the measures below are for. */
export const sealPixels = 585
const perMillimetre = 50 / 25.4
/** 38–45 mm is usual; photographs and copies are a little larger or smaller. */
const radii = { least: Math.round(15 * perMillimetre), most: Math.round(27 * perMillimetre) } as const
/** How much of a ring must be there, of what lies on the page. */
const leastShare = 0.6
/** A seal is lines, signs and at most a star: where more of its disc is solidly red, it is a portrait on its red ground (0.44 and more; of worn seals 0.002 at most). */
const mostSolid = 0.2
const directions = 96

export interface SealsFound { readonly seals: readonly SealMark[]; /** false: nothing on the page has a colour. */ readonly colour: boolean }

/** @param page with its long side near `sealPixels` */
export const findSeals = (page: Picture): SealsFound => {
  const { width, height } = page
  const red = redness(page)
  const edges = edgesOf(red, width, height)
  const votes = vote(edges, width, height)
  const seals: SealMark[] = []
  const taken: { x: number; y: number; r: number }[] = []
  for (const at of peaks(votes, width, height)) {
    // What lies within a seal that was found is part of it.
    if (taken.some((o) => Math.hypot(o.x - at.x, o.y - at.y) < o.r * 0.7)) continue
    const ring = bestRing(red, width, height, at.x, at.y)
    if (ring === null || solidShare(red, width, height, ring) > mostSolid || taken.some((o) => Math.hypot(o.x - ring.x, o.y - ring.y) < Math.min(o.r, ring.r))) continue
    taken.push(ring)
    seals.push({ x: ring.x / width, y: ring.y / height, radius: ring.r / width, share: Math.round(ring.share * 100) / 100, cut: ring.inside < directions })
    if (seals.length === 6) break
  }
  return { seals: seals.toSorted((a, b) => b.share - a.share), colour: seals.length > 0 || hasColour(page) }
}

/** How far red stands out of the other two, against the paper around: 0 where it does not. */
const redness = ({ data, width, height }: Picture): Uint8Array => {
  const out = new Uint8Array(width * height)
  // A warm lamp makes the whole page reddish: what the page is like on the whole is taken off.
  const tint = tintOf(data)
  for (let i = 0, at = 0; i < out.length; i++, at += 4) {
    const excess = data[at]! - Math.max(data[at + 1]!, data[at + 2]!) - tint
    out[i] = excess > 18 ? Math.min(255, excess * 2) : 0
  }
  return out
}

const tintOf = (data: Picture['data']): number => {
  const counts = new Uint32Array(256)
  let n = 0
  for (let at = 0; at < data.length; at += 16) { counts[Math.max(0, data[at]! - Math.max(data[at + 1]!, data[at + 2]!))]!++; n++ }
  let seen = 0
  for (let v = 0; v < 256; v++) { seen += counts[v]!; if (seen * 2 >= n) return v }
  return 0
}

/** Where red begins or ends, with the direction across. */
interface Edge { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number }
const edgesOf = (red: Uint8Array, width: number, height: number): Edge[] => {
  const edges: Edge[] = []
  for (let y = 1; y < height - 1; y++) for (let x = 1; x < width - 1; x++) {
    const at = (dy: number, dx: number) => red[(y + dy) * width + x + dx]!
    const gx = at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1)
    const gy = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1)
    const size = Math.hypot(gx, gy)
    if (size > 60) edges.push({ x, y, dx: gx / size, dy: gy / size })
  }
  // A page full of red is no page with a seal on it.
  return edges.length > 60_000 ? [] : edges
}

/** Each edge votes for the centres it may lie around, on both of its sides. */
const vote = (edges: readonly Edge[], width: number, height: number): Float32Array => {
  const pad = radii.most
  const votes = new Float32Array((width + 2 * pad) * (height + 2 * pad))
  for (const { x, y, dx, dy } of edges) for (const side of [-1, 1]) for (let r = radii.least; r <= radii.most; r++) {
    const [cx, cy] = [Math.round(x + side * dx * r) + pad, Math.round(y + side * dy * r) + pad]
    if (cx >= 0 && cy >= 0 && cx < width + 2 * pad && cy < height + 2 * pad) votes[cy * (width + 2 * pad) + cx]!++
  }
  return votes
}

/** The places with most votes, best first; a cut seal may have its centre beyond the edge. */
const peaks = (votes: Float32Array, width: number, height: number): { x: number; y: number }[] => {
  const pad = radii.most
  const stride = width + 2 * pad
  const found: { x: number; y: number; n: number }[] = []
  const step = 4
  for (let y = 0; y + step <= height + 2 * pad; y += step) for (let x = 0; x + step <= stride; x += step) {
    let n = 0
    for (let dy = 0; dy < step; dy++) for (let dx = 0; dx < step; dx++) n += votes[(y + dy) * stride + x + dx]!
    if (n >= 40) found.push({ x: x + step / 2 - pad, y: y + step / 2 - pad, n })
  }
  return found.toSorted((a, b) => b.n - a.n).slice(0, 40)
}

interface Ring { readonly x: number; readonly y: number; readonly r: number; readonly share: number; readonly inside: number }

const circle = Array.from({ length: directions }, (_, i) => [Math.cos((i / directions) * 2 * Math.PI), Math.sin((i / directions) * 2 * Math.PI)] as const)

/** Half the side of a square that no line of a seal fills: 2.5 mm across. */
const solid = 2
/** How much of what lies within the ring is red all around. */
const solidShare = (red: Uint8Array, width: number, height: number, { x, y, r }: Ring): number => {
  let [all, full] = [0, 0]
  const isSolid = (cx: number, cy: number): boolean => {
    for (let dy = -solid; dy <= solid; dy++) for (let dx = -solid; dx <= solid; dx++) if (red[(cy + dy) * width + cx + dx]! <= 24) return false
    return true
  }
  for (let cy = Math.max(solid, y - r); cy <= Math.min(height - 1 - solid, y + r); cy++) for (let cx = Math.max(solid, x - r); cx <= Math.min(width - 1 - solid, x + r); cx++) {
    if (Math.hypot(cx - x, cy - y) > r) continue
    all++
    if (isSolid(cx, cy)) full++
  }
  return all === 0 ? 0 : full / all
}

/** First every radius around the peak itself, then a little aside with the best of them. */
const bestRing = (red: Uint8Array, width: number, height: number, x0: number, y0: number): Ring | null => {
  let best: Ring | null = null
  const ask = (x: number, y: number, r: number): void => {
    const ring = ringAt(red, width, height, x, y, r)
    if (ring !== null && (best === null || ring.share > best.share)) best = ring
  }
  for (let r = radii.least; r <= radii.most; r++) ask(x0, y0, r)
  if (best === null || (best as Ring).share < leastShare / 3) return null
  const middle = (best as Ring).r
  for (let y = y0 - 4; y <= y0 + 4; y += 2) for (let x = x0 - 4; x <= x0 + 4; x += 2) for (let r = middle - 4; r <= middle + 4; r++) ask(x, y, r)
  return (best as Ring).share >= leastShare ? best : null
}

/** A ring is red on its line and not just inside and outside of it: a red field or a photograph is none. */
const ringAt = (red: Uint8Array, width: number, height: number, cx: number, cy: number, r: number): Ring | null => {
  let [inside, on] = [0, 0]
  for (const [cos, sin] of circle) {
    const redAt = (radius: number): number => {
      const [x, y] = [Math.round(cx + radius * cos), Math.round(cy + radius * sin)]
      return x < 0 || y < 0 || x >= width || y >= height ? -1 : red[y * width + x]!
    }
    const middle = redAt(r)
    if (middle < 0) continue
    inside++
    const line = Math.max(middle, redAt(r - 1), redAt(r + 1))
    if (line > 24 && Math.min(Math.max(redAt(r - 4), 0), Math.max(redAt(r + 4), 0)) < line * 0.75) on++
  }
  // Less than half of it on the page is too little to say anything.
  return inside * 2 < directions ? null : { x: cx, y: cy, r, share: on / inside, inside }
}

/** A grey scan, even one saved in colour, has no pixel of any colour to speak of. */
const hasColour = ({ data }: Picture): boolean => {
  let [n, coloured] = [0, 0]
  for (let at = 0; at < data.length; at += 4) {
    n++
    if (Math.max(data[at]!, data[at + 1]!, data[at + 2]!) - Math.min(data[at]!, data[at + 1]!, data[at + 2]!) > 40) coloured++
  }
  return coloured * 4000 > n
}
