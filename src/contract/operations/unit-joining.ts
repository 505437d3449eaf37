/** 单位加入: a code of the office, what a unit sends by it, and what the office makes of that. */
import { z } from 'zod'
import { codeStates, joinStates, MOST_UNITS } from '#core/organisations/join'
import { operation } from '../operation'
import { day, id, instant, name } from '../shapes'
import { activation } from './organisations'

const code = z.string().trim().min(8).max(40)
/** Of the link that the applicants alone hold. */
const token = z.string().trim().min(20).max(100)
const person = z.object({ name: z.string().trim().min(1).max(50), phone: z.string().trim().max(40) })
const place = z.object({ id, name: z.string() })

export const listUnitCodes = operation({
  id: 'unitCodes.list', method: 'GET', path: '/api/unit-codes', who: 'office', summary: { zh: '单位加入码', en: 'Codes by which units join' },
  answer: z.object({ codes: z.array(z.object({ codeId: id, parent: place, type: z.string(), most: z.int(), used: z.int(), until: instant, madeAt: instant, madeBy: z.string(), state: z.enum(codeStates) })) }),
})
/** The code is in this answer and nowhere else. */
export const makeUnitCode = operation({
  id: 'unitCodes.make', method: 'POST', path: '/api/unit-codes', who: 'office', summary: { zh: '做一个单位加入码', en: 'Make a code by which units join' },
  body: z.object({ /** One’s own, or an organisation below it. */ parentId: id, type: z.string().trim().min(1).max(60), most: z.int().min(1).max(MOST_UNITS), /** The last day it is open. */ lastDay: day }),
  answer: z.object({ codeId: id, code: z.string(), until: instant }),
})
export const endUnitCode = operation({
  id: 'unitCodes.end', method: 'POST', path: '/api/unit-codes/:codeId/end', who: 'office', summary: { zh: '停用单位加入码', en: 'End a code by which units join' }, params: z.object({ codeId: id }),
})

export const lookAtUnitCode = operation({
  id: 'unitJoining.look', method: 'POST', path: '/api/unit-joining/look', who: 'anyone', tries: 20, summary: { zh: '凭加入码看：加入哪里', en: 'By the code: what a unit joins' }, body: z.object({ code }),
  answer: z.object({ office: z.string(), parent: z.string(), type: z.string(), until: instant }),
})
/** The token of the answer is shown once; by it alone the applicants hear what became of it. */
export const applyToJoin = operation({
  id: 'unitJoining.apply', method: 'POST', path: '/api/unit-joining', who: 'anyone', tries: 6, summary: { zh: '凭加入码申请加入', en: 'Apply to join by the code' },
  body: z.object({ code, unitName: name, unitCode: z.string().trim().max(60).default(''), clerk: person, approver: person }), answer: z.object({ token: z.string() }),
})
const role = z.enum(['unitClerk', 'unitApprover'])
export const joinStanding = operation({
  id: 'unitJoining.standing', method: 'POST', path: '/api/unit-joining/standing', who: 'anyone', tries: 20, summary: { zh: '凭链接看加入申请办到哪里', en: 'What became of an application, by its link' }, body: z.object({ token }),
  answer: z.object({ state: z.enum(joinStates), unitName: z.string(), office: z.string(), sentAt: instant, reason: z.string(), people: z.array(z.object({ role, personName: z.string(), /** Came in already: there is no code any more. */ opened: z.boolean() })) }),
})
/** Each time a new one, the former is void; none once its person came in. */
export const takeActivation = operation({
  id: 'unitJoining.takeActivation', method: 'POST', path: '/api/unit-joining/activation', who: 'anyone', tries: 10, summary: { zh: '凭链接取启用码', en: 'Take an activation code by the link' },
  body: z.object({ token, role }), answer: activation.extend({ expiresAt: instant }),
})

const alike = z.object({ id, name: z.string(), code: z.string(), how: z.enum(['code', 'name', 'like']) })
export const listJoining = operation({
  id: 'unitJoining.list', method: 'GET', path: '/api/unit-joining', who: 'office', summary: { zh: '单位加入申请', en: 'Applications of units to join' },
  answer: z.object({ applications: z.array(z.object({
    applicationId: id, state: z.enum(joinStates), unitName: z.string(), unitCode: z.string(), parent: place, type: z.string(), sentAt: instant, decidedAt: instant.nullable(), decidedBy: z.string(), reason: z.string(),
    clerk: person.nullable(), approver: person.nullable(),
    /** Units of the branch, and further applications that wait, which it may be. */
    alike: z.array(alike), twins: z.int(),
    /** Both came in by their codes. */
    opened: z.boolean(),
  })) }),
})
const applicationParams = z.object({ applicationId: id })
export const takeIn = operation({
  id: 'unitJoining.takeIn', method: 'POST', path: '/api/unit-joining/:applicationId/take-in', who: 'office', summary: { zh: '同意加入', en: 'Take a unit in' }, params: applicationParams,
  body: z.object({ /** Empty: one is made. */ unitCode: z.string().trim().max(60), /** The unit that is there already, whose people these become; null: a new unit. */ into: id.nullable(), /** How many alike were shown. */ alikeSeen: z.int() }),
  answer: z.object({ organisationId: id }),
})
export const refuseJoining = operation({
  id: 'unitJoining.refuse', method: 'POST', path: '/api/unit-joining/:applicationId/refuse', who: 'office', summary: { zh: '不同意加入，写明理由', en: 'Refuse a unit, with the reason' }, params: applicationParams, body: z.object({ reason: z.string().trim().min(2).max(300) }),
})
/** A further clerk of one’s own unit. */
export const inviteClerk = operation({
  id: 'accounts.inviteClerk', method: 'POST', path: '/api/unit/clerks', who: 'approverOfUnit', summary: { zh: '给本单位再加一位经办人', en: 'Add a clerk to one’s own unit' },
  body: z.object({ personName: name, login: z.string().trim().min(2).max(60) }), answer: activation.extend({ expiresAt: instant }),
})
/** Who of one’s own unit has an account. */
export const unitPeople = operation({
  id: 'accounts.ofUnit', method: 'GET', path: '/api/unit/people', who: 'approverOfUnit', summary: { zh: '本单位的经办人和审核人', en: 'Clerks and approvers of one’s own unit' },
  answer: z.object({ people: z.array(z.object({ accountId: id, personName: z.string(), login: z.string(), role, activated: z.boolean() })) }),
})
