/** 人物故事: written by the office, reviewed by a second person, confirmed by whom it is about, cleared for secrecy, published and withdrawn. */
import { z } from 'zod'
import { clearanceKinds } from '#core/publicity/story/clearance'
import { storyDocument } from '#core/publicity/story/document'
import { seenPeople } from '#core/publicity/story/media'
import { download, operation } from '../operation'
import { campaignParams, finding, id, instant, nominationParams, words } from '../shapes'

const states = z.enum(['due', 'given', 'refused', 'outdated'])
const clearances = z.object({ review: states, person: states, secrecy: states })
const publication = z.object({ /** Not yet past: it is scheduled. */ publishAt: instant.nullable(), publishedAt: instant.nullable(), /** The public text is not the one that stands here now. */ isOlder: z.boolean(), withdrawnAt: instant.nullable(), withdrawnWhy: z.string().nullable(), /** Of the public page. */ path: z.string().nullable() })
const picture = z.object({
  id, kind: z.enum(['picture', 'film']), name: z.string(), bytes: z.int(), width: z.int(), height: z.int(), seconds: z.number().nullable(), plays: z.boolean(), coding: z.string(),
  credit: z.string(), people: z.enum(seenPeople).nullable(), consent: z.string(), /** Lines of the captions; null: none. */ captions: z.int().nullable(),
})
const mediaParams = nominationParams.extend({ mediaId: id })
const hash = z.string().length(64)

export const listStories = operation({
  id: 'stories.list', method: 'GET', path: '/api/campaigns/:campaignId/stories', who: 'overseersOfCampaign', summary: { zh: '人物故事：写到哪一步', en: 'Stories of people, and how far each is' }, params: campaignParams,
  answer: z.object({ people: z.array(z.object({ nominationId: id, name: z.string(), employer: z.string(), honoured: z.boolean(), /** Null: nothing was written yet. */ story: z.object({ title: z.string(), characters: z.int(), savedAt: instant, savedBy: z.string(), clearances, consent: z.boolean().nullable(), publication }).nullable() })) }),
})
export const readStory = operation({
  id: 'stories.read', method: 'GET', path: '/api/nominations/:nominationId/story', who: 'overseersOfNomination', summary: { zh: '一篇人物故事', en: 'One story' }, params: nominationParams,
  answer: z.object({
    name: z.string(), employer: z.string(), post: z.string(), summary: z.string(), revision: z.int(), document: storyDocument, hash, savedAt: instant.nullable(), savedBy: z.string().nullable(),
    media: z.array(picture), /** Photographs and films of the dossier that are not here yet. */ dossier: z.array(z.object({ fileId: id, name: z.string(), kind: z.enum(['picture', 'film']) })),
    findings: z.array(finding), clearances, words: z.array(z.object({ kind: z.enum(clearanceKinds), yes: z.boolean(), by: z.string(), role: z.string(), at: instant, note: z.string(), current: z.boolean() })),
    consent: z.object({ given: z.boolean(), at: instant }).nullable(), /** What stands between this text and its publication. */ against: z.array(finding), publication, may: z.array(z.string()),
  }),
})
/** Of the text that was read: whoever comes second is told, and nothing is overwritten. */
export const saveStory = operation({
  id: 'stories.save', method: 'PUT', path: '/api/nominations/:nominationId/story', who: 'screenerOfNomination', summary: { zh: '保存稿子', en: 'Save the text' }, params: nominationParams,
  body: z.object({ revision: z.int(), document: storyDocument }), answer: z.object({ revision: z.int(), hash, savedAt: instant, findings: z.array(finding) }),
})
/** A picture or film as it is (JPEG, PNG, WebP, MP4 ≤ 20 MB), or a file of the dossier. */
export const addStoryMedia = operation({
  id: 'stories.addMedia', method: 'POST', path: '/api/nominations/:nominationId/story/media', who: 'screenerOfNomination', bodyBytes: 28 << 20, summary: { zh: '加图片或视频', en: 'Add a picture or film' }, params: nominationParams,
  body: z.union([z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(28 << 20) }), z.object({ fileId: id })]), answer: z.object({ mediaId: id }),
})
export const describeStoryMedia = operation({
  id: 'stories.describeMedia', method: 'PUT', path: '/api/nominations/:nominationId/story/media/:mediaId', who: 'screenerOfNomination', summary: { zh: '登记作者、来源和画面里的人', en: 'Record author, source and who is seen' }, params: mediaParams,
  body: z.object({ credit: z.string().trim().max(120), people: z.enum(seenPeople).nullable(), consent: z.string().trim().max(200) }),
})
/** `.srt` or `.vtt`; empty: none. */
export const captionStoryFilm = operation({
  id: 'stories.caption', method: 'PUT', path: '/api/nominations/:nominationId/story/media/:mediaId/captions', who: 'screenerOfNomination', summary: { zh: '加字幕', en: 'Give a film its captions' }, params: mediaParams,
  body: z.object({ text: z.string().max(500_000) }), answer: z.object({ captions: z.int(), findings: z.array(finding) }),
})
export const removeStoryMedia = operation({ id: 'stories.removeMedia', method: 'DELETE', path: '/api/nominations/:nominationId/story/media/:mediaId', who: 'screenerOfNomination', summary: { zh: '移去图片或视频', en: 'Take a picture or film away' }, params: mediaParams })
/** Pictures as pages show them, without metadata; films whole, in part where a part is asked for. */
export const storyMediaFile = download({
  id: 'stories.mediaFile', path: '/api/nominations/:nominationId/story/media/:mediaId/file', who: 'concernedByNomination', summary: { zh: '故事的图片或视频', en: 'A picture or film of a story' }, params: mediaParams, mediaType: 'application/octet-stream',
  query: z.object({ width: z.coerce.number().int().optional() }),
})
/** By the second person of the office. */
export const reviewStory = operation({
  id: 'stories.review', method: 'POST', path: '/api/nominations/:nominationId/story/review', who: 'screenerOfNomination', summary: { zh: '审稿', en: 'Review the text' }, params: nominationParams,
  body: z.object({ hash, yes: z.boolean(), note: z.string().trim().max(1000).default('') }),
})

/** What the person and the unit are asked about: the reviewed text as it will be published. */
export const storyProof = operation({
  id: 'stories.proof', method: 'GET', path: '/api/nominations/:nominationId/story/proof', who: 'makersOfNomination', summary: { zh: '请确认的稿子', en: 'The text to be confirmed' }, params: nominationParams,
  answer: z.object({ proof: z.object({ name: z.string(), document: storyDocument, hash, media: z.array(picture), clearances, consent: z.object({ given: z.boolean(), at: instant }).nullable(), publication, mayAnswer: z.array(z.enum(['person', 'secrecy'])), /** The approver answers in the person’s place, with the signed sheet. */ withPaper: z.boolean() }).nullable() }),
})
/** Whether it is true, and apart from that whether publicity is agreed; a consent taken back withdraws what is public at once. */
export const answerStory = operation({
  id: 'stories.answer', method: 'POST', path: '/api/nominations/:nominationId/story/answer', who: 'answerersOfStory', bodyBytes: 12 << 20, summary: { zh: '本人确认稿子，答复是否同意宣传', en: 'Confirm the text, and answer on publicity' }, params: nominationParams,
  body: z.object({ hash, yes: z.boolean(), note: z.string().trim().max(1000).default(''), consent: z.boolean(), /** The signed sheet, a PDF or photograph ≤ 8 MB: from the unit’s approver. */ paper: z.object({ name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(11 << 20) }).nullable().default(null) }),
})
export const clearStorySecrecy = operation({
  id: 'stories.clearSecrecy', method: 'POST', path: '/api/nominations/:nominationId/story/secrecy', who: 'approverOfNomination', summary: { zh: '保密审查', en: 'Confidentiality review' }, params: nominationParams,
  body: z.object({ hash, yes: z.boolean(), note: z.string().trim().max(1000).default('') }),
})
/** Now, or at a moment to come; what was public before stays so until then. */
export const publishStory = operation({
  id: 'stories.publish', method: 'POST', path: '/api/nominations/:nominationId/story/publish', who: 'screenerOfNomination', summary: { zh: '发布，或定时发布', en: 'Publish, now or later' }, params: nominationParams,
  body: z.object({ hash, at: instant.nullable().default(null) }), answer: z.object({ publishAt: instant, path: z.string() }),
})
export const unscheduleStory = operation({ id: 'stories.unschedule', method: 'POST', path: '/api/nominations/:nominationId/story/unschedule', who: 'screenerOfNomination', summary: { zh: '取消定时发布', en: 'Give up a scheduled publication' }, params: nominationParams })
/** At once; answers what has to be called back outside. */
export const withdrawStory = operation({
  id: 'stories.withdraw', method: 'POST', path: '/api/nominations/:nominationId/story/withdraw', who: 'screenerOfNomination', summary: { zh: '撤下故事', en: 'Withdraw a story' }, params: nominationParams,
  body: z.object({ reason: z.string().trim().min(4).max(500) }), answer: z.object({ recall: z.array(words) }),
})
