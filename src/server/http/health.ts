import type { FastifyInstance } from 'fastify'
import type { Services } from '../services'

/** `/livez`: the process answers. `/readyz`: it can do its work. No secret in either. */
export const registerHealth = (app: FastifyInstance, services: Services): void => {
  app.get('/livez', () => ({ alive: true }))
  app.get('/readyz', async (_, reply) => {
    const database = await services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM migrations`).then((r) => (r?.n ?? 0) > 0, () => false)
    return reply.status(database ? 200 : 503).send({ ready: database, database })
  })
}
