import type { z } from 'zod'
import type { Finding, Words } from '../kernel/finding'
import type { Case, Rested } from './case'
import type { Ask } from './property'
import type { Loosening } from './tightness'

/** One thing a schema cannot say: where, what was expected, what stood there, what to write. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly expected: Words
  readonly got: string
  readonly writeInstead: Words
}

/** What a kind of rule answers for itself; the house finds it through `ruleKindsTable` and branches nowhere else. */
export interface KindOfRule<R> {
  readonly schema: z.ZodType<R>
  readonly name: Words
  /** The rule with its parameters in one sentence, for pages and documents. */
  readonly say: (rule: R) => Words
  /** In what the child's restatement allows more than its parent; empty: it tightens or equals. Strength is compared for all kinds alike. */
  readonly tightens: (child: R, parent: R) => Loosening[]
  /** Whether a level may add a rule of this kind: freely, only one for the whole chain, or not once a level above has listed its own. */
  readonly adding: 'free' | 'single' | 'closed'
  /** Where there is one rule per something (a quota per role): what that is in a rule, also in one not stated or not checked yet. */
  readonly onePer?: (rule: object) => string
  /** What a case has against it by this rule, everything at once; empty: nothing, or nothing is known yet. */
  readonly judge?: (rule: Rested<R>, of: Case) => Finding[]
  /** What time can change and only people know (a post, a membership): the sentence that somebody says is still true on a later day. null: nothing to say of this candidate. */
  readonly stillTrue?: (rule: R, of: Pick<Case, 'answers' | 'person'>) => Words | null
  /** What the unit is asked about its candidate so that this rule can be judged. */
  readonly asks?: (rule: R) => readonly Ask[]
  /** What must hold between the rule's own parameters. */
  readonly check?: (rule: R) => Fault[]
}
