/** A poster as what is drawn, one thing over the other, in units of the grid. Letters stand one by one, so that browser, screen and print agree to the hair. */
export interface Box { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
export type Face = 'serif' | 'serifBold' | 'sans' | 'sansBold'
/** `x`, `y`: where its base line begins. `upright`: as it stands in a column; `turn`: lies, as Latin does there. */
export interface Glyph { readonly c: string; readonly x: number; readonly y: number; readonly upright?: true; readonly turn?: true }
export type Item =
  | ({ readonly kind: 'ground'; readonly fill: string; /** Absent: it covers. */ readonly opacity?: number } & Box)
  /** `lean`: which part is kept where the shape differs, 0 (left, top) to 1. */
  | ({ readonly kind: 'picture'; readonly lean: readonly [number, number]; readonly zoom?: number } & Box)
  /** The office's own: a background covers its box, an emblem stands whole within it. */
  | ({ readonly kind: 'art'; readonly which: ArtKind } & Box)
  /** Darkness that comes from the right; stops as [share of the width, opacity]. */
  | ({ readonly kind: 'shade'; readonly fill: string; readonly stops: readonly (readonly [number, number])[] } & Box)
  | ({ readonly kind: 'rings'; readonly stroke: string; readonly opacity: number; readonly clip: Box } & Box)
  | ({ readonly kind: 'mark'; readonly stroke: string } & Box)
  /** `quiet`: on a ground that is not white: with its white border of four modules inside the box. */
  | ({ readonly kind: 'code'; readonly text: string; readonly quiet: boolean } & Box)
  | { readonly kind: 'text'; readonly face: Face; readonly size: number; readonly fill: string; readonly glyphs: readonly Glyph[]; readonly role: Role; readonly box: Box }
export type ArtKind = 'background' | 'emblem'
export type Role = 'honour' | 'year' | 'name' | 'unit' | 'words' | 'hosts' | 'sample'

export interface Drawing {
  readonly w: number
  readonly h: number
  readonly bleed: number
  readonly items: readonly Item[]
  /** What does not hold at the least size it may have. */
  readonly tooMuch: readonly Role[]
}

/** How wide characters are, in em; asked of the fonts that draw them. */
export interface Metrics { advance(c: string, face: Face): number; has(c: string): boolean }

export const colours = { ink: '#1d1b19', ink2: '#5b5650', ink3: '#8c867e', accent: '#b8321f', deep: '#a32c1b', onDeep: '#fdf6ee', softOnDeep: '#f3d9cf', white: '#ffffff' } as const

export const apart = (a: Box, b: Box, by = 0): boolean => a.x + a.w + by <= b.x || b.x + b.w + by <= a.x || a.y + a.h + by <= b.y || b.y + b.h + by <= a.y
/** Bleeds where it reaches an edge. */
export const bled = ({ x, y, w, h }: Box, page: { readonly w: number; readonly h: number; readonly bleed: number }): Box => {
  const [l, t, r, b] = [x <= 0 ? page.bleed : 0, y <= 0 ? page.bleed : 0, x + w >= page.w - 0.5 ? page.bleed : 0, y + h >= page.h - 0.5 ? page.bleed : 0]
  return { x: x - l, y: y - t, w: w + l + r, h: h + t + b }
}
