import { declareConflicts, formJury } from '#contract/operations/jury'
import { rulesOf } from '#core/campaign/definition'
import { finding } from '#core/kernel/finding'
import { fieldsIn, partsOf } from '#core/review/jury/parts'
import { kindOf } from '#core/rules/kinds'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { openOne } from '../open-rounds'
import { definitionOfCampaign } from '../store/campaigns'
import { ownReadings } from '../store/readings'
import { readRoundCandidates } from '../store/rounds'

export const formJuryCommand = command(formJury, async ({ params, body }, { tx, actor, services, record }) => {
  const opened = await tx.row(`SELECT 1 FROM rounds WHERE campaign_id = $1`, [params.campaignId])
  if (opened !== undefined) return refusedBy([finding({ code: 'jury.frozen', rule: null, what: ['已经开过一轮评审，评委会不能再改', 'A round was opened: the jury can no longer be changed'], mend: ['评委有变动的，按回避或缺席办理。', 'Treat changes as recusal or absence.'] })])
  const people = await tx.rows<{ account_id: string; role: string }>(`SELECT account_id, role FROM memberships WHERE organisation_id = $1 AND role IN ('juror', 'jurySecretary')`, [actor.organisationId])
  const holds = (id: string, role: string) => people.some((p) => p.account_id === id && p.role === role)
  if (!body.jurorIds.every((id) => holds(id, 'juror')) || !holds(body.secretaryId, 'jurySecretary')) throw absent()
  const jurorIds = [...new Set(body.jurorIds)]
  const definition = await definitionOfCampaign(tx, services.definitions, params.campaignId)
  const fields = (await tx.rows<{ line: string }>(`SELECT field_of_work AS line FROM accounts WHERE id = ANY($1)`, [jurorIds])).map((a) => fieldsIn(a.line))
  const findings = rulesOf(definition, 'jury').flatMap((rule) => kindOf(rule).judge?.(rule, { jury: { members: jurorIds, parts: partsOf(rule, fields) } }) ?? [])
  if (stopsAt(findings)) return refusedBy(findings)
  // Who sits in one round alone keeps the seat there.
  await tx.rows(`UPDATE jury_members SET general = false WHERE campaign_id = $1 AND EXISTS (SELECT FROM round_juries r WHERE r.campaign_id = $1 AND r.account_id = jury_members.account_id)`, [params.campaignId])
  await tx.rows(`DELETE FROM jury_members WHERE campaign_id = $1 AND general`, [params.campaignId])
  const members = jurorIds.map((id) => ({ id, seat: 'juror' })).concat({ id: body.secretaryId, seat: 'secretary' })
  for (const m of members) await tx.rows(`INSERT INTO jury_members (campaign_id, account_id, seat) VALUES ($1, $2, $3) ON CONFLICT (campaign_id, account_id) DO UPDATE SET general = true, seat = excluded.seat`, [params.campaignId, m.id, m.seat])
  record({ chain: params.campaignId, act: 'jury.formed', subject: { kind: 'campaign', id: params.campaignId }, data: { jurors: [...body.jurorIds].sort(), secretary: body.secretaryId } })
  return done({})
})

/** 签到和申报回避: before any dossier opens. A conflict stands once declared; more can be added until the juror has voted. */
export const declareConflictsCommand = command(declareConflicts, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const mine = await ownReadings(c.tx, round, c.actor.accountId)
  const candidates = new Set((await readRoundCandidates(c.tx, round.id)).map((k) => k.nominationId).filter((id) => mine === null || mine.has(id)))
  if (!body.conflicts.every((k) => candidates.has(k.nominationId))) throw absent()
  const at = await c.now()
  const juror = await c.tx.row<{ voted: boolean }>(`UPDATE round_jurors SET present_at = coalesce(present_at, to_timestamp($3 / 1000.0)) WHERE round_id = $1 AND account_id = $2 AND sits RETURNING voted`, [round.id, c.actor.accountId, at])
  if (juror === undefined) throw absent()
  if (juror.voted && body.conflicts.length > 0) return refusedBy([finding({ code: 'conflicts.afterVote', rule: null, what: ['已经投票，不能再自行增加回避', 'After voting, conflicts cannot be added by oneself'], mend: ['请告知评委会秘书。', 'Tell the jury secretary.'] })])
  // What was scored before goes with the right to score.
  await c.tx.rows(`DELETE FROM score_cards WHERE round_id = $1 AND account_id = $2 AND nomination_id = ANY($3)`, [round.id, c.actor.accountId, body.conflicts.map((k) => k.nominationId)])
  for (const k of body.conflicts)
    await c.tx.rows(`INSERT INTO recusals (round_id, account_id, nomination_id, reason, declared_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0)) ON CONFLICT DO NOTHING`, [round.id, c.actor.accountId, k.nominationId, k.reason, at])
  c.record({ chain: round.campaignId, act: 'conflicts.declared', subject: { kind: 'round', id: round.id }, data: { candidates: body.conflicts.map((k) => k.nominationId).sort() } })
  return done({})
})
