/** 公示前请推荐单位确认: asked by the office, answered in one press by the unit's approver. */
import { z } from 'zod'
import { unitWords } from '#core/nomination/gate-asking'
import { operation } from '../operation'
import { campaignParams, clause, id, instant, nominationParams, words } from '../shapes'

export const askUnits = operation({
  id: 'gateAskings.ask', method: 'POST', path: '/api/campaigns/:campaignId/gate/units', who: 'officeOfCampaign',
  summary: { zh: '公示前请推荐单位确认人选仍然符合', en: 'Before the public notice: ask the units whether candidates still fit' }, params: campaignParams,
  body: z.object({ answerBy: z.iso.date() }), answer: z.object({ asked: z.int(), units: z.int() }),
})
/** 递补: of whoever stands next for a place that an objection made free. */
export const askNext = operation({
  id: 'gateAskings.askNext', method: 'POST', path: '/api/objections/:objectionId/gate/units', who: 'officeOfObjection',
  summary: { zh: '补充公示前请递补人选的单位再确认', en: 'Before a supplementary notice: ask the unit of the next in line anew' }, params: z.object({ objectionId: id }),
  body: z.object({ answerBy: z.iso.date() }), answer: z.object({ asked: z.int(), units: z.int() }),
})
export const readUnitAskings = operation({
  id: 'gateAskings.read', method: 'GET', path: '/api/campaigns/:campaignId/gate/units', who: 'overseersOfCampaign',
  summary: { zh: '推荐单位确认到哪里', en: 'Which units have answered' }, params: campaignParams,
  answer: z.object({
    /** Whether the definition asks anything at all. */
    needed: z.boolean(),
    /** Over all accepted nominations: every one of them is asked about. */
    asked: z.int(), answered: z.int(), changed: z.int(), dueAt: instant.nullable(),
    /** Of those who stand before the public notice. */
    people: z.array(z.object({ nominationId: id, name: z.string(), unitName: z.string(), word: z.enum(unitWords), at: instant.nullable(), by: z.string().nullable() })),
  }),
})
export const listUnitAskings = operation({
  id: 'gateAskings.own', method: 'GET', path: '/api/campaigns/:campaignId/gate/asked', who: 'unitOfCampaign',
  summary: { zh: '请本单位确认的人选', en: 'What the unit is asked about its candidates' }, params: campaignParams,
  answer: z.object({ askings: z.array(z.object({
    nominationId: id, candidateName: z.string(), dueAt: instant, /** Still taken. */ open: z.boolean(), word: z.enum(unitWords), at: instant.nullable(), by: z.string().nullable(),
    points: z.array(z.object({ ruleId: z.string(), rests: clause, words })),
  })) }),
})
export const answerUnitAsking = operation({
  id: 'gateAskings.answer', method: 'POST', path: '/api/nominations/:nominationId/gate/asked', who: 'approverOfNomination',
  summary: { zh: '推荐单位答复：仍然符合，或有变化', en: 'The unit answers: still fits, or something changed' }, params: nominationParams,
  body: z.discriminatedUnion('answer', [z.object({ answer: z.literal('still') }), z.object({ answer: z.literal('changed'), ruleIds: z.array(z.string().max(100)).min(1).max(50), note: z.string().trim().min(5).max(500) })]),
})
