import { z } from 'zod'
import { origins } from '#core/nomination/self-application'
import { carriages } from '#core/secrecy/offline-track'
import { download, operation } from '../operation'
import { entryOrigin } from './entries'
import { campaignParams, finding, id, instant, name, nominationParams, nominationState, resolvedDefinition, sha256, still } from '../shapes'

/** A value of the form: text, or rows of a table (résumé: from, to, what). */
export const fieldValue = z.union([z.string().max(30_000), z.array(z.object({ from: z.string().max(20), to: z.string().max(20), what: z.string().max(300) })).max(60)])
/** What the unit answered to the rules themselves, by rule id. */
export const answers = z.object({
  /** Exclusions: does it apply, and if so why all the same (where the rule only warns). */
  exclusions: z.record(z.string(), z.object({ applies: z.boolean(), reason: z.string().max(1000).default('') })).default({}),
  declarations: z.record(z.string(), z.boolean()).default({}),
  /** 保密审查, by the declaration that rests on it. */
  reviews: z.record(z.string(), z.object({ name: z.string().max(60), post: z.string().max(60), day: z.string().max(10) })).default({}),
  steps: z.record(z.string(), z.object({ day: z.string().max(10).default(''), note: z.string().max(3000).default(''), attended: z.array(z.string().max(60)).max(30).default([]), absentReason: z.string().max(500).default(''),
    /** Of a meeting, and of a notice inside the unit (from `day` to `to`). */
    place: z.string().max(200).optional(), entitled: z.string().max(5).optional(), present: z.string().max(5).optional(), inFavour: z.string().max(5).optional(), against: z.string().max(5).optional(), abstained: z.string().max(5).optional(), to: z.string().max(10).optional(), objected: z.enum(['yes', 'no']).optional() })).default({}),
  /** What rules ask of the candidate, by the id they ask under: yes or no; a day or a number as text. */
  properties: z.record(z.string(), z.boolean()).default({}),
  values: z.record(z.string(), z.string().max(40)).default({}),
  /** Under `candidate`; an empty list says that there are none. */
  honours: z.record(z.string(), z.array(z.object({ name: z.string().max(120), year: z.int().min(1900).max(2200), level: z.string().max(40).optional(), as: z.enum(['winner', 'nominee', 'candidate']).optional() })).max(40)).default({}),
})
export const materialFile = z.object({
  fileId: id, materialId: z.string(), ordinal: z.int(),
  /** Name the product gave (姓名+序号) and the name as it came. */
  name: z.string(), originalName: z.string(), bytes: z.int(), sha256,
  receivedAt: instant, facts: z.record(z.string(), z.unknown()), findings: z.array(finding), hasPreview: z.boolean(),
  /** Issued by another office, by its link. */
  opinion: z.object({ office: z.string(), handler: z.string(), opinionDay: z.string(), validUntil: z.string().nullable(), code: z.string() }).nullable(),
})
export const screeningEntry = z.object({
  decision: z.enum(['accept', 'return', 'reject']), at: instant, by: z.string(), note: z.string(), until: instant.nullable(),
  points: z.array(z.object({ what: z.string(), at: z.string(), clause: z.string() })),
})
const consent = z.object({ given: z.boolean(), at: instant }).optional()
const candidatePart = z.object({ hands: z.enum(['candidate', 'unit']), note: z.string(), codeUntil: instant.nullable(), openedAt: instant.nullable(), returnedAt: instant.nullable(), withdrewAt: instant.nullable(), consents: z.object({ data: consent, notice: consent, publicity: consent }) })
/** 线下件: a placeholder, how it is carried, and what came in. */
export const offline = z.object({ number: z.int(), carriedBy: z.enum(carriages), officerName: z.string(), officerPost: z.string(), volumes: z.int(), received: z.object({ on: z.string(), volumes: z.int(), by: z.string(), at: instant }).nullable() })
const nominationRow = z.object({
  id, candidateName: z.string(), unitId: id, unitName: z.string(), employer: z.string(), state: nominationState, /** Begun by the unit, or by the person alone. */ origin: z.enum(origins), version: z.int(),
  category: z.string(), submittedAt: instant.nullable(), changedAt: instant, blockCount: z.int(), warnCount: z.int(),
  /** Place in the unit's own order; null: it made none. */
  rank: z.int().nullable(),
})

export const listNominations = operation({
  id: 'nominations.list', method: 'GET', path: '/api/campaigns/:campaignId/nominations', who: 'unitOfCampaign',
  summary: { zh: '本单位的推荐', en: 'Nominations of one’s own unit' },
  params: campaignParams, answer: z.object({ nominations: z.array(nominationRow), quota: z.object({ max: z.int(), held: z.int() }) }),
})
/** 排序: all that the unit puts forward, the first first. Until the end of nominations. */
export const rankNominations = operation({
  id: 'nominations.rank', method: 'PUT', path: '/api/campaigns/:campaignId/nominations/order', who: 'clerkOfUnit',
  summary: { zh: '排定本单位推荐人选的先后', en: 'Put the unit’s nominations in order' }, params: campaignParams, body: z.object({ order: z.array(id).min(1).max(500) }),
})
export const createNomination = operation({
  id: 'nominations.create', method: 'POST', path: '/api/campaigns/:campaignId/nominations', who: 'clerkOfUnit',
  summary: { zh: '新建推荐', en: 'Begin a nomination' },
  params: campaignParams, body: z.object({ candidateName: name, /** Of the unit's own people: its facts are filled in. */ recordId: id.optional() }), answer: z.object({ nominationId: id }),
})
export const readNomination = operation({
  id: 'nominations.read', method: 'GET', path: '/api/nominations/:nominationId', who: 'concernedByNomination',
  summary: { zh: '一件推荐：表、材料、问题', en: 'One nomination: form, materials, findings' },
  params: nominationParams,
  answer: nominationRow.extend({
    campaignId: id,
    /** The version it was judged under, where that is no longer the campaign’s own; null: the one in force. */
    definition: resolvedDefinition.nullable(),
    fields: z.record(z.string(), fieldValue),
    /** Fields shown masked to this reader (ID number, phone). */
    masked: z.array(z.string()),
    answers,
    /** 线下件: the dossier goes by hand, and this is all that is known of it here. */
    offline: offline.nullable(),
    /** The candidate's own part; null: no code was given out. */
    part: candidatePart.nullable(),
    /** Fields that the record of this person put in. */
    prefilled: z.array(z.string()),
    /** Somebody in the unit's records who may be the same person: asked, never merged by itself. */
    maybe: z.object({ id, name: z.string(), by: z.enum(['number', 'likely']) }).nullable(),
    /** What was really typed, once it was submitted. */
    typed: z.object({ asked: z.int(), known: z.int(), changed: z.int(), typed: z.int() }).nullable(),
    materials: z.array(materialFile),
    findings: z.array(finding),
    /** 封单: files named by SHA-256 before their bytes came. */
    sealed: z.array(z.object({ materialId: z.string(), name: z.string(), bytes: z.int(), sha256, until: instant.nullable(), arrivedAt: instant.nullable() })),
    screening: z.array(screeningEntry),
    entered: entryOrigin,
    /** The approver's words when it was handed back to the clerk. */
    handBackNote: z.string(),
    receipt: z.object({ at: instant, position: z.int(), hash: z.string(), code: z.string(), manifest: z.array(z.object({ name: z.string(), bytes: z.int(), sha256, /** Sealed by its checksum: it had not come when this was submitted. */ sealed: z.boolean().optional() })) }).nullable(),
    /** Acts this reader can do now. */
    may: z.array(z.string()),
  }),
})
export const saveDraft = operation({
  id: 'nominations.saveDraft', method: 'PATCH', path: '/api/nominations/:nominationId', who: 'fillersOfNomination',
  summary: { zh: '存草稿（边填边存）', en: 'Save the draft (as one types)' },
  params: nominationParams,
  body: z.object({ /** The version the page began with; another's newer one is never overwritten. */ version: z.int(), fields: z.record(z.string(), fieldValue).default({}), answers: answers.partial().optional() }),
  answer: z.object({ version: z.int(), savedAt: instant, findings: z.array(finding) }),
})
const act = (id: string, path: string, who: 'clerkOfNomination' | 'approverOfNomination' | 'unitOfNomination', zh: string, en: string) =>
  operation({ id, method: 'POST', path: `/api/nominations/:nominationId/${path}`, who, summary: { zh, en }, params: nominationParams, body: z.object({ note: z.string().max(500).default('') }) })
export const sendToApprover = act('nominations.sendToApprover', 'send-to-approver', 'clerkOfNomination', '送审签', 'Send to the approver')
export const handBack = act('nominations.handBack', 'hand-back', 'approverOfNomination', '退给经办人', 'Hand back to the clerk')
export const withdrawNomination = act('nominations.withdraw', 'withdraw', 'approverOfNomination', '撤回推荐', 'Withdraw the nomination')
export const submitNomination = operation({
  id: 'nominations.submit', method: 'POST', path: '/api/nominations/:nominationId/submit', who: 'approverOfNomination',
  summary: { zh: '审签并报送', en: 'Seal and submit' },
  params: nominationParams,
  body: z.object({ version: z.int(), /** Reasons for the warnings, by finding code and place. */ warningsSeen: z.int(), declarations: z.record(z.string(), z.boolean()).default({}), still }),
  answer: z.object({ submittedAt: instant, position: z.int(), hash: z.string(), code: z.string() }),
})
export const receiptPdf = download({ id: 'nominations.receipt', path: '/api/nominations/:nominationId/receipt.pdf', who: 'readersOfNomination', summary: { zh: '回执（PDF）', en: 'Receipt (PDF)' }, params: nominationParams, mediaType: 'application/pdf' })
export const formPdf = download({ id: 'nominations.form', path: '/api/nominations/:nominationId/form.pdf', who: 'unitOfNomination', summary: { zh: '推荐表打印稿（PDF）', en: 'Nomination form to print (PDF)' }, params: nominationParams, mediaType: 'application/pdf' })

const fileParams = nominationParams.extend({ fileId: id })
export const removeMaterial = operation({
  id: 'materials.remove', method: 'DELETE', path: '/api/nominations/:nominationId/materials/:fileId', who: 'fillersOfNomination',
  summary: { zh: '移除一份材料', en: 'Remove a file' }, params: fileParams,
})
export const materialContent = download({ id: 'materials.content', path: '/api/nominations/:nominationId/materials/:fileId/content', who: 'takersOfFiles', summary: { zh: '下载一份材料的原件', en: 'Download a file as it was received' }, params: fileParams, mediaType: 'application/octet-stream' })
export const materialPreview = download({ id: 'materials.preview', path: '/api/nominations/:nominationId/materials/:fileId/preview', who: 'viewersOfMaterials', summary: { zh: '材料缩略图', en: 'Preview picture of a file' }, params: fileParams, mediaType: 'image/webp' })

/** What the rules have against the list of this level as it stands (shares, preferences): of all that was sent, and asked apart from the desk's pages. */
export const readLevelList = operation({
  id: 'screening.level', method: 'GET', path: '/api/campaigns/:campaignId/screening/level', who: 'overseersOfCampaign',
  summary: { zh: '本级名单：各项比例', en: 'The list of this level: its shares' },
  params: campaignParams, answer: z.object({ findings: z.array(finding) }),
})
/** All that was sent, as a file; numbers of identity papers, phones and addresses masked, as the desk shows them. */
export const exportNominations = download({
  id: 'screening.export', path: '/api/campaigns/:campaignId/screening/list', who: 'overseersOfCampaign', summary: { zh: '导出推荐名单（Excel、Word、CSV）', en: 'Export the list of nominations (Excel, Word, CSV)' },
  params: campaignParams, query: z.object({ as: z.enum(['xlsx', 'docx', 'csv']).default('xlsx') }), mediaType: 'application/octet-stream',
})
export const acceptNomination = operation({
  id: 'screening.accept', method: 'POST', path: '/api/nominations/:nominationId/accept', who: 'screenerOfNomination',
  summary: { zh: '接收', en: 'Accept' }, params: nominationParams, body: z.object({ version: z.int(), note: z.string().max(1000).default(''), still }),
})
/** One point of a return letter. `code`, `material` and `field` say what it is about, for the figures; empty where the desk wrote it itself. */
export const returnPoint = z.object({
  what: z.string().trim().min(1).max(500), at: z.string().max(200), clause: z.string().max(300), code: z.string().max(100).default(''), material: z.string().max(100).default(''), field: z.string().max(200).default(''),
})
export const returnNomination = operation({
  id: 'screening.return', method: 'POST', path: '/api/nominations/:nominationId/return', who: 'screenerOfNomination',
  summary: { zh: '退回补正', en: 'Return for correction' }, params: nominationParams,
  body: z.object({
    version: z.int(), until: instant, note: z.string().max(1000).default(''),
    points: z.array(returnPoint).min(1).max(50),
  }),
})
export const rejectNomination = operation({
  id: 'screening.reject', method: 'POST', path: '/api/nominations/:nominationId/reject', who: 'screenerOfNomination',
  summary: { zh: '不予受理', en: 'Reject' }, params: nominationParams, body: z.object({ version: z.int(), ruleId: z.string().max(100), note: z.string().trim().min(5).max(1000) }),
})
