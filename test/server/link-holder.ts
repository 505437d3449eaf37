/** Somebody of another office, who has a link and nothing else. */
import type { AnswerOf, BodyInOf, Operation, ParamsOf } from '#contract/operation'
import { answerOpinion, beginOpinionUpload, opinionUploadState } from '#contract/operations/opinions'
import type { Problem } from '#contract/shapes'
import { Person, type Answered } from './person'

interface Request<O> { readonly params?: ParamsOf<O>; readonly body?: BodyInOf<O> }
const tus = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }

export class LinkHolder {
  /** @param person whose browser it is opened in; nobody's unless said */
  constructor(readonly origin: string, readonly token: string, readonly person: Person = new Person(origin)) {}
  get bearer(): Record<string, string> { return { authorization: `Bearer ${this.token}` } }

  send<O extends Operation>(operation: O, request: Request<O> = {}): Promise<Answered> {
    const path = operation.path.replace(/:(\w+)/g, (_, key: string) => String((request.params as Record<string, string> | undefined)?.[key] ?? ''))
    return this.person.raw(operation.method, path, operation.method === 'GET' || operation.method === 'DELETE' ? undefined : request.body ?? {}, this.bearer)
  }
  async ask<O extends Operation>(operation: O, request: Request<O> = {}): Promise<AnswerOf<O>> {
    const { status, text } = await this.send(operation, request)
    if (status !== 200) throw new Error(`${operation.id}: ${status} ${text}`)
    return JSON.parse(text) as AnswerOf<O>
  }
  async refused<O extends Operation>(operation: O, request: Request<O> = {}): Promise<{ status: number; error: string; zh: string; codes: string[] }> {
    const { status, text } = await this.send(operation, request)
    if (status < 400) throw new Error(`${operation.id} went through: ${text.slice(0, 200)}`)
    const problem = JSON.parse(text) as Problem
    return { status, error: problem.error, zh: problem.words.zh, codes: (problem.findings ?? []).map((f) => f.code) }
  }
  patch = (url: string, bytes: Uint8Array): Promise<Answered> => this.person.raw('PATCH', url, bytes, { ...tus, ...this.bearer })
  head = (url: string): Promise<Answered> => this.person.raw('HEAD', url, undefined, { ...tus, ...this.bearer })

  async upload(name: string, bytes: Uint8Array): Promise<{ uploadId: string } & AnswerOf<typeof opinionUploadState>> {
    const { url, uploadId } = await this.ask(beginOpinionUpload, { body: { name, bytes: bytes.byteLength } })
    const sent = await this.patch(url, bytes)
    if (sent.status !== 204) throw new Error(`upload of ${name}: ${sent.status} ${sent.text}`)
    for (;;) {
      const state = await this.ask(opinionUploadState, { params: { uploadId } })
      if (state.state !== 'inspecting') return { uploadId, ...state }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  answer = (uploadId: string, opinionDay: string, validUntil: string | null = null) => ({ operation: answerOpinion, request: { body: { uploadId, handler: '林知行', opinionDay, validUntil } } })
}
