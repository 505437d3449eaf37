/** 纸质选票: printed, counted by the scrutineers, entered by two persons who do not see each other's, compared, settled over the paper, and counted by the same function. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { castBallot, closeRound, countSheet, declareConflicts, openRound, readRound } from '#contract/operations/jury'
import { abandonRound } from '#contract/operations/key-shares'
import { countPapers, enterPaper, finishPapers, printPaperBallots, readPaper, settlePaper } from '#contract/operations/paper-ballots'
import { inviteAccount } from '#contract/operations/organisations'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { invariants } from '#server/store/invariants'
import { pdfPages, pdfText } from '../browser/pdf-text'
import { openJury, type JuryCampaign } from './jury-rounds'
import { freshInstallation, type Installation } from './installation'
import { Person } from './person'

let at: Installation
let j: JuryCampaign
let second: Person
const names = ['沈若川', '顾南枝', '阿依努尔'] as const
beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ id: 'paper', paper: true, ballot: 'secret', maxApprovals: 2 }, { id: 'marks', paper: true, ballot: 'named', marks: { against: true, writeIn: true }, places: 1 }, { id: 'void', paper: true, ballot: 'secret' }], names)
  second = await new Person(at.origin, 'second').activate((await j.o.office.ask(inviteAccount, { body: { personName: '许听澜', login: 'xu', role: 'office' } })).code)
}, 120_000)
afterAll(() => at.close())

const db = () => at.services.db
const open = async (ruleId: string, here = 5): Promise<string> => {
  const { roundId } = await j.o.office.ask(openRound, { params: { campaignId: j.campaignId }, body: { ruleId, nominationIds: [...j.ids], still: true } })
  for (const p of j.jurors.slice(0, here)) await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  return roundId
}
const bytes = async (who: Person, path: string, body?: object): Promise<Uint8Array> => {
  const r = await fetch(`${at.origin}${path}`, { method: body === undefined ? 'GET' : 'POST', headers: { cookie: `xuanshu_session=${who.token}`, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  if (r.status !== 200) throw new Error(await r.text())
  return new Uint8Array(await r.arrayBuffer())
}
/** The codes, one a page, in the order in which the papers came out of the printer. */
const print = async (roundId: string, again = false) => (await pdfPages(await bytes(j.secretary, printPaperBallots.path.replace(':roundId', roundId), { again }))).map((page) => ({ page, code: /([A-Z2-9]{4}-[A-Z2-9]{4})/.exec(page)![1]! }))
const counts = (roundId: string, issued: number, returned: number) => ({ params: { roundId }, body: { issued, returned, scrutineers: '评委1、评委2' } })
const enter = (who: Person, roundId: string, code: string, approvals: readonly string[], more: object = {}) => who.ask(enterPaper, { params: { roundId }, body: { code, read: { approvals: [...approvals], ...more } } })
const codesOf = async (who: Person, roundId: string) => (await who.refused(closeRound, { params: { roundId }, body: {} })).codes
const recordOf = async (): Promise<CampaignRecord> => JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord
const broken = async () => (await Promise.all(invariants.filter((i) => !i.name.startsWith('报送都在台账')).map(async (i) => ((await db().rows(i.sql)).length > 0 ? [i.name] : [])))).flat()

test('from the printer to the record: neither sees the other’s reading, a difference stops the close until it is settled over the paper, and the sheet says how it was', async () => {
  const roundId = await open('paper', 4)
  const params = { roundId }
  const [x, y, z] = j.ids as [string, string, string]
  expect((await j.jurors[0]!.refused(castBallot, { params, body: { approvals: [x] } })).codes).toEqual(['ballot.onPaper'])
  expect((await j.secretary.refused(countPapers, counts(roundId, 4, 4))).codes).toEqual(['paper.notPrinted'])
  const old = await print(roundId)
  const papers = await print(roundId, true)
  // One for each seat; of a secret round no name of a juror, on paper or beside a code.
  expect([papers.length, papers.some((p) => /评委\d/.test(p.page)), papers[0]!.page.includes('沈若川'), (await db().rows(`SELECT 1 FROM paper_ballots WHERE round_id = $1 AND account_id IS NOT NULL`, [roundId])).length]).toEqual([5, false, true, 0])
  expect([(await j.secretary.refused(enterPaper, { params, body: { code: papers[0]!.code, read: { approvals: [] } } })).codes, (await j.secretary.refused(countPapers, counts(roundId, 5, 5))).codes, (await j.secretary.refused(countPapers, counts(roundId, 4, 5))).codes]).toEqual([['paper.notCounted'], ['paper.moreThanPresent'], ['paper.moreThanIssued']])
  await j.secretary.ask(countPapers, counts(roundId, 4, 4))
  const [c1, c2, c3, c4] = papers.map((p) => p.code) as [string, string, string, string]
  // First counter: the secretary. A paper of the first printing is none of this round.
  expect((await j.secretary.refused(enterPaper, { params, body: { code: old[0]!.code, read: { approvals: [] } } })).codes).toEqual(['paper.unknownCode'])
  await enter(j.secretary, roundId, c1.toLowerCase().replace('-', ' '), [x])
  await enter(j.secretary, roundId, c2, [x])
  // A code typed a second time overwrites nothing unless it is said that this paper is read anew.
  expect((await j.secretary.refused(enterPaper, { params, body: { code: c2, read: { approvals: [x, y] } } })).codes).toEqual(['paper.enteredAlready'])
  await j.secretary.ask(enterPaper, { params, body: { code: c2, read: { approvals: [x, y] }, change: true } })
  await enter(j.secretary, roundId, c3, [x, y, z])
  expect((await j.secretary.refused(finishPapers, { params, body: { done: true } })).codes).toEqual(['paper.notAllEntered'])
  await enter(j.secretary, roundId, c4, [], { spoilt: 'altered' })
  await j.secretary.ask(finishPapers, { params, body: { done: true } })
  // Second: of the office. It is shown nothing of the first reading, and the database holds none in the open.
  await enter(second, roundId, c1, [x])
  const seen = await second.send(readPaper, { params })
  expect([JSON.parse(seen.text).own.length, JSON.parse(seen.text).compared, seen.text.includes(c2), JSON.stringify(await db().rows(`SELECT encode(sealed, 'escape') AS s FROM paper_entries WHERE round_id = $1`, [roundId])).includes(x)]).toEqual([1, null, false, false])
  for (const who of [j.jurors[0]!, j.o.units[0]!.clerk]) expect((await who.refused(enterPaper, { params, body: { code: c2, read: { approvals: [] } } })).status).toBe(404)
  expect((await j.o.office.refused(enterPaper, { params, body: { code: c2, read: { approvals: [] } } })).codes).toEqual(['paper.twoAlready'])
  expect(await codesOf(j.secretary, roundId)).toEqual(['paper.notEntered'])
  await enter(second, roundId, c2, [y])
  await enter(second, roundId, c3, [z, y, x])
  await enter(second, roundId, c4, [], { spoilt: 'altered' })
  await second.ask(finishPapers, { params, body: { done: true } })

  const compared = (await j.secretary.ask(readPaper, { params })).compared!
  expect([compared.alike, compared.differences.map((d) => [d.code, d.a!.approvals.length, d.b!.approvals, d.settled])]).toEqual([3, [[c2, 2, [y], null]]])
  expect(await codesOf(j.secretary, roundId)).toEqual(['paper.differences'])
  expect((await second.refused(settlePaper, { params, body: { code: c1, read: { approvals: [y] } } })).status).toBe(404)
  await second.ask(settlePaper, { params, body: { code: c2, read: { approvals: [x, y] } } })
  await j.secretary.ask(closeRound, { params, body: {} })
  const result = (await j.o.office.ask(readRound, { params })).result!
  expect([result.entitled, result.present, result.issued, result.returned, result.valid, result.invalid, result.rows.map((r) => [r.candidateName, r.approvals, r.base])]).toEqual([5, 4, 4, 4, 2, 2, [['沈若川', 2, 4], ['顾南枝', 1, 4], ['阿依努尔', 0, 4]]])
  expect(result.paper).toEqual({ scrutineers: '评委1、评委2', counters: ['苏怀瑾', '许听澜'], settled: 1, spoilt: [{ code: c4, reason: { zh: '涂改', en: 'altered' } }] })
  const sheet = await pdfText(await bytes(j.o.office, countSheet.path.replace(':roundId', roundId)))
  expect([sheet.includes('苏怀瑾、许听澜分别录入，1张不一致，对照原票定下'), sheet.includes(`废票${c4}：涂改`)]).toEqual([true, true])

  const record = await recordOf()
  expect(verifyRecord(record).faults).toEqual([])
  const said = (r: CampaignRecord) => verifyRecord(r).faults.map((f) => f.what.zh)
  const own = record.rounds.find((r) => r.id === roundId)!
  // Mutants: one reading alone; a count of papers that nobody made.
  const lone = { ...record, entries: record.entries.filter((e) => !(e.entry.act === 'paperBallots.entered' && e.entry.data['slot'] === 'B')) }
  expect([said(lone).includes('纸质选票没有由两个人各自录入'), said({ ...record, entries: record.entries.filter((e) => e.entry.act !== 'paperBallots.counted') }).includes('票箱里的张数与监票人清点、记入台账的不同'), own.box.paper]).toEqual([true, true, { issued: 4 }])
  expect(await broken()).toEqual([])
}, 120_000)

test('a named paper bears its juror, names are written in, and readings that are alike need nobody to settle them', async () => {
  const roundId = await open('marks')
  const params = { roundId }
  const papers = await print(roundId)
  expect(papers.every((p) => /评委\d/.test(p.page))).toBe(true)
  await j.secretary.ask(countPapers, counts(roundId, 5, 5))
  for (const who of [j.secretary, second]) {
    for (const [i, p] of papers.entries()) await enter(who, roundId, p.code, i === 0 ? [] : [j.ids[0]!], i === 0 ? { against: [j.ids[0]!], writeIns: ['韩野'] } : {})
    await who.ask(finishPapers, { params, body: { done: true } })
  }
  // Opened again before anything is settled, and done again.
  await second.ask(finishPapers, { params, body: { done: false } })
  expect((await j.secretary.ask(readPaper, { params })).compared).toBe(null)
  await second.ask(finishPapers, { params, body: { done: true } })
  await j.secretary.ask(closeRound, { params, body: {} })
  const result = (await j.o.office.ask(readRound, { params })).result!
  expect([result.rows[0]!.approvals, result.rows[0]!.against, result.writeIns]).toEqual([4, 1, [{ name: '韩野', votes: 1 }]])
  const record = await recordOf()
  const own = record.rounds.find((r) => r.id === roundId)!
  expect([verifyRecord(record).faults, own.box.ballots.map((b) => b.juror).sort()]).toEqual([[], [...j.jurorIds].sort()])
  // Mutant: a box that is not what two persons entered.
  const other = { ...own, box: { ...own.box, ballots: own.box.ballots.map((b) => ({ ...b, approvals: [j.ids[1]!] })) } }
  expect(verifyRecord({ ...record, rounds: record.rounds.map((r) => (r === own ? other : r)) }).faults.length).toBeGreaterThan(0)
  expect(await broken()).toEqual([])
}, 120_000)

test('more came back than were issued: the vote is void; the round is given up on record and opened anew', async () => {
  const roundId = await open('void')
  await print(roundId)
  expect((await j.secretary.refused(countPapers, counts(roundId, 4, 5))).codes).toEqual(['paper.moreThanIssued'])
  await j.secretary.ask(abandonRound, { params: { roundId }, body: { reason: '收回多于发出（示例）' } })
  const again = await open('void')
  expect([(await j.o.office.ask(readRound, { params: { roundId: again } })).state, verifyRecord(await recordOf()).faults]).toEqual(['open', []])
}, 60_000)
