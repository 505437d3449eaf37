/** Shapes as an SVG of so many pixels (or of the grid's own size), with the bleed around. */
import type { PosterShape, PosterShapes } from '#core/publicity/poster/shapes'

/** Data addresses; absent: nothing, it is laid under from elsewhere. */
export interface Pictures { readonly picture?: string; readonly background?: string; readonly emblem?: string }

export const shapesSvg = ({ w, h, bleed }: Pick<PosterShapes, 'w' | 'h' | 'bleed'>, shapes: readonly PosterShape[], size: { readonly width: number; readonly height: number }, pictures: Pictures): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${-bleed} ${-bleed} ${w + 2 * bleed} ${h + 2 * bleed}" preserveAspectRatio="none">${shapes.map((s, i) => one(s, i, pictures)).join('')}</svg>`

const image = (s: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }, href: string | undefined, how: string): string => (href === undefined ? '' : `<image x="${s.x}" y="${s.y}" width="${s.w}" height="${s.h}" preserveAspectRatio="${how}" href="${href}"/>`)
const one = (s: PosterShape, i: number, pictures: Pictures): string => {
  switch (s.kind) {
    case 'rect': return `<rect x="${s.x}" y="${s.y}" width="${s.w}" height="${s.h}" fill="${s.fill}"${s.opacity === undefined ? '' : ` fill-opacity="${s.opacity}"`}/>`
    case 'path': return `<path${s.place === undefined ? '' : ` transform="${s.place}"`} fill="${s.fill}" d="${s.d}"/>`
    case 'picture': return image(s, pictures.picture, 'none')
    case 'art': return image(s, pictures[s.which], s.which === 'background' ? 'xMidYMid slice' : 'xMidYMid meet')
    case 'shade': return `<defs><linearGradient id="s${i}" x1="0" y1="0" x2="1" y2="0">${s.stops.map(([at, o]) => `<stop offset="${at}" stop-color="${s.fill}" stop-opacity="${o}"/>`).join('')}</linearGradient></defs><rect x="${s.x}" y="${s.y}" width="${s.w}" height="${s.h}" fill="url(#s${i})"/>`
    case 'lines': {
      const clip = s.clip === null ? ['', ''] : [`<clipPath id="c${i}"><rect x="${s.clip.x}" y="${s.clip.y}" width="${s.clip.w}" height="${s.clip.h}"/></clipPath><g clip-path="url(#c${i})">`, '</g>']
      return `${clip[0]}<g transform="${s.place}" fill="none" stroke="${s.stroke}" stroke-opacity="${s.opacity}">${s.lines.map((l) => `<path stroke-width="${l.width}" d="${l.d}"/>`).join('')}</g>${clip[1]}`
    }
  }
}
