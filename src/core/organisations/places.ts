/** A tree with numbers at some of its units: what a list is narrowed to, one line a place, parents above their own. */
export interface Placed { readonly id: string; readonly parentId: string | null; readonly name: string }
export interface Place {
  readonly id: string
  readonly name: string
  /** 0: directly below the office. */
  readonly depth: number
  /** Of the place and of all below it. */
  readonly n: number
  /** Others that have something stand below it. */
  readonly branch: boolean
}

/** Places without anything in them or below them are left out. One whose parent is not among them stands at the top. */
export const placesOf = (tree: readonly Placed[], counts: ReadonlyMap<string, number>): Place[] => {
  const known = new Set(tree.map((o) => o.id))
  const below = new Map<string, Placed[]>()
  const top: Placed[] = []
  for (const o of tree) {
    if (o.parentId === null || !known.has(o.parentId)) top.push(o)
    else if (below.has(o.parentId)) below.get(o.parentId)!.push(o)
    else below.set(o.parentId, [o])
  }
  const lines = (o: Placed, depth: number): Place[] => {
    const under = (below.get(o.id) ?? []).flatMap((child) => lines(child, depth + 1))
    const n = (counts.get(o.id) ?? 0) + under.filter((p) => p.depth === depth + 1).reduce((sum, p) => sum + p.n, 0)
    return n === 0 ? [] : [{ id: o.id, name: o.name, depth, n, branch: under.length > 0 }, ...under]
  }
  return top.flatMap((o) => lines(o, 0))
}
