import { joinStanding, listJoining, listUnitCodes, lookAtUnitCode, unitPeople } from '#contract/operations/unit-joining'
import type { Role } from '#core/access/actor'
import { alikeUnits, codeStateOf } from '#core/organisations/join'
import { searchable } from '#core/text/search-words'
import { hashOfUnitCode, noSuchApplication, noSuchUnitCode } from '../commands/unit-joining'
import { query } from '../handler'
import { hashOfToken } from '../store/sessions'
import { applicationBy, applicationsOf, findUnitCode, peopleOf, unitCodesOf, unitsBelow } from '../store/unit-joining'

export const lookAtUnitCodeQuery = query(lookAtUnitCode, async ({ body }, { q, services }) => {
  const found = await findUnitCode(q, hashOfUnitCode(services.keys, body.code))
  if (found === undefined) throw noSuchUnitCode()
  return found
})

export const listUnitCodesQuery = query(listUnitCodes, async (_, { q, actor }) => {
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  return { codes: (await unitCodesOf(q, actor.organisationId)).map((c) => ({ ...c, state: codeStateOf(c, at) })) }
})

export const listJoiningQuery = query(listJoining, async (_, { q, services, actor }) => {
  const rows = await applicationsOf(q, actor.organisationId)
  const waiting = rows.filter((r) => r.state === 'waiting')
  const known = waiting.length === 0 ? [] : await unitsBelow(q, actor.organisationId)
  const names = new Map<string, number>()
  for (const r of waiting) names.set(searchable(r.unitName), (names.get(searchable(r.unitName)) ?? 0) + 1)
  return { applications: rows.map((r) => {
    const people = peopleOf(services.keys, r.sealed)
    const open = r.state === 'waiting'
    return { ...r, clerk: people?.clerk ?? null, approver: people?.approver ?? null, alike: open ? alikeUnits({ name: r.unitName, code: r.unitCode }, known) : [], twins: open ? names.get(searchable(r.unitName))! - 1 : 0 }
  }) }
})

/** Whoever holds the link, and nobody else; names as they were sent, never a telephone. */
export const joinStandingQuery = query(joinStanding, async ({ body }, { q, services }) => {
  const row = await applicationBy(q, hashOfToken(body.token))
  if (row === undefined) throw noSuchApplication()
  const people = peopleOf(services.keys, row.sealed)
  const opened = new Set((await q.rows<{ id: string }>(`SELECT id FROM accounts WHERE id = ANY($1::uuid[]) AND opened_at IS NOT NULL`, [[row.clerkId, row.approverId].filter((x) => x !== null)])).map((r) => r.id))
  return {
    state: row.state, unitName: row.unitName, office: row.office, sentAt: row.sentAt, reason: row.reason,
    people: people === null || row.clerkId === null || row.approverId === null ? [] : [{ role: 'unitClerk' as const, personName: people.clerk.name, opened: opened.has(row.clerkId) }, { role: 'unitApprover' as const, personName: people.approver.name, opened: opened.has(row.approverId) }],
  }
})

export const unitPeopleQuery = query(unitPeople, async (_, { q, actor }) => ({
  people: await q.rows<{ accountId: string; personName: string; login: string; role: Role & ('unitClerk' | 'unitApprover'); activated: boolean }>(
    `SELECT a.id AS "accountId", a.person_name AS "personName", a.login, m.role, a.opened_at IS NOT NULL AND a.activation_hash IS NULL AS activated FROM memberships m JOIN accounts a ON a.id = m.account_id
     WHERE m.organisation_id = $1 AND m.for_office IS NULL AND m.role IN ('unitClerk', 'unitApprover') ORDER BY m.role, a.person_name`, [actor.organisationId]),
}))
