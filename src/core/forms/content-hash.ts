/** What a printed page says it was printed from: the hash of what was filled in. */
import { hashOf } from '../kernel/canonical'
import { FORM_ID } from '../campaign/attachments'
import type { Fields } from '../nomination/form'

/** Of the form its fields alone; of another sheet also which one, so that a sealed summary is never taken for a sealed form. */
export const contentHashOf = (nominationId: string, fields: Fields, sheet: string = FORM_ID): string =>
  hashOf(sheet === FORM_ID ? { nomination: nominationId, fields } : { nomination: nominationId, sheet, fields })
