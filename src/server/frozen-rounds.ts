/** Of a round what never changes once it is open, kept in memory: a saved score asks the database once less. */
import type { RoundRule } from '#core/rules/round-terms'
import type { Queries } from './store/database'

export interface FrozenRound { readonly rule: RoundRule; readonly publicKey: Buffer }
const known = new Map<string, FrozenRound>()
const MOST = 200

export const frozenRound = async (q: Queries, roundId: string): Promise<FrozenRound | undefined> => {
  const before = known.get(roundId)
  if (before !== undefined) return before
  const found = await q.row<FrozenRound>(`SELECT rule, public_key AS "publicKey" FROM rounds WHERE id = $1`, [roundId])
  if (found === undefined) return undefined
  if (known.size >= MOST) known.delete(known.keys().next().value!)
  known.set(roundId, found)
  return found
}
