/** How each kind of rule is recognised in a notice: its sentence → the rule's parameters, as far as the words state them. */
import type { RuleKind } from '../rule'
import { recogniseCategories } from './category'
import { recogniseDeclarations } from './declaration'
import type { Recogniser, RuleDraft } from './draft'
import type { Found, Page } from './page'
import { recogniseStages } from './stage'

/** Kinds that no sentence of a notice states (fields of a form) have none. */
export const recognisers: { readonly [K in RuleKind]?: Recogniser<K> } = {
  stage: recogniseStages, category: recogniseCategories, declaration: recogniseDeclarations,
}

/** Everything that one office's text states, in the order of the text. */
export const recogniseRules = (page: Page): Found<RuleDraft>[] =>
  Object.values(recognisers as Record<string, Recogniser<RuleKind>>).flatMap((recognise) => recognise(page)).sort((a, b) => a.from - b.from)
