/** 有关情况: short reports to the office the notice names, their answers and read marks; advisories beside a notice. */
import { z } from 'zod'
import { advisoryKinds, situation, situationLimits, urgencies } from '#core/publicity/situations/situation'
import { download, operation } from '../operation'
import { campaignParams, day, finding, id, instant, words } from '../shapes'

const situationParams = z.object({ situationId: id })
const head = z.object({ id, campaignId: id, campaign: words, sender: z.string(), addressee: z.string(), title: z.string(), urgency: z.enum(urgencies), sentAt: instant, openedAt: instant.nullable(), closedAt: instant.nullable(), answers: z.int(), files: z.int(), /** The own organisation sent it. */ mine: z.boolean() })

/** To whom: the office the notice names stands first and is chosen. */
export const beginSituation = operation({
  id: 'situations.begin', method: 'GET', path: '/api/campaigns/:campaignId/situations/begin', who: 'sendersOfSituations', summary: { zh: '报告情况：报给谁', en: 'Begin a situation report: to whom it goes' }, params: campaignParams,
  answer: z.object({ offices: z.array(z.object({ organisationId: id, name: z.string() })), usual: id.nullable(), /** As the notice puts it. */ owedTo: z.string().nullable() }),
})
export const sendSituation = operation({
  id: 'situations.send', method: 'POST', path: '/api/campaigns/:campaignId/situations', who: 'sendersOfSituations', summary: { zh: '报告情况', en: 'Send a situation report' }, params: campaignParams, tries: 60,
  body: z.object({ to: id, situation }), answer: z.object({ situationId: id }),
})
/** Of the own organisation: sent and received; the supervisor those of the own campaigns and office. */
export const listSituations = operation({
  id: 'situations.list', method: 'GET', path: '/api/situations', who: 'readersOfSituations', summary: { zh: '情况报告', en: 'Situation reports' },
  query: z.object({ campaignId: id.optional(), before: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }), answer: z.object({ reports: z.array(head), more: z.boolean(), /** Received and opened by nobody yet. */ unopened: z.int() }),
})
export const readSituation = operation({
  id: 'situations.read', method: 'GET', path: '/api/situations/:situationId', who: 'partiesOfSituation', summary: { zh: '一份情况报告和回复', en: 'One situation report with its answers' }, params: situationParams,
  answer: head.extend({
    words: z.string(), sentBy: z.string(), openedBy: z.string().nullable(), closedBy: z.string().nullable(), attached: z.array(z.object({ id, name: z.string(), mediaType: z.string(), bytes: z.int() })),
    thread: z.array(z.object({ id, organisation: z.string(), by: z.string(), at: instant, words: z.string(), mine: z.boolean() })), received: z.boolean(), mayAnswer: z.boolean(), mayClose: z.boolean(), mayAttach: z.boolean(),
  }),
})
/** 已阅: the first of the addressee's office who looks. Asked again it changes nothing. */
export const openSituation = operation({ id: 'situations.open', method: 'POST', path: '/api/situations/:situationId/open', who: 'addresseeOfSituation', summary: { zh: '记下首次打开', en: 'Mark as opened' }, params: situationParams })
export const answerSituation = operation({
  id: 'situations.answer', method: 'POST', path: '/api/situations/:situationId/answers', who: 'writersOfSituation', summary: { zh: '回复', en: 'Answer' }, params: situationParams, body: z.object({ words: z.string().trim().min(1).max(situationLimits.answer) }),
})
export const closeSituation = operation({ id: 'situations.close', method: 'POST', path: '/api/situations/:situationId/close', who: 'addresseeOfSituation', summary: { zh: '办结', en: 'Close' }, params: situationParams })
/** PDF, JPEG or PNG ≤ 20 MB, told apart by its bytes. */
export const attachToSituation = operation({
  id: 'situations.attach', method: 'POST', path: '/api/situations/:situationId/files', who: 'senderOfSituation', bodyBytes: 28 << 20, summary: { zh: '加一个附件', en: 'Add a file' }, params: situationParams,
  body: z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(28 << 20) }), answer: z.object({ fileId: id }),
})
export const situationFile = download({ id: 'situations.file', path: '/api/situations/:situationId/files/:fileId', who: 'partiesOfSituation', summary: { zh: '情况报告的附件', en: 'A file of a situation report' }, params: situationParams.extend({ fileId: id }), mediaType: 'application/octet-stream' })

const advisory = z.object({ id, kind: z.enum(advisoryKinds), words, until: instant, organisation: z.string(), /** Of this campaign, not of one above. */ own: z.boolean() })
/** Those that stand now, of this campaign and of those it was forwarded from. */
export const listAdvisories = operation({ id: 'advisories.list', method: 'GET', path: '/api/campaigns/:campaignId/advisories', who: 'peopleOfCampaign', summary: { zh: '通知旁的提示', en: 'Advisories beside the notice' }, params: campaignParams, answer: z.object({ advisories: z.array(advisory) }) })
/** Until the end of its last day. */
export const giveAdvisory = operation({
  id: 'advisories.give', method: 'POST', path: '/api/campaigns/:campaignId/advisories', who: 'officeOfCampaign', summary: { zh: '通知旁加一条提示', en: 'Put an advisory beside the notice' }, params: campaignParams,
  body: z.object({ kind: z.enum(advisoryKinds), words: z.string().trim().min(4).max(situationLimits.advisory), /** Empty: the Chinese one. */ wordsEn: z.string().trim().max(situationLimits.advisory * 3).default(''), lastDay: day }), answer: z.object({ advisoryId: id, findings: z.array(finding) }),
})
export const endAdvisory = operation({ id: 'advisories.end', method: 'POST', path: '/api/campaigns/:campaignId/advisories/:advisoryId/end', who: 'officeOfCampaign', summary: { zh: '撤下提示', en: 'Take an advisory off' }, params: campaignParams.extend({ advisoryId: id }) })
