/** The product's own file of an attachment, as the definition asks for it. */
import type { Attachment } from '#core/campaign/attachments'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { blankForm, blankReport, blankSummary } from './blank-sheets'
import { excelTable } from './excel-sheet'
import { wordForm, wordTable } from './word-sheet'

/** The same bytes for the same definition, whenever and wherever it is made; null where the product has no template. */
export const templateFile = async (d: Pick<ResolvedDefinition, 'rules' | 'year' | 'award' | 'notice'>, a: Attachment): Promise<Uint8Array | null> => {
  if (a.template === null) return null
  if (a.template === 'form') return wordForm(blankForm(d, a.name.zh))
  const table = (a.template === 'summary' ? blankSummary : blankReport)(d, a.name.zh)
  return a.format === 'xlsx' ? excelTable(table) : wordTable(table)
}
