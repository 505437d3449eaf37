/** What the units say of those who would stand anew on a public notice now: for the page, for whom to ask, for the notice itself. */
import { hostNotice, type ResolvedDefinition } from '#core/campaign/definition'
import { wordAnew, type UnitWord } from '#core/nomination/gate-asking'
import { pointsOf } from '#core/nomination/gates'
import { holidayTable } from './holidays'
import type { Queries } from './store/database'
import { askingsOf } from './store/gate-askings'

export interface WordAnew { readonly word: UnitWord; readonly at: number | null; readonly by: string | null }
/** Empty where the definition asks nothing at its gates, or holds no public notice. */
export const wordsAnew = async (q: Queries, definition: ResolvedDefinition, ids: readonly string[], now: number): Promise<ReadonlyMap<string, WordAnew>> => {
  const rule = hostNotice(definition)
  if (rule === undefined || pointsOf(definition).length === 0) return new Map()
  const asked = await askingsOf(q, ids)
  return new Map(ids.map((id) => { const last = asked.get(id); return [id, { word: wordAnew(last, rule, holidayTable(), now), at: last?.answeredAt ?? null, by: last?.answeredBy ?? null }] }))
}
