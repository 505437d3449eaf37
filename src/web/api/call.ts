/** The pages' one door to the server: the contract's operations, typed. */
import type { AnswerOf, BodyInOf, Operation, ParamsOf, QueryOf } from '#contract/operation'
import type { Problem } from '#contract/shapes'
import type { Finding } from '#core/kernel/finding'
import { sessionEnded } from './session-ended'

/** A refused request: the server's own words in both languages, findings where rules said no, and the number to quote. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(readonly problem: Problem, readonly status: number) { super(problem.words.zh) }
  get findings(): readonly Finding[] { return (this.problem.findings ?? []) as readonly Finding[] }
}

/** The request did not arrive or nothing came back: nothing is known to be lost, and it may be tried again. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError'
}

type Part<K extends string, T> = string extends keyof T ? Partial<Record<K, T>> : Record<K, T>
/** Only the parts an operation has are asked for. */
export type Request<O> = Part<'params', ParamsOf<O>> & { query?: Partial<QueryOf<O>>; body?: BodyInOf<O>; /** Token of a link, where no session is asked. */ bearer?: string }

/** What a link proves itself with; an address would leave it in histories and logs. */
export const bearing = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })

export const addressOf = <O extends Operation>(operation: O, params: Readonly<Record<string, string>> = {}, query: Readonly<Record<string, unknown>> = {}): string => {
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(Object.entries(query).filter(([, v]) => v !== undefined).map(([k, v]) => [k, String(v)])).toString()
  return search === '' ? path : `${path}?${search}`
}

/** @throws ProblemError when the server refuses, OfflineError when it cannot be reached */
export const call = async <O extends Operation>(operation: O, request: Request<O>, signal?: AbortSignal): Promise<AnswerOf<O>> =>
  (await (await fetchAnswer(operation, request, signal)).json()) as AnswerOf<O>

/** The answer as it came, for files. Throws as `call` does. */
export const fetchAnswer = async <O extends Operation>(operation: O, request: Request<O>, signal?: AbortSignal): Promise<Response> => {
  const { params, query, body, bearer } = request as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; bearer?: string }
  const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE'
  const response = await fetch(addressOf(operation, params, query), {
    method: operation.method, credentials: 'same-origin', headers: { accept: 'application/json', ...(bearer === undefined ? {} : bearing(bearer)), ...(hasBody ? { 'content-type': 'application/json' } : {}) },
    ...(hasBody ? { body: JSON.stringify(body ?? {}) } : {}), ...(signal ? { signal } : {}),
  }).catch((error: unknown) => { throw signal?.aborted ? error : new OfflineError() })
  if (response.ok) return response
  const problem = await readProblem(response)
  if (problem.error === 'signInNeeded' || problem.error === 'secondFactorNeeded') sessionEnded.tell()
  throw new ProblemError(problem, response.status)
}

const readProblem = async (response: Response): Promise<Problem> => {
  try {
    return (await response.json()) as Problem
  } catch {
    return { error: 'unavailable', words: { zh: '服务器没有正常回答，请稍后再试。', en: 'The server did not answer properly; try again later.' }, trace: String(response.status) }
  }
}
