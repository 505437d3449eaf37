/** A chart of the report as data: page and Word file draw the same. */
import type { Words } from '../../kernel/finding'
import type { Instant } from '../../kernel/instant'

export type ChartData =
  /** One bar a row, from the left; `of`: the pale bar behind it. */
  | { readonly kind: 'bars'; readonly rows: readonly { readonly name: Words; readonly n: number; readonly of?: number }[] }
  /** One bar a row, parted by class; counts that are masked are drawn together as one. */
  | { readonly kind: 'parts'; readonly classes: readonly { readonly name: Words; readonly look: PartLook }[]; readonly rows: readonly { readonly name: Words; readonly whole: number; readonly counts: readonly (number | null)[] }[] }
  /** When what happened; `to` null: it goes on. */
  | { readonly kind: 'spans'; readonly until: Instant; readonly rows: readonly { readonly name: Words; readonly from: Instant; readonly to: Instant | null }[] }

export const partLooks = ['class0', 'class1', 'class2', 'class3', 'class4', 'class5', 'class6', 'shade0', 'shade1', 'shade2', 'shade3', 'shade4', 'rest', 'few'] as const
export type PartLook = (typeof partLooks)[number]
