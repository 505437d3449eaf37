/** Where a rule rests: the number as the notice counts itself, and a restatement in our own words. */
export interface ClauseRef {
  /** e.g. `四、2`; null where no source states the rule and an office decided it. */
  readonly number: string | null
  readonly zh: string
  readonly en: string
  /** Set when no source states the rule: the day the office decided it. */
  readonly decidedOn?: string
  /** The definition whose notice (or office) holds it, filled in by `resolve`. */
  readonly source?: { readonly definition: string; readonly zh: string; readonly en: string }
}
