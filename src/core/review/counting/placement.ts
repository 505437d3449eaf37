/** Who gets the places: best first, equals share a rank, and a group of equals that does not fit is left to people as a whole. */

/** `open`: the count waits for people before anything can be said of this one. */
export type Outcome = 'selected' | 'tied' | 'belowPlaces' | 'belowThreshold' | 'open'

/** How the rule itself settles equals at the line (并列时按…): below 0 puts the first ahead. */
export interface Rung<T> { readonly id: string; readonly better: (a: T, b: T) => number }

interface Standing { readonly candidate: string; readonly reached: boolean }
export interface Place { readonly rank: number; readonly outcome: 'selected' | 'tied' | 'belowPlaces' | 'belowThreshold'; /** The rung that parted it from its equals at the line. */ readonly settledBy?: string }

/**
 * Ranks and outcomes, in the order of the ranks.
 * @param better below 0: the first stands above the second; a weak order
 * @param ladder asked only of equals at the line, one rung after the other; then it stops for people
 * @param all the rule lets equals at the line all go through (同票一并通过)
 */
export const placed = <T extends Standing>(places: number, rows: readonly T[], better: (a: T, b: T) => number, ladder: readonly Rung<T>[] = [], all = false): (T & Place)[] => {
  const sorted = [...rows].sort((a, b) => Number(b.reached) - Number(a.reached) || better(a, b) || (a.candidate < b.candidate ? -1 : 1))
  return groupsOf(sorted, (a, b) => a.reached === b.reached && better(a, b) === 0).flatMap(({ ahead, members }) => {
    const rank = ahead + 1
    const each = (outcome: Place['outcome']): (T & Place)[] => members.map((m) => Object.assign({ ...m }, { rank, outcome }))
    if (!members[0]!.reached) return each('belowThreshold')
    if (ahead + members.length <= places) return each('selected')
    if (ahead >= places) return each('belowPlaces')
    return atTheLine(places - ahead, members, ladder).map((m) => {
      const [outcome, by] = all && m.outcome === 'tied' ? (['selected', 'all'] as const) : [m.outcome, m.settledBy]
      return Object.assign({ ...m.row }, { rank, outcome, ...(by !== undefined && { settledBy: by }) })
    })
  })
}

interface Settled<T> { readonly row: T; readonly outcome: 'selected' | 'tied' | 'belowPlaces'; readonly settledBy: string | undefined }
const atTheLine = <T extends Standing>(left: number, members: readonly T[], [rung, ...rest]: readonly Rung<T>[], by?: string): Settled<T>[] => {
  if (rung === undefined) return members.map((row) => ({ row, outcome: 'tied', settledBy: by }))
  const sorted = [...members].sort((a, b) => rung.better(a, b) || (a.candidate < b.candidate ? -1 : 1))
  const groups = groupsOf(sorted, (a, b) => rung.better(a, b) === 0)
  return groups.flatMap(({ ahead, members: own }): Settled<T>[] => {
    const parted = groups.length > 1 ? rung.id : by
    if (ahead + own.length <= left) return own.map((row) => ({ row, outcome: 'selected', settledBy: parted }))
    return ahead >= left ? own.map((row) => ({ row, outcome: 'belowPlaces', settledBy: parted })) : atTheLine(left - ahead, own, rest, parted)
  })
}

/** Neighbours that are equal, each group with how many stand before it. */
const groupsOf = <T>(sorted: readonly T[], equal: (a: T, b: T) => boolean): { ahead: number; members: T[] }[] => {
  const groups: { ahead: number; members: T[] }[] = []
  sorted.forEach((row, i) => {
    const last = groups.at(-1)
    if (last !== undefined && equal(last.members[0]!, row)) last.members.push(row)
    else groups.push({ ahead: i, members: [row] })
  })
  return groups
}
