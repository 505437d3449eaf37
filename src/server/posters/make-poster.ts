/** One poster at one size: laid out here, drawn in a child that may be killed. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '#core/kernel/finding'
import { leastOnPicture } from '#core/publicity/poster/contrast'
import { judgeContrast } from '#core/publicity/poster/judge'
import { layPoster } from '#core/publicity/poster/layout'
import type { Poster } from '#core/publicity/poster/poster'
import type { PosterShapes } from '#core/publicity/poster/shapes'
import type { PosterSize } from '#core/publicity/poster/sizes'
import { shapesSvg } from '#documents/poster/poster-svg'
import { posterPdf } from '#documents/poster/print-poster'
import { shapesOf } from '#documents/poster/shapes-of'
import { metrics } from '#documents/poster/typefaces'
import { ask } from '../inspection/inspect-file'
import type { PosterOrder } from '../inspection/jobs'
import { posterPool } from '../inspection/poster-pool'
import { noArt, type PosterArt } from './used-template'

/** A screen of the same shape as a printed sheet is large enough to measure on. */
const orderFor = (p: Poster, size: PosterSize, picture: string, to: string | null, art: PosterArt): { readonly order: PosterOrder; readonly shapes: PosterShapes } => {
  const d = layPoster(p, size, metrics)
  const shapes = shapesOf(d)
  const scale = size.made === 'png' ? size.width / d.w : (Math.min(size.width, size.height) * size.density) / Math.min(d.w, d.h)
  const [width, height] = size.made === 'png' ? [size.width, size.height] : [Math.round((d.w + 2 * d.bleed) * scale), Math.round((d.h + 2 * d.bleed) * scale)]
  const at = shapes.shapes.findIndex((s) => s.kind === 'picture')
  const box = shapes.shapes[at] as Extract<PosterShapes['shapes'][number], { kind: 'picture' }>
  const under = shapes.shapes.slice(0, at)
  const emblem = shapes.shapes.find((s) => s.kind === 'art' && s.which === 'emblem') as Extract<PosterShapes['shapes'][number], { kind: 'art' }> | undefined
  const pixels = (b: { x: number; y: number; w: number; h: number }) => ({ x: (b.x + d.bleed) * scale, y: (b.y + d.bleed) * scale, w: b.w * scale, h: b.h * scale })
  const shade = shapes.shapes.filter((s) => s.kind === 'shade')
  const draw = (which: PosterShapes['shapes'], w = width, h = height) => shapesSvg(shapes, which, { width: w, height: h }, {})
  return { shapes, order: {
    picture, width, height, ground: (under[0] as { fill?: string } | undefined)?.fill ?? '#ffffff', under: under.length > 1 ? draw(under.slice(1)) : null, over: draw(shapes.shapes.slice(at + 1)), box: pixels(box), lean: box.lean, zoom: box.zoom ?? 1, background: art.background, emblem: emblem === undefined || art.emblem === null ? null : { path: art.emblem, box: pixels(emblem) },
    measure: shade.length === 0 ? null : { shade: draw(shade, 480, Math.round((480 * height) / width)), behind: d.items.flatMap((i) => (i.kind === 'text' && (i.role === 'name' || i.role === 'unit' || i.role === 'words') ? [pixels(i.box)] : [])), least: leastOnPicture },
    to, as: size.made === 'png' ? 'png' : 'jpeg',
  } }
}

/** For the page: outlines, and what the picture itself says against it. @param picture a rendition is enough */
export const previewPoster = async (p: Poster, size: PosterSize, picture: string): Promise<{ readonly shapes: PosterShapes; readonly findings: readonly Finding[] }> => {
  const { shapes, order } = orderFor(p, size, picture, null, noArt)
  if (order.measure === null) return { shapes, findings: [] }
  const outcome = await ask(posterPool, { kind: 'poster', order })
  return { shapes, findings: judgeContrast(size, outcome.kind === 'poster' ? outcome.made.contrast : null) }
}

export type Made = { readonly bytes: Uint8Array; readonly findings: readonly Finding[] } | { readonly bytes: null; readonly findings: readonly Finding[] }

export const makePoster = async (p: Poster, size: PosterSize, picture: string, title: string, art: PosterArt = noArt): Promise<Made> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-poster-'))
  try {
    const to = join(folder, 'drawn')
    const { shapes, order } = orderFor(p, size, picture, to, art)
    const outcome = await ask(posterPool, { kind: 'poster', order })
    if (outcome.kind !== 'poster') return { bytes: null, findings: judgeContrast(size, null) }
    const against = outcome.made.contrast === null ? [] : judgeContrast(size, outcome.made.contrast)
    if (against.length > 0) return { bytes: null, findings: against }
    const drawn = await readFile(to)
    if (size.made === 'png') return { bytes: drawn, findings: [] }
    const svg = shapesSvg(shapes, shapes.shapes, { width: shapes.w + 2 * shapes.bleed, height: shapes.h + 2 * shapes.bleed }, {
      picture: `data:image/jpeg;base64,${drawn.toString('base64')}`, ...(art.background !== null && { background: `data:image/jpeg;base64,${await readFile(art.background, 'base64')}` }), ...(art.emblem !== null && { emblem: `data:image/png;base64,${await readFile(art.emblem, 'base64')}` }),
    })
    return { bytes: await posterPdf({ title, width: size.width, height: size.height, bleed: size.bleed, svg }), findings: [] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
