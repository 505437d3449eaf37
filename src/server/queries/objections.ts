import { listObjections, listStatements, lookAtObjecting, objectionStanding, readObjection, readPlaces } from '#contract/operations/objections'
import { allows } from '#core/access/permission'
import { Refusal } from '#core/kernel/refusal'
import { MOST_EVIDENCE, dueDay, isOverdue, judgeTime, objectionTerms, type ObjectionTerms } from '#core/objections/terms'
import { freezes, frozenFinding, maySecond, standingOf, takesOut } from '#core/objections/standing'
import { sayRule } from '#core/rules/kinds'
import { codeHashOf } from '../commands/object'
import { absent, query, type QueryContext } from '../handler'
import { holidayTable } from '../holidays'
import { nextFor } from '../next-in-line'
import { readPublicPersons } from '../store/announcement'
import { definitionOf, definitionOfCampaign, readCampaignBySlug } from '../store/campaigns'
import type { AnswerOf } from '#contract/operation'
import type { Queries } from '../store/database'
import { listEvidence, listObjectionRows, listStatementsAbout, listStatementsOf, listSteps, officePeople, readByCode, readObjectionRow, standings, type ObjectionRow } from '../store/objections'
import { readOnNotice, readSupplements } from '../store/supplements'
import { wordsAnew } from '../words-anew'

const timeOf = async (q: Queries): Promise<number> => (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at

export const lookAtObjectingQuery = query(lookAtObjecting, async ({ params }, { q, services }) => {
  const row = await readCampaignBySlug(q, params.slug)
  if (row === undefined || row.state === 'draft') throw absent()
  const definition = await definitionOf(q, services.definitions, row.id, row.definitionHash)
  const [now, { notice, people }, terms] = [await timeOf(q), await readOnNotice(q, row.id), objectionTerms(definition)]
  const standing = await standings(q, people.map((p) => p.person.nominationId))
  const open = people.filter((p) => now < p.endsAt && !(standing.get(p.person.nominationId) ?? []).some(takesOut))
  return {
    campaign: definition.name, people: open.map(({ person: { nominationId, name, employer, post }, endsAt }) => ({ nominationId, name, employer, post, endsAt })), howToObject: notice?.howToObject ?? null,
    findings: (open.length > 0 ? [] : judgeTime({ now, endsAt: people.length === 0 ? null : Math.max(...people.map((p) => p.endsAt)), contact: notice?.howToObject ?? null })) as never,
    anonymous: terms.anonymous, evidence: terms.evidence, days: terms.days, count: terms.count, clause: (terms.rule?.rests ?? null) as never, rule: terms.rule === null ? null : sayRule(terms.rule),
  }
})

export const objectionStandingQuery = query(objectionStanding, async ({ body }, { q, services }) => {
  const o = await readByCode(q, codeHashOf(services.keys, body.code))
  if (o === undefined) throw new Refusal('absent', { zh: '没有这个回执码。请核对字母和数字。', en: 'There is no such code. Check its letters and digits.' })
  const definition = await definitionOfCampaign(q, services.definitions, o.campaignId)
  const [over, files] = [o.state === 'decided', (await listEvidence(q, o.id)).length]
  return {
    number: o.number, track: o.track, named: o.named, state: o.state, receivedAt: o.receivedAt, changedAt: o.changedAt, dueOn: o.track === 'objection' ? dueDay(objectionTerms(definition), o.receivedAt, holidayTable()) : null, files, mayAdd: o.track === 'objection' && !over && files < MOST_EVIDENCE,
    // What waits for a second person is nobody's answer yet.
    outcome: over ? o.outcome : null, answer: over ? o.answer : '', decidedAt: o.decidedAt, campaign: definition.name,
  }
})

const lineOf = (o: ObjectionRow, terms: ObjectionTerms, now: number, reader: string) => {
  const dueOn = dueDay(terms, o.receivedAt, holidayTable())
  return {
    id: o.id, number: o.number, track: o.track, named: o.named, about: { nominationId: o.nominationId, name: o.candidateName }, receivedAt: o.receivedAt, dueOn, overdue: o.state !== 'decided' && isOverdue(dueOn, now), state: o.state, serious: o.serious, freezes: freezes(o),
    handler: o.handlerId === null ? null : { accountId: o.handlerId, name: o.handlerName! }, own: o.handlerId === reader, outcome: o.outcome, decidedAt: o.decidedAt,
  }
}
export const listObjectionsQuery = query(listObjections, async ({ params }, { q, services, actor }) => {
  const terms = objectionTerms(await definitionOfCampaign(q, services.definitions, params.campaignId))
  const now = await timeOf(q)
  return { objections: (await listObjectionRows(q, params.campaignId)).map((o) => lineOf(o, terms, now, actor.accountId)), days: terms.days, count: terms.count, clause: terms.clause as never }
})

const mayOf = (o: ObjectionRow, { actor, subject }: Pick<QueryContext, 'actor' | 'subject'>): AnswerOf<typeof readObjection>['may'] => {
  const [office, handler, over] = [allows('officeOfObjection', actor, subject), allows('handlerOfObjection', actor, subject), o.state === 'decided']
  const looks = allows('identityReadersOfObjection', actor, subject)
  if (o.track === 'correction') return office && !over ? ['settle'] : []
  return [
    ...(office && !over && o.handlerId === null ? ['name' as const] : []), ...(handler && !over ? ['handOver' as const] : []), ...(looks ? ['identity' as const] : []),
    ...(handler && (o.state === 'received' || (o.state === 'investigating' && o.serious === false)) ? ['triage' as const] : []), ...(handler && o.state === 'investigating' ? ['step' as const, 'statement' as const, 'propose' as const] : []),
    ...(office && o.state === 'proposed' && maySecond(o, actor.accountId).length === 0 ? ['confirm' as const] : []), ...(allows('supervisorOfObjection', actor, subject) ? ['note' as const] : []),
  ]
}
export const readObjectionQuery = query(readObjection, async ({ params }, c) => {
  const { q, services, actor } = c
  const o = await readObjectionRow(q, params.objectionId)
  const terms = objectionTerms(await definitionOfCampaign(q, services.definitions, o.campaignId))
  const may = mayOf(o, c)
  const person = o.part === null ? undefined : (await readOnNotice(q, o.campaignId)).people.find((p) => p.person.nominationId === o.nominationId)?.person
  return {
    ...lineOf(o, terms, await timeOf(q), actor.accountId), campaignId: o.campaignId, said: o.said, part: o.part, reads: o.reads, now: o.part === null ? null : person?.[o.part] ?? null, triageReason: o.triageReason, findings: o.findings, answer: o.answer, proposedBy: o.proposedByName, confirmedBy: o.confirmedByName, place: o.place,
    steps: await listSteps(q, o.id), statements: await listStatementsOf(q, o.id), evidence: await listEvidence(q, o.id), unit: o.unitName, people: may.includes('name') || may.includes('handOver') ? await officePeople(q, o.campaignId) : [], may,
  }
})

export const listStatementsQuery = query(listStatements, async ({ params }, { q }) => ({ statements: await listStatementsAbout(q, params.nominationId) }))

export const readPlacesQuery = query(readPlaces, async ({ params }, { q, services }) => {
  const { people } = await readOnNotice(q, params.campaignId)
  const [now, about] = [await timeOf(q), await standings(q, people.map((p) => p.person.nominationId))]
  const frozen = people.flatMap(({ person }) => {
    const all = about.get(person.nominationId) ?? []
    return standingOf(all) === 'frozen' ? [{ nominationId: person.nominationId, name: person.name, finding: frozenFinding(person.name, all.filter(freezes).map((o) => o.number)) }] : []
  })
  const rows = (await listObjectionRows(q, params.campaignId)).filter(takesOut)
  const next = new Map(await Promise.all(rows.filter((o) => o.place === null).map(async (o) => [o.id, await readPublicPersons(q, await nextFor(q, params.campaignId, [o.nominationId]))] as const)))
  const asked = [...new Set([...next.values()].flat().map((p) => p.nominationId))]
  const units = asked.length === 0 ? new Map() : await wordsAnew(q, await definitionOfCampaign(q, services.definitions, params.campaignId), asked, now)
  return {
    frozen: frozen as never, out: rows.map((o) => ({ objectionId: o.id, number: o.number, name: o.candidateName, place: o.place, reason: o.placeReason, next: (next.get(o.id) ?? []).map((p) => ({ ...p, unit: units.get(p.nominationId) ?? null })) })),
    supplements: (await readSupplements(q, params.campaignId)).map((s) => ({ ...s.person, startsAt: s.startsAt, endsAt: s.endsAt, ended: now >= s.endsAt })),
  }
})
