/** 一并发布: what was prepared is seen by nobody outside the office and its supervisor; by a second person outcome, letters, notice and entry stand at once, or nothing does. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { createNomination } from '#contract/operations/nominations'
import { issueCode, redeemCode } from '#contract/operations/candidate'
import { readCampaign } from '#contract/operations/campaigns'
import { castBallot, closeRound, formJury } from '#contract/operations/jury'
import { readOutbox } from '#contract/operations/mobilisation'
import { inviteAccount } from '#contract/operations/organisations'
import { operations } from '#contract/operations'
import { confirmRelease, prepareRelease, previewRelease, readOwnOutcome, readRelease, withdrawRelease } from '#contract/operations/release'
import { usualTemplates } from '#core/announcement/release/letters'
import type { StatedRule } from '#core/rules/rule'
import { addDays, dayOf, startOfDay } from '#core/kernel/instant'
import { verifyRecord } from '#core/ledger/record'
import { buildRecord } from '#server/queries/ledger'
import { invariants } from '#server/store/invariants'
import { freshInstallation, type Installation } from './installation'
import { close, openAndCheckIn, openJury, withRounds, type JuryCampaign } from './jury-rounds'
import { openProvincial } from './office'
import { howToObject } from './on-notice'
import { Person } from './person'
import { putNomination } from './put-nomination'

let at: Installation
let j: JuryCampaign
let [third, supervisor, candidate]: Person[] = []
let roundId: string
const db = () => at.services.db
const params = () => ({ campaignId: j.campaignId })
beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ id: 'vote', ballot: 'secret', places: 1 }], ['沈若川', '顾南枝', '陆见微'], 4)
  const invite = async (personName: string, login: string, role: 'office' | 'supervisor') => new Person(at.origin, login).activate((await j.o.office.ask(inviteAccount, { body: { personName, login, role } })).code)
  third = await invite('罗启明', 'luo', 'office')
  supervisor = await invite('严守一', 'yan', 'supervisor')
  await db().rows(`UPDATE organisations SET contact_email = lower(code) || '@units.example.org' WHERE code IN ('U1', 'U2')`)
  // One candidate has an own account and an own mailbox, and agreed.
  const { nominationId } = await j.o.units[2]!.clerk.ask(createNomination, { params: params(), body: { candidateName: '陆见微' } })
  candidate = new Person(at.origin, 'candidate')
  await candidate.ask(redeemCode, { body: { code: (await j.o.units[2]!.clerk.ask(issueCode, { params: { nominationId } })).code, password: 'a long password 1' } })
  await db().rows(`INSERT INTO candidate_parts (nomination_id, account_id, hands, issued_by, issued_at, opened_at) SELECT $2, account_id, 'unit', issued_by, issued_at, opened_at FROM candidate_parts WHERE nomination_id = $1`, [nominationId, j.ids[2]])
  await db().rows(`INSERT INTO consents (nomination_id, kind, given, at, by) SELECT $1, 'data', true, product_time(), account_id FROM candidate_parts WHERE nomination_id = $1`, [j.ids[2]])
  await db().rows(`INSERT INTO news_settings (account_id, address) SELECT account_id, 'lu@people.example.org' FROM candidate_parts WHERE nomination_id = $1`, [j.ids[2]])
  roundId = await openAndCheckIn(j, 'vote')
  // All reach the threshold; the first has the place, the second is next in line.
  for (const [i, p] of j.jurors.entries()) await p.ask(castBallot, { params: { roundId }, body: { approvals: i === 0 ? [j.ids[0]!] : i === 1 ? [j.ids[0]!, j.ids[1]!] : [...j.ids].slice(0, 2) } })
  await close(j, roundId)
}, 120_000)
afterAll(() => at.close())

const today = async () => dayOf(await at.now())
const terms = async (more: object = {}) => ({ roundId, startsOn: await today(), summaries: { [j.ids[0]!]: '山区急救一线十八年。' }, howToObject, withoutUnits: '单位已电话确认（示例）', templates: usualTemplates, ...more })
const preview = async (more: object = {}) => j.o.office.ask(previewRelease, { params: params(), body: await terms(more) })
const prepare = async (more: object = {}) => { const { hash } = await preview(more); return { hash, ...(await j.o.office.ask(prepareRelease, { params: params(), body: { ...(await terms(more)), still: true, hash } })) } }
const confirming = ({ releaseId, hash }: { releaseId: string; hash: string }) => ({ params: { ...params(), releaseId }, body: { hash, still: true } })
const takeBack = (releaseId: string) => j.o.second.ask(withdrawRelease, { params: { ...params(), releaseId } })
/** What a release leaves behind anywhere. */
const traces = async () => (await db().row<Record<string, number>>(`SELECT (SELECT count(*)::int FROM release_outcomes) AS outcomes, (SELECT count(*)::int FROM release_letters) AS told, (SELECT count(*)::int FROM letters WHERE kind = 'outcome') AS letters, (SELECT count(*)::int FROM public_notices) AS notices,
  (SELECT count(*)::int FROM jobs WHERE kind = 'startNotice') AS jobs, (SELECT count(*)::int FROM ledger_entries WHERE entry->>'act' IN ('release.released','publicNotice.started')) AS entries, (SELECT count(*)::int FROM news WHERE kind IN ('outcomeReleased','publicNoticeStarted')) AS news`))!
const nothing = { outcomes: 0, told: 0, letters: 0, notices: 0, jobs: 0, entries: 0, news: 0 }

/** Every reading operation that campaign, nomination or round lead to, as one person is answered. */
const seen = async (who: Person, nominationId: string): Promise<Map<string, string>> => {
  const ids: Record<string, string> = { campaignId: j.campaignId, nominationId, roundId }
  const found = new Map<string, string>()
  for (const o of operations.filter((x) => x.method === 'GET' && !x.id.startsWith('looks.') && !x.path.endsWith('.pdf') && !x.path.endsWith('.docx') && x.path.split('/').every((p) => !p.startsWith(':') || ids[p.slice(1)] !== undefined))) {
    const { status, text } = await who.raw('GET', o.path.replaceAll(/:(\w+)/g, (_, p: string) => ids[p]!))
    // A workbook holds the second in which it was packed.
    found.set(o.id, `${status} ${status !== 200 ? '' : text.startsWith('PK') ? 'a workbook' : text}`)
  }
  const { slug } = await j.o.office.ask(readCampaign, { params: params() })
  for (const path of ['/p', `/p/${slug}`, `/p/${slug}/public-notice`]) { const { status, text } = await who.raw('GET', path); found.set(path, `${status} ${text}`) }
  return found
}
const outsiders = (): [string, Person, string][] => [['clerk', j.o.units[0]!.clerk, j.ids[0]!], ['approver', j.o.units[1]!.approver, j.ids[1]!], ['candidate', candidate!, j.ids[2]!], ['juror', j.jurors[0]!, j.ids[0]!], ['nobody', new Person(at.origin), j.ids[0]!]]
const looked = async () => new Map(await Promise.all(outsiders().map(async ([name, who, id]) => [name, await seen(who, id)] as const)))
const differing = (a: Map<string, Map<string, string>>, b: Map<string, Map<string, string>>) => [...a].flatMap(([who, all]) => [...all].filter(([op, said]) => b.get(who)!.get(op) !== said).map(([op]) => `${who} ${op}`))

test('each outcome and every letter are seen as they will be; an unknown variable, half a letter, a day that is over are refused; a unit without a mailbox reads in the product', async () => {
  const p = await preview()
  expect(p.findings).toEqual([])
  expect(new Map(p.outcomes.map((o) => [o.name, o.outcome]))).toEqual(new Map([['沈若川', 'listed'], ['顾南枝', 'next'], ['陆见微', 'notListed']]))
  expect(p.letters.map((l) => [l.key, l.names, l.to])).toEqual([['unit.listed', ['沈若川'], ['u1@units.example.org']], ['unit.next', ['顾南枝'], ['u2@units.example.org']], ['unit.notListed', ['陆见微'], []], ['candidate.notListed', ['陆见微'], ['lu@people.example.org']]])
  for (const l of p.letters) expect([l.text.includes('{'), l.names.every((n) => l.text.includes(n)), ['沈若川', '顾南枝', '陆见微'].filter((n) => !l.names.includes(n)).some((n) => l.text.includes(n))]).toEqual([false, true, false])
  const wrong = (key: 'unit.listed', text: string, subject = '标题') => ({ templates: { ...usualTemplates, [key]: { subject, text } } })
  const codes = async (more: object) => (await j.o.office.refused(prepareRelease, { params: params(), body: { ...(await terms(more)), still: true, hash: (await preview(more)).hash } })).codes
  expect([await codes(wrong('unit.listed', '{得票}')), await codes(wrong('unit.listed', '', '标题')), await codes({ startsOn: addDays(await today(), -1) }), (await j.o.office.refused(prepareRelease, { params: params(), body: { ...(await terms()), still: true, hash: '0'.repeat(64) } })).codes]).toEqual([['release.letter.variable'], ['release.letter.half'], ['release.past'], ['release.changed']])
  expect([(await preview(wrong('unit.listed', '', ''))).letters.length, await traces()]).toEqual([3, nothing])
})

test('prepared, nobody outside sees anything they did not see before, whatever they ask; the database itself holds no outcome before its release', async () => {
  const [once, before] = [await looked(), await looked()]
  // What tells the moment differs by itself.
  const moving = new Set(differing(once, before))
  const { releaseId, hash } = await prepare()
  const after = differing(before, await looked()).filter((d) => !moving.has(d))
  expect([after, moving.size < 12, before.get('clerk')!.size > 60]).toEqual([[], true, true])
  expect([await j.o.units[0]!.clerk.ask(readOwnOutcome, { params: { nominationId: j.ids[0]! } }), await traces()]).toEqual([{ outcome: null }, nothing])
  for (const who of [j.o.units[0]!.clerk, j.o.units[0]!.approver, candidate!, j.jurors[0]!, j.secretary]) expect([(await who.refused(readRelease, { params: params() })).status, (await who.refused(confirmRelease, confirming({ releaseId, hash }))).status, (await who.refused(previewRelease, { params: params(), body: await terms() })).status]).toEqual([404, 404, 404])
  // Mutant: an outcome written where it waits for its release.
  await expect(db().rows(`INSERT INTO release_outcomes (release_id, released_at, nomination_id, outcome) VALUES ($1, product_time(), $2, 'listed')`, [releaseId, j.ids[0]])).rejects.toThrow('outcome_after_release')
  await expect(db().rows(`INSERT INTO release_letters (id, release_id, released_at, audience, unit_id, nomination_ids, recipients, subject, body) SELECT $1, $1, product_time(), 'unit', unit_id, '{}', '{}', 'a', 'b' FROM nominations WHERE id = $2`, [releaseId, j.ids[0]])).rejects.toThrow('letter_after_release')
  // Office and supervisor read all of it; the supervisor changes nothing.
  const shown = (await supervisor!.ask(readRelease, { params: params() })).pending!
  expect([shown.content.letters.length, shown.fits, shown.mayConfirm, shown.mayWithdraw, (await supervisor!.refused(confirmRelease, confirming({ releaseId, hash }))).status]).toEqual([4, true, false, false, 404])
  await takeBack(releaseId)
})

test('one person alone releases nothing; nor does the simple start while two are at it', async () => {
  const own = await prepare()
  expect([(await j.o.office.ask(readRelease, { params: params() })).pending!.mayConfirm, (await j.o.office.refused(confirmRelease, confirming(own))).codes, await traces()]).toEqual([false, ['release.samePerson'], nothing])
  // Mutant: the same person, past the command.
  await expect(db().rows(`UPDATE releases SET released_by = prepared_by, released_at = product_time() WHERE id = $1`, [own.releaseId])).rejects.toThrow('release_two_persons')
  expect((await j.o.second.refused(startPublicNotice, { params: params(), body: { ...(await terms()), still: true } })).codes).toEqual(['release.waiting'])
  expect((await third!.refused(prepareRelease, { params: params(), body: { ...(await terms()), still: true, hash: own.hash } })).codes).toEqual(['release.waiting'])
  await takeBack(own.releaseId)
  expect((await j.o.second.refused(confirmRelease, confirming(own))).codes).toEqual(['release.over'])
})

test('what is no longer as it was looked at is not released: a mailbox, a name, a result, who stands; nor what another hash names, nor a day that is over', async () => {
  const own = await prepare()
  const refused = async (r = own) => (await j.o.second.refused(confirmRelease, confirming(r))).codes
  const withChange = async (change: string, back: string, args: unknown[] = []) => { await db().rows(change, args); const codes = await refused(); const { pending } = await j.o.second.ask(readRelease, { params: params() }); await db().rows(back, args); return [...new Set(codes)].includes('release.changed') && pending!.fits === false }
  expect([
    await withChange(`UPDATE organisations SET contact_email = 'other@units.example.org' WHERE code = 'U1'`, `UPDATE organisations SET contact_email = 'u1@units.example.org' WHERE code = 'U1'`),
    await withChange(`UPDATE nominations SET fields = fields || '{"employer":"另一家医院（示例）"}' WHERE id = $1`, `UPDATE nominations SET fields = fields - 'employer' WHERE id = $1`, [j.ids[0]]),
    await withChange(`UPDATE rounds SET result_hash = reverse(result_hash) WHERE id = $1`, `UPDATE rounds SET result_hash = reverse(result_hash) WHERE id = $1`, [roundId]),
    await withChange(`UPDATE nominations SET state = 'rejected', seat = NULL WHERE id = $1`, `UPDATE nominations SET state = 'accepted', seat = 3 WHERE id = $1`, [j.ids[2]]),
    await refused({ ...own, hash: 'f'.repeat(64) }), await traces(),
  ]).toEqual([true, true, true, true, ['release.changed'], nothing])
  const now = await at.now()
  await at.setClock(startOfDay(addDays(await today(), 1)) + 3_600_000)
  expect([await refused(), await traces()]).toEqual([['release.late'], nothing])
  await at.setClock(now)
  await takeBack(own.releaseId)
})

test('cut in the middle, by an error or a killed connection, nothing happened; then of two who confirm at once one does, and everything stands once', async () => {
  const own = await prepare()
  for (const [table, does] of [['letter_matters', `RAISE EXCEPTION 'cut'`], ['release_letters', `PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1)`], ['public_notices', `RAISE EXCEPTION 'cut'`]] as const) {
    await db().rows(`CREATE FUNCTION cut_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${does}; RETURN NEW; END $$`)
    await db().rows(`CREATE TRIGGER cut_here BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION cut_here()`)
    const { status } = await j.o.second.send(confirmRelease, confirming(own)).catch(() => ({ status: 0 }))
    await db().rows(`DROP TRIGGER cut_here ON ${table}`)
    await db().rows(`DROP FUNCTION cut_here()`)
    expect([table, status >= 500 || status === 0, await traces(), (await third!.ask(readRelease, { params: params() })).pending?.fits]).toEqual([table, true, nothing, true])
  }
  const before = await looked()
  const tried = await Promise.all([j.o.second, third!].map((who) => who.send(confirmRelease, confirming(own))))
  expect(tried.map((t) => t.status).sort()).toEqual([200, 422])
  const units = await db().row<{ n: number }>(`SELECT count(*)::int AS n FROM news WHERE kind = 'outcomeReleased'`)
  expect(await traces()).toMatchObject({ outcomes: 3, told: 4, letters: 3, notices: 1, jobs: 0, entries: 2 })
  expect(units!.n).toBeGreaterThan(3)
  // Whoever prepared what was taken back heard of it; the candidate hears of the own, and no other does.
  const heard = async (kind: string) => db().rows(`SELECT a.login, n.candidate_name AS about FROM news w JOIN accounts a ON a.id = w.account_id LEFT JOIN nominations n ON n.id = w.nomination_id WHERE w.kind = $1`, [kind])
  expect([(await heard('releaseTakenBack')).length, new Set((await heard('releaseTakenBack') as { login: string }[]).map((x) => x.login)), (await heard('outcomeYours') as { about: string }[]).map((x) => x.about)]).toEqual([3, new Set(['zheng']), ['陆见微']])
  // The same look tells now: it could have told before.
  expect(differing(before, await looked())).toEqual(expect.arrayContaining(['clerk release.ownOutcome', 'approver release.ownOutcome', 'candidate release.ownOutcome']))
  const told = async (who: Person, nominationId: string) => { const { outcome } = await who.ask(readOwnOutcome, { params: { nominationId } }); return [outcome!.outcome, outcome!.letter?.text.split('\n')[0]] }
  expect([await told(j.o.units[0]!.clerk, j.ids[0]!), await told(j.o.units[1]!.approver, j.ids[1]!), await told(j.o.units[2]!.clerk, j.ids[2]!), await told(candidate!, j.ids[2]!)]).toEqual([['listed', '示例单位1：'], ['next', '示例单位2：'], ['notListed', '示例单位3：'], ['notListed', '陆见微：']])
  expect((await j.o.units[0]!.clerk.refused(readOwnOutcome, { params: { nominationId: j.ids[1]! } })).status).toBe(404)
  expect((await j.o.office.ask(readAnnouncement, { params: params() })).publicNotice?.people.map((p) => p.name)).toEqual(['沈若川'])
  expect((await j.o.office.ask(readOutbox, { params: params() })).letters.filter((l) => l.kind === 'outcome').map((l) => l.to).sort()).toEqual(['lu@people.example.org', 'u1@units.example.org', 'u2@units.example.org'])
  // The ledger names nobody, and proves both persons; a record in which one did both, or nobody prepared, is told.
  const record = await buildRecord(db(), j.campaignId)
  const faults = (change: (e: (typeof record.entries)[number]) => (typeof record.entries)[number][]) => verifyRecord({ ...record, entries: record.entries.flatMap(change) }).faults.filter((f) => f.what.en.startsWith('this outcome was not prepared')).length
  const prepared = record.entries.filter((e) => e.entry.act === 'release.prepared' && e.entry.subject.id === own.releaseId)[0]!
  expect([verifyRecord(record).faults, JSON.stringify(record).includes('沈若川'), faults((e) => [e]), faults((e) => (e === prepared ? [] : [e])), faults((e) => (e.entry.act === 'release.released' ? [{ ...e, entry: { ...e.entry, actor: prepared.entry.actor } }] : [e]))]).toEqual([[], false, 0, 1, 1])
})

test('where the rules ask for two persons one cannot start it; released for a later day it begins on that day by itself, with the letters gone before; where something changed it does not, and the office is told', async () => {
  const { office, second } = j.o
  const two = (rules: StatedRule[]): StatedRule[] => withRounds([{ id: 'vote', ballot: 'secret', places: 1 }])(rules).map((r) => (r.kind === 'publicNotice' && (r.at ?? 'host') === 'host' ? { ...r, release: 'twoPersons' } : r))
  const campaignId = await openProvincial(at, j.o, two)
  const { id: unitId } = (await db().row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!
  const nominationId = await putNomination(db(), { campaignId, unitId, name: '闻人溪', state: 'accepted', n: 0 })
  await office.ask(formJury, { params: { campaignId }, body: { jurorIds: [...j.jurorIds], secretaryId: (await db().row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'su'`))!.id } })
  const own = await openAndCheckIn({ ...j, campaignId, ids: [nominationId] }, 'vote')
  for (const p of j.jurors) await p.ask(castBallot, { params: { roundId: own }, body: { approvals: [nominationId] } })
  await j.secretary.ask(closeRound, { params: { roundId: own }, body: {} })
  const of = { campaignId }
  const body = (startsOn: string) => ({ roundId: own, startsOn, summaries: { [nominationId]: '骑马巡诊二十年。' }, howToObject, withoutUnits: '单位已电话确认（示例）', templates: usualTemplates, still: true })
  expect([(await office.refused(startPublicNotice, { params: of, body: body('') })).codes, (await office.ask(readRelease, { params: of })).needed]).toEqual([['publicNotice.twoPersons'], true])
  const release = async (startsOn: string) => {
    const { hash } = await office.ask(previewRelease, { params: of, body: body(startsOn) })
    const { releaseId } = await office.ask(prepareRelease, { params: of, body: { ...body(startsOn), hash } })
    return second.ask(confirmRelease, { params: { ...of, releaseId }, body: { hash, still: true } })
  }
  const notice = () => db().row<{ at: number; ends: number }>(`SELECT starts_at AS at, ends_at AS ends FROM public_notices WHERE campaign_id = $1`, [campaignId])
  const until = async <T>(ask: () => Promise<T | undefined>): Promise<T> => { for (let i = 0; i < 150; i++) { const found = await ask(); if (found !== undefined) return found; await new Promise((r) => { setTimeout(r, 200) }) } throw new Error('never came') }
  const inDays = async (n: number) => addDays(await today(), n)

  // The unit's employer is another by the day: it does not begin, and nobody is shown.
  const first = await inDays(2)
  expect([(await release(first)).started, await notice(), (await office.ask(readRelease, { params: of })).released?.scheduled]).toEqual([false, undefined, true])
  expect((await j.o.units[0]!.clerk.ask(readOwnOutcome, { params: { nominationId } })).outcome?.outcome).toBe('listed')
  await db().rows(`UPDATE nominations SET fields = fields || '{"employer":"另一家医院（示例）"}' WHERE id = $1`, [nominationId])
  await at.setClock(startOfDay(first) + 60_000)
  expect((await until(async () => (await office.ask(readRelease, { params: of })).lapsed ?? undefined)).startsOn).toBe(first)
  expect([await notice(), (await db().row<{ n: number }>(`SELECT count(*)::int AS n FROM news WHERE campaign_id = $1 AND kind = 'releaseLapsed'`, [campaignId]))!.n > 0]).toEqual([undefined, true])

  const day = await inDays(2)
  const { started, letters, endsAt } = await release(day)
  expect([started, letters]).toEqual([false, 1])
  expect([(await office.refused(startPublicNotice, { params: of, body: body('') })).codes.includes('release.standing'), await notice()]).toEqual([true, undefined])
  await at.setClock(startOfDay(day) + 60_000)
  const begun = await until(notice)
  expect([dayOf(begun.at), begun.ends]).toEqual([day, endsAt])
  const record = await buildRecord(db(), campaignId)
  expect([record.entries.find((e) => e.entry.act === 'publicNotice.started')!.entry.actor.role, verifyRecord(record).faults]).toEqual(['system', []])
  expect(await db().rows(invariants.find((i) => i.name.startsWith('结果由两人发布'))!.sql)).toEqual([])
  // A notice that rests on a release nobody made is told.
  expect(verifyRecord({ ...record, entries: record.entries.filter((e) => e.entry.act !== 'release.released') }).faults.some((f) => f.what.en.startsWith('this public notice rests'))).toBe(true)
})
