/** 纪检监督: a round counted again from the record, sampling by a seed that was on the ledger before, and a report whose words are sealed by their hash. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { castBallot, closeRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import { drawSampled, fixSample, noteSample, readReport, readSamples, replayCount, reportPdf, reportWord, sealReport } from '#contract/operations/supervision'
import { hashOf } from '#core/kernel/canonical'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { replayRound } from '#core/ledger/replay'
import { commitmentOf } from '#core/review/jury/draw-terms'
import { pdfText } from '../browser/pdf-text'
import { freshInstallation, type Installation } from './installation'
import { openAndCheckIn, openJury, type JuryCampaign } from './jury-rounds'
import { Person } from './person'

let at: Installation
let j: JuryCampaign
let supervisor: Person
let roundId: string
const params = () => ({ campaignId: j.campaignId })
beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ id: 'vote', ballot: 'secret' }], ['沈若川', '顾南枝', '阿依努尔'])
  supervisor = await new Person(at.origin, 'supervisor').activate((await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  roundId = await openAndCheckIn(j, 'vote')
  for (const [i, p] of j.jurors.entries()) await p.ask(castBallot, { params: { roundId }, body: { approvals: i < 4 ? [j.ids[0]!, j.ids[1]!] : [j.ids[2]!] } })
  await j.secretary.ask(closeRound, { params: { roundId }, body: {} })
}, 120_000)
afterAll(() => at.close())

const recordOf = async (): Promise<CampaignRecord> => JSON.parse((await supervisor.send(exportRecord, { params: params() })).text) as CampaignRecord
const acts = async (act: string) => (await recordOf()).entries.filter(({ entry }) => entry.act === act).map(({ entry }) => entry)

test('the record that a replay gives counts to what was announced, and that it was done stands on the ledger; a changed ballot, result or code is told where', async () => {
  const given = await supervisor.send(replayCount, { params: params(), body: { roundId } } as never)
  const record = JSON.parse(given.text) as CampaignRecord
  const whole = replayRound(record, roundId)!
  const rowOf = (id: string | undefined) => { const r = whole.rows.find((x) => x.candidate === id)!; return [r.figure.again!.zh, r.needed, r.outcome.again!.outcome] }
  expect([whole.equal, whole.faults, j.ids.map(rowOf), whole.numbers.map((n) => n.again)]).toEqual([true, [], [['4 / 5', 4, 'selected'], ['4 / 5', 4, 'selected'], ['1 / 5', 4, 'belowThreshold']], [5, 5, 5, 5, 5, 0]])
  expect((await acts('count.replayed')).map((e) => [e.subject.id, e.data['equal'], e.actor.role])).toEqual([[roundId, true, 'supervisor']])
  const other = (change: (r: CampaignRecord['rounds'][number]) => CampaignRecord['rounds'][number]) => replayRound({ ...record, rounds: record.rounds.map(change) }, roundId)!
  // Mutants: one ballot turned, the announced result turned, the round left out.
  // The box is shuffled: one that named two is turned, wherever it lies.
  const two = record.rounds[0]!.box.ballots.findIndex((b) => b.approvals?.length === 2)
  const turned = other((r) => ({ ...r, box: { ...r.box, ballots: r.box.ballots.map((b, i) => (i === two ? { ...b, approvals: [j.ids[2]!] } : b)) } }))
  expect([turned.equal, turned.code.equal, turned.rows.filter((r) => !r.figure.equal).length]).toEqual([false, false, expect.any(Number)])
  const announced = other((r) => ({ ...r, result: { ...r.result, rows: r.result.rows.map((row) => (row.candidate === j.ids[2] ? { ...row, outcome: 'selected' } : row)) } as never }))
  expect([announced.equal, announced.code.equal, announced.rows.filter((r) => !r.outcome.equal).map((r) => r.candidate)]).toEqual([false, true, [j.ids[2]]])
  expect(replayRound({ ...record, rounds: [] }, roundId)).toBe(null)
  expect((await supervisor.refused(replayCount, { params: params(), body: { roundId: j.ids[0]! } } as never)).status).toBe(404)
})

test('what is sampled is fixed before the seed is known; the record draws the same again, and a draw without its commitment, or of others, is a fault', async () => {
  expect((await supervisor.refused(fixSample, { params: params(), body: { what: 'ballots', size: 6 } })).codes).toEqual(['sample.tooMany'])
  const { sampleId, commitment } = await supervisor.ask(fixSample, { params: params(), body: { what: 'ballots', size: 2 } })
  expect((await supervisor.refused(fixSample, { params: params(), body: { what: 'ballots', size: 1 } })).codes).toEqual(['sample.waiting'])
  // Before the word, nothing that is stored in the open tells the seed.
  expect((await supervisor.ask(readSamples, { params: params() })).samples[0]!.result).toBe(null)
  expect(JSON.stringify(await at.services.db.rows(`SELECT secret, drawn FROM samples`))).toBe('[{"secret":null,"drawn":null}]')
  await supervisor.ask(drawSampled, { params: { ...params(), sampleId }, body: { word: '春分' } })
  expect((await supervisor.refused(drawSampled, { params: { ...params(), sampleId }, body: { word: '清明' } })).codes).toEqual(['sample.drawn'])
  const sample = (await supervisor.ask(readSamples, { params: params() })).samples[0]!
  const record = await recordOf()
  const codes = record.rounds[0]!.box.ballots.map((b) => b.code)
  expect([sample.result!.items.length, sample.result!.items.every((i) => codes.includes(i.item) && i.path === `/jury/rounds/${roundId}/room`), commitmentOf(sample.result!.secret) === commitment, verifyRecord(record).faults]).toEqual([2, true, true, []])
  const [own] = record.samples!
  const faultsOf = (r: CampaignRecord) => verifyRecord(r).faults.map((f) => f.what.en.slice(0, 26))
  const others = codes.filter((c) => !own!.drawn.includes(c)).slice(0, 2)
  expect(faultsOf({ ...record, samples: [{ ...own!, drawn: others }] })).toEqual(['sampled anew by the seed, o'.slice(0, 26)])
  expect(faultsOf({ ...record, samples: [{ ...own!, pool: own!.pool.slice(1) }] })).toEqual(['what is sampled, or how man'.slice(0, 26)])
  expect(faultsOf({ ...record, samples: [{ ...own!, word: '清明' }] })).toEqual(['the seed of the sampling is'.slice(0, 26)])
  expect(faultsOf({ ...record, samples: [] }).length).toBe(1)

  const item = own!.drawn[0]!
  const note = (what: string, verdict: 'true' | 'doubtful', words: string) => ({ params: { ...params(), sampleId }, body: { item: what, verdict, words } })
  expect([(await supervisor.refused(noteSample, note(others[0]!, 'true', ''))).status, (await supervisor.refused(noteSample, note(item, 'doubtful', ''))).codes]).toEqual([404, ['sample.noWords']])
  await supervisor.ask(noteSample, note(item, 'true', ''))
  await supervisor.ask(noteSample, note(item, 'doubtful', '票面与回执不一致，示例'))
  const noted = (await supervisor.ask(readSamples, { params: params() })).samples[0]!.result!.items.find((i) => i.item === item)!.note!
  // Both stand on the ledger; what was written, which may name people, does not.
  expect([noted.verdict, noted.words, (await acts('sample.noted')).map((e) => e.data['verdict']), JSON.stringify(await recordOf()).includes('票面与回执')]).toEqual(['doubtful', '票面与回执不一致，示例', ['true', 'doubtful'], false])
})

test('the report gathers steps, changes, sampling and replays; sealed it never changes, and its hash is on the ledger', async () => {
  const { draft } = await supervisor.ask(readReport, { params: params() })
  const said = draft.sections.map((s) => `${s.title} ${s.lines.map((l) => l.text).join(' ')}`).join('\n')
  for (const word of ['开启一轮评审', '没有变更期限', '抽查 选票回执 5 件中按种子抽 2 件', '票面与回执不一致', '与公布的结果一致']) expect([word, `${said} ${draft.sections.map((s) => s.none).join(' ')}`.includes(word)]).toEqual([word, true])
  const { reportId, hash } = await supervisor.ask(sealReport, { params: params(), body: { words: '程序合规。\n建议抽查环节前移。' } })
  const row = (await at.services.db.row<{ content: unknown }>(`SELECT content FROM supervision_reports WHERE id = $1`, [reportId]))!
  expect([(await acts('supervision.reportSealed')).map((e) => e.data['hash']), hashOf(row.content)]).toEqual([[hash], hash])
  // What comes later is not in it; what it was made of, changed by one word, is not what the ledger names.
  await supervisor.send(replayCount, { params: params(), body: { roundId } } as never)
  expect((await supervisor.ask(readReport, { params: params() })).draft.sections.at(-1)!.lines.length).toBe(2)
  const file = async (operation: { readonly path: string }, report?: string) => new Uint8Array(await (await fetch(`${at.origin}${operation.path.replace(':campaignId', j.campaignId)}${report === undefined ? '' : `?report=${report}`}`, { headers: { cookie: `xuanshu_session=${supervisor.token}` } })).arrayBuffer())
  const pdf = await file(reportPdf, reportId)
  const text = (await pdfText(pdf)).replaceAll(/\s/g, '')
  expect([text.includes('程序合规'), text.includes(hash), text.includes('草稿'), text.split('重算一轮计票').length - 1]).toEqual([true, true, false, 1])
  expect(hashOf({ ...(row.content as object), words: '程序不合规。' })).not.toBe(hash)
  expect(Buffer.from((await file(reportWord)).slice(0, 2)).toString()).toBe('PK')
})
