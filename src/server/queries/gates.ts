import { listRaised, readGate } from '#contract/operations/gates'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { ruleOf } from '#core/campaign/definition'
import { pointsOf, type Passing } from '#core/nomination/gates'
import { provisional } from '../notice-to-start'
import { absent, query, type QueryContext } from '../handler'
import { resultOf } from '../pass-gate'
import { standBefore } from '../shortlist'
import { readOnNotice } from '../store/supplements'
import { definitionOfCampaign } from '../store/campaigns'
import { readGateRows, readRaised } from '../store/gates'

/** Who stands before a gate where it is passed by many at once. */
const before = async (c: QueryContext, campaignId: string, definition: ResolvedDefinition, { gate, passage }: Passing): Promise<string[]> => {
  if (gate === 'round') {
    const rule = ruleOf(definition, 'round', passage)
    if (rule === undefined) throw absent()
    return (await standBefore(c.q, campaignId, rule)).ids
  }
  if (gate === 'notice') {
    const { people, leftOut } = await provisional(c, campaignId)
    return [...people, ...leftOut].map((p) => p.nominationId)
  }
  return gate === 'honour' ? (await readOnNotice(c.q, campaignId)).people.map((p) => p.person.nominationId) : []
}

const itemOf = (r: ReturnType<typeof resultOf>, row: Awaited<ReturnType<typeof readGateRows>>[number]) => ({
  nominationId: row.id, candidateName: row.candidateName, unitName: row.unitName, standing: r.standing, findings: r.findings as never,
  said: row.said.map(({ gate, answer, at, by, note }) => ({ gate, answer, at, by, note })), decided: row.decided.map(({ gate, outcome, at, by, reason }) => ({ gate, outcome, at, by, reason })),
})

export const readGateQuery = query(readGate, async ({ params, query: asked }, c) => {
  const { q, services, actor } = c
  const definition = await definitionOfCampaign(q, services.definitions, params.campaignId)
  const unit = actor.role === 'unitApprover'
  // Who is in a round or will be announced is no unit's to ask.
  if (unit && asked.nominationId === undefined) throw absent()
  const ids = asked.nominationId === undefined ? await before(c, params.campaignId, definition, asked) : [asked.nominationId]
  const { at: now } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  const rows = await readGateRows(q, ids)
  const [one] = rows
  if (asked.nominationId !== undefined && (one === undefined || one.campaignId !== params.campaignId || (unit ? one.unitId !== actor.organisationId : !one.sent))) throw absent()
  const judged = rows.map((row) => ({ row, result: resultOf(definition, row, asked, now) }))
  // What the office decides at later gates would tell a unit who is in them.
  if (unit && asked.gate !== 'submission') return { points: [...judged[0]!.result.points] as never, ids: [], open: 0, items: [] }
  return {
    points: (asked.nominationId === undefined ? pointsOf(definition) : [...judged[0]!.result.points]) as never, ids: rows.map((r) => r.id), open: judged.filter((j) => j.result.standing === 'open').length,
    items: judged.filter((j) => asked.nominationId !== undefined || j.result.standing === 'raised' || j.result.standing === 'stopped' || j.row.decided.length > 0).map((j) => itemOf(j.result, j.row)),
  }
})

/** Each at the gate where it was told last. */
export const listRaisedQuery = query(listRaised, async ({ params }, { q, services }) => {
  const definition = await definitionOfCampaign(q, services.definitions, params.campaignId)
  const { at: now } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  return { questions: (await readRaised(q, params.campaignId)).map((row) => {
    const { gate, passage } = row.said.findLast((s) => s.answer === 'changed')!
    return { nominationId: row.id, candidateName: row.candidateName, unitName: row.unitName, state: row.state, gate, passage, findings: resultOf(definition, row, { gate, passage }, now).findings as never }
  }) }
})
