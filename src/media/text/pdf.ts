/** The pages of a PDF, as a layout engine read them → the text of a notice, or why they hold none. */
import type { Finding } from '#core/kernel/finding'
import type { PdfPages } from './extracted'
import { broken, garbledText, locked, noText, pagesWithoutText, Refused, tooLong } from './refusals'

/** Fewer visible characters than this on a page are a page number or a stamp, not its text. */
const fewest = 8
const visible = (text: string): number => text.replace(/\s+/g, '').length

/** @throws Refused when the file is locked or damaged, or its letters cannot be read */
export const textOfPages = (pdf: PdfPages): { text: string; warnings: Finding[] } => {
  if (pdf.state !== 'open') throw new Refused(pdf.state === 'locked' ? locked('pdf') : broken('pdf'))
  if (pdf.count > pdf.pages.length) throw new Refused(tooLong())
  const text = pdf.pages.join('\n')
  if (visible(text) < fewest) throw new Refused(noText())
  // Letters without a code of their own come out in the private area.
  if ((text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0) > visible(text) / 4) throw new Refused(garbledText())
  const bare = pdf.pages.flatMap((page, i) => (visible(page) < fewest ? [i + 1] : []))
  return { text: text.split(/\r?\n/).map(withoutGaps).join('\n'), warnings: bare.length > 0 ? [pagesWithoutText(bare)] : [] }
}

/** Typesetters set Chinese and digits a little apart, and a layout engine sees a space there. In a sentence it means nothing; in a row of a table it may part two cells. */
const withoutGaps = (line: string): string => (/[，。；：、“”《》]/.test(line) ? line.replace(/(?<=[^ -~]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[^ -~])/g, '') : line)
