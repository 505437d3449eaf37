/**
 * 事迹的素材: what people of one line of work do, in pieces that fit each other in any order.
 * In the text `[a|b]` is one of several wordings, `{20-60}` a number between, `{years}` years in the work, `{since}` the year it began,
 * `{unit}` the employer, `{city}` the city, `{she}` the pronoun.
 */
export interface Career {
  readonly discipline: string
  readonly category: 'frontier' | 'economyAndHealth' | 'grassroots'
  readonly departments: readonly string[]
  /** From the lower to the higher. */
  readonly titles: readonly string[]
  readonly degrees: readonly ('bachelor' | 'master' | 'doctor')[]
  readonly studied: string
  /** One sentence for a public notice, at most 45 characters. */
  readonly summaries: readonly string[]
  readonly openings: readonly string[]
  readonly middles: readonly string[]
  readonly closings: readonly string[]
}
