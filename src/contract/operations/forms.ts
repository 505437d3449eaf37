import { z } from 'zod'
import { download, operation } from '../operation'
import { campaignParams, finding, nominationParams, sha256, words } from '../shapes'

const attachmentParams = campaignParams.extend({ attachmentId: z.string().min(1).max(100) })
const key = z.string().max(100)
const cell = z.object({ table: z.int(), row: z.int(), column: z.int(), span: z.int(), rows: z.int() })

/** 推荐表怎么填: which cell of the office's own form became which field. */
export const readFormPlaces = operation({
  id: 'forms.places', method: 'GET', path: '/api/campaigns/:campaignId/attachments/:attachmentId/places', who: 'officeOfCampaign',
  summary: { zh: '推荐表的填写位置：认出的、没认出的、没有位置的', en: 'Places of the form: read, not read, without room' },
  params: attachmentParams,
  answer: z.object({
    by: z.enum(['product', 'office', 'above']), fileName: z.string(), sha256,
    /** Null: it is no Word file, or cannot be read; the findings say why. */
    spots: z.array(z.object({ id: z.string(), cell: cell.nullable(), lines: z.array(z.string()) })).nullable(),
    places: z.array(z.object({ id: z.string(), spot: z.string(), keys: z.array(key), label: z.string(), how: z.enum(['whole', 'above', 'below', 'inline', 'ticks', 'picture', 'rows']), by: z.enum(['product', 'office']), /** Cells of a row that is repeated for each entry, and how many empty rows the form has for it. */ rows: z.object({ spots: z.array(z.string()), count: z.int() }).nullable() })),
    tags: z.array(z.object({ spot: z.string(), kind: z.enum(['value', 'open', 'close']), name: z.string(), key: key.nullable() })),
    unknown: z.array(z.object({ id: z.string(), spot: z.string(), text: z.string() })),
    unplaced: z.array(key),
    /** What may be chosen for a place, as people call it. */
    choices: z.array(z.object({ key, name: words })),
    corrections: z.record(z.string(), key),
    findings: z.array(finding),
  }),
})
/** All corrections of this file at once; an empty key leaves the place as it is. */
export const correctFormPlaces = operation({
  id: 'forms.correct', method: 'PUT', path: '/api/campaigns/:campaignId/attachments/:attachmentId/places', who: 'officeOfCampaign',
  summary: { zh: '改正推荐表的填写位置', en: 'Correct the places of the form' },
  params: attachmentParams, body: z.object({ /** Of the file that was looked at. */ sha256, corrections: z.record(z.string().max(60), key).refine((c) => Object.keys(c).length <= 500) }),
})
export const exampleForm = download({
  id: 'forms.example', path: '/api/campaigns/:campaignId/attachments/:attachmentId/example.docx', who: 'officeOfCampaign',
  summary: { zh: '填好的样例（Word）', en: 'An example, filled in (Word)' }, params: attachmentParams, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})

export const listPapers = operation({
  id: 'papers.list', method: 'GET', path: '/api/nominations/:nominationId/papers', who: 'unitOfNomination',
  summary: { zh: '打印、盖章、扫描的表：产品填好的', en: 'Papers to print, seal and scan, filled in by the product' },
  params: nominationParams,
  answer: z.object({ papers: z.array(z.object({
    id: z.string(), name: words, formats: z.array(z.enum(['docx', 'xlsx', 'pdf'])),
    /** Whose form it is. */
    by: z.enum(['product', 'office', 'above']),
    /** The office's own file that the product cannot fill in; the unit fetches it and fills it in. */
    blank: z.object({ fileName: z.string(), attachmentId: z.string() }).nullable(),
  })) }),
})
export const paper = download({
  id: 'papers.file', path: '/api/nominations/:nominationId/papers/:sheetId', who: 'unitOfNomination',
  summary: { zh: '下载填好的表（Word、Excel、PDF）', en: 'Download a paper, filled in (Word, Excel, PDF)' }, params: nominationParams.extend({ sheetId: z.string().max(100) }), query: z.object({ as: z.enum(['docx', 'xlsx', 'pdf']).default('pdf') }), mediaType: 'application/octet-stream',
})
