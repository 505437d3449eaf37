/** What a printed page says it was printed from: the hash of what was filled in. */
import { hashOf, type KeptTexts } from '../kernel/canonical'
import { FORM_ID } from '../campaign/attachments'
import type { PrintedSheet } from './printed-sheets'
import type { Fields } from '../nomination/form'

/** Of the form its fields alone; of another sheet also which one, so that a sealed summary is never taken for a sealed form. @param kept where several are made of the same fields: their text */
export const contentHashOf = (nominationId: string, fields: Fields, sheet: string = FORM_ID, kept?: KeptTexts): string =>
  hashOf(sheet === FORM_ID ? { nomination: nominationId, fields } : { nomination: nominationId, sheet, fields }, kept)

/** Of any sheet: that of the appraisal holds the record as it was closed, and nothing of the form. @param appraisal hash of what was closed; null: it is open */
export const sheetHashOf = (sheet: Pick<PrintedSheet, 'id' | 'kind'>, nominationId: string, fields: Fields, appraisal: string | null, kept?: KeptTexts): string =>
  sheet.kind === 'appraisal' ? contentHashOf(nominationId, { appraisal: appraisal ?? '' }, sheet.id) : contentHashOf(nominationId, fields, sheet.kind === 'form' ? FORM_ID : sheet.id, kept)
