/** What a unit prints, seals and scans for one nomination: the form, the sheets of the notice, the opinion of the discipline office, the sheet of the appraisal. */
import { appraisalSteps } from '../appraisal/steps'
import { attachmentsOf, FORM_ID, type Attachment } from '../campaign/attachments'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Words } from '../kernel/finding'

export type SheetKind = 'form' | 'summary' | 'report' | 'opinion' | 'appraisal'
export interface PrintedSheet {
  /** Of the attachment, or of the material where the notice brings no sheet for it. */
  readonly id: string
  readonly kind: SheetKind
  readonly name: Words
  readonly formats: readonly ('docx' | 'xlsx' | 'pdf')[]
}

/** Under this id the sheet of the appraisal is printed; no rule's id may hold a dot. */
export const APPRAISAL_ID = 'appraisal.sheet'
const appraisal: PrintedSheet = { id: APPRAISAL_ID, kind: 'appraisal', name: { zh: '考核调研表', en: 'Appraisal sheet' }, formats: ['docx', 'pdf'] }

const bare = (text: string): string => text.replace(/\s*[（(][^（()）]*[）)]$/u, '').trim()
const opinion = (m: ResolvedRule<'material'>): boolean => m.file.type === 'document' && bare(m.name.zh).endsWith('廉政意见')

/** The model text for a material that another office issues: only an integrity opinion has one, and its Word and its stamped file share it. */
export const opinionPaper = (d: Pick<ResolvedDefinition, 'rules'>, materialId: string): PrintedSheet | undefined =>
  (rulesOf(d, 'material').some((m) => m.id === materialId && opinion(m)) ? printedSheets(d).find((s) => s.kind === 'opinion') : undefined)

/** In the order of the notice; an attachment that the product cannot fill in is not among them. */
export const printedSheets = (d: Pick<ResolvedDefinition, 'rules'>): PrintedSheet[] => {
  const opinions = rulesOf(d, 'material').filter(opinion)
  const first = opinions.find((m) => m.file.type === 'document' && !m.file.stamped) ?? opinions[0]
  return [
    ...attachmentsOf(d).flatMap((a) => ofAttachment(a)),
    ...(first === undefined ? [] : [{ id: first.id, kind: 'opinion' as const, name: { zh: bare(first.name.zh), en: bare(first.name.en) }, formats: ['docx', 'pdf'] as const }]),
    ...(appraisalSteps(d).length === 0 ? [] : [appraisal]),
  ]
}

const ofAttachment = (a: Attachment): PrintedSheet[] => {
  if (a.id === FORM_ID && a.template === 'form') return [{ id: a.id, kind: 'form', name: a.name, formats: ['docx', 'pdf'] }]
  if (a.template === 'summary') return [{ id: a.id, kind: 'summary', name: a.name, formats: ['xlsx', 'docx', 'pdf'] }]
  return a.template === 'report' ? [{ id: a.id, kind: 'report', name: a.name, formats: ['docx', 'xlsx', 'pdf'] }] : []
}
