import { openRound } from '#contract/operations/jury'
import { openNext } from '#contract/operations/rounds'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { hashOf } from '#core/kernel/canonical'
import { finding, type Finding } from '#core/kernel/finding'
import { standing } from '#core/review/assignment/by-hand'
import type { Readings } from '#core/review/assignment/problem'
import { readingsHash } from '#core/review/assignment/readings'
import { stepAfter } from '#core/review/concluded'
import { MOST_FOR_SCHULZE } from '#core/review/counting/schulze'
import { sizesOf } from '#core/review/groups'
import { nextRule, rootId } from '#core/review/next-round'
import { cannotRun } from '#core/review/runnable'
import { kindOf } from '#core/rules/kinds'
import type { RoundRule } from '#core/rules/round-terms'
import { peopleOf, questionOf, settledConflicts } from '../assignment-people'
import { newRoundKey } from '../ballot-seal'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { passGate } from '../pass-gate'
import { groupsFor } from '../round-groups'
import { inGroupFor } from '../round-in-group'
import { partsFor } from '../round-parts'
import { readFamilies } from '../round-family'
import { standBefore } from '../shortlist'
import { shuffled } from '../shuffled'
import { lastAssignment } from '../store/assignments'
import { definitionOfCampaign } from '../store/campaigns'
import { carryDecisions } from '../store/conflicts'
import { jurorsForRound } from '../store/juries'
import { putReadings } from '../store/readings'
import { listRounds, lockRound, readRoundCandidates, readRoundJurors } from '../store/rounds'

interface Opening { readonly campaignId: string; readonly definition: ResolvedDefinition; readonly rule: RoundRule; readonly candidates: readonly string[]; readonly jurors: readonly string[]; readonly follows: string | null; readonly still: boolean; readonly found: readonly Finding[]; /** Under which rule the gate is passed. */ readonly passage: string }

/** What every round is asked before it opens; then it is there, with its rule frozen and a key of its own. */
const open = async (c: CommandContext, o: Opening) => {
  const { tx, services, actor, now, record } = c
  const { rule } = o
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `round.${code}`, strength: 'block', rule, what, mend })
  const accepted = await tx.rows<{ id: string }>(`SELECT id FROM nominations WHERE campaign_id = $1 AND id = ANY($2) AND state = 'accepted'`, [o.campaignId, o.candidates])
  const already = await tx.row(`SELECT 1 FROM rounds WHERE campaign_id = $1 AND rule_id = $2 AND abandoned_at IS NULL`, [o.campaignId, rule.id])
  const findings: Finding[] = [...o.found]
  if (already !== undefined) findings.push(no('already', ['这一轮已经开启过', 'This round was opened before'], ['请看评审页上的这一轮。', 'See it on the jury page.']))
  if (o.jurors.length === 0) findings.push(no('noJury', ['还没有组成评委会', 'There is no jury yet'], ['先选定评委和秘书。', 'Choose jurors and secretary first.']))
  if (accepted.length !== o.candidates.length) findings.push(no('notAccepted', ['有的人选还没有通过形式审查', 'Some candidates have not passed screening'], ['先审完，或只选已接收的人选。', 'Finish screening, or choose accepted candidates only.']))
  const cannot = cannotRun(rule)
  if (cannot.length > 0) findings.push(no('cannotRun', [`系统还不能办理：${cannot.map((w) => w.zh).join('、')}`, `The product cannot do this yet: ${cannot.map((w) => w.en).join(', ')}`], ['请由活动办公室修改这一轮的办法。', 'The office changes the terms of this round.']))
  if (rule.ranking?.by === 'schulze' && o.candidates.length > MOST_FOR_SCHULZE) findings.push(no('tooManyForSchulze', [`人选 ${o.candidates.length} 人，舒尔茨法最多 ${MOST_FOR_SCHULZE} 人`, `${o.candidates.length} candidates; the Schulze method takes ${MOST_FOR_SCHULZE} at most`], ['请先初评，缩小范围。', 'Hold an earlier round for a shortlist.']))
  const grouped = await groupsFor(tx, rule, o.candidates, o.follows)
  const carried = await partsFor(tx, o.campaignId, rule, o.candidates)
  const before = await inGroupFor(tx, o.campaignId, rule, o.candidates)
  findings.push(...grouped.findings, ...carried.findings, ...before.findings)
  findings.push(...kindOf(rule).judge?.(rule, { round: { ...(grouped.groups !== null && { groups: sizesOf(rule, grouped.groups) }), candidates: [...o.candidates], jurors: [...o.jurors], ...(await roundsBefore(tx, o.campaignId)) } }) ?? [])
  const shared = await sharedOut(c, o)
  findings.push(...shared.findings)
  const at = await now()
  const gate = await passGate(tx, o.definition, accepted.map((a) => a.id), { gate: 'round', passage: o.passage }, { by: o.still ? actor.accountId : null, now: at })
  findings.push(...gate.findings)
  if (stopsAt(findings)) return refusedBy(findings)
  const id = newId()
  const key = newRoundKey()
  await tx.rows(`INSERT INTO rounds (id, campaign_id, rule_id, rule, state, public_key, private_key, opened_at, follows, parts, in_group_votes) VALUES ($1, $2, $3, $4, 'open', $5, $6, to_timestamp($7 / 1000.0), $8, $9, $10)`,
    [id, o.campaignId, rule.id, rule, key.publicKey, await services.roundKeys.seal(id, key.privateKey), at, o.follows, carried.parts, before.inGroup])
  await tx.rows(`INSERT INTO round_candidates (round_id, nomination_id, ordinal, group_id) SELECT $1, k.id, k.n, $3::jsonb->>k.id::text FROM unnest($2::uuid[]) WITH ORDINALITY k(id, n)`, [id, shuffled(o.candidates), JSON.stringify(grouped.groups ?? {})])
  await tx.rows(`INSERT INTO round_jurors (round_id, account_id) SELECT $1, unnest($2::uuid[])`, [id, o.jurors])
  await carryDecisions(tx, id, o.campaignId)
  if (shared.readings !== null) await putReadings(tx, id, shared.readings)
  record({ chain: o.campaignId, act: 'round.opened', subject: { kind: 'round', id }, data: { rule: rule.id, candidates: [...o.candidates].sort(), jurors: [...o.jurors].sort(), ...(o.follows !== null && { follows: o.follows }), ...(grouped.groups !== null && { groups: hashOf(grouped.groups) }), ...(shared.readings !== null && { assignment: readingsHash(shared.readings) }), ...(gate.affirmed.length > 0 && { still: gate.affirmed }) } })
  return done({ roundId: id })
}

/** 分配评阅: the round opens with what the secretary confirmed, if it still fits who stands and who sits. */
const sharedOut = async ({ tx }: CommandContext, { campaignId, rule, candidates, jurors }: Opening): Promise<{ readonly readings: Readings | null; readonly findings: readonly Finding[] }> => {
  if (rule.assignment === undefined) return { readings: null, findings: [] }
  const row = await lastAssignment(tx, campaignId, rule.id)
  if (row?.readings == null || row.state !== 'confirmed') return { readings: null, findings: [finding({ code: 'round.notShared', strength: 'block', rule, what: ['评阅还没有分配，或还没有确认', 'Who reads whom is not shared out, or not confirmed yet'], mend: ['请评委会秘书在“评阅分配”里分配并确认，再开启。', 'Let the jury secretary share the readings out and confirm them, then open the round.'] })] }
  const all = await peopleOf(tx, campaignId, rule, null)
  const people = { jurors: all.jurors.filter((j) => jurors.includes(j.id)), candidates: all.candidates.filter((k) => candidates.includes(k.id)) }
  return { readings: row.readings, findings: standing(rule, questionOf(rule.assignment, people, await settledConflicts(tx, campaignId, people, null)), row.readings) }
}

/** The rule freezes as it stands now; a change means another round. Where a round comes after another, its candidates are that one's shortlist and nobody else. */
export const openRoundCommand = command(openRound, async ({ params, body }, c) => {
  const { tx, services } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId])
  const definition = await definitionOfCampaign(tx, services.definitions, params.campaignId)
  const rule = ruleOf(definition, 'round', body.ruleId)
  if (rule === undefined) throw absent()
  const jurors = await jurorsForRound(tx, params.campaignId, rule.id)
  const stand = await standBefore(tx, params.campaignId, rule)
  const candidates = [...new Set(body.nominationIds)]
  const foreign = rule.after === undefined ? [] : candidates.filter((id) => !stand.ids.includes(id))
  const found = [...stand.findings, ...(foreign.length > 0 && stand.findings.length === 0 ? [finding({ code: 'round.notShortlisted', strength: 'block', rule, what: [`有 ${foreign.length} 人不在上一轮的入围名单里`, `${foreign.length} candidate(s) are not on the shortlist of the round before`], mend: ['请刷新页面，按入围名单开启。', 'Reload the page and open the round with the shortlist.'] })] : [])]
  return open(c, { campaignId: params.campaignId, definition, rule, candidates, jurors: jurors.map((j) => j.id), follows: null, still: body.still, found, passage: rule.id })
})

/** 再投: the same rule for what a count left open, as a round of its own; the jury is the one that sat. */
export const openNextCommand = command(openNext, async ({ params, body }, c) => {
  const { tx, services, campaignId } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const before = await lockRound(tx, params.roundId)
  const definition = await definitionOfCampaign(tx, services.definitions, campaignId)
  const step = before.result === null ? null : stepAfter(before.rule, before.result)
  const standing: readonly { readonly outcome: string }[] = before.result?.rows ?? []
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]) => refusedBy([finding({ code: `round.${code}`, strength: 'block', rule: before.rule, what, mend })])
  const hasTie = standing.some((r) => r.outcome === 'tied')
  if (step === null || step.kind === 'done' || (step.kind === 'people' && !hasTie)) return no('nothingFollows', ['这一轮没有要再投的人选', 'Nothing is left to vote on after this round'], ['请刷新页面看结果。', 'Reload the page and see the result.'])
  const family = (await readFamilies(tx, campaignId)).find((f) => f.ruleId === rootId(before.ruleId))!
  if (family.rounds.at(-1)!.id !== before.id) return no('alreadyFollowed', ['这一轮之后已经再开过一轮', 'Another round was opened after this one'], ['请看最近的一轮。', 'See the latest round.'])
  if (await tx.row(`SELECT 1 FROM round_decisions WHERE round_id = $1 AND confirmed_at IS NULL AND withdrawn_at IS NULL`, [before.id]) !== undefined) return no('decisionWaits', ['已登记评委会的决定，等第二人确认', 'A decision of the jury waits for a second person'], ['先确认或撤回决定，再开新的一轮。', 'Confirm the decision or take it back first.'])
  const [sat, stood] = [await readRoundJurors(tx, before.id), await readRoundCandidates(tx, before.id)]
  const rule = nextRule(before.rule, step, family.rounds.length + 1)
  return open(c, { campaignId, definition, rule, candidates: stood.map((s) => s.nominationId).filter((id) => step.candidates.includes(id)), jurors: sat.map((j) => j.accountId), follows: before.id, still: body.still, found: [], passage: rootId(before.ruleId) })
})

/** What went before in the campaign: rounds that are over, and who sat in each. */
const roundsBefore = async (tx: CommandContext['tx'], campaignId: string): Promise<{ closed: string[]; others: Record<string, string[]> }> => {
  const [rounds, families] = [await listRounds(tx, campaignId), await readFamilies(tx, campaignId)]
  const others = await Promise.all(rounds.map(async (r) => [r.ruleId, (await readRoundJurors(tx, r.id)).map((j) => j.accountId)] as const))
  return { closed: families.filter((f) => f.rounds.every((r) => r.state === 'closed')).map((f) => f.ruleId), others: Object.fromEntries(others) }
}
