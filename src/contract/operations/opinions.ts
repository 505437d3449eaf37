import { z } from 'zod'
import { opinionStandings } from '#core/appraisal/opinion-request'
import type { MaterialRule } from '#core/rules/material-terms'
import { download, operation } from '../operation'
import { campaignParams, finding, id, instant, nominationParams, words } from '../shapes'

const day = z.iso.date()
const standing = z.enum(opinionStandings)
const office = z.string().trim().min(1).max(100)
/** Whom the unit turned to; all may be left empty. */
const contact = z.object({ name: z.string().trim().max(60).default(''), phone: z.string().trim().max(40).default(''), email: z.string().trim().max(254).default('') })
const bytes = z.number().int().min(0)

export const listOpinions = operation({
  id: 'opinions.list', method: 'GET', path: '/api/nominations/:nominationId/opinions', who: 'unitOfNomination',
  summary: { zh: '请外单位出具的材料：问了谁、到没到', en: 'Materials asked of other offices, and how each stands' }, params: nominationParams,
  answer: z.object({
    /** The last day an answer may be asked for; null: no end is set. */
    lastDay: day.nullable(),
    requests: z.array(z.object({
      id, materialId: z.string(), office: z.string(), contact, askedAt: instant, askedBy: z.string(), until: instant, standing,
      openedAt: instant.nullable(), revokedAt: instant.nullable(),
      answer: z.object({ at: instant, handler: z.string(), opinionDay: z.string(), validUntil: z.string().nullable(), code: z.string(), /** Still in the dossier. */ fileId: id.nullable() }).nullable(),
    })),
  }),
})
/** The token is in this answer and nowhere else: it is not stored and not shown again. An open link of the same material gives way. */
export const askOpinion = operation({
  id: 'opinions.ask', method: 'POST', path: '/api/nominations/:nominationId/opinions', who: 'clerkOfNomination',
  summary: { zh: '请外单位出具一份材料：生成链接', en: 'Ask another office for a material: make a link' }, params: nominationParams,
  body: z.object({ materialId: z.string().max(100), office, contact: contact.prefault({}), answerBy: day }), answer: z.object({ requestId: id, token: z.string(), until: instant }),
})
export const revokeOpinion = operation({
  id: 'opinions.revoke', method: 'POST', path: '/api/nominations/:nominationId/opinions/:requestId/revoke', who: 'clerkOfNomination',
  summary: { zh: '撤回给外单位的链接', en: 'Revoke the link' }, params: nominationParams.extend({ requestId: id }),
})
/** No candidate is named: drafts belong to the unit alone. */
export const opinionBoard = operation({
  id: 'opinions.board', method: 'GET', path: '/api/campaigns/:campaignId/opinions', who: 'overseersOfCampaign',
  summary: { zh: '外单位出具材料的进度：按推荐单位和材料', en: 'What other offices were asked for, by unit and material' }, params: campaignParams,
  answer: z.object({ rows: z.array(z.object({ unitId: id, unitName: z.string(), materialId: z.string(), asked: z.int(), answered: z.int(), waiting: z.int(), overdue: z.int(), /** Of those still waited for. */ nextUntil: instant.nullable() })) }),
})

/**
 * What a link opens. Its token comes as `Authorization: Bearer …`, never in an address; it names the one request it belongs to, so no path holds an id of a nomination.
 * A token that is unknown, revoked or over its time answers as absent, each like the others.
 */
const held = 'linkHolder' as const
export const lookAtOpinion = operation({
  id: 'opinion.look', method: 'POST', path: '/api/opinion/look', who: held, summary: { zh: '凭链接看：谁请出具什么', en: 'By the link: who asks for what' },
  answer: z.object({
    /** `closed`: the nomination has left the clerk's desk. Nothing of the candidate is told then, nor once it is received. */
    standing: z.enum(['open', 'closed', 'received']), unit: z.string(),
    received: z.object({ at: instant, code: z.string() }).nullable(),
    asked: z.object({
      campaign: words, askedBy: z.string(), office: z.string(), until: instant,
      person: z.object({ name: z.string(), employer: z.string(), post: z.string() }),
      /** With its clause; the page judges a file by it before a byte is sent. */
      rule: z.custom<MaterialRule>((v) => typeof v === 'object' && v !== null && 'file' in v && 'rests' in v),
      model: z.object({ title: z.string(), to: z.string(), paragraphs: z.array(z.string()), points: z.array(z.object({ what: z.string(), answers: z.array(z.string()) })), closing: z.string(), issuer: z.string() }).nullable(),
    }).nullable(),
  }),
})
export const opinionModel = download({
  id: 'opinion.model', path: '/api/opinion/model', who: held, summary: { zh: '范本（Word、PDF）', en: 'The model text (Word, PDF)' }, query: z.object({ as: z.enum(['docx', 'pdf']).default('pdf') }), mediaType: 'application/octet-stream',
})
/** Bytes then come by tus, as for any upload. The file waits until the answer is sent. */
export const beginOpinionUpload = operation({
  id: 'opinion.beginUpload', method: 'POST', path: '/api/opinion/uploads', who: held, summary: { zh: '凭链接开始上传（tus 断点续传）', en: 'Begin an upload by the link (tus, resumable)' },
  body: z.object({ name: z.string().min(1).max(400), bytes }), answer: z.object({ /** tus address to PATCH. */ url: z.string(), uploadId: id }),
})
export const opinionUploadState = operation({
  id: 'opinion.uploadState', method: 'GET', path: '/api/opinion/uploads/:uploadId', who: held, summary: { zh: '凭链接上传的核验结果', en: 'What became of an upload by the link' }, params: z.object({ uploadId: id }),
  answer: z.object({ state: z.enum(['receiving', 'inspecting', 'kept', 'refused', /** It bears a marking and was set apart. */ 'quarantined']), offset: z.int(), findings: z.array(finding) }),
})
/** The one act that uses the link up. */
export const answerOpinion = operation({
  id: 'opinion.answer', method: 'POST', path: '/api/opinion/answer', who: held, summary: { zh: '凭链接出具：交给推荐单位', en: 'By the link: hand the material to the unit' },
  body: z.object({ uploadId: id, handler: z.string().trim().min(1).max(60), opinionDay: day, validUntil: day.nullable().default(null) }),
  answer: z.object({ at: instant, code: z.string() }),
})
