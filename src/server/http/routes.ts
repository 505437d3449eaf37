import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Download, Operation } from '#contract/operation'
import { Refusal } from '#core/kernel/refusal'
import { absent, perform, type Handler, type Input } from '../handler'
import type { Services } from '../services'
import { answerFindings } from './problem'
import { clearCookie, setCookie, tokenOf } from './session'

/** Plugs every handler into its route. Thin: validate, ask, answer. */
export const registerRoutes = (app: FastifyInstance, handlers: readonly Handler[], services: Services): void => {
  for (const handler of handlers) {
    const o = handler.operation
    app.route({
      method: o.method, url: o.path, config: { operation: o.id },
      bodyLimit: o.bodyBytes ?? 1 << 20,
      handler: (request, reply) => serve(handler, request, reply, services),
    })
  }
}

const serve = async (handler: Handler, request: FastifyRequest, reply: FastifyReply, services: Services): Promise<FastifyReply> => {
  const o = handler.operation
  if (o.method !== 'GET') sameOrigin(request)
  const outcome = await perform(handler, parse(o, request), { token: tokenOf(request) }, services, (token) => {
    if (token === null) clearCookie(reply)
    else setCookie(reply, token, request.protocol === 'https')
  })
  void reply.header('cache-control', 'no-store')
  if (!outcome.ok) return answerFindings(outcome.findings, reply, request.id)
  if (typeof o.answer === 'string') return sendDownload(reply, outcome.value as Download)
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

const sendDownload = (reply: FastifyReply, d: Download): FastifyReply => {
  const name = encodeURIComponent(d.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  void reply
    .header('content-type', d.mediaType)
    .header('content-disposition', `${d.inline ? 'inline' : 'attachment'}; filename="file"; filename*=UTF-8''${name}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
  if (d.content instanceof Uint8Array) return reply.send(Buffer.from(d.content))
  if ('pieces' in d.content) return reply.send(Readable.from(d.content.pieces, { objectMode: false }))
  void reply.header('content-length', String(d.content.bytes))
  return reply.send(createReadStream(d.content.path))
}

