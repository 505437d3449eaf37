/** In the child: a stamped scan or a phone photograph → what stands on its pages, with small pictures of pages and seals for people to look at. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { PageRead, PaperReading, PlacedText, SealLayer, SealMark } from '#core/paper/reading'
import { speaksOfSeal } from '#core/paper/seal-place'
import { mostPixels } from '#media/image'
import type { Picture } from '#media/paper/picture'
import { stretchesOf, type PlacedChar } from '#media/paper/placed-texts'
import { lookAtPage, lookHarder, uprightPoint, usualDpi, type PageHost, type PageSeen } from '#media/paper/read-page'
import { noticeText } from '#media/text/notice-text'
import { textHost } from '../inspection/notice-job'
import { asShown, inPdf, type PdfPage } from '../inspection/pdfium'
import { charsOf } from '../inspection/pdfium-chars'
import { sealLayers } from '../inspection/seal-layers'
import { isUndrawn } from '../inspection/undrawn'
import { findCodes } from './qr'

/** Guards of the machine: the child is killed at 30 s, so the reader itself stops looking well before. */
const limits = { pages: 60, milliseconds: 20_000, characters: 60_000, stretches: 600, pixels: 12_000_000, drawingsKept: 4 } as const
const a4 = { inches: 297 / 25.4, points: 841.89 } as const

/** A picture written beside, for people. */
export interface PaperPicture { readonly page: number; /** null: the page itself; else which of its seals. */ readonly seal: number | null; readonly file: string }
export interface PaperRead { readonly reading: PaperReading; /** Text layer, page by page. */ readonly texts: readonly string[]; readonly pictures: readonly PaperPicture[]; readonly milliseconds: number }

/** One page as the file gives it: drawn as often as it takes. */
interface Sheet { readonly draw: (dpi: number) => Promise<Picture>; readonly text: () => string; /** Characters with their places on the page as drawn. */ readonly chars: () => PlacedChar[]; /** How marks found on the page as drawn lie in the file. */ readonly layers: (seals: readonly SealMark[], ratio: number) => (SealLayer | null)[] }

/** @throws when the file is neither a PDF, a Word file nor a picture that can be opened */
export const readPaper = async (path: string, to: string): Promise<PaperRead> => {
  const bytes = await readFile(path)
  if (bytes.subarray(0, 1024).includes('%PDF')) return inPdf(bytes, (document) => readSheets(document.getPageCount(), (i) => sheetOfPdf(() => document.getPage(i)), to))
  if (isWordFile(bytes)) return readWord(bytes)
  const sheet = await sheetOfPicture(path)
  return readSheets(1, () => sheet, to)
}

/** A zip or an old compound file; what it really is, its reader finds out. */
const isWordFile = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes.readUInt32BE(0) === 0xd0cf11e0

/** It has no pages before it is printed; its text is kept to be compared. */
const readWord = async (bytes: Buffer): Promise<PaperRead> => {
  const begun = performance.now()
  const extracted = await noticeText(bytes, textHost)
  return { reading: { state: extracted.ok ? 'read' : 'unreadable', count: 0, pages: [] }, texts: extracted.ok ? [extracted.notice.text.slice(0, limits.characters)] : [], pictures: [], milliseconds: Math.round(performance.now() - begun) }
}

const readSheets = async (count: number, sheetAt: (i: number) => Sheet, to: string): Promise<PaperRead> => {
  const begun = performance.now()
  const hasTime = () => performance.now() - begun < limits.milliseconds
  const sheets = Array.from({ length: Math.min(count, limits.pages) }, (_, i) => i)
  const sheetOf = count <= limits.drawingsKept ? remembering(sheetAt) : sheetAt
  const hostOf = (i: number): PageHost => ({ draw: sheetOf(i).draw, findCodes, hasTime })
  // Every page gets its cheap look before any page gets a dear one.
  const looked = new Map<number, Awaited<ReturnType<typeof lookAtPage>>>()
  for (const i of sheets) if (hasTime()) await lookAtPage(hostOf(i)).then((seen) => looked.set(i, seen), () => undefined)
  const pages: PageRead[] = []
  const texts: string[] = []
  for (const i of sheets) {
    const first = looked.get(i)
    const text = quietly(() => sheetOf(i).text().slice(0, limits.characters).trim(), '')
    texts.push(text)
    const seen = first === undefined ? null : await lookHarder(hostOf(i), first)
    pages.push(seen === null ? { number: i + 1, looked: false, codes: [], turns: 0, seals: [], colour: true, hasText: text !== '' } : { number: i + 1, looked: true, ...seen, seals: withLayers(seen.seals, quietly(() => sheetOf(i).layers(first!.seals, first!.ratio), [])), ...(speaksOfSeal(text) && { texts: textsOf(sheetOf(i), seen) }), hasText: text !== '' })
  }
  const reading: PaperReading = { state: 'read', count, pages }
  return { reading, texts, pictures: await draw(reading, sheetOf, to), milliseconds: Math.round(performance.now() - begun) }
}

/** Turned upright they keep their order. */
const withLayers = (seals: readonly SealMark[], layers: readonly (SealLayer | null)[]): SealMark[] => seals.map((seal, n) => ({ ...seal, ...(layers[n] != null && { layer: layers[n] }) }))

/** The drawing that both codes and people are shown is made once, where few pages are held at a time: it is a third of the work. */
const remembering = (sheetAt: (i: number) => Sheet): ((i: number) => Sheet) => {
  const drawn = new Map<number, Promise<Picture>>()
  return (i) => {
    const sheet = sheetAt(i)
    return { ...sheet, draw: (dpi) => (dpi === usualDpi ? drawn.get(i) ?? drawn.set(i, sheet.draw(dpi)).get(i)! : sheet.draw(dpi)) }
  }
}

/** A text layer is a kindness of the file: without it the page is still a picture. */
const quietly = <T>(read: () => T, otherwise: T): T => {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/** Upright, as everything else that is told of a page. */
const textsOf = (sheet: Sheet, { turns, ratio }: Pick<PageSeen, 'turns' | 'ratio'>): PlacedText[] => {
  const chars = quietly(() => sheet.chars(), []).map(({ char, left, top, width, height }): PlacedChar => {
    const [[ax, ay], [bx, by]] = [uprightPoint([left, top], turns), uprightPoint([left + width, top + height], turns)]
    return { char, left: Math.min(ax, bx), top: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) }
  })
  return stretchesOf(chars, ratio).slice(0, limits.stretches)
}

/** A page is closed by being drawn: each drawing opens it anew. */
const sheetOfPdf = (open: () => PdfPage): Sheet => ({
  text: () => open().getText(),
  chars: () => charsOf(open()),
  layers: (seals, ratio) => (seals.length === 0 ? [] : sealLayers(open(), seals, ratio)),
  draw: async (dpi) => {
    const page = open()
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
    // A page may claim to be metres wide or a hair's breadth: what is drawn is bounded, not the claim believed.
    const long = Math.max(width, height, 1)
    const scale = Math.min((dpi * a4.inches) / long, Math.sqrt(limits.pixels / Math.max(1, width * height)))
    const image = await page.render({ scale, ...asShown })
    // Bare paper would be told as a page without code and seal; what cannot be looked at is told as that.
    if (isUndrawn(image.data, open)) throw new Error('a picture on the page cannot be drawn')
    return { data: image.data, width: image.width, height: image.height }
  },
})

const sheetOfPicture = async (path: string): Promise<Sheet> => {
  const open = () => sharp(path, { failOn: 'none', limitInputPixels: mostPixels, sequentialRead: true, autoOrient: true })
  await open().metadata()
  return {
    text: () => '',
    chars: () => [],
    layers: () => [],
    draw: async (dpi) => {
      const side = Math.round(dpi * a4.inches)
      const { data, info } = await open().toColourspace('srgb').flatten({ background: '#fff' }).resize({ width: side, height: side, fit: 'inside' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      return { data, width: info.width, height: info.height }
    },
  }
}

/** Pages with a seal, and the last one: where a seal is looked for in vain, a person looks there. */
const draw = async ({ pages }: PaperReading, sheetAt: (i: number) => Sheet, to: string): Promise<PaperPicture[]> => {
  const made: PaperPicture[] = []
  for (const page of pages.filter((p) => p.looked && (p.seals.length > 0 || p === pages.at(-1))).slice(0, 6)) {
    const { data, width, height } = await sheetAt(page.number - 1).draw(usualDpi)
    const upright = await sharp(Buffer.from(data), { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' }).rotate(page.turns * 90).raw().toBuffer({ resolveWithObject: true })
    const from = () => sharp(upright.data, { raw: { width: upright.info.width, height: upright.info.height, channels: upright.info.channels } })
    const write = async (picture: Sharp, seal: number | null) => {
      const file = `page-${page.number}${seal === null ? '' : `-seal-${seal}`}.webp`
      await writeFile(join(to, file), await picture.webp({ quality: 74, effort: 2 }).toBuffer())
      made.push({ page: page.number, seal, file })
    }
    await write(from().resize({ width: 560, height: 800, fit: 'inside' }), null)
    for (const [k, seal] of page.seals.entries()) await write(from().extract(around(seal, upright.info)).resize({ width: 420, height: 420, fit: 'inside' }), k)
  }
  return made
}

/** A square half as large again as the seal, within the page. */
const around = (seal: PageRead['seals'][number], { width, height }: { readonly width: number; readonly height: number }) => {
  const r = seal.radius * width * 1.5
  const [left, top] = [Math.max(0, Math.floor(seal.x * width - r)), Math.max(0, Math.floor(seal.y * height - r))]
  return { left: Math.min(left, width - 2), top: Math.min(top, height - 2), width: Math.max(1, Math.min(width - Math.min(left, width - 2), Math.ceil(2 * r))), height: Math.max(1, Math.min(height - Math.min(top, height - 2), Math.ceil(2 * r))) }
}
