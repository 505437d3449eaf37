/** The set of worn pages that reading is measured on: forms of five lengths, each page worn in its own ways. */
import { createHash } from 'node:crypto'
import { sha256Hex } from '#core/kernel/canonical'
import { pageCodeDigits, type PageCode } from '#core/paper/page-code'
import { drawnPages } from '#server/demo/samples/drawn-pages'
import { wears, wornPage, type Wear } from '#server/demo/samples/worn-scan'
import { printedForm } from './printed-form'

export interface WornPage { readonly jpeg: Buffer; readonly code: PageCode; readonly wear: readonly Wear[]; /** How many seals were put on it. */ readonly seals: number }

const idOf = (n: number): string => {
  const h = createHash('sha256').update(`worn form ${n}`).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-7${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}

/** Every wear alone in turn, and in every second round with another: at 150 dpi. */
export const wornSet = async (pages: number): Promise<WornPage[]> => {
  const made: WornPage[] = []
  for (let form = 0; made.length < pages; form++) {
    const wanted = { formId: idOf(form), version: 3 + form, contentHash: sha256Hex(`content ${form}`), pages: 4 }
    const sheets = await drawnPages(await printedForm(wanted), 150)
    for (const [i, sheet] of sheets.entries()) {
      const n = made.length
      if (n >= pages) break
      const round = Math.floor(n / wears.length)
      const wear: Wear[] = [wears[n % wears.length]!, ...(round % 2 === 1 ? [wears[(n * 5 + round) % wears.length]!] : [])]
      const seals = i === wanted.pages - 1 ? [{ unit: '青陵市医学会（示例）', x: 0.78, y: 0.8 }] : []
      made.push({ jpeg: await wornPage(`${n}`, sheet, { wear, seals }), wear, seals: seals.length, code: { formId: wanted.formId, version: wanted.version, contentHash: wanted.contentHash.slice(0, pageCodeDigits), page: { number: i + 1, of: wanted.pages } } })
    }
  }
  return made
}
