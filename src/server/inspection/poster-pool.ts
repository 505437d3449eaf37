import { ChildPool } from './child-pool'

/** A child of its own: it reads SVG, which is ours, and a batch of a hundred posters delays nobody's picture. */
export const posterPool = new ChildPool({ children: 1, milliseconds: 30_000, residentBytes: 900 * 1024 * 1024 })
