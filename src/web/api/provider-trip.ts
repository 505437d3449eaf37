/** On the way to the organisation's sign-in and back: what must be remembered in this tab, and in no other. */
import type { AnswerOf } from '#contract/operation'
import type { beginOidc } from '#contract/operations/oidc'

export interface Trip { readonly attempt: string; /** Where to go when it is done. */ readonly to: string; /** An activation code that is redeemed with it. */ readonly code?: string }
const KEY = 'xuanshu.provider'

/** Leaves the page. */
export const goToProvider = ({ address, attempt }: AnswerOf<typeof beginOidc>, rest: Omit<Trip, 'attempt'>): void => {
  sessionStorage.setItem(KEY, JSON.stringify({ attempt, ...rest } satisfies Trip))
  location.assign(address)
}
/** Once: what was taken is gone. */
export const takeTrip = (): Trip | null => {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return kept === null ? null : (JSON.parse(kept) as Trip)
}
