/** How a measure is spread, from how often each value comes. */
export interface Bin { readonly value: number; readonly n: number }
export interface Spread { readonly n: number; readonly median: number; readonly p90: number; readonly most: number }

/** The smallest value that so many in a hundred do not exceed (nearest rank): a value that was really measured. */
export const quantile = (bins: readonly Bin[], percent: number): number | null => {
  const sorted = bins.filter((b) => b.n > 0).toSorted((a, b) => a.value - b.value)
  const rank = Math.max(1, Math.ceil((sorted.reduce((n, b) => n + b.n, 0) * percent) / 100))
  let seen = 0
  for (const b of sorted) {
    seen += b.n
    if (seen >= rank) return b.value
  }
  return null
}

/** Null: nothing was measured yet. */
export const spreadOf = (bins: readonly Bin[]): Spread | null => {
  const n = bins.reduce((sum, b) => sum + b.n, 0)
  return n === 0 ? null : { n, median: quantile(bins, 50)!, p90: quantile(bins, 90)!, most: quantile(bins, 100)! }
}
