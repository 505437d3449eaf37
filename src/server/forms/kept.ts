/** What was made of unchanged data is handed out again: kept by the hash of everything it was made of, the least asked for going first. */

export class Kept<T> {
  readonly #known = new Map<string, { readonly value: Promise<T>; bytes: number }>()
  #bytes = 0
  constructor(readonly most: number, readonly sizeOf: (value: T) => number) {}

  /** Asked for twice at once, it is made once; what failed is not kept. */
  async get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key)
    if (known !== undefined) {
      this.#known.delete(key)
      this.#known.set(key, known)
      return known.value
    }
    const entry = { value: make(), bytes: 0 }
    this.#known.set(key, entry)
    try {
      const value = await entry.value
      entry.bytes = this.sizeOf(value)
      this.#bytes += entry.bytes
      this.#shrink(key)
      return value
    } catch (error) {
      this.#known.delete(key)
      throw error
    }
  }

  #shrink(newest: string): void {
    for (const [key, { bytes }] of this.#known) {
      if (this.#bytes <= this.most || key === newest) return
      this.#known.delete(key)
      this.#bytes -= bytes
    }
  }
}
