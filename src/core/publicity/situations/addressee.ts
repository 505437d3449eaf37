/** 有关情况报给谁: the office the notice names, which may be that of a level above; of this installation. */
import { rulesOf, type ResolvedDefinition } from '../../campaign/definition'

/** `depth` 0: the office of the campaign itself, 1: that of the one it was forwarded from, … */
export interface OfficeAbove { readonly organisationId: string; readonly name: string; readonly depth: number }
const LEAST = 3
const bare = (name: string): string => name.replace(/(（[^（）]*）|\([^()]*\))+$/u, '').trim()

/** How much of the words names the office: 省科协调宣部 and 云川省科协 share 省科协. */
const named = (words: string, name: string): number => {
  const [w, n] = [bare(words), bare(name)]
  if (n !== '' && w.includes(n)) return n.length + LEAST
  for (let long = Math.min(w.length, n.length); long >= LEAST; long--) if (n.endsWith(w.slice(0, long))) return long
  return 0
}

/** What the notice says in its own words; null: nothing. */
export const owedTo = (d: Pick<ResolvedDefinition, 'rules'>): string | null => rulesOf(d, 'duty').find((r) => r.subject === 'report' && r.owedTo !== undefined)?.owedTo?.zh ?? null

/** The office named, or, where none is, the nearest. @param offices the campaign's own and those above it, not the sender's; empty: there is nobody to report to */
export const addresseeOf = (d: Pick<ResolvedDefinition, 'rules'>, offices: readonly OfficeAbove[]): OfficeAbove | null => {
  const words = owedTo(d)
  const [best] = words === null ? [] : offices.map((o) => ({ o, n: named(words, o.name) })).filter((x) => x.n > 0).sort((a, b) => b.n - a.n || a.o.depth - b.o.depth)
  return best?.o ?? [...offices].sort((a, b) => a.depth - b.depth)[0] ?? null
}
