import type { DocumentFacts } from '#core/materials/facts'
import { hasFaxRegion } from './jbig2'
import type { PdfObject, PdfObjects } from './pdf-objects'

/** The pages of a PDF as its tree names them: how many, how large, with text, with pictures. */
export interface PdfPages {
  readonly count: number
  readonly sizes: NonNullable<DocumentFacts['pageSizes']>
  readonly text: number
  readonly pictures: number
  /** Pages, from 1, with a picture that comes out white where this product draws them. */
  readonly undrawn: readonly number[]
}

const mostPages = 20_000
/** Pages whose content is looked into; of longer ones the first say what kind of document it is. */
const lookedInto = 100
const mostDepth = 40

interface Page { readonly own: string; readonly box: readonly number[]; readonly turn: number; readonly unit: number; readonly resources: string }

const millimetresPerPoint = 25.4 / 72

/** The value after a key: a reference is followed, an array or dictionary is taken whole. */
const valueOf = (objects: PdfObjects, dictionary: string, key: string): string | null => {
  const at = new RegExp(`/${key}(?![A-Za-z0-9])\\s*`).exec(dictionary)
  if (at === null) return null
  const rest = dictionary.slice(at.index + at[0].length)
  const reference = /^(\d+)\s+\d+\s+R/.exec(rest)
  if (reference) return objects.get(Number(reference[1]))?.dictionary ?? null
  return rest.startsWith('[') ? rest.slice(0, rest.indexOf(']') + 1) : rest.startsWith('<<') ? balanced(rest) : (/^\/?[^\s/<>[\]()]+/.exec(rest)?.[0] ?? null)
}

/** A dictionary from its `<<` to the `>>` that closes it. */
const balanced = (text: string): string => {
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/<<|>>/g)) {
    depth += mark === '<<' ? 1 : -1
    if (depth === 0) return text.slice(0, index + 2)
  }
  return text
}

const numbersOf = (text: string | null): number[] => text?.match(/-?\d*\.?\d+/g)?.map(Number) ?? []
const references = (text: string | null): number[] => [...(text ?? '').matchAll(/(\d+)\s+\d+\s+R/g)].map((m) => Number(m[1]))

/** Walks the tree; what a branch says holds for its pages (ISO 32000-1, 7.7.3.4). */
const pagesOf = (objects: PdfObjects, number: number, above: Page, depth: number, seen: Set<number>, pages: Page[]): void => {
  const object = objects.get(number)
  if (object === undefined || seen.has(number) || depth > mostDepth || pages.length >= mostPages) return
  seen.add(number)
  const own = object.dictionary
  const box = numbersOf(valueOf(objects, own, 'CropBox') ?? valueOf(objects, own, 'MediaBox'))
  const page: Page = {
    own, box: box.length === 4 ? box : above.box,
    turn: Number(valueOf(objects, own, 'Rotate') ?? above.turn), unit: Number(valueOf(objects, own, 'UserUnit') ?? 1), resources: valueOf(objects, own, 'Resources') ?? above.resources,
  }
  const kids = /\/Kids(?![A-Za-z])/.test(own) ? valueOf(objects, own, 'Kids') : null
  if (kids === null) pages.push(...(/\/Type\s*\/Pages/.test(own) ? [] : [page]))
  else for (const kid of references(kids)) pagesOf(objects, kid, page, depth + 1, seen, pages)
}

const sizesOf = (pages: readonly Page[]): PdfPages['sizes'] => {
  const counts = new Map<string, { width: number; height: number; pages: number }>()
  for (const { box, turn, unit } of pages) {
    const [left = 0, bottom = 0, right = 0, top = 0] = box
    const [a, b] = [Math.abs(right - left), Math.abs(top - bottom)].map((n) => Math.round(n * unit * millimetresPerPoint))
    const [width = 0, height = 0] = Math.abs(turn) % 180 === 90 ? [b, a] : [a, b]
    const size = counts.get(`${width}×${height}`) ?? { width, height, pages: 0 }
    size.pages++
    counts.set(`${width}×${height}`, size)
  }
  return [...counts.values()].sort((a, b) => b.pages - a.pages).slice(0, 20)
}

const shows = /(?:\)|>|\])\s*(?:Tj|TJ|'|")(?![A-Za-z])/
interface Content { readonly text: boolean; readonly picture: boolean; readonly undrawn: boolean }

/** A filter that is not the only one hides what lies under it, and no scanner writes two. */
const isUndrawn = (objects: PdfObjects, picture: PdfObject): boolean => {
  const bytes = /\/Filter\s*\[?\s*\/JBIG2Decode\b/.test(picture.dictionary) ? objects.raw(picture) : null
  return bytes !== null && hasFaxRegion(bytes)
}

/** What a page or a form inside it draws. */
const contentOf = async (objects: PdfObjects, streams: readonly PdfObject[], resources: string, depth: number): Promise<Content> => {
  let text = false
  let picture = false
  let undrawn = false
  for (const stream of streams) {
    const content = await objects.read(stream)
    text ||= content !== null && shows.test(content)
    picture ||= content !== null && /\bBI\s[\s\S]*\bID\s/.test(content)
  }
  for (const number of references(valueOf(objects, resources, 'XObject'))) {
    const object = objects.get(number)
    if (object === undefined || depth > 3) continue
    if (/\/Subtype\s*\/Image/.test(object.dictionary)) {
      picture = true
      undrawn ||= isUndrawn(objects, object)
    } else if (/\/Subtype\s*\/Form/.test(object.dictionary)) {
      const inner = await contentOf(objects, [object], valueOf(objects, object.dictionary, 'Resources') ?? resources, depth + 1)
      text ||= inner.text
      picture ||= inner.picture
      undrawn ||= inner.undrawn
    }
  }
  return { text, picture, undrawn }
}

const streamsOf = (objects: PdfObjects, page: Page): PdfObject[] => {
  const direct = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(page.own)?.[1] ?? null
  return references(direct).flatMap((n) => {
    const object = objects.get(n)
    if (object === undefined) return []
    return object.stream !== null ? [object] : references(object.dictionary).flatMap((inner) => objects.get(inner) ?? [])
  })
}

/** null: no tree of pages can be found. */
export const readPdfPages = async (objects: PdfObjects): Promise<PdfPages | null> => {
  const roots = objects.pieces.flatMap((piece) => [...piece.matchAll(/\/Root\s+(\d+)\s+\d+\s+R/g)].map((m) => Number(m[1])))
  const catalog = objects.get(roots.at(-1) ?? -1)
  const [top] = references(/\/Pages\s+\d+\s+\d+\s+R/.exec(catalog?.dictionary ?? '')?.[0] ?? null)
  if (top === undefined) return null
  const pages: Page[] = []
  pagesOf(objects, top, { own: '', box: [0, 0, 612, 792], turn: 0, unit: 1, resources: '' }, 0, new Set(), pages)
  let [text, pictures] = [0, 0]
  const undrawn: number[] = []
  for (const [i, page] of pages.slice(0, lookedInto).entries()) {
    const content = await contentOf(objects, streamsOf(objects, page), page.resources, 0)
    if (content.text) text++
    if (content.picture) pictures++
    if (content.undrawn) undrawn.push(i + 1)
  }
  return { count: pages.length, sizes: sizesOf(pages), text, pictures, undrawn }
}
