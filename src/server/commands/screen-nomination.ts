import { acceptNomination, rejectNomination, returnNomination } from '#contract/operations/nominations'
import { rulesOf } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { Refusal } from '#core/kernel/refusal'
import type { Act } from '#core/ledger/entry'
import { kindOf } from '#core/rules/kinds'
import { mayAcceptOffline } from '#core/secrecy/offline-track'
import { command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { holidayTable } from '../holidays'
import { newId } from '../ids'
import { passGate } from '../pass-gate'
import { definitionOf, definitionOfCampaign } from '../store/campaigns'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { lockNomination, lockSeats, type NominationRow } from '../store/nominations'
import { inState } from './edit-nomination'

export interface Screening { readonly decision: 'accept' | 'return' | 'reject'; readonly note: string; readonly points: readonly unknown[]; readonly until: number | null }

/** One place for the three decisions of screening: state and the decision's own row. The ledger is the caller's, and comes last. */
export const applyScreening = async (tx: Queries, row: Pick<NominationRow, 'id' | 'state' | 'offline'>, s: Screening, by: string, at: number): Promise<void> => {
  await tx.rows(
    `UPDATE nominations SET state = $2, seat = CASE WHEN $2 = 'rejected' THEN NULL ELSE seat END, return_until = to_timestamp($3 / 1000.0), version = version + 1, changed_at = to_timestamp($4 / 1000.0) WHERE id = $1`,
    [row.id, inState(row as NominationRow, s.decision), s.until, at])
  await tx.rows(
    `INSERT INTO screenings (id, nomination_id, decision, note, points, until, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), $7, to_timestamp($8 / 1000.0))`,
    [newId(), row.id, s.decision, s.note, JSON.stringify(s.points), s.until, by, at])
}

const decide = async (c: CommandContext, row: NominationRow, version: number, s: Screening, act: Act, data: Record<string, unknown>) => {
  inState(row, s.decision)
  if (row.version !== version) throw new Refusal('stale', { zh: '推荐单位刚有改动，请看过最新内容再定。', en: 'The unit just changed it: read the newest before deciding.' }, { version: row.version })
  await applyScreening(c.tx, row, s, c.actor.accountId, await c.now())
  c.record({ chain: row.campaignId, act, subject: { kind: 'nomination', id: row.id }, data: { version, ...data } })
  return done({})
}

/** What stands against returning it with this term: whether it is over, and what the rules of correction say. */
export const judgeReturn = async (q: Queries, services: Services, row: NominationRow, until: number, now: number): Promise<Finding[]> => {
  if (until <= now) return [finding({ code: 'return.term', rule: null, what: ['补正期限已经过去', 'The term for correction is already over'], mend: ['请定一个以后的时间，至少留出一个工作日。', 'Set a later time; leave at least one working day.'] })]
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const { returns } = (await q.row<{ returns: number }>(`SELECT count(*)::int AS returns FROM screenings WHERE nomination_id = $1 AND decision = 'return'`, [row.id]))!
  return rulesOf(definition, 'correction').flatMap((rule) => kindOf(rule).judge?.(rule, { correction: { from: dayOf(now), until: dayOf(until - 1), time: returns + 1 }, holidays: holidayTable() }) ?? [])
}

export const acceptNominationCommand = command(acceptNomination, async ({ params, body }, c) => {
  const row = await lockNomination(c.tx, params.nominationId)
  inState(row, 'accept')
  const gate = await passGate(c.tx, await definitionOfCampaign(c.tx, c.services.definitions, row.campaignId), [row.id], { gate: 'acceptance', passage: '' }, { by: body.still ? c.actor.accountId : null, now: await c.now() })
  const against = [...mayAcceptOffline(row.offline), ...gate.findings]
  if (against.length > 0) return refusedBy(against)
  return decide(c, row, body.version, { decision: 'accept', note: body.note, points: [], until: null }, 'screening.accepted', gate.affirmed.length > 0 ? { still: true } : {})
})

/** The term of a return may outlive the deadline: it is named, in the ledger, and shown to the unit. */
export const returnNominationCommand = command(returnNomination, async ({ params, body }, c) => {
  const row = await lockNomination(c.tx, params.nominationId)
  const findings = await judgeReturn(c.tx, c.services, row, body.until, await c.now())
  if (stopsAt(findings)) return refusedBy(findings)
  return decide(c, row, body.version, { decision: 'return', note: body.note, points: body.points, until: body.until }, 'screening.returned', { until: body.until, points: body.points.length })
})

/** 不予受理 names the rule it rests on, and frees the seat. */
export const rejectNominationCommand = command(rejectNomination, async ({ params, body }, c) => {
  await lockSeats(c.tx, params.nominationId)
  const row = await lockNomination(c.tx, params.nominationId)
  const definition = await definitionOf(c.tx, c.services.definitions, row.campaignId, row.definitionHash)
  const rule = definition.rules.find((r) => r.id === body.ruleId)
  if (rule === undefined) return refusedBy([finding({ code: 'reject.clause', rule: null, what: ['没有写明依据哪一条', 'The rule it rests on is missing'], mend: ['请选一条活动方案的规定。', 'Choose a rule of the definition.'] })])
  return decide(c, row, body.version, { decision: 'reject', note: body.note, points: [{ what: body.note, at: '', clause: rule.rests.number ?? rule.rests.zh }], until: null }, 'screening.rejected', { rule: rule.id })
})
