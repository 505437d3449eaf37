import type { AttemptAnswer, Outage } from '#core/availability/outage'
import { gapBefore } from '#core/availability/outage'
import type { Queries, Transaction } from './database'

/** Says that this run lives, and writes down the gap before where there was one. */
export const beat = async (tx: Transaction, run: string): Promise<Outage | null> => {
  const { now } = (await tx.row<{ now: number }>(`SELECT clock_timestamp() AS now`))!
  const last = (await tx.row<{ at: number; run: string }>(`SELECT at, run FROM heartbeat FOR UPDATE`)) ?? null
  const gap = gapBefore(last, now, run)
  if (gap !== null) await tx.rows(`INSERT INTO outages (began_at, ended_at, reason) VALUES (to_timestamp($1 / 1000.0), to_timestamp($2 / 1000.0), $3) ON CONFLICT (began_at) DO NOTHING`, [gap.from, gap.until, gap.reason])
  await tx.rows(`INSERT INTO heartbeat (at, run) VALUES (to_timestamp($1 / 1000.0), $2) ON CONFLICT (only_one) DO UPDATE SET at = greatest(heartbeat.at, excluded.at), run = excluded.run`, [now, run])
  return gap
}

export type RefusedReason = 'unavailable' | 'storageFull' | 'unexpected'
export interface RefusedMinute { readonly minute: number; readonly reason: RefusedReason; readonly count: number }
export const addRefused = async (q: Queries, all: readonly RefusedMinute[]): Promise<void> => {
  for (const r of all) await q.rows(`INSERT INTO refused_minutes (minute, reason, count) VALUES (to_timestamp($1 / 1000.0), $2, $3) ON CONFLICT (minute, reason) DO UPDATE SET count = refused_minutes.count + excluded.count`, [r.minute, r.reason, r.count])
}

export interface Attempt { readonly id: string; readonly nominationId: string; readonly at: number; readonly toldBy: 'server' | 'browser'; readonly answer: AttemptAnswer; readonly codes: readonly string[]; readonly trace: string }
/** Once, however often it is handed in. @returns whether it was new */
export const keepAttempt = async (q: Queries, a: Attempt): Promise<boolean> => (await q.rows(
  `INSERT INTO submit_attempts (id, nomination_id, at, told_by, kept_at, answer, codes, trace) SELECT $1, n.id, to_timestamp($3 / 1000.0), $4, product_time(), $5, $6, $7 FROM nominations n WHERE n.id = $2 ON CONFLICT (id) DO NOTHING RETURNING 1`,
  [a.id, a.nominationId, a.at, a.toldBy, a.answer, a.codes, a.trace])).length > 0

export interface KeptAttempt extends Attempt { readonly keptAt: number; readonly unitName: string }
const attempts = (where: string) => `SELECT a.id, a.nomination_id AS "nominationId", a.at, a.told_by AS "toldBy", a.kept_at AS "keptAt", a.answer, a.codes, a.trace, o.name AS "unitName"
  FROM submit_attempts a JOIN nominations n ON n.id = a.nomination_id JOIN organisations o ON o.id = n.unit_id WHERE ${where} ORDER BY a.at DESC LIMIT 500`
export const attemptsOfNomination = (q: Queries, nominationId: string): Promise<KeptAttempt[]> => q.rows(attempts('n.id = $1'), [nominationId])
export const attemptsOfCampaign = (q: Queries, campaignId: string): Promise<KeptAttempt[]> => q.rows(attempts(`n.campaign_id = $1 AND a.answer <> 'done'`), [campaignId])

const offset = `make_interval(secs => (SELECT clock_offset_ms FROM installation) / 1000.0)`
/** In product time, as deadlines are; the newest first. */
export const readOutages = (q: Queries): Promise<Outage[]> => q.rows(`SELECT began_at + ${offset} AS "from", ended_at + ${offset} AS "until", reason FROM outages ORDER BY began_at DESC LIMIT 100`)
export const readRefused = (q: Queries): Promise<RefusedMinute[]> => q.rows(`SELECT minute + ${offset} AS minute, reason, count FROM refused_minutes ORDER BY minute DESC LIMIT 500`)
