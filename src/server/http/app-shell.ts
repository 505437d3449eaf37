import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { absent } from '../handler'
import { answerProblem } from './problem'

const pages = /^\/(?:$|sign-in|activate|set-up|office|unit|jury|supervisor|account|news|o|organ|me|join|join-unit|apply|lead|object|objection|h|components)(?:\/|\?|$)/

/** Serves the built work pages: hashed assets for ever, the shell never from a cache; unknown API paths answer as absent. */
export const registerApp = async (app: FastifyInstance, webDir: string | undefined): Promise<void> => {
  const built = webDir !== undefined && existsSync(webDir)
  if (built) await app.register(fastifyStatic, { root: webDir, wildcard: false, index: false, maxAge: '365d', immutable: true, preCompressed: true, globIgnore: [`${VERIFY}*`] })
  if (built) await registerVerify(app, join(webDir, VERIFY))
  app.setNotFoundHandler((request, reply) => {
    // What a provider put into the address is for one page, and for no request after it.
    if (request.url.startsWith('/sign-in/back')) void reply.header('referrer-policy', 'no-referrer')
    if (built && request.method === 'GET' && pages.test(request.url)) return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').sendFile('index.html', { maxAge: 0, immutable: false })
    return answerProblem(absent(), reply, request.id)
  })
}

const VERIFY = 'verify.html'
/** The page that checks a record is one file, with its script in it: it brings its own policy, by which it reaches nobody. */
const registerVerify = async (app: FastifyInstance, path: string): Promise<void> => {
  const page = await readFile(path, 'utf8')
  const policy = `${/Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!}; frame-ancestors 'none'`
  app.get('/verify', (_, reply) => reply.header('content-security-policy', policy).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page))
}
