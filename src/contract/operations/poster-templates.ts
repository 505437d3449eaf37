/** 海报模板: the office's own designs as data, with its backgrounds and its emblem. */
import { z } from 'zod'
import { sampleNames } from '#core/publicity/poster/judge-template'
import { posterDesigns } from '#core/publicity/poster/poster'
import { posterShapes } from '#core/publicity/poster/shapes'
import { posterSizeIds } from '#core/publicity/poster/sizes'
import { download, operation } from '../operation'
import { finding, id, instant } from '../shapes'

const params = z.object({ templateId: id })
const size = z.enum(posterSizeIds)
/** As somebody sent it: core's parser says exactly what is wrong with it. */
const sent = z.record(z.string(), z.unknown())
export const templateAnswer = z.object({
  name: z.string(), base: z.enum(posterDesigns), colours: z.object({ ground: z.string(), ink: z.string(), accent: z.string() }), title: z.string(), hosts: z.array(z.string()), sizes: z.array(size),
  background: z.object({ artId: id, veil: z.int() }).nullable(), emblem: id.nullable(),
})
export const posterArt = z.object({ id, kind: z.enum(['background', 'emblem']), name: z.string(), width: z.int(), height: z.int() })

export const listPosterTemplates = operation({
  id: 'posterTemplates.list', method: 'GET', path: '/api/poster-templates', who: 'office', summary: { zh: '本单位的海报模板', en: 'The office’s own poster templates' },
  answer: z.object({ templates: z.array(z.object({ id, version: z.int(), template: templateAnswer, savedBy: z.string(), savedAt: instant })), art: z.array(posterArt) }),
})
export const previewPosterTemplate = operation({
  id: 'posterTemplates.preview', method: 'POST', path: '/api/poster-templates/preview', who: 'office', summary: { zh: '海报模板预览', en: 'Preview of a poster template' },
  body: z.object({ template: sent, size, sample: z.enum(sampleNames) }), answer: z.object({ /** Null: it cannot be read; the findings say why. */ drawing: posterShapes.nullable(), name: z.string(), findings: z.array(finding) }),
})
export const addPosterTemplate = operation({
  id: 'posterTemplates.add', method: 'POST', path: '/api/poster-templates', who: 'office', summary: { zh: '存一个海报模板', en: 'Keep a poster template' },
  body: z.object({ template: sent }), answer: z.object({ templateId: id, version: z.int() }),
})
/** `version`: the one that was read. */
export const changePosterTemplate = operation({
  id: 'posterTemplates.change', method: 'PUT', path: '/api/poster-templates/:templateId', who: 'office', summary: { zh: '改一个海报模板', en: 'Change a poster template' }, params,
  body: z.object({ version: z.int(), template: sent }), answer: z.object({ templateId: id, version: z.int() }),
})
/** Offered no more; what was made in it stays as it is. */
export const removePosterTemplate = operation({ id: 'posterTemplates.remove', method: 'DELETE', path: '/api/poster-templates/:templateId', who: 'office', summary: { zh: '删去一个海报模板', en: 'Take a poster template away' }, params })
/** JPEG, PNG or WebP ≤ 20 MB; drawn anew, the file as it came is not kept. */
export const addPosterArt = operation({
  id: 'posterTemplates.addArt', method: 'POST', path: '/api/poster-templates/art', who: 'office', bodyBytes: 28 << 20, summary: { zh: '上传底图或徽标', en: 'Send a background or an emblem' },
  body: z.object({ kind: z.enum(['background', 'emblem']), name: z.string().trim().min(1).max(200), base64: z.string().min(1).max(28 << 20) }), answer: posterArt,
})
export const posterArtFile = download({ id: 'posterTemplates.art', path: '/api/poster-templates/art/:artId/file', who: 'office', summary: { zh: '底图或徽标', en: 'A background or an emblem' }, params: z.object({ artId: id }), mediaType: 'image/jpeg' })
