/** 取景: which part of the portrait a poster shows. It never bares what the picture does not have: the parts run from edge to edge. */
import { z } from 'zod'

export const mostZoom = 3
/** `x`, `y`: 0 keeps the left or top edge, 1 the right or lower one; `zoom`: 1 shows as much as the shape allows. */
export const posterCrop = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1), zoom: z.number().min(1).max(mostZoom) })
export type Crop = z.infer<typeof posterCrop>

interface Box { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
/** Where a picture lies so that it covers a box, shifted by `lean`; in the units of the box. */
export const covering = (b: Box & { readonly lean: readonly [number, number]; readonly zoom?: number | undefined }, picture: { readonly width: number; readonly height: number }): Box => {
  const scale = Math.max(b.w / picture.width, b.h / picture.height) * (b.zoom ?? 1)
  const [w, h] = [picture.width * scale, picture.height * scale]
  return { x: b.x - (w - b.w) * b.lean[0], y: b.y - (h - b.h) * b.lean[1], w, h }
}

const within = (n: number, least: number, most: number): number => Math.min(most, Math.max(least, n))
/** Drawn by a hand so many units to the right and down; where nothing lies beyond the edge it stays. */
export const dragged = (c: Crop, by: { readonly x: number; readonly y: number }, box: Box, picture: { readonly width: number; readonly height: number }): Crop => {
  const whole = covering({ ...box, lean: [c.x, c.y], zoom: c.zoom }, picture)
  const moved = (at: number, d: number, spare: number): number => (spare < 0.5 ? at : within(at - d / spare, 0, 1))
  return { ...c, x: moved(c.x, by.x, whole.w - box.w), y: moved(c.y, by.y, whole.h - box.h) }
}
export const zoomed = (c: Crop, by: number): Crop => ({ ...c, zoom: within(Math.round((c.zoom + by) * 100) / 100, 1, mostZoom) })
