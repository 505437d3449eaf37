/** What a poster is made in: screens in pixels (PNG), print in millimetres (PDF). A place that asks for another size is one line more. */
import type { Words } from '../../kernel/finding'

interface Common { readonly id: string; readonly name: Words; /** Least width of code or name is judged at arm's length, or from across a hall. */ readonly seenFrom: 'hand' | 'room' | 'street' }
/** `density`: pixels a millimetre that its picture gets at most; large boards are seen from afar. */
export type PosterSize = Common & ({ readonly made: 'png'; readonly width: number; readonly height: number } | { readonly made: 'pdf'; readonly width: number; readonly height: number; readonly bleed: number; readonly density: number })

export const posterSizes = [
  { id: 'screen-tall', name: { zh: '竖屏 1080×1920', en: 'Portrait screen 1080×1920' }, made: 'png', width: 1080, height: 1920, seenFrom: 'room' },
  { id: 'screen-wide', name: { zh: '横屏 1920×1080', en: 'Landscape screen 1920×1080' }, made: 'png', width: 1920, height: 1080, seenFrom: 'room' },
  { id: 'screen-4k', name: { zh: '4K 横屏 3840×2160', en: '4K screen 3840×2160' }, made: 'png', width: 3840, height: 2160, seenFrom: 'room' },
  { id: 'phone-card', name: { zh: '手机分享图 1080×1440', en: 'Phone card 1080×1440' }, made: 'png', width: 1080, height: 1440, seenFrom: 'hand' },
  { id: 'bus-shelter', name: { zh: '公交候车亭灯箱 1200×1800 毫米', en: 'Bus shelter 1200×1800 mm' }, made: 'pdf', width: 1200, height: 1800, bleed: 10, density: 1.6, seenFrom: 'street' },
  { id: 'metro', name: { zh: '地铁十二封灯箱 3000×1500 毫米', en: 'Metro light box 3000×1500 mm' }, made: 'pdf', width: 3000, height: 1500, bleed: 10, density: 1, seenFrom: 'street' },
  { id: 'a3', name: { zh: 'A3 印刷（出血 3 毫米）', en: 'A3 print (3 mm bleed)' }, made: 'pdf', width: 297, height: 420, bleed: 3, density: 8, seenFrom: 'room' },
  { id: 'a2', name: { zh: 'A2 印刷（出血 3 毫米）', en: 'A2 print (3 mm bleed)' }, made: 'pdf', width: 420, height: 594, bleed: 3, density: 6, seenFrom: 'room' },
] as const satisfies readonly PosterSize[]
export type PosterSizeId = (typeof posterSizes)[number]['id']
export const posterSizeIds = posterSizes.map((s) => s.id) as [PosterSizeId, ...PosterSizeId[]]
export const sizeOf = (id: PosterSizeId): PosterSize => posterSizes.find((s) => s.id === id)!

/** Everything is laid out on a grid whose shorter side has 1080 units. */
export const GRID = 1080
export interface Grid { readonly w: number; readonly h: number; readonly tall: boolean; /** Beyond each edge, in units. */ readonly bleed: number; /** Pixels a unit that its picture is wanted with. */ readonly pixels: number }
export const gridOf = (s: PosterSize): Grid => {
  const tall = s.height > s.width
  const unit = Math.min(s.width, s.height) / GRID
  const [w, h] = tall ? [GRID, s.height / unit] : [s.width / unit, GRID]
  return { w, h, tall, bleed: s.made === 'pdf' ? s.bleed / unit : 0, pixels: s.made === 'pdf' ? unit * s.density : unit }
}
