/** 应报未报、报了没查到: what was found and what was said, both ways. Neither list is a reproach, and neither recuses anybody. */
import { relationOf, type Hit } from './facts'
import type { JuryRelation } from '../../rules/jury'

export interface Pair { readonly juror: string; readonly candidate: string }
const key = (p: Pair): string => `${p.juror} ${p.candidate}`

export interface ConflictLists {
  /** Found, not declared, and nobody has decided. */
  readonly missing: readonly Hit[]
  /** Declared by the juror, and nothing was found: for information. */
  readonly unjustified: readonly Pair[]
}
/** @param recused pairs that stand back in whatever way; `declared`: by the juror alone; `settled`: somebody decided that the juror stays */
export const listConflicts = (hits: readonly Hit[], recused: readonly Pair[], declared: readonly Pair[], settled: readonly Pair[]): ConflictLists => {
  const [out, found, done] = [new Set(recused.map(key)), new Set(hits.map(key)), new Set(settled.map(key))]
  return { missing: hits.filter((h) => !out.has(key(h)) && !done.has(key(h))), unjustified: declared.filter((p) => !found.has(key(p))) }
}

/** Whether the notice itself asks a juror to stand back for what was found. */
export const isAsked = (hit: Pick<Hit, 'signs'>, relations: readonly JuryRelation[]): boolean => hit.signs.some((s) => { const r = relationOf[s.kind]; return r !== null && relations.includes(r) })
