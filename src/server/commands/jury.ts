import { castBallot, closeRound, declareConflicts, formJury, openRound } from '#contract/operations/jury'
import { ruleOf, rulesOf } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { count, countHash } from '#core/review/count'
import { countFindings } from '#core/review/count-findings'
import { checkBallot } from '#core/review/ballot'
import { fieldsIn, partsOf } from '#core/review/jury/parts'
import { cannotRun } from '#core/review/runnable'
import { kindOf } from '#core/rules/kinds'
import { randomInt } from 'node:crypto'
import { newRoundKey, openBallot, sealBallot } from '../ballot-seal'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId, readableCode } from '../ids'
import { passGate } from '../pass-gate'
import { definitionOfCampaign } from '../store/campaigns'
import { carryDecisions } from '../store/conflicts'
import { jurorsForRound } from '../store/juries'
import { listRounds, lockRound, readBox, readRecusals, readRoundCandidates, readRoundJurors, type RoundRow } from '../store/rounds'

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

/** The rule freezes as it stands now; a change means another round. */
export const openRoundCommand = command(openRound, async ({ params, body }, { tx, services, actor, now, record }) => {
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId])
  const definition = await definitionOfCampaign(tx, services.definitions, params.campaignId)
  const rule = ruleOf(definition, 'round', body.ruleId)
  if (rule === undefined) throw absent()
  const jurors = await jurorsForRound(tx, params.campaignId, rule.id)
  const candidates = [...new Set(body.nominationIds)]
  const accepted = await tx.rows<{ id: string }>(`SELECT id FROM nominations WHERE campaign_id = $1 AND id = ANY($2) AND state = 'accepted'`, [params.campaignId, candidates])
  const already = await tx.row(`SELECT 1 FROM rounds WHERE campaign_id = $1 AND rule_id = $2`, [params.campaignId, rule.id])
  const findings: Finding[] = []
  if (already !== undefined) findings.push(finding({ code: 'round.already', strength: 'block', rule, what: ['这一轮已经开启过', 'This round was opened before'], mend: ['请看评审页上的这一轮。', 'See it on the jury page.'] }))
  if (jurors.length === 0) findings.push(finding({ code: 'round.noJury', strength: 'block', rule, what: ['还没有组成评委会', 'There is no jury yet'], mend: ['先选定评委和秘书。', 'Choose jurors and secretary first.'] }))
  if (accepted.length !== candidates.length) findings.push(finding({ code: 'round.notAccepted', strength: 'block', rule, what: ['有的人选还没有通过形式审查', 'Some candidates have not passed screening'], mend: ['先审完，或只选已接收的人选。', 'Finish screening, or choose accepted candidates only.'] }))
  const cannot = cannotRun(rule)
  if (cannot.length > 0) findings.push(finding({ code: 'round.cannotRun', strength: 'block', rule, what: [`系统还不能办理：${cannot.map((w) => w.zh).join('、')}`, `The product cannot do this yet: ${cannot.map((w) => w.en).join(', ')}`], mend: ['请由活动办公室改为以赞成票表决。', 'The office makes it a round by approval vote.'] }))
  findings.push(...kindOf(rule).judge?.(rule, { round: { candidates, jurors: jurors.map((j) => j.id), ...(await roundsBefore(tx, params.campaignId)) } }) ?? [])
  const at = await now()
  const gate = await passGate(tx, definition, accepted.map((a) => a.id), { gate: 'round', passage: rule.id }, { by: body.still ? actor.accountId : null, now: at })
  findings.push(...gate.findings)
  if (stopsAt(findings)) return refusedBy(findings)
  const id = newId()
  const key = newRoundKey()
  await tx.rows(`INSERT INTO rounds (id, campaign_id, rule_id, rule, state, public_key, private_key, opened_at) VALUES ($1, $2, $3, $4, 'open', $5, $6, to_timestamp($7 / 1000.0))`,
    [id, params.campaignId, rule.id, rule, key.publicKey, services.keys.seal(key.privateKey), at])
  await tx.rows(`INSERT INTO round_candidates (round_id, nomination_id) SELECT $1, unnest($2::uuid[])`, [id, candidates])
  await tx.rows(`INSERT INTO round_jurors (round_id, account_id) SELECT $1, unnest($2::uuid[])`, [id, jurors.map((j) => j.id)])
  await carryDecisions(tx, id, params.campaignId)
  record({ chain: params.campaignId, act: 'round.opened', subject: { kind: 'round', id }, data: { rule: rule.id, candidates: [...candidates].sort(), jurors: jurors.map((j) => j.id).sort(), ...(gate.affirmed.length > 0 && { still: gate.affirmed }) } })
  return done({ roundId: id })
})

/** What went before in the campaign: closed rounds, and who sat in each. */
const roundsBefore = async (tx: CommandContext['tx'], campaignId: string): Promise<{ closed: string[]; others: Record<string, string[]> }> => {
  const rounds = await listRounds(tx, campaignId)
  const others = await Promise.all(rounds.map(async (r) => [r.ruleId, (await readRoundJurors(tx, r.id)).map((j) => j.accountId)] as const))
  return { closed: rounds.filter((r) => r.state === 'closed').map((r) => r.ruleId), others: Object.fromEntries(others) }
}

const openOne = async (c: CommandContext, roundId: string): Promise<RoundRow> => {
  const round = await lockRound(c.tx, roundId)
  if (round.state !== 'open') throw new Refusal('conflict', { zh: '这一轮已经封票。', en: 'This round is closed.' })
  return round
}

/** 签到和申报回避: before any dossier opens. A conflict stands once declared; more can be added until the juror has voted. */
export const declareConflictsCommand = command(declareConflicts, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const candidates = new Set((await readRoundCandidates(c.tx, round.id)).map((k) => k.nominationId))
  if (!body.conflicts.every((k) => candidates.has(k.nominationId))) throw absent()
  const at = await c.now()
  const juror = await c.tx.row<{ voted: boolean }>(`UPDATE round_jurors SET present_at = coalesce(present_at, to_timestamp($3 / 1000.0)) WHERE round_id = $1 AND account_id = $2 RETURNING voted`, [round.id, c.actor.accountId, at])
  if (juror === undefined) throw absent()
  if (juror.voted && body.conflicts.length > 0) return refusedBy([finding({ code: 'conflicts.afterVote', rule: null, what: ['已经投票，不能再自行增加回避', 'After voting, conflicts cannot be added by oneself'], mend: ['请告知评委会秘书。', 'Tell the jury secretary.'] })])
  for (const k of body.conflicts)
    await c.tx.rows(`INSERT INTO recusals (round_id, account_id, nomination_id, reason, declared_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0)) ON CONFLICT DO NOTHING`, [round.id, c.actor.accountId, k.nominationId, k.reason, at])
  c.record({ chain: round.campaignId, act: 'conflicts.declared', subject: { kind: 'round', id: round.id }, data: { candidates: body.conflicts.map((k) => k.nominationId).sort() } })
  return done({})
})

/** The last ballot counts. It is sealed before it is written; the ledger says that this juror voted and nothing else. */
export const castBallotCommand = command(castBallot, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const me = c.actor.accountId
  const candidates = (await readRoundCandidates(c.tx, round.id)).map((k) => k.nominationId)
  const recused = (await readRecusals(c.tx, round.id)).filter((r) => r.juror === me).map((r) => r.candidate)
  const present = await c.tx.row<{ voted: boolean }>(`SELECT voted FROM round_jurors WHERE round_id = $1 AND account_id = $2 AND present_at IS NOT NULL FOR UPDATE`, [round.id, me])
  const findings = checkBallot(round.rule, { approvals: body.approvals, candidates, recused, present: present !== undefined })
  if (stopsAt(findings)) return refusedBy(findings)
  const code = readableCode(2)
  const sealed = sealBallot(round.publicKey, { code, approvals: body.approvals }, candidates.length)
  await c.tx.rows(
    `INSERT INTO sealed_ballots (round_id, account_id, sealed, cast_at) VALUES ($1, $2, $3, product_time()) ON CONFLICT (round_id, account_id) DO UPDATE SET sealed = $3, cast_at = product_time()`, [round.id, me, sealed])
  await c.tx.rows(`UPDATE round_jurors SET voted = true WHERE round_id = $1 AND account_id = $2`, [round.id, me])
  c.record({ chain: round.campaignId, act: 'ballot.cast', subject: { kind: 'round', id: round.id }, data: { again: present!.voted } })
  return done({ ballotCode: code })
})

/** 封票: opens the box, writes it shuffled in this one transaction, counts, and destroys the key. */
export const closeRoundCommand = command(closeRound, async ({ params }, c) => {
  const round = await openOne(c, params.roundId)
  const sealed = await c.tx.rows<{ sealed: Buffer }>(`SELECT sealed FROM sealed_ballots WHERE round_id = $1`, [round.id])
  const key = c.services.keys.open(round.privateKey!)
  const ballots = shuffled(sealed.map((s) => openBallot(key, s.sealed)))
  const jurors = await readRoundJurors(c.tx, round.id)
  const box = { ...(await readBox(c.tx, round.id)), ballots }
  const result = count(round.rule, box)
  const findings = countFindings(round.rule, result)
  const waiting = jurors.filter((j) => j.present && !j.voted).length
  if (stopsAt(findings)) return refusedBy(findings)
  const hash = countHash(round.rule, box, result)
  const at = await c.now()
  for (const b of ballots) await c.tx.rows(`INSERT INTO ballots (round_id, code, approvals) VALUES ($1, $2, $3)`, [round.id, b.code, JSON.stringify(b.approvals)])
  await c.tx.rows(`UPDATE sealed_ballots SET sealed = ''::bytea WHERE round_id = $1`, [round.id])
  await c.tx.rows(`UPDATE rounds SET state = 'closed', private_key = NULL, closed_at = to_timestamp($2 / 1000.0), result = $3, result_hash = $4 WHERE id = $1`, [round.id, at, result, hash])
  c.record({ chain: round.campaignId, act: 'round.closed', subject: { kind: 'round', id: round.id }, data: { count: hash, returned: result.returned, present: result.present, notVoted: waiting } })
  return done({ hash })
})

const shuffled = <T>(items: readonly T[]): T[] => {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}
