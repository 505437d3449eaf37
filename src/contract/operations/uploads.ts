import { z } from 'zod'
import { operation } from '../operation'
import { finding, id, nominationParams } from '../shapes'
import { materialFile } from './nominations'

/**
 * Bytes come by tus 1.0 (resumable) at /api/uploads; this operation opens one upload and says where.
 * When the last byte is in, the server inspects the file and answers the last PATCH with 204, or 422 and findings.
 */
export const beginUpload = operation({
  id: 'uploads.begin', method: 'POST', path: '/api/nominations/:nominationId/uploads', who: 'fillersOfNomination',
  summary: { zh: '开始上传一份材料（tus 断点续传）', en: 'Begin the upload of a file (tus, resumable)' }, params: nominationParams,
  body: z.object({ materialId: z.string().max(100), name: z.string().min(1).max(400), bytes: z.number().int().min(0), /** A film that breaks the rules, to be made fit by the server where it can; see `films.list`. */ toConvert: z.boolean().default(false) }),
  answer: z.object({ /** tus address to PATCH. */ url: z.string(), uploadId: id }),
})
export const uploadState = operation({
  id: 'uploads.state', method: 'GET', path: '/api/nominations/:nominationId/uploads/:uploadId', who: 'fillersOfNomination',
  summary: { zh: '一次上传的核验结果', en: 'What became of an upload' }, params: nominationParams.extend({ uploadId: id }),
  answer: z.object({ state: z.enum(['receiving', 'inspecting', 'kept', 'refused', /** It bears a marking and was set apart. */ 'quarantined']), offset: z.int(), file: materialFile.nullable(), findings: z.array(finding) }),
})
