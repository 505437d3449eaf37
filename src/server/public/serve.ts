import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { absent } from '../handler'
import type { Services } from '../services'
import { answerProblem } from '../http/problem'
import { publicCss } from './public-css'
import { publishCampaign } from './publish'

interface Kept { campaign: string; type: string; body: Buffer; br: Buffer; etag: string; stale: boolean }

/** Public pages as files: ETag, compressed, no session, no script. A page whose day has passed is rendered anew before it is shown. */
export const registerPublic = (app: FastifyInstance, services: Services): void => {
  const read = (path: string) => services.db.row<Kept>(`SELECT campaign_id AS campaign, media_type AS type, body, body_br AS br, etag, stale_at <= product_time() OR rendered_at > product_time() AS stale FROM public_pages WHERE path = $1`, [path])
  app.get('/p/assets/public.css', (_, reply) => reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(publicCss))
  app.get('/p/*', async (request, reply) => {
    const path = new URL(request.url, 'http://x').pathname.replace(/\/$/, '')
    let page = await read(decodeURI(path))
    if (page?.stale === true) {
      await publishCampaign(services.db, services, page.campaign)
      page = await read(decodeURI(path))
    }
    return page === undefined ? answerProblem(absent(), reply, request.id) : send(request, reply, page)
  })
}

const send = (request: FastifyRequest, reply: FastifyReply, page: Kept): FastifyReply => {
  void reply.header('etag', page.etag).header('cache-control', 'public, max-age=0, must-revalidate').header('vary', 'accept-encoding')
  if (request.headers['if-none-match'] === page.etag) return reply.status(304).send()
  const packed = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (packed) void reply.header('content-encoding', 'br')
  return reply.type(page.type).send(packed ? page.br : page.body)
}
