/** A public page that lies in memory is answered before anything else is asked: what a thousand read at once costs little more than its bytes. */
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Services } from '../services'
import type { CachedPage } from './page-cache'

/** With the heads that the slow way gave it; only what came over the product's own address is asked for. */
export const answerQuickly = (services: Services): ((request: IncomingMessage, response: ServerResponse) => boolean) => {
  const elsewhere = services.previewOrigin === null ? null : new URL(services.previewOrigin).host
  return (request, response) => {
    const { method, url = '', headers } = request
    if (method !== 'GET' || !url.startsWith('/p') || headers.host === elsewhere) return false
    const page = services.pages.get(url)
    if (page?.heads === undefined) return false
    if (headers['if-none-match'] === page.etag) {
      const { 'content-length': _, 'content-type': _t, ...heads } = page.heads
      response.writeHead(304, heads).end()
      return true
    }
    const packed = acceptsBrotli(headers['accept-encoding'])
    const body = packed ? page.br : page.body
    response.writeHead(200, packed ? page.packedHeads : page.heads).end(body)
    return true
  }
}

export const acceptsBrotli = (accepts: string | string[] | undefined): boolean => /\bbr\b/.test(String(accepts ?? ''))

/** As they stood when it was sent the slow way. */
export const withHeads = (page: CachedPage, given: OutgoingHttpHeaders): CachedPage => {
  const { 'content-encoding': _, 'content-length': _l, ...heads } = given
  const of = (body: Buffer) => ({ ...heads, 'content-type': page.type, 'content-length': body.byteLength })
  return { ...page, heads: of(page.body), packedHeads: { ...of(page.br), 'content-encoding': 'br' } }
}

/** @param slow everything else, and whatever is not kept */
export const quickServer = (services: Services) => (slow: RequestListener): Server => {
  const quickly = answerQuickly(services)
  return createServer((request, response) => { if (!quickly(request, response)) slow(request, response) })
}
