/** From a drawing to shapes: letters become outlines, the code its squares, the rings their lines. */
import type { Drawing, Item } from '#core/publicity/poster/drawing'
import type { PosterShape, PosterShapes } from '#core/publicity/poster/shapes'
import { codePath } from '../code-path'
import { ringPaths } from '../ring-paths'
import { pathOf } from './typefaces'

const INK = '#1d1b19'
const ellipse = (cx: number, cy: number, rx: number, ry: number): string => `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`
/** 年轮, on a square of 28. */
const mark = [ellipse(14, 14, 13, 13), ellipse(13.4, 14.3, 9.2, 8.9), ellipse(12.9, 14.6, 5.6, 5.2)]
const dot = ellipse(12.5, 14.9, 2, 2)

const shapesOfItem = (i: Item): PosterShape[] => {
  switch (i.kind) {
    case 'ground': return [{ kind: 'rect', x: i.x, y: i.y, w: i.w, h: i.h, fill: i.fill, ...(i.opacity !== undefined && { opacity: i.opacity }) }]
    case 'picture': return [{ kind: 'picture', x: i.x, y: i.y, w: i.w, h: i.h, lean: [i.lean[0], i.lean[1]], ...(i.zoom !== undefined && { zoom: i.zoom }) }]
    case 'art': return [{ kind: 'art', which: i.which, x: i.x, y: i.y, w: i.w, h: i.h }]
    case 'shade': return [{ kind: 'shade', x: i.x, y: i.y, w: i.w, h: i.h, fill: i.fill, stops: i.stops.map(([at, o]): [number, number] => [at, o]) }]
    case 'text': return [{ kind: 'path', d: pathOf(i.glyphs, i.face, i.size), fill: i.fill }]
    case 'mark': {
      const place = `translate(${i.x} ${i.y}) scale(${i.w / 28})`
      return [{ kind: 'lines', lines: mark.map((d) => ({ d, width: 1.1 })), stroke: i.stroke, opacity: 1, place, clip: null }, { kind: 'path', d: dot, fill: i.stroke, place }]
    }
    case 'rings': {
      const lines = [...ringPaths(34, 1000, [1, 1.9]).matchAll(/d="([^"]+)" stroke-width="([^"]+)"/gu)].map(([, d, width]) => ({ d: d!, width: Number(width) }))
      return [{ kind: 'lines', lines, stroke: i.stroke, opacity: i.opacity, place: `translate(${i.x} ${i.y}) scale(${i.w / 1000})`, clip: i.clip }]
    }
    case 'code': {
      const { d, side } = codePath(i.text, i.quiet ? 4 : 0)
      return [...(i.quiet ? [{ kind: 'rect' as const, x: i.x, y: i.y, w: i.w, h: i.h, fill: '#ffffff' }] : []), { kind: 'path', d, fill: INK, place: `translate(${i.x} ${i.y}) scale(${i.w / side})` }]
    }
  }
}

export const shapesOf = (d: Drawing): PosterShapes => ({ w: d.w, h: d.h, bleed: d.bleed, shapes: d.items.flatMap(shapesOfItem) })
