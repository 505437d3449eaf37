/** 采访、拍摄 from the question to what came of it: nothing is fixed without the person's word, and a word taken back ends it. */
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMediaChannel, addMediaItem } from '#contract/operations/media'
import { answerStory, readStory, reviewStory, saveStory, storyProof } from '#contract/operations/stories'
import { answerInterview, askInterview, beginInterview, cancelInterview, changeInterview, consentToInterview, finishInterview, fixInterview, interviewCalendar, interviewEvent, listInterviews, listInterviewsOf, readInterview } from '#contract/operations/interviews'
import { giveConsent, ownRecord } from '#contract/operations/candidate'
import { confirmHonourChange, proposeHonourChange } from '#contract/operations/honours'
import { inviteAccount } from '#contract/operations/organisations'
import { listNews } from '#contract/operations/news'
import { permissions } from '#core/access/permission'
import { dayOf, endOfDay } from '#core/kernel/instant'
import { stampedPdf } from '#server/demo/samples/scan'
import { newId } from '#server/ids'
import { carry } from '#server/news/carrier'
import { clearLeft } from '#server/blobs/clear-left'
import { invariants } from '#server/store/invariants'
import { beginSession } from '#server/store/sessions'
import { once } from '../dossier'
import { giveHonoursTo, type Honoured } from '../honours-given'
import { freshInstallation, type Installation } from '../installation'
import { openOffice, type Office } from '../office'
import { Person } from '../person'

let at: Installation
let o: Office
let h: Honoured
let candidate: Person, supervisor: Person
const HOUR = 3_600_000
const COMPANION = '周明远', PHONE = '0000-1234567', HIDDEN = '三号实验室不拍'
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  h = await giveHonoursTo(at, o, ['沈若川', '顾南枝'])
  supervisor = await new Person(at.origin, 'watch').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'watch', role: 'supervisor' } })).code)
  // The first has an account of the own.
  const [account, membership] = [newId(), newId()]
  await at.services.db.rows(`INSERT INTO accounts (id, login, person_name) VALUES ($1, 'shen', '沈若川')`, [account])
  await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) SELECT $1, $2, unit_id, 'candidate' FROM nominations WHERE id = $3`, [membership, account, h.nominationIds[0]])
  await at.services.db.rows(`INSERT INTO candidate_parts (nomination_id, account_id, hands, issued_by, issued_at, opened_at) VALUES ($1, $2, 'unit', $2, product_time(), product_time())`, [h.nominationIds[0], account])
  candidate = new Person(at.origin, 'shen').holding(await beginSession(at.services.db, account, membership, true))
}, 300_000)
afterAll(() => at.close())

const [first, second] = [0, 1].map((n) => () => h.nominationIds[n]!) as [() => string, () => string]
const clerk = (n = 0) => o.units[n]!.clerk
const approver = (n = 0) => o.units[n]!.approver
const inDays = async (days: number, hour = 14) => { const from = endOfDay(dayOf(await at.now())) + (days - 1) * 24 * HOUR + hour * HOUR; return { from, to: from + HOUR } }
const asking = async (change: object = {}) => ({ kind: 'interview' as const, channelId: null, medium: '云川日报（示例）', purpose: '写一篇人物通讯', times: [await inDays(3), await inDays(4)], place: '', team: '记者一人、摄像两人', size: 3, needs: '安静的房间', ...change })
const ask = async (nominationId: string, change: object = {}) => (await o.office.ask(askInterview, { params: { campaignId: h.campaignId }, body: { nominationId, ask: await asking(change) } })).interviewId
const of = (interviewId: string) => ({ params: { interviewId } })
const read = (id: string, who = o.office) => who.ask(readInterview, of(id))
const replying = (time: { from: number; to: number }, change: object = {}) => ({ time, place: '门诊楼三层会议室', companion: COMPANION, phone: PHONE, notFilmed: HIDDEN, people: 'person' as const, agreed: '', patients: false, patientsHow: '', ...change })
const answer = async (id: string, who: Person, change: object = {}) => { const i = await read(id); return who.ask(answerInterview, { ...of(id), body: { version: i.version, reply: replying(i.times[0]!, change), still: true } }) }
const agree = async (id: string, who = candidate, yes = true) => who.ask(consentToInterview, { ...of(id), body: { scope: (await read(id)).scope, yes } })
const fixing = async (id: string, still = true) => ({ ...of(id), body: { version: (await read(id)).version, still } })
const paper = async () => ({ name: '签字.pdf', base64: (await once('signed story', () => stampedPdf('story', { title: '故事稿', lines: ['内容属实，同意宣传。'], unit: '示例单位' }))).toString('base64') })
const kinds = async (who: Person) => (await who.ask(listNews, {})).news.map((n) => n.kind)
const count = async (who: Person, kind: string) => (await kinds(who)).filter((k) => k === kind).length

let id: string
test('the office asks about whoever is on public notice, and nobody else; unit and person are told', async () => {
  const b = await o.office.ask(beginInterview, { params: { campaignId: h.campaignId } })
  expect(b.people.map((p) => [p.name, p.account]).toSorted()).toEqual([['沈若川', true], ['顾南枝', false]].toSorted())
  expect((await o.office.refused(askInterview, { params: { campaignId: h.campaignId }, body: { nominationId: newId(), ask: await asking() } })).status).toBe(404)
  expect((await o.office.refused(askInterview, { params: { campaignId: h.campaignId }, body: { nominationId: first(), ask: await asking({ channelId: newId() }) } })).status).toBe(404)
  expect((await o.office.refused(askInterview, { params: { campaignId: h.campaignId }, body: { nominationId: first(), ask: await asking({ purpose: '密级：机密，写通讯' }) } })).codes).toEqual(['secrecy.forAll'])
  const { channelId } = await o.office.ask(addMediaChannel, { params: { campaignId: h.campaignId }, body: { kind: 'newspaper', kindWord: '', name: '云川日报（示例）', level: 'provincial', contact: '' } })
  id = await ask(first(), { channelId, medium: '' })
  expect([(await read(id)).medium, await count(clerk(), 'interviewAsked'), await count(approver(), 'interviewAsked'), await count(candidate, 'interviewAsked'), await count(clerk(1), 'interviewAsked')]).toEqual(['云川日报（示例）', 1, 1, 1, 0])
})

test('unit, person, office and supervisor read it; another unit finds nothing, as of what is not there; only the two see who accompanies', async () => {
  await answer(id, clerk())
  const seen = async (who: Person) => { const r = (await read(id, who)).reply!; return [r.companion, r.phone] }
  for (const who of [o.office, o.second, clerk(), approver()]) expect(await seen(who)).toEqual([COMPANION, PHONE])
  for (const who of [candidate, supervisor]) expect(await seen(who)).toEqual([null, null])
  for (const who of [candidate, supervisor]) expect((await who.send(listInterviewsOf, { params: { nominationId: first() } })).text).not.toMatch(new RegExp(`${COMPANION}|${PHONE}`, 'u'))
  const [foreign, absent] = [await clerk(1).refused(readInterview, of(id)), await clerk(1).refused(readInterview, of(newId()))]
  expect([foreign.status, foreign.problem.error]).toEqual([absent.status, absent.problem.error])
  expect((await clerk(1).ask(listInterviews, { params: { campaignId: h.campaignId } })).interviews).toEqual([])
  expect((await clerk(1).send(interviewCalendar, { params: { campaignId: h.campaignId } })).text).not.toContain('沈若川')
  // Mutant: by the campaign alone (as its units are asked elsewhere) the other unit would read it.
  const other = { accountId: 'a', personName: '', role: 'unitClerk', organisationId: 'other' } as const
  const subject = { campaign: { organisationId: 'host', state: 'open', participating: true, ownCandidate: false, seatOnJury: null }, nomination: { unitId: 'unit', sent: true, ownCandidate: false } } as const
  expect([permissions.unitOfCampaign(other, subject), permissions.concernedByNomination(other, subject), permissions.unitOfNomination(other, subject), permissions.partnersOfInterview(other, subject)]).toEqual([true, false, false, false])
  // The supervisor changes nothing; the person neither answers for the unit nor fixes; the clerk agrees for nobody.
  const version = (await read(id)).version
  const acts = [[fixInterview, { version }], [cancelInterview, { version, reason: '示例' }], [finishInterview, { version }], [answerInterview, { version, reply: replying(await inDays(3)) }]] as const
  for (const who of [supervisor, candidate, clerk(1)]) for (const [operation, body] of acts) expect([operation.id, (await who.send(operation, { ...of(id), body } as never)).status]).toEqual([operation.id, 404])
  for (const who of [clerk(), o.office, supervisor]) expect((await who.send(consentToInterview, { ...of(id), body: { scope: (await read(id)).scope, yes: true } })).status).toBe(404)
  const [row] = await at.services.db.rows<{ text: string }>(`SELECT to_jsonb(i)::text AS text FROM interviews i WHERE id = $1`, [id])
  expect(row!.text).not.toContain(PHONE)
})

test('without the person’s consent nothing is fixed, by any way; with it it is, and all are told', async () => {
  expect((await o.office.refused(fixInterview, await fixing(id))).codes).toEqual(['interview.consent.due'])
  // Mutant: a command that did not ask would still meet the database.
  await expect(at.services.db.rows(`UPDATE interviews SET state = 'fixed', fixed_from = now(), fixed_to = now() + interval '1 hour', fixed_at = now() WHERE id = $1`, [id])).rejects.toThrow(/interviews_check/u)
  await agree(id)
  await expect(at.services.db.rows(`UPDATE interviews SET scope = repeat('0', 64), state = 'fixed', fixed_from = now(), fixed_to = now() + interval '1 hour', fixed_at = now() WHERE id = $1`, [id])).rejects.toThrow(/interviews_check/u)
  expect([await count(o.office, 'interviewAgreed'), (await read(id)).against]).toEqual([1, []])
  await o.office.ask(fixInterview, await fixing(id))
  expect([(await read(id)).state, await count(clerk(), 'interviewFixed'), await count(candidate, 'interviewFixed')]).toEqual(['fixed', 1, 1])
})

test('the calendar opens in another program and says the same; no telephone and nothing that may not be filmed is in it', async () => {
  const { text, headers } = await o.office.send(interviewCalendar, { params: { campaignId: h.campaignId } })
  expect([headers.get('content-type'), text.startsWith('BEGIN:VCALENDAR\r\n'), text.split('\r\n').every((l) => Buffer.byteLength(l) <= 75), /[^\r]\n/u.test(text)]).toEqual(['text/calendar; charset=utf-8', true, true, false])
  const open = (ics: string) => new ICAL.Component(ICAL.parse(ics) as never).getAllSubcomponents('vevent').map((v) => new ICAL.Event(v))
  const i = await read(id)
  const entry = ([e]: ICAL.Event[]) => [e!.uid, e!.summary, e!.location, e!.startDate.toJSDate().getTime(), e!.endDate.toJSDate().getTime(), e!.description.includes('写一篇人物通讯')]
  const wanted = [`${id}@xuanshu`, '采访：沈若川（云川日报（示例））', '门诊楼三层会议室', i.times[0]!.from, i.times[0]!.to, true]
  expect(entry(open(text))).toEqual(wanted)
  for (const who of [clerk(), candidate]) expect(entry(open((await who.send(interviewEvent, of(id))).text))).toEqual(wanted)
  expect(text).not.toMatch(new RegExp(`${PHONE}|${COMPANION}|${HIDDEN}`, 'u'))
  // And it is in what the person may take of the own: not who accompanies.
  const record = (await candidate.send(ownRecord, { params: { nominationId: first() } })).text
  expect([record.includes('写一篇人物通讯'), record.includes(COMPANION) || record.includes(PHONE)]).toEqual([true, false])
  // The same bytes at each download.
  expect((await o.office.send(interviewCalendar, { params: { campaignId: h.campaignId } })).text).toBe(text)
})

test('the day before all are reminded, once; another look tells nothing', async () => {
  await at.setClock((await read(id)).times[0]!.from - 40 * HOUR)
  await carry(at.services)
  expect(await count(clerk(), 'interviewNear')).toBe(0)
  await at.setClock((await read(id)).times[0]!.from - 8 * HOUR)
  for (let n = 0; n < 3; n++) await carry(at.services)
  expect([await count(clerk(), 'interviewNear'), await count(candidate, 'interviewNear'), await count(o.office, 'interviewNear'), await count(o.second, 'interviewNear'), await count(clerk(1), 'interviewNear')]).toEqual([1, 1, 1, 0, 0])
})

test('done asks for a word and the link; the telephone goes; a consent taken back afterwards is told to the office', async () => {
  expect((await o.office.refused(finishInterview, { ...of(id), body: { version: (await read(id)).version } })).codes).toEqual(['interview.notYet'])
  await at.setClock((await read(id)).times[0]!.to)
  const plan = { channelId: (await read(id)).channelId!, title: '人物通讯（示例）', from: dayOf(await at.now()), to: dayOf(await at.now()), ownerId: null, ownerWord: '', material: { kind: 'none' as const }, link: '', reach: null, reachFrom: '' }
  const { itemId } = await o.office.ask(addMediaItem, { params: { campaignId: h.campaignId }, body: plan })
  expect((await o.office.refused(finishInterview, { ...of(id), body: { version: (await read(id)).version, itemId: newId() } })).status).toBe(404)
  await o.office.ask(finishInterview, { ...of(id), body: { version: (await read(id)).version, word: '谈了四十分钟', link: 'https://news.example.org/1', itemId } })
  const i = await read(id)
  expect([i.state, i.result, i.reply!.phone, i.reply!.companion]).toEqual(['done', { word: '谈了四十分钟', link: 'https://news.example.org/1', itemId, itemTitle: '人物通讯（示例）' }, null, COMPANION])
  expect([(await agree(id, candidate, false)).cancelled, (await read(id)).state, await count(o.office, 'interviewTakenBack'), (await read(id)).consent]).toEqual([false, 'done', 1, 'refused'])
  expect((await candidate.refused(consentToInterview, { ...of(id), body: { scope: i.scope, yes: true } })).codes).toEqual(['interview.state'])
})

test('a consent taken back cancels at once and tells both; what is over stays over', async () => {
  const other = await ask(first())
  await agree(other)
  await answer(other, approver())
  await o.office.ask(fixInterview, await fixing(other))
  const before = [await count(o.office, 'interviewCancelled'), await count(clerk(), 'interviewCancelled')]
  expect((await agree(other, candidate, false)).cancelled).toBe(true)
  const i = await read(other)
  expect([i.state, i.closedAs, i.why, i.reply!.phone]).toEqual(['cancelled', 'person', '本人不同意', null])
  expect([await count(o.office, 'interviewCancelled') - before[0]!, await count(clerk(), 'interviewCancelled') - before[1]!, await count(candidate, 'interviewCancelled')]).toEqual([1, 1, 0])
  expect((await o.office.send(interviewCalendar, { params: { campaignId: h.campaignId } })).text).not.toContain(other)
  expect((await candidate.send(interviewEvent, of(other))).status).toBe(404)
  expect((await o.office.refused(fixInterview, await fixing(other))).codes).toContain('interview.state')
})

test('another medium or purpose asks the person again, another hour does not; who read the earlier one is told', async () => {
  const one = await ask(first())
  await agree(one)
  const change = async (to: object) => o.office.ask(changeInterview, { ...of(one), body: { version: (await read(one)).version, ask: await asking(to) } })
  await change({ times: [await inDays(6)] })
  expect((await read(one)).consent).toBe('given')
  const scope = (await read(one)).scope
  await change({ purpose: '拍一部短片' })
  expect((await read(one)).consent).toBe('outdated')
  await answer(one, clerk())
  expect((await o.office.refused(fixInterview, await fixing(one))).codes).toEqual(['interview.consent.outdated'])
  expect((await candidate.refused(consentToInterview, { ...of(one), body: { scope, yes: true } })).status).toBe(409)
  // Two editors: the second is told and nothing is overwritten.
  const { version } = await read(one)
  await o.office.ask(changeInterview, { ...of(one), body: { version, ask: await asking({ needs: '甲' }) } })
  expect((await o.second.refused(changeInterview, { ...of(one), body: { version, ask: await asking({ needs: '乙' }) } })).status).toBe(409)
  expect((await read(one)).needs).toBe('甲')
  await o.office.ask(cancelInterview, { ...of(one), body: { version: (await read(one)).version, reason: '版面变动' } })
})

test('without an account the approver brings what the person signed, which stays in the store', async () => {
  const one = await ask(second())
  const scope = (await read(one)).scope
  expect((await approver(1).refused(consentToInterview, { ...of(one), body: { scope, yes: true } })).codes).toEqual(['interview.noPaper'])
  await approver(1).ask(consentToInterview, { ...of(one), body: { scope, yes: true, paper: await paper() } })
  expect([(await read(one)).consent, (await read(one)).consentPaper]).toEqual(['given', true])
  await at.services.db.rows(`UPDATE files_put SET put_at = now() - interval '3 days'`)
  await clearLeft(at.services)
  expect((await at.services.db.rows(`SELECT 1 FROM blobs b JOIN interviews i ON i.consent_sha256 = b.sha256 WHERE i.id = $1`, [one])).length).toBe(1)
  await answer(one, clerk(1), { people: 'children' })
  expect((await o.office.refused(fixInterview, await fixing(one))).codes).toEqual(['interview.children'])
})

test('the same person at the same hour is a question, at the unit and at the office', async () => {
  const times = [await inDays(9)]
  const [a, b] = [await ask(first(), { times }), await ask(first(), { times, medium: '云川卫视（示例）' })]
  for (const one of [a, b]) await agree(one)
  await answer(a, clerk())
  await o.office.ask(fixInterview, await fixing(a, false))
  const i = await read(b)
  expect((await clerk().refused(answerInterview, { ...of(b), body: { version: i.version, reply: replying(times[0]!), still: false } })).codes).toEqual(['interview.clash'])
  await answer(b, clerk())
  expect((await o.office.refused(fixInterview, await fixing(b, false))).codes).toEqual(['interview.clash'])
  await o.office.ask(fixInterview, await fixing(b, true))
  expect((await read(b)).state).toBe('fixed')
})

test('publicity refused in the answer to a story ends what is fixed and lets nothing more be asked; agreed there, it is not asked a second time', async () => {
  const params = { nominationId: first() }
  const { revision } = await o.office.ask(readStory, { params })
  await o.office.ask(saveStory, { params, body: { revision, document: { title: ['把夜班上成白天'], opening: '', portrait: null, blocks: [{ kind: 'text', text: '她总把最难的一班留给自己。' }] } } })
  const hash = (await o.office.ask(readStory, { params })).hash
  await o.second.ask(reviewStory, { params, body: { hash, yes: true } })
  expect((await candidate.ask(storyProof, { params })).proof!.hash).toBe(hash)
  await candidate.ask(answerStory, { params, body: { hash, yes: true, consent: true } })
  expect((await o.office.ask(beginInterview, { params: { campaignId: h.campaignId } })).people.find((p) => p.nominationId === first())!.publicity).toBe('agreed')
  const standing = async () => (await candidate.ask(listInterviewsOf, { params })).interviews.filter((i) => i.state === 'fixed').length
  expect(await standing()).toBe(2)
  const before = await count(clerk(), 'interviewCancelled')
  await candidate.ask(answerStory, { params, body: { hash, yes: true, consent: false } })
  expect([await standing(), await count(clerk(), 'interviewCancelled') - before]).toEqual([0, 1])
  expect((await o.office.refused(askInterview, { params: { campaignId: h.campaignId }, body: { nominationId: first(), ask: await asking() } })).codes).toEqual(['interview.noPublicity'])
})

test('a consent taken back while the office fixes: whoever comes first, nothing stands fixed without it', async () => {
  for (let n = 0; n < 4; n++) {
    await at.services.db.rows(`UPDATE stories SET consent = NULL, consent_at = NULL WHERE nomination_id = $1`, [first()])
    const one = await ask(first(), { times: [await inDays(20 + n)] })
    await agree(one)
    await answer(one, clerk())
    const [scope, fix] = [(await read(one)).scope, await fixing(one)]
    await Promise.all([o.office.send(fixInterview, fix), candidate.send(consentToInterview, { ...of(one), body: { scope, yes: false } })])
    expect((await read(one)).state).toBe('cancelled')
  }
})

test('a no to publicity on the form, and an honour revoked, end what is open as well', async () => {
  await at.services.db.rows(`UPDATE stories SET consent = NULL, consent_at = NULL WHERE nomination_id = $1`, [first()])
  const one = await ask(first(), { times: [await inDays(40)] })
  await candidate.ask(giveConsent, { params: { nominationId: first() }, body: { kind: 'publicity', given: false } })
  expect([(await read(one)).state, (await read(one)).closedAs]).toEqual(['cancelled', 'person'])
  // The last word counts, wherever it was said.
  await candidate.ask(giveConsent, { params: { nominationId: first() }, body: { kind: 'publicity', given: true } })
  const two = await ask(first(), { times: [await inDays(40)] })
  const before = await count(candidate, 'interviewCancelled')
  const { proposalId } = await o.office.ask(proposeHonourChange, { params: { campaignId: h.campaignId, honourId: h.honours.find((x) => x.name === '沈若川')!.honourId }, body: { change: 'revoke', reason: '事迹不实（示例）', basis: '方案第九条（示例）' } })
  await o.second.ask(confirmHonourChange, { params: { campaignId: h.campaignId, proposalId } })
  expect([(await read(two)).state, (await read(two)).closedAs, await count(candidate, 'interviewCancelled') - before]).toEqual(['cancelled', 'office', 1])
  expect((await o.office.refused(askInterview, { params: { campaignId: h.campaignId }, body: { nominationId: first(), ask: await asking() } })).status).toBe(404)
  expect((await o.office.ask(beginInterview, { params: { campaignId: h.campaignId } })).people.map((p) => p.name)).toEqual(['顾南枝'])
})

test('the invariants hold', async () => expect((await Promise.all(invariants.map((i) => at.services.db.rows(i.sql)))).flat()).toEqual([]))

test('the ledger says that, never whom, where or why', async () => {
  const rows = await at.services.db.rows<{ act: string; text: string }>(`SELECT entry->>'act' AS act, entry::text AS text FROM ledger_entries WHERE entry->>'act' LIKE 'interview.%'`)
  expect([...new Set(rows.map((r) => r.act))].toSorted()).toEqual(['interview.answered', 'interview.asked', 'interview.cancelled', 'interview.changed', 'interview.consented', 'interview.done', 'interview.fixed', 'interview.refused'])
  expect(rows.filter((r) => /沈若川|顾南枝|周明远|门诊|日报|实验室|版面|通讯/u.test(r.text) || r.text.includes(PHONE))).toEqual([])
})
