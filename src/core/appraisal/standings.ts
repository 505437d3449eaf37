/** How each fact stands: a verdict holds for the value it was given for, and for no other. */
import { itemsOf, type AppraisalItem, type Contents, type Fact, type VerdictWord } from './record'

/** `changed`: it was verified, and is another now; `unsaid`: without saying by what. */
export type FactState = 'open' | 'changed' | 'unsaid' | VerdictWord
export interface FactStanding { readonly fact: Fact; readonly state: FactState; readonly verdict: Contents['verdict'] | null }

export const standingsOf = (facts: readonly Fact[], items: readonly AppraisalItem[], step: string): FactStanding[] => {
  const given = itemsOf(items, 'verdict', step)
  // Verdicts whose row or paragraph is no longer there: something of that field was changed since.
  const left = new Set(given.filter((v) => !facts.some((f) => f.key === v.key)).map((v) => v.key.replace(/\/[^/]*$/u, '')))
  return facts.map((fact) => {
    const verdict = given.find((v) => v.key === fact.key)?.content ?? null
    if (verdict === null) return { fact, verdict, state: left.has(fact.of) ? 'changed' : 'open' }
    if (verdict.mark !== fact.mark) return { fact, verdict, state: 'changed' }
    return { fact, verdict, state: verdict.from.trim() === '' ? 'unsaid' : verdict.verdict }
  })
}

/** Nothing more is to be said about it. */
export const isSettled = (s: Pick<FactStanding, 'state'>): boolean => s.state !== 'open' && s.state !== 'changed' && s.state !== 'unsaid'
