/** Greatest flow through a small network with whole capacities (E. Dinitz 1970); edges in the order given, so that the same question has the same answer. */
export interface Network { readonly nodes: number; readonly source: number; readonly sink: number; readonly edges: readonly (readonly [from: number, to: number, room: number])[] }
export interface Flow { readonly value: number; /** Edges with flow on them. */ readonly used: readonly (readonly [number, number])[]; /** Nodes that can still be reached from the source: one side of a smallest cut. */ readonly reached: ReadonlySet<number> }

export const maxFlow = ({ nodes, source, sink, edges }: Network): Flow => {
  const out: number[][] = Array.from({ length: nodes }, () => [])
  const [to, room]: [number[], number[]] = [[], []]
  for (const [a, b, r] of edges) { out[a]!.push(to.length); to.push(b); room.push(r); out[b]!.push(to.length); to.push(a); room.push(0) }
  let value = 0
  let level: number[] = []
  const levels = (): boolean => {
    level = Array.from({ length: nodes }, () => -1)
    level[source] = 0
    const queue = [source]
    for (let i = 0; i < queue.length; i++) for (const e of out[queue[i]!]!) if (room[e]! > 0 && level[to[e]!] === -1) { level[to[e]!] = level[queue[i]!]! + 1; queue.push(to[e]!) }
    return level[sink] !== -1
  }
  while (levels()) {
    const at = Array.from({ length: nodes }, () => 0)
    const push = (node: number, most: number): number => {
      if (node === sink) return most
      for (; at[node]! < out[node]!.length; at[node]!++) {
        const e = out[node]![at[node]!]!
        if (room[e]! <= 0 || level[to[e]!] !== level[node]! + 1) continue
        const sent = push(to[e]!, Math.min(most, room[e]!))
        if (sent > 0) { room[e]! -= sent; room[e ^ 1]! += sent; return sent }
      }
      return 0
    }
    for (let sent = push(source, Infinity); sent > 0; sent = push(source, Infinity)) value += sent
  }
  return { value, used: edges.flatMap(([a, b], i) => (room[2 * i + 1]! > 0 ? [[a, b] as const] : [])), reached: new Set(level.flatMap((l, i) => (l === -1 ? [] : [i]))) }
}
