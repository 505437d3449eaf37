/** How each kind of rule is recognised in a notice: its sentence → the rule's parameters, as far as the words state them. */
import type { RuleKind, StatedRule } from '../rule'
import type { Found, Page } from './page'

type RuleOf<K extends RuleKind> = Extract<StatedRule, { kind: K }>
/** A rule without its ground, which is the sentence it was found in. What the words do not state is absent; `id` is offered where the kind knows a good one (photos, portrait). */
export type RuleDraft<K extends RuleKind = RuleKind> = { [P in K]: { readonly kind: P; readonly id?: string } & Partial<Omit<RuleOf<P>, 'id' | 'kind' | 'clause' | 'basis' | 'decided'>> }[K]
export type Recogniser<K extends RuleKind> = (page: Page) => readonly Found<RuleDraft<K>>[]

/** Kinds that no sentence of a notice states (fields of a form) have none. */
export const recognisers: { readonly [K in RuleKind]?: Recogniser<K> } = {
}

/** Everything that one office's text states, in the order of the text. */
export const recogniseRules = (page: Page): Found<RuleDraft>[] =>
  Object.values(recognisers as Record<string, Recogniser<RuleKind>>).flatMap((recognise) => recognise(page)).sort((a, b) => a.from - b.from)
