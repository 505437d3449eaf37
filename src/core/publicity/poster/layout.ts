import { designA } from './design-a'
import { designB } from './design-b'
import { designC } from './design-c'
import type { Drawing, Metrics } from './drawing'
import type { Poster } from './poster'
import { gridOf, type PosterSize } from './sizes'

/** The same poster and size give the same drawing, wherever it is drawn. */
export const layPoster = (p: Poster, size: PosterSize, m: Metrics): Drawing => ({ a: designA, b: designB, c: designC })[p.design](p, gridOf(size), m)
