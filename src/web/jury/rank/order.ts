/** Moves within a ranking: places best first, those on one place equal. Each gives a new ranking. */
export type Order = readonly (readonly string[])[]

export const flat = (o: Order): string[] => o.flat()
export const placed = (o: Order, id: string): Order => [...o, [id]]
export const removed = (o: Order, id: string): Order => o.map((g) => g.filter((x) => x !== id)).filter((g) => g.length > 0)

/** One place up (-1) or down (1). Out of a shared place it first gets a place of its own. */
export const moved = (o: Order, id: string, by: -1 | 1): Order => {
  const at = o.findIndex((g) => g.includes(id))
  if (at < 0) return o
  const rest = removed(o, id)
  const to = o[at]!.length > 1 ? (by < 0 ? at : at + 1) : Math.min(Math.max(at + by, 0), rest.length)
  return [...rest.slice(0, to), [id], ...rest.slice(to)]
}

/** Beside the one above: equal. */
export const joined = (o: Order, id: string): Order => {
  const at = o.findIndex((g) => g.includes(id))
  if (at <= 0) return o
  return o.flatMap((g, i) => (i === at - 1 ? [[...g, id]] : i === at ? (g.length > 1 ? [g.filter((x) => x !== id)] : []) : [g]))
}
