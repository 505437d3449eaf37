/** What a person without an account signed, brought by the approver: a picture that opens, or a PDF that may stand as an attachment. */
import { judgeAttachment } from '../campaign/attachment-file'
import type { Finding } from '../kernel/finding'
import type { Facts } from '../materials/facts'

/** Empty: it counts. @param none said where it is nothing of the kind */
export const judgeSignedSheet = (facts: Facts, none: Finding): Finding[] =>
  facts.kind === 'image' && facts.decodes !== false ? [] : facts.kind === 'document' && facts.format === 'pdf' ? judgeAttachment(facts) : [none]
