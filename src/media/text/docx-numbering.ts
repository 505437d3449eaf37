/** Automatic numbers of a Word file: what numbering.xml and styles.xml say, counted along the paragraphs (ISO 29500-1, 17.9). */
import { formatNumber } from './number-formats'
import { attribute, walkXml } from './xml'

interface Level { start: number; format: string; text: string; style: string | null; decimalOnly: boolean; restart: number | null }
interface AbstractList { readonly levels: Map<number, Level>; /** A style that holds the list's real definition. */ styleLink: string | null }
interface List { abstractId: string; readonly starts: Map<number, number>; readonly levels: Map<number, Level> }
interface Style { basedOn: string | null; numId: string | null; level: number | null }

const number = (attributes: string, otherwise: number): number => { const n = Number(attribute(attributes, 'val')); return Number.isSafeInteger(n) ? n : otherwise }

const readLists = (xml: string): { abstracts: Map<string, AbstractList>; lists: Map<string, List> } => {
  const abstracts = new Map<string, AbstractList>()
  const lists = new Map<string, List>()
  let [abstract, list, level, at]: [AbstractList | null, List | null, Level | null, number] = [null, null, null, 0]
  const open: Record<string, (a: string) => void> = {
    abstractNum: (a) => { abstract = { levels: new Map(), styleLink: null }; abstracts.set(attribute(a, 'abstractNumId') ?? '', abstract) },
    num: (a) => { list = { abstractId: '', starts: new Map(), levels: new Map() }; lists.set(attribute(a, 'numId') ?? '', list) },
    abstractNumId: (a) => { if (list) list.abstractId = attribute(a, 'val') ?? '' },
    numStyleLink: (a) => { if (abstract) abstract.styleLink = attribute(a, 'val') ?? null },
    lvlOverride: (a) => { at = Number(attribute(a, 'ilvl') ?? 0) },
    startOverride: (a) => list?.starts.set(at, number(a, 1)),
    lvl: (a) => { level = { start: 1, format: 'decimal', text: '', style: null, decimalOnly: false, restart: null }; (list ?? abstract)?.levels.set(Number(attribute(a, 'ilvl') ?? 0), level) },
    start: (a) => { if (level) level.start = number(a, 1) },
    numFmt: (a) => { if (level) level.format = attribute(a, 'val') ?? 'decimal' },
    lvlText: (a) => { if (level) level.text = attribute(a, 'val') ?? '' },
    pStyle: (a) => { if (level) level.style = attribute(a, 'val') ?? null },
    isLgl: () => { if (level) level.decimalOnly = true },
    lvlRestart: (a) => { if (level) level.restart = number(a, 0) },
  }
  const close: Record<string, () => void> = { abstractNum: () => { abstract = null }, num: () => { list = null }, lvl: () => { level = null } }
  walkXml(xml, { open: (name, a) => open[name]?.(a), close: (name) => close[name]?.(), text: () => undefined })
  return { abstracts, lists }
}

const readStyles = (xml: string): Map<string, Style> => {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  walkXml(xml, {
    open: (name, a) => {
      if (name === 'style') { style = { basedOn: null, numId: null, level: null }; styles.set(attribute(a, 'styleId') ?? '', style) }
      else if (style === null) return
      else if (name === 'basedOn') style.basedOn = attribute(a, 'val') ?? null
      else if (name === 'numId') style.numId = attribute(a, 'val') ?? null
      else if (name === 'ilvl') style.level = number(a, 0)
    },
    close: (name) => { if (name === 'style') style = null },
    text: () => undefined,
  })
  return styles
}

/** Counts the lists of one document; ask once for each paragraph, in order. */
export class Numbering {
  readonly #abstracts: Map<string, AbstractList>
  readonly #lists: Map<string, List>
  readonly #styles: Map<string, Style>
  /** Lists on the same definition count together. */
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(numberingXml: string, stylesXml: string) {
    const { abstracts, lists } = readLists(numberingXml)
    this.#abstracts = abstracts
    this.#lists = lists
    this.#styles = readStyles(stylesXml)
  }

  /** The printed number of the next paragraph; empty where it has none. */
  next(own: { readonly numId: string | null; readonly level: number | null; readonly style: string | null }): string {
    const inherited = this.#ofStyle(own.style)
    const numId = own.numId ?? inherited?.numId ?? null
    const list = numId === null || numId === '0' ? undefined : this.#lists.get(numId)
    if (numId === null || list === undefined) return ''
    const [abstractId, abstract] = this.#definitionOf(list)
    const at = own.level ?? inherited?.level ?? [...(abstract?.levels ?? [])].find(([, l]) => l.style !== null && l.style === own.style)?.[0] ?? 0
    const levelAt = (n: number): Level | undefined => list.levels.get(n) ?? abstract?.levels.get(n)
    const level = levelAt(at)
    if (level === undefined || at < 0 || at > 8) return ''
    const counts = this.#count(numId, abstractId, list, at, levelAt)
    return level.format === 'bullet' ? '' : level.text.replace(/%([1-9])/g, (_, n: string) => {
      const shown = levelAt(Number(n) - 1)
      return formatNumber(counts[Number(n) - 1] ?? shown?.start ?? 1, level.decimalOnly ? 'decimal' : (shown?.format ?? 'decimal'))
    })
  }

  #count(numId: string, abstractId: string, list: List, at: number, levelAt: (n: number) => Level | undefined): number[] {
    const counts = this.#counts.get(abstractId) ?? []
    this.#counts.set(abstractId, counts)
    const start = list.starts.get(at)
    const first = start !== undefined && !this.#begun.has(`${numId} ${at}`)
    this.#begun.add(`${numId} ${at}`)
    counts[at] = first ? start : counts[at] === undefined ? (levelAt(at)?.start ?? 1) : counts[at] + 1
    // A deeper level begins anew below each number, unless it says it goes on.
    for (let deeper = at + 1; deeper < 9; deeper++) if (levelAt(deeper)?.restart !== 0) delete counts[deeper]
    return counts
  }

  #definitionOf(list: List): [string, AbstractList | undefined] {
    const abstract = this.#abstracts.get(list.abstractId)
    const link = abstract?.styleLink ?? null
    const linked = link === null ? undefined : this.#lists.get(this.#styles.get(link)?.numId ?? '')
    return linked === undefined ? [list.abstractId, abstract] : [linked.abstractId, this.#abstracts.get(linked.abstractId)]
  }

  #ofStyle(id: string | null): Style | null {
    const seen = new Set<string>()
    let level: number | null = null
    for (let name = id; name !== null && !seen.has(name);) {
      seen.add(name)
      const style = this.#styles.get(name)
      level ??= style?.level ?? null
      if (style?.numId != null) return { ...style, level }
      name = style?.basedOn ?? null
    }
    return null
  }
}
