/** Somebody with a browser of their own: keeps the session cookie and calls operations of the contract over real HTTP. */
import { Secret, TOTP } from 'otpauth'
import type { AnswerOf, BodyInOf, Operation, ParamsOf, QueryOf } from '#contract/operation'
import { activate, beginSecondFactor, confirmSecondFactor } from '#contract/operations/sign-in'
import type { Problem } from '#contract/shapes'
import { beginUpload, uploadState } from '#contract/operations/uploads'

interface Request<O> { readonly params?: ParamsOf<O>; readonly query?: Partial<QueryOf<O>>; readonly body?: BodyInOf<O> }
export interface Answered { readonly status: number; readonly text: string; readonly headers: Headers }

export class Person {
  #cookie = ''
  constructor(readonly origin: string, readonly name = '') {}

  /** Takes a session begun elsewhere, as if its cookie had been set here. */
  holding(token: string): this {
    this.#cookie = `xuanshu_session=${token}`
    return this
  }

  /** What this person's cookie says. */
  get token(): string { return this.#cookie.replace(/^.*?=/, '') }

  async raw(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(`${this.origin}${path}`, {
      method, redirect: 'manual', headers: { ...(this.#cookie === '' ? {} : { cookie: this.#cookie }), ...(body === undefined || body instanceof Uint8Array ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    })
    const cookie = response.headers.get('set-cookie')
    if (cookie !== null) this.#cookie = cookie.split(';')[0] ?? ''
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  send<O extends Operation>(operation: O, request: Request<O> = {}): Promise<Answered> {
    const path = operation.path.replace(/:(\w+)/g, (_, key: string) => String((request.params as Record<string, string> | undefined)?.[key] ?? ''))
    const search = new URLSearchParams(Object.entries(request.query ?? {}).map(([k, v]) => [k, String(v)])).toString()
    const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE'
    return this.raw(operation.method, search === '' ? path : `${path}?${search}`, hasBody ? (request.body ?? {}) : undefined)
  }

  /** The answer, or an error that shows what the server said. */
  async ask<O extends Operation>(operation: O, request: Request<O> = {}): Promise<AnswerOf<O>> {
    const { status, text } = await this.send(operation, request)
    if (status !== 200) throw new Error(`${this.name} ${operation.id}: ${status} ${text}`)
    return JSON.parse(text) as AnswerOf<O>
  }

  /** The refusal; an error when it went through. */
  async refused<O extends Operation>(operation: O, request: Request<O> = {}): Promise<{ status: number; problem: Problem; codes: string[] }> {
    const { status, text } = await this.send(operation, request)
    if (status < 400) throw new Error(`${operation.id} went through: ${text.slice(0, 200)}`)
    const problem = JSON.parse(text) as Problem
    return { status, problem, codes: (problem.findings ?? []).map((f) => f.code) }
  }

  async activate(code: string): Promise<this> {
    const { next } = await this.ask(activate, { body: { code, password: 'a long password 1' } })
    if (next === 'setUpSecondFactor') await this.setUpSecondFactor()
    return this
  }

  async setUpSecondFactor(): Promise<void> {
    const { secret } = await this.ask(beginSecondFactor)
    await this.ask(confirmSecondFactor, { body: { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() } })
  }

  /** Sends a file as a browser does: opens an upload, appends by tus, asks what became of it. */
  async upload(nominationId: string, materialId: string, name: string, bytes: Uint8Array): Promise<AnswerOf<typeof uploadState>> {
    const { url, uploadId } = await this.ask(beginUpload, { params: { nominationId }, body: { materialId, name, bytes: bytes.byteLength } })
    const sent = await this.raw('PATCH', url, bytes, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
    if (sent.status !== 204) throw new Error(`upload of ${name}: ${sent.status} ${sent.text}`)
    // Another round of the server's own may have taken it up at the same moment: then it is still being looked at.
    for (;;) {
      const state = await this.ask(uploadState, { params: { nominationId, uploadId } })
      if (state.state !== 'inspecting') return state
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
