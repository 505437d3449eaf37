/** 采访、拍摄: asked for by the office, answered by the unit, agreed to by the person, fixed, done or cancelled; calendars as files. */
import { z } from 'zod'
import { interviewAsk, interviewKinds, interviewLimits, interviewReply, interviewStates } from '#core/publicity/interviews/interview'
import { seenPeople } from '#core/publicity/story/media'
import { download, operation } from '../operation'
import { campaignParams, finding, id, instant, nominationParams, role, still } from '../shapes'

const interviewParams = z.object({ interviewId: id })
const span = z.object({ from: instant, to: instant })
const version = z.int()
const publicity = z.enum(['agreed', 'refused', 'unasked'])

const interview = z.object({
  id, campaignId: id, nominationId: id, name: z.string(), employer: z.string(), unit: z.string(), kind: z.enum(interviewKinds), state: z.enum(interviewStates), version,
  channelId: id.nullable(), medium: z.string(), purpose: z.string(), times: z.array(span), place: z.string(), team: z.string(), size: z.int(), needs: z.string(), askedBy: z.string(), askedAt: instant,
  reply: z.object({
    time: span, place: z.string(), /** Null: not shown to this reader, or dropped when it was over. */ companion: z.string().nullable(), phone: z.string().nullable(), notFilmed: z.string(), people: z.enum(seenPeople), agreed: z.string(), patients: z.boolean(), patientsHow: z.string(), by: z.string(), at: instant,
  }).nullable(),
  /** What the consent of the person is bound to. */
  scope: z.string(), consent: z.enum(['due', 'given', 'refused', 'outdated']), consentAt: instant.nullable(), consentRole: role.nullable(), consentPaper: z.boolean(), publicity,
  fixedAt: instant.nullable(), why: z.string(), closedAs: z.enum(['office', 'unit', 'person']).nullable(), closedAt: instant.nullable(),
  result: z.object({ word: z.string(), link: z.string(), itemId: id.nullable(), itemTitle: z.string().nullable() }).nullable(), /** There is a story of this person. */ story: z.boolean(),
  /** What stands between it and being fixed; the clash as a question. */ against: z.array(finding), may: z.array(z.enum(['change', 'answer', 'consent', 'fix', 'done', 'cancel'])), /** In the person's place, with what the person signed. */ withPaper: z.boolean(), /** The person answers on the own page. */ account: z.boolean(),
})

/** Whom one may ask for, and the channels of the media plan. */
export const beginInterview = operation({
  id: 'interviews.begin', method: 'GET', path: '/api/campaigns/:campaignId/interviews/begin', who: 'officeOfCampaign', summary: { zh: '约采访：可以约谁', en: 'Begin an interview: whom one may ask for' }, params: campaignParams,
  answer: z.object({ people: z.array(z.object({ nominationId: id, name: z.string(), employer: z.string(), publicity, /** Answers on the own page. */ account: z.boolean() })), channels: z.array(z.object({ id, name: z.string() })) }),
})
/** Units their own; office and supervisor all. */
export const listInterviews = operation({
  id: 'interviews.list', method: 'GET', path: '/api/campaigns/:campaignId/interviews', who: 'searchersOfCampaign', summary: { zh: '采访和拍摄', en: 'Interviews and filming' }, params: campaignParams, answer: z.object({ today: z.iso.date(), interviews: z.array(interview) }),
})
export const listInterviewsOf = operation({
  id: 'interviews.ofNomination', method: 'GET', path: '/api/nominations/:nominationId/interviews', who: 'concernedByNomination', summary: { zh: '一位人选的采访和拍摄', en: 'Interviews of one person' }, params: nominationParams, answer: z.object({ interviews: z.array(interview) }),
})
export const readInterview = operation({ id: 'interviews.read', method: 'GET', path: '/api/interviews/:interviewId', who: 'concernedByNomination', summary: { zh: '一次采访、拍摄', en: 'One interview' }, params: interviewParams, answer: interview })

export const askInterview = operation({
  id: 'interviews.ask', method: 'POST', path: '/api/campaigns/:campaignId/interviews', who: 'officeOfCampaign', summary: { zh: '约采访、拍摄', en: 'Ask for an interview' }, params: campaignParams,
  body: z.object({ nominationId: id, ask: interviewAsk }), answer: z.object({ interviewId: id }),
})
/** Asked anew: other times, another place. What was fixed or answered is open again. */
export const changeInterview = operation({
  id: 'interviews.change', method: 'PUT', path: '/api/interviews/:interviewId', who: 'screenerOfNomination', summary: { zh: '改时间、地点或用途，重新约', en: 'Ask anew' }, params: interviewParams, body: z.object({ version, ask: interviewAsk }), answer: z.object({ version }),
})
export const answerInterview = operation({
  id: 'interviews.answer', method: 'POST', path: '/api/interviews/:interviewId/answer', who: 'unitOfNomination', summary: { zh: '单位答复：时间、地点、陪同', en: 'The unit’s answer' }, params: interviewParams,
  body: z.object({ version, reply: interviewReply, still }), answer: z.object({ version, findings: z.array(finding) }),
})
/** By the person, at any time; by the unit's approver with what the person signed. A no, or a yes taken back, cancels at once. */
export const consentToInterview = operation({
  id: 'interviews.consent', method: 'POST', path: '/api/interviews/:interviewId/consent', who: 'answerersOfStory', bodyBytes: 12 << 20, summary: { zh: '本人同意或不同意这次采访、拍摄', en: 'The person agrees or refuses' }, params: interviewParams,
  body: z.object({ scope: z.string().length(64), yes: z.boolean(), paper: z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(11 << 20) }).nullable().default(null) }), answer: z.object({ cancelled: z.boolean() }),
})
export const fixInterview = operation({ id: 'interviews.fix', method: 'POST', path: '/api/interviews/:interviewId/fix', who: 'screenerOfNomination', summary: { zh: '定下来', en: 'Fix it' }, params: interviewParams, body: z.object({ version, still }), answer: z.object({ version }) })
/** A word and the link; a media item where one came of it. */
export const finishInterview = operation({
  id: 'interviews.done', method: 'POST', path: '/api/interviews/:interviewId/done', who: 'screenerOfNomination', summary: { zh: '登记已完成', en: 'Say that it was done' }, params: interviewParams,
  body: z.object({ version, word: z.string().trim().max(interviewLimits.word).default(''), link: z.string().trim().max(interviewLimits.link).default(''), itemId: id.nullable().default(null) }), answer: z.object({ version, findings: z.array(finding) }),
})
export const cancelInterview = operation({ id: 'interviews.cancel', method: 'POST', path: '/api/interviews/:interviewId/cancel', who: 'partnersOfInterview', summary: { zh: '取消', en: 'Cancel it' }, params: interviewParams, body: z.object({ version, reason: z.string().trim().min(2).max(interviewLimits.reason) }) })

const calendar = { mediaType: 'text/calendar; charset=utf-8' } as const
/** RFC 5545: all that is fixed or done. */
export const interviewCalendar = download({ id: 'interviews.calendar', path: '/api/campaigns/:campaignId/interviews/calendar.ics', who: 'searchersOfCampaign', summary: { zh: '采访日历文件', en: 'Calendar of interviews' }, params: campaignParams, ...calendar })
export const interviewEvent = download({ id: 'interviews.event', path: '/api/interviews/:interviewId/calendar.ics', who: 'concernedByNomination', summary: { zh: '一次采访的日历文件', en: 'Calendar entry of one interview' }, params: interviewParams, ...calendar })
