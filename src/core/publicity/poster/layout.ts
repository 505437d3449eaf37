import { designA } from './design-a'
import { designB } from './design-b'
import { designC } from './design-c'
import type { Drawing, Metrics } from './drawing'
import type { Poster } from './poster'
import { gridOf, type PosterSize } from './sizes'

/** The same poster and size give the same drawing, wherever it is drawn. */
export const layPoster = (p: Poster, size: PosterSize, m: Metrics): Drawing => {
  const d = ({ a: designA, b: designB, c: designC })[p.design](p, gridOf(size), m)
  const { crop } = p
  return crop === undefined ? d : { ...d, items: d.items.map((i) => (i.kind === 'picture' ? { ...i, lean: [crop.x, crop.y], zoom: crop.zoom } : i)) }
}
