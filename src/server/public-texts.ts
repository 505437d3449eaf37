/** What a public list says of a person in running text, as the privacy gate and the passes of two persons read it. */
import { isPassed, thingsIn, type PassedThing } from '#core/announcement/privacy-pass'
import type { PublicPerson } from './store/announcement'

export interface PublicText { readonly at: string; readonly of: string; readonly text: string }
export const publicTexts = (p: PublicPerson): PublicText[] => [p.summary, `${p.employer} ${p.post}`].map((text) => ({ at: p.name, of: p.nominationId, text }))

/** For the ledger: those passes without which the gate would have stopped. */
export const usedPasses = (passed: readonly (PassedThing & { readonly id: string })[], texts: readonly PublicText[]): { readonly passes?: readonly string[] } => {
  const used = passed.filter((p) => texts.some((t) => isPassed(thingsIn(t.of, t.text), p))).map((p) => p.id).sort()
  return used.length === 0 ? {} : { passes: used }
}
