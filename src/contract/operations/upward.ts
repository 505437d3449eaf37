/** 向上推荐: of a campaign of ours to one above, within the installation or as a signed archive; and what goes down to those who send so. */
import { z } from 'zod'
import { outcomes } from '#core/upward/contents'
import { download, operation } from '../operation'
import { campaignParams, clause, finding, id, instant, name, nominationState, sha256, still, words } from '../shapes'

const standing = z.enum(['filled', 'unfit', 'missing', 'spare'])
const fieldLine = z.object({ field: z.string(), label: words, from: words.nullable(), by: z.enum(['rule', 'key', 'words']).nullable(), standing, findings: z.array(finding) })
const materialLine = z.object({
  materialId: z.string(), name: words, from: words.nullable(), by: z.enum(['rule', 'key', 'words']).nullable(), standing: z.enum([...standing.options, 'afresh']), taken: z.array(z.string()), missing: z.int(),
  leftOut: z.array(z.object({ name: z.string(), findings: z.array(finding) })),
})
const result = z.object({ outcome: z.enum(outcomes), at: instant, note: z.string(), points: z.array(z.object({ what: z.string(), at: z.string(), clause: z.string() })), until: instant.nullable(), number: z.string().nullable() })
/** Of ours, who may go up: honoured, or chosen by the last round. */
const candidate = z.object({
  nominationId: id, name: z.string(), unitName: z.string(), employer: z.string(), how: z.enum(['honoured', 'chosen', 'revoked']), order: z.int(),
  fields: z.array(fieldLine), materials: z.array(materialLine), filled: z.int(), open: z.int(), notAsked: z.array(words),
  /** The nomination above, once there is one. */
  above: z.object({ nominationId: id, state: nominationState, version: z.int(), open: z.int(), submittedAt: instant.nullable(), returnUntil: instant.nullable(), results: z.array(result) }).nullable(),
})
const above = z.object({ campaignId: id, name: words, award: words, office: z.string(), end: instant, isOpen: z.boolean(), mirrored: z.boolean(), places: z.int().nullable(), standing: z.int() })

export const readUpward = operation({
  id: 'upward.read', method: 'GET', path: '/api/campaigns/:campaignId/upward', who: 'officeOfCampaign',
  summary: { zh: '向上推荐：谁可以推荐，上级要什么，还缺什么', en: 'Recommending upwards: who may go, what is asked, what is missing' },
  params: campaignParams, query: z.object({ /** The campaign above; absent: the one this campaign forwards, else the newest. */ to: id.optional() }),
  answer: z.object({
    above: z.array(above), to: above.nullable(), /** By our own rule; null: it states no number. */ ownPlaces: z.int().nullable(), up: z.int(), now: instant, candidates: z.array(candidate),
    /** Gate of today: what somebody has to say is still true. */
    gate: z.object({ points: z.array(z.object({ ruleId: z.string(), rests: clause, words })), open: z.int() }),
    seats: z.object({ /** The reader's own seat as the unit above. */ own: z.enum(['unitClerk', 'unitApprover']).nullable(), clerks: z.array(z.string()), approvers: z.array(z.string()) }).nullable(),
  }),
})
export const recommend = operation({
  id: 'upward.recommend', method: 'POST', path: '/api/campaigns/:campaignId/upward', who: 'officeOfCampaign',
  summary: { zh: '向上推荐选中的人选：已知的全部带上', en: 'Recommend the chosen upwards, with all that is known' },
  params: campaignParams, body: z.object({ to: id, /** In our order. */ nominationIds: z.array(id).min(1).max(200), still }),
  answer: z.object({ made: z.array(z.object({ from: id, nominationId: id, carried: z.int() })) }),
})
/** One person fills in what is asked beyond, another seals: the office's own people in the place we have above. */
export const takeOwnSeat = operation({
  id: 'upward.takeSeat', method: 'POST', path: '/api/upward/campaigns/:campaignId/seat', who: 'office',
  summary: { zh: '以本单位在上级活动里的经办人或审核人身份办理', en: 'Act as our clerk or approver in the campaign above' }, params: campaignParams, body: z.object({ as: z.enum(['unitClerk', 'unitApprover']) }),
})

const archiveParams = campaignParams.extend({ archiveId: id })
export const makeArchive = operation({
  id: 'upward.makeArchive', method: 'POST', path: '/api/upward/campaigns/:campaignId/archives', who: 'office',
  summary: { zh: '导出报送包（给上级平台，可拷到U盘）', en: 'Export the signed archive for the installation above' }, params: campaignParams, body: z.object({ nominationIds: z.array(id).min(1).max(200), /** By words where the receiver’s key cannot be used; they travel apart. */ seal: z.enum(['key', 'words']).default('key') }),
  answer: z.object({ archiveId: id, /** Said once and kept nowhere; null: it is sealed to the receiver's key. */ passphrase: z.string().nullable() }),
})
export const listArchives = operation({
  id: 'upward.archives', method: 'GET', path: '/api/upward/campaigns/:campaignId/archives', who: 'office',
  summary: { zh: '导出过的报送包', en: 'Archives that were exported' }, params: campaignParams,
  answer: z.object({ keptDays: z.int(), archives: z.array(z.object({
    id, state: z.enum(['waiting', 'making', 'ready', 'failed', 'removed']), askedAt: instant, madeAt: instant.nullable(), expiresAt: instant.nullable(), by: z.string(), nominationIds: z.array(id), names: z.array(z.string()), bytes: z.int(), sha256: sha256.nullable(), sealedTo: z.enum(['key', 'words']),
    done: z.int(), total: z.int(), findings: z.array(finding),
  })) }),
})
export const archiveFile = download({ id: 'upward.archiveFile', path: '/api/upward/campaigns/:campaignId/archives/:archiveId/file', who: 'office', summary: { zh: '下载报送包', en: 'Download the archive' }, params: archiveParams, mediaType: 'application/octet-stream' })
export const transmittal = download({ id: 'upward.transmittal', path: '/api/upward/campaigns/:campaignId/archives/:archiveId/transmittal.pdf', who: 'office', summary: { zh: '交接单（PDF）：清单、校验值、指纹', en: 'Transmittal sheet (PDF): list, sums, fingerprint' }, params: archiveParams, mediaType: 'application/pdf' })

const unitParams = campaignParams.extend({ unitId: id })
export const callFile = download({ id: 'upward.callFile', path: '/api/campaigns/:campaignId/units/:unitId/call', who: 'officeOfCampaign', summary: { zh: '征集文件：给在另一个平台上的单位', en: 'Call file for a unit that works on another installation' }, params: unitParams, mediaType: 'application/octet-stream' })
export const answerFile = download({ id: 'upward.answerFile', path: '/api/campaigns/:campaignId/units/:unitId/answer', who: 'officeOfCampaign', summary: { zh: '结果文件：给在另一个平台上的单位', en: 'File of results for a unit that works on another installation' }, params: unitParams, mediaType: 'application/octet-stream' })
export const readCameUp = operation({
  id: 'upward.cameUp', method: 'GET', path: '/api/campaigns/:campaignId/came-up', who: 'officeOfCampaign',
  summary: { zh: '由文件报来的推荐，和还没有带回去的结果', en: 'Nominations that came by a file, and results that were not taken back yet' }, params: campaignParams,
  answer: z.object({ units: z.array(z.object({ unitId: id, name, /** In use; null: none sent by a file yet. */ fingerprint: z.string().nullable(), nominations: z.array(z.object({ nominationId: id, name: z.string(), state: nominationState, cameAt: instant })), results: z.int() })) }),
})
