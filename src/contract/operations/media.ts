/** 媒体投放计划: the office's channels and items, what shows that they were out, what has to be called back. */
import { z } from 'zod'
import { channelKinds, channelLevels, mediaChannel, mediaLimits } from '#core/publicity/media-plan/channel'
import { itemMaterial, itemStates, materialKinds, mediaItem } from '#core/publicity/media-plan/item'
import { download, operation } from '../operation'
import { campaignParams, day, finding, id, instant } from '../shapes'
import { linkSeen } from './link-looks'

const itemParams = campaignParams.extend({ itemId: id })
const channelParams = campaignParams.extend({ channelId: id })
const evidenceParams = itemParams.extend({ evidenceId: id })
const version = z.int()

const channel = mediaChannel.extend({ id, version, items: z.int() })
const entry = z.object({
  id, channelId: id, title: z.string(), from: day, to: day, ownerId: id.nullable(), ownerWord: z.string(), /** Whoever it is, in words. */ ownerName: z.string(),
  material: itemMaterial, /** 故事：沈若川. */ materialName: z.string(), standing: z.enum(['free', 'public', 'waiting', 'withdrawn']),
  kind: z.enum(channelKinds), level: z.enum(channelLevels), channelName: z.string(), state: z.enum(itemStates), why: z.string(), link: z.string(), reach: z.int().nullable(), reachFrom: z.string(),
  files: z.int(), recallSince: instant.nullable(), recalledAt: instant.nullable(), version, changedAt: instant, changedBy: z.string(),
})
const person = z.object({ id, name: z.string() })

/** All of it at once: lists, boards and months are put together in the page. */
export const readMediaPlan = operation({
  id: 'media.plan', method: 'GET', path: '/api/campaigns/:campaignId/media', who: 'overseersOfCampaign', summary: { zh: '媒体投放计划', en: 'The media plan' }, params: campaignParams,
  answer: z.object({ today: day, channels: z.array(channel), items: z.array(entry), people: z.array(person) }),
})
/** What an item may use: published stories, their films, finished posters. */
export const listMediaMaterials = operation({
  id: 'media.materials', method: 'GET', path: '/api/campaigns/:campaignId/media/materials', who: 'officeOfCampaign', summary: { zh: '可以投放的材料', en: 'What may be placed' }, params: campaignParams,
  answer: z.object({ materials: z.array(z.object({ kind: z.enum(materialKinds), id, name: z.string() })) }),
})
export const readMediaItem = operation({
  id: 'media.item', method: 'GET', path: '/api/campaigns/:campaignId/media/items/:itemId', who: 'overseersOfCampaign', summary: { zh: '一项投放', en: 'One item of the media plan' }, params: itemParams,
  answer: z.object({
    item: entry, /** What it owes where it stands. */ findings: z.array(finding), /** What was found of its link; empty: it has none. */ links: z.array(linkSeen), recalledNote: z.string(), evidence: z.array(z.object({ id, name: z.string(), kind: z.enum(['picture', 'page']), addedAt: instant, addedBy: z.string() })),
    /** Of a film, for each short-video platform, what that would refuse; `own`: the item's channel is it. */
    platforms: z.array(z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }), own: z.boolean(), findings: z.array(finding) })),
    mayChange: z.boolean(),
  }),
})

const written = { answer: z.object({ version, findings: z.array(finding) }) }
export const addMediaChannel = operation({
  id: 'media.addChannel', method: 'POST', path: '/api/campaigns/:campaignId/media/channels', who: 'officeOfCampaign', summary: { zh: '加一个渠道', en: 'Add a channel' }, params: campaignParams, body: mediaChannel, answer: z.object({ channelId: id }),
})
export const changeMediaChannel = operation({
  id: 'media.changeChannel', method: 'PUT', path: '/api/campaigns/:campaignId/media/channels/:channelId', who: 'officeOfCampaign', summary: { zh: '改渠道', en: 'Change a channel' }, params: channelParams, body: z.object({ version, channel: mediaChannel }), answer: z.object({ version }),
})
/** Only one that nothing is placed in. */
export const removeMediaChannel = operation({ id: 'media.removeChannel', method: 'DELETE', path: '/api/campaigns/:campaignId/media/channels/:channelId', who: 'officeOfCampaign', summary: { zh: '删去渠道', en: 'Remove a channel' }, params: channelParams })

export const addMediaItem = operation({
  id: 'media.addItem', method: 'POST', path: '/api/campaigns/:campaignId/media/items', who: 'officeOfCampaign', summary: { zh: '加一项投放', en: 'Plan an item' }, params: campaignParams, body: mediaItem, answer: z.object({ itemId: id, findings: z.array(finding) }),
})
/** Of the version that was read: whoever comes second is told, and nothing is overwritten. */
export const changeMediaItem = operation({
  id: 'media.changeItem', method: 'PUT', path: '/api/campaigns/:campaignId/media/items/:itemId', who: 'officeOfCampaign', summary: { zh: '改一项投放', en: 'Change an item' }, params: itemParams, body: z.object({ version, item: mediaItem }), ...written,
})
/** 备好, 已刊播, 取消: with link and reach where they are known by then. */
export const moveMediaItem = operation({
  id: 'media.moveItem', method: 'POST', path: '/api/campaigns/:campaignId/media/items/:itemId/state', who: 'officeOfCampaign', summary: { zh: '登记状态', en: 'Say where an item stands' }, params: itemParams,
  body: z.object({ version, state: z.enum(itemStates), link: z.string().trim().max(mediaLimits.link).optional(), reach: z.int().nullable().optional(), reachFrom: z.string().trim().max(mediaLimits.reachFrom).optional(), why: z.string().trim().max(mediaLimits.why).default('') }), ...written,
})
/** 已撤回: who was asked, and what they answered. */
export const recallMediaItem = operation({
  id: 'media.recall', method: 'POST', path: '/api/campaigns/:campaignId/media/items/:itemId/recall', who: 'officeOfCampaign', summary: { zh: '登记已撤回', en: 'Say that an item was called back' }, params: itemParams, body: z.object({ version, note: z.string().trim().min(2).max(mediaLimits.why) }), answer: z.object({ version }),
})
/** JPEG, PNG or WebP, or the page as PDF, ≤ 20 MB. */
export const addMediaEvidence = operation({
  id: 'media.addEvidence', method: 'POST', path: '/api/campaigns/:campaignId/media/items/:itemId/evidence', who: 'officeOfCampaign', bodyBytes: 28 << 20, summary: { zh: '加截图、照片或版面', en: 'Add a screenshot, photograph or page' }, params: itemParams,
  body: z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(28 << 20) }), answer: z.object({ evidenceId: id }),
})
export const removeMediaEvidence = operation({ id: 'media.removeEvidence', method: 'DELETE', path: '/api/campaigns/:campaignId/media/items/:itemId/evidence/:evidenceId', who: 'officeOfCampaign', summary: { zh: '去掉一份凭据', en: 'Take a piece of evidence away' }, params: evidenceParams })
export const mediaEvidenceFile = download({
  id: 'media.evidence', path: '/api/campaigns/:campaignId/media/items/:itemId/evidence/:evidenceId/file', who: 'overseersOfCampaign', summary: { zh: '投放凭据', en: 'A piece of evidence' }, params: evidenceParams, mediaType: 'application/octet-stream', query: z.object({ width: z.coerce.number().int().optional() }),
})

const sheet = z.object({ fileName: z.string().trim().min(1).max(200), base64: z.string().max(7 << 20) })
const effect = z.enum(['create', 'channelOnly', 'same', 'refused'])
export const previewMediaList = operation({
  id: 'media.preview', method: 'POST', path: '/api/campaigns/:campaignId/media/preview', who: 'officeOfCampaign', bodyBytes: 8 << 20, summary: { zh: '预览媒体清单', en: 'Look at a media list before it is taken' }, params: campaignParams, body: sheet,
  answer: z.object({ encoding: z.string(), findings: z.array(finding), counts: z.object({ channels: z.int(), items: z.int(), same: z.int(), refused: z.int() }), rows: z.array(z.object({ line: z.int(), effect, channelName: z.string(), kind: z.enum(channelKinds), kindWord: z.string(), level: z.enum(channelLevels), title: z.string(), from: z.string(), newChannel: z.boolean(), findings: z.array(finding) })) }),
})
/** What was seen in the preview is what is written, or nothing is. */
export const importMediaList = operation({
  id: 'media.import', method: 'POST', path: '/api/campaigns/:campaignId/media/import', who: 'officeOfCampaign', bodyBytes: 8 << 20, summary: { zh: '导入媒体清单', en: 'Take a media list' }, params: campaignParams,
  body: sheet.extend({ channelsSeen: z.int(), itemsSeen: z.int(), refusedSeen: z.int() }), answer: z.object({ channels: z.int(), items: z.int() }),
})
export const mediaTemplate = download({ id: 'media.template', path: '/api/campaigns/:campaignId/media/template', who: 'officeOfCampaign', summary: { zh: '媒体清单空表', en: 'A blank media list' }, params: campaignParams, mediaType: 'application/octet-stream' })
export const mediaPlanFile = download({
  id: 'media.file', path: '/api/campaigns/:campaignId/media/file', who: 'overseersOfCampaign', summary: { zh: '投放计划或投放情况，Word 或 Excel', en: 'The plan or its results, as Word or Excel' }, params: campaignParams, mediaType: 'application/octet-stream', query: z.object({ what: z.enum(['plan', 'results']).default('plan'), as: z.enum(['docx', 'xlsx']).default('docx') }),
})
