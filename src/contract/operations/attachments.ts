import { z } from 'zod'
import { download, operation } from '../operation'
import { campaignParams, clause, instant, sha256, words } from '../shapes'

/** Which of the sheets that the definition asks for. */
const attachmentParams = campaignParams.extend({ attachmentId: z.string().min(1).max(100) })
const fileFormat = z.enum(['pdf', 'docx', 'doc', 'xlsx', 'xls'])
/** One file as somebody may have it: what it is called, how large, and its SHA-256. */
const file = z.object({ fileName: z.string(), format: fileFormat, bytes: z.int(), sha256 })
const reason = z.string().trim().max(500).default('')

export const listAttachments = operation({
  id: 'attachments.list', method: 'GET', path: '/api/campaigns/:campaignId/attachments', who: 'peopleOfCampaign',
  summary: { zh: '通知的附件：用哪一份、何时起、校验码', en: 'Attachments of the notice: which file, since when, its hash' },
  params: campaignParams,
  answer: z.object({ attachments: z.array(z.object({
    id: z.string(), name: words, clause: clause.nullable(),
    /** Beside what the definition asks for: by this campaign’s own office, or by that of a level above. */
    added: z.enum(['here', 'above']).nullable(),
    /** Null: the product has no template and the office gave no file. */
    inForce: file.extend({ /** above: of a level above, whose campaign this one forwards. */ by: z.enum(['product', 'office', 'above']), from: z.string(), since: instant, /** Of a form in .doc: the .docx made of it, which the product fills in. */ made: z.object({ bytes: z.int(), sha256 }).nullable() }).nullable(),
    /** The product makes one itself: a replacement can be taken back. */
    hasTemplate: z.boolean(),
    /** Newest first. Who did it, its own office and supervisor read. */
    changes: z.array(z.object({ version: z.int(), at: instant, by: z.string(), reason: z.string(), /** Null: the product's own again. */ file: file.nullable(), /** Taken over from the campaign of this year. */ takenFrom: z.int().nullable() })),
  })) }),
})
export const attachmentFile = download({
  id: 'attachments.file', path: '/api/campaigns/:campaignId/attachments/:attachmentId/file', who: 'peopleOfCampaign',
  summary: { zh: '下载一份附件', en: 'Download an attachment' }, params: attachmentParams, mediaType: 'application/octet-stream',
  query: z.object({ /** The product's own, also where the office put its own file in its place. */ made: z.enum(['product', /** The .docx that was made of the office's .doc. */ 'docx']).optional() }),
})
export const publicAttachment = download({
  id: 'attachments.publicFile', path: '/api/public/campaigns/:slug/attachments/:attachmentId', who: 'anyone',
  summary: { zh: '公开的通知附件', en: 'An attachment of a public notice' }, params: z.object({ slug: z.string().max(100), attachmentId: z.string().max(100) }), mediaType: 'application/octet-stream',
})
/** A file as it is (≤ 5 MB: Word, Excel, PDF; told apart by its bytes). Once the campaign is open, with a reason. */
export const replaceAttachment = operation({
  id: 'attachments.replace', method: 'PUT', path: '/api/campaigns/:campaignId/attachments/:attachmentId', who: 'officeOfCampaign', bodyBytes: 8 << 20,
  summary: { zh: '用本单位的文件更换附件', en: 'Put the office’s own file in the place of an attachment' },
  params: attachmentParams, body: z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(8 << 20), reason }), answer: z.object({ version: z.int(), sha256 }),
})
export const restoreAttachment = operation({
  id: 'attachments.restore', method: 'POST', path: '/api/campaigns/:campaignId/attachments/:attachmentId/restore', who: 'officeOfCampaign',
  summary: { zh: '恢复使用产品自带的附件', en: 'Go back to the product’s own attachment' },
  params: attachmentParams, body: z.object({ reason }), answer: z.object({ version: z.int() }),
})

/** One the definition does not ask for, with its first file. It stands last in the list, in the official document and on the public page. */
export const addAttachment = operation({
  id: 'attachments.add', method: 'POST', path: '/api/campaigns/:campaignId/attachments', who: 'officeOfCampaign', bodyBytes: 8 << 20,
  summary: { zh: '另加一份附件', en: 'Add an attachment of one’s own' },
  params: campaignParams, body: z.object({ title: z.string().trim().max(200), /** Empty: the Chinese one. */ titleEn: z.string().trim().max(200).default(''), name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(8 << 20), reason }),
  answer: z.object({ attachmentId: z.string(), sha256 }),
})
export const removeAttachment = operation({
  id: 'attachments.remove', method: 'POST', path: '/api/campaigns/:campaignId/attachments/:attachmentId/remove', who: 'officeOfCampaign',
  summary: { zh: '去掉另加的附件', en: 'Take away an attachment of one’s own' },
  params: attachmentParams, body: z.object({ reason }),
})

const original = z.object({ name: z.string(), url: z.string().nullable() })
export const readOriginal = operation({
  id: 'original.read', method: 'GET', path: '/api/campaigns/:campaignId/original', who: 'officeOfCampaign',
  summary: { zh: '通知的来源、原文链接和公开网页', en: 'Where the notice comes from, and its public page' },
  params: campaignParams,
  answer: z.object({ stated: original.nullable(), /** The campaign above, where it stands in this installation. */ parent: z.object({ name: z.string(), path: z.string() }).nullable(), /** Null: a draft has none. */ publicPath: z.string().nullable() }),
})
export const stateOriginal = operation({
  id: 'original.state', method: 'PUT', path: '/api/campaigns/:campaignId/original', who: 'officeOfCampaign',
  summary: { zh: '写明通知的来源和原文链接', en: 'State where the notice comes from' },
  params: campaignParams, body: z.object({ original: z.object({ name: z.string().trim().min(1).max(200), url: z.string().trim().max(500).nullable() }).nullable() }),
})
export const readCalendar = operation({
  id: 'calendar.read', method: 'GET', path: '/api/calendar', who: 'signedIn',
  summary: { zh: '放假和调休的日子', en: 'Holidays and working weekends' },
  answer: z.object({ holidays: z.array(z.string()), workdays: z.array(z.string()) }),
})
