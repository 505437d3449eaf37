import { z } from 'zod'
import type { PermissionName } from '#core/access/permission'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/**
 * One thing the HTTP surface can do, as data: routes, the OpenAPI document, the typed client and the permission probes are made from it.
 * `who` has no default: an operation that does not say who may call it does not compile.
 */
export interface Operation<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  /** `nominations.submit`: subject and act. */
  readonly id: string
  readonly method: Method
  /** `/api/nominations/:nominationId/submit`; the parameters name the subject that the permission is asked about. */
  readonly path: string
  readonly who: PermissionName
  readonly summary: { readonly zh: string; readonly en: string }
  readonly params: P
  readonly query: Q
  readonly body: B
  /** What it answers. Members not declared here never leave the server. A string: bytes of this media type. */
  readonly answer: A | string
}

const nothing = z.object({})
type Nothing = typeof nothing

export const operation = <P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = Nothing, A extends z.ZodType = Nothing>(
  o: Pick<Operation, 'id' | 'method' | 'path' | 'who' | 'summary'> & { params?: P; query?: Q; body?: B; answer?: A },
): Operation<P, Q, B, A> & { readonly answer: A } => ({
  id: o.id, method: o.method, path: o.path, who: o.who, summary: o.summary,
  params: (o.params ?? nothing) as P, query: (o.query ?? nothing) as Q, body: (o.body ?? nothing) as B, answer: (o.answer ?? nothing) as A,
})

/** An operation that answers bytes (PDF, picture, export). */
export const download = <P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing>(
  o: Pick<Operation, 'id' | 'path' | 'who' | 'summary'> & { params?: P; query?: Q; mediaType: string },
): Operation<P, Q, Nothing, never> & { readonly answer: string } => ({
  id: o.id, method: 'GET', path: o.path, who: o.who, summary: o.summary,
  params: (o.params ?? nothing) as P, query: (o.query ?? nothing) as Q, body: nothing, answer: o.mediaType,
})

export type ParamsOf<O> = O extends { params: infer P extends z.ZodType } ? z.output<P> : never
export type QueryOf<O> = O extends { query: infer Q extends z.ZodType } ? z.output<Q> : never
export type BodyOf<O> = O extends { body: infer B extends z.ZodType } ? z.output<B> : never
export type BodyInOf<O> = O extends { body: infer B extends z.ZodType } ? z.input<B> : never
/** What a download answers on the server: bytes in hand, or a file to stream. Never shown inline unless it is the product's own PDF or picture. */
export interface Download {
  readonly content: Uint8Array | { readonly path: string; readonly bytes: number }
  readonly mediaType: string
  readonly fileName: string
  readonly inline: boolean
}
export type AnswerOf<O> = O extends { answer: infer A } ? (A extends z.ZodType ? z.output<A> : Download) : never
