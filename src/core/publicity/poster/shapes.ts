/** A drawing with its letters as outlines: what browser, PNG and PDF are made from, with the same few shapes. */
import { z } from 'zod'

const box = { x: z.number(), y: z.number(), w: z.number(), h: z.number() }
export const posterShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rect'), ...box, fill: z.string(), opacity: z.number().optional() }),
  /** `place`: an SVG transform; absent: it stands where it is drawn. */
  z.object({ kind: z.literal('path'), d: z.string(), fill: z.string(), place: z.string().optional() }),
  z.object({ kind: z.literal('lines'), lines: z.array(z.object({ d: z.string(), width: z.number() })), stroke: z.string(), opacity: z.number(), place: z.string(), clip: z.object(box).nullable() }),
  z.object({ kind: z.literal('picture'), ...box, lean: z.tuple([z.number(), z.number()]), zoom: z.number().optional() }),
  z.object({ kind: z.literal('art'), which: z.enum(['background', 'emblem']), ...box }),
  z.object({ kind: z.literal('shade'), ...box, fill: z.string(), stops: z.array(z.tuple([z.number(), z.number()])) }),
])
export type PosterShape = z.infer<typeof posterShape>
export const posterShapes = z.object({ w: z.number(), h: z.number(), bleed: z.number(), shapes: z.array(posterShape) })
export type PosterShapes = z.infer<typeof posterShapes>
