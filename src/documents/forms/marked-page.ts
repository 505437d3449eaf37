/** A page that is printed, sealed and scanned: the code at its upper right, what it says beside it in words, the number of the page below. */
import { page } from '../page'
import { renderPages, type Files, type Rendered } from '../render'
import { CODE_MM, pageCodes, readableMark, type Marked } from './page-mark'

/** The code stands 6 mm from the edge: printers reach no nearer than 5. Two millimetres of white around it are its quiet zone. */
export const markedPage = (size: 'upright' | 'lying', side: number): string => `${page}
#set page(flipped: ${size === 'lying'}, margin: (x: ${side}mm, top: ${CODE_MM + 11}mm, bottom: 18mm), foreground: context {
  let n = here().page()
  place(top + right, dx: -${side}mm, dy: 6mm, box(width: ${CODE_MM}mm, height: ${CODE_MM}mm, if n <= d.codes.len() { image(bytes(d.codes.at(n - 1)), format: "svg", width: ${CODE_MM}mm, height: ${CODE_MM}mm) }))
  place(top + right, dx: -${side + CODE_MM + 3}mm, dy: 6mm, box(height: ${CODE_MM}mm, align(bottom + right, text(font: sans, size: 7.5pt, fill: ink2)[#d.about #linebreak() #d.mark · #n / #counter(page).final().first()])))
})
#let indented(paragraphs) = { set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 0.85em, spacing: 0.85em); for p in paragraphs { par(p) } }
#let sealed-by(name) = block(width: 100%, above: 9mm, align(right, pad(right: 8mm, block(align(center)[#name（盖章） #v(1mm) #h(2em)年#h(2em)月#h(2em)日]))))
`

export interface MarkedPaper { /** Whose paper it is, beside the code. */ readonly about: string; readonly foot: string; readonly mark: Marked }

/** How many pages the like had: most papers have as many as the one before. */
const likely = new Map<string, number>()

/** Typesets a paper whose every page carries its code. `kind` groups papers that have alike many pages. */
export const renderMarked = async (kind: string, template: string, paper: MarkedPaper, data: object, files: Files = {}): Promise<Rendered> => {
  const done = await renderPages(template, async (pages) => ({ ...data, about: paper.about, foot: paper.foot, mark: readableMark(paper.mark), codes: await pageCodes(paper.mark, pages) }), likely.get(kind) ?? 1, files)
  likely.set(kind, done.pages)
  return done
}
