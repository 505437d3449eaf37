import { z } from 'zod'
import { itemKinds, owners, sentItem } from '#core/appraisal/record'
import { download, operation } from '../operation'
import { finding, instant, nominationParams, words } from '../shapes'

const who = z.object({ by: z.string(), at: instant })
/** Content as `core/appraisal/record` shapes it for the kind. */
const shownItem = z.object({
  kind: z.enum(itemKinds), step: z.string(), key: z.string(), version: z.int(), content: z.record(z.string(), z.unknown()), changed: who,
  /** Of a post that does not exist there: by whom that was confirmed. */
  confirmed: who.nullable(),
})
const shownFact = z.object({ step: z.string(), key: z.string(), of: z.string(), label: words, /** Masked for whoever may not see it whole. */ value: z.string(), mark: z.string(), state: z.enum(['open', 'changed', 'unsaid', 'true', 'differs', 'unknown']) })

/** The unit reads its own; the office, the supervisor and the jury's secretary what was sent, and the office's own beside it. Candidates and jurors never read minutes. */
export const readAppraisal = operation({
  id: 'appraisal.read', method: 'GET', path: '/api/nominations/:nominationId/appraisal', who: 'readersOfAppraisal',
  summary: { zh: '考核调研：走访、座谈会、谈话、逐项核实', en: 'The appraisal: visits, symposium, talks, verification' }, params: nominationParams,
  answer: z.object({ appraisals: z.array(z.object({
    owner: z.enum(owners), /** Whose people hold it. */ holder: z.string(), begun: z.boolean(), closed: who.nullable(), items: z.array(shownItem), facts: z.array(shownFact), findings: z.array(finding),
    may: z.array(z.enum(['write', 'close', 'reopen', 'confirm'])),
  })) }),
})

/** Each item with the version the page began with (0: it is new); another's newer one is never overwritten. Content null: it is taken away. */
const items = z.object({ items: z.array(z.object({ version: z.int().min(0), item: sentItem })).min(1).max(300) })
const saved = z.object({ savedAt: instant, versions: z.array(z.object({ kind: z.enum(itemKinds), step: z.string(), key: z.string(), version: z.int() })) })
export const saveAppraisal = operation({
  id: 'appraisal.save', method: 'PUT', path: '/api/nominations/:nominationId/appraisal/items', who: 'clerkOfNomination',
  summary: { zh: '记考核调研（边记边存）', en: 'Record the appraisal (as one writes)' }, params: nominationParams, body: items, answer: saved,
})
export const saveOwnAppraisal = operation({
  id: 'appraisal.saveOwn', method: 'PUT', path: '/api/nominations/:nominationId/office-appraisal/items', who: 'screenerOfNomination',
  summary: { zh: '办公室自行考核：记录', en: 'The office’s own appraisal: record it' }, params: nominationParams, body: items, answer: saved,
})
const closing = z.object({ closed: z.boolean() })
export const closeAppraisal = operation({
  id: 'appraisal.close', method: 'PUT', path: '/api/nominations/:nominationId/appraisal/closed', who: 'clerkOfNomination',
  summary: { zh: '办结考核调研，或重新打开', en: 'Close the appraisal, or open it again' }, params: nominationParams, body: closing,
})
export const closeOwnAppraisal = operation({
  id: 'appraisal.closeOwn', method: 'PUT', path: '/api/nominations/:nominationId/office-appraisal/closed', who: 'screenerOfNomination',
  summary: { zh: '办公室自行考核：办结，或重新打开', en: 'The office’s own appraisal: close it, or open it again' }, params: nominationParams, body: closing,
})
/** 该单位没有这一职务: the clerk says why, the approver confirms. */
export const confirmAbsence = operation({
  id: 'appraisal.confirmAbsence', method: 'PUT', path: '/api/nominations/:nominationId/appraisal/absences', who: 'approverOfNomination',
  summary: { zh: '审核人确认座谈会的席位该单位没有', en: 'Confirm that a post at the symposium does not exist there' }, params: nominationParams,
  body: z.object({ step: z.string().max(100), role: z.string().max(120), /** Of the item, as it was read. */ version: z.int(), confirmed: z.boolean() }),
})
export const appraisalSheet = download({
  id: 'appraisal.sheet', path: '/api/nominations/:nominationId/appraisal/sheet', who: 'readersOfAppraisal',
  summary: { zh: '考核调研表、座谈会签到表（Word、PDF）', en: 'Sheet of the appraisal, or list to sign at the symposium (Word, PDF)' }, params: nominationParams,
  query: z.object({ owner: z.enum(owners).default('unit'), part: z.enum(['sheet', 'signIn']).default('sheet'), as: z.enum(['pdf', 'docx']).default('pdf') }), mediaType: 'application/octet-stream',
})
