/** 转发: a level takes over what holds above it by a difference of its own. Nothing is copied down; nothing may be loosened. */
import type { Definition } from '../campaign/definition'
import { planUnder, type Planned } from '../campaign/overlay'
import type { Level } from '../campaign/resolve'

/** What the lower level says: its head and its own rules. Whose child it is, the upper level decides. */
export type Overlay = Omit<Definition, 'parent'>

/** The definition that an overlay becomes under the upper level; or everything that stands against it, a loosening with both clauses. */
export const forward = (upper: Level, overlay: Overlay): Planned => planUnder(upper, { ...overlay, parent: upper.chain.at(-1)!.id })

/** The id under which a forwarded definition stands: that of the level above, counted on. Ids differ within a chain; beyond it the hash tells them apart. */
export const forwardedId = (upper: Level): string => {
  const { id } = upper.chain.at(-1)!
  const own = /^(.*-own)(?:-(\d+))?$/.exec(id)
  return own === null ? `${id}-own` : `${own[1]}-${Number(own[2] ?? 1) + 1}`
}
