import { formPdf, receiptPdf } from '#contract/operations/nominations'
import { countSheet } from '#contract/operations/jury'
import { absent, query } from '../handler'

export const receiptPdfQuery = query(receiptPdf, async () => { throw absent() })
export const formPdfQuery = query(formPdf, async () => { throw absent() })
export const countSheetQuery = query(countSheet, async () => { throw absent() })
