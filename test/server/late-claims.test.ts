/** 迟到的回避 in rounds of scores: a named score is voided alone and leaves its trace; a secret sheet is withdrawn whole. And what a save of a card must look at, with the mutants that do not. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { decideConflict, readConflicts, readOwnSigns } from '#contract/operations/conflicts'
import { countSheet, declareConflicts, readRound } from '#contract/operations/jury'
import { listNews } from '#contract/operations/news'
import { readSheet, saveScore, submitSheet } from '#contract/operations/rounds'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { conclude } from '#core/review/concluded'
import type { Queries } from '#server/store/database'
import { invariants } from '#server/store/invariants'
import { putCard } from '#server/store/score-cards'
import { pdfText } from '../browser/pdf-text'
import { close, openAndCheckIn, openJury, score, scoreAll, type JuryCampaign } from './jury-rounds'
import { freshInstallation, type Installation } from './installation'

let at: Installation
let j: JuryCampaign
const names = ['沈若川', '顾南枝'] as const
const terms = { method: 'score', score: { from: 0, to: 100 }, places: 1 }
beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ ...terms, id: 'named', ballot: 'named' }, { ...terms, id: 'final', ballot: 'named', seeOthers: 'afterOwn' }, { ...terms, id: 'back', ballot: 'named' }, { ...terms, id: 'secret', ballot: 'secret' }, { ...terms, id: 'seat', ballot: 'secret' }, { ...terms, id: 'recused', ballot: 'named' }], names)
}, 120_000)
afterAll(() => at.close())
const db = () => at.services.db
const broken = async () => (await Promise.all(invariants.filter((i) => !i.name.startsWith('报送都在台账')).map(async (i) => ((await db().rows(i.sql)).length > 0 ? [i.name] : [])))).flat()
const recordOf = async (): Promise<CampaignRecord> => JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord
const claim = (juror: number, n: number, decision: 'standsBack' | 'stays' = 'standsBack') => j.secretary.ask(decideConflict, { params: { campaignId: j.campaignId }, body: { accountId: j.jurorIds[juror]!, nominationId: j.ids[n]!, decision, reason: '师生关系（示例）' } })
const actsOf = async (roundId: string) => (await db().rows<{ act: string }>(`SELECT entry->>'act' AS act FROM ledger_entries WHERE chain_id = $1 AND entry->'subject'->>'id' = $2 ORDER BY position`, [j.campaignId, roundId])).map((e) => e.act).filter((a) => a.startsWith('score.') || a === 'ballot.withdrawn')

test('named: that one score is voided, the rest of the sheet counts without being given again; on ledger, in the room, on the count sheet and in the record', async () => {
  const roundId = await openAndCheckIn(j, 'named')
  for (const [i, p] of j.jurors.entries()) { await score(p, roundId, j.ids[0]!, ['0'], i === 0 ? '回避前写的话（示例）' : ''); await scoreAll(p, roundId, j.ids, i === 0 ? [100, 10] : [60, 70]) }
  await score(j.jurors[0]!, roundId, j.ids[0]!, ['100'], '回避前写的话（示例）')
  await j.jurors[0]!.ask(submitSheet, { params: { roundId }, body: {} })
  expect(await claim(0, 0)).toEqual({ withdrawn: 0, voided: 1, counted: 0 })
  expect([await actsOf(roundId), (await db().rows(`SELECT 1 FROM withdrawn_ballots`)).length, (await db().rows(`SELECT 1 FROM sealed_ballots WHERE round_id = $1`, [roundId])).length]).toEqual([['score.voided'], 0, 5])
  const own = await j.jurors[0]!.ask(readOwnSigns, { params: { roundId } })
  expect([own.voteAgain, own.voided.map((v) => [v.candidateName, v.reason]), (await j.jurors[0]!.ask(listNews, {})).news[0]!.kind]).toEqual([null, [[names[0], '师生关系（示例）']], 'recusalClaimed'])
  expect((await j.secretary.ask(readConflicts, { params: { campaignId: j.campaignId } })).pairs.find((p) => p.accountId === j.jurorIds[0])!.voided).toBe(1)
  expect((await j.jurors[0]!.refused(saveScore, { params: { roundId, nominationId: j.ids[0]! }, body: { points: ['1'] } })).codes).toEqual(['ballot.recused'])
  await close(j, roundId)
  const result = (await j.o.office.ask(readRound, { params: { roundId } })).result!
  expect([result.returned, result.valid, result.rows.map((r) => [r.candidateName, r.label.zh, r.outcome, r.comments.length])]).toEqual([5, 5, [[names[0], '60.000', 'selected', 0], [names[1], '58.000', 'belowPlaces', 0]]])
  expect(result.voided).toEqual([{ personName: '评委1', candidateName: names[0], given: '100', reason: '师生关系（示例）' }])
  const sheet = await pdfText(new Uint8Array(await (await fetch(`${at.origin}${countSheet.path.replace(':roundId', roundId)}`, { headers: { cookie: `xuanshu_session=${j.o.office.token}` } })).arrayBuffer()))
  expect([sheet.includes('作废的打分'), sheet.includes('原打100'), sheet.includes('师生关系')]).toEqual([true, true, true])

  const record = await recordOf()
  expect(verifyRecord(record).faults).toEqual([])
  const kept = record.rounds.find((r) => r.id === roundId)!
  expect(kept.box.ballots.find((b) => b.juror === j.jurorIds[0])!.scores).toEqual({ [j.ids[0]!]: [100], [j.ids[1]!]: [10] })
  // Mutant: a count to which the claim comes too late gives another figure, and its record does not hold.
  const naive = { ...kept, box: { ...kept.box, recusals: [] } }
  const figure = (of: typeof kept) => { const r = conclude(of.rule, of.box); return 'method' in r && r.method === 'score' ? r.rows.find((x) => x.candidate === j.ids[0])!.raw : null }
  expect([figure(kept), figure(naive)]).toEqual([{ numerator: 60, denominator: 1 }, { numerator: 68, denominator: 1 }])
  const faults = (r: CampaignRecord) => verifyRecord(r).faults.map((f) => f.what.zh)
  expect(faults({ ...record, rounds: record.rounds.map((r) => (r === kept ? naive : r)) }).length).toBeGreaterThan(0)
  // Mutants: voided without a word on the ledger; voided on the ledger and counted all the same.
  expect(faults({ ...record, entries: record.entries.filter((e) => e.entry.act !== 'score.voided') })).toContain('有一名评委的打分没有计入，台账里却没有作废的记录')
  expect(await broken()).toEqual([])
}, 120_000)

test('where a sheet cannot be given again the claim still takes its one score out, and others see it no more', async () => {
  const roundId = await openAndCheckIn(j, 'final')
  for (const [i, p] of j.jurors.entries()) await scoreAll(p, roundId, i === 0 ? [j.ids[1]!] : j.ids, i === 0 ? [70] : i === 1 ? [99, 70] : [60, 70])
  const seen = async () => (await j.jurors[2]!.ask(readSheet, { params: { roundId } })).others!.find((x) => x.nominationId === j.ids[0])!.given.sort()
  expect(await seen()).toEqual(['60', '60', '99'])
  expect((await claim(1, 0)).voided).toBe(1)
  expect(await seen()).toEqual(['60', '60'])
  await close(j, roundId)
  expect((await j.o.office.ask(readRound, { params: { roundId } })).result!.rows.map((r) => [r.candidateName, r.label.zh])).toEqual([[names[1], '70.000'], [names[0], '60.000']])
}, 60_000)

test('a claim taken back before the close: the score counts again, with both on the ledger', async () => {
  const roundId = await openAndCheckIn(j, 'back')
  for (const p of j.jurors.slice(2)) await scoreAll(p, roundId, j.ids, [60, 70])
  expect((await claim(2, 0)).voided).toBe(1)
  await claim(2, 0, 'stays')
  expect([await actsOf(roundId), (await j.jurors[2]!.ask(readOwnSigns, { params: { roundId } })).voided, (await j.jurors[2]!.ask(readSheet, { params: { roundId } })).cards.length]).toEqual([['score.voided', 'score.restored'], [], 2])
  await close(j, roundId).catch(() => undefined)
  expect(verifyRecord(await recordOf()).faults).toEqual([])
}, 60_000)

test('secret: nobody opens a sheet to take one candidate out: it is withdrawn whole and given again', async () => {
  const roundId = await openAndCheckIn(j, 'secret')
  for (const p of j.jurors) if (p !== j.jurors[0] && p !== j.jurors[1]) await scoreAll(p, roundId, j.ids, [60, 70])
  expect(await claim(3, 1)).toMatchObject({ withdrawn: 1, voided: 0 })
  expect([await actsOf(roundId), (await j.jurors[3]!.ask(readOwnSigns, { params: { roundId } })).voteAgain?.candidateName]).toEqual([['ballot.withdrawn'], names[1]])
}, 60_000)

/** The statement of `putCard` less one of the things it looks at. */
const without = (part: string | RegExp): Queries => ({ ...bound(), row: ((sql: string, params: unknown[]) => { const naive = sql.replace(part, ''); if (naive === sql) throw new Error('the mutant is no mutant'); return db().row(naive, params) }) as Queries['row'] })
const bound = (): Queries => ({ row: db().row.bind(db()), rows: db().rows.bind(db()) }) as Queries
const waiting = async (): Promise<void> => { while ((await db().rows(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO score_cards%' AND pid <> pg_backend_pid()`)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10)) }

test('a card saved beside a drop or a close waits for it and is not written; a save that locks no seat leaves one behind', async () => {
  const roundId = await openAndCheckIn(j, 'seat')
  const card = { roundId, accountId: j.jurorIds[4]!, nominationId: j.ids[0]!, sealed: Buffer.from('x'), shared: false }
  const left = async () => (await db().rows(`SELECT 1 FROM score_cards WHERE round_id = $1`, [roundId])).length
  /** Somebody drops the juror, or closes, and has not committed yet. */
  const beside = async (save: () => Promise<unknown>, until: () => Promise<void>) => {
    let saving: Promise<unknown> = Promise.resolve()
    await db().transaction(async (tx) => {
      await tx.rows(`UPDATE round_jurors SET sits = false WHERE round_id = $1 AND account_id = $2`, [roundId, card.accountId])
      await tx.rows(`DELETE FROM score_cards WHERE round_id = $1 AND account_id = $2`, [roundId, card.accountId])
      saving = save()
      await until()
    })
    const saved = await saving
    const n = await left()
    await db().rows(`DELETE FROM score_cards WHERE round_id = $1`, [roundId])
    await db().rows(`UPDATE round_jurors SET sits = true WHERE round_id = $1`, [roundId])
    return [saved !== undefined, n]
  }
  expect(await beside(() => putCard(bound(), card), waiting)).toEqual([false, 0])
  // Mutant: it looks at the seat as it was, and does not wait.
  let done: Promise<unknown> = Promise.resolve()
  expect(await beside(() => (done = putCard(without(' FOR NO KEY UPDATE'), card)), async () => void (await done))).toEqual([true, 1])
}, 60_000)

test('the server takes no score of somebody the juror stands back from, whatever the page sends; a save that does not ask would', async () => {
  const roundId = await openAndCheckIn(j, 'recused', j.ids, j.jurors.slice(1))
  const [p, accountId] = [j.jurors[0]!, j.jurorIds[0]!]
  // What was claimed in an earlier round holds here from the opening.
  await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: j.ids[1]!, reason: '曾为师生（示例）' }] } })
  for (const id of j.ids) expect((await p.refused(saveScore, { params: { roundId, nominationId: id }, body: { points: ['99'] } })).codes).toEqual(['ballot.recused'])
  const card = { roundId, accountId, nominationId: j.ids[1]!, sealed: Buffer.from('x'), shared: false }
  expect(await putCard(bound(), card)).toBe(undefined)
  // Mutant: a save that does not ask for recusals.
  expect(await putCard(without(/NOT EXISTS \(SELECT FROM recusals.*?\) AND /), card)).toEqual(expect.any(Number))
  await db().rows(`DELETE FROM score_cards WHERE round_id = $1`, [roundId])
}, 60_000)
