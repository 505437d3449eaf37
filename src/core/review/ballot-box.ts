/** What a count starts from, all of it in the exported record: no name, and no link from juror to ballot. */
export interface BallotBox {
  readonly candidates: readonly string[]
  readonly jurors: readonly { readonly id: string; readonly present: boolean; readonly voted: boolean }[]
  readonly recusals: readonly { readonly juror: string; readonly candidate: string }[]
  readonly ballots: readonly { readonly code: string; readonly approvals: readonly string[] }[]
}

export interface CountRow {
  readonly candidate: string
  readonly approvals: number
  /** Against how many votes the share is taken. */
  readonly base: number
  readonly reached: boolean
  /** Equal approvals share a rank. */
  readonly rank: number
  readonly outcome: 'selected' | 'tied' | 'belowPlaces' | 'belowThreshold'
}
export interface Count {
  readonly entitled: number
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
  readonly quorumReached: boolean
  readonly rows: readonly CountRow[]
}

/** A ballot before it goes into the box. */
export interface BallotToCheck {
  readonly approvals: readonly string[]
  readonly candidates: readonly string[]
  /** Candidates this juror is recused from. */
  readonly recused: readonly string[]
  readonly present: boolean
}
