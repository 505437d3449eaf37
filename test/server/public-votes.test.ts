/** 公众投票 in the product: limits raced, before and after its time, forged forms and strangers; what is kept of voters; and its part in the result, reached again from the record alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { closeRound, readRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import { castPublicVote, openPublicVote, readPublicVote } from '#contract/operations/public-votes'
import { replayRound } from '#core/ledger/replay'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { endIfOver } from '#server/end-public-vote'
import { freshInstallation, type Installation } from './installation'
import { close, openAndCheckIn, openJury, scoreAll, type JuryCampaign } from './jury-rounds'
import { Person } from './person'

let at: Installation
let j: JuryCampaign
let supervisor: Person
let round = ''
let [from, to] = [0, 0]
const names = ['沈若川', '顾南枝', '韩野'] as const
const words = (zh: string) => ({ zh, en: zh })
const HOUR = 3_600_000

/** One who opens the page with an empty browser; `vote` sends the form the page gave. */
class Voter {
  #cookie = ''
  #proof = ''
  constructor(readonly path = `/vote/${round}`) {}
  async see(): Promise<{ status: number; text: string }> {
    const r = await fetch(`${at.origin}${this.path}`, { headers: { cookie: this.#cookie } })
    const set = r.headers.get('set-cookie')
    if (set !== null) this.#cookie = set.split(';')[0]!
    const text = await r.text()
    this.#proof = /name="proof" value="([^"]*)"/.exec(text)?.[1] ?? this.#proof
    return { status: r.status, text }
  }
  async vote(candidates: readonly string[], proof = this.#proof): Promise<number> {
    const r = await fetch(`${at.origin}${this.path}`, { method: 'POST', redirect: 'manual', headers: { cookie: this.#cookie, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams([...candidates.map((c) => ['c', c]), ['proof', proof]]).toString() })
    return r.status
  }
  get proof(): string { return this.#proof }
  get browser(): string { return this.#cookie.replace(/^.*?=/, '') }
}
const opened = async (): Promise<Voter> => { const v = new Voter(); await v.see(); return v }
const kept = () => at.services.db.rows<{ browser: Buffer; address: Buffer; candidates: string[]; hour: number }>(`SELECT browser, address, candidates, hour FROM public_ballots WHERE round_id = $1 ORDER BY ordinal`, [round])

beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [
    { id: 'last', name: words('终评'), method: 'score', score: { from: 0, to: 100 }, places: 1, publicPart: { percent: 20, by: 'byRank' }, publicVote: { perDay: 1, inAll: 2, perAddress: 6, most: 2 } },
    { id: 'plain', name: words('初评'), method: 'score', score: { from: 0, to: 100 }, places: 1 },
  ], names, 3)
  supervisor = await new Person(at.origin, 'supervisor').activate((await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  round = await openAndCheckIn(j, 'last')
  for (const p of j.jurors) await scoreAll(p, round, j.ids, [90, 80, 10])
}, 120_000)
afterAll(() => at.close())

test('a round without a declared part takes none; one with it does not close before its vote is over', async () => {
  const plain = await openAndCheckIn(j, 'plain')
  const now = await at.now()
  expect((await j.o.office.refused(openPublicVote, { params: { roundId: plain }, body: { from: now, to: now + 5 * HOUR } })).codes).toEqual(['publicVote.notDeclared'])
  expect((await j.secretary.refused(closeRound, { params: { roundId: round }, body: {} })).codes).toEqual(['publicVote.notOpened'])
  expect((await j.secretary.send(openPublicVote, { params: { roundId: round }, body: { from: now, to: now + 5 * HOUR } })).status).toBe(404)
  expect((await j.o.office.refused(openPublicVote, { params: { roundId: round }, body: { from: now + HOUR, to: now + HOUR + 60_000 } })).codes).toEqual(['publicVote.short'])
  // From the next day's noon, so that no day ends in the middle of a test.
  from = now - (now + 8 * HOUR) % (24 * HOUR) + 36 * HOUR
  to = from + 30 * HOUR
  await j.o.office.ask(openPublicVote, { params: { roundId: round }, body: { from, to } })
  expect((await j.o.office.refused(openPublicVote, { params: { roundId: round }, body: { from, to: to + HOUR } })).codes).toEqual(['publicVote.already'])
  expect((await j.secretary.refused(closeRound, { params: { roundId: round }, body: {} })).codes).toEqual(['publicVote.running'])
})

test('before it begins nothing is taken; the page says what the vote weighs and how it is limited, without a script', async () => {
  const early = await opened()
  const { text } = await early.see()
  expect([text.includes('公众投票占结果的 20%'), text.includes('每个网络地址每天 6 票'), text.includes('投票还没有开始'), text.includes('<form'), text.includes('<script')]).toEqual([true, true, true, false, false])
  expect(await early.vote([j.ids[0]!])).toBe(422)
  await at.setClock(from + 1000)
  const page = await (await opened()).see()
  expect([page.text.includes('<form'), names.every((n) => page.text.includes(n)), page.text.includes('<script')]).toEqual([true, true, false])
  expect(await kept()).toEqual([])
})

test('a forged form, somebody who does not stand, twice the same, none and too many: nothing is taken', async () => {
  const v = await opened()
  const other = await opened()
  const [a, b, c] = j.ids as [string, string, string]
  expect([await v.vote([a], 'x'.repeat(22)), await v.vote([a], other.proof), await v.vote([a], ''), await new Voter().vote([a], v.proof)]).toEqual([422, 422, 422, 422])
  expect([await v.vote(['00000000-0000-4000-8000-000000000000']), await v.vote([a, a]), await v.vote([]), await v.vote([a, b, c])]).toEqual([422, 422, 422, 422])
  expect([await v.vote(['nobody']), (await new Voter('/vote/00000000-0000-4000-8000-000000000000').see()).status, (await new Voter('/vote/../api').see()).status]).toEqual([400, 404, 404])
  expect(await kept()).toEqual([])
})

test('twenty at once of one browser are one vote; of one address not more than its limit, whatever cookies they bring', async () => {
  const [a, b] = j.ids as [string, string]
  const v = await opened()
  const raced = await Promise.all(Array.from({ length: 20 }, () => v.vote([b])))
  expect([raced.filter((s) => s === 303).length, (await kept()).length]).toEqual([1, 1])
  expect((await v.see()).text).toContain('收到了：这个浏览器投了 1 票')
  const crowd = await Promise.all(Array.from({ length: 9 }, opened))
  const all = await Promise.all(crowd.map((x) => x.vote([b])))
  expect([all.filter((s) => s === 303).length, (await kept()).length]).toEqual([5, 6])
  // The same by the plain interface: it has no other door.
  const fresh = new Person(at.origin)
  expect((await fresh.refused(castPublicVote, { params: { roundId: round }, body: { candidates: [a], browser: 'A'.repeat(22), proof: 'A'.repeat(22) } })).codes).toEqual(['publicVote.form.stale'])
})

test('no address, no cookie and no moment is kept; who asks sees turnout and no candidate', async () => {
  const rows = await kept()
  const dump = JSON.stringify(await at.services.db.rows(`SELECT * FROM public_ballots`)) + JSON.stringify(await at.services.db.rows(`SELECT entry FROM ledger_entries`))
  expect([dump.includes('127.0.0.1'), rows.every((r) => r.hour % HOUR === 0), rows.every((r) => r.browser.length === 16)]).toEqual([false, true, true])
  const seen = await j.o.office.ask(readPublicVote, { params: { roundId: round } })
  expect([seen.vote!.votes, seen.vote!.hours.length, seen.vote!.networks, seen.result]).toEqual([6, 1, [{ votes: 6, addresses: 1 }], null])
  expect((await supervisor.ask(readPublicVote, { params: { roundId: round } })).vote!.votes).toBe(6)
  expect((await j.jurors[0]!.send(readPublicVote, { params: { roundId: round } })).status).toBe(404)
  expect((await new Voter().see()).text).not.toMatch(/<span class="n">/)
})

test('it ends by the clock: nothing is taken after it, what told voters apart is gone, and the count takes its part', async () => {
  await at.setClock(from + 14 * HOUR)
  const [a, b] = j.ids as [string, string]
  const next = await opened()
  expect(await next.vote([b])).toBe(303)
  await at.setClock(to - 60_000)
  expect(await (await opened()).vote([a])).toBe(303)
  await at.setClock(to)
  expect(await next.vote([a])).toBe(422)
  await at.services.db.transaction((tx) => endIfOver(tx, round))
  expect([(await kept()).length, (await at.services.db.row<{ n: number }>(`SELECT length(salt) AS n FROM public_votes WHERE round_id = $1`, [round]))!.n]).toEqual([0, 0])
  expect((await new Voter().see()).text).not.toMatch(/<span class="n">/)
  await close(j, round)
  const result = (await j.o.office.ask(readRound, { params: { roundId: round } })).result!
  expect(result.rows.map((r) => [r.candidateName, r.label.zh, r.say.zh.split('；')[0]])).toEqual([
    [names[0], '85.333', '评委会 90.000 分占 80%，公众 66.667 分占 20%，合计 85.333'], [names[1], '84.000', '评委会 80.000 分占 80%，公众 100.000 分占 20%，合计 84.000'], [names[2], '14.667', '评委会 10.000 分占 80%，公众 33.333 分占 20%，合计 14.667'],
  ])
  const seen = await supervisor.ask(readPublicVote, { params: { roundId: round } })
  expect([seen.result!.counted, seen.result!.rows.map((r) => [r.candidateName, r.votes])]).toEqual([8, [[names[1], 7], [names[0], 1], [names[2], 0]]])
  expect((await new Voter().see()).text).toContain('7 票')
})

test('the verifier reaches it from the record alone; altered votes, a missing vote and another weight are found', async () => {
  const record = JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord
  const own = record.rounds.find((r) => r.id === round)!
  expect([verifyRecord(record).faults, replayRound(record, round)!.equal]).toEqual([[], true])
  const spoilt = (change: Partial<typeof own>) => verifyRecord({ ...record, rounds: record.rounds.map((r) => (r === own ? { ...r, ...change } : r)) }).faults.length > 0
  const slips = own.box.publicVote!.slips
  expect([
    spoilt({ box: { ...own.box, publicVote: { ...own.box.publicVote!, slips: slips.map((s, i) => (i === 0 ? { ...s, times: s.times + 1 } : s)) } } }), spoilt({ box: { ...own.box, publicVote: undefined as never } }),
    spoilt({ rule: { ...own.rule, publicPart: { percent: 50, by: 'byRank' } } }),
  ]).toEqual([true, true, true])
  expect(JSON.stringify(record)).not.toContain('127.0.0.1')
})
