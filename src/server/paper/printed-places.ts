/** Where the places for seals stood when a page was printed: the product prints it anew from the same content and looks. */
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { printedSheets } from '#core/forms/printed-sheets'
import { paperOfCode, printedOf } from '#core/paper/content'
import { pageCodeDigits } from '#core/paper/page-code'
import type { PaperReading, PrintedPlace } from '#core/paper/reading'
import { placesOn } from '#core/paper/seal-place'
import { paperOf } from '../forms/paper-of'
import { paperFile } from '../forms/sheet-file'
import { bytesInFile } from '../inspection/bytes-in-file'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { readingOf } from './read-stored'

/** One file holds pages of one nomination, seldom of a few. */
const mostForms = 3

/** Of each page that the product itself laid out and whose content still holds; of others nobody knows, and nothing is said. */
export const printedPlaces = async (q: Queries, services: Services, { pages }: PaperReading): Promise<PrintedPlace[]> => {
  const codes = pages.flatMap((p) => p.codes).filter((c) => c.page !== null)
  const places: PrintedPlace[] = []
  for (const formId of [...new Set(codes.map((c) => c.formId))].slice(0, mostForms)) {
    const found = await paperOf(q, services, formId)
    const words = found === null ? [] : wordsOf(found.paper.definition)
    if (found === null || words.length === 0) continue
    const printed = printedOf(found.paper.definition, found.row, found.paper.fields)
    const held = new Set(codes.flatMap((c) => paperOfCode(c, printed) ?? []))
    for (const paper of held) {
      const sheet = printedSheets(found.paper.definition).find((s) => s.id === paper.id)
      const made = sheet?.formats.includes('pdf') === true ? await paperFile(sheet, 'pdf', found.paper) : null
      if (made?.ok === true) places.push(...(await placesIn(made.content, words, paper.contentHash.slice(0, pageCodeDigits))))
    }
  }
  return places
}

const wordsOf = (definition: ResolvedDefinition): string[] => [...new Set(rulesOf(definition, 'material').flatMap((m) => (m.seals ?? []).flatMap((s) => (s.at === undefined ? [] : [s.at.words.zh]))))]

/** @param contentHash as the pages of this file carry it */
export const placesIn = async (pdf: Uint8Array, words: readonly string[], contentHash: string): Promise<PrintedPlace[]> => {
  const { pages } = await bytesInFile(pdf, readingOf)
  return pages.flatMap(({ number, texts = [], ratio = 1, mark = null }) => words.flatMap((w) => placesOn(texts, w, ratio).map((box): PrintedPlace => ({ contentHash, page: number, words: w, box, ratio, mark }))))
}
