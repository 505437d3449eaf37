/** What a recogniser makes of words: a rule's parameters, as far as they are stated. */
import type { RuleKind, StatedRule } from '../rule'
import type { Found, Page } from './page'

type RuleOf<K extends RuleKind> = Extract<StatedRule, { kind: K }>
/** A rule without its ground, which is the sentence it was found in. What the words do not state is absent; `id` is offered where the kind knows a good one (photos, portrait). */
export type RuleDraft<K extends RuleKind = RuleKind> = { [P in K]: { readonly kind: P; readonly id?: string } & Partial<Omit<RuleOf<P>, 'id' | 'kind' | 'clause' | 'basis' | 'decided'>> }[K]
export type Recogniser<K extends RuleKind> = (page: Page) => readonly Found<RuleDraft<K>>[]
