import { z } from 'zod'
import { unitWords } from '#core/nomination/gate-asking'
import { correctionOutcomes, objectionStates, outcomes, stepKinds, tracks, writtenSteps } from '#core/objections/standing'
import { objectionLimits as most } from '#core/objections/terms'
import { download, operation } from '../operation'
import { campaignParams, clause, day, finding, id, instant, nominationParams, still, words } from '../shapes'

const slugParams = z.object({ slug: z.string().max(100) })
const objectionParams = z.object({ objectionId: id })
const text = (max: number, min = 2) => z.string().trim().min(min).max(max)
const state = z.enum(objectionStates)
const track = z.enum(tracks)
const outcome = z.enum(outcomes)
const anyOutcome = z.enum([...outcomes, ...correctionOutcomes])
const code = z.string().max(40)
const howToObject = z.object({ phone: z.string(), email: z.string(), address: z.string() })
const parts = z.enum(['name', 'employer', 'post'])

export const lookAtObjecting = operation({
  id: 'objections.look', method: 'GET', path: '/api/objections/about/:slug', who: 'anyone', summary: { zh: '提出异议：公示的人选、期限和要求', en: 'Objecting: who is on public notice, until when, what is asked' }, params: slugParams,
  answer: z.object({
    campaign: words, people: z.array(z.object({ nominationId: id, name: z.string(), employer: z.string(), post: z.string(), endsAt: instant })), findings: z.array(finding), howToObject: howToObject.nullable(),
    anonymous: z.enum(['refused', 'lead']), evidence: z.boolean(), days: z.int(), count: z.enum(['working', 'calendar']), clause: clause.nullable(), /** What the rule says, in its own words. */ rule: words.nullable(),
  }),
})
/** Until the last instant of the notice, by the clock of the database. Evidence follows by the code. */
export const fileObjection = operation({
  id: 'objections.file', method: 'POST', path: '/api/objections/about/:slug', who: 'anyone', tries: 30, summary: { zh: '提出异议', en: 'Object' }, params: slugParams,
  body: z.object({ nominationId: id, said: text(most.said, 10), /** null: anonymous. */ from: z.object({ name: text(most.name), contact: text(most.contact, 5) }).nullable(), /** How many files will follow. */ files: z.int().min(0).max(20) }),
  answer: z.object({ number: z.int(), code: z.string() }),
})
/** 更正姓名、单位、职务: no objection, and nobody's name is asked. */
export const askCorrection = operation({
  id: 'objections.askCorrection', method: 'POST', path: '/api/objections/corrections/:slug', who: 'anyone', tries: 30, summary: { zh: '请求更正公示的姓名、单位、职务', en: 'Ask for a correction of name, workplace or post' }, params: slugParams,
  body: z.object({ nominationId: id, part: parts, reads: text(most.reads, 1), said: text(most.reads) }), answer: z.object({ number: z.int(), code: z.string() }),
})
/** One file, by whoever holds the code, while the objection is open. */
export const addEvidence = operation({
  id: 'objections.addEvidence', method: 'POST', path: '/api/objections/evidence', who: 'anyone', tries: 20, bodyBytes: 28_000_000, summary: { zh: '凭回执码补交证据', en: 'Add evidence by the receipt code' },
  body: z.object({ code, name: z.string().min(1).max(400), base64: z.string() }), answer: z.object({ files: z.int() }),
})
/** How far it is and the answer; who holds the code may be anybody, so nothing of who objected. */
export const objectionStanding = operation({
  id: 'objections.standing', method: 'POST', path: '/api/objections/standing', who: 'anyone', tries: 20, summary: { zh: '凭回执码查异议的办理', en: 'How far an objection is, by its receipt code' }, body: z.object({ code }),
  answer: z.object({ number: z.int(), track, named: z.boolean(), state, receivedAt: instant, changedAt: instant, dueOn: day.nullable(), files: z.int(), mayAdd: z.boolean(), outcome: anyOutcome.nullable(), answer: z.string(), decidedAt: instant.nullable(), campaign: words }),
})

const line = z.object({
  id, number: z.int(), track, named: z.boolean(), about: z.object({ nominationId: id, name: z.string() }), receivedAt: instant, dueOn: day, overdue: z.boolean(), state, serious: z.boolean().nullable(), freezes: z.boolean(),
  handler: z.object({ accountId: id, name: z.string() }).nullable(), /** The reader handles it. */ own: z.boolean(), outcome: anyOutcome.nullable(), decidedAt: instant.nullable(),
})
/** Never with who objected. */
export const listObjections = operation({
  id: 'objections.list', method: 'GET', path: '/api/campaigns/:campaignId/objections', who: 'overseersOfCampaign', summary: { zh: '异议和更正', en: 'Objections and corrections' }, params: campaignParams,
  answer: z.object({ objections: z.array(line), days: z.int(), count: z.enum(['working', 'calendar']), clause: clause.nullable() }),
})
const step = z.object({ kind: z.enum(stepKinds), said: z.string(), by: z.string(), at: instant })
export const readObjection = operation({
  id: 'objections.read', method: 'GET', path: '/api/objections/:objectionId', who: 'overseersOfObjection', summary: { zh: '一件异议', en: 'One objection' }, params: objectionParams,
  answer: line.extend({
    campaignId: id, said: z.string(), part: parts.nullable(), reads: z.string().nullable(), now: z.string().nullable(), triageReason: z.string(), findings: z.string(), answer: z.string(), proposedBy: z.string().nullable(), confirmedBy: z.string().nullable(), place: z.enum(['next', 'empty']).nullable(),
    steps: z.array(step), statements: z.array(z.object({ id, question: z.string(), askedAt: instant, dueAt: instant, said: z.string(), saidAt: instant.nullable(), saidBy: z.string().nullable() })),
    evidence: z.array(z.object({ id, mediaType: z.string(), bytes: z.int(), addedAt: instant })), unit: z.string(),
    /** Who of the office may be named. */
    people: z.array(z.object({ accountId: id, name: z.string() })), may: z.array(z.enum(['name', 'handOver', 'identity', 'triage', 'step', 'statement', 'propose', 'confirm', 'settle', 'note'])),
  }),
})
/** Each look is an entry of the ledger. */
export const readObjector = operation({
  id: 'objections.readObjector', method: 'POST', path: '/api/objections/:objectionId/objector', who: 'identityReadersOfObjection', summary: { zh: '看异议人的姓名和联系方式（记入台账）', en: 'Read who objected (entered in the ledger)' }, params: objectionParams,
  answer: z.object({ name: z.string(), contact: z.string() }),
})
export const takeEvidence = {
  ...download({ id: 'objections.takeEvidence', path: '/api/objections/:objectionId/evidence/:evidenceId', who: 'identityReadersOfObjection', summary: { zh: '取一份证据（记入台账）', en: 'Take a piece of evidence (entered in the ledger)' }, params: objectionParams.extend({ evidenceId: id }), mediaType: 'application/octet-stream' }),
  method: 'POST' as const,
}
/** The first time by anybody of the office; then by the handler alone, who hands it over. */
export const nameHandler = operation({ id: 'objections.nameHandler', method: 'POST', path: '/api/objections/:objectionId/handler', who: 'officeOfObjection', summary: { zh: '指定异议的办理人', en: 'Name who handles an objection' }, params: objectionParams, body: z.object({ accountId: id, reason: text(most.reason) }) })
export const triageObjection = operation({ id: 'objections.triage', method: 'POST', path: '/api/objections/:objectionId/triage', who: 'handlerOfObjection', summary: { zh: '定异议的轻重，写明理由', en: 'Say how serious an objection is, and why' }, params: objectionParams, body: z.object({ serious: z.boolean(), reason: text(most.reason, 5) }) })
export const recordStep = operation({ id: 'objections.recordStep', method: 'POST', path: '/api/objections/:objectionId/steps', who: 'handlerOfObjection', summary: { zh: '记一步核查', en: 'Record a step of the investigation' }, params: objectionParams, body: z.object({ kind: z.enum(writtenSteps), said: text(most.step) }) })
/** In the handler's own words: the unit reads neither the objection nor its number. */
export const askStatement = operation({ id: 'objections.askStatement', method: 'POST', path: '/api/objections/:objectionId/statements', who: 'handlerOfObjection', summary: { zh: '请推荐单位说明', en: 'Ask the unit for a statement' }, params: objectionParams, body: z.object({ question: text(most.question, 5), dueOn: day }) })
/** Closes what is light; what is serious, or takes somebody out, waits for a second person. */
export const proposeOutcome = operation({
  id: 'objections.propose', method: 'POST', path: '/api/objections/:objectionId/outcome', who: 'handlerOfObjection', summary: { zh: '写处理意见和答复', en: 'Write the outcome and the answer' }, params: objectionParams,
  body: z.object({ outcome, findings: text(most.findings, 5), answer: text(most.answer, 5) }), answer: z.object({ state }),
})
export const confirmOutcome = operation({ id: 'objections.confirm', method: 'POST', path: '/api/objections/:objectionId/confirm', who: 'officeOfObjection', summary: { zh: '第二人确认或退回处理意见', en: 'Confirm or send back the outcome, as the second person' }, params: objectionParams, body: z.object({ agree: z.boolean(), reason: z.string().trim().max(most.reason).default('') }) })
export const settleCorrection = operation({ id: 'objections.settleCorrection', method: 'POST', path: '/api/objections/:objectionId/correction', who: 'officeOfObjection', summary: { zh: '办理更正', en: 'Settle a correction' }, params: objectionParams, body: z.object({ outcome: z.enum(correctionOutcomes), /** As the page will read. */ reads: z.string().trim().max(most.reads).default(''), answer: text(most.answer) }) })
/** The one thing a supervisor may do here. */
export const noteOnObjection = operation({ id: 'objections.note', method: 'POST', path: '/api/objections/:objectionId/note', who: 'supervisorOfObjection', summary: { zh: '监督意见：重新办理，或换人办理', en: 'Supervisor’s note: reopen it, or take it from its handler' }, params: objectionParams, body: z.object({ what: z.enum(['reopen', 'release']), note: text(most.reason, 5) }) })
/** For print: without who objected unless the reader may know it. */
export const answerLetter = operation({
  id: 'objections.letter', method: 'POST', path: '/api/objections/:objectionId/letter', who: 'handlerOfObjection', summary: { zh: '答复函（记入台账）', en: 'The letter of answer (entered in the ledger)' }, params: objectionParams,
  answer: z.object({ to: z.string(), number: z.int(), campaign: words, receivedAt: instant, decidedAt: instant, outcome, answer: z.string(), office: z.string() }),
})

export const listStatements = operation({
  id: 'objections.ownStatements', method: 'GET', path: '/api/nominations/:nominationId/statements', who: 'unitOfNomination', summary: { zh: '活动办公室请本单位说明的事', en: 'What the office asks the unit to state' }, params: nominationParams,
  answer: z.object({ statements: z.array(z.object({ id, question: z.string(), askedAt: instant, dueAt: instant, said: z.string(), saidAt: instant.nullable(), open: z.boolean() })) }),
})
export const giveStatement = operation({ id: 'objections.giveStatement', method: 'POST', path: '/api/nominations/:nominationId/statements/:statementId', who: 'approverOfNomination', summary: { zh: '作出说明', en: 'Give the statement' }, params: nominationParams.extend({ statementId: id }), body: z.object({ said: text(most.statement, 5) }) })

const someone = z.object({ nominationId: id, name: z.string(), employer: z.string(), post: z.string() })
/** What objections did to the list: who waits, who is out, who stands next. */
export const readPlaces = operation({
  id: 'objections.places', method: 'GET', path: '/api/campaigns/:campaignId/objections/places', who: 'overseersOfCampaign', summary: { zh: '异议对公示名单的影响', en: 'What objections did to the list on public notice' }, params: campaignParams,
  answer: z.object({
    frozen: z.array(z.object({ nominationId: id, name: z.string(), finding })),
    out: z.array(z.object({ objectionId: id, number: z.int(), name: z.string(), place: z.enum(['next', 'empty']).nullable(), reason: z.string(), /** By the frozen count of the round; several are equal. */ next: z.array(someone.extend({ /** What the unit says, as it counts today; null: nothing is asked. */ unit: z.object({ word: z.enum(unitWords), at: instant.nullable(), by: z.string().nullable() }).nullable() })) })),
    supplements: z.array(someone.extend({ startsAt: instant, endsAt: instant, ended: z.boolean(), summary: z.string() })),
  }),
})
export const startSupplement = operation({
  id: 'objections.startSupplement', method: 'POST', path: '/api/objections/:objectionId/supplement', who: 'officeOfObjection', summary: { zh: '递补：开始补充公示', en: 'Start the public notice of the next in line' }, params: objectionParams,
  body: z.object({ nominationId: id, summary: z.string().max(5000), still, /** Why it begins although the unit said nothing that counts now. */ withoutUnits: z.string().trim().max(500).default('') }), answer: z.object({ endsAt: instant }),
})
/** 宁缺毋滥. */
export const leaveEmpty = operation({ id: 'objections.leaveEmpty', method: 'POST', path: '/api/objections/:objectionId/leave-empty', who: 'officeOfObjection', summary: { zh: '名额空缺，不递补', en: 'Leave the place empty' }, params: objectionParams, body: z.object({ reason: text(most.reason, 5) }) })
