import { z } from 'zod'
import { gates } from '#core/nomination/gate-names'
import { operation } from '../operation'
import { campaignParams, clause, finding, id, instant, nominationParams, nominationState, words } from '../shapes'

/** Which passing of which gate; each round, by the id of its rule, is one of its own. */
const passing = { gate: z.enum(gates), passage: z.string().max(100).default('') }
const point = z.object({ ruleId: z.string(), rests: clause, words })
const said = z.object({ gate: z.enum(gates), answer: z.enum(['still', 'changed']), at: instant, by: z.string(), note: z.string() })
const decided = z.object({ gate: z.enum(gates), outcome: z.enum(['goesOn', 'stops']), at: instant, by: z.string(), reason: z.string() })

export const readGate = operation({
  id: 'gates.read', method: 'GET', path: '/api/campaigns/:campaignId/gate', who: 'gatekeepersOfCampaign',
  summary: { zh: '关口：今天是否仍然符合，问到哪里', en: 'A gate: whether candidates still fit today' },
  params: campaignParams, query: z.object({ ...passing, gate: passing.gate.default('notice'), /** One nomination; absent: all that stand before the gate. */ nominationId: id.optional() }),
  answer: z.object({
    /** What is asked of each; of one nomination, as it is true of that one. */
    points: z.array(point),
    /** All that stand before it, and how many nobody has spoken for today. */
    ids: z.array(id), open: z.int(),
    /** Only those about which there is something to say. */
    items: z.array(z.object({ nominationId: id, candidateName: z.string(), unitName: z.string(), standing: z.enum(['clear', 'open', 'raised', 'stopped']), findings: z.array(finding), said: z.array(said), decided: z.array(decided) })),
  }),
})
/** What was told and waits for the office, whichever gate it was told at. */
export const listRaised = operation({
  id: 'gates.raised', method: 'GET', path: '/api/campaigns/:campaignId/gate-questions', who: 'overseersOfCampaign',
  summary: { zh: '资格有变化、等办公室决定的', en: 'Changes that wait for the office to decide' },
  params: campaignParams,
  answer: z.object({ questions: z.array(z.object({ nominationId: id, candidateName: z.string(), unitName: z.string(), state: nominationState, gate: z.enum(gates), passage: z.string(), findings: z.array(finding) })) }),
})
export const answerGate = operation({
  id: 'gates.answer', method: 'POST', path: '/api/nominations/:nominationId/gate', who: 'gatekeepersOfNomination',
  summary: { zh: '说明人选资格的变化（当天的确认随各项办理一并作出）', en: 'Tell what changed about a candidate (that all is as it was is said with the act itself)' },
  params: nominationParams, body: z.object({ ...passing, ruleIds: z.array(z.string().max(100)).min(1).max(50), note: z.string().trim().min(5).max(500) }),
})
export const decideGate = operation({
  id: 'gates.decide', method: 'POST', path: '/api/nominations/:nominationId/gate/decision', who: 'officeOfNomination',
  summary: { zh: '对资格变化作出决定：继续，或在这一关不再列入', en: 'Decide about a change: it goes on, or is left out at this gate' },
  params: nominationParams, body: z.object({ ...passing, outcome: z.enum(['goesOn', 'stops']), reason: z.string().trim().min(5).max(500) }),
})
