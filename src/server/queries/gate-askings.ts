import { listUnitAskings, readUnitAskings } from '#contract/operations/gate-askings'
import { unitWordOf } from '#core/nomination/gate-asking'
import { pointsOf } from '#core/nomination/gates'
import { provisional } from '../notice-to-start'
import { query } from '../handler'
import { resultOf } from '../pass-gate'
import { definitionOfCampaign } from '../store/campaigns'
import { askingsOf, askingsOfUnit, stillTaken, sumAskings } from '../store/gate-askings'
import { readGateRows } from '../store/gates'
import type { Queries } from '../store/database'

const notice = { gate: 'notice', passage: '' } as const
const never = { dueAt: null, answer: null, answeredAt: null, answeredBy: null }
const productTime = async (q: Queries): Promise<number> => (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at

export const readUnitAskingsQuery = query(readUnitAskings, async ({ params: { campaignId } }, c) => {
  const { q, services } = c
  const [definition, { people }, now] = [await definitionOfCampaign(q, services.definitions, campaignId), await provisional(c, campaignId), await productTime(q)]
  const ids = people.map((p) => p.nominationId)
  const [askings, rows] = [await askingsOf(q, ids), new Map((await readGateRows(q, ids)).map((r) => [r.id, r]))]
  return {
    needed: pointsOf(definition).length > 0, ...(await sumAskings(q, campaignId)),
    people: people.map((p) => { const a = askings.get(p.nominationId) ?? never; return { nominationId: p.nominationId, name: p.name, unitName: rows.get(p.nominationId)!.unitName, word: unitWordOf(a, now), at: a.answeredAt, by: a.answeredBy } }),
  }
})

/** Of all that was accepted: the unit learns nothing of who was chosen. */
export const listUnitAskingsQuery = query(listUnitAskings, async ({ params: { campaignId } }, { q, services, actor }) => {
  const [definition, askings, now] = [await definitionOfCampaign(q, services.definitions, campaignId), await askingsOfUnit(q, campaignId, actor.organisationId), await productTime(q)]
  const rows = new Map((await readGateRows(q, askings.map((a) => a.nominationId))).map((r) => [r.id, r]))
  const taken = await stillTaken(q, campaignId, askings)
  const isOpen = (a: (typeof askings)[number]) => a.answer === null && taken.has(a.nominationId)
  return { askings: [...askings.filter(isOpen), ...askings.filter((a) => !isOpen(a))].map((a) => {
    const row = rows.get(a.nominationId)!
    return { nominationId: a.nominationId, candidateName: row.candidateName, dueAt: a.dueAt, open: isOpen(a), word: unitWordOf(a, now), at: a.answeredAt, by: a.answeredBy, points: [...resultOf(definition, row, notice, now).points] as never }
  }) }
})
