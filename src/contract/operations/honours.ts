/** 荣誉名册, certificates, and how an honour is revoked and restored by two persons. */
import { z } from 'zod'
import { entryKinds, honourChanges, honourStandings } from '#core/announcement/honour-register'
import { download, operation } from '../operation'
import { campaignParams, id, instant, nominationParams, words } from '../shapes'

const entry = z.object({ kind: z.enum(entryKinds), at: instant, reason: z.string().nullable(), basis: z.string().nullable(), proposedBy: z.string().nullable(), confirmedBy: z.string().nullable() })
const row = z.object({
  honourId: id, campaignId: id, number: z.string(), year: z.int(), name: z.string(), unit: z.string(), award: words, campaign: words, givenAt: instant, standing: z.enum(honourStandings),
  entries: z.array(entry),
  /** Waits for a second person; `mine`: the asker proposed it and cannot be that person. */
  proposal: z.object({ proposalId: id, change: z.enum(honourChanges), reason: z.string(), basis: z.string(), proposedBy: z.string(), proposedAt: instant, mine: z.boolean() }).nullable(),
  /** Of a revoked one: what people still have to take back. */
  recall: z.array(words),
  /** Of its public page. */
  path: z.string(),
  may: z.array(z.string()),
})
const sought = z.object({ q: z.string().max(80).default(''), year: z.coerce.number().int().optional(), standing: z.enum(honourStandings).optional(), campaignId: id.optional() })

/** Of the own organisation, all years. */
export const readRegister = operation({
  id: 'honours.register', method: 'GET', path: '/api/honours', who: 'officeOrSupervisor', summary: { zh: '荣誉名册', en: 'The register of honours' },
  query: sought.extend({ /** The position of the last one seen. */ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  answer: z.object({ rows: z.array(row), total: z.int(), years: z.array(z.int()), next: z.int().nullable() }),
})
export const exportRegister = download({
  id: 'honours.export', path: '/api/honours/export', who: 'officeOrSupervisor', summary: { zh: '导出荣誉名册（Excel、Word、CSV）', en: 'Export the register of honours (Excel, Word, CSV)' },
  query: sought.extend({ as: z.enum(['xlsx', 'docx', 'csv']).default('xlsx') }), mediaType: 'application/octet-stream',
})

const honourParams = campaignParams.extend({ honourId: id })
const proposalParams = campaignParams.extend({ proposalId: id })
export const certificate = download({ id: 'honours.certificate', path: '/api/campaigns/:campaignId/honours/:honourId/certificate', who: 'overseersOfCampaign', summary: { zh: '荣誉证书（PDF）', en: 'A certificate of honour (PDF)' }, params: honourParams, mediaType: 'application/pdf' })
export const packageCertificates = operation({
  id: 'honours.package', method: 'POST', path: '/api/campaigns/:campaignId/certificates', who: 'officeOfCampaign', summary: { zh: '打包全部证书', en: 'Package all certificates' }, params: campaignParams, answer: z.object({ packageId: id }),
})
/** 横版 or 竖版: of all certificates of a campaign, those given already too; what they say and its hash stay the same. */
export const shapeCertificates = operation({
  id: 'honours.shape', method: 'PUT', path: '/api/campaigns/:campaignId/certificates', who: 'officeOfCampaign', summary: { zh: '选证书横版或竖版', en: 'Choose lying or upright certificates' }, params: campaignParams, body: z.object({ upright: z.boolean() }),
})
export const honoursWord = download({ id: 'honours.document', path: '/api/campaigns/:campaignId/honours/document', who: 'officeOfCampaign', summary: { zh: '表彰文件草稿，附名单（Word）', en: 'Draft of the letter of commendation with its list (Word)' }, params: campaignParams, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })
/** The reason is published as it is written; the basis stays in the register. */
export const proposeHonourChange = operation({
  id: 'honours.proposeChange', method: 'POST', path: '/api/campaigns/:campaignId/honours/:honourId/proposals', who: 'officeOfCampaign',
  summary: { zh: '提请撤销或恢复荣誉', en: 'Propose to revoke or restore an honour' }, params: honourParams,
  body: z.object({ change: z.enum(honourChanges), reason: z.string().trim().min(4).max(500), basis: z.string().trim().min(4).max(500) }), answer: z.object({ proposalId: id }),
})
/** By another person than the one who proposed it; from then on the check page and the public page say so. */
export const confirmHonourChange = operation({
  id: 'honours.confirmChange', method: 'POST', path: '/api/campaigns/:campaignId/honour-proposals/:proposalId/confirm', who: 'officeOfCampaign',
  summary: { zh: '第二人确认撤销或恢复', en: 'Confirm it as the second person' }, params: proposalParams, answer: z.object({ standing: z.enum(honourStandings), recall: z.array(words) }),
})
export const withdrawHonourChange = operation({
  id: 'honours.withdrawChange', method: 'POST', path: '/api/campaigns/:campaignId/honour-proposals/:proposalId/withdraw', who: 'officeOfCampaign', summary: { zh: '撤回提请', en: 'Withdraw the proposal' }, params: proposalParams,
})

/** For the unit and the person it is about. */
export const readOwnHonour = operation({
  id: 'honours.own', method: 'GET', path: '/api/nominations/:nominationId/honour', who: 'makersOfNomination', summary: { zh: '这件推荐获得的荣誉', en: 'The honour that came of a nomination' }, params: nominationParams,
  answer: z.object({ honour: z.object({ number: z.string(), award: words, givenAt: instant, revoked: z.object({ at: instant, reason: z.string() }).nullable(), path: z.string() }).nullable() }),
})
export const ownCertificate = download({ id: 'honours.ownCertificate', path: '/api/nominations/:nominationId/certificate', who: 'makersOfNomination', summary: { zh: '荣誉证书（PDF），单位和本人用', en: 'The certificate (PDF), for the unit and the person' }, params: nominationParams, mediaType: 'application/pdf' })
