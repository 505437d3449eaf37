/** Chance that falls the same way at every run: the demo and the tests must meet the same people and files each time. */
export interface Chance {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly int: (least: number, most: number) => number
  readonly real: (least: number, most: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

/** A stream of its own for every seed (FNV-1a of the text into mulberry32); two makers with different seeds never disturb each other. */
export const chance = (seed: string): Chance => {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T
  const shuffled = <T>(list: readonly T[]): T[] => list.map((item) => ({ item, at: next() })).sort((a, b) => a.at - b.at).map(({ item }) => item)
  return { next, int, real: (least, most) => least + next() * (most - least), pick, shuffled }
}
