/** 各轮评委: a jury of its own for a round, by appointment or by lot; who presides and who watches the count. */
import { randomBytes } from 'node:crypto'
import { callStandIn, drawJury, fixDraw, formRoundJury, setDuties } from '#contract/operations/juries'
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import { draw, nextStandIn } from '#core/review/jury/draw'
import { commitmentOf, planHash, seedOf, shortageFinding, type DrawPlan } from '#core/review/jury/draw-terms'
import { fieldsIn, partsOf } from '#core/review/jury/parts'
import { unitGroups } from '#core/review/jury/unit-groups'
import { kindOf } from '#core/rules/kinds'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { apartFrom } from '../juries-apart'
import { definitionOfCampaign } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readExperts } from '../store/experts'
import { lockDraw, readMembers, readStandIns, setGeneralJury, setRoundJury } from '../store/juries'
import { seatExperts } from './experts'

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `jury.${code}`, rule: null, what, mend })
const openedFinding = (): Finding => no('roundOpened', ['这一轮已经开启，评委名单不能再改', 'This round was opened: its jury can no longer be changed'], ['评委不能来的，按缺席办理；要回避的，在“回避”里办理。', 'Treat absence as absence, and conflicts under “Conflicts”.'])

/** Whether a round was opened for which this jury sits. @param ruleId null: the general one, for any round without its own */
const isOpened = async (q: Queries, campaignId: string, ruleId: string | null): Promise<boolean> => (await q.row(
  `SELECT 1 FROM rounds r WHERE r.campaign_id = $1 AND CASE WHEN $2::text IS NULL THEN NOT EXISTS (SELECT FROM round_juries j WHERE j.campaign_id = $1 AND j.rule_id = r.rule_id) ELSE r.rule_id = $2 END`, [campaignId, ruleId])) !== undefined

const begin = async (c: CommandContext, campaignId: string, ruleId: string | null): Promise<ResolvedDefinition> => {
  await c.tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const definition = await definitionOfCampaign(c.tx, c.services.definitions, campaignId)
  if (ruleId !== null && ruleOf(definition, 'round', ruleId) === undefined) throw absent()
  return definition
}
const juryRulesOf = (definition: ResolvedDefinition, ruleId: string | null) => rulesOf(definition, 'jury').filter((j) => j.rounds === undefined || (ruleId !== null && j.rounds.includes(ruleId)))

export const formRoundJuryCommand = command(formRoundJury, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor, record } = c
  const definition = await begin(c, campaignId, body.ruleId)
  if (await isOpened(tx, campaignId, body.ruleId)) return refusedBy([openedFinding()])
  const ids = [...new Set(body.accountIds)]
  const known = await tx.rows(`SELECT 1 FROM memberships WHERE organisation_id = $1 AND role = 'juror' AND account_id = ANY($2)`, [actor.organisationId, ids])
  if (known.length !== ids.length) throw absent()
  const apart = await apartFrom(tx, definition, campaignId, body.ruleId)
  const again = ids.filter((id) => apart.accounts.has(id))
  const fields = (await tx.rows<{ line: string }>(`SELECT field_of_work AS line FROM accounts WHERE id = ANY($1)`, [ids])).map((a) => fieldsIn(a.line))
  const findings = ids.length === 0 ? [] : juryRulesOf(definition, body.ruleId).flatMap((rule) => kindOf(rule).judge?.(rule, { jury: { members: ids, parts: partsOf(rule, fields) } }) ?? [])
  if (again.length > 0) findings.push(no('sharesJurors', [`有 ${again.length} 名评委在不得重复的轮次里`, `${again.length} juror(s) sit in a round that shares none with this one`], ['请换评委。', 'Choose other jurors.']))
  if (stopsAt(findings)) return refusedBy(findings)
  await setRoundJury(tx, campaignId, body.ruleId, ids)
  record({ chain: campaignId, act: 'jury.formed', subject: { kind: 'campaign', id: campaignId }, data: { jurors: ids.toSorted(), rule: body.ruleId } })
  return done({})
})

export const setDutiesCommand = command(setDuties, async ({ params: { campaignId }, body }, c) => {
  await begin(c, campaignId, body.ruleId)
  const members = new Set((await readMembers(c.tx, campaignId)).filter((m) => m.ruleId === body.ruleId).map((m) => m.accountId))
  if (!body.duties.every((d) => members.has(d.accountId))) throw absent()
  if (body.duties.filter((d) => d.duty === 'chair').length > 1) return refusedBy([no('oneChair', ['主任委员只能有一人', 'There is one chair'], ['请只留一人。', 'Leave one.'])])
  for (const d of body.duties) {
    if (body.ruleId === null) await c.tx.rows(`UPDATE jury_members SET duty = $3 WHERE campaign_id = $1 AND account_id = $2 AND general`, [campaignId, d.accountId, d.duty])
    else await c.tx.rows(`UPDATE round_juries SET duty = $3 WHERE campaign_id = $1 AND account_id = $2 AND rule_id = $4`, [campaignId, d.accountId, d.duty, body.ruleId])
  }
  c.record({ chain: campaignId, act: 'jury.dutiesSet', subject: { kind: 'campaign', id: campaignId }, data: { duties: body.duties.filter((d) => d.duty !== null).map((d) => ({ account: d.accountId, duty: d.duty! })), ...(body.ruleId !== null && { rule: body.ruleId }) } })
  return done({})
})

export const fixDrawCommand = command(fixDraw, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor, services, record } = c
  const definition = await begin(c, campaignId, body.ruleId)
  if (await isOpened(tx, campaignId, body.ruleId)) return refusedBy([openedFinding()])
  if (new Set(body.parts.map((p) => p.field)).size !== body.parts.length) return refusedBy([no('fieldTwice', ['同一专业写了两次', 'A field stands there twice'], ['请合并。', 'Put them together.'])])
  const experts = (await readExperts(tx, actor.organisationId)).filter((e) => !e.left)
  const groups = unitGroups(experts.map((e) => e.unitName))
  const apart = await apartFrom(tx, definition, campaignId, body.ruleId)
  const plan: DrawPlan = {
    pool: experts.map((e) => ({ id: e.id, unit: groups.get(e.unitName)!, fields: e.fields })),
    terms: { parts: body.parts, perUnit: body.perUnit, apart: experts.filter((e) => e.accountId !== null && apart.accounts.has(e.accountId)).map((e) => e.id).sort() },
  }
  const total = body.parts.reduce((n, p) => n + p.count, 0)
  const findings = juryRulesOf(definition, body.ruleId).flatMap((rule) => kindOf(rule).judge?.(rule, { jury: { members: Array.from({ length: total }, (_, i) => String(i)), parts: partsOf(rule, body.parts.flatMap((p) => Array.from({ length: p.count }, () => [p.field]))), draw: { pool: experts.length, drawn: true } } }) ?? [])
  const tried = draw(plan, '')
  if (!tried.ok) findings.push(shortageFinding(tried.shortage, body.perUnit))
  if (stopsAt(findings)) return refusedBy(findings)
  const [drawId, secret] = [newId(), randomBytes(32).toString('hex')]
  const fixed = { commitment: commitmentOf(secret), planHash: planHash(plan) }
  await tx.rows(`INSERT INTO jury_draws (id, campaign_id, rule_id, pool, terms, plan_hash, commitment, sealed_secret, fixed_by, fixed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10 / 1000.0))`,
    [drawId, campaignId, body.ruleId, JSON.stringify(plan.pool), JSON.stringify(plan.terms), fixed.planHash, fixed.commitment, services.keys.seal(Buffer.from(secret)), actor.accountId, await c.now()])
  record({ chain: campaignId, act: 'jury.seedFixed', subject: { kind: 'draw', id: drawId }, data: { commitment: fixed.commitment, plan: fixed.planHash, ...(body.ruleId !== null && { rule: body.ruleId }) } })
  return done({ drawId, ...fixed })
})

const seat = (tx: Queries, campaignId: string, ruleId: string | null, accountIds: readonly string[]): Promise<void> => (ruleId === null ? setGeneralJury(tx, campaignId, accountIds) : setRoundJury(tx, campaignId, ruleId, accountIds))

export const drawJuryCommand = command(drawJury, async ({ params: { campaignId, drawId }, body }, c) => {
  const { tx, services, record } = c
  const row = await lockDraw(tx, campaignId, drawId)
  if (row === undefined) throw absent()
  await begin(c, campaignId, row.ruleId)
  if (row.sealedSecret === null) return refusedBy([no('drawn', ['已经抽过', 'It was drawn already'], ['请看抽取结果；要重抽，另外固定一次，两次都留在台账上。', 'See the result; to draw again fix another one: both stay on the ledger.'])])
  if (await isOpened(tx, campaignId, row.ruleId)) return refusedBy([openedFinding()])
  const secret = services.keys.open(row.sealedSecret).toString()
  const plan: DrawPlan = { pool: row.pool, terms: row.terms }
  const result = draw(plan, seedOf(secret, body.word))
  if (!result.ok) return refusedBy([shortageFinding(result.shortage, row.terms.perUnit)])
  await tx.rows(`UPDATE jury_draws SET sealed_secret = NULL, secret = $2, word = $3, result = $4, drawn_at = to_timestamp($5 / 1000.0) WHERE id = $1`, [drawId, secret, body.word, JSON.stringify(result), await c.now()])
  record({ chain: campaignId, act: 'jury.drawn', subject: { kind: 'draw', id: drawId }, data: { secret, word: body.word, drawn: result.drawn.map((d) => d.id), standIns: result.standIns.map((d) => d.id) } })
  const { accounts, activations, expiresAt } = await seatExperts(c, result.drawn.map((d) => d.id))
  await seat(tx, campaignId, row.ruleId, [...accounts.values()])
  record({ chain: campaignId, act: 'jury.formed', subject: { kind: 'campaign', id: campaignId }, data: { jurors: [...accounts.values()].sort(), draw: drawId, ...(row.ruleId !== null && { rule: row.ruleId }) } })
  return done({ activations, expiresAt })
})

export const callStandInCommand = command(callStandIn, async ({ params: { campaignId, drawId }, body }, c) => {
  const { tx, actor, record } = c
  const row = await lockDraw(tx, campaignId, drawId)
  if (row?.result == null) throw absent()
  await begin(c, campaignId, row.ruleId)
  if (await isOpened(tx, campaignId, row.ruleId)) return refusedBy([openedFinding()])
  const members = (await readMembers(tx, campaignId)).filter((m) => m.ruleId === row.ruleId)
  const experts = await readExperts(tx, actor.organisationId, row.pool.map((p) => p.id))
  const expertOf = new Map(experts.filter((e) => e.accountId !== null).map((e) => [e.accountId!, e.id]))
  const leaves = expertOf.get(body.leaves)
  const called = (await readStandIns(tx, campaignId)).filter((s) => s.drawId === drawId)
  const part = [...row.result.drawn, ...row.result.standIns.filter((s) => called.some((x) => x.expertId === s.id))].find((d) => d.id === leaves)
  if (leaves === undefined || part === undefined || !members.some((m) => m.accountId === body.leaves)) throw absent()
  const seated = members.filter((m) => m.accountId !== body.leaves).flatMap((m) => expertOf.get(m.accountId) ?? [])
  const gone = [leaves, ...called.flatMap((s) => [s.expertId, s.leftExpertId]), ...experts.filter((e) => e.left).map((e) => e.id)]
  const next = nextStandIn({ pool: row.pool, terms: row.terms }, row.result, part.field, seated, gone)
  if (next === null) return refusedBy([no('noStandIn', [`“${part.field}”已没有可以递补的候补`, `No stand-in for “${part.field}” is left`], ['请另外抽取，或按缺席办理。', 'Draw again, or treat it as absence.'])])
  const { accounts, activations, expiresAt } = await seatExperts(c, [next.id])
  const account = accounts.get(next.id)!
  await tx.rows(`INSERT INTO jury_stand_ins (draw_id, expert_id, left_expert_id, reason, called_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))`, [drawId, next.id, leaves, body.reason, await c.now()])
  await seat(tx, campaignId, row.ruleId, [...members.filter((m) => m.accountId !== body.leaves).map((m) => m.accountId), account])
  record({ chain: campaignId, act: 'jury.standInCalled', subject: { kind: 'draw', id: drawId }, data: { juror: account, expert: next.id, left: leaves } })
  return done({ personName: experts.find((e) => e.id === next.id)?.personName ?? '', activations, expiresAt })
})
