import { z } from 'zod'
import type { PermissionName } from '#core/access/permission'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A schema as far as anybody outside the contract needs it: plain data out. Comparing whole zod classes with each other took the compiler longer than all else. */
export interface Reads<Out, In = unknown> {
  parse(value: unknown): Out
  safeParse(value: unknown): { readonly success: true; readonly data: Out } | { readonly success: false; readonly error: z.ZodError }
  /** Never there: what it takes, for the compiler alone. */
  readonly '~takes'?: In
}

/**
 * One thing the HTTP surface can do, as data: routes, the OpenAPI document, the typed client and the permission probes are made from it.
 * `who` has no default: an operation that does not say who may call it does not compile.
 */
export interface Operation<P = unknown, Q = unknown, B = unknown, A = unknown, BodyIn = unknown> {
  /** `nominations.submit`: subject and act. */
  readonly id: string
  readonly method: Method
  /** `/api/nominations/:nominationId/submit`; the parameters name the subject that the permission is asked about. */
  readonly path: string
  readonly who: PermissionName
  readonly summary: { readonly zh: string; readonly en: string }
  readonly params: Reads<P>
  readonly query: Reads<Q>
  readonly body: Reads<B, BodyIn>
  /** What it answers. Members not declared here never leave the server. A string: bytes of this media type. */
  readonly answer: Reads<A> | string
  /** The most its body may have where that is more than the usual megabyte: it carries a file. */
  readonly bodyBytes?: number
  /** How often one address may try in a minute, where somebody might guess. */
  readonly tries?: number
}

const nothing = z.object({})
type Nothing = typeof nothing

export const operation = <P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = Nothing, A extends z.ZodType = Nothing>(
  o: Pick<Operation, 'id' | 'method' | 'path' | 'who' | 'summary' | 'bodyBytes' | 'tries'> & { params?: P; query?: Q; body?: B; answer?: A },
): Operation<z.output<P>, z.output<Q>, z.output<B>, z.output<A>, z.input<B>> & { readonly answer: Reads<z.output<A>> } => ({
  id: o.id, method: o.method, path: o.path, who: o.who, summary: o.summary,
  params: reads(o.params), query: reads(o.query), body: reads(o.body), answer: reads(o.answer), ...(o.bodyBytes === undefined ? {} : { bodyBytes: o.bodyBytes }), ...(o.tries === undefined ? {} : { tries: o.tries }),
})

/** The one place that knows a schema to be zod's, with its twin in the OpenAPI document. */
const reads = <S extends z.ZodType>(schema: S | undefined) => (schema ?? nothing) as unknown as Reads<z.output<S>, z.input<S>>

/** An operation that answers bytes (PDF, picture, export). */
export const download = <P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing>(
  o: Pick<Operation, 'id' | 'path' | 'who' | 'summary'> & { params?: P; query?: Q; mediaType: string },
): Operation<z.output<P>, z.output<Q>, z.output<Nothing>, never, z.input<Nothing>> & { readonly answer: string } => ({
  id: o.id, method: 'GET', path: o.path, who: o.who, summary: o.summary,
  params: reads(o.params), query: reads(o.query), body: reads(nothing), answer: o.mediaType,
})

export type ParamsOf<O> = O extends { params: Reads<infer P> } ? P : never
export type QueryOf<O> = O extends { query: Reads<infer Q> } ? Q : never
export type BodyOf<O> = O extends { body: Reads<infer B> } ? B : never
export type BodyInOf<O> = O extends { body: { readonly '~takes'?: infer B } } ? B : never
/** What a download answers on the server: bytes in hand, a file to stream, or pieces as they are made. Never shown inline unless it is the product's own PDF or picture. */
export interface Download {
  readonly content: Uint8Array | { readonly path: string; readonly bytes: number; /** Parts of the file that are shown as free space. */ readonly blanks?: readonly { readonly at: number; readonly length: number }[] } | { readonly pieces: AsyncIterable<Uint8Array> }
  readonly mediaType: string
  readonly fileName: string
  readonly inline: boolean
  /** Names these very bytes: a download that was cut off goes on only with the same. */
  readonly tag?: string
}
export type AnswerOf<O> = O extends { answer: infer A } ? (A extends Reads<infer T> ? T : Download) : never
