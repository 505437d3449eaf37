import { z } from 'zod'
import { operation } from '../operation'
import { campaignParams, finding } from '../shapes'

const sheet = z.object({ fileName: z.string().max(300), base64: z.string() })
const effect = z.enum(['create', 'same', 'refused'])

/** ID numbers, phones and mail leave masked: the sheet is in the hands of whoever looks. */
export const previewPeople = operation({
  id: 'people.preview', method: 'POST', path: '/api/campaigns/:campaignId/people/preview', who: 'clerkOfUnit', bodyBytes: 8 << 20, summary: { zh: '导入汇总表：先看结果，不写入', en: 'Import of a summary sheet: look first, write nothing' }, params: campaignParams, body: sheet,
  answer: z.object({
    encoding: z.string(), findings: z.array(finding), notes: z.array(finding), columns: z.array(z.object({ heading: z.string(), field: z.string(), zh: z.string(), en: z.string() })),
    rows: z.array(z.object({ line: z.int(), name: z.string(), effect, shown: z.record(z.string(), z.string()), findings: z.array(finding) })), counts: z.object({ create: z.int(), same: z.int(), refused: z.int() }),
  }),
})
/** Writes what the preview showed, in one piece; a sheet that was imported before adds nothing. */
export const importPeople = operation({
  id: 'people.import', method: 'POST', path: '/api/campaigns/:campaignId/people', who: 'clerkOfUnit', bodyBytes: 8 << 20, summary: { zh: '导入汇总表：每行一件推荐草稿', en: 'Import a summary sheet: one draft a line' }, params: campaignParams,
  body: sheet.extend({ createSeen: z.int().min(0), refusedSeen: z.int().min(0) }), answer: z.object({ created: z.int(), same: z.int(), refused: z.int() }),
})
