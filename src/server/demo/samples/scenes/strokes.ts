/** Shapes that the drawn scenes share: ground lines, light, people without features. All measured on a sheet of 1600 × 1200. */
import type { Chance } from '../chance'

export const sheet = { width: 1600, height: 1200 } as const

/** A vertical gradient as a fill of its own; the id must be free on the sheet. */
export const fade = (id: string, ...stops: readonly string[]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map((colour, i) => `<stop offset="${i / Math.max(1, stops.length - 1)}" stop-color="${colour}"/>`).join('')}</linearGradient>`

/** Light or mist that thins out to its edge; gradients, because a blur of this size costs seconds. */
export const glow = (id: string, colour: string): string =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity=".95"/><stop offset=".35" stop-color="${colour}" stop-opacity=".4"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`

export const box = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`

/** One line of hills from edge to edge, filled down to the foot of the sheet. */
export const hills = (c: Chance, y: number, height: number, fill: string, waves = 3): string => {
  const parts = Array.from({ length: waves }, (_, i) => ({ turns: (i + 1) * c.real(0.8, 1.6), shift: c.real(0, 6.3), size: height / (i + 1.4) }))
  const points = Array.from({ length: 81 }, (_, i) => {
    const t = i / 80
    const lift = parts.reduce((sum, p) => sum + Math.sin(t * 6.28 * p.turns + p.shift) * p.size, 0)
    return `${(t * sheet.width).toFixed(0)} ${(y - lift / 2).toFixed(1)}`
  })
  return `<path d="M0 ${sheet.height} L${points.join(' L')} L${sheet.width} ${sheet.height}Z" fill="${fill}"/>`
}

/** A window with daylight, and the patch of light it throws. */
export const daylight = (x: number, y: number, width: number, height: number, light: string, frame: string): string =>
  `${box(x - 12, y - 12, width + 24, height + 24, frame)}${box(x, y, width, height, light)}` +
  `<path d="M${x + width / 2} ${y}v${height}M${x} ${y + height * 0.42}h${width}" stroke="${frame}" stroke-width="12"/>` +
  `<path d="M${x - 12} ${y + height + 12}h${width + 24}l40 26h-${width + 104}z" fill="${frame}"/>`

export const skins = ['#e0b998', '#d8ab86', '#cf9f7a', '#dcb08c'] as const
export const hairs = ['#231f1d', '#2d2725', '#3a322e', '#8b8782'] as const

export interface Figure {
  readonly x: number
  /** Where the feet stand, or the hem ends. */
  readonly y: number
  /** From sole to crown. */
  readonly height: number
  readonly coat: string
  readonly legs?: string
  readonly skin: string
  readonly hair: string
  readonly long?: boolean
  readonly cap?: string
  /** Seen from behind: hair where the face would be. */
  readonly away?: boolean
  /** Arm that reaches out, in parts of the height: right is positive. */
  readonly reach?: readonly [number, number]
  readonly bag?: string
}

/** A standing person, seven and a half heads high, no features: calm, and nobody in particular. */
export const standing = (f: Figure): string => {
  const coat = (d: string) => `<path d="${d}" fill="${f.coat}"/>`
  const arm = f.reach
    ? `<path d="M${14 * Math.sign(f.reach[0])} -74 Q${f.reach[0] * 62} ${-74 + f.reach[1] * 20} ${f.reach[0] * 100} ${-74 + f.reach[1] * 100}" stroke="${f.coat}" stroke-width="9" fill="none" stroke-linecap="round"/><circle cx="${f.reach[0] * 100}" cy="${-74 + f.reach[1] * 100}" r="4" fill="${f.skin}"/>`
    : ''
  return `<g transform="translate(${f.x} ${f.y}) scale(${f.height / 100})">
<ellipse cx="3" cy="0" rx="19" ry="2.600" fill="#000" opacity=".16"/>
<path d="M-9 -38h8l-.500 37h-6.500zM1 -38h8l-1.500 37h-6z" fill="${f.legs ?? '#3b4148'}"/><path d="M-10 -2.500h8.500v2.500h-9.500zM1 -2.500h8l1 2.500h-9z" fill="#26282b"/>
${f.long && !f.away ? `<path d="M-7.800 -93 C-8.500 -84 -8 -80 -6.500 -78 L6.500 -78 C8 -80 8.500 -84 7.800 -93z" fill="${f.hair}"/>` : ''}
${f.bag ? `<rect x="10" y="-52" width="12" height="15" rx="2.500" fill="${f.bag}"/>` : ''}
${coat('M-15.500 -70 C-20 -58 -20.500 -48 -19.500 -38 l6 0 c0 -9 .8 -16 3 -24z')}${f.reach && f.reach[0] > 0 ? '' : coat('M15.500 -70 C20 -58 20.500 -48 19.500 -38 l-6 0 c0 -9 -.8 -16 -3 -24z')}
<circle cx="-16.500" cy="-36.500" r="3" fill="${f.skin}"/>${f.reach ? '' : `<circle cx="16.500" cy="-36.500" r="3" fill="${f.skin}"/>`}
${coat('M-5 -82 C-12 -80 -16 -77 -16 -69 L-13.500 -31 Q0 -28 13.500 -31 L16 -69 C16 -77 12 -80 5 -82 Q0 -79 -5 -82z')}
${f.away ? '' : `<path d="M0 -79 L0 -31" stroke="#000" stroke-opacity=".16" stroke-width=".7"/><path d="M-5 -82 L0 -72 L5 -82 Q0 -79 -5 -82z" fill="#fff" fill-opacity=".55"/>`}
<path d="M9 -79 C14 -77 16 -75 16 -69 L13.500 -31 Q10 -30 8 -29.800z" fill="#000" opacity=".07"/>${arm}
<path d="M-3.200 -88h6.400v7q-3.200 3-6.400 0z" fill="${f.skin}"/><path d="M-3.200 -85q3.200 3 6.400 0v2.500q-3.200 2.500-6.400 0z" fill="#000" opacity=".13"/>
${f.long && f.away ? `<path d="M-7 -93 C-8 -84 -8 -76 -6 -73 L6 -73 C8 -76 8 -84 7 -93z" fill="${f.hair}"/>` : ''}
<ellipse cx="0" cy="-92.500" rx="6.300" ry="7.800" fill="${f.away ? f.hair : f.skin}"/>
${f.away ? '' : `<path d="M-7 -91 C-8 -99 -4 -101.500 0 -101.500 S8 -99 7 -91 C6 -95.500 4 -97 0 -97 S-6 -95.500 -7 -91z" fill="${f.hair}"/>`}
${f.cap ? `<path d="M-7.600 -94 C-8 -101 -4 -103 0 -103 S8 -101 7.600 -94 Q0 -97 -7.600 -94z" fill="${f.cap}"/>` : ''}</g>`
}

/** Head and shoulders from behind: the people who listen, at the lower edge. */
export const listener = (x: number, y: number, scale: number, coat: string, hair: string, long = false): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-74 150 C-72 70 -50 52 -18 44 L18 44 C50 52 72 70 74 150z" fill="${coat}"/><path d="M30 50 C56 60 72 78 74 150 L48 150z" fill="#000" opacity=".1"/>` +
  `<rect x="-14" y="16" width="28" height="36" rx="8" fill="#cfa07b"/>${long ? `<path d="M-34 -18 C-38 30 -32 52 -24 60 L24 60 C32 52 38 30 34 -18z" fill="${hair}"/>` : ''}<path d="M-33 -12 C-34 -48 -16 -60 0 -60 S34 -48 33 -12 C32 14 18 28 0 28 S-32 14 -33 -12z" fill="${hair}"/><ellipse cx="-34" cy="-8" rx="5" ry="9" fill="#cfa07b"/><ellipse cx="34" cy="-8" rx="5" ry="9" fill="#cfa07b"/></g>`

/** A round tree on its shadow. */
export const tree = (x: number, y: number, size: number, leaf: string, dark: string): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 100})"><ellipse cx="10" cy="2" rx="46" ry="6" fill="#000" opacity=".14"/><path d="M-4 0 L-3 -46 L4 -46 L6 0z" fill="#5b4a3b"/><path d="M0 -38 L-16 -58 M1 -44 L18 -62" stroke="#5b4a3b" stroke-width="3.500"/>` +
  `<circle cx="-16" cy="-66" r="24" fill="${dark}"/><circle cx="18" cy="-70" r="26" fill="${dark}"/><circle cx="-2" cy="-86" r="28" fill="${leaf}"/><circle cx="-24" cy="-74" r="18" fill="${leaf}" opacity=".85"/></g>`
