/** A caller that costs next to nothing, as pgbench does: on two cores a heavy one would be measured instead of the product. One kept connection, one request at a time. */
import { connect } from 'node:net'

export interface Answer { readonly status: number; readonly body: string }
export interface Caller { get(path: string, headers: Readonly<Record<string, string>>): Promise<Answer>; post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer>; patch(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer>; end(): void }

export const openCaller = async (origin: string): Promise<Caller> => {
  const { hostname, port, host } = new URL(origin)
  const socket = connect(Number(port), hostname).setNoDelay(true)
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let [wanted, heard]: [{ resolve(a: Answer): void; reject(e: Error): void } | null, Buffer] = [null, Buffer.alloc(0)]
  const fail = (error?: Error): void => { wanted?.reject(error ?? new Error('the connection was closed before an answer')); wanted = null }
  socket.on('error', fail).on('close', () => fail())
  socket.on('data', (chunk) => {
    heard = heard.length === 0 ? chunk : Buffer.concat([heard, chunk])
    const answer = whole(heard)
    if (answer === null || wanted === null) return
    heard = Buffer.alloc(0)
    const { resolve } = wanted
    wanted = null
    resolve(answer)
  })
  const send = (method: string, path: string, headers: Readonly<Record<string, string>>, body: string) => new Promise<Answer>((resolve, reject) => {
    wanted = { resolve, reject }
    const lines = Object.entries({ ...headers, host, ...(method !== 'GET' && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }) }).map(([k, v]) => `${k}: ${v}`)
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  })
  return {
    get: (path, headers) => send('GET', path, headers, ''),
    post: (path, headers, body) => send('POST', path, headers, body),
    patch: (path, headers, body) => send('PATCH', path, headers, body),
    end: () => { socket.destroy() },
  }
}

/** Null while something is missing. Answers of the product always say their length. */
const whole = (heard: Buffer): Answer | null => {
  const end = heard.indexOf('\r\n\r\n')
  if (end === -1) return null
  const head = heard.toString('latin1', 0, end)
  const length = /^content-length: (\d+)/im.exec(head)
  if (length === null) throw new Error(`an answer without its length: ${head}`)
  return heard.length < end + 4 + Number(length[1]) ? null : { status: Number(head.slice(9, 12)), body: heard.toString('utf8', end + 4) }
}
