/** 纪检监督: counting again, sampling by lot, and the own report. None of it changes what others did. */
import { z } from 'zod'
import { mostSampled, sampled, sampleVerdicts } from '#core/supervision/sample'
import { download, operation } from '../operation'
import { campaignParams, id, instant, sha256 } from '../shapes'

const sampleParams = campaignParams.extend({ sampleId: id })
const what = z.enum(sampled)

/** 重算: gives the record, from which the browser counts for itself; that it was done, and what the server came to, stands in the ledger. */
export const replayCount = {
  ...download({ id: 'supervision.replay', path: '/api/campaigns/:campaignId/replays', who: 'supervisorOfCampaign', summary: { zh: '重算一轮计票（记入台账）', en: 'Count a round again (entered in the ledger)' }, params: campaignParams, mediaType: 'application/json' }),
  method: 'POST' as const, body: operation({ id: '', method: 'POST', path: '', who: 'office', summary: { zh: '', en: '' }, body: z.object({ roundId: id }) }).body,
}
export const readSamples = operation({
  id: 'supervision.samples', method: 'GET', path: '/api/campaigns/:campaignId/samples', who: 'supervisorOfCampaign', summary: { zh: '抽查', en: 'Sampling' }, params: campaignParams,
  answer: z.object({
    /** How many of each there are to sample from now. */
    pools: z.array(z.object({ what, count: z.int() })),
    samples: z.array(z.object({
      sampleId: id, what, size: z.int(), pool: z.int(), planHash: sha256, commitment: sha256, fixedAt: instant,
      result: z.object({ drawnAt: instant, secret: z.string(), word: z.string(), items: z.array(z.object({ item: z.string(), /** Who or what, and more about it; empty: it is gone since. */ name: z.string(), about: z.string(), /** Where it is looked at; null: all there is stands here. */ path: z.string().nullable(), /** A file, not a page. */ isFile: z.boolean(), note: z.object({ verdict: z.enum(sampleVerdicts), words: z.string(), by: z.string(), at: instant }).nullable() })) }).nullable(),
    })),
  }),
})
/** 固定: pool, number and the hash of a seed nobody knows yet, on the ledger, before anything is drawn. */
export const fixSample = operation({
  id: 'supervision.fixSample', method: 'POST', path: '/api/campaigns/:campaignId/samples', who: 'supervisorOfCampaign', summary: { zh: '固定抽查的范围和种子的摘要', en: 'Fix what is sampled and the hash of the seed' }, params: campaignParams,
  body: z.object({ what, size: z.int().min(1).max(mostSampled) }), answer: z.object({ sampleId: id, commitment: sha256 }),
})
/** With a word of the supervisor's own: from it and the fixed secret comes the seed. */
export const drawSampled = operation({
  id: 'supervision.drawSample', method: 'POST', path: '/api/campaigns/:campaignId/samples/:sampleId', who: 'supervisorOfCampaign', summary: { zh: '抽出', en: 'Draw the sample' }, params: sampleParams, body: z.object({ word: z.string().trim().min(1).max(100) }),
})
export const noteSample = operation({
  id: 'supervision.noteSample', method: 'POST', path: '/api/campaigns/:campaignId/samples/:sampleId/notes', who: 'supervisorOfCampaign', summary: { zh: '记下抽查的一件：属实或有疑问', en: 'Note what was found of a sampled item' }, params: sampleParams,
  body: z.object({ item: z.string().min(1).max(100), verdict: z.enum(sampleVerdicts), words: z.string().trim().max(1000) }),
})
const line = z.object({ at: instant.nullable(), text: z.string() })
const section = z.object({ title: z.string(), lines: z.array(line), /** Where there is nothing to tell. */ none: z.string() })
export const readReport = operation({
  id: 'supervision.report', method: 'GET', path: '/api/campaigns/:campaignId/supervision-report', who: 'supervisorOfCampaign', summary: { zh: '监督报告：现在的草稿和已定稿的', en: 'The supervisor’s report: the draft of now, and those sealed' }, params: campaignParams,
  answer: z.object({ draft: z.object({ sections: z.array(section) }), sealed: z.array(z.object({ reportId: id, hash: sha256, by: z.string(), at: instant, words: z.string() })) }),
})
/** 定稿: with the supervisor's own words; its hash goes on the ledger. */
export const sealReport = operation({
  id: 'supervision.sealReport', method: 'POST', path: '/api/campaigns/:campaignId/supervision-report', who: 'supervisorOfCampaign', summary: { zh: '监督报告定稿', en: 'Seal the supervisor’s report' }, params: campaignParams,
  body: z.object({ words: z.string().trim().min(4).max(20_000) }), answer: z.object({ reportId: id, hash: sha256 }),
})
const reportFile = z.object({ /** Absent: the draft as it is now. */ report: id.optional() })
export const reportPdf = download({ id: 'supervision.reportPdf', path: '/api/campaigns/:campaignId/supervision-report.pdf', who: 'supervisorOfCampaign', summary: { zh: '监督报告（PDF）', en: 'The supervisor’s report (PDF)' }, params: campaignParams, query: reportFile, mediaType: 'application/pdf' })
export const reportWord = download({ id: 'supervision.reportWord', path: '/api/campaigns/:campaignId/supervision-report.docx', who: 'supervisorOfCampaign', summary: { zh: '监督报告（Word）', en: 'The supervisor’s report (Word)' }, params: campaignParams, query: reportFile, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })
