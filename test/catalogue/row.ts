/** One row of the catalogue of rules, said as data: which kind expresses it, and everything that has to be true of it. A part left out does not compile. */
import type { Words } from '#core/kernel/finding'
import type { Case } from '#core/rules/case'
import type { RuleKind } from '#core/rules/rule'

/** Parameters as a definition's file holds them. */
export type Parameters = Readonly<Record<string, unknown>>

export interface Row {
  /** The row's name in the catalogue. */
  readonly row: string
  readonly kind: RuleKind
  /** The example, without `kind` and clause; `id` is `rule` unless given. */
  readonly rule: Parameters
  /** Nothing is found here, … */
  readonly passes: Case
  /** … and here exactly these codes, in order. */
  readonly fails: { readonly of: Case; readonly codes: readonly [string, ...string[]] }
  /** What a level below may change (parameters laid over the example): nothing is found. */
  readonly tighter: Parameters
  /** What it may not: exactly these aspects are named, as `tighten.KIND.ASPECT` says them; `strength` is one. */
  readonly looser: { readonly change: Parameters; readonly aspects: readonly [string, ...string[]] }
  /** The example in one sentence, exactly. */
  readonly says: Words
  /** A sentence of a notice, in words of our own, and what the kind's recogniser reads in it: each parameter named here, exactly. */
  readonly recognised: { readonly text: string; readonly draft: Parameters; /** Title of the notice it stands in. */ readonly title?: string }
}

/** A section of the catalogue with the names its table has; a row missing or unknown fails. */
export interface Section {
  readonly title: string
  readonly names: readonly string[]
  readonly rows: readonly Row[]
}
