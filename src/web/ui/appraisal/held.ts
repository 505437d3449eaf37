/** Why one item is not kept: what the server's rules said, or a marking that never left the page. */
import type { ItemPlace, SentItem } from '#core/appraisal/record'
import { markedItem } from '#core/appraisal/write'
import type { Finding } from '#core/kernel/finding'
import { nameOf } from './shown'
import type { ItemsUse } from './use-items'

export const heldFindings = (items: ItemsUse, place: ItemPlace): readonly Finding[] => {
  const told = items.held[nameOf(place)]
  if (told === undefined || told.length > 0) return told ?? []
  return markedItem({ ...place, content: items.saver.content(place) ?? null } as SentItem)
}
