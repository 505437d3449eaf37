/** 结果文件: what the level above decided about ours. A return opens the nomination here for mending; told once, it is told for good. */
import { after } from '#core/nomination/state'
import type { SentAnswer, SentResult } from '#core/upward/contents'
import { applyScreening } from '../commands/screen-nomination'
import type { Arrival, TakenCounts } from '../store/archives'
import type { Queries, Transaction } from '../store/database'
import { append } from '../store/ledger'
import { lockNomination, lockSeats, type NominationRow } from '../store/nominations'

interface By { readonly account: string; readonly organisation: string }
const decisions = { returned: 'return', accepted: 'accept', rejected: 'reject' } as const

/** Which of these results are about ours and new here. */
export const newResults = async (q: Queries, campaignId: string, results: readonly SentResult[]): Promise<readonly { readonly result: SentResult; readonly name: string; readonly isNew: boolean }[]> => {
  const rows = await q.rows<{ id: string; name: string }>(`SELECT id, candidate_name AS name FROM nominations WHERE campaign_id = $1 AND id = ANY($2)`, [campaignId, results.map((r) => r.nominationId)])
  const told = await q.rows<{ id: string; outcome: string; at: number }>(`SELECT nomination_id AS id, outcome, at FROM upward_results WHERE nomination_id = ANY($1)`, [rows.map((r) => r.id)])
  return results.flatMap((result) => {
    const own = rows.find((r) => r.id === result.nominationId)
    return own === undefined ? [] : [{ result, name: own.name, isNew: !told.some((t) => t.id === result.nominationId && t.outcome === result.outcome && t.at === result.at) }]
  })
}

export const takeAnswer = async (tx: Transaction, v: Arrival, answer: SentAnswer, by: By): Promise<TakenCounts> => {
  const campaignId = v.envelope!.campaign.id
  const all = await newResults(tx, campaignId, answer.results)
  const { at } = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!
  for (const { result } of all.filter((r) => r.isNew).toSorted((a, b) => a.result.at - b.result.at)) await tell(tx, v, campaignId, result, answer.award, by, at)
  const created = all.filter((r) => r.isNew).length
  return { created, updated: 0, same: all.length - created, refused: answer.results.length - all.length }
}

const tell = async (tx: Transaction, v: Arrival, campaignId: string, r: SentResult, award: SentAnswer['award'], by: By, now: number): Promise<void> => {
  await lockSeats(tx, r.nominationId)
  const row = await lockNomination(tx, r.nominationId)
  await tx.rows(`INSERT INTO upward_results (nomination_id, outcome, at, version, note, points, until, number, award, arrival_id) VALUES ($1, $2, to_timestamp($3 / 1000.0), $4, $5, $6, to_timestamp($7 / 1000.0), $8, $9, $10) ON CONFLICT DO NOTHING`,
    [row.id, r.outcome, r.at, r.version, r.note, JSON.stringify(r.points), r.until, r.number, award, v.id])
  const decision = r.outcome in decisions ? decisions[r.outcome as keyof typeof decisions] : null
  // About an older version than the one that stands: it was mended since.
  if (decision !== null && after(row.state, decision) !== null && row.version === r.version) await applyScreening(tx, row, { decision, note: r.note, points: r.points, until: decision === 'return' ? r.until ?? now : null }, by.account, now)
  const actor = { account: by.account, role: 'office', organisation: by.organisation } as const
  const subject = { kind: 'nomination', id: row.id }
  append(tx, { chain: campaignId, act: 'upward.answered', subject, data: { outcome: r.outcome, at: r.at, archive: v.sha256, ...(r.until === null ? {} : { until: r.until }) } }, actor)
  const source = await sourceOf(tx, row)
  if (source !== undefined) append(tx, { chain: source.campaignId, act: 'upward.cameBack', subject: { kind: 'nomination', id: source.nominationId }, data: { outcome: r.outcome, above: row.id, ...(r.until === null ? {} : { until: r.until }) } }, actor)
}
const sourceOf = (q: Queries, row: NominationRow): Promise<{ campaignId: string; nominationId: string } | undefined> => q.row(`SELECT from_campaign_id AS "campaignId", from_nomination_id AS "nominationId" FROM recommendations WHERE nomination_id = $1`, [row.id])

