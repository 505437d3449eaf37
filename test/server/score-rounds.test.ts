/** 评分轮: saved card by card, sealed, submitted as one sheet, counted by everybody the same; and what nobody may do in one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { verifyLedger } from '#contract/operations/campaigns'
import { castBallot, countSheet, declareConflicts, openRound, readBallot, readCandidate, readRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import { confirmDecision, dropJuror, openNext, proposeDecision, readSheet, resultSheet, saveScore, submitSheet, withdrawDecision } from '#contract/operations/rounds'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { invariants } from '#server/store/invariants'
import { close, openAndCheckIn, openJury, score, scoreAll, type JuryCampaign } from './jury-rounds'
import { freshInstallation, type Installation } from './installation'
import { Person } from './person'

let at: Installation
let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔', '韩野'] as const
const score100 = { method: 'score', score: { from: 0, to: 100 }, ballot: 'secret', places: 2 }

beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [
    { ...score100, id: 'blind', blind: ['name', 'unit'] }, { id: 'after-blind', method: 'approval', places: 1, after: 'blind' },
    { ...score100, id: 'named', ballot: 'named', seeOthers: 'afterOwn', score: { from: 0, to: 100, decimals: 1, criteria: [{ id: 'deeds', name: { zh: '事迹', en: 'Deeds' }, to: 100, percent: 60 }, { id: 'conduct', name: { zh: '品德', en: 'Conduct' }, to: 100, percent: 40 }] } },
    { ...score100, id: 'bad-input' }, { ...score100, id: 'raced' }, { ...score100, id: 'moved' }, { ...score100, id: 'dropped' }, { ...score100, id: 'tied-again', tie: 'again', places: 1 },
  ], names)
}, 120_000)
afterAll(() => at.close())

// The candidates of these tests were put there by hand.
const broken = async () => (await Promise.all(invariants.filter((i) => !i.name.startsWith('报送都在台账')).map(async (i) => ((await at.services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()
const recordOf = async (): Promise<CampaignRecord> => JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord

test('a blind round: numbers instead of names, nothing of any score to anybody before the close; the recused scores nobody and is in no denominator; a tie waits for two persons, and the next round has the shortlist by itself', async () => {
  const [first, second, third, fourth] = j.ids as [string, string, string, string]
  const { roundId } = await j.o.office.ask(openRound, { params: { campaignId: j.campaignId }, body: { ruleId: 'blind', nominationIds: [...j.ids], still: true } })
  const [recused, ...others] = j.jurors as [Person, ...Person[]]
  await recused.ask(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: first, reason: '同单位同事' }] } })
  for (const p of others) await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })

  // What a juror is sent names nobody, at no address.
  await at.services.db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('deeds', '沈若川在示例单位1一线十八年', 'employer', '示例单位1') WHERE id = $1`, [first])
  const seen = [await others[0]!.send(readBallot, { params: { roundId } }), await others[0]!.send(readCandidate, { params: { roundId, nominationId: first } }), await others[0]!.send(readSheet, { params: { roundId } })].map((s) => s.text)
  expect([seen.every((text) => text.length > 10), names.filter((n) => seen.some((text) => text.includes(n))), seen.some((text) => text.includes('示例单位1')), seen[1]!.includes('一线十八年')]).toEqual([true, [], false, true])
  expect(new Set((await others[0]!.ask(readBallot, { params: { roundId } })).candidates.map((c) => c.candidateName))).toEqual(new Set(['人选 01', '人选 02', '人选 03', '人选 04']))

  expect((await recused.refused(saveScore, { params: { roundId, nominationId: first }, body: { points: ['100'] } })).codes).toEqual(['ballot.recused'])
  await scoreAll(recused, roundId, [second, third, fourth], [80, 70, 70])
  for (const p of others) await scoreAll(p, roundId, j.ids, [90, 80, 80, 60])

  // Others are at it: the room is told who, never what; nothing in the database tells either.
  await score(others[0]!, roundId, first, ['11'], '只给自己看的话')
  const open = await j.o.office.send(readRound, { params: { roundId } })
  expect([JSON.parse(open.text).result, /points|scores|"label"|"raw"/.test(open.text), (await others[1]!.ask(readSheet, { params: { roundId } })).cards.some((c) => c.points?.[0] === '11'), (await others[1]!.ask(readSheet, { params: { roundId } })).others]).toEqual([null, false, false, null])
  const stored = await at.services.db.rows<{ t: string }>(`SELECT encode(sealed, 'escape') AS t FROM score_cards WHERE round_id = $1 UNION ALL SELECT encode(sealed, 'escape') FROM sealed_ballots WHERE round_id = $1`, [roundId])
  expect([stored.length > 15, stored.some((r) => /points|scores|只给/.test(r.t)), new Set(stored.slice(0, 5).map((r) => r.t.length)).size > 0]).toEqual([true, false, true])
  expect((await j.secretary.send(countSheet, { params: { roundId } })).status).toBe(404)
  // Mutants: a result written early is refused by the database, an opened box beside a round that is open is told by the invariant.
  await expect(at.services.db.rows(`UPDATE rounds SET result = '{}' WHERE id = $1`, [roundId])).rejects.toThrow('result_when_closed')
  await at.services.db.rows(`INSERT INTO ballots (round_id, code, approvals) VALUES ($1, 'EARLY', '[]')`, [roundId])
  expect(await broken()).toEqual(['开票前无明票 no open ballot before the count'])
  await at.services.db.rows(`DELETE FROM ballots WHERE code = 'EARLY'`)

  const { hash } = await close(j, roundId)
  const closed = await j.o.office.ask(readRound, { params: { roundId } })
  const row = (id: string) => { const r = closed.result!.rows.find((x) => x.nominationId === id)!; return [r.rank, r.outcome, r.label.zh, r.say.zh.slice(0, 8)] }
  // Four scored the first: the recused is nowhere in it. The card saved after the sheet was submitted does not count.
  expect([row(first), row(second), row(third), row(fourth)]).toEqual([[1, 'selected', '90.000', '4 名评委打分，'], [2, 'selected', '80.000', '5 名评委打分，'], [3, 'belowPlaces', '78.000', '5 名评委打分，'], [4, 'belowPlaces', '62.000', '5 名评委打分，']])
  expect([closed.result!.hash, closed.result!.ballotCodes.length, (await at.services.db.rows(`SELECT 1 FROM score_cards WHERE round_id = $1`, [roundId])).length]).toEqual([hash, 5, 0])
  for (const sheet of [countSheet, resultSheet]) expect((await j.o.office.send(sheet, { params: { roundId } })).text.slice(0, 5)).toBe('%PDF-')

  // After the close nothing goes in by any way.
  for (const refused of [await others[0]!.refused(saveScore, { params: { roundId, nominationId: first }, body: { points: ['1'] } }), await others[0]!.refused(submitSheet, { params: { roundId }, body: {} }), await others[0]!.refused(castBallot, { params: { roundId }, body: { approvals: [first] } })]) expect([refused.status, refused.problem.words.zh]).toEqual([409, '这一轮已经封票。'])

  const gone = await j.o.office.refused(openRound, { params: { campaignId: j.campaignId }, body: { ruleId: 'after-blind', nominationIds: [first, third], still: true } })
  expect(gone.codes).toEqual(['round.notShortlisted'])
  const later = await openAndCheckIn(j, 'after-blind', [first, second])
  expect((await j.o.office.ask(readRound, { params: { roundId: later } })).candidates.map((c) => c.nominationId).sort()).toEqual([first, second].sort())
  for (const p of j.jurors) await p.ask(castBallot, { params: { roundId: later }, body: { approvals: [first, second] } })
  await close(j, later)

  // Both reached two thirds, one place: the machine draws no lot.
  const tied = await j.o.office.ask(readRound, { params: { roundId: later } })
  expect([tied.result!.rows.map((r) => r.outcome), tied.result!.next.kind]).toEqual([['tied', 'tied'], 'people'])
  const decide = (selected: string[]) => ({ params: { roundId: later }, body: { decision: { kind: 'tie' as const, selected }, reason: '评委会会议表决（示例）' } })
  expect((await j.secretary.refused(proposeDecision, decide([third]))).codes).toEqual(['decision.notTied'])
  expect((await j.secretary.refused(proposeDecision, decide([first, second]))).codes).toEqual(['decision.tooMany'])
  expect((await j.o.office.refused(proposeDecision, decide([first]))).status).toBe(404)
  const { decisionId } = await j.secretary.ask(proposeDecision, decide([second]))
  const params = { roundId: later, decisionId }
  expect([(await j.secretary.refused(confirmDecision, { params })).codes, (await j.secretary.refused(proposeDecision, decide([first]))).codes, (await j.o.office.ask(readRound, { params: { roundId: later } })).result!.rows.map((r) => r.outcome)]).toEqual([['decision.samePerson'], ['decision.waiting'], ['tied', 'tied']])
  await j.secretary.ask(withdrawDecision, { params })
  expect((await j.o.office.refused(confirmDecision, { params })).status).toBe(404)
  const again = await j.secretary.ask(proposeDecision, decide([second]))
  await j.o.office.ask(confirmDecision, { params: { roundId: later, decisionId: again.decisionId } })
  const settled = (await j.o.office.ask(readRound, { params: { roundId: later } })).result!
  expect([settled.rows.filter((r) => r.outcome === 'selected').map((r) => [r.candidateName, r.settledBy]), settled.hash === tied.result!.hash, settled.next.kind]).toEqual([[[names[1], 'jury']], false, 'done'])
  expect((await j.secretary.refused(proposeDecision, decide([first]))).codes).toEqual(['decision.nothingOpen'])

  // The record proves all of it; what was changed in it, and by whom decided, is found.
  expect(await j.o.office.ask(verifyLedger, { params: { campaignId: j.campaignId }, body: {} })).toMatchObject({ whole: true, faults: [], counts: 2 })
  const record = await recordOf()
  expect([verifyRecord(record).faults, names.filter((n) => JSON.stringify(record).includes(n)), JSON.stringify(record).includes('只给自己看的话')]).toEqual([[], [], false])
  const mutant = (change: (r: CampaignRecord['rounds'][number]) => object, id: string) => verifyRecord({ ...record, rounds: record.rounds.map((r) => (r.id === id ? { ...r, ...change(r) } : r)) }).faults.length > 0
  expect([
    mutant((r) => ({ box: { ...r.box, ballots: r.box.ballots.map((b, i) => (i === 0 ? { ...b, scores: { ...b.scores, [third]: [99] } } : b)) } }), roundId), mutant((r) => ({ box: { ...r.box, recusals: [] } }), roundId),
    mutant((r) => ({ box: { ...r.box, jurors: r.box.jurors.slice(1) } }), roundId), mutant(() => ({ decisions: [] }), later), mutant(() => ({ decisions: [{ kind: 'tie', selected: [first] }] }), later), mutant((r) => ({ result: { ...r.result, rows: r.result.rows.toReversed() } }), roundId),
  ]).toEqual([true, true, true, true, true, true])
  expect(await broken()).toEqual([])
}, 120_000)

test('a named round: by criteria with weights and a decimal; others’ scores only once the own sheet is in, which is then final; the record has each sheet with its juror, by the hash the ledger took', async () => {
  const roundId = await openAndCheckIn(j, 'named', j.ids.slice(0, 2))
  const [a, b] = j.jurors as [Person, Person]
  await score(a, roundId, j.ids[0]!, ['90.5', '80'], '讲得清楚（示例）')
  await score(a, roundId, j.ids[1]!, ['70', ''])
  expect((await a.refused(submitSheet, { params: { roundId }, body: {} })).codes).toEqual(['ballot.missing'])
  await score(a, roundId, j.ids[1]!, ['70', '60'])
  expect((await a.ask(readSheet, { params: { roundId } })).cards.map((c) => c.points)).toEqual([['90.5', '80'], ['70', '60']])
  expect((await b.ask(readSheet, { params: { roundId } })).others).toBe(null)
  await a.ask(submitSheet, { params: { roundId }, body: {} })
  expect((await b.ask(readSheet, { params: { roundId } })).others).toBe(null)
  for (const p of j.jurors.slice(1)) {
    for (const id of j.ids.slice(0, 2)) await score(p, roundId, id, ['80', '80'])
    await p.ask(submitSheet, { params: { roundId }, body: {} })
  }
  expect((await b.ask(readSheet, { params: { roundId } })).others!.find((x) => x.nominationId === j.ids[0])!.given.sort()).toEqual(['80', '80', '80', '86.3'])
  expect((await b.refused(saveScore, { params: { roundId, nominationId: j.ids[0]! }, body: { points: ['100', '100'] } })).codes).toEqual(['ballot.final'])
  expect((await b.refused(submitSheet, { params: { roundId }, body: {} })).codes).toEqual(['ballot.final'])
  // Nor is it told by the ledger while the round is open: the hash of a named sheet is salted.
  const { entry } = (await at.services.db.row<{ entry: { data: { ballot: string } } }>(`SELECT entry FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = 'sheet.submitted' AND entry->'subject'->>'id' = $2 ORDER BY position LIMIT 1`, [j.campaignId, roundId]))!
  expect(entry.data.ballot).toMatch(/^[0-9a-f]{64}$/)
  await close(j, roundId)
  const result = (await j.o.office.ask(readRound, { params: { roundId } })).result!
  expect(result.rows.map((r) => [r.candidateName, r.label.zh, r.comments])).toEqual([[names[0], '81.260', [{ by: '评委1', text: '讲得清楚（示例）' }]], [names[1], '77.200', []]])
  const record = await recordOf()
  expect(verifyRecord(record).faults).toEqual([])
  const own = record.rounds.find((r) => r.id === roundId)!
  expect(own.box.ballots.map((x) => x.juror).sort()).toEqual([...j.jurorIds].sort())
  // Mutant: two jurors' names exchanged leave every figure as it is; the ledger knows.
  const [x, y] = own.box.ballots as [typeof own.box.ballots[0], typeof own.box.ballots[0]]
  const swapped = { ...own, box: { ...own.box, ballots: own.box.ballots.map((s) => (s === x ? { ...s, juror: y.juror! } : s === y ? { ...s, juror: x.juror! } : s)) } }
  expect(verifyRecord({ ...record, rounds: record.rounds.map((r) => (r === own ? swapped : r)) }).faults.map((f) => f.code)).toContain('count')
}, 120_000)

test('bad input is refused with clear words, and nothing of it is kept', async () => {
  const { roundId } = await j.o.office.ask(openRound, { params: { campaignId: j.campaignId }, body: { ruleId: 'bad-input', nominationIds: j.ids.slice(0, 2), still: true } })
  const p = j.jurors[0]!
  const save = (points: string[], nominationId = j.ids[0]!) => p.refused(saveScore, { params: { roundId, nominationId }, body: { points } })
  expect((await save(['50'])).codes).toEqual(['ballot.notPresent'])
  expect((await p.refused(submitSheet, { params: { roundId }, body: {} })).codes).toContain('ballot.notPresent')
  for (const q of j.jurors) await q.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  const told = async (points: string[]) => { const r = await save(points); return [r.status, r.codes.join(), r.problem.findings![0]!.what.zh] }
  expect([await told(['101']), await told(['NaN']), await told(['9.999']), await told(['-1']), await told(['1e2']), await told(['50', '50'])]).toEqual([
    [422, 'ballot.scoreOutOfRange', '得分 101，应在 0 到 100 之间'], [422, 'ballot.scoreNotWhole', '得分不是整数'], [422, 'ballot.scoreNotWhole', '得分不是整数'], [422, 'ballot.scoreNotWhole', '得分不是整数'], [422, 'ballot.scoreNotWhole', '得分不是整数'], [422, 'ballot.criteriaMissing', '要打 1 项分，打了 2 项']])
  expect((await save(['50'], j.ids[3]!)).codes).toEqual(['ballot.unknown'])
  expect((await p.raw('POST', `/api/rounds/${roundId}/candidates/${j.ids[0]}/score`, { points: [Number.NaN] })).status).toBe(400)
  expect((await p.refused(saveScore, { params: { roundId, nominationId: j.ids[0]! }, body: { grade: 0 } })).codes).toEqual(['ballot.wrongMethod'])
  expect((await p.refused(castBallot, { params: { roundId }, body: { approvals: [j.ids[0]!] } })).codes).toEqual(['ballot.wrongMethod'])
  expect((await p.refused(submitSheet, { params: { roundId }, body: {} })).codes).toEqual(['ballot.emptySheet'])
  // A juror of nobody's jury, and another's round.
  const made = await j.o.office.ask(inviteAccount, { body: { personName: '外来评委', login: 'forged', role: 'juror' } })
  const forged = await new Person(at.origin, 'forged').activate(made.code)
  expect((await forged.refused(saveScore, { params: { roundId, nominationId: j.ids[0]! }, body: { points: ['50'] } })).status).toBe(404)
  expect([(await p.ask(readSheet, { params: { roundId } })).cards, (await at.services.db.rows(`SELECT 1 FROM score_cards WHERE round_id = $1`, [roundId])).length]).toEqual([[], 0])
  // Full-width digits are what a phone types.
  await score(p, roundId, j.ids[0]!, ['８５'])
  expect((await p.ask(readSheet, { params: { roundId } })).cards[0]!.points).toEqual(['85'])
}, 60_000)

test('saved, submitted and closed at one instant: whoever was told that the sheet is in is counted, nobody else is, and no card is left; twice at once is one ballot', async () => {
  const roundId = await openAndCheckIn(j, 'raced', j.ids.slice(0, 2))
  for (const p of j.jurors) for (const id of j.ids.slice(0, 2)) await score(p, roundId, id, ['70'])
  const twice = await Promise.all([1, 2, 3].map(() => j.jurors[0]!.ask(submitSheet, { params: { roundId }, body: {} })))
  expect((await at.services.db.rows(`SELECT 1 FROM sealed_ballots WHERE round_id = $1`, [roundId])).length).toBe(1)
  for (const p of j.jurors.slice(1, 4)) await p.ask(submitSheet, { params: { roundId }, body: {} })
  const storm = await Promise.all([
    ...Array.from({ length: 12 }, (_, i) => j.jurors[i % 5]!.send(saveScore, { params: { roundId, nominationId: j.ids[i % 2]! }, body: { points: [String(i)] } })), j.secretary.send((await import('#contract/operations/jury')).closeRound, { params: { roundId }, body: {} }), j.jurors[4]!.send(submitSheet, { params: { roundId }, body: {} }),
  ])
  const last = storm.at(-1)!
  expect([storm.map((s) => s.status).filter((s) => s !== 200 && s !== 409), storm.at(-2)!.status]).toEqual([[], 200])
  const result = (await j.o.office.ask(readRound, { params: { roundId } })).result!
  expect([result.returned, result.ballotCodes.filter((c) => twice.some((t) => t.ballotCode === c)).length, (await at.services.db.rows(`SELECT 1 FROM score_cards WHERE round_id = $1`, [roundId])).length]).toEqual([last.status === 200 ? 5 : 4, 1, 0])
  expect(await broken()).toEqual([])
  // Mutant: a save that looks at no seat leaves a card behind, and the invariant tells.
  await at.services.db.rows(`INSERT INTO score_cards (round_id, account_id, nomination_id, sealed, saved_at) VALUES ($1, $2, $3, 'x', product_time())`, [roundId, j.jurorIds[0], j.ids[0]])
  expect(await broken()).toEqual(['封票后无评分卡 no score card after the count'])
  await at.services.db.rows(`DELETE FROM score_cards WHERE round_id = $1`, [roundId])
}, 60_000)

test('a juror who moves into the candidate’s unit in between gives no more scores to it, and says so first', async () => {
  const roundId = await openAndCheckIn(j, 'moved', j.ids.slice(0, 2))
  const [p, id] = [j.jurors[1]!, j.jurorIds[1]!]
  for (const n of j.ids.slice(0, 2)) await score(p, roundId, n, ['70'])
  await at.services.db.rows(`UPDATE accounts SET unit_name = '示例单位1' WHERE id = $1`, [id])
  const refused = await p.refused(saveScore, { params: { roundId, nominationId: j.ids[0]! }, body: { points: ['99'] } })
  expect([refused.codes, refused.problem.findings![0]!.what.zh]).toEqual([['ballot.ownUnit'], `${names[0]} 与您现在同一单位，不能评审`])
  expect((await p.refused(submitSheet, { params: { roundId }, body: {} })).codes).toEqual(['ballot.ownUnit'])
  await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: j.ids[0]!, reason: '调入该单位（示例）' }] } })
  await p.ask(submitSheet, { params: { roundId }, body: {} })
  for (const q of j.jurors.filter((x) => x !== p)) await scoreAll(q, roundId, j.ids.slice(0, 2), [60, 60])
  await close(j, roundId)
  expect((await j.o.office.ask(readRound, { params: { roundId } })).result!.rows.map((r) => [r.candidateName, r.label.zh])).toEqual([[names[1], '62.000'], [names[0], '60.000']])
  await at.services.db.rows(`UPDATE accounts SET unit_name = '外单位2（示例）' WHERE id = $1`, [id])
}, 60_000)

test('a silent juror does not block: dropped with a reason, out of every number, on record; whoever voted cannot be', async () => {
  const roundId = await openAndCheckIn(j, 'dropped', j.ids.slice(0, 2), j.jurors.slice(0, 3))
  for (const p of j.jurors.slice(0, 3)) await scoreAll(p, roundId, j.ids.slice(0, 2), [80, 60])
  expect((await j.secretary.refused((await import('#contract/operations/jury')).closeRound, { params: { roundId }, body: {} })).codes).toEqual(['round.noQuorum'])
  const drop = (accountId: string) => ({ params: { roundId, accountId }, body: { reason: '因公出国，不能参加本轮（示例）' } })
  expect((await j.secretary.refused(dropJuror, drop(j.jurorIds[0]!))).codes).toEqual(['juror.voted'])
  expect((await j.o.office.refused(dropJuror, drop(j.jurorIds[4]!))).status).toBe(404)
  await j.secretary.ask(dropJuror, drop(j.jurorIds[4]!))
  expect((await j.secretary.refused(dropJuror, drop(j.jurorIds[4]!))).codes).toEqual(['juror.dropped'])
  const open = await j.o.office.ask(readRound, { params: { roundId } })
  expect([open.quorum, open.closing, open.jurors.find((x) => x.accountId === j.jurorIds[4])!.dropped]).toEqual([{ entitled: 4, present: 3, reached: true }, [], '因公出国，不能参加本轮（示例）'])
  expect([(await j.jurors[4]!.refused(saveScore, { params: { roundId, nominationId: j.ids[0]! }, body: { points: ['1'] } })).codes, (await j.jurors[4]!.refused(readCandidate, { params: { roundId, nominationId: j.ids[0]! } })).status]).toEqual([['ballot.dropped'], 404])
  await close(j, roundId)
  const record = await recordOf()
  expect(verifyRecord(record).faults).toEqual([])
  // Mutant: dropped without a word in the ledger.
  expect(verifyRecord({ ...record, entries: record.entries.filter((e) => e.entry.act !== 'juror.dropped') }).faults.map((f) => f.code)).toContain('count')
  expect(await broken()).toEqual([])
}, 60_000)

test('those tied are voted on again as a round of its own, and what it says is what stands', async () => {
  const roundId = await openAndCheckIn(j, 'tied-again', j.ids.slice(0, 3))
  expect((await j.o.office.refused(openNext, { params: { roundId }, body: { still: true } })).codes).toEqual(['round.nothingFollows'])
  for (const p of j.jurors) await scoreAll(p, roundId, j.ids.slice(0, 3), [80, 80, 50])
  await close(j, roundId)
  const next = await j.o.office.ask(openNext, { params: { roundId }, body: { still: true } })
  expect((await j.o.office.refused(openNext, { params: { roundId }, body: { still: true } })).codes).toEqual(['round.alreadyFollowed'])
  expect((await j.secretary.refused(proposeDecision, { params: { roundId }, body: { decision: { kind: 'tie', selected: [j.ids[0]!] }, reason: '会议表决（示例）' } })).codes).toEqual(['decision.followed'])
  const second = await j.o.office.ask(readRound, { params: { roundId: next.roundId } })
  expect([second.candidates.map((c) => c.nominationId).sort(), second.follows!.id, second.rule.places, second.rule.name.zh]).toEqual([j.ids.slice(0, 2).sort(), roundId, 1, '示例轮（并列再投，第 2 次）'])
  for (const p of j.jurors) { await p.ask(declareConflicts, { params: { roundId: next.roundId }, body: { conflicts: [] } }); await scoreAll(p, next.roundId, j.ids.slice(0, 2), [70, 90]) }
  await close(j, next.roundId)
  expect([(await j.o.office.ask(readRound, { params: { roundId: next.roundId } })).result!.rows.map((r) => [r.nominationId, r.outcome]), (await j.o.office.ask(readRound, { params: { roundId } })).result!.rows.map((r) => r.outcome)]).toEqual([[[j.ids[1], 'selected'], [j.ids[0], 'belowPlaces']], ['tied', 'tied', 'belowPlaces']])
  expect(verifyRecord(await recordOf()).faults).toEqual([])
}, 60_000)
