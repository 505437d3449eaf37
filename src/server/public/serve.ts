import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { absent } from '../handler'
import type { Services } from '../services'
import { answerProblem } from '../http/problem'
import { registerCheck } from './check'
import { listPath } from './frame'
import type { CachedPage } from './page-cache'
import { registerVote } from './vote'
import { registerActivityPhotos } from './activities/serve-photo'
import { galleryPath } from './site/gallery'
import { registerFeed } from './site/feed'
import { registerSearch } from './site/search'
import { registerStoryMedia } from './story/serve-media'
import { registerLook } from './look/serve'
import { registerBallotsManual } from './manual/ballots'
import { registerPress } from './press/serve'
import { acceptsBrotli, withHeads } from './quick'
import { publicStyle } from './public-style'
import { publishList, renderCampaign } from './publish'

interface Kept extends CachedPage { readonly campaign: string | null; readonly stale: boolean }

const lists: readonly string[] = [listPath('zh'), listPath('en'), galleryPath('zh'), galleryPath('en')]

/** Public pages as files: ETag, compressed, no session, no script. A page whose day has passed is rendered anew before it is shown. */
export const registerPublic = (app: FastifyInstance, services: Services): void => {
  const read = (path: string) => services.db.row<Kept>(`SELECT campaign_id AS campaign, media_type AS type, body, body_br AS br, etag, stale_at AS "staleAt", stale_at <= product_time() OR rendered_at > product_time() AS stale FROM public_pages WHERE path = $1`, [path])
  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURI(new URL(request.url, 'http://x').pathname.replace(/\/$/, ''))
    const known = services.pages.get(path)
    if (known !== undefined) return send(request, reply, known)
    let page = await read(path)
    // The list stands before the first campaign is published: that there is none is an answer too.
    if (page === undefined ? lists.includes(path) : page.stale) {
      await renew(services, page?.campaign ?? null)
      page = await read(path)
    }
    if (page === undefined) return answerProblem(absent(), reply, request.id)
    const sent = send(request, reply, page)
    if (!page.stale) services.pages.put(path, withHeads(page, reply.getHeaders() as OutgoingHttpHeaders))
    return sent
  }
  app.get('/p/assets/public.css', (request, reply) => send(request, reply.header('cache-control', 'public, max-age=3600'), style()))
  registerCheck(app, services)
  registerStoryMedia(app, services)
  registerSearch(app, services)
  registerFeed(app, services)
  registerActivityPhotos(app, services)
  registerVote(app, services)
  registerPress(app, services)
  registerBallotsManual(app, services)
  registerLook(app, services)
  app.get('/p', show)
  app.get('/p/*', show)
}

/** With the campaign held: what a command publishes at the same moment is not overwritten by what stood before. */
const renew = (services: Services, campaign: string | null): Promise<void> => services.db.transaction(async (tx) => {
  if (campaign === null) return publishList(tx, services)
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR SHARE`, [campaign])
  return renderCampaign(tx, services, campaign)
})

let packedStyle: CachedPage | undefined
const style = (): CachedPage => (packedStyle ??= { type: 'text/css; charset=utf-8', body: Buffer.from(publicStyle), br: brotliCompressSync(publicStyle), etag: `"${createHash('sha256').update(publicStyle).digest('base64url').slice(0, 22)}"`, staleAt: null })

const send = (request: FastifyRequest, reply: FastifyReply, page: CachedPage): FastifyReply => {
  void reply.header('etag', page.etag).header('vary', 'accept-encoding')
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'public, max-age=0, must-revalidate')
  if (request.headers['if-none-match'] === page.etag) return reply.status(304).send()
  const packed = acceptsBrotli(request.headers['accept-encoding'])
  if (packed) void reply.header('content-encoding', 'br')
  return reply.type(page.type).send(packed ? page.br : page.body)
}
