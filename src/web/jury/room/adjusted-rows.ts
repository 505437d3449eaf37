/** Which rows the picture of an adjustment shows: all of a short list, of a long one those near the line where places end and those who crossed it. */
export interface AdjustedRow { readonly id: string; readonly name: string; readonly rawRank: number; readonly rank: number }
export interface DrawnRow extends AdjustedRow { /** Lines from the top, of those drawn. */ readonly from: number; readonly to: number; /** 因校正进入、退出名额. */ readonly crossed: 'in' | 'out' | null }

const MOST = 24
const NEAR = 7

const crossing = (row: AdjustedRow, places: number): DrawnRow['crossed'] => (row.rawRank > places && row.rank <= places ? 'in' : row.rawRank <= places && row.rank > places ? 'out' : null)

/** @returns drawn rows, and how many stand above the line on each side */
export const adjustedRows = (rows: readonly AdjustedRow[], places: number): { readonly rows: DrawnRow[]; readonly above: { readonly from: number; readonly to: number } } => {
  const near = (rank: number): boolean => Math.abs(rank - places) <= NEAR
  const kept = rows.length <= MOST ? rows : rows.filter((r) => near(r.rank) || near(r.rawRank) || crossing(r, places) !== null)
  const order = (by: 'rawRank' | 'rank'): Map<string, number> => new Map(kept.toSorted((a, b) => a[by] - b[by] || a.rank - b.rank || (a.id < b.id ? -1 : 1)).map((r, i) => [r.id, i]))
  const [from, to] = [order('rawRank'), order('rank')]
  return {
    rows: kept.map((r) => ({ ...r, from: from.get(r.id)!, to: to.get(r.id)!, crossed: crossing(r, places) })),
    above: { from: kept.filter((r) => r.rawRank <= places).length, to: kept.filter((r) => r.rank <= places).length },
  }
}
