/** 联审: offices × candidates. The office asks, enters what was answered; the supervisor reads. No unit, candidate or juror sees any of it. */
import { z } from 'zod'
import { cellStates } from '#core/appraisal/consultation'
import { download, operation } from '../operation'
import { campaignParams, finding, id, instant, nominationParams, words } from '../shapes'

const state = z.enum(cellStates)
const day = z.iso.date()
const office = z.string().trim().min(1).max(100)

export const consultationBoard = operation({
  id: 'consultations.board', method: 'GET', path: '/api/campaigns/:campaignId/consultations', who: 'overseersOfCampaign',
  summary: { zh: '联审：部门与人选对照', en: 'Opinions desk: offices by candidates' }, params: campaignParams,
  query: z.object({ q: z.string().max(80).default(''), /** Only candidates with such a cell; `missing`: something is still owed. */ only: z.enum(['missing', 'overdue', 'objection', 'expiring']).optional(), after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({
    columns: z.array(z.object({ key: z.string(), /** `organ`: asked by the office; `paper`: a material that the units asked for. */ kind: z.enum(['organ', 'paper']), name: words, /** Over all candidates, whatever is filtered. */ counts: z.partialRecord(state, z.int()) })),
    rows: z.array(z.object({ nominationId: id, candidateName: z.string(), unitName: z.string(), offline: z.boolean(), cells: z.array(z.object({ state, /** Asked or answered. */ since: instant.nullable() })) })),
    /** All that match, and all there are. */
    total: z.int(), all: z.int(), next: id.nullable(),
  }),
})
export const readConsultations = operation({
  id: 'consultations.read', method: 'GET', path: '/api/nominations/:nominationId/consultations', who: 'overseersOfNomination',
  summary: { zh: '一名人选的联审：问了谁、怎么说', en: 'What was asked and answered about one candidate' }, params: nominationParams,
  answer: z.object({
    candidateName: z.string(), unitName: z.string(), offline: z.boolean(),
    asked: z.array(z.object({
      id, office: z.string(), askedAt: instant, askedBy: z.string(), until: instant,
      answer: z.object({ at: instant, by: z.string(), objection: z.boolean(), words: z.string(), reply: z.string(), replyDay: day, validUntil: day.nullable(), /** The letter, where the organ answered it by its link. */ letterId: id.nullable() }).nullable(),
    })),
    papers: z.array(z.object({ materialId: z.string(), name: words, office: z.string().nullable(), handler: z.string().nullable(), day: z.string().nullable(), validUntil: z.string().nullable(), attached: z.boolean() })),
  }),
})

/** Those named, or all who stand: submitted and not withdrawn, or accepted. */
const about = z.union([z.object({ nominationIds: z.array(id).min(1).max(5000) }), z.object({ all: z.enum(['standing', 'accepted']) })])
const asking = z.object({ offices: z.array(office).min(1).max(20), answerBy: day, about })
export const previewConsultation = operation({
  id: 'consultations.preview', method: 'POST', path: '/api/campaigns/:campaignId/consultations/preview', who: 'officeOfCampaign',
  summary: { zh: '征求意见：先看几封信、问谁', en: 'Before asking: which letters, about whom' }, params: campaignParams, body: asking,
  answer: z.object({ findings: z.array(finding), letters: z.array(z.object({ office: z.string(), candidates: z.int(), already: z.int(), byHand: z.int(), text: z.string() })), /** Who of them has files set apart about which nothing is settled. */ apart: z.array(z.string()), /** What `ask` is given back. */ questions: z.int() }),
})
export const askConsultation = operation({
  id: 'consultations.ask', method: 'POST', path: '/api/campaigns/:campaignId/consultations', who: 'officeOfCampaign',
  summary: { zh: '征求意见：一个部门一封信', en: 'Ask: one letter for each organ' }, params: campaignParams, body: asking.extend({ /** As previewed: where it would be others by now, nothing is asked. */ questions: z.int(), /** Of how many the person was shown that files are set apart. */ apartSeen: z.int().min(0).default(0) }),
  answer: z.object({ letters: z.array(z.object({ office: z.string(), candidates: z.int(), text: z.string(), letterId: id, /** Of the link by which the organ may answer; here and nowhere else. */ token: z.string() })) }),
})
export const enterReply = operation({
  id: 'consultations.answer', method: 'POST', path: '/api/campaigns/:campaignId/consultations/reply', who: 'officeOfCampaign',
  summary: { zh: '登记部门复函：有意见的逐人写，其余无不同意见', en: 'Enter an organ’s reply: objections one by one, nothing against the others' }, params: campaignParams,
  body: z.object({
    office, reply: z.string().trim().min(1).max(100), replyDay: day, validUntil: day.nullable().default(null),
    objections: z.array(z.object({ nominationId: id, words: z.string().trim().min(2).max(2000) })).max(200),
    /** Nothing against: those named, or everybody the organ still owes an answer about. */
    clear: z.union([z.literal('allOpen'), z.array(id).max(5000)]),
  }),
  answer: z.object({ clear: z.int(), objections: z.int() }),
})
export const exportConsultations = download({
  id: 'consultations.export', path: '/api/campaigns/:campaignId/consultations/table', who: 'overseersOfCampaign', summary: { zh: '导出联审对照表（Excel、CSV）', en: 'Export the matrix (Excel, CSV)' },
  params: campaignParams, query: z.object({ as: z.enum(['xlsx', 'csv']).default('xlsx') }), mediaType: 'application/octet-stream',
})
