/** A page as pixels, and what is done to it before a code or a seal is looked for. */

/** sRGB, four bytes a pixel; alpha is ignored. */
export interface Picture { readonly data: Uint8Array | Uint8ClampedArray; readonly width: number; readonly height: number }
/** One byte a pixel, 0 is black. */
export interface Gray { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** The red of a seal over a code is light in the red channel: it is weighed double, so that a sealed code stays black on white. */
export const grayOf = ({ data, width, height }: Picture): Gray => {
  const out = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < out.length; i++, at += 4) out[i] = ((data[at] ?? 0) * 2 + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) >> 2
  return { data: out, width, height }
}

/** Each pixel against the mean of its surroundings: shadows, stains, faint toner and uneven light go, edges stay. */
export const evenLight = ({ data, width, height }: Gray, radius = Math.max(8, Math.round(Math.max(width, height) / 60))): Gray => {
  const out = new Uint8Array(width * height)
  // Sums of each column over the rows around, moved on row by row: a table of sums of the whole page would be larger than the page.
  const columns = new Uint32Array(width)
  const take = (y: number, sign: 1 | -1): void => { for (let x = 0; x < width; x++) columns[x]! += sign * data[y * width + x]! }
  for (let y = 0; y < Math.min(height, radius); y++) take(y, 1)
  for (let y = 0; y < height; y++) {
    if (y + radius < height) take(y + radius, 1)
    if (y - radius - 1 >= 0) take(y - radius - 1, -1)
    evenRow(data, out, columns, { y, width, radius, rows: Math.min(height, y + radius + 1) - Math.max(0, y - radius) })
  }
  return { data: out, width, height }
}

const evenRow = (data: Uint8Array, out: Uint8Array, columns: Uint32Array, { y, width, radius, rows }: { readonly y: number; readonly width: number; readonly radius: number; readonly rows: number }): void => {
  let [sum, count] = [0, 0]
  for (; count < Math.min(width, radius); count++) sum += columns[count]!
  for (let x = 0, at = y * width; x < width; x++, at++) {
    if (x + radius < width) { sum += columns[x + radius]!; count++ }
    if (x - radius - 1 >= 0) { sum -= columns[x - radius - 1]!; count-- }
    // Paper comes out white, ink at half of its surroundings black, whatever the light.
    const even = (510 * data[at]! * rows * count) / Math.max(sum, rows * count) - 280.5
    out[at] = even <= 0 ? 0 : even >= 255 ? 255 : even
  }
}

/** The mean of three by three: the grain of a bad copy goes. */
export const smooth = ({ data, width, height }: Gray): Gray => {
  const out = new Uint8Array(width * height)
  // Each column's three first, then three such sums side by side; at the rim there are fewer.
  const columns = new Uint16Array(width)
  for (let y = 0; y < height; y++) {
    const [from, to] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)]
    columns.fill(0)
    for (let yy = from; yy <= to; yy++) for (let x = 0, at = yy * width; x < width; x++, at++) columns[x]! += data[at]!
    const rows = to - from + 1
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const [left, right] = [x > 0, x < width - 1]
      out[at] = ((left ? columns[x - 1]! : 0) + columns[x]! + (right ? columns[x + 1]! : 0)) / (rows * (1 + Number(left) + Number(right)))
    }
  }
  return { data: out, width, height }
}

/** Smaller by whole steps, each pixel the mean of a square. */
export const shrink = ({ data, width, height }: Picture, by: number): Picture => {
  if (by <= 1) return { data, width, height }
  const [w, h] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))]
  const out = new Uint8Array(w * h * 4)
  for (let y = 0, to = 0; y < h; y++) for (let x = 0; x < w; x++, to += 4) {
    let [red, green, blue] = [0, 0, 0]
    for (let dy = 0; dy < by; dy++) for (let dx = 0, at = ((y * by + dy) * width + x * by) * 4; dx < by; dx++, at += 4) {
      red += data[at]!
      green += data[at + 1]!
      blue += data[at + 2]!
    }
    out[to] = red / (by * by)
    out[to + 1] = green / (by * by)
    out[to + 2] = blue / (by * by)
    out[to + 3] = 255
  }
  return { data: out, width: w, height: h }
}
