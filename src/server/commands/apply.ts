/** 个人申报: a person begins a draft of the unit whose consent it needs; the unit submits it under its seal, or declines with the reason. */
import { applyMyself, declineApplication, lookAtApplying } from '#contract/operations/applications'
import { ruleOf } from '#core/campaign/definition'
import { Refusal } from '#core/kernel/refusal'
import { findMarkings } from '#core/secrecy/find-markings'
import { mayApply, selfAnswers } from '#core/nomination/self-application'
import { absent, command, done, query, refusedBy } from '../handler'
import { newId, normaliseCode, readableCode } from '../ids'
import { definitionOf, readCampaignBySlug } from '../store/campaigns'
import type { Queries } from '../store/database'
import { spellCandidate } from '../search/spelling'
import { beginSession } from '../store/sessions'
import { lockNomination } from '../store/nominations'
import { hashPassword } from './sign-in'

/** As many as one unit is asked to look at; whoever sends more is no applicant. */
const MOST_OPEN = 50

const campaignOf = async (q: Queries, slug: string) => {
  const row = await readCampaignBySlug(q, slug)
  if (row === undefined || row.state !== 'open') throw absent()
  return row
}

export const lookAtApplyingQuery = query(lookAtApplying, async ({ params }, { q, services }) => {
  const row = await campaignOf(q, params.slug)
  const definition = await definitionOf(q, services.definitions, row.id, row.definitionHash)
  const { at: now } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const end = row.extendedTo ?? row.deadline
  const findings = mayApply(definition, { end, now })
  const units = findings.length > 0 ? [] : await q.rows<{ id: string; name: string }>(`SELECT o.id, o.name FROM campaign_units u JOIN organisations o ON o.id = u.unit_id WHERE u.campaign_id = $1 ORDER BY o.name`, [row.id])
  return { campaign: definition.name, deadline: end, clause: ruleOf(definition, 'channel')?.rests ?? null, findings: findings as never, units } as never
})

export const applyMyselfCommand = command(applyMyself, async ({ params, body }, { tx, services, now, record, giveSession }) => {
  const row = await campaignOf(tx, params.slug)
  const definition = await definitionOf(tx, services.definitions, row.id, row.definitionHash)
  const at = await now()
  const found = mayApply(definition, { end: row.extendedTo ?? row.deadline, now: at })
  if (found.length > 0) return refusedBy(found)
  if (findMarkings([body.name], false).some((m) => m.strength === 'block')) throw absent()
  // One after the other for a unit, so that the most it is asked to look at holds.
  if ((await tx.row(`SELECT 1 AS one FROM campaign_units WHERE campaign_id = $1 AND unit_id = $2 FOR UPDATE`, [row.id, body.unitId])) === undefined) throw absent()
  const { open } = (await tx.row<{ open: number }>(`SELECT count(*)::int AS open FROM nominations WHERE campaign_id = $1 AND unit_id = $2 AND origin = 'self' AND state = 'draft'`, [row.id, body.unitId]))!
  if (open >= MOST_OPEN) throw new Refusal('limited', { zh: '向这个单位的申报太多，单位还没有处理完。请直接联系单位。', en: 'This unit has too many applications to look at. Please contact it.' })
  const [id, accountId, membershipId, login] = [newId(), newId(), newId(), normaliseCode(readableCode()).toLowerCase()]
  await tx.rows(`INSERT INTO accounts (id, login, person_name, password_hash, opened_at) VALUES ($1, $2, $3, $4, clock_timestamp())`, [accountId, login, body.name, await hashPassword(body.password)])
  await tx.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, 'candidate')`, [membershipId, accountId, body.unitId])
  await tx.rows(`INSERT INTO nominations (id, campaign_id, unit_id, origin, state, candidate_name, fields, answers, created_at, changed_at) VALUES ($1, $2, $3, 'self', 'draft', $4, $5, $6, to_timestamp($7 / 1000.0), to_timestamp($7 / 1000.0))`, [id, row.id, body.unitId, body.name, { name: body.name }, selfAnswers(), at])
  await spellCandidate(tx, id, body.name)
  await tx.rows(`INSERT INTO candidate_parts (nomination_id, account_id, hands, issued_by, issued_at, opened_at) VALUES ($1, $2, 'candidate', $2, to_timestamp($3 / 1000.0), to_timestamp($3 / 1000.0))`, [id, accountId, at])
  giveSession(await beginSession(tx, accountId, membershipId, false))
  record({ chain: row.id, act: 'application.begun', subject: { kind: 'nomination', id }, data: { unit: body.unitId, account: accountId } })
  return done({ nominationId: id, login })
})

export const declineApplicationCommand = command(declineApplication, async ({ params, body }, { tx, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  if (row.origin !== 'self' || (row.state !== 'draft' && row.state !== 'atApproval')) throw new Refusal('conflict', { zh: '这件不是待办的个人申报，请刷新页面。', en: 'This is no application waiting for an answer: reload the page.' }, { state: row.state })
  await tx.rows(`UPDATE nominations SET state = 'withdrawn', version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, await now()])
  await tx.rows(`UPDATE candidate_parts SET hands = 'unit', note = $2 WHERE nomination_id = $1`, [row.id, body.reason])
  record({ chain: row.campaignId, act: 'application.declined', subject: { kind: 'nomination', id: row.id }, data: {} })
  return done({})
})
