import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Download, Operation } from '#contract/operation'
import { Refusal } from '#core/kernel/refusal'
import { absent, perform, type Handler, type Input } from '../handler'
import type { Services } from '../services'
import { answerFindings } from './problem'
import { sendDownload } from './send-download'
import { noteUse } from '../store/sessions'
import { clearCookie, linkOf, setCookie, tokenOf } from './session'

/** Of one address: a person answers one request with a dozen calls, a whole bureau with some hundred. Guessing is hopeless either way; this keeps the database from being asked. */
const LINKS = { max: 300, timeWindow: '1 minute' }

/** Asked without a session, and dear: they make the provider or the processor work, or come from whole bureaus behind one address. */
const askedByNobody: ReadonlySet<string> = new Set(['passkeys.beginSignIn', 'passkeys.signIn', 'oidc.begin', 'oidc.exchange', 'oidc.signIn', 'oidc.activate', 'handover.open'])

/** Plugs every handler into its route. Thin: validate, ask, answer. */
export const registerRoutes = (app: FastifyInstance, handlers: readonly Handler[], services: Services): void => {
  for (const handler of handlers) {
    const o = handler.operation
    app.route({
      method: o.method, url: o.path, config: { operation: o.id, ...(o.tries !== undefined ? { rateLimit: { max: o.tries, timeWindow: '1 minute' } } : o.who === 'linkHolder' || o.who === 'phoneHolder' || askedByNobody.has(o.id) ? { rateLimit: LINKS } : {}) },
      bodyLimit: o.bodyBytes ?? 1 << 20,
      handler: (request, reply) => serve(handler, request, reply, services),
    })
  }
}

const serve = async (handler: Handler, request: FastifyRequest, reply: FastifyReply, services: Services): Promise<FastifyReply> => {
  const o = handler.operation
  if (o.method !== 'GET') sameOrigin(request)
  const token = tokenOf(request)
  if (token !== null) noteUse(services.db, token)
  const outcome = await perform(handler, parse(o, request), { token, link: linkOf(request), agent: request.headers['user-agent'] ?? '', address: request.ip }, services, (given) => {
    if (given === null) clearCookie(reply)
    else setCookie(reply, given, request.protocol === 'https')
  })
  void reply.header('cache-control', 'no-store')
  if (!outcome.ok) return answerFindings(outcome.findings, reply, request.id)
  if (typeof o.answer === 'string') return sendDownload(request, reply, outcome.value as Download)
  // Parsing strips what the contract does not declare: nothing undeclared leaves the server.
  return reply.send(o.answer.parse(outcome.value))
}

const parse = (o: Operation, request: FastifyRequest): Input<Operation> => {
  const params = o.params.safeParse(request.params)
  if (!params.success) throw absent()
  return { params: params.data as never, query: o.query.parse(request.query ?? {}) as never, body: o.body.parse(request.body ?? {}) as never }
}

/** A form on another site cannot act for somebody signed in here. */
const sameOrigin = (request: FastifyRequest): void => {
  const origin = request.headers.origin
  if (origin === undefined) return
  if (URL.canParse(origin) && new URL(origin).host === request.headers.host) return
  throw new Refusal('notAllowed', { zh: '这个请求来自别的网站，没有执行。', en: 'This request came from another site and was not carried out.' })
}
