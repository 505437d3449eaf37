/** 纸质与电子版一致: which rule of a definition says so, and of which materials the product prints the paper. */
import type { ClauseRef } from '../kernel/clause'
import type { Strength } from '../kernel/finding'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'

export interface Agreement { readonly rests: ClauseRef; readonly strength: Strength }

/**
 * The rule that paper is held to: what the material itself must agree with, or the declaration that both are the same.
 * null: the notice says nothing of it.
 */
export const agreementRule = (definition: Pick<ResolvedDefinition, 'rules'>, material: ResolvedRule<'material'>): Agreement | null => {
  if (material.agreesWith !== undefined) return material
  return rulesOf(definition, 'declaration').find((d) => d.paperMatches === true) ?? null
}

/** A file that may carry pages of ours: a scan of what was printed and sealed. */
export const mayCarryPages = (material: Pick<ResolvedRule<'material'>, 'file'>): boolean => material.file.type === 'document' && material.file.stamped

/** The form itself: its paper comes from the product, so a page of it without a code deserves a look. */
export const isPrintedForm = (material: Pick<ResolvedRule<'material'>, 'printout'>): boolean => material.printout === true
