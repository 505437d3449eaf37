import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { keepAttempts } from '../availability/keep-attempts'
import { watchOf, type Watch } from '../availability/watch'
import { handlers } from '../handlers'
import { quickServer } from '../public/quick'
import { registerPublic } from '../public/serve'
import type { Services } from '../services'
import { registerTus } from '../uploads/tus'
import { registerArrivals } from '../upward/tus'
import { registerDocs } from './docs'
import { registerApp } from './app-shell'
import { registerHealth } from './health'
import { registerLooks } from './looks'
import { keepApart, policyWith } from './preview-origin'
import { answerProblem, isUnexpected } from './problem'
import { registerRoutes } from './routes'

export interface ServerOptions {
  /** Folder of the built web application; absent: the API and the public pages alone (tests). */
  readonly webDir?: string
  readonly logLevel?: 'silent' | 'info' | 'warn'
  /** Behind a proxy that sets X-Forwarded-*; never trusted otherwise. */
  readonly behindProxy?: boolean
}

/** What opens a press kit stands in its path, and in no log. */
export const withoutToken = (url: string): string => url.replace(/^(\/press\/)[^/?#]+/u, '$1…')

/** Puts the HTTP surface together. Nothing here decides anything. */
export const buildServer = async (services: Services, options: ServerOptions = {}, watch: Watch = watchOf(services)): Promise<FastifyInstance> => {
  const app = fastify({
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel ?? 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'], serializers: { req: (r: { method: string; url: string; ip: string }) => ({ method: r.method, url: withoutToken(r.url), remoteAddress: r.ip }) } },
    trustProxy: options.behindProxy ?? false,
    genReqId: () => randomBytes(6).toString('hex'),
    // 1 MB for JSON; operations that take a file say more themselves.
    bodyLimit: 1 << 20,
    forceCloseConnections: true,
    // Where every request is written to the log, every one goes the whole way.
    ...(options.logLevel === 'info' ? {} : { serverFactory: quickServer(services) }),
    // A signed address of a view is longer than any id.
    routerOptions: { maxParamLength: 400 },
    // What fails before a route is found (an address that cannot be decoded) is answered in the same words.
    frameworkErrors: (error, request, reply) => { void answerProblem(error, reply as never, request.id) },
  })
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policyWith(services.previewOrigin) },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
  })
  keepApart(app, services.previewOrigin)
  // Sign-in guesses are slowed by account lockout; this slows one address, generously: a whole bureau sits behind one.
  await app.register(rateLimit, { global: false, max: 300, timeWindow: '1 minute' })
  app.setErrorHandler((error, request, reply) => {
    if (isUnexpected(error)) request.log.error({ err: error, trace: request.id }, 'unexpected')
    return answerProblem(error, reply, request.id)
  })
  keepAttempts(app, services, watch)
  registerHealth(app, services)
  registerRoutes(app, handlers, services)
  registerDocs(app, services)
  await registerTus(app, services)
  registerArrivals(app, services)
  registerLooks(app, services)
  registerPublic(app, services)
  await registerApp(app, options.webDir)
  return app
}
