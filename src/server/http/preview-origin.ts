/** Files of others under an address of their own: there is no session there, and nothing but views; here there are none. */
import type { FastifyInstance } from 'fastify'
import { absent } from '../handler'
import { contentPolicy } from './content-policy'
import { answerProblem } from './problem'

/** What pages may load, with the other origin where there is one. */
export const policyWith = (previewOrigin: string | null): typeof contentPolicy => (previewOrigin === null ? contentPolicy : { ...contentPolicy, imgSrc: [...contentPolicy.imgSrc, previewOrigin], mediaSrc: [...contentPolicy.mediaSrc, previewOrigin] })

export const keepApart = (app: FastifyInstance, previewOrigin: string | null): void => {
  if (previewOrigin === null) return
  const { host } = new URL(previewOrigin)
  app.addHook('onRequest', (request, reply, done) => {
    const isView = request.url.startsWith('/v/')
    if ((request.headers.host === host) !== isView) { void answerProblem(absent(), reply, request.id); return }
    // Pages of the other origin show it; the signed address says who may.
    if (isView) void reply.header('cross-origin-resource-policy', 'cross-origin')
    done()
  })
}
