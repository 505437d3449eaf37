/** 盖章的推荐表: printed by the product, sealed, scanned, handed in; for a few nominations of the demo, because drawing pages takes its time. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pdfOfPhotos } from '#media/paper/photo-pdf'
import { stretchesOf } from '#media/paper/placed-texts'
import { newId } from '../ids'
import { inPdf } from '../inspection/pdfium'
import { charsOf } from '../inspection/pdfium-chars'
import { formPdfQuery } from '../queries/forms'
import type { Services } from '../services'
import { act, type DemoActor } from './actors'
import { drawnPages } from './samples/drawn-pages'
import { wornPage, type Wear } from './samples/worn-scan'

/** Where the form prints 推荐单位（盖章） in the cell of its opinion: page from 0, shares of it. */
const spotOf = (pdf: Uint8Array, words: string): Promise<{ readonly page: number; readonly x: number; readonly y: number }> => inPdf(pdf, (document) => {
  for (let page = document.getPageCount() - 1; page >= 0; page--) {
    const { originalWidth, originalHeight } = document.getPage(page).getOriginalSize()
    const there = stretchesOf(charsOf(document.getPage(page)), originalWidth / originalHeight).findLast((t) => t.text.includes(words))
    if (there !== undefined) return { page, x: there.left + there.width / 2, y: there.top + there.height }
  }
  throw new Error(`the form has no place “${words}”`)
})

/** How it was sealed and scanned; `beside`: in the cell of the employer, which is wrong. */
export interface Stamped { readonly wear: readonly Wear[]; readonly beside?: true }

/** A scan of what the form says at this moment, under the unit's seal. */
export const stampedForm = async (services: Services, clerk: DemoActor, nominationId: string, unit: string, { wear, beside }: Stamped): Promise<string> => {
  const printed = await act(services, clerk, formPdfQuery, { params: { nominationId } })
  if (!(printed.content instanceof Uint8Array)) throw new Error('a form to print is made in memory')
  const sheets = await drawnPages(printed.content, 150)
  const { page, x, y } = await spotOf(printed.content, beside ? '所在单位（盖章）' : '推荐单位（盖章）')
  const pages = []
  for (const [i, sheet] of sheets.entries()) {
    const jpeg = await wornPage(`${nominationId} ${i}`, sheet, { wear, seals: i === page ? [{ unit, x, y }] : [] })
    const [width, height] = wear.includes('turned') ? [sheet.height, sheet.width] : [sheet.width, sheet.height]
    pages.push({ jpeg, width, height })
  }
  const path = join(services.stagingDir, newId())
  await writeFile(path, pdfOfPhotos(pages))
  return path
}
