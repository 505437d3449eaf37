/** Carries out a network on one picture, in plain JavaScript: the same sums in the same order in every host, so that browser and server cannot differ. */
import type { Network, Step } from './tflite'

/** Rows, columns, channels: the first one (how many pictures) is always 1 here. */
type Shape = readonly number[]
interface Values { readonly shape: Shape; readonly values: Float32Array }

const sizeOf = (shape: Shape): number => shape.reduce((n, s) => n * s, 1)

/** Where the first window begins: what lacks for `same` is split, the smaller half before. */
const before = (input: number, output: number, window: number, stride: number, same: boolean): number => (same ? Math.max(0, (output - 1) * stride + window - input) >> 1 : 0)

type Windowed = { readonly stride: number; readonly same: boolean }
interface Windows { readonly input: Values; readonly weights: Values; readonly bias: Float32Array; readonly to: Values }

/** One pixel against every filter: most of the work, kept plain. Four filters at a time read it once, each with a sum of its own; where fewer are left the last one is done again. */
const conv = ({ input, weights, bias, to }: Windows, { stride, same }: Windowed): void => {
  const [, rows = 0, columns = 0, depth = 0] = input.shape
  const [filters = 0, high = 0, wide = 0] = weights.shape
  const [, outRows = 0, outColumns = 0] = to.shape
  const [top, left] = [before(rows, outRows, high, stride, same), before(columns, outColumns, wide, stride, same)]
  const [from, w, out] = [input.values, weights.values, to.values]
  const [last, filter] = [filters - 1, high * wide * depth]
  for (let y = 0, o = 0; y < outRows; y++) for (let x = 0; x < outColumns; x++, o += filters) for (let p = 0; p < filters; p += 4) {
    const q = Math.min(p + 1, last)
    const r = Math.min(p + 2, last)
    const s = Math.min(p + 3, last)
    let sumP = bias[p]!
    let sumQ = bias[q]!
    let sumR = bias[r]!
    let sumS = bias[s]!
    for (let dy = 0; dy < high; dy++) {
      const yy = y * stride + dy - top
      if (yy < 0 || yy >= rows) continue
      for (let dx = 0; dx < wide; dx++) {
        const xx = x * stride + dx - left
        if (xx < 0 || xx >= columns) continue
        const i = (yy * columns + xx) * depth
        const k = (dy * wide + dx) * depth
        const [atP, atQ, atR, atS] = [p * filter + k, q * filter + k, r * filter + k, s * filter + k]
        for (let c = 0; c < depth; c++) {
          const value = from[i + c]!
          sumP += value * w[atP + c]!
          sumQ += value * w[atQ + c]!
          sumR += value * w[atR + c]!
          sumS += value * w[atS + c]!
        }
      }
    }
    out[o + p] = sumP
    out[o + q] = sumQ
    out[o + r] = sumR
    out[o + s] = sumS
  }
}

/** Each channel with a filter of its own. */
const depthwise = ({ input, weights, bias, to }: Windows, { stride, same }: Windowed): void => {
  const [, rows = 0, columns = 0, depth = 0] = input.shape
  const [, high = 0, wide = 0] = weights.shape
  const [, outRows = 0, outColumns = 0] = to.shape
  const [top, left] = [before(rows, outRows, high, stride, same), before(columns, outColumns, wide, stride, same)]
  const [from, w, out] = [input.values, weights.values, to.values]
  for (let y = 0; y < outRows; y++) for (let x = 0; x < outColumns; x++) {
    const o = (y * outColumns + x) * depth
    for (let c = 0; c < depth; c++) out[o + c] = bias[c]!
    for (let dy = 0; dy < high; dy++) for (let dx = 0; dx < wide; dx++) {
      const [yy, xx] = [y * stride + dy - top, x * stride + dx - left]
      if (yy < 0 || yy >= rows || xx < 0 || xx >= columns) continue
      const [i, k] = [(yy * columns + xx) * depth, (dy * wide + dx) * depth]
      for (let c = 0; c < depth; c++) out[o + c]! += from[i + c]! * w[k + c]!
    }
  }
}

const pool = (input: Values, to: Values, { stride, size }: { readonly stride: number; readonly size: number }): void => {
  const [, rows = 0, columns = 0, depth = 0] = input.shape
  const [, outRows = 0, outColumns = 0] = to.shape
  to.values.fill(-Infinity)
  for (let y = 0; y < outRows; y++) for (let x = 0; x < outColumns; x++) for (let dy = 0; dy < size; dy++) for (let dx = 0; dx < size; dx++) {
    const [yy, xx] = [y * stride + dy, x * stride + dx]
    if (yy >= rows || xx >= columns) continue
    for (let c = 0, o = (y * outColumns + x) * depth, i = (yy * columns + xx) * depth; c < depth; c++) to.values[o + c] = Math.max(to.values[o + c]!, input.values[i + c]!)
  }
}

/** @param around pairs of how much is added before and after, by dimension */
const pad = (input: Values, around: readonly number[], to: Values): void => {
  const [, rows = 0, columns = 0, depth = 0] = input.shape
  const [, , outColumns = 0, outDepth = 0] = to.shape
  const [top = 0, , left = 0, , front = 0] = around.slice(2)
  for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) {
    const i = (y * columns + x) * depth
    to.values.set(input.values.subarray(i, i + depth), ((y + top) * outColumns + x + left) * outDepth + front)
  }
}

const relu = (values: Float32Array): void => { for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0 }

const carryOut = (step: Step, network: Network, at: (tensor: number) => Values, to: Values): void => {
  const [a, b, c] = step.inputs
  if (step.kind === 'conv' || step.kind === 'depthwise') (step.kind === 'conv' ? conv : depthwise)({ input: at(a!), weights: at(b!), bias: at(c!).values, to }, step)
  else if (step.kind === 'pool') pool(at(a!), to, step)
  else if (step.kind === 'pad') pad(at(a!), network.tensors[b!]!.whole ?? [], to)
  else if (step.kind === 'add') { const [p, q] = [at(a!).values, at(b!).values]; for (let i = 0; i < p.length; i++) to.values[i] = p[i]! + q[i]! }
  else if (step.kind === 'join') { let end = 0; for (const i of step.inputs) { to.values.set(at(i).values, end); end += at(i).values.length } }
  else to.values.set(at(a!).values)
  if (step.kind === 'relu' || ('relu' in step && step.relu)) relu(to.values)
}

/** @param input what the network wants, as many values as its first tensor holds @returns each of its outputs */
export const runNetwork = (network: Network, input: Float32Array): Float32Array[] => {
  const made = new Map<number, Values>([[network.input, { shape: network.tensors[network.input]!.shape, values: input }]])
  const at = (n: number): Values => { const t = network.tensors[n]!; return made.get(n) ?? { shape: t.shape, values: t.values ?? new Float32Array(0) } }
  for (const step of network.steps) {
    const { shape } = network.tensors[step.output]!
    const to = { shape, values: new Float32Array(sizeOf(shape)) }
    carryOut(step, network, at, to)
    made.set(step.output, to)
  }
  return network.outputs.map((o) => at(o).values)
}
