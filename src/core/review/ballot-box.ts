import type { Ratio } from './counting/ratio'
import type { PublicTally } from './counting/public-tally'

/** One ballot out of the box: the parts that the round's method asks for. */
export interface Ballot {
  readonly code: string
  /** 赞成. Empty where the method asks for something else. */
  readonly approvals: readonly string[]
  /** 反对, where the rule asks for it; a candidate named nowhere is abstained from. */
  readonly against?: readonly string[]
  /** 弃权, where it is marked. */
  readonly abstained?: readonly string[]
  /** 另选人: as written; each counts towards the number a ballot may hold. */
  readonly writeIns?: readonly string[]
  /** By candidate one whole number for each criterion, in the rule's smallest unit (87.5 with one decimal is 875). */
  readonly scores?: Readonly<Record<string, readonly number[]>>
  /** By candidate the place of the grade in the rule's list; 0 is the best. */
  readonly grades?: Readonly<Record<string, number>>
  /** Best first; those who stand equal share a place. Who is not named stands behind all who are. */
  readonly ranking?: readonly (readonly string[])[]
  /** Candidates of whom a ranking says nothing, because its juror is recused from them. */
  readonly silent?: readonly string[]
  /** 纸质选票: why the paper is void, whatever is marked on it. */
  readonly spoilt?: string
  /** 记名: whose it is; absent in a secret round. */
  readonly juror?: string
  /** 记名: chance beside what was chosen, so that the ledger's hash of a ballot tells nobody what is in it while the round is open. */
  readonly salt?: string
}

/** What a count starts from, all of it in the exported record: no name, and no link from juror to ballot. */
export interface BallotBox {
  readonly candidates: readonly string[]
  readonly jurors: readonly { readonly id: string; readonly present: boolean; readonly voted: boolean }[]
  readonly recusals: readonly { readonly juror: string; readonly candidate: string }[]
  readonly ballots: readonly Ballot[]
  /** 纸质选票: how many the scrutineers issued; absent: every juror who checked in was given one on the screen. */
  readonly paper?: { readonly issued: number }
  /** 分组名额: by candidate the group; absent: all stand for the same places. */
  readonly groups?: Readonly<Record<string, string>>
  /** 加权合计: by candidate and earlier round its points of a hundred, in millionths. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** 公众投票: its votes once it is over, added up by day and choice; absent: the public has no part. */
  readonly publicVote?: PublicTally
  /** 同票按组内得票排序: by candidate what it had in the round before, within the own group. */
  readonly inGroup?: Readonly<Record<string, Ratio>>
  /** 分配评阅: by candidate who reads; absent: everybody reads everybody. */
  readonly readings?: Readonly<Record<string, readonly string[]>>
}

export interface CountRow {
  readonly candidate: string
  readonly approvals: number
  /** 反对、弃权, where the rule asks for them. */
  readonly against?: number
  readonly abstained?: number
  /** Against how many votes the share is taken. */
  readonly base: number
  readonly reached: boolean
  /** Equal approvals share a rank. */
  readonly rank: number
  readonly outcome: 'selected' | 'tied' | 'belowPlaces' | 'belowThreshold'
  /** Of a round with places by group. */
  readonly group?: string
  /** What of the rule parted it from its equals at the line. */
  readonly settledBy?: string
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
  /** 另选人 with their votes, most first; they are told and take no place: who stands in a round is fixed when it opens. */
  readonly writeIns?: readonly { readonly name: string; readonly votes: number }[]
}

/** A ballot before it goes into the box. */
export interface BallotToCheck {
  readonly approvals: readonly string[]
  readonly against?: readonly string[]
  readonly abstained?: readonly string[]
  readonly writeIns?: readonly string[]
  readonly candidates: readonly string[]
  /** Candidates this juror is recused from. */
  readonly recused: readonly string[]
  readonly present: boolean
  /** Of a round with places by group. */
  readonly groups?: Readonly<Record<string, string>>
}
