/** 重开账号: two others, never the person, never one alone; what opened it before is void, and it is told wherever somebody looks. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { inviteAccount, listAccounts, listOrganisations, reissueCode, setEmail } from '#contract/operations/organisations'
import { confirmReopening, listReopenings, proposeReopening, withdrawReopening } from '#contract/operations/reopening'
import { activate, readSession, signIn } from '#contract/operations/sign-in'
import { reopen } from '#cli/reopen'
import { invariants } from '#server/store/invariants'
import { unitStandings } from '#server/store/entries'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let supervisor: Person
const password = 'a long password 1'
const reason = '手机丢失，电话核对过本人（示例）'
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  const made = await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })
  supervisor = await new Person(at.origin, 'supervisor').activate(made.code)
})
afterAll(() => at.close())

const idOf = async (login: string): Promise<string> => (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = $1`, [login]))!.id
const proposed = async (login: string, by = o.office): Promise<string> => (await by.ask(proposeReopening, { body: { accountId: await idOf(login), reason } })).reopeningId
const confirm = (reopeningId: string) => ({ params: { reopeningId } })

test('one proposes, another confirms: all that opened it is void, all sessions end, the new code opens it', async () => {
  const { organisations } = await o.office.ask(listOrganisations)
  await o.office.ask(setEmail, { body: { organisationId: organisations[0]!.id, email: 'unit1@units.example.org' } })
  const { approver } = o.units[0]!
  const id = await proposed('approver1')
  expect((await approver.ask(readSession)).next).toBe('done')
  const made = await o.second.ask(confirmReopening, confirm(id))
  expect([made.login, made.personName, made.letters]).toEqual(['approver1', '审核1', 1])
  expect([(await approver.ask(readSession)).signedIn, (await new Person(at.origin).refused(signIn, { body: { login: 'approver1', password } })).status]).toEqual([false, 401])
  const again = new Person(at.origin, 'approver1')
  expect((await again.ask(activate, { body: { code: made.code, password: 'a new long password' } })).next).toBe('setUpSecondFactor')
  await again.setUpSecondFactor()
  // Told in the product, with the names of the two.
  expect((await again.ask(readSession)).news.filter((n) => n.kind === 'reopened').map((n) => n.say.zh)).toEqual(['账号由郑一帆提请、何青确认重开：原来的密码、动态口令、通行密钥、恢复码都已作废'])
  const letter = (await at.services.db.row<{ recipient: string; body: string }>(`SELECT recipient, body FROM letters WHERE kind = 'account' AND recipient = 'unit1@units.example.org'`))!
  expect([letter.body.includes('重开'), letter.body.includes(made.code)]).toEqual([true, false])
  expect((await o.second.refused(confirmReopening, confirm(id))).codes).toEqual(['reopening.over'])
})

test('nobody alone, nobody for himself; the constraint says so a second time', async () => {
  const id = await proposed('clerk1')
  expect((await o.office.refused(confirmReopening, confirm(id))).codes).toEqual(['reopening.samePerson'])
  expect((await o.office.refused(proposeReopening, { body: { accountId: await idOf('zheng'), reason } })).codes).toEqual(['reopening.own'])
  const forSecond = await proposed('heqing')
  expect((await o.second.refused(confirmReopening, confirm(forSecond))).codes).toEqual(['reopening.own'])
  await expect(at.services.db.rows(`UPDATE reopenings SET confirmed_by = proposed_by, confirmed_at = clock_timestamp() WHERE id = $1`, [id])).rejects.toThrow('two_others')
  await expect(at.services.db.rows(`UPDATE reopenings SET confirmed_by = account_id, confirmed_at = clock_timestamp() WHERE id = $1`, [id])).rejects.toThrow('two_others')
  expect((await o.units[0]!.clerk.ask(readSession)).signedIn).toBe(true)
  // Where the office has but two, its supervisor is the second.
  await supervisor.ask(confirmReopening, confirm(forSecond))
  expect([(await o.second.ask(readSession)).signedIn, (await supervisor.refused(proposeReopening, { body: { accountId: await idOf('clerk1'), reason } })).status]).toEqual([false, 404])
  await o.office.ask(withdrawReopening, confirm(id))
  expect((await supervisor.refused(confirmReopening, confirm(id))).codes).toEqual(['reopening.over'])
})

describe('foreign and absent', () => {
  test('an account of another tree, of the level above and of nobody are told alike', async () => {
    const [root, unit] = [randomUUID(), (await o.office.ask(listOrganisations)).organisations[1]!.id]
    await at.services.db.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) VALUES ($1, NULL, $1, 'ROOT', '另一个省（示例）', 'office')`, [root])
    const foreign = randomUUID(), both = randomUUID()
    for (const [id, login] of [[foreign, 'foreign'], [both, 'both']]) await at.services.db.rows(`INSERT INTO accounts (id, login, person_name, opened_at) VALUES ($1, $2, '外人', now())`, [id, login])
    await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES (gen_random_uuid(), $1, $3, 'office'), (gen_random_uuid(), $2, $3, 'juror'), (gen_random_uuid(), $2, $4, 'unitClerk')`, [foreign, both, root, unit])
    // Whose places lie partly elsewhere is not this office's to open: elsewhere he may be anybody.
    const answers = await Promise.all([foreign, both, randomUUID()].map((accountId) => o.office.refused(proposeReopening, { body: { accountId, reason } })))
    expect(answers.map((a) => JSON.stringify({ ...a.problem, trace: '' }))).toEqual(answers.map(() => JSON.stringify({ ...answers[2]!.problem, trace: '' })))
    expect(answers[0]!.status).toBe(404)
  })
  test('another office neither sees nor confirms it', async () => {
    const id = await proposed('clerk2')
    const { organisations } = await o.office.ask(listOrganisations)
    const made = await o.office.ask(inviteAccount, { body: { organisationId: organisations[1]!.id, personName: '下级办公室', login: 'below', role: 'office' } })
    const below = await new Person(at.origin, 'below').activate(made.code)
    expect([(await below.ask(listReopenings)).reopenings, (await below.refused(confirmReopening, confirm(id))).status, (await below.refused(withdrawReopening, confirm(id))).status, (await below.refused(proposeReopening, { body: { accountId: await idOf('zheng'), reason } })).status]).toEqual([[], 404, 404, 404])
    expect((await supervisor.ask(listReopenings)).reopenings.find((r) => r.reopeningId === id)).toMatchObject({ personName: '经办2', mayConfirm: true, reason })
    expect((await o.office.ask(listReopenings)).reopenings.find((r) => r.reopeningId === id)).toMatchObject({ mayConfirm: false, mayWithdraw: true })
  })
})

test('a proposal ends by itself; there is one at a time', async () => {
  const id = await proposed('approver2')
  expect((await o.office.refused(proposeReopening, { body: { accountId: await idOf('approver2'), reason } })).codes).toEqual(['reopening.waiting'])
  await at.services.db.rows(`UPDATE reopenings SET until = clock_timestamp() - interval '1 second' WHERE id = $1`, [id])
  expect((await supervisor.refused(confirmReopening, confirm(id))).codes).toEqual(['reopening.over'])
  await o.office.ask(withdrawReopening, confirm(await proposed('approver2')))
})

test('never opened, it needs no second person: another code takes the place of the one that was lost', async () => {
  const made = await o.office.ask(inviteAccount, { body: { personName: '未启用', login: 'never', role: 'juror' } })
  expect((await o.office.refused(proposeReopening, { body: { accountId: made.accountId, reason } })).codes).toEqual(['reopening.neverOpened'])
  const { code } = await o.office.ask(reissueCode, { params: { accountId: made.accountId } })
  expect((await new Person(at.origin).refused(activate, { body: { code: made.code, password } })).status).toBe(404)
  await new Person(at.origin).ask(activate, { body: { code, password } })
  expect((await o.office.refused(reissueCode, { params: { accountId: made.accountId } })).codes).toEqual(['account.opened'])
})

test('a unit whose only account waits for its person again has people: the office does not sit down in its place', async () => {
  const campaignId = await openProvincial(at, { ...o, second: await new Person(at.origin).activate((await o.office.ask(inviteAccount, { body: { personName: '第三人', login: 'third', role: 'office' } })).code) })
  for (const login of ['clerk3', 'approver3']) await supervisor.ask(confirmReopening, confirm(await proposed(login)))
  expect((await unitStandings(at.services.db, campaignId)).filter((u) => !u.unitHasPeople).map((u) => u.name)).toEqual([])
  const { organisations } = await o.office.ask(listOrganisations)
  expect(organisations.find((u) => u.code === 'U3')!.people.map((p) => [p.activated, p.opened])).toEqual([[false, true], [false, true]])
})

test('where nobody is left to confirm it, whoever runs the server does; it is told and stands in the ledger', async () => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const run = (...args: string[]) => reopen.run([...args, '--database-url', at.databaseUrl, '--json'])
  const codes = [await run('zheng'), await run('nobody', '--reason', reason), await run('Zheng', '--reason', reason)]
  const lines = said.mock.calls.map(([line]) => JSON.parse(String(line)) as { error?: string; code?: string; login?: string })
  said.mockRestore()
  expect([codes, lines.map((l) => l.login)]).toEqual([[1, 1, 0], [undefined, undefined, 'zheng']])
  expect((await o.office.ask(readSession)).signedIn).toBe(false)
  await o.office.ask(activate, { body: { code: lines[2]!.code!, password } })
  await o.office.setUpSecondFactor()
  expect((await o.office.ask(readSession)).news.find((n) => n.kind === 'reopened')?.say.zh).toBe('账号由系统管理员在服务器上重开：原来的密码、动态口令、通行密钥、恢复码都已作废')
  const entry = await at.services.db.row<{ role: string; data: object }>(`SELECT entry->'actor'->>'role' AS role, entry->'data' AS data FROM ledger_entries WHERE entry->>'act' = 'account.reopened' AND entry->'data' ? 'operator'`)
  expect(entry).toEqual({ role: 'system', data: { operator: true, reason } })
  for (const { name, sql } of invariants) expect([name, await at.services.db.rows(sql)]).toEqual([name, []])
})

test('of a juror, the record of the campaign tells it to whoever oversees it', async () => {
  const campaignId = (await at.services.db.row<{ id: string }>(`SELECT id FROM campaigns`))!.id
  const jury = await inviteJury(at, o, campaignId, 2)
  await supervisor.ask(confirmReopening, confirm(await proposed('juror1')))
  const { entries } = await supervisor.ask(campaignLedger, { params: { campaignId } })
  expect(entries.filter((e) => e.act === 'account.reopened').map((e) => [e.subject, e.actor, e.say.zh])).toEqual([['评委1', '严守一', '确认重开账号，原来的登录办法都已作废']])
  expect((await jury.jurors[0]!.ask(readSession)).signedIn).toBe(false)
  expect((await o.office.ask(listAccounts)).accounts.find((a) => a.login === 'juror1')!.activated).toBe(false)
})
