/**
 * A request that cannot be dealt with at all, whatever the rules say. Thrown, and mapped once to HTTP.
 * What is foreign and what is absent answer alike: `absent`.
 */
export const refusalStatus = {
  invalid: 400,
  signInNeeded: 401,
  secondFactorNeeded: 401,
  wrongCredentials: 401,
  locked: 423,
  notAllowed: 403,
  proofNeeded: 403,
  absent: 404,
  stale: 409,
  conflict: 409,
  tooLarge: 413,
  rule: 422,
  limited: 429,
  unavailable: 503,
  storageFull: 507,
} as const
export type RefusalCode = keyof typeof refusalStatus

export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: RefusalCode,
    /** What went wrong and what to do, for the person who meets it. */
    readonly words: { readonly zh: string; readonly en: string },
    /** More for the page: field errors, the version that is newer, seconds to wait. Never personal data of others. */
    readonly detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(words.en)
  }
}
