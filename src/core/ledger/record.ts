import { canonical, hashOf } from '../kernel/canonical'
import type { Definition, ResolvedRule } from '../campaign/definition'
import { resolve } from '../campaign/resolve'
import { readingsHash } from '../review/assignment/readings'
import type { BallotBox } from '../review/ballot-box'
import { microOf, weightsOf } from '../review/counting/weighted'
import { conclude, concludedHash, type RoundDecision, type RoundResult } from '../review/concluded'
import { inGroupVoteOf } from '../review/in-group-from'
import { asksInGroup } from '../review/in-group-votes'
import { namedBallotHash } from '../review/packed-ballot'
import { checkDraw, missingDraws, type DrawRecord } from './check-draws'
import { checkKeyShares } from './check-key-shares'
import { checkPasses } from './check-passes'
import { checkReleases } from './check-releases'
import { checkPaper } from './check-paper'
import { checkPublicVote } from './check-public-vote'
import { checkSample, missingSamples, type SampleRecord } from './check-samples'
import { checkVoided } from './check-voided'
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
  /** What the supervisor sampled by lot. */
  readonly samples?: readonly SampleRecord[]
}
export interface RoundRecord {
  readonly id: string
  readonly rule: ResolvedRule<'round'>
  readonly box: BallotBox
  readonly result: RoundResult
  readonly hash: string
  /** What the jury decided where the count stopped, in the order in which it did; absent: nothing. */
  readonly decisions?: readonly RoundDecision[]
}
export interface Verdict {
  readonly whole: boolean
  readonly entries: number
  readonly head: string
  /** Rounds counted anew and found equal. */
  readonly counts: number
  /** Juries drawn anew by the seed and found equal. */
  readonly draws: number
  /** Rounds whose box was opened with two of three shares. */
  readonly split: number
  readonly faults: readonly Fault[]
}

/** Checks a record by itself: the chain, the definition it was run under, every count. Anchors (receipts) find a cut tail and a rewrite. */
export const verifyRecord = (record: CampaignRecord, anchors: readonly Anchor[] = []): Verdict => {
  const recounts = record.rounds.map((r) => checkRound(record, r))
  const redraws = (record.draws ?? []).map((d) => checkDraw(record.entries, d))
  const faults = [...checkChain(record.campaign, record.entries, anchors), ...checkDefinition(record), ...recounts.flat(), ...missingRounds(record), ...redraws.flat(), ...missingDraws(record.entries, record.draws ?? []), ...(record.samples ?? []).flatMap((s) => checkSample(record.entries, s)), ...missingSamples(record.entries, record.samples ?? []), ...checkPasses(record.entries), ...checkReleases(record.entries)]
  return {
    whole: faults.length === 0,
    entries: record.entries.length,
    head: record.entries.at(-1)?.hash ?? '',
    counts: recounts.filter((f) => f.length === 0).length,
    draws: redraws.filter((f) => f.length === 0).length,
    split: record.rounds.filter((r, i) => r.rule.keyShares === true && recounts[i]!.length === 0).length,
    faults,
  }
}

/** Whether this round, counted anew step by step, is what was announced and what the ledger recorded. */
export const isReproduced = (record: CampaignRecord, round: RoundRecord): boolean => checkRound(record, round).length === 0

const inLedger = (record: CampaignRecord, act: string, subject: string) => record.entries.find(({ entry }) => entry.act === act && entry.subject.id === subject)

/** The definition in force is the one of the opening, or of the last amendment after it. */
const checkDefinition = (record: CampaignRecord): Fault[] => {
  const last = record.entries.findLast(({ entry }) => entry.subject.id === record.campaign && (entry.act === 'campaign.opened' || entry.act === 'amendment.confirmed'))
  if (last === undefined) return []
  const holds = resolve(record.chain).hash === record.definitionHash && last.entry.data['definition'] === record.definitionHash
  return holds ? [] : [fault('definition', last.entry.position, '活动方案与开启活动（或最后一次修订）时记入台账的不是同一份', 'the definition is not the one the ledger recorded when the campaign was opened or last amended')]
}

/** One round, counted step by step: against what was announced, and against what the ledger took at the closing. */
export const checkRound = (record: CampaignRecord, round: RoundRecord): Fault[] => {
  const closed = inLedger(record, 'round.closed', round.id)
  if (closed === undefined) return [fault('count', null, '这一轮的计票没有记入台账', 'the ledger holds no closing of this round')]
  const decisions = round.decisions ?? []
  // Closing and decisions, one after the other: each wrote down what the count came to with what was decided so far.
  const steps = record.entries.filter(({ entry }) => entry.subject.id === round.id && (entry.act === 'round.closed' || entry.act === 'round.decided'))
  const at = steps.at(-1)!.entry.position
  if (steps.length !== decisions.length + 1) return [fault('count', at, '评委会的决定与台账所记的条数不符', 'the decisions of the jury are not as many as the ledger recorded')]
  let again: RoundResult | null = null
  for (const [n, { entry }] of steps.entries()) {
    const made = decisions.slice(0, n)
    again = conclude(round.rule, round.box, made)
    if (n === decisions.length && hashOf(again) !== hashOf(round.result)) return [fault('count', entry.position, '按记录重新计票，结果与公布的不同', 'counted anew, the record gives another result than was announced')]
    if (concludedHash(round.rule, round.box, again, made) !== entry.data['count']) return [fault('count', entry.position, '票箱、办法或结果与封票时记入台账的不是同一份', 'box, rule or result differ from what the ledger recorded at the closing')]
  }
  if (concludedHash(round.rule, round.box, again!, decisions) !== round.hash) return [fault('count', at, '票箱、办法或结果与封票时记入台账的不是同一份', 'box, rule or result differ from what the ledger recorded at the closing')]
  return [...whoSat(record, round), ...whoReads(record, round), ...whichGroup(record, round), ...whichParts(record, round), ...whichInGroup(record, round), ...namedBallots(record, round), ...checkVoided(record.entries, round), ...checkKeyShares(record.entries, round), ...checkPaper(record.entries, round), ...checkPublicVote(record.entries, round)]
}

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [])
const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join()

/** Whoever stood and sat when the round opened is in the box; but for jurors dropped on record. */
const whoSat = (record: CampaignRecord, round: RoundRecord): Fault[] => {
  const opened = inLedger(record, 'round.opened', round.id)
  if (opened === undefined) return [fault('count', null, '这一轮的开启没有记入台账', 'the ledger holds no opening of this round')]
  const dropped = record.entries.filter(({ entry }) => entry.act === 'juror.dropped' && entry.subject.id === round.id).flatMap(({ entry }) => ids([entry.data['juror']]))
  const sat = ids(opened.entry.data['jurors']).filter((j) => !dropped.includes(j))
  const at = opened.entry.position
  return same(sat, round.box.jurors.map((j) => j.id)) && same(ids(opened.entry.data['candidates']), round.box.candidates) ? [] : [fault('count', at, '票箱里的评委或人选与开启时记入台账的不同', 'jurors or candidates of the box are not those the ledger recorded at the opening')]
}

/** 分配评阅: who reads whom is what the ledger took when the round opened, or when it was last changed while it was open. */
const whoReads = (record: CampaignRecord, { id, rule, box }: RoundRecord): Fault[] => {
  const last = record.entries.findLast(({ entry }) => entry.subject.id === id && (entry.act === 'round.opened' || entry.act === 'assignment.confirmed'))
  const taken = last?.entry.data['assignment']
  const holds = rule.assignment === undefined && taken === undefined ? box.readings === undefined : box.readings !== undefined && taken === readingsHash(box.readings)
  return holds ? [] : [fault('count', last?.entry.position ?? null, '谁评哪些人选，与记入台账的分配不是同一份', 'who reads whom is not the assignment the ledger recorded')]
}

/** 分组名额: who stands in which group is what the ledger took when the round opened. */
const whichGroup = (record: CampaignRecord, { id, rule, box }: RoundRecord): Fault[] => {
  const opened = inLedger(record, 'round.opened', id)
  const taken = opened?.entry.data['groups']
  const holds = rule.groups === undefined && taken === undefined ? box.groups === undefined : box.groups !== undefined && taken === hashOf(box.groups)
  return holds ? [] : [fault('count', opened?.entry.position ?? null, '人选的分组与开启时记入台账的不同', 'the groups of the candidates are not those the ledger recorded at the opening')]
}

/** 加权合计: what earlier rounds bring is what they came to by this very record. */
const whichParts = (record: CampaignRecord, { id, rule, box }: RoundRecord): Fault[] => {
  const weights = weightsOf(rule)
  const fine = weights === undefined ? box.parts === undefined : box.candidates.every((c) => weights.every((w) => w.round === undefined || partFrom(record.rounds.find((r) => r.rule.id === w.round), c) === box.parts?.[c]?.[w.round]))
  return fine ? [] : [fault('count', inLedger(record, 'round.closed', id)?.entry.position ?? null, '前轮计入的分，与前轮的结果不符', 'points brought from an earlier round are not what that round came to')]
}
/** 同票按组内得票排序: what settles equals is what the round before came to by this very record. */
const whichInGroup = (record: CampaignRecord, { id, rule, box }: RoundRecord): Fault[] => {
  const earlier = asksInGroup(rule) ? record.rounds.find((r) => r.rule.id === rule.after) : undefined
  const fine = earlier === undefined ? box.inGroup === undefined : box.candidates.every((c) => canonical(inGroupVoteOf(earlier.result, c)) === canonical(box.inGroup?.[c] ?? null))
  return fine ? [] : [fault('count', inLedger(record, 'round.closed', id)?.entry.position ?? null, '同票时所比的组内得票，与前一轮的结果不符', 'the votes within groups that settle ties are not what the round before came to')]
}
const partFrom = (earlier: RoundRecord | undefined, candidate: string): number | undefined => {
  if (earlier?.rule.score === undefined || !('method' in earlier.result) || earlier.result.method !== 'score') return undefined
  const raw = earlier.result.rows.find((r) => r.candidate === candidate)?.raw
  return raw == null ? undefined : microOf(earlier.rule.score, raw)
}

/** 记名: each ballot is the one its juror last cast, by the hash the ledger took then. */
const namedBallots = (record: CampaignRecord, round: RoundRecord): Fault[] => {
  if (round.rule.paper === true || round.box.ballots.every((b) => b.juror === undefined)) return []
  // In one walk: what each juror cast last.
  const last = new Map(record.entries.filter(({ entry }) => entry.subject.id === round.id && (entry.act === 'ballot.cast' || entry.act === 'sheet.submitted')).map(({ entry }) => [entry.actor.account, entry]))
  return round.box.ballots.flatMap((b) => {
    if (b.juror === undefined) return []
    const cast = last.get(b.juror)
    if (cast !== undefined && (cast.data['ballot'] === undefined || cast.data['ballot'] === namedBallotHash(b))) return []
    return [fault('count', cast?.position ?? null, '一张记名票与评委交来时记入台账的不是同一份', 'a named ballot is not the one its juror cast by the ledger')]
  })
}

const missingRounds = (record: CampaignRecord): Fault[] =>
  record.entries.filter(({ entry }) => entry.act === 'round.closed' && !record.rounds.some((r) => r.id === entry.subject.id))
    .map(({ entry }) => fault('count', entry.position, `第 ${entry.position} 条记有一轮计票，记录里没有它的票箱`, `row ${entry.position} closes a round whose box is not in the record`))
