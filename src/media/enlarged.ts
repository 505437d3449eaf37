/** 放大凑数: whether a picture was enlarged by a program, by its spectrum. A hint for people, never a verdict. */

/** A square of the picture as it is stored, measured at full size. */
export interface Square { readonly left: number; readonly top: number; readonly side: number }

const side = 128
/** Fewer pixels say nothing; more are not held in memory for a hint. */
const leastSide = 256
const mostPixels = 60_000_000
const perSide = 4

/** Where to look: squares spread evenly, so that some of them hold texture. None: the picture is not measured. */
export const squaresOf = (width: number, height: number): Square[] => {
  if (Math.min(width, height) < leastSide || width * height > mostPixels) return []
  const place = (length: number, n: number) => Math.round(((length - side) * (n + 0.5)) / perSide)
  return Array.from({ length: perSide * perSide }, (_, n) => ({ left: place(width, n % perSide), top: place(height, Math.floor(n / perSide)), side }))
}

const half = side / 2
const window = Float64Array.from({ length: side }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / side))
const cosine = Float64Array.from({ length: half }, (_, n) => Math.cos((-2 * Math.PI * n) / side))
const sine = Float64Array.from({ length: half }, (_, n) => Math.sin((-2 * Math.PI * n) / side))
const reversed = Uint8Array.from({ length: side }, (_, n) => Number.parseInt(n.toString(2).padStart(Math.log2(side), '0').split('').reverse().join(''), 2))
const re = new Float64Array(side)
const im = new Float64Array(side)

const transform = (): void => {
  for (let size = 2; size <= side; size *= 2) {
    const [reach, step] = [size / 2, side / size]
    for (let start = 0; start < side; start += size) {
      for (let k = 0; k < reach; k++) {
        const a = start + k
        const b = a + reach
        const c = cosine[k * step]!
        const s = sine[k * step]!
        const x = re[b]! * c - im[b]! * s
        const y = re[b]! * s + im[b]! * c
        re[b] = re[a]! - x
        im[b] = im[a]! - y
        re[a] = re[a]! + x
        im[a] = im[a]! + y
      }
    }
  }
}

interface Line { readonly from: number; readonly step: number; /** Power by frequency, 1 to 64, to which this line's is added. */ readonly power: Float64Array }

const load = (square: Uint8Array, { from, step }: Line, into: Float64Array): void => {
  let mean = 0
  for (let n = 0; n < side; n++) mean += square[from + n * step]! / side
  for (let n = 0; n < side; n++) into[reversed[n]!] = (square[from + n * step]! - mean) * window[n]!
}

/** Adds the power of two lines of the square (windowed, fast Fourier transform): both go through one transform, the second as its imaginary part, and are told apart by symmetry. */
const addPower = (square: Uint8Array, a: Line, b: Line): void => {
  load(square, a, re)
  load(square, b, im)
  transform()
  for (let f = 1; f <= half; f++) {
    const [x, y, mirroredX, mirroredY] = [re[f]!, im[f]!, re[side - f]!, im[side - f]!]
    a.power[f - 1]! += ((x + mirroredX) ** 2 + (y - mirroredY) ** 2) / 4
    b.power[f - 1]! += ((y + mirroredY) ** 2 + (mirroredX - x) ** 2) / 4
  }
}

/** Variance of brightness that lies in a part of the spectrum (Parseval; 3/8 is the window's own share), the richer of both directions: motion blurs one way only. */
const within = (rows: Float64Array, columns: Float64Array, from: number, to: number): number => {
  let [a, b] = [0, 0]
  for (let f = from; f < to; f++) {
    a += rows[f]!
    b += columns[f]!
  }
  return Math.max(a, b) / (half * side * half * 0.375)
}

/** Plainer squares (a wall, the sky) hold nothing to measure. */
const leastTexture = 2
const fewestTextured = 3
/** In the highest quarter of the spectrum an enlargement leaves little more than the rounding of eight bits; lens, grain and noise of an original leave more. */
const emptyBelow = 0.1

const isEmpty = (square: Uint8Array): boolean | null => {
  const [rows, columns] = [new Float64Array(half), new Float64Array(half)]
  for (let n = 0; n < side; n += 2) addPower(square, { from: n * side, step: 1, power: rows }, { from: n, step: side, power: columns })
  return within(rows, columns, half / 8, half / 4) < leastTexture ? null : within(rows, columns, (half * 3) / 4, half) < emptyBelow
}

/**
 * Tried on made pictures: twice and three times as large is found; one and a half times is not. A picture badly out of focus is found too, which is worth a look as well.
 * @param squares brightness of each of `squaresOf`, row by row
 * @returns null where too little texture is there to tell
 */
export const looksEnlarged = (squares: readonly Uint8Array[]): boolean | null => {
  const told = squares.map(isEmpty).filter((e) => e !== null)
  return told.length < fewestTextured ? null : told.filter((e) => e).length * 2 > told.length
}

/** Brightness of one square out of pixels of so many channels (red, green, blue first). */
export const brightness = (pixels: Uint8Array | Uint8ClampedArray, channels: number, rowPixels: number, { left, top, side: size }: Square): Uint8Array => {
  const out = new Uint8Array(size * size)
  for (let y = 0, to = 0; y < size; y++) {
    const start = ((top + y) * rowPixels + left) * channels
    for (let x = 0, at = start; x < size; x++, at += channels) out[to++] = (pixels[at]! * 77 + pixels[at + 1]! * 150 + pixels[at + 2]! * 29 + 128) >> 8
  }
  return out
}
