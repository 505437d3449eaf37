/** 回避: found from what both sides wrote, decided by people; who stands back sees, votes and counts no more, and a ballot given before is given again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger, verifyLedger } from '#contract/operations/campaigns'
import { decideConflict, readConflicts, readOwnSigns } from '#contract/operations/conflicts'
import { castBallot, closeRound, declareConflicts, openRound, readBallot, readCandidate, readRound } from '#contract/operations/jury'
import { listNews } from '#contract/operations/news'
import { inviteAccount } from '#contract/operations/organisations'
import { invariants } from '#server/store/invariants'
import { acceptedFrom } from './accepted'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let campaignId = '', roundId = ''
let jury: Awaited<ReturnType<typeof inviteJury>>
let supervisor: Person
const ids: string[] = []
const db = () => at.services.db
const names = ['沈若川', '顾南枝']
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers)
  ids.push(...await acceptedFrom(o, campaignId, names))
  await db().rows(`UPDATE nominations SET fields = fields || '{"employer":"青陵市第二人民医院（示例）","resume":[{"from":"2015-07","to":"2024-03","what":"云川医科大学附属第一医院急诊科，主治医师"},{"from":"2024-03","to":"","what":"青陵市第二人民医院"}],"deeds":"与评委丁守一合作完成课题。"}' WHERE id = $1`, [ids[0]])
  await db().rows(`UPDATE nominations SET fields = fields || '{"employer":"栗川市中医医院（示例）","resume":[],"deeds":"示例事迹。"}' WHERE id = $1`, [ids[1]])
  jury = await inviteJury(at, o, campaignId, 4)
  const unit = ['青陵二院', '云川医大附一院（示例）', '望海大学（示例）', '栗川学院（示例）']
  for (const [i, id] of jury.jurorIds.entries()) await db().rows(`UPDATE accounts SET unit_name = $2, person_name = $3 WHERE id = $1`, [id, unit[i], ['甲守仁', '乙怀远', '丁守一', '戊知行'][i]])
  const invited = await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })
  supervisor = await new Person(at.origin, 'supervisor').activate(invited.code)
})
afterAll(() => at.close())
const read = (who: Person = supervisor) => who.ask(readConflicts, { params: { campaignId } })
const list = async (of: string, who: Person = supervisor) => (await read(who)).pairs.filter((p) => p.list === of).map((p) => [jury.jurorIds.indexOf(p.accountId), ids.indexOf(p.nominationId), p.signs[0]?.kind ?? '—', p.certainty]).sort((a, b) => Number(a[0]) - Number(b[0]))
const decide = (who: Person, juror: number, n: number, decision: 'standsBack' | 'stays' = 'standsBack', reason = '同一单位（示例）') => ({ who, request: { params: { campaignId }, body: { accountId: jury.jurorIds[juror]!, nominationId: ids[n]!, decision, reason } } })
const asked = ({ who, request }: ReturnType<typeof decide>) => who.ask(decideConflict, request)
const refused = async ({ who, request }: ReturnType<typeof decide>) => (await who.refused(decideConflict, request)).codes

test('before any round: what was found stands on one list for office, supervisor and secretary; nobody is recused by it', async () => {
  for (const who of [o.office, supervisor, jury.secretary]) expect(await list('missing', who)).toEqual([[0, 0, 'sameUnit', 'ask'], [1, 0, 'usedToWork', 'likely'], [2, 0, 'sameProject', 'likely']])
  expect([(await read(o.office)).may, (await read()).may, (await read(jury.secretary)).may]).toEqual([[], ['decide'], ['decide']])
  expect(await db().rows(`SELECT 1 FROM recusals`)).toEqual([])
})

test('neither the office nor a juror decides; strangers to the campaign are as absent', async () => {
  for (const who of [o.office, jury.jurors[0]!, o.units[0]!.clerk]) expect((await who.refused(decideConflict, decide(who, 0, 0).request)).status).toBe(404)
  const other = { params: { campaignId }, body: { accountId: (await db().row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'zheng'`))!.id, nominationId: ids[0]!, decision: 'standsBack' as const, reason: '示例' } }
  expect((await supervisor.refused(decideConflict, other)).status).toBe(404)
})

test('what the supervisor claims before the round is in it from the first moment', async () => {
  await asked(decide(supervisor, 0, 0))
  await asked(decide(jury.secretary, 2, 0, 'stays', '只是同名（示例）'))
  roundId = (await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: ids, still: true } })).roundId
  expect([await list('missing'), await list('standsBack'), await list('stays')]).toEqual([[[1, 0, 'usedToWork', 'likely']], [[0, 0, 'sameUnit', 'ask']], [[2, 0, 'sameProject', 'likely']]])
  await jury.jurors[0]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  expect((await jury.jurors[0]!.refused(readCandidate, { params: { roundId, nominationId: ids[0]! } })).status).toBe(404)
  expect((await jury.jurors[0]!.refused(castBallot, { params: { roundId }, body: { approvals: [ids[0]!] } })).codes).toEqual(['ballot.recused'])
})

test('a juror is shown the own hints alone, and no words of a dossier that is closed still', async () => {
  const own = (i: number) => jury.jurors[i]!.ask(readOwnSigns, { params: { roundId } })
  expect((await own(1)).signs).toEqual([{ nominationId: ids[0], kinds: [{ kind: 'usedToWork', certainty: 'likely', words: '云川医大附一院（示例）' }] }])
  expect(JSON.stringify([await own(1), await own(2)])).not.toContain('急诊科')
  expect([(await own(2)).signs, (await own(3)).signs]).toEqual([[], []])
  // In a blind round nobody learns by a hint who stands there.
  await db().rows(`UPDATE rounds SET rule = rule || '{"blind":["name","unit"]}'`)
  expect((await own(1)).signs).toEqual([])
  await db().rows(`UPDATE rounds SET rule = rule - 'blind'`)
})

test('a late claim: the sealed ballot is gone, the trace stays, the juror is told to vote again and can', async () => {
  for (const j of jury.jurors.slice(1)) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  await jury.jurors[1]!.ask(castBallot, { params: { roundId }, body: { approvals: [ids[0]!] } })
  expect(await asked(decide(supervisor, 1, 0, 'standsBack', '两年前同科（示例）'))).toEqual({ withdrawn: 1, voided: 0, counted: 0 })
  expect([(await db().rows(`SELECT 1 FROM sealed_ballots`)).length, (await db().rows(`SELECT 1 FROM withdrawn_ballots`)).length]).toEqual([0, 1])
  const juror = jury.jurors[1]!
  expect([(await juror.ask(readBallot, { params: { roundId } })).votedAt, (await juror.ask(readOwnSigns, { params: { roundId } })).voteAgain?.reason]).toEqual([null, '两年前同科（示例）'])
  expect((await juror.ask(listNews, {})).news.map((n) => n.kind).slice(0, 2).sort()).toEqual(['recusalClaimed', 'voteAgain'])
  expect((await juror.refused(castBallot, { params: { roundId }, body: { approvals: [ids[0]!] } })).codes).toEqual(['ballot.recused'])
  await juror.ask(castBallot, { params: { roundId }, body: { approvals: [ids[1]!] } })
  expect((await juror.ask(readOwnSigns, { params: { roundId } })).voteAgain).toBeNull()
})

test('who decides what: twice, over a declaration, over the supervisor', async () => {
  await jury.jurors[3]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: ids[1]!, reason: '曾任同一课题组成员（示例）' }] } })
  expect(await list('unjustified')).toEqual([[3, 1, '—', null]])
  expect([await refused(decide(supervisor, 1, 0)), await refused(decide(supervisor, 3, 1, 'stays')), await refused(decide(jury.secretary, 0, 0, 'stays'))]).toEqual([['conflict.already'], ['conflict.declared'], ['conflict.supervisors']])
})

test('taken back while the round is open: the juror sees the dossier again, and the trace stays on the ledger', async () => {
  await asked(decide(supervisor, 0, 0, 'stays', '核实为另一家医院（示例）'))
  expect((await jury.jurors[0]!.ask(readCandidate, { params: { roundId, nominationId: ids[0]! } })).candidateName).toBe('沈若川')
})

test('the denominator follows the rule; after the count a claim changes nothing and is a finding to people', async () => {
  for (const i of [0, 2, 3]) await jury.jurors[i]!.ask(castBallot, { params: { roundId }, body: { approvals: [ids[i === 3 ? 0 : 1]!] } })
  await jury.secretary.ask(closeRound, { params: { roundId }, body: {} })
  const counted = (await supervisor.ask(readRound, { params: { roundId } })).result!
  const rule = (await db().row<{ leave: boolean; base: string }>(`SELECT (rule->'threshold'->>'recusedLeaveBase')::boolean AS leave, rule->'threshold'->>'base' AS base FROM rounds WHERE id = $1`, [roundId]))!
  expect(counted.rows.map((r) => [ids.indexOf(r.nominationId), r.approvals, r.base]).sort()).toEqual(rule.leave ? [[0, 1, 3], [1, 3, 3]] : [[0, 1, 4], [1, 3, 4]])
  expect(await asked(decide(supervisor, 2, 1, 'standsBack', '会后反映的亲属关系（示例）'))).toEqual({ withdrawn: 0, voided: 0, counted: 1 })
  expect((await supervisor.ask(readRound, { params: { roundId } })).result!.hash).toBe(counted.hash)
  const pair = (await read()).pairs.find((p) => p.accountId === jury.jurorIds[2] && p.nominationId === ids[1])!
  expect([pair.list, pair.findings.map((f) => f.code)]).toEqual(['standsBack', ['conflict.afterCount']])
})

test('who moved to the candidate’s unit in between is found at the next look', async () => {
  expect((await list('missing')).filter(([j]) => j === 3)).toEqual([])
  await db().rows(`UPDATE accounts SET unit_name = '青陵市第二人民医院' WHERE id = $1`, [jury.jurorIds[3]])
  expect((await list('missing')).filter(([j]) => j === 3)).toEqual([[3, 0, 'sameUnit', 'certain']])
})

test('the ledger tells what was done and never why; the record holds, and no invariant is broken', async () => {
  const { entries } = await supervisor.ask(campaignLedger, { params: { campaignId }, query: { after: 0, limit: 500 } })
  expect(entries.map((e) => e.act).filter((a) => a.startsWith('conflict.') || a === 'ballot.withdrawn')).toEqual(['conflict.claimed', 'conflict.dismissed', 'conflict.claimed', 'ballot.withdrawn', 'conflict.dismissed', 'conflict.claimed'])
  expect(JSON.stringify(await db().rows(`SELECT entry FROM ledger_entries`))).not.toContain('两年前同科')
  expect((await supervisor.ask(verifyLedger, { params: { campaignId } })).faults).toEqual([])
  for (const i of invariants) expect([i.name, await db().rows(i.sql)]).toEqual([i.name, []])
})
