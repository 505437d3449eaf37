/** A real HTTP receiver on a loopback port, which keeps what it is sent and answers as it is told. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string }
export interface Answer { readonly status?: number; readonly body?: string; readonly location?: string }
export interface Receiver {
  readonly origin: string
  readonly got: Received[]
  /** What becomes of the next ones, in order; then all are taken. `silence`: no answer at all. */
  readonly plan: (Answer | 'silence')[]
  close(): Promise<void>
}

export const webhookReceiver = async (): Promise<Receiver> => {
  const [got, plan]: [Received[], Receiver['plan']] = [[], []]
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (p: Buffer) => parts.push(p)).on('end', () => {
      got.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() })
      const next = plan.shift() ?? {}
      if (next === 'silence') return
      response.writeHead(next.status ?? 200, { 'content-type': 'application/json', ...(next.location === undefined ? {} : { location: next.location }) })
      response.end(next.body ?? '{"errcode":0,"code":0,"errmsg":"ok"}')
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got, plan, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }) }
}
