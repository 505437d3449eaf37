import { ringPaths } from '#documents/ring-paths'
import { Html } from './html'

/** 年轮 as an SVG of a page. */
export const rings = (count: number, size: number, className: string): Html =>
  new Html(`<svg class="${className}" viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" aria-hidden="true">${ringPaths(count, size)}</svg>`)
