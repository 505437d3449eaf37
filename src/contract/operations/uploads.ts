import { z } from 'zod'
import { operation } from '../operation'
import { finding, id, nominationParams, sha256 } from '../shapes'
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
/** 封单: what is on its way by SHA-256, computed where the files are. Replaces what was registered before and has not come. */
export const registerManifest = operation({
  id: 'materials.registerManifest', method: 'POST', path: '/api/nominations/:nominationId/manifest', who: 'clerkOfNomination',
  summary: { zh: '封单：登记在途文件的校验值', en: 'Register the checksums of files on their way' }, params: nominationParams,
  body: z.object({ files: z.array(z.object({ materialId: z.string().max(100), name: z.string().min(1).max(400), bytes: z.int().min(1), sha256 })).max(60) }),
  answer: z.object({ registered: z.int() }),
})
export const uploadState = operation({
  id: 'uploads.state', method: 'GET', path: '/api/nominations/:nominationId/uploads/:uploadId', who: 'fillersOfNomination',
  summary: { zh: '一次上传的核验结果', en: 'What became of an upload' }, params: nominationParams.extend({ uploadId: id }),
  answer: z.object({ state: z.enum(['receiving', 'inspecting', 'kept', 'refused', /** It bears a marking and was set apart. */ 'quarantined']), offset: z.int(), file: materialFile.nullable(), findings: z.array(finding) }),
})
