import { Server } from '@tus/server'
import type { FastifyInstance } from 'fastify'
import { mkdir } from 'node:fs/promises'
import { uploadState } from '#contract/operations/uploads'
import { Refusal, refusalStatus } from '#core/kernel/refusal'
import { diskFull } from '../blobs/disk-blobs'
import { storageFull } from '../blobs/storage-full'
import { Staging } from './staging'
import { linkOf, tokenOf } from '../http/session'
import { openRequestOf } from '../store/opinion-requests'
import { openPassOf } from '../store/phone-passes'
import { readSession } from '../store/sessions'
import { answerProblem } from '../http/problem'
import { perform, query, type Handler } from '../handler'
import type { Services } from '../services'
import { readUpload } from '../store/uploads'
import { settleUpload } from './settle'

/**
 * Bytes arrive by tus 1.0: PATCH appends, HEAD says where to go on. The upload itself was opened by `uploads.begin`,
 * which asked permission and size; here the session, or the link, is asked again at each request.
 */
export const registerTus = async (app: FastifyInstance, services: Services): Promise<void> => {
  await mkdir(services.stagingDir, { recursive: true })
  const store = new Staging({ directory: services.stagingDir })
  const tus = new Server({
    path: '/api/uploads', datastore: store, respectForwardedHeaders: false, relativeLocation: true,
    async onUploadFinish(_, upload) {
      await settleUpload(services, upload.id)
      return {}
    },
    onResponseError: (_, error) => answerTus(error),
  })
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
  app.route({
    method: ['PATCH', 'HEAD', 'OPTIONS'], url: '/api/uploads/:uploadId', bodyLimit: 1 << 40,
    handler: async (request, reply) => {
      const { uploadId } = request.params as { uploadId: string }
      try {
        await mine(services, request, uploadId)
      } catch (error) {
        return answerProblem(error, reply, request.id)
      }
      reply.hijack()
      await tus.handle(request.raw, reply.raw)
      return reply
    },
  })
}

/** Protocol errors are the library's; ours say what happened: a full disk, a database that is away. */
const answerTus = (error: unknown): { status_code: number; body: string } | undefined => {
  const refusal = error instanceof Refusal ? error : diskFull(error) ? storageFull() : null
  return refusal === null ? undefined : { status_code: refusalStatus[refusal.code], body: `${refusal.words.zh} ${refusal.words.en}` }
}

/** A foreign upload and one that never was answer alike. */
const mine = async (services: Services, request: Parameters<typeof tokenOf>[0] & Parameters<typeof linkOf>[0], uploadId: string): Promise<void> => {
  const upload = /^[0-9a-f-]{36}$/.test(uploadId) ? await readUpload(services.db, uploadId) : undefined
  if (upload === undefined) throw notYours()
  if (upload.requestId !== null) return ofLink(services, linkOf(request), upload.requestId)
  // From a telephone by its own token; the person at the desk may go on with it.
  if (upload.passId !== null && linkOf(request) !== null) return ofPhone(services, linkOf(request)!, upload.passId)
  const session = await readSession(services.db, tokenOf(request))
  if (session === null || session.accountId !== upload.accountId) throw notYours()
  const asked: Handler<typeof uploadState> = query(uploadState, async () => ({ state: 'receiving', offset: 0, file: null, findings: [] }))
  await perform(asked, { params: { nominationId: upload.nominationId, uploadId }, query: {}, body: {} }, session, services)
}

/** Bytes for a request that is still to be answered, from whoever holds its link and nobody else, signed in or not. */
const ofLink = async (services: Services, link: Buffer | null, requestId: string): Promise<void> => {
  const held = link === null ? undefined : await openRequestOf(services.db, link)
  if (held?.id !== requestId || held.answeredAt !== null) throw notYours()
}

const ofPhone = async (services: Services, token: Buffer, passId: string): Promise<void> => {
  if ((await openPassOf(services.db, token))?.id !== passId) throw notYours()
}

const notYours = (): Refusal => new Refusal('absent', { zh: '没有这次上传，或者它不归您。', en: 'There is no such upload, or it is not yours.' })
