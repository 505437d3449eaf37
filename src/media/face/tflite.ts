/** A network as TensorFlow Lite files hold it (schema.fbs, version 3; FlatBuffers): values that are fixed, and steps in the order they are carried out. */

export interface Tensor { readonly shape: readonly number[]; /** null: made while it runs. */ readonly values: Float32Array | null; /** Whole numbers (paddings). */ readonly whole: readonly number[] | null }
export type Step = { readonly inputs: readonly number[]; readonly output: number } & (
  | { readonly kind: 'conv' | 'depthwise'; readonly stride: number; readonly same: boolean; readonly relu: boolean }
  | { readonly kind: 'pool'; readonly stride: number; readonly size: number; readonly same: boolean }
  | { readonly kind: 'add'; readonly relu: boolean }
  | { readonly kind: 'pad' | 'reshape' | 'relu' }
  | { readonly kind: 'join'; readonly axis: number })
export interface Network { readonly tensors: readonly Tensor[]; readonly steps: readonly Step[]; readonly input: number; readonly outputs: readonly number[] }

/** A table of FlatBuffers: its members by their number in the schema. */
class Table {
  readonly #view: DataView
  readonly #at: number
  constructor(view: DataView, at: number) { this.#view = view; this.#at = at }

  /** Where member `n` stands; 0: it has its default. */
  #place(n: number): number {
    const kinds = this.#at - this.#view.getInt32(this.#at, true)
    const offset = 4 + n * 2 < this.#view.getUint16(kinds, true) ? this.#view.getUint16(kinds + 4 + n * 2, true) : 0
    return offset === 0 ? 0 : this.#at + offset
  }
  #far(place: number): number { return place + this.#view.getUint32(place, true) }
  byte(n: number): number { const p = this.#place(n); return p === 0 ? 0 : this.#view.getInt8(p) }
  int(n: number): number { const p = this.#place(n); return p === 0 ? 0 : this.#view.getInt32(p, true) }
  table(n: number): Table { return new Table(this.#view, this.#far(this.#place(n))) }
  tables(n: number): Table[] {
    const at = this.#far(this.#place(n))
    return Array.from({ length: this.#view.getUint32(at, true) }, (_, i) => new Table(this.#view, this.#far(at + 4 + i * 4)))
  }
  ints(n: number): number[] {
    const p = this.#place(n)
    if (p === 0) return []
    const at = this.#far(p)
    return Array.from({ length: this.#view.getUint32(at, true) }, (_, i) => this.#view.getInt32(at + 4 + i * 4, true))
  }
  bytes(n: number): DataView | null {
    const p = this.#place(n)
    if (p === 0) return null
    const at = this.#far(p)
    return new DataView(this.#view.buffer, this.#view.byteOffset + at + 4, this.#view.getUint32(at, true))
  }
}

const types = { float32: 0, float16: 1, int32: 2 } as const
/** Half precision (IEEE 754, binary16). */
const half = (bits: number): number => {
  const [sign, exponent, fraction] = [(bits & 0x8000) === 0 ? 1 : -1, (bits >> 10) & 31, bits & 1023]
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

const tensorOf = (t: Table, buffers: readonly Table[]): Tensor => {
  const data = buffers[t.int(2)]?.bytes(0) ?? null
  const type = t.byte(1)
  if (type !== types.float32 && type !== types.float16 && type !== types.int32) throw new Error(`tensor type ${type} is not read`)
  const shape = t.ints(0)
  if (data === null || data.byteLength === 0) return { shape, values: null, whole: null }
  if (type === types.int32) return { shape, values: null, whole: Array.from({ length: data.byteLength / 4 }, (_, i) => data.getInt32(i * 4, true)) }
  return { shape, whole: null, values: type === types.float32 ? Float32Array.from({ length: data.byteLength / 4 }, (_, i) => data.getFloat32(i * 4, true)) : Float32Array.from({ length: data.byteLength / 2 }, (_, i) => half(data.getUint16(i * 2, true))) }
}

/** BuiltinOperator of the schema. */
const builtin = { add: 0, join: 2, conv: 3, depthwise: 4, widen: 6, pool: 17, relu: 19, reshape: 22, pad: 34 } as const

const stepOf = (operator: Table, code: number): Step => {
  const of = { inputs: operator.ints(1), output: operator.ints(2)[0]! }
  const stride = (o: Table): number => o.int(1)
  const same = (o: Table): boolean => o.byte(0) === 0
  if (code === builtin.conv) { const o = operator.table(4); return { ...of, kind: 'conv', stride: stride(o), same: same(o), relu: o.byte(3) === 1 } }
  if (code === builtin.depthwise) { const o = operator.table(4); return { ...of, kind: 'depthwise', stride: stride(o), same: same(o), relu: o.byte(4) === 1 } }
  if (code === builtin.pool) { const o = operator.table(4); return { ...of, kind: 'pool', stride: stride(o), size: o.int(3), same: same(o) } }
  if (code === builtin.add) return { ...of, kind: 'add', relu: operator.table(4).byte(0) === 1 }
  if (code === builtin.join) return { ...of, kind: 'join', axis: operator.table(4).int(0) }
  const plain = ([['pad', builtin.pad], ['reshape', builtin.reshape], ['relu', builtin.relu]] as const).find(([, c]) => c === code)
  if (plain === undefined) throw new Error(`operator ${code} is not carried out here`)
  return { ...of, kind: plain[0] }
}

/** @throws where the file holds more than the steps above */
export const readNetwork = (bytes: Uint8Array): Network => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const model = new Table(view, view.getUint32(0, true))
  const codes = model.tables(1).map((c) => Math.max(c.byte(0), c.int(3)))
  const graph = model.tables(2)[0]!
  const buffers = model.tables(4)
  const tensors = graph.tables(0).map((t) => tensorOf(t, buffers))
  const operators = graph.tables(3).map((o) => ({ o, code: codes[o.int(0)]! }))
  // Weights lie there in half precision; they are widened once, not each time.
  for (const { o } of operators.filter(({ code }) => code === builtin.widen)) tensors[o.ints(2)[0]!] = tensors[o.ints(1)[0]!]!
  return {
    tensors,
    steps: operators.filter(({ code }) => code !== builtin.widen).map(({ o, code }) => stepOf(o, code)),
    input: graph.ints(1)[0]!, outputs: graph.ints(2),
  }
}
