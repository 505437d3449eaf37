/** 单位加入: by a code that the office sends round; the office looks at each, the applicants alone get their activation codes, and whatever opens nothing looks alike. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteAccount, listOrganisations } from '#contract/operations/organisations'
import { applyToJoin, endUnitCode, inviteClerk, joinStanding, listJoining, listUnitCodes, lookAtUnitCode, makeUnitCode, refuseJoining, takeActivation, takeIn, unitPeople } from '#contract/operations/unit-joining'
import { readSession } from '#contract/operations/sign-in'
import { addDays, dayOf } from '#core/kernel/instant'
import { applyToJoinCommand } from '#server/commands/unit-joining'
import { perform } from '#server/handler'
import { freshInstallation, type Installation } from './installation'
import { openOffice, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let root: string
const db = () => at.services.db
const anybody = () => new Person(at.origin, 'anybody')
const sent = (change: Record<string, unknown> = {}) => ({ unitName: '青陵市第三医院（示例）', unitCode: '', clerk: { name: '林知远', phone: '13900000001' }, approver: { name: '周见山', phone: '13900000002' }, ...change })
/** As over HTTP, without its limit of tries. */
const apply = (code: string, change: Record<string, unknown> = {}) => perform(applyToJoinCommand, { params: {}, query: {}, body: applyToJoin.body.parse({ code, ...sent(change) }) }, null, at.services)
const token = async (code: string, change: Record<string, unknown> = {}): Promise<string> => { const outcome = await apply(code, change); if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings)); return outcome.value.token }
const make = async (most = 5, parentId = root) => o.office.ask(makeUnitCode, { body: { parentId, type: 'hospital', most, lastDay: addDays(dayOf(await at.now()), 10) } })
const listed = async (unitName: string, who = o.office) => (await who.ask(listJoining)).applications.find((a) => a.unitName === unitName)!
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  root = (await db().row<{ id: string }>(`SELECT id FROM organisations WHERE parent_id IS NULL`))!.id
})
afterAll(() => at.close())

test('from the code to two people who are in: nothing is typed that is not needed, and what is kept is a hash', async () => {
  const { codeId, code } = await make()
  expect(await anybody().ask(lookAtUnitCode, { body: { code: code.toLowerCase().replaceAll('-', ' ') } })).toMatchObject({ office: '云川省医学会（示例）', parent: '云川省医学会（示例）', type: 'hospital' })
  const link = (await anybody().ask(applyToJoin, { body: { code, ...sent() } })).token
  expect(await anybody().ask(joinStanding, { body: { token: link } })).toMatchObject({ state: 'waiting', people: [] })
  expect((await anybody().refused(takeActivation, { body: { token: link, role: 'unitClerk' } })).status).toBe(404)
  const a = await listed('青陵市第三医院（示例）')
  expect([a.clerk, a.approver!.phone, a.alike, a.twins]).toEqual([{ name: '林知远', phone: '13900000001' }, '13900000002', [], 0])
  await o.office.ask(takeIn, { params: { applicationId: a.applicationId }, body: { unitCode: 'QL-3', into: null, alikeSeen: 0 } })
  const clerk = await anybody().ask(takeActivation, { body: { token: link, role: 'unitClerk' } })
  const again = await anybody().ask(takeActivation, { body: { token: link, role: 'unitClerk' } })
  const approver = await anybody().ask(takeActivation, { body: { token: link, role: 'unitApprover' } })
  expect([clerk.login, approver.login, approver.personName]).toEqual(['ql-3-clerk', 'ql-3-approver', '周见山'])
  // The second is the one that opens; the first is void.
  await expect(new Person(at.origin).activate(clerk.code)).rejects.toThrow('404')
  const came = await new Person(at.origin, 'joined').activate(again.code)
  expect((await came.ask(readSession)).person?.membership).toMatchObject({ role: 'unitClerk', organisationName: '青陵市第三医院（示例）' })
  expect((await anybody().refused(takeActivation, { body: { token: link, role: 'unitClerk' } })).status).toBe(409)
  expect((await anybody().ask(joinStanding, { body: { token: link } })).people.map((p) => p.opened)).toEqual([true, false])
  const unit = (await o.office.ask(listOrganisations)).organisations.find((u) => u.code === 'QL-3')!
  expect([unit.type, unit.people.map((p) => p.role).toSorted()]).toEqual(['hospital', ['unitApprover', 'unitClerk']])
  // Neither code nor token nor a telephone lies in the database, and none of them in the ledger.
  const kept = JSON.stringify(await db().rows(`SELECT (SELECT json_agg(c) FROM unit_codes c) AS codes, (SELECT json_agg(a) FROM unit_applications a) AS applications, (SELECT json_agg(e.entry) FROM ledger_entries e) AS entries`))
  for (const secret of [code, code.replaceAll('-', ''), link, '13900000001', again.code, '林知远']) expect(kept.includes(secret)).toBe(false)
  const acts = (await db().rows<{ act: string }>(`SELECT entry->>'act' AS act FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' LIKE 'unit%' ORDER BY position`, [root])).map((r) => r.act)
  expect(acts).toEqual(['unitCode.made', 'unitJoin.sent', 'unitJoin.takenIn', 'unitJoin.codeGiven', 'unitJoin.codeGiven', 'unitJoin.codeGiven'])
  expect((await o.office.ask(listUnitCodes)).codes.find((c) => c.codeId === codeId)).toMatchObject({ used: 1, most: 5, state: 'open' })
})

test('ended, over, used up, of another installation and never made: one answer, with one word for all', async () => {
  const [ended, over, used] = [await make(), await make(), await make(1)]
  await o.office.ask(endUnitCode, { params: { codeId: ended.codeId } })
  expect((await o.office.refused(endUnitCode, { params: { codeId: ended.codeId } })).status).toBe(404)
  await db().rows(`UPDATE unit_codes SET made_at = product_time() - interval '2 days', until = product_time() - interval '1 second' WHERE id = $1`, [over.codeId])
  await token(used.code, { unitName: '用完加入码的单位（示例）' })
  expect((await o.office.ask(listUnitCodes)).codes.filter((c) => [ended, over, used].some((x) => x.codeId === c.codeId)).map((c) => c.state).toSorted()).toEqual(['ended', 'expired', 'usedUp'])
  const answers = new Set<string>()
  for (const code of ['ABCD-EFGH-JKMN', ended.code, over.code, used.code]) {
    const looked = await anybody().refused(lookAtUnitCode, { body: { code } })
    answers.add(JSON.stringify([looked.status, looked.problem.words]))
    // What is typed beside a code that opens nothing is not judged: nobody learns from it that the code is there.
    answers.add(await apply(code, { clerk: { name: '甲', phone: '不是号码' } }).then(() => 'went through', (e: { words: unknown }) => JSON.stringify([404, e.words])))
  }
  expect(answers.size).toBe(1)
  expect((await anybody().refused(joinStanding, { body: { token: 'A'.repeat(43) } })).status).toBe(404)
})

test('whoever guesses is stopped by the address', async () => {
  const { code } = await make()
  const tried = []
  for (let n = 0; n < 21; n++) tried.push((await anybody().send(lookAtUnitCode, { body: { code: `AAAA-BBBB-C${String(100 + n)}` } })).status)
  expect([tried.includes(404), tried.at(-1)]).toEqual([true, 429])
  // The right one is not looked at either.
  expect((await anybody().send(lookAtUnitCode, { body: { code } })).status).toBe(429)
})

test('the last place of a code, raced by twenty: one gets it; a refusal gives it back', async () => {
  const { codeId, code } = await make(1)
  const tried = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => apply(code, { unitName: `抢最后一席${i}（示例）` })))
  expect(tried.filter((r) => r.status === 'fulfilled').length).toBe(1)
  expect((await db().row<{ used: number; n: number }>(`SELECT used, (SELECT count(*)::int FROM unit_applications WHERE code_id = $1) AS n FROM unit_codes WHERE id = $1`, [codeId]))).toEqual({ used: 1, n: 1 })
  const a = (await o.office.ask(listJoining)).applications.find((x) => x.unitName.startsWith('抢最后一席'))!
  await o.office.ask(refuseJoining, { params: { applicationId: a.applicationId }, body: { reason: '不在本市（示例）' } })
  expect((await o.office.refused(refuseJoining, { params: { applicationId: a.applicationId }, body: { reason: '再退一次' } })).status).toBe(409)
  const again = await Promise.allSettled(Array.from({ length: 5 }, (_, i) => apply(code, { unitName: `再抢${i}（示例）` })))
  expect(again.filter((r) => r.status === 'fulfilled').length).toBe(1)
})

test('mutant: code that looks first and counts afterwards lets more in than were said; the database does not', async () => {
  const { codeId } = await make(1)
  const careless = () => db().transaction(async (tx) => {
    const seen = (await tx.row<{ free: boolean }>(`SELECT used < most AS free FROM unit_codes WHERE id = $1`, [codeId]))!.free
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (seen) await tx.rows(`UPDATE unit_codes SET used = used + 1 WHERE id = $1`, [codeId])
    return seen
  })
  const tried = await Promise.allSettled(Array.from({ length: 3 }, careless))
  expect([tried.filter((r) => r.status === 'fulfilled' && r.value).length, tried.some((r) => r.status === 'rejected' && String(r.reason).includes('never_more_units_than_said'))]).toEqual([1, true])
})

test('refused: the applicants read why, and names and telephones are gone', async () => {
  const { code } = await make()
  const link = await token(code, { unitName: '要退回的单位（示例）' })
  const a = await listed('要退回的单位（示例）')
  await o.office.ask(refuseJoining, { params: { applicationId: a.applicationId }, body: { reason: '请由上级单位统一报名（示例）' } })
  expect(await anybody().ask(joinStanding, { body: { token: link } })).toMatchObject({ state: 'refused', reason: '请由上级单位统一报名（示例）', people: [] })
  expect(await listed('要退回的单位（示例）')).toMatchObject({ clerk: null, approver: null })
  expect((await o.office.refused(takeIn, { params: { applicationId: a.applicationId }, body: { unitCode: '', into: null, alikeSeen: 0 } })).status).toBe(409)
})

test('one like a unit that is there is asked about, never merged by itself; a person may say that it is the same', async () => {
  const { code } = await make()
  const link = await token(code, { unitName: '示例单位 1', unitCode: 'U1' })
  const a = await listed('示例单位 1')
  expect(a.alike.map((u) => [u.code, u.how])).toEqual([['U1', 'code'], ...a.alike.slice(1).map((u) => [u.code, u.how])])
  const to = (body: { unitCode: string; into: string | null; alikeSeen: number }) => ({ params: { applicationId: a.applicationId }, body })
  const seen = a.alike.length
  expect((await o.office.refused(takeIn, to({ unitCode: '', into: null, alikeSeen: 0 }))).codes).toEqual(['join.alikeChanged'])
  expect((await o.office.refused(takeIn, to({ unitCode: 'U1', into: null, alikeSeen: seen }))).codes).toEqual(['join.codeTaken'])
  expect((await o.office.refused(takeIn, to({ unitCode: '', into: root, alikeSeen: seen }))).status).toBe(404)
  const u1 = a.alike[0]!.id
  await o.office.ask(takeIn, to({ unitCode: '', into: u1, alikeSeen: seen }))
  const unit = (await o.office.ask(listOrganisations)).organisations.filter((u) => u.name.replace(' ', '') === '示例单位1')
  expect([unit.length, unit[0]!.people.map((p) => p.login).toSorted()]).toEqual([1, ['approver1', 'clerk1', 'u1-approver', 'u1-clerk']])
  expect((await anybody().ask(takeActivation, { body: { token: link, role: 'unitClerk' } })).unit).toBe('示例单位1')
})

test('two of the office who take in one application at once make one unit', async () => {
  const { code } = await make()
  await token(code, { unitName: '两人同时办的单位（示例）' })
  const a = await listed('两人同时办的单位（示例）')
  const tried = await Promise.all([o.office, o.second].map((who) => who.send(takeIn, { params: { applicationId: a.applicationId }, body: { unitCode: '', into: null, alikeSeen: a.alike.length } })))
  expect(tried.map((r) => r.status).toSorted()).toEqual([200, 409])
  expect((await db().row<{ n: number }>(`SELECT count(*)::int AS n FROM organisations WHERE name = '两人同时办的单位（示例）'`))!.n).toBe(1)
})

test('an office below has codes of its own place; of those above or beside it nothing is there', async () => {
  const u2 = (await db().row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U2'`))!.id
  const below = await new Person(at.origin, 'below').activate((await o.office.ask(inviteAccount, { body: { personName: '市里办公室', login: 'below', role: 'office', organisationId: u2 } })).code)
  const above = await make()
  await token(above.code, { unitName: '省里收到的单位（示例）' })
  const a = await listed('省里收到的单位（示例）')
  expect([(await below.ask(listUnitCodes)).codes, (await below.ask(listJoining)).applications]).toEqual([[], []])
  for (const refused of [below.refused(endUnitCode, { params: { codeId: above.codeId } }), below.refused(refuseJoining, { params: { applicationId: a.applicationId }, body: { reason: '不是我的' } }), below.refused(takeIn, { params: { applicationId: a.applicationId }, body: { unitCode: '', into: null, alikeSeen: 0 } }),
    below.refused(makeUnitCode, { body: { parentId: root, type: 'unit', most: 1, lastDay: dayOf(await at.now()) } })]) expect((await refused).status).toBe(404)
  const own = await below.ask(makeUnitCode, { body: { parentId: u2, type: 'unit', most: 1, lastDay: addDays(dayOf(await at.now()), 1) } })
  expect((await perform(applyToJoinCommand, { params: {}, query: {}, body: applyToJoin.body.parse({ code: own.code, ...sent({ unitName: '区里的卫生院（示例）' }) }) }, null, at.services)).ok).toBe(true)
  expect((await below.ask(listJoining)).applications.map((x) => x.parent.name)).toEqual(['示例单位2'])
  expect(await listed('区里的卫生院（示例）')).toBeUndefined()
})

test('one person more for a unit that is there: by the office from its row, a clerk by its approver', async () => {
  const u1 = (await db().row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
  const made = await o.office.ask(inviteAccount, { body: { personName: '新经办', login: 'new-clerk', role: 'unitClerk', organisationId: u1 } })
  const clerk = await new Person(at.origin, 'new-clerk').activate(made.code)
  expect((await clerk.ask(readSession)).person?.membership).toMatchObject({ role: 'unitClerk', organisationId: u1 })
  // Of the own organisation the office makes no clerk; of another's unit there is nothing.
  expect((await o.office.refused(inviteAccount, { body: { personName: '甲', login: 'own-clerk', role: 'unitClerk' } })).status).toBe(404)
  const more = await o.units[0]!.approver.ask(inviteClerk, { body: { personName: '再一位经办', login: 'third-clerk' } })
  await new Person(at.origin, 'third').activate(more.code)
  expect((await o.units[0]!.approver.ask(unitPeople)).people.map((p) => p.login)).toContain('third-clerk')
  for (const who of [o.units[0]!.clerk, clerk, o.office]) expect((await who.refused(inviteClerk, { body: { personName: '乙', login: 'nobody' } })).status).toBe(404)
  expect((await o.units[1]!.approver.ask(unitPeople)).people.map((p) => p.login)).not.toContain('third-clerk')
})
