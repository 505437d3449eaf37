/** The form as the page has it, and what the office chose but has not saved. */
import type { AnswerOf } from '#contract/operation'
import type { readFormPlaces } from '#contract/operations/forms'

export type FormPlaces = AnswerOf<typeof readFormPlaces>
export type FormSpot = NonNullable<FormPlaces['spots']>[number]
/** Id of the place → key, empty for nothing. */
export type Chosen = Readonly<Record<string, string>>

/** What goes into a place: chosen now, or as the server reads it. */
export const keysAt = (form: FormPlaces, mine: Chosen, id: string): readonly string[] => {
  const now = mine[id]
  if (now !== undefined) return now === '' ? [] : [now]
  return form.places.find((p) => p.id === id)?.keys ?? []
}

/** Places within a spot: itself, or rooms within its lines. */
export const placesIn = (form: FormPlaces, spot: FormSpot): readonly string[] => {
  const ids = [...form.places, ...form.unknown].filter((p) => p.spot === spot.id).map((p) => p.id)
  return [...new Set(ids)]
}

/** The place of entries that a cell of their rows belongs to; its own first cell stands for them all. */
export const entriesAt = (form: FormPlaces, spot: FormSpot): { readonly keys: readonly string[]; readonly first: boolean; readonly pattern: boolean } | null => {
  for (const p of form.places) {
    const begin = form.spots?.find((s) => s.id === p.spot)?.cell
    if (p.rows === null || begin == null || spot.cell === null || spot.cell.table !== begin.table || spot.cell.row < begin.row || spot.cell.row >= begin.row + p.rows.count || spot.cell.column < begin.column) continue
    return { keys: p.keys, first: spot.id === p.spot, pattern: p.rows.spots.includes(spot.id) }
  }
  return null
}

/** Cells by table and row, in the order they stand. */
export const tablesOf = (spots: readonly FormSpot[]): readonly (readonly FormSpot[])[][] => {
  const tables: FormSpot[][][] = []
  for (const s of spots) if (s.cell !== null) ((tables[s.cell.table] ??= [])[s.cell.row] ??= []).push(s)
  return tables.map((rows) => Array.from(rows, (r) => r ?? []))
}
