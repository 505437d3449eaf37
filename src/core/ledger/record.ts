import { hashOf } from '../kernel/canonical'
import type { Definition, ResolvedRule } from '../campaign/definition'
import { resolve } from '../campaign/resolve'
import type { BallotBox, Count } from '../review/ballot-box'
import { count, countHash } from '../review/count'
import { checkDraw, missingDraws, type DrawRecord } from './check-draws'
import { checkChain, fault, type Anchor, type Fault } from './chain'
import type { SealedEntry } from './entry'

/** 活动记录: everything an outsider needs to check a campaign without its database. No names, no personal data. */
export interface CampaignRecord {
  readonly format: 'xuanshu-record/1'
  readonly campaign: string
  readonly chain: readonly Definition[]
  readonly definitionHash: string
  readonly entries: readonly SealedEntry[]
  readonly rounds: readonly RoundRecord[]
  /** Juries that were drawn by lot; records of before have none. */
  readonly draws?: readonly DrawRecord[]
}
export interface RoundRecord {
  readonly id: string
  readonly rule: ResolvedRule<'round'>
  readonly box: BallotBox
  readonly result: Count
  readonly hash: string
}
export interface Verdict {
  readonly whole: boolean
  readonly entries: number
  readonly head: string
  /** Rounds counted anew and found equal. */
  readonly counts: number
  /** Juries drawn anew by the seed and found equal. */
  readonly draws: number
  readonly faults: readonly Fault[]
}

/** Checks a record by itself: the chain, the definition it was run under, every count. Anchors (receipts) find a cut tail and a rewrite. */
export const verifyRecord = (record: CampaignRecord, anchors: readonly Anchor[] = []): Verdict => {
  const recounts = record.rounds.map((r) => checkRound(record, r))
  const redraws = (record.draws ?? []).map((d) => checkDraw(record.entries, d))
  const faults = [...checkChain(record.campaign, record.entries, anchors), ...checkDefinition(record), ...recounts.flat(), ...missingRounds(record), ...redraws.flat(), ...missingDraws(record.entries, record.draws ?? [])]
  return {
    whole: faults.length === 0,
    entries: record.entries.length,
    head: record.entries.at(-1)?.hash ?? '',
    counts: recounts.filter((f) => f.length === 0).length,
    draws: redraws.filter((f) => f.length === 0).length,
    faults,
  }
}

const inLedger = (record: CampaignRecord, act: string, subject: string) => record.entries.find(({ entry }) => entry.act === act && entry.subject.id === subject)

/** The definition in force is the one of the opening, or of the last amendment after it. */
const checkDefinition = (record: CampaignRecord): Fault[] => {
  const last = record.entries.findLast(({ entry }) => entry.subject.id === record.campaign && (entry.act === 'campaign.opened' || entry.act === 'amendment.confirmed'))
  if (last === undefined) return []
  const holds = resolve(record.chain).hash === record.definitionHash && last.entry.data['definition'] === record.definitionHash
  return holds ? [] : [fault('definition', last.entry.position, '活动方案与开启活动（或最后一次修订）时记入台账的不是同一份', 'the definition is not the one the ledger recorded when the campaign was opened or last amended')]
}

const checkRound = (record: CampaignRecord, round: RoundRecord): Fault[] => {
  const closed = inLedger(record, 'round.closed', round.id)
  if (closed === undefined) return [fault('count', null, '这一轮的计票没有记入台账', 'the ledger holds no closing of this round')]
  const at = closed.entry.position
  const again = count(round.rule, round.box)
  if (hashOf(again) !== hashOf(round.result)) return [fault('count', at, '按记录重新计票，结果与公布的不同', 'counted anew, the record gives another result than was announced')]
  if (countHash(round.rule, round.box, again) !== round.hash || closed.entry.data['count'] !== round.hash) return [fault('count', at, '票箱、办法或结果与封票时记入台账的不是同一份', 'box, rule or result differ from what the ledger recorded at the closing')]
  return []
}

const missingRounds = (record: CampaignRecord): Fault[] =>
  record.entries.filter(({ entry }) => entry.act === 'round.closed' && !record.rounds.some((r) => r.id === entry.subject.id))
    .map(({ entry }) => fault('count', entry.position, `第 ${entry.position} 条记有一轮计票，记录里没有它的票箱`, `row ${entry.position} closes a round whose box is not in the record`))
