import { listAccounts, listOrganisations } from '#contract/operations/organisations'
import type { Role } from '#core/access/actor'
import { rulesOf } from '#core/campaign/definition'
import { factsNeeded } from '#core/rules/quota-terms'
import { query } from '../handler'
import { definitionOf } from '../store/campaigns'

interface Person { accountId: string; personName: string; login: string; role: Role; activated: boolean; opened: boolean; organisation: string }

/** The tree below the office's own organisation, with the people of each unit. */
export const listOrganisationsQuery = query(listOrganisations, async (_, { q, services, actor }) => {
  const organisations = await q.rows<{ id: string; parentId: string | null; code: string; name: string; type: string; email: string; counts: Record<string, number>; properties: string[] }>(
    `SELECT id, parent_id AS "parentId", code, name, type, contact_email AS email, counts, properties FROM organisations_below($1) ORDER BY code`, [actor.organisationId])
  const people = await q.rows<Person>(
    `SELECT a.id AS "accountId", a.person_name AS "personName", a.login, m.role, a.opened_at IS NOT NULL AND a.activation_hash IS NULL AS activated, a.opened_at IS NOT NULL AS opened, o.id AS organisation
     FROM memberships m JOIN accounts a ON a.id = m.account_id JOIN organisations_below($1) o ON o.id = m.organisation_id WHERE m.for_office IS NULL AND m.role <> 'candidate' ORDER BY m.role, a.person_name`, [actor.organisationId])
  const byUnit = group(people)
  const running = await q.rows<{ id: string; hash: string }>(`SELECT id, definition_hash AS hash FROM campaigns WHERE organisation_id = $1 AND state <> 'closed'`, [actor.organisationId])
  const needs = (await Promise.all(running.map((c) => definitionOf(q, services.definitions, c.id, c.hash)))).flatMap((d) => rulesOf(d, 'quota').map(factsNeeded))
  const all = (part: 'counts' | 'properties') => [...new Set(needs.flatMap((n) => n[part]))]
  return { organisations: organisations.map((o) => ({ ...o, people: byUnit.get(o.id) ?? [] })), needed: { counts: all('counts'), properties: all('properties') } }
})

const group = (people: readonly Person[]): Map<string, Person[]> => {
  const map = new Map<string, Person[]>()
  for (const p of people) {
    const own = map.get(p.organisation)
    if (own === undefined) map.set(p.organisation, [p])
    else own.push(p)
  }
  return map
}

export const listAccountsQuery = query(listAccounts, async (_, { q, actor }) => ({
  accounts: await q.rows<{ accountId: string; personName: string; login: string; role: Role; activated: boolean; opened: boolean; unitName: string; fieldOfWork: string }>(
    `SELECT a.id AS "accountId", a.person_name AS "personName", a.login, m.role, a.opened_at IS NOT NULL AND a.activation_hash IS NULL AS activated, a.opened_at IS NOT NULL AS opened, a.unit_name AS "unitName", a.field_of_work AS "fieldOfWork"
     FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND m.for_office IS NULL AND m.role <> 'candidate' ORDER BY m.role, a.person_name`, [actor.organisationId]),
}))
