import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashOfToken, LIFE_HOURS } from '../store/sessions'

export const cookieName = 'xuanshu_session'

export const setCookie = (reply: FastifyReply, token: string, secure: boolean): void => {
  void reply.setCookie(cookieName, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: LIFE_HOURS * 3600 })
}
export const clearCookie = (reply: FastifyReply): void => { void reply.clearCookie(cookieName, { path: '/' }) }

/** The token of a link, as `Authorization: Bearer …`: an address would leave it in logs, histories and referrers. */
export const linkOf = (request: Pick<FastifyRequest, 'headers'>): Buffer | null => {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? null : hashOfToken(token)
}

/** What a request proves itself with; null when it brings nothing that could be one. */
export const tokenOf = (request: Pick<FastifyRequest, 'cookies'>): Buffer | null => {
  const token = request.cookies[cookieName]
  return token === undefined || token.length > 100 ? null : hashOfToken(token)
}
