/** 人选档案: what was submitted once fills the next campaign’s form; a person is never merged without being asked, and another channel’s is found before sealing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, readNomination, returnNomination, saveDraft, submitNomination } from '#contract/operations/nominations'
import { linkRecord, listRecords } from '#contract/operations/records'
import { rulesOf } from '#core/campaign/definition'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, fieldsFor, fillNomination, prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'

let at: Installation
let o: Office
let first: string
let second: string
const clerk = (i = 0) => o.units[i]!.clerk
const approver = (i = 0) => o.units[i]!.approver
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  ;[first, second] = [await openProvincial(at, o, twoPapers), await openProvincial(at, o, twoPapers)]
})
afterAll(() => at.close())
const read = (nominationId: string, i = 0) => clerk(i).ask(readNomination, { params: { nominationId } })

let recordId: string
test('one candidate in two campaigns: of the second form nothing is typed twice, and the count says so', async () => {
  const one = await prepareNomination(clerk(), first, '沈若川')
  await sealAndSubmit(approver(), first, one)
  expect((await read(one)).typed).toMatchObject({ known: 0, changed: 0 })
  const { records } = await clerk().ask(listRecords, { params: { campaignId: second }, query: { name: '沈' } })
  expect(records.map((r) => r.name)).toEqual(['沈若川'])
  recordId = records[0]!.id
  const two = (await clerk().ask(createNomination, { params: { campaignId: second }, body: { candidateName: '沈若川', recordId } })).nominationId
  const [a, b] = [await read(one), await read(two)]
  const definition = await definitionFor(clerk(), second)
  const personal = rulesOf(definition, 'formField').filter((f) => f.section !== 'opinion' && f.type !== 'category').map((f) => f.field)
  expect(personal.filter((f) => JSON.stringify(a.fields[f]) !== JSON.stringify(b.fields[f]))).toEqual([])
  expect([b.prefilled.length >= personal.length - 1, records[0]!.known]).toEqual([true, personal.length])
  // Only the campaign’s own category and the unit’s opinion are filled in, one fact is changed.
  await fillNomination(clerk(), second, two, '沈若川')
  await sealAndSubmit(approver(), second, two)
  const { typed } = await read(two)
  // The name came with the record too: nobody typed it.
  expect([typed!.known, typed!.typed, typed!.changed]).toEqual([personal.length, typed!.asked - personal.length, 0])
})

test('facts are sealed like those of a nomination: no ID number, phone or mail stands in the open', async () => {
  const rows = await at.services.db.rows<{ field: string; value: unknown }>(`SELECT field, value FROM candidate_facts WHERE field IN ('idNumber','phone','email')`)
  expect(rows.map((r) => r.value)).toEqual(rows.map(() => null))
  expect(rows.length).toBeGreaterThan(0)
})

test('another unit neither lists nor takes over what this one knows', async () => {
  expect((await clerk(1).ask(listRecords, { params: { campaignId: second }, query: { name: '沈若川' } })).records).toEqual([])
  expect((await clerk(1).refused(createNomination, { params: { campaignId: second }, body: { candidateName: '沈若川', recordId } })).status).toBe(404)
  const own = (await clerk(1).ask(createNomination, { params: { campaignId: second }, body: { candidateName: '沈若川' } })).nominationId
  expect((await clerk(1).refused(linkRecord, { params: { nominationId: own }, body: { recordId } })).status).toBe(404)
})

test('the same ID number is asked about, never merged by itself; taken over, only empty fields are filled', async () => {
  const id = (await clerk().ask(createNomination, { params: { campaignId: second }, body: { candidateName: '沈若川' } })).nominationId
  const { idNumber } = fieldsFor(await definitionFor(clerk(), second), '沈若川')
  await clerk().ask(saveDraft, { params: { nominationId: id }, body: { version: (await read(id)).version, fields: { idNumber: idNumber as string, post: '副主任（示例）' } } })
  const asked = await read(id)
  expect([asked.maybe, asked.prefilled]).toEqual([{ id: recordId, name: '沈若川', by: 'number' }, []])
  await clerk().ask(linkRecord, { params: { nominationId: id }, body: { recordId } })
  const taken = await read(id)
  expect([taken.maybe, taken.fields['post'], taken.fields['employer'] !== undefined]).toEqual([null, '副主任（示例）', true])
})

test('the same person by two channels is found before sealing, and the other channel is not named', async () => {
  const id = await prepareNomination(clerk(1), first, '沈若川')
  const n = await approver(1).ask(readNomination, { params: { nominationId: id } })
  const found = n.findings.filter((f) => f.code.startsWith('candidate.twice'))
  expect(found.map((f) => [f.code, f.strength, JSON.stringify(f).includes('示例单位1')])).toEqual([['candidate.twice.number', 'warn', false]])
  await approver(1).ask(submitNomination, { params: { nominationId: id }, body: { version: n.version, warningsSeen: 1, still: true, declarations: approverDeclarations(await definitionFor(approver(1), first)) } })
})

test('a draft of another unit is found by nobody', async () => {
  const { idNumber } = fieldsFor(await definitionFor(clerk(1), second), '顾长风', 5)
  const [theirs, ours] = [(await clerk(1).ask(createNomination, { params: { campaignId: second }, body: { candidateName: '顾长风' } })).nominationId, (await clerk().ask(createNomination, { params: { campaignId: second }, body: { candidateName: '顾长风' } })).nominationId]
  for (const [i, id] of [[1, theirs], [0, ours]] as const) await clerk(i).ask(saveDraft, { params: { nominationId: id }, body: { version: 1, fields: { idNumber: idNumber as string } } })
  expect((await read(ours)).findings.filter((f) => f.code.startsWith('candidate.twice'))).toEqual([])
})

test('a number that another record of the unit bears is not borne by a second one, and the form is sent all the same', async () => {
  const db = at.services.db
  const one = (await db.row<{ id: string; number: Buffer; record: string }>(`SELECT n.id, n.id_number_hash AS number, n.record_id AS record FROM nominations n WHERE n.campaign_id = $1 AND n.state = 'submitted' AND n.record_id IS NOT NULL ORDER BY n.submitted_at LIMIT 1`, [first]))!
  // First sent without the number, which came to the unit's records with somebody else meanwhile.
  await db.rows(`UPDATE candidate_records SET id_number_hash = NULL WHERE id_number_hash = $1`, [one.number])
  const other = (await db.row<{ id: string }>(`INSERT INTO candidate_records (id, organisation_id, name, id_number_hash, created_at) SELECT gen_random_uuid(), organisation_id, '同号人', $2, product_time() FROM candidate_records WHERE id = $1 RETURNING id`, [one.record, one.number]))!.id
  await o.office.ask(returnNomination, { params: { nominationId: one.id }, body: { version: (await read(one.id)).version, until: (await at.now()) + 86_400_000, points: [{ what: '请核对', at: '', clause: '' }] } })
  await sealAndSubmit(approver(), first, one.id)
  expect(await db.rows(`SELECT id FROM candidate_records WHERE id_number_hash = $1 ORDER BY id`, [one.number])).toEqual([{ id: other }])
  expect((await read(one.id)).state).toBe('submitted')
})
