/** Shapes as an SVG of so many pixels (or of the grid's own size), with the bleed around. */
import type { PosterShape, PosterShapes } from '#core/publicity/poster/shapes'

/** @param picture what stands in the picture's box: a data address; null: nothing, it is laid under from elsewhere */
export const shapesSvg = ({ w, h, bleed }: Pick<PosterShapes, 'w' | 'h' | 'bleed'>, shapes: readonly PosterShape[], size: { readonly width: number; readonly height: number }, picture: string | null): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${-bleed} ${-bleed} ${w + 2 * bleed} ${h + 2 * bleed}" preserveAspectRatio="none">${shapes.map((s, i) => one(s, i, picture)).join('')}</svg>`

const one = (s: PosterShape, i: number, picture: string | null): string => {
  switch (s.kind) {
    case 'rect': return `<rect x="${s.x}" y="${s.y}" width="${s.w}" height="${s.h}" fill="${s.fill}"/>`
    case 'path': return `<path${s.place === undefined ? '' : ` transform="${s.place}"`} fill="${s.fill}" d="${s.d}"/>`
    case 'picture': return picture === null ? '' : `<image x="${s.x}" y="${s.y}" width="${s.w}" height="${s.h}" preserveAspectRatio="none" href="${picture}"/>`
    case 'shade': return `<defs><linearGradient id="s${i}" x1="0" y1="0" x2="1" y2="0">${s.stops.map(([at, o]) => `<stop offset="${at}" stop-color="${s.fill}" stop-opacity="${o}"/>`).join('')}</linearGradient></defs><rect x="${s.x}" y="${s.y}" width="${s.w}" height="${s.h}" fill="url(#s${i})"/>`
    case 'lines': {
      const clip = s.clip === null ? ['', ''] : [`<clipPath id="c${i}"><rect x="${s.clip.x}" y="${s.clip.y}" width="${s.clip.w}" height="${s.clip.h}"/></clipPath><g clip-path="url(#c${i})">`, '</g>']
      return `${clip[0]}<g transform="${s.place}" fill="none" stroke="${s.stroke}" stroke-opacity="${s.opacity}">${s.lines.map((l) => `<path stroke-width="${l.width}" d="${l.d}"/>`).join('')}</g>${clip[1]}`
    }
  }
}
