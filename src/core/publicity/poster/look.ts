/** The colours a design is drawn in, and what of the office's own stands on it. */
import { bled, colours, type Item } from './drawing'
import type { Look, Palette, Poster, PosterDesign } from './poster'
import type { Grid } from './sizes'

const paper: Palette = { ground: colours.white, ink: colours.ink, soft: colours.ink2, faint: colours.ink3, accent: colours.accent, mark: colours.accent, ring: colours.ink3 }
const vermilion: Palette = { ground: colours.deep, ink: colours.onDeep, soft: colours.softOnDeep, faint: '#e8b5a8', accent: colours.softOnDeep, mark: colours.onDeep, ring: '#ffd9cc' }
const own: Readonly<Record<PosterDesign, Palette>> = { a: paper, b: paper, c: vermilion }

export const lookOf = (p: Pick<Poster, 'design' | 'look'>): Look => p.look ?? { palette: own[p.design], veil: null, emblem: false }
/** A code on anything but plain white brings its own white border. */
export const isPlain = (l: Look): boolean => l.palette.ground === colours.white && l.veil === null

/** The ground, the office's picture on it, and the veil that keeps words readable. */
export const groundPart = ({ palette, veil }: Look, g: Grid): Item[] => {
  const all = bled({ x: 0, y: 0, w: g.w, h: g.h }, g)
  return [{ kind: 'ground', fill: palette.ground, ...all }, ...(veil === null ? [] : [{ kind: 'art' as const, which: 'background' as const, ...all }, { kind: 'ground' as const, fill: palette.ground, opacity: veil, ...all }])]
}
