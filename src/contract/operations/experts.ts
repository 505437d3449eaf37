import { z } from 'zod'
import { operation } from '../operation'
import { finding, id, instant } from '../shapes'
import { activation } from './organisations'

const sheet = z.object({ fileName: z.string().max(300), base64: z.string().max(7_500_000) })
const place = z.object({ unit: z.string(), from: z.int().nullable(), to: z.int().nullable() })
const expert = z.object({ personName: z.string(), unitName: z.string(), parentUnit: z.string(), title: z.string(), fields: z.array(z.string()), birthYear: z.int().nullable(), places: z.array(place), service: z.string() })

/** The pool of the office's organisation; at most two hundred at once. */
export const listExperts = operation({
  id: 'experts.list', method: 'GET', path: '/api/experts', who: 'officeOrSupervisor', summary: { zh: '评委库', en: 'The pool of experts' },
  query: z.object({ /** Words of name, unit, field, title. */ q: z.string().max(100).default(''), field: z.string().max(100).default(''), left: z.enum(['yes', 'no']).default('no') }),
  answer: z.object({
    experts: z.array(expert.extend({ expertId: id, left: z.boolean(), accountId: id.nullable(), login: z.string().nullable(), opened: z.boolean() })), found: z.int(),
    /** Of the whole pool, without those who left. */ inPool: z.int(), leftPool: z.int(), fields: z.array(z.object({ field: z.string(), n: z.int() })),
  }),
})
export const previewExperts = operation({
  id: 'experts.preview', method: 'POST', path: '/api/experts/import/preview', who: 'office', bodyBytes: 8 << 20, summary: { zh: '导入评委库：先看结果，不写入', en: 'Import of experts: look first, write nothing' }, body: sheet,
  answer: z.object({ encoding: z.string(), findings: z.array(finding), rows: z.array(expert.extend({ line: z.int(), effect: z.enum(['create', 'update', 'same', 'refused']), ties: z.int(), findings: z.array(finding) })), counts: z.object({ create: z.int(), update: z.int(), same: z.int(), refused: z.int() }) }),
})
/** Writes what the preview showed, in one piece. */
export const importExperts = operation({
  id: 'experts.import', method: 'POST', path: '/api/experts/import', who: 'office', bodyBytes: 8 << 20, summary: { zh: '导入评委库', en: 'Import experts' },
  body: sheet.extend({ createSeen: z.int().min(0), updateSeen: z.int().min(0), refusedSeen: z.int().min(0) }), answer: z.object({ created: z.int(), updated: z.int() }),
})
/** Nobody is deleted: who leaves is drawn and seated no more, and can come back. */
export const setExpertLeft = operation({
  id: 'experts.setLeft', method: 'PUT', path: '/api/experts/left', who: 'office', summary: { zh: '移出评委库，或放回', en: 'Take somebody out of the pool, or put back' }, body: z.object({ expertId: id, left: z.boolean() }),
})
/** Accounts for those who have none, as jurors; the codes are shown this one time. */
export const inviteExperts = operation({
  id: 'experts.invite', method: 'POST', path: '/api/experts/invite', who: 'office', summary: { zh: '给评委库里的人建评委账号', en: 'Accounts for people of the pool' }, body: z.object({ expertIds: z.array(id).min(1).max(200) }),
  answer: z.object({ activations: z.array(activation), expiresAt: instant }),
})
