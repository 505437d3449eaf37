/** `/vote/:roundId`: the vote of the public, for anybody, without a script and without an account. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { castPublicVote } from '#contract/operations/public-votes'
import type { Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { absent, perform } from '../handler'
import { answerProblem } from '../http/problem'
import { castPublicVoteCommand } from '../commands/public-votes'
import { isBrowser, newBrowser, proofFor } from '../public-vote-signs'
import type { Services } from '../services'
import { readVotePage, votePage, type Told } from './vote-page'
import type { Lang } from './texts'

/** Of one address in a minute: a hall of people on one hotspot fits, a machine is slowed. */
const TRIES = { max: 60, timeWindow: '1 minute' }
const COOKIE = 'xuanshu_vote'
const langOf = (request: FastifyRequest): Lang => ((request.query as { lang?: unknown }).lang === 'en' ? 'en' : 'zh')

/** Forms of a plain page; nowhere else are they taken. */
export const registerVote = (app: FastifyInstance, services: Services): void => void app.register(async (scope) => {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1 << 18 }, (_, body, done) => done(null, new URLSearchParams(String(body))))
  const idOf = (request: FastifyRequest): string => (request.params as { roundId: string }).roundId
  const show = async (request: FastifyRequest, reply: FastifyReply, told: Told): Promise<FastifyReply> => {
    const id = idOf(request)
    const given = request.cookies[COOKIE]
    const kept = isBrowser(given) ? given : null
    const data = /^[0-9a-f-]{36}$/.test(id) ? await readVotePage(services, id, kept, request.ip) : null
    if (data === null) return answerProblem(absent(), reply, request.id)
    const browser = kept ?? newBrowser()
    // For this one vote alone: it tells nobody what else this browser voted on.
    if (kept === null && data.state === 'running') void reply.setCookie(COOKIE, browser, { httpOnly: true, sameSite: 'strict', path: `/vote/${id}`, secure: request.protocol === 'https', expires: new Date(Date.now() + 90 * 86_400_000) })
    const proof = data.state === 'running' ? proofFor(services, data.vote, browser) : ''
    return reply.status(told.status).header('cache-control', 'no-store').header('referrer-policy', 'same-origin').type('text/html; charset=utf-8').send(votePage(data, { lang: langOf(request), proof, told, isDemo: services.isDemo }))
  }
  const tooFast = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    if (reply.statusCode !== 429 && (error as { statusCode?: unknown }).statusCode !== 429) return answerProblem(error, reply, request.id)
    return show(request, reply, { status: 429, findings: [], chosen: [], tooFast: true })
  }
  const options = { config: { rateLimit: TRIES }, errorHandler: tooFast as never }
  scope.get('/vote/:roundId', options, (request, reply) => show(request, reply, { status: 200, findings: [], chosen: [], tooFast: false }))
  scope.post('/vote/:roundId', options, async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
    const chosen = form.getAll('c')
    const read = castPublicVote.body.safeParse({ candidates: chosen, browser: request.cookies[COOKIE] ?? '', proof: form.get('proof') ?? '' })
    const params = castPublicVote.params.safeParse({ roundId: idOf(request) })
    if (!read.success || !params.success) return answerProblem(params.success ? new Refusal('invalid', { zh: '这张票的格式不对，没有收。请重新打开投票页。', en: 'The form is malformed and was not taken. Open the page anew.' }) : absent(), reply, request.id)
    const outcome = await perform(castPublicVoteCommand, { params: params.data, query: {} as never, body: read.data }, { token: null, address: request.ip }, services)
    if (outcome.ok) return reply.redirect(`/vote/${params.data.roundId}${langOf(request) === 'en' ? '?lang=en' : ''}`, 303)
    return show(request, reply, { status: 422, findings: outcome.findings as readonly Finding[], chosen, tooFast: false })
  })
})
