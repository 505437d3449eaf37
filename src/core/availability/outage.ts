/** 系统不可用记录: when the product could not serve, and which attempts of units that concerns. */
import type { Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'

export const outageReasons = ['databaseAway', 'restart'] as const
export type OutageReason = (typeof outageReasons)[number]
export interface Outage { readonly from: Instant; readonly until: Instant; readonly reason: OutageReason }

/** Silent for longer than this, it was away: three beats are missing. */
export const BEAT_MS = 20_000
const SILENT_MS = 3 * BEAT_MS

/** @param last when and by which run the last heartbeat was written; null: never @returns the gap before this beat; null: there was none */
export const gapBefore = (last: { readonly at: Instant; readonly run: string } | null, now: Instant, run: string): Outage | null =>
  last === null || now - last.at < SILENT_MS ? null : { from: last.at, until: now, reason: last.run === run ? 'databaseAway' : 'restart' }

/** What was answered when somebody pressed submit. `noAnswer`: the browser got none. */
export const attemptAnswers = ['done', 'rule', 'stale', 'refused', 'unavailable', 'storageFull', 'noAnswer'] as const
export type AttemptAnswer = (typeof attemptAnswers)[number]
const ours: readonly AttemptAnswer[] = ['unavailable', 'storageFull', 'noAnswer']

/** Whether the product, and not the unit, was in the way: by what was answered, or by the time. */
export const isAffected = (a: { readonly at: Instant; readonly answer: AttemptAnswer }, outages: readonly Outage[]): boolean =>
  a.answer !== 'done' && (ours.includes(a.answer) || outages.some((o) => a.at >= o.from && a.at < o.until))

/** The answer of an HTTP status, as it is kept. */
export const answerOfStatus = (status: number): AttemptAnswer => (status < 400 ? 'done' : status === 422 ? 'rule' : status === 409 ? 'stale' : status === 503 ? 'unavailable' : status === 507 ? 'storageFull' : 'refused')

export const answerNames: Readonly<Record<AttemptAnswer, Words>> = {
  done: { zh: '报送成功', en: 'submitted' }, rule: { zh: '不符合方案，没有收', en: 'refused by a rule' }, stale: { zh: '内容有变，请刷新', en: 'the form had changed' }, refused: { zh: '没有收', en: 'refused' },
  unavailable: { zh: '系统暂时不可用', en: 'the product was unavailable' }, storageFull: { zh: '服务器存储已满', en: 'the server’s storage was full' }, noAnswer: { zh: '没有回答（网络或系统）', en: 'no answer (network or product)' },
}
export const reasonNames: Readonly<Record<OutageReason, Words>> = { databaseAway: { zh: '数据库连不上', en: 'database away' }, restart: { zh: '系统停机或重启', en: 'stopped or restarted' } }
