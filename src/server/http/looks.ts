/** `GET /api/looks`: a stream of server-sent events for whoever is signed in. It says that something changed and never what. */
import type { FastifyInstance } from 'fastify'
import { Refusal } from '#core/kernel/refusal'
import { signInNeeded } from '../handler'
import { openHub, type Hub } from '../looks/hub'
import type { Stream } from '../looks/streams'
import type { Services } from '../services'
import { readSession } from '../store/sessions'
import { tokenOf } from './session'

const full = () => new Refusal('limited', { zh: '打开的页面太多，这一页改为定时更新。', en: 'Too many pages are open; this one asks now and then.' }, { retryAfterSeconds: 300 })
const deaf = () => new Refusal('unavailable', { zh: '暂时不能推送，页面改为定时更新。', en: 'Nothing can be pushed now; the page asks now and then.' }, { retryAfterSeconds: 30 })

export const registerLooks = (app: FastifyInstance, services: Services, hub: Hub = openHub(services)): void => {
  app.addHook('preClose', () => hub.stop())
  app.get('/api/looks', { exposeHeadRoute: false }, async (request, reply) => {
    const session = await readSession(services.db, tokenOf(request))
    // As to every operation: half a sign-in is none.
    if (session === null || session.next !== 'done' || session.actor === null) throw signInNeeded()
    const { raw } = reply
    const stream: Stream = {
      session,
      send: ({ topic, campaignId }) => void raw.write(`data: ${JSON.stringify(campaignId === null ? { topic } : { topic, campaignId })}\n\n`),
      beat: () => void raw.write('event: beat\ndata: {}\n\n'),
      end: () => { hub.leave(stream); raw.end() },
    }
    const joined = await hub.join(stream)
    if (joined !== 'joined') throw joined === 'full' ? full() : deaf()
    raw.on('close', () => hub.leave(stream))
    reply.hijack()
    // A proxy that holds answers back is asked not to; where it does so all the same the page hears no beat and asks as before.
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' })
    raw.write('retry: 60000\n\n')
    stream.beat()
    if (raw.destroyed) hub.leave(stream)
    return reply
  })
}
