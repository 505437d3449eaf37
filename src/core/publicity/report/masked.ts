/** 小数遮蔽: a report leaves the office, and one woman of a round or one person above 65 may be known by it. */

/** Fewer than this are not told. */
export const LEAST_TOLD = 3

/**
 * Classes of one row that add up to a whole everybody sees: the small ones are left out, and where only one is, the next smallest with it, or it could be worked out.
 * Noughts are told, unless nothing else is left to hide behind: then nothing of the row is.
 */
export const maskSmall = (counts: readonly number[]): (number | null)[] => {
  const small = counts.flatMap((n, i) => (n > 0 && n < LEAST_TOLD ? [i] : []))
  if (small.length === 0) return [...counts]
  const hidden = new Set(small)
  const sum = small.reduce((n, i) => n + counts[i]!, 0)
  const [next] = counts.map((n, i) => ({ n, i })).filter(({ n, i }) => n > 0 && !hidden.has(i)).sort((a, b) => a.n - b.n)
  // One alone, or several that can all be only one thing.
  const certain = small.length === 1 || sum === small.length || sum === small.length * (LEAST_TOLD - 1)
  if (certain && next === undefined) return counts.map(() => null)
  if (certain && next !== undefined) hidden.add(next.i)
  return counts.map((n, i) => (hidden.has(i) ? null : n))
}
