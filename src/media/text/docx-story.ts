/** One story of a Word file (body, footnotes) → its lines: paragraphs with their numbers, rows of tables, text boxes; what is deleted or hidden stays out. */
import type { Numbering } from './docx-numbering'
import { numbered } from './number-formats'
import { rowLines } from './table-rows'
import { attribute, isOn, walkXml } from './xml'

interface Paragraph { text: string; numId: string | null; level: number | null; style: string | null }
export interface Story { readonly lines: readonly string[]; /** Word's tracked changes, taken as accepted. */ readonly tracked: boolean; readonly hidden: boolean }

/** Field codes, the older twin of a drawing, phonetic guides, settings and former formats are no text of the document. */
const passedOver = /^(?:del|moveFrom|Fallback|instrText|delText|delInstrText|rt|sdtPr|sectPr|\w+Change)$/

class StoryReader {
  tracked = false
  hidden = false
  readonly #sinks: string[][] = [[]]
  readonly #rows: string[][][] = []
  readonly #paragraphs: Paragraph[] = []
  #passing = 0
  #inText = false
  #runs: { hidden: boolean }[] = []

  constructor(readonly numbering: Numbering) {}

  get lines(): readonly string[] { return this.#sinks[0]! }

  open(name: string, attributes: string): void {
    if (this.#passing > 0 || passedOver.test(name) || ((name === 'footnote' || name === 'endnote') && attribute(attributes, 'type') !== undefined)) {
      this.#passing++
      if (name === 'del' || name === 'moveFrom') this.tracked = true
      return
    }
    if (name === 'ins' || name === 'moveTo') this.tracked = true
    else if (name === 'p') this.#paragraphs.push({ text: '', numId: null, level: null, style: null })
    else if (name === 'tr') this.#rows.push([])
    else if (name === 'tc') this.#sinks.push([])
    else if (name === 'r') this.#runs.push({ hidden: false })
    else if (this.#runs.length > 0) this.#inRun(name, attributes)
    else this.#inProperties(name, attributes)
  }

  close(name: string): void {
    if (this.#passing > 0) { this.#passing--; return }
    if (name === 't') this.#inText = false
    else if (name === 'r') this.#runs.pop()
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tc' && this.#sinks.length > 1) this.#rows.at(-1)?.push(this.#sinks.pop()!)
    else if (name === 'tr') this.#sinks.at(-1)!.push(...rowLines(this.#rows.pop() ?? []))
  }

  text(text: string): void {
    if (this.#inText && this.#passing === 0) this.#say(text)
  }

  #inRun(name: string, attributes: string): void {
    if (name === 't') this.#inText = true
    else if (name === 'tab' || name === 'ptab') this.#say('\t')
    else if (name === 'br' || name === 'cr') this.#say('\n')
    else if (name === 'noBreakHyphen') this.#say('-')
    else if (name === 'vanish' && isOn(attributes)) this.#runs.at(-1)!.hidden = true
    else if (name === 'sym') {
      const code = Number.parseInt(attribute(attributes, 'char') ?? '', 16)
      // Symbol fonts use codes of their own: a tick or box there is no character anywhere else.
      if (code > 0x20 && (code < 0xe000 || code > 0xf8ff)) this.#say(String.fromCodePoint(Math.min(code, 0x10ffff)))
    }
  }

  #inProperties(name: string, attributes: string): void {
    const p = this.#paragraphs.at(-1)
    if (p === undefined) return
    if (name === 'pStyle') p.style = attribute(attributes, 'val') ?? null
    else if (name === 'numId') p.numId = attribute(attributes, 'val') ?? null
    else if (name === 'ilvl') p.level = Number(attribute(attributes, 'val') ?? 0)
    else if (name === 't') this.#inText = true
  }

  #say(text: string): void {
    if (this.#runs.at(-1)?.hidden === true) { this.hidden ||= text.trim() !== ''; return }
    const p = this.#paragraphs.at(-1)
    if (p) p.text += text
  }

  #endParagraph(): void {
    const p = this.#paragraphs.pop()
    if (p === undefined) return
    const number = this.numbering.next(p)
    this.#sinks.at(-1)!.push(...(p.text.trim() === '' ? [''] : numbered(number, p.text).split('\n')))
  }
}

/** Reads a story's XML. @throws Unreadable when it is not well formed */
export const readStory = (xml: string, numbering: Numbering): Story => {
  const reader = new StoryReader(numbering)
  walkXml(xml, reader)
  return reader
}
