/** 盖章的推荐表: printed by the product, sealed, scanned, handed in; for a few nominations of the demo, because drawing pages takes its time. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pdfOfPhotos } from '#media/paper/photo-pdf'
import { newId } from '../ids'
import { formPdfQuery } from '../queries/forms'
import type { Services } from '../services'
import { act, type DemoActor } from './actors'
import { drawnPages } from './samples/drawn-pages'
import { wornPage, type Wear } from './samples/worn-scan'

/** A scan of what the form says at this moment, with the unit's seal on its last page. */
export const stampedForm = async (services: Services, clerk: DemoActor, nominationId: string, unit: string, wear: readonly Wear[]): Promise<string> => {
  const printed = await act(services, clerk, formPdfQuery, { params: { nominationId } })
  if (!(printed.content instanceof Uint8Array)) throw new Error('a form to print is made in memory')
  const sheets = await drawnPages(printed.content, 150)
  const pages = []
  for (const [i, sheet] of sheets.entries()) {
    const jpeg = await wornPage(`${nominationId} ${i}`, sheet, { wear, seals: i === sheets.length - 1 ? [{ unit, x: 0.74, y: 0.8 }] : [] })
    const [width, height] = wear.includes('turned') ? [sheet.height, sheet.width] : [sheet.width, sheet.height]
    pages.push({ jpeg, width, height })
  }
  const path = join(services.stagingDir, newId())
  await writeFile(path, pdfOfPhotos(pages))
  return path
}
