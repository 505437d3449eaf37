/** Fills in a Word form: tags in the places that were read, the office's own tags, the code of the page. Nothing in the file is carried out, and no value is read as a tag. */
import { Docx, ImagePlugin, LoopPlugin, TemplateExtension, TemplateHandler, TextPlugin, type ImageContent, type ScopeData, type ScopeDataArgs, type TemplateContext } from 'easy-template-x'
import type { FillData, FillValue, Row } from '#core/forms/fill-data'
import type { Place } from '#core/forms/place'
import type { Spot } from '#core/forms/spot'
import { prepareHeaders, stampPart, type Stamp } from './page-stamp'
import { tagOf, tagPlaces } from './word-places'
import { plainSpot, readSpots, type WordSpot } from './word-spots'

export interface Portrait { readonly picture: Uint8Array; /** Millimetres it is printed at where there is room. */ readonly width: number; readonly height: number }
export interface FillOrder { readonly places: readonly Place[]; readonly data: FillData; readonly portrait: Portrait | null; readonly stamp: Stamp | null }

/** Deeper than any form; what is deeper is made to harm. */
const MOST_DEPTH = 80

/** What stands in the file, for the core to make sense of. @throws TooManySpots, and what the reader says of a broken file */
export const readWordForm = async (file: Uint8Array): Promise<Spot[]> => {
  const docx = await Docx.load(Buffer.from(file))
  return readSpots(await docx.mainDocument.xmlRoot()).map(plainSpot)
}

/** @throws what the template library says where a tag cannot be carried out */
export const fillWord = async (file: Uint8Array, order: FillOrder): Promise<Uint8Array> => {
  const values = new Map<string, unknown>(Object.entries(order.data.tags))
  const before = new Before(order, values)
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin(), new ImagePlugin()], maxXmlDepth: MOST_DEPTH, scopeDataResolver: (args) => resolve(values, args), extensions: { beforeCompilation: [before], afterCompilation: [new After(order, before)] },
  } as ConstructorParameters<typeof TemplateHandler>[0])
  return new Uint8Array(await handler.process(Buffer.from(file), {}))
}

/** A name means what was put under it, in the row of a loop first; nothing else is reached by any name. */
const resolve = (values: ReadonlyMap<string, unknown>, { strPath }: ScopeDataArgs): never => {
  const name = strPath.at(-1) ?? ''
  const rows = values.get(strPath[0] ?? '')
  const row: unknown = strPath.length > 2 && Array.isArray(rows) ? rows[Number(strPath[1])] : undefined
  const found = typeof row === 'object' && row !== null && Object.hasOwn(row, name) ? (row as Row)[name] : values.get(name)
  return (found ?? '') as never
}

/** Runs on each part; the body comes first. */
class Before extends TemplateExtension {
  headers: ReadonlySet<string> = new Set()
  #begun = false
  constructor(readonly order: FillOrder, readonly values: Map<string, unknown>) { super() }

  async execute(_: ScopeData, { docx }: TemplateContext): Promise<void> {
    if (this.#begun) return
    this.#begun = true
    const spots = readSpots(await docx.mainDocument.xmlRoot())
    const { places, data } = this.order
    const long = new Set(Object.entries(data.places).flatMap(([id, v]) => ('lines' in v ? [id] : [])))
    places.forEach((place, n) => this.#say(place, n, data.places[place.id], spots))
    for (const name of data.portraitTags) this.values.set(name, this.#picture(undefined))
    tagPlaces(spots, places, long)
    if (this.order.stamp !== null) this.headers = await prepareHeaders(docx, this.order.stamp)
  }

  #say(place: Place, n: number, value: FillValue | undefined, spots: readonly WordSpot[]): void {
    const name = tagOf(n)
    if (place.how.kind === 'picture') this.values.set(name, this.#picture(spots.find((s) => s.id === place.spot)))
    else if (value === undefined) this.values.set(name, '')
    else if ('text' in value) this.values.set(name, value.text)
    // An empty place keeps its line: it may be written on by hand.
    else if ('lines' in value) this.values.set(name, (value.lines.length === 0 ? [''] : value.lines).map((line) => ({ line })))
    else if ('rows' in value) this.values.set(name, [...value.rows, ...Array.from({ length: Math.max(0, (place.how.kind === 'rows' ? place.how.blankRows : 1) - value.rows.length) }, () => ({ period: '', from: '', to: '', what: '' }))])
    else if (place.how.kind === 'ticks') place.how.marks.forEach((m, i) => this.values.set(`${name}=${i}`, m.value === value.ticked ? '☑' : '□'))
  }

  #picture(spot: WordSpot | undefined): ImageContent | string {
    const { portrait } = this.order
    if (portrait === null) return ''
    const scale = scaleInto(portrait, spot?.millimetres ?? { width: null, height: null })
    return { _type: 'image', source: Buffer.from(portrait.picture), format: 'image/jpeg', width: (portrait.width * scale * 96) / 25.4, height: (portrait.height * scale * 96) / 25.4 }
  }
}

const CELL_PADDING_MM = 4
const LEAST_SCALE = 0.5
/** As large as it is to be printed, smaller where the cell is; a cell that gives no height grows. */
const scaleInto = (portrait: Portrait, cell: Spot['millimetres']): number => {
  const within = (room: number | null, size: number, padding: number): number => (room === null ? 1 : (room - padding) / size)
  return Math.max(LEAST_SCALE, Math.min(1, within(cell.width, portrait.width, CELL_PADDING_MM), within(cell.height, portrait.height, 1)))
}

class After extends TemplateExtension {
  constructor(readonly order: FillOrder, readonly before: Before) { super() }

  async execute(_: ScopeData, { docx, currentPart }: TemplateContext): Promise<void> {
    if (this.order.stamp === null || !this.before.headers.has(currentPart.path)) return
    await stampPart(docx, currentPart, this.order.stamp)
  }
}
