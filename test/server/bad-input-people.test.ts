/** Bad input around one nomination: two approvers at once, a page left open, a term that outlives the deadline, numbers of other papers, letters nobody sees, guessed codes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueCode, lookAtCode, redeemCode } from '#contract/operations/candidate'
import { readCampaign } from '#contract/operations/campaigns'
import { acceptNomination, createNomination, handBack, readNomination, returnNomination, saveDraft, submitNomination, withdrawNomination } from '#contract/operations/nominations'
import { verifyRecord } from '#core/ledger/record'
import { newId } from '#server/ids'
import { buildRecord } from '#server/queries/ledger'
import { invariants } from '#server/store/invariants'
import { beginSession } from '#server/store/sessions'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, fillNomination, idNumber, prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let campaignId: string
let declarations: Record<string, boolean>
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 5)
  campaignId = await openProvincial(at, o, twoPapers)
  declarations = approverDeclarations(await definitionFor(o.office, campaignId))
}, 200_000)
afterAll(() => at.close())
const versionOf = async (who: Person, nominationId: string) => (await who.ask(readNomination, { params: { nominationId } })).version
const unit = (i: number) => o.units[i]!

test('two approvers of one unit at once: one seals, the others are told; one entry, one seat', async () => {
  const { id } = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!
  const [accountId, membershipId] = [newId(), newId()]
  await at.services.db.rows(`INSERT INTO accounts (id, login, person_name) VALUES ($1, 'approver1b', '审核乙')`, [accountId])
  await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, 'unitApprover')`, [membershipId, accountId, id])
  const other = new Person(at.origin, 'approver1b').holding(await beginSession(at.services.db, accountId, membershipId, true))
  const nominationId = await prepareNomination(unit(0).clerk, campaignId, '沈若川')
  const body = { params: { nominationId }, body: { version: await versionOf(other, nominationId), warningsSeen: 0, still: true, declarations } }
  const answers = await Promise.all([unit(0).approver, other, unit(0).approver, other].map((who) => who.send(submitNomination, body)))
  expect(answers.map((a) => a.status).toSorted()).toEqual([200, 409, 409, 409])
  const entries = await at.services.db.rows(`SELECT FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = 'nomination.submitted' AND entry->'subject'->>'id' = $2`, [campaignId, nominationId])
  expect([entries.length, (await at.services.db.rows(`SELECT FROM nominations WHERE unit_id = $1 AND seat IS NOT NULL`, [id])).length]).toEqual([1, 1])
  // And where one seals while the other hands back, exactly one of the two has happened.
  const second = await prepareNomination(unit(1).clerk, campaignId, '顾南枝', 2)
  const sealing = { params: { nominationId: second }, body: { ...body.body, version: await versionOf(unit(1).approver, second) } }
  const both = await Promise.all([unit(1).approver.send(submitNomination, sealing), unit(1).approver.send(handBack, { params: { nominationId: second }, body: {} })])
  const { state } = (await at.services.db.row<{ state: string }>(`SELECT state FROM nominations WHERE id = $1`, [second]))!
  expect([both.filter((a) => a.status === 200).length, state]).toEqual([1, both[0]!.status === 200 ? 'submitted' : 'draft'])
})

test('a page left open: what was saved elsewhere meanwhile is never overwritten, sealed or accepted unread', async () => {
  const { clerk, approver } = unit(2)
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '陆见微' } })
  const old = await versionOf(clerk, nominationId)
  await clerk.ask(saveDraft, { params: { nominationId }, body: { version: old, fields: { post: '主任医师' } } })
  const stale = await clerk.refused(saveDraft, { params: { nominationId }, body: { version: old, fields: { post: '护士' } } })
  expect([stale.status, (await clerk.ask(readNomination, { params: { nominationId } })).fields['post']]).toEqual([409, '主任医师'])
  await fillNomination(clerk, campaignId, nominationId, '陆见微', 3)
  const seen = await versionOf(approver, nominationId)
  const sealing = (version: number) => ({ params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations } })
  expect((await approver.refused(submitNomination, sealing(seen - 1))).status).toBe(409)
  await approver.ask(submitNomination, sealing(seen))
  expect((await o.office.refused(acceptNomination, { params: { nominationId }, body: { version: seen, still: true } })).status).toBe(409)
})

test('a term of return that outlives the deadline: in time for its unit alone, closed to the second, and the seat is kept meanwhile', async () => {
  const { clerk, approver } = unit(2)
  const { nominationId } = (await at.services.db.row<{ nominationId: string }>(`SELECT id AS "nominationId" FROM nominations WHERE candidate_name = '陆见微'`))!
  const { deadline } = await o.office.ask(readCampaign, { params: { campaignId } })
  const until = deadline! + 2 * 86_400_000
  await o.office.ask(returnNomination, { params: { nominationId }, body: { version: await versionOf(o.office, nominationId), until, points: [{ what: '请核对', at: '', clause: '' }] } })
  const other = await prepareNomination(clerk, campaignId, '另一人', 4)
  const sealing = async (id: string) => ({ params: { nominationId: id }, body: { version: await versionOf(approver, id), warningsSeen: 0, still: true, declarations } })
  expect((await approver.refused(submitNomination, await sealing(other))).codes).toEqual(['quota.full'])
  await at.setClock(until - 1000)
  // Withdrawn to make room, nobody else comes in by the term of the one that went.
  expect((await approver.refused(submitNomination, await sealing(other))).codes.toSorted()).toEqual(['deadline.passed', 'quota.full'])
  await at.setClock(until)
  expect((await approver.refused(submitNomination, await sealing(nominationId))).codes).toEqual(['deadline.passed'])
  await at.setClock(until - 1000)
  await approver.ask(submitNomination, await sealing(nominationId))
  expect((await approver.refused(withdrawNomination, { params: { nominationId }, body: {} })).codes).toEqual(['withdraw.late'])
  await at.setClock(deadline! - 3_600_000)
})

describe('numbers of identity papers', () => {
  const findings = async (value: string) => {
    const { clerk } = unit(3)
    const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '示例人' } })
    const saved = await clerk.ask(saveDraft, { params: { nominationId }, body: { version: 1, fields: { idNumber: value } } })
    const kept = (await clerk.ask(readNomination, { params: { nominationId } })).fields['idNumber']
    return { kept, found: saved.findings.filter((f) => f.code.startsWith('idNumber')).map((f) => [f.code, f.strength]) }
  }
  test.each([['15 digits', '990000840312002', [['idNumber.length', 'warn']]], ['a passport', 'E12345678', [['idNumber.length', 'warn']]], ['a permit of another region', 'H0123456789', [['idNumber.length', 'warn']]], ['a residence permit', '990000198403120021', [['idNumber.check', 'warn']]], ['text', '没有证件', [['idNumber.length', 'warn']]]] as const)(
    '%s: asked, kept as it was typed, and nothing made of it silently', async (_, value, found) => expect(await findings(value)).toEqual({ kept: value, found }))

  test('in full width, with blanks and with what nobody sees it is the same number wherever persons are compared', async () => {
    const number = idNumber('1984-03-12', 77)
    const wide = [...number].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
    const hashes = await Promise.all([number, wide, ` ${number.slice(0, 6)} ${number.slice(6)}\u200b`, number.toLowerCase()].map(async (value) => {
      const { clerk } = unit(3)
      const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '示例人' } })
      const { findings: found } = await clerk.ask(saveDraft, { params: { nominationId }, body: { version: 1, fields: { idNumber: value } } })
      expect(found.filter((f) => f.code.startsWith('idNumber'))).toEqual([])
      return (await at.services.db.row<{ hash: string }>(`SELECT encode(id_number_hash, 'hex') AS hash FROM nominations WHERE id = $1`, [nominationId]))!.hash
    }))
    expect(new Set(hashes).size).toBe(1)
  })
})

describe('what nobody sees', () => {
  test.each([['a name of nothing', '\u200b\u2060'], ['a name of blanks', '\u3000\u00a0']])('%s begins no nomination', async (_, candidateName) => expect((await unit(4).clerk.send(createNomination, { params: { campaignId }, body: { candidateName } })).status).toBe(400))

  test('in a name or a post it blocks sealing and says how to mend it; what turns the line around in a long text too; rare characters and middle dots do not', async () => {
    const { clerk } = unit(4)
    const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
    const hidden = async (fields: Record<string, string>) => (await clerk.ask(saveDraft, { params: { nominationId }, body: { version: await versionOf(clerk, nominationId), fields } })).findings.filter((f) => f.code === 'field.hidden').map((f) => [f.at.field, f.strength])
    expect(await hidden({ name: '沈\u200b若川', post: '主任\u202e师医', deeds: '示例\u200b文字' })).toEqual([['name', 'block'], ['post', 'block']])
    const long = (await definitionFor(clerk, campaignId)).rules.find((r) => r.kind === 'formField' && r.type === 'longText') as { field: string }
    expect(await hidden({ name: '沈若川', post: '主任医师', [long.field]: '示例\u202e字文' })).toEqual([[long.field, 'block']])
    expect(await hidden({ name: '阿卜杜拉·买买提', [long.field]: '示例文字' })).toEqual([])
    expect(await hidden({ name: '𬭎㛃衡' })).toEqual([])
  })
})

test('codes are not found by guessing: after so many tries nothing is answered any more, the right one included; who holds the code still comes in by it', async () => {
  const { clerk } = unit(4)
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '叶知秋' } })
  const { code } = await clerk.ask(issueCode, { params: { nominationId } })
  const guesser = new Person(at.origin)
  const from = (n: number) => code.split('').map((c, i) => (i === n % 4 ? 'ABCDEFGH'[n % 8]! : c)).join('')
  const said: number[] = []
  for (let n = 0; n < 60 && said.at(-1) !== 429; n++) said.push((await guesser.send(lookAtCode, { body: { code: from(n) === code ? 'ABCD-EFGH-JKMN' : from(n) } })).status)
  expect([said.at(-1), new Set(said.slice(0, -1))]).toEqual([429, new Set([404])])
  expect((await guesser.send(lookAtCode, { body: { code } })).status).toBe(429)
  // Coming in has tries of its own.
  expect((await new Person(at.origin).send(redeemCode, { body: { code, password: 'a long password 1' } })).status).toBe(200)
})

test('after all of it the data hold what must hold, and the record proves itself', async () => {
  await sealAndSubmit(unit(4).approver, campaignId, await prepareNomination(unit(4).clerk, campaignId, '柳如是', 9))
  expect((await Promise.all(invariants.map(async (i) => ((await at.services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()).toEqual([])
  expect(verifyRecord(await buildRecord(at.services.db, campaignId)).faults).toEqual([])
})
