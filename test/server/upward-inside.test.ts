/** 向上推荐 within one installation: the office below sends whom it honoured into the campaign above, under its rules, places and time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNomination, submitNomination } from '#contract/operations/nominations'
import { searchNominations } from '#contract/operations/search'
import { makeArchive, readUpward, recommend, takeOwnSeat } from '#contract/operations/upward'
import { newId } from '#server/ids'
import { beginSession } from '#server/store/sessions'
import { readMaterials } from '#server/store/nominations'
import { freshInstallation, type Installation } from './installation'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, prepareNomination, sealAndSubmit } from './dossier'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { backToOffice, complete } from './two-installations'

let at: Installation, o: Office
let above = '', below = '', ownOrganisation = ''
let first: Person, second: Person
const people = [newId(), newId(), newId()]
const names = ['沈若川', '顾南枝', '𬭎衡']

const officePerson = async (login: string): Promise<Person> => {
  const [account, membership] = [newId(), newId()]
  await at.services.db.rows(`INSERT INTO accounts (id, login, person_name) VALUES ($1, $2, $2)`, [account, login])
  await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, 'office')`, [membership, account, ownOrganisation])
  return new Person(at.origin, login).holding(await beginSession(at.services.db, account, membership, true))
}

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  above = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.kind === 'quota' ? { ...r, max: 2 } : r)))
  const { db } = at.services
  ownOrganisation = (await db.row<{ id: string }>(`SELECT organisation_id AS id FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE a.login = 'clerk2'`))!.id
  // A real dossier, as the first unit fills it in, stands in a campaign of the office below, which honoured three.
  const real = await prepareNomination(o.units[0]!.clerk, above, '样本')
  await sealAndSubmit(o.units[0]!.approver, above, real)
  below = newId()
  const unit = (await db.row<{ id: string }>(`SELECT unit_id AS id FROM nominations WHERE id = $1`, [real]))!.id
  await db.rows(`INSERT INTO campaigns (id, organisation_id, slug, state, chain, resolved, definition_hash, deadline, contact, created_at, opened_at) SELECT $1, $2, 'below-1', 'closed', chain, resolved, definition_hash, deadline, contact, created_at, opened_at FROM campaigns WHERE id = $3`, [below, ownOrganisation, above])
  await db.rows(`INSERT INTO definition_versions SELECT $1, hash, version, chain, resolved, since FROM definition_versions WHERE campaign_id = $2`, [below, above])
  await db.rows(`INSERT INTO campaign_units (campaign_id, unit_id) VALUES ($1, $2)`, [below, unit])
  for (const [i, id] of people.entries()) {
    await db.rows(`INSERT INTO nominations (id, campaign_id, unit_id, state, seat, candidate_name, fields, secret_fields, answers, created_at, changed_at, submitted_at, definition_hash, receipt)
      SELECT $1, $2, unit_id, 'accepted', $3, $4, fields || jsonb_build_object('name', $4::text), secret_fields, answers, created_at, changed_at, submitted_at, definition_hash, receipt FROM nominations WHERE id = $5`, [id, below, i + 1, names[i], real])
    await db.rows(`INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by) SELECT gen_random_uuid(), $1, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by FROM materials WHERE nomination_id = $2`, [id, real])
    await db.rows(`INSERT INTO honour_register (id, honour_id, kind, at, organisation_id, campaign_id, nomination_id, number, code, year, person_name, unit, award, campaign, issuers)
      SELECT $1, $1, 'given', product_time(), organisation_id, id, $2, $3, $4, 2026, $5, '示例单位', resolved->'award', resolved->'name', resolved->'notice'->'hosts' FROM campaigns WHERE id = $6`, [newId(), id, `2026-00${i + 1}`, `ABCDEFGHJKMNPQR${i + 1}`, names[i], below])
  }
  ;[first, second] = [await officePerson('below-one'), await officePerson('below-two')]
}, 200_000)
afterAll(() => at.close())

const ask = (ids: readonly string[], still = true) => ({ params: { campaignId: below }, body: { to: above, nominationIds: [...ids], still } })
const standing = async () => (await at.services.db.rows<{ n: number }>(`SELECT count(*)::int AS n FROM nominations WHERE campaign_id = $1 AND unit_id = $2`, [above, ownOrganisation]))[0]!.n

test('the page says where to, how many places, and that nothing is exported', async () => {
  const { to, candidates, ownPlaces } = await first.ask(readUpward, { params: { campaignId: below }, query: {} })
  expect([to?.campaignId, to?.mirrored, to?.places, ownPlaces, candidates.map((c) => c.name)]).toEqual([above, false, 2, null, names])
})

describe('recommending', () => {
  test('more than the level above takes of us is refused, and nothing of it stays', async () => {
    expect((await first.refused(recommend, ask(people))).codes).toEqual(['upward.beyondTheirs'])
    expect(await standing()).toBe(0)
  })
  test('of somebody who is not ours to send nobody learns anything', async () => {
    expect((await first.refused(recommend, ask([newId()]))).status).toBe(404)
    expect((await o.office.refused(recommend, ask([people[0]!]))).status).toBe(404)
  })
  test('two who recommend the same person at once make one nomination', async () => {
    const answers = await Promise.all([first, second].map((p) => p.send(recommend, ask([people[0]!]))))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422])
    expect(await standing()).toBe(1)
  })
  test('in their order, with the same files, and the opinion of their unit left behind', async () => {
    await first.ask(recommend, ask([people[1]!]))
    const rows = await at.services.db.rows<{ id: string; name: string; rank: number; fields: Record<string, string> }>(`SELECT id, candidate_name AS name, rank, fields FROM nominations WHERE campaign_id = $1 AND unit_id = $2 ORDER BY rank`, [above, ownOrganisation])
    expect(rows.map((r) => [r.name, r.rank])).toEqual([['沈若川', 1], ['顾南枝', 2]])
    const [ours, theirs] = await Promise.all([people[0]!, rows[0]!.id].map((id) => readMaterials(at.services.db, id)))
    expect(theirs!.map((m) => m.sha256)).toEqual(ours!.filter((m) => m.materialId !== 'nomination-form-stamped').map((m) => m.sha256))
    expect(rows[0]!.fields['unitOpinion'] ?? rows[0]!.fields['opinion']).toBeUndefined()
  })
})

test('completed by one, sealed by the other, it stands with the office above, under its time', async () => {
  const { candidates } = await first.ask(readUpward, { params: { campaignId: below }, query: { to: above } })
  const nominationId = candidates[0]!.above!.nominationId
  await complete(first, second, above, nominationId)
  const { rows } = await o.office.ask(searchNominations, { params: { campaignId: above }, query: { q: '沈若川' } })
  expect(rows.map((r) => [r.candidateName, r.state])).toEqual([['沈若川', 'submitted']])
  expect((await first.refused(makeArchive, { params: { campaignId: above }, body: { nominationIds: [nominationId] } })).codes).toEqual(['upward.inside'])
})

test('after the deadline above nothing goes up, neither recommended nor sealed', async () => {
  const { candidates } = await first.ask(readUpward, { params: { campaignId: below }, query: { to: above } })
  const late = candidates[1]!.above!.nominationId
  const { end } = (await at.services.db.row<{ end: number }>(`SELECT deadline AS "end" FROM campaigns WHERE id = $1`, [above]))!
  await at.setClock(end)
  expect((await first.refused(recommend, ask([people[2]!]))).codes).toEqual(expect.arrayContaining(['upward.late']))
  await at.services.db.rows(`UPDATE nominations SET state = 'atApproval' WHERE id = $1`, [late])
  await second.ask(takeOwnSeat, { params: { campaignId: above }, body: { as: 'unitApprover' } })
  const { version } = await second.ask(readNomination, { params: { nominationId: late } })
  const { codes } = await second.refused(submitNomination, { params: { nominationId: late }, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(await definitionFor(second, above)) } })
  expect(codes).toContain('deadline.passed')
  await backToOffice(second)
})
