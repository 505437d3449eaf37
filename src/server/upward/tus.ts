/** Bytes of a file from another installation, by tus 1.0 as materials come; opened by `arrivals.begin`, and the session is asked again at each request. */
import { Server } from '@tus/server'
import type { FastifyInstance } from 'fastify'
import { Refusal, refusalStatus } from '#core/kernel/refusal'
import { diskFull } from '../blobs/disk-blobs'
import { storageFull } from '../blobs/storage-full'
import { newId } from '../ids'
import { answerProblem } from '../http/problem'
import { tokenOf } from '../http/session'
import type { Services } from '../services'
import { readArrivalRow, setWhole } from '../store/archives'
import { readSession } from '../store/sessions'
import { Staging } from '../uploads/staging'

export const registerArrivals = (app: FastifyInstance, services: Services): void => {
  const tus = new Server({
    path: '/api/upward/files', datastore: new Staging({ directory: services.archivesDir }), respectForwardedHeaders: false, relativeLocation: true,
    async onUploadFinish(_, upload) {
      await setWhole(services.db, upload.id.slice(0, 36), newId())
      return {}
    },
    onResponseError: (_, error) => {
      const refusal = error instanceof Refusal ? error : diskFull(error) ? storageFull() : null
      return refusal === null ? undefined : { status_code: refusalStatus[refusal.code], body: `${refusal.words.zh} ${refusal.words.en}` }
    },
  })
  app.route({
    method: ['PATCH', 'HEAD', 'OPTIONS'], url: '/api/upward/files/:file', bodyLimit: 1 << 40,
    handler: async (request, reply) => {
      const id = /^([0-9a-f-]{36})\.in$/.exec((request.params as { file: string }).file)?.[1]
      try {
        const [v, session] = [id === undefined ? undefined : await readArrivalRow(services.db, id), await readSession(services.db, tokenOf(request))]
        if (v === undefined || v.state !== 'receiving' || session === null || session.accountId !== v.accountId || session.actor?.role !== 'office' || session.actor.organisationId !== v.organisationId) throw new Refusal('absent', { zh: '没有这次上传，或者它不归您。', en: 'There is no such upload, or it is not yours.' })
      } catch (error) {
        return answerProblem(error, reply, request.id)
      }
      reply.hijack()
      await tus.handle(request.raw, reply.raw)
      return reply
    },
  })
}
