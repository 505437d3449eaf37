/** Every submission that somebody of the unit tried is kept with its answer and number, refused or not. Who it was is not kept. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { submitNomination } from '#contract/operations/nominations'
import { answerOfStatus } from '#core/availability/outage'
import { tokenOf } from '../http/session'
import type { Services } from '../services'
import { readSession } from '../store/sessions'
import type { Watch } from './watch'

const isSubmission = (request: FastifyRequest): boolean => (request.routeOptions.config as { operation?: string }).operation === submitNomination.id
const codesOf = (payload: unknown): string[] => {
  try {
    return ((JSON.parse(String(payload)) as { findings?: { code: string }[] }).findings ?? []).map((f) => f.code).slice(0, 20)
  } catch {
    return []
  }
}

export const keepAttempts = (app: FastifyInstance, services: Services, watch: Watch): void => {
  const mine = new WeakMap<FastifyRequest, { nominationId: string; at: number }>()
  // Whose nomination it is, is asked before the attempt: afterwards the database may be away.
  app.addHook('preHandler', async (request) => {
    if (!isSubmission(request)) return
    const { nominationId } = request.params as { nominationId: string }
    const [session, n] = await Promise.all([readSession(services.db, tokenOf(request)), services.db.row<{ unitId: string; at: number }>(`SELECT unit_id AS "unitId", product_time() AS at FROM nominations WHERE id = $1`, [nominationId])]).catch(() => [null, undefined] as const)
    if (session?.next !== 'done' || session.actor?.role !== 'unitApprover' || n?.unitId !== session.actor.organisationId) return
    mine.set(request, { nominationId, at: n.at })
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const attempt = mine.get(request)
    if (attempt !== undefined) await watch.attempted({ nominationId: attempt.nominationId, at: attempt.at, answer: answerOfStatus(reply.statusCode), codes: reply.statusCode === 422 ? codesOf(payload) : [], trace: request.id })
    return payload
  })
  app.addHook('onResponse', async (_, reply) => {
    if (reply.statusCode === 503) watch.refused('unavailable')
    if (reply.statusCode === 507) watch.refused('storageFull')
    if (reply.statusCode === 500) watch.refused('unexpected')
  })
}
