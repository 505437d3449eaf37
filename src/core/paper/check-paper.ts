/** Everything the papers of a dossier have against them, for those who complete, seal and screen it. */
import type { Finding } from '../kernel/finding'
import { ruleOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { agreementRule, isPrintedForm, mayCarryPages } from './agreement'
import { paperOfMaterial, type Printed, type PrintedPaper } from './content'
import { judgePages } from './judge-pages'
import { judgeSeals } from './judge-seals'
import type { PaperReading } from './reading'

export interface PaperFile { readonly materialId: string; readonly name: string; /** null or absent: not read yet, or nothing to read. */ readonly reading?: PaperReading | null | undefined }

/** The form by what it is; another sheet by its name. */
export const expectedPaper = (definition: Pick<ResolvedDefinition, 'rules'>, material: ResolvedRule<'material'>, printed: Printed): PrintedPaper | undefined => (isPrintedForm(material) ? printed.papers[0] : paperOfMaterial(definition, material, printed))

/** One file. What is not read yet has nothing against it: nobody waits at the deadline for a reader. */
export const checkPaperFile = (definition: Pick<ResolvedDefinition, 'rules'>, file: PaperFile, printed: Printed): Finding[] => {
  const material = ruleOf(definition, 'material', file.materialId)
  if (material === undefined || file.reading == null || !mayCarryPages(material)) return []
  return [...judgePages({ material, file: file.name, reading: file.reading, printed, expected: expectedPaper(definition, material, printed), agreement: agreementRule(definition, material) }), ...judgeSeals(material, file.name, file.reading)]
}

/** Notes are shown with their file and left out here: whoever seals is asked about what blocks or warns. */
export const checkPaper = (definition: Pick<ResolvedDefinition, 'rules'>, files: readonly PaperFile[], printed: Printed | undefined): Finding[] =>
  printed === undefined ? [] : files.flatMap((f) => checkPaperFile(definition, f, printed)).filter((f) => f.strength !== 'note')
