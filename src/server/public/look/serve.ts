import type { FastifyInstance } from 'fastify'
import { absent } from '../../handler'
import { answerProblem } from '../../http/problem'
import { sendDownload } from '../../http/send-download'
import type { Services } from '../../services'
import { lookPicture, lookStyle } from './files'

/** Colours follow from their address; a picture that was taken away is out of every browser within 5 minutes. */
export const registerLook = (app: FastifyInstance, services: Services): void => {
  app.get('/p/assets/:file', (request, reply) => {
    const css = lookStyle(`/p/assets/${(request.params as { file: string }).file}`)
    if (css === null) return answerProblem(absent(), reply, request.id)
    const etag = `"${css.length}-${css.slice(6, 70).replace(/[^0-9a-f]/gu, '')}"`
    void reply.header('cache-control', 'public, max-age=3600').header('etag', etag)
    return request.headers['if-none-match'] === etag ? reply.status(304).send() : reply.type('text/css; charset=utf-8').send(css)
  })
  app.get('/p/assets/look/:file', async (request, reply) => {
    const d = await lookPicture(services, (request.params as { file: string }).file)
    if (d === null) return answerProblem(absent(), reply, request.id)
    void reply.header('cache-control', 'public, max-age=300, must-revalidate')
    if (request.headers['if-none-match'] === `"${d.tag}"`) return reply.status(304).header('etag', `"${d.tag}"`).send()
    return sendDownload(request, reply, d)
  })
}
