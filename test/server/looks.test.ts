/** 推送: an open page is told that something changed and never what; nobody is told of what he could not read; the stream ends with its session. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteAccount } from '#contract/operations/organisations'
import { countUnreadNews } from '#contract/operations/news'
import { endOtherSessions } from '#contract/operations/account'
import { createNomination, handBack } from '#contract/operations/nominations'
import { signIn, signOut } from '#contract/operations/sign-in'
import { mostStreams } from '#core/news/looks'
import { openHub } from '#server/looks/hub'
import { openStreams, type Stream } from '#server/looks/streams'
import { readSession, hashOfToken } from '#server/store/sessions'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let campaignId: string
let jurors: Person[]
let supervisor: Person
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers)
  jurors = (await inviteJury(at, o, campaignId, 1)).jurors
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
})
afterAll(() => at.close())

interface Told { readonly topic: string; readonly campaignId?: string }
class Listener {
  readonly told: Told[] = []
  ended = false
  readonly #abort = new AbortController()
  #wake = () => {}
  constructor(readonly status: number, body: ReadableStream<Uint8Array> | null) { void this.#read(body) }
  static async of(who: Person): Promise<Listener> {
    const response = await fetch(`${who.origin}/api/looks`, { headers: who.token === '' ? {} : { cookie: `xuanshu_session=${who.token}` } })
    return new Listener(response.status, response.body)
  }
  async #read(body: ReadableStream<Uint8Array> | null) {
    const reader = body?.getReader()
    this.#abort.signal.addEventListener('abort', () => void reader?.cancel())
    try {
      for (let text = ''; ;) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
        if (done) break
        const parts = (text + Buffer.from(value!).toString()).split('\n\n')
        text = parts.pop()!
        for (const part of parts) if (part.startsWith('data: ')) this.told.push(JSON.parse(part.slice(6)) as Told)
        this.#wake()
      }
    } catch { /* cut */ }
    this.ended = true
    this.#wake()
  }
  async until(is: (told: readonly Told[], ended: boolean) => boolean): Promise<void> {
    while (!is(this.told, this.ended)) await new Promise<void>((resolve) => { this.#wake = resolve })
  }
  end() { this.#abort.abort() }
}
/** Together, in this order: what comes later than the first waits for its turn. */
const call = (...payloads: string[]) => at.services.db.rows(`SELECT pg_notify('xuanshu_looks', p) FROM unnest($1::text[]) p`, [payloads])
const seat = async (login: string) => (await at.services.db.row<{ a: string; r: string; o: string }>(`SELECT a.id AS a, m.role AS r, m.organisation_id AS o FROM accounts a JOIN memberships m ON m.account_id = a.id WHERE a.login = $1`, [login]))!
/** Something of this person's own, which is told behind whatever was told before: by it a silence is known. */
const lastOf = async (login: string) => { const { a, r, o: org } = await seat(login); return `news ${a} ${r} ${org} -` }
const last = async (login: string) => call(await lastOf(login))
const heardNews = (told: readonly Told[]) => told.some((x) => x.topic === 'news')
const campaigns = (l: Listener) => l.told.filter((x) => x.topic === 'campaign').map((x) => x.campaignId)

test('nobody who is not signed in holds one', async () => {
  for (const who of [new Person(at.origin), new Person(at.origin).holding('x'.repeat(43))]) expect((await Listener.of(who)).status).toBe(401)
  expect((await Listener.of(await half())).status).toBe(401)
})
/** Password given, second factor owed. */
const half = async () => { const p = new Person(at.origin); await p.ask(signIn, { body: { login: 'zheng', password: 'a long password 1' } }); return p }

test('an act is told to those who oversee the campaign and to whom it is news; no other unit, no juror, though one of the same host, learns that anything happened', async () => {
  const [office, second, watching, approver, other, juror] = await Promise.all([o.office, o.second, supervisor, o.units[0]!.approver, o.units[1]!.clerk, jurors[0]!].map((p) => Listener.of(p)))
  const all = [office!, second!, watching!, approver!, other!, juror!]
  expect(all.map((l) => l.status)).toEqual([200, 200, 200, 200, 200, 200])
  const { nominationId } = await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
  await Promise.all([office!, second!, watching!].map((l) => l.until((told) => told.length > 0)))
  for (const login of ['approver1', 'clerk2', 'juror1']) await last(login)
  await Promise.all([approver!, other!, juror!].map((l) => l.until(heardNews)))
  // A draft is the unit's own: those who oversee are told to look, and see of it what they may.
  expect([office!, second!, watching!].map((l) => l.told)).toEqual(Array.from({ length: 3 }, () => [{ topic: 'campaign', campaignId }]))
  expect([campaigns(approver!), campaigns(other!), campaigns(juror!)]).toEqual([[], [], []])
  expect(JSON.stringify(all.map((l) => l.told))).not.toContain(nominationId)
  for (const l of all) l.end()
})

test('whom an act is news for is told of the campaign it is in, and nobody else of that unit’s business', async () => {
  const { nominationId } = await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '顾长风' } })
  await at.services.db.rows(`UPDATE nominations SET state = 'atApproval' WHERE id = $1`, [nominationId])
  const [clerk, other] = await Promise.all([o.units[0]!.clerk, o.units[1]!.clerk].map((p) => Listener.of(p)))
  const before = (await o.units[0]!.clerk.ask(countUnreadNews)).unread
  await o.units[0]!.approver.ask(handBack, { params: { nominationId }, body: { note: '请补简历（示例）' } })
  await clerk!.until((told) => told.length >= 2)
  expect(clerk!.told).toEqual([{ topic: 'news' }, { topic: 'campaign', campaignId }])
  expect((await o.units[0]!.clerk.ask(countUnreadNews)).unread).toBe(before + 1)
  await last('clerk2')
  await other!.until(heardNews)
  expect(campaigns(other!)).toEqual([])
  for (const l of [clerk!, other!]) l.end()
})

test('an act that is refused tells nobody', async () => {
  const { nominationId } = await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '林知行' } })
  const office = await Listener.of(o.office)
  expect((await o.units[0]!.approver.send(handBack, { params: { nominationId }, body: {} })).status).toBeGreaterThanOrEqual(400)
  await last('zheng')
  await office.until(heardNews)
  expect(campaigns(office)).toEqual([])
  office.end()
})

test('mutant: it is the permission at the moment of telling that decides: a campaign that is another’s is told to nobody here, though it is called out', async () => {
  const foreign = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U2'`))!.id
  const own = (await at.services.db.row<{ id: string }>(`SELECT organisation_id AS id FROM campaigns WHERE id = $1`, [campaignId]))!.id
  const heard = async () => {
    const office = await Listener.of(o.office)
    await call(`campaign ${campaignId} ${own}`, await lastOf('zheng'))
    await office.until(heardNews)
    office.end()
    return campaigns(office)
  }
  expect(await heard()).toEqual([campaignId])
  await at.services.db.rows(`UPDATE campaigns SET organisation_id = $2 WHERE id = $1`, [campaignId, foreign])
  expect(await heard()).toEqual([])
  await at.services.db.rows(`UPDATE campaigns SET organisation_id = $2 WHERE id = $1`, [campaignId, own])
  expect(await heard()).toEqual([campaignId])
  // Ids that are none, and words that are unknown, are passed over.
  const office = await Listener.of(o.office)
  await call('', 'campaign', `campaign ${campaignId}`, `campaign no-such ${own}`, `news ${campaignId}`, 'anything else', await lastOf('zheng'))
  await office.until(heardNews)
  expect(campaigns(office)).toEqual([])
  office.end()
})

test('signing out closes it, so does ending the session from elsewhere; others stay', async () => {
  const again = async () => { const p = new Person(at.origin); await p.ask(signIn, { body: { login: 'clerk1', password: 'a long password 1' } }); return p }
  const [here, there, third] = [await again(), await again(), await again()]
  const [a, b, c] = [await Listener.of(here), await Listener.of(there), await Listener.of(third)]
  await here.ask(signOut)
  await a.until((_, ended) => ended)
  expect([b.ended, c.ended]).toEqual([false, false])
  expect((await Listener.of(here)).status).toBe(401)
  await there.ask(endOtherSessions)
  await c.until((_, ended) => ended)
  expect(b.ended).toBe(false)
  b.end()
})

test('mutant: where the table does not call out, the next beat ends it', async () => {
  const p = new Person(at.origin)
  await p.ask(signIn, { body: { login: 'clerk2', password: 'a long password 1' } })
  const hub = openHub(at.services, { beat: 50, streams: openStreams(mostStreams, 0) })
  const session = (await readSession(at.services.db, hashOfToken(p.token)))!
  const beats: string[] = []
  const over = new Promise<void>((resolve) => {
    const stream: Stream = { session, send: () => undefined, beat: () => void beats.push('beat'), end: () => { hub.leave(stream); resolve() } }
    void hub.join(stream)
  })
  while (beats.length < 3) await new Promise((r) => setTimeout(r, 20))
  expect(hub.size).toBe(1)
  await at.services.db.rows(`ALTER TABLE sessions DISABLE TRIGGER sessions_ended`)
  await at.services.db.rows(`DELETE FROM sessions WHERE token_hash = $1`, [session.tokenHash])
  await over
  await at.services.db.rows(`ALTER TABLE sessions ENABLE TRIGGER sessions_ended`)
  await hub.stop()
})

test('one session holds so many, one person too; what is given back is free again', async () => {
  const mine = await Promise.all(Array.from({ length: mostStreams.session }, () => Listener.of(o.second)))
  expect(mine.map((l) => l.status)).toEqual(mine.map(() => 200))
  expect((await Listener.of(o.second)).status).toBe(429)
  expect((await Listener.of(o.office)).status).toBe(200)
  mine[0]!.end()
  let next = await Listener.of(o.second)
  while (next.status !== 200) next = await Listener.of(o.second)
  for (const l of [...mine, next]) l.end()
})

test('a database that cannot be heard any more ends them all; the next one hears again', async () => {
  const office = await Listener.of(o.office)
  expect(office.status).toBe(200)
  expect(await at.services.db.rows(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'xuanshu looks'`)).toHaveLength(1)
  await at.services.db.rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'xuanshu looks'`)
  await office.until((_, ended) => ended)
  let next = await Listener.of(o.office)
  while (next.status !== 200) next = await Listener.of(o.office)
  await last('zheng')
  await next.until((told) => told.length > 0)
  next.end()
})
