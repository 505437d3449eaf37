/** Where on an office's own form something is written, and how. */

export interface Place {
  /** Of the cell; of room within a line, the line with where it begins: `p3@0.7`. What the office corrects by. */
  readonly id: string
  readonly spot: string
  /** More than one for 职务/职称. */
  readonly keys: readonly string[]
  readonly label: string
  readonly as: 'day' | 'month'
  readonly how: How
  readonly by: 'product' | 'office'
}
export type How =
  /** Instead of what stands in the cell. */
  | { readonly kind: 'whole' }
  /** Above seal and date. */
  | { readonly kind: 'above' }
  /** Below the label in the same cell. */
  | { readonly kind: 'below' }
  /** Within a line, in the room behind the label. */
  | { readonly kind: 'inline'; readonly line: number; readonly from: number; readonly to: number }
  /** The box before the choice is ticked. */
  | { readonly kind: 'ticks'; readonly marks: readonly { readonly line: number; readonly at: number; readonly value: string }[] }
  | { readonly kind: 'picture' }
  /** A row of the table for each entry; the row of `spot` is the pattern, the blank ones after it go. */
  | { readonly kind: 'rows'; readonly cells: readonly { readonly spot: string; readonly part: EntryPart }[]; readonly blankRows: number }
export type EntryPart = 'period' | 'from' | 'to' | 'what'

/** What the office chose against the product's reading: id of the place → key, empty for nothing. */
export type Corrections = Readonly<Record<string, string>>
