/** `/press/…`: a press kit behind its link, for whoever holds it. The token is in the path, for the page works without a script; nothing of who comes is kept but a number. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Download } from '#contract/operation'
import { sizeOf } from '#core/publicity/poster/sizes'
import { sendDownload } from '../../http/send-download'
import { kitArchive } from '../../kits/archive'
import { safeName } from '../../kits/names'
import { openByToken, type OpenedKit } from '../../kits/open-kit'
import { posterName } from '../../posters/archive'
import type { Services } from '../../services'
import { fileOfMedia } from '../../stories/media-file'
import { countDownload, countOpened } from '../../store/press-kits'
import type { Lang } from '../texts'
import { gonePage, pressPage } from './page'

/** Of one address in a minute: a newsroom sits behind one; a zip makes work, and nobody takes it every few seconds. */
const PAGES = { max: 240, timeWindow: '1 minute' }
const FILES = { max: 1200, timeWindow: '1 minute' }
const ZIPS = { max: 20, timeWindow: '1 minute' }
const name = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-(\d{2,4})\.webp|\.(jpg)|\.(mp4)|\.(vtt))$/u

export const registerPress = (app: FastifyInstance, services: Services): void => {
  const langOf = (request: FastifyRequest): Lang => ((request.query as { lang?: unknown }).lang === 'en' ? 'en' : 'zh')
  const closed = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer')
  const gone = (request: FastifyRequest, reply: FastifyReply): FastifyReply => closed(reply).status(404).type('text/html; charset=utf-8').send(gonePage(langOf(request), services.isDemo))
  /** Everything below goes through here: asked anew each time, and one answer for whatever is not there. */
  const behind = (take: (opened: OpenedKit, request: FastifyRequest) => Promise<Download | { readonly type: string; readonly text: string } | null>) => async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const opened = await openByToken(services, (request.params as { token: string }).token)
    const answer = opened === null ? null : await take(opened, request)
    if (answer === null) return gone(request, reply)
    closed(reply)
    return 'text' in answer ? reply.type(answer.type).send(answer.text) : sendDownload(request, reply, answer)
  }
  const isRead = (request: FastifyRequest): boolean => request.method === 'GET'

  app.get('/press', (request, reply) => gone(request, reply))
  app.get('/press/:token', { config: { rateLimit: PAGES } }, behind(async (opened, request) => {
    const now = (await services.db.row<{ at: number }>(`SELECT product_time() AS at`))!.at
    if (isRead(request)) await countOpened(services.db, opened.row.id)
    return { type: 'text/html; charset=utf-8', text: pressPage(opened, { lang: langOf(request), path: `/press/${(request.params as { token: string }).token}`, origin: services.origin, now, isDemo: services.isDemo }) }
  }))
  app.get('/press/:token/kit.zip', { config: { rateLimit: ZIPS } }, behind(async (opened, request) => {
    if (isRead(request)) await countDownload(services.db, opened.row.id)
    return { content: { pieces: kitArchive(services, opened) }, mediaType: 'application/zip', fileName: `媒体素材包-${safeName(opened.facts.name)}.zip`, inline: false }
  }))
  app.get('/press/:token/media/:file', { config: { rateLimit: FILES } }, behind(async ({ kit, media }, request) => {
    const [, id, width, full, film, captions] = name.exec((request.params as { file: string }).file) ?? []
    const m = media.find((x) => x.id === id)
    if (m === undefined || (m.kind === 'film') !== (film !== undefined || captions !== undefined)) return null
    if (captions !== undefined) return m.captions === null ? null : { type: 'text/vtt; charset=utf-8', text: m.captions }
    if (full === undefined) return fileOfMedia(services, m, Number(width ?? 0))
    return { content: { path: await services.blobs.local(m.press!.sha256), bytes: m.press!.bytes }, mediaType: 'image/jpeg', fileName: `${safeName(kit.media.find((k) => k.id === id)!.caption)}.jpg`, inline: false, tag: m.press!.sha256.slice(0, 22) }
  }))
  app.get('/press/:token/poster/:posterId', { config: { rateLimit: FILES } }, behind(async ({ posters }, request) => {
    const p = posters.find((x) => x.id === (request.params as { posterId: string }).posterId)
    return p === undefined ? null : { content: { path: await services.blobs.local(p.sha256!), bytes: p.bytes! }, mediaType: sizeOf(p.size).made === 'png' ? 'image/png' : 'application/pdf', fileName: posterName(p, sizeOf(p.size)), inline: false, tag: p.sha256!.slice(0, 22) }
  }))
  app.get('/press/*', (request, reply) => gone(request, reply))
}
